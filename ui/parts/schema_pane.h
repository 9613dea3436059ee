// SPDX-License-Identifier: GPL-3.0-or-later
//
// A JSON Schema to look at and to edit: the tree of its properties, and all of the selected one beside or below it.
//
// GUI thread only.

#pragma once

#include "base/finding.h"
#include "base/json.h"
#include "uibase/icons.h"

#include <QWidget>

#include <vector>

class QAction;
class QHBoxLayout;
class QKeySequence;
class QModelIndex;
class QToolButton;
class QTreeView;

namespace touchstone::ui {

class InlineBanner;
class SchemaInspector;
class SchemaModel;
class Splitter;
class Theme;

class SchemaPane : public QWidget {
    Q_OBJECT

public:
    // `root` is what the whole is called in the tree.
    SchemaPane(const Theme& theme, const QString& root, QWidget* parent = nullptr);

    void setSchema(const Json& schema);
    void setReadOnly(bool readOnly);
    // Pointers are relative to the schema.
    void setFindings(const std::vector<Finding>& findings);
    void goTo(const std::string& pointer);

Q_SIGNALS:
    void edited(const touchstone::Json& schema, const QString& what);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildTree();
    [[nodiscard]] QWidget* makeTools();
    QAction* addVerb(QHBoxLayout* line, Icon icon, const QString& name, const QString& objectName,
                     const QKeySequence& keys, void (SchemaPane::*act)());
    void addProperty();
    void addItems();
    void duplicate();
    void removeSelected();
    void moveUp();
    void moveDown();
    void editNew(const QModelIndex& index);
    void showSelected();
    [[nodiscard]] QModelIndex current() const;

    const Theme& m_theme;
    SchemaModel* m_model;
    QTreeView* m_tree;
    SchemaInspector* m_inspector;
    Splitter* m_splitter;
    InlineBanner* m_banner;
    QAction* m_addProperty = nullptr;
    QAction* m_addItems = nullptr;
    QToolButton* m_addItemsButton = nullptr;
    QAction* m_duplicate = nullptr;
    QAction* m_up = nullptr;
    QAction* m_down = nullptr;
    QAction* m_remove = nullptr;
};

}  // namespace touchstone::ui
