// SPDX-License-Identifier: GPL-3.0-or-later
//
// A JSON Schema as a tree: one row a property, nested objects and lists below theirs. Whatever the tree does not edit
// stays exactly as it is, in its order. Rows keep their identity over edits and over setSchema(), so selection and what
// is unfolded stay.
//
// GUI thread only.

#pragma once

#include "base/finding.h"
#include "json_members.h"
#include "schema_keywords.h"

#include <QAbstractItemModel>

#include <map>
#include <memory>
#include <vector>

namespace touchstone::ui {

class Theme;
struct SchemaNode;

class SchemaModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column { Name, Type, Required, Limits, Description, ColumnCount };
    // Of Type: JSON of the keyword, empty when there is none.
    static constexpr int TypeJsonRole = Qt::UserRole;

    // `root` is what the whole is called: "input".
    SchemaModel(const Theme& theme, QString root, QObject* parent = nullptr);
    ~SchemaModel() override;

    void setSchema(const Json& schema);
    [[nodiscard]] const Json& schema() const { return m_schema; }
    void setReadOnly(bool readOnly);
    // Pointers are relative to the schema.
    void setFindings(const std::vector<Finding>& findings);

    // Each emits edited() or refused(). `near` is the row the new one belongs to: below it when it can have
    // properties, else beside it.
    QModelIndex addProperty(const QModelIndex& near);
    QModelIndex addItems(const QModelIndex& index);
    QModelIndex duplicate(const QModelIndex& index);
    bool remove(const QModelIndexList& rows);
    // Among its siblings, by −1 or +1.
    bool moveBy(const QModelIndex& index, int by);
    // The row's schema becomes `schema`; `what` names the change.
    void replace(const QModelIndex& index, const Json& schema, const QString& what);

    [[nodiscard]] bool canAddProperty(const QModelIndex& near) const;
    [[nodiscard]] bool canAddItems(const QModelIndex& index) const;
    [[nodiscard]] bool canMove(const QModelIndex& index, int by) const;
    [[nodiscard]] SchemaRow rowKind(const QModelIndex& index) const;
    // The row's own schema; null for no row. Valid until the next change.
    [[nodiscard]] const Json& schemaOf(const QModelIndex& index) const;
    [[nodiscard]] std::string pointerOf(const QModelIndex& index) const;
    // The row that holds the place, or the nearest one above it.
    [[nodiscard]] QModelIndex indexOf(const std::string& pointer) const;
    [[nodiscard]] std::vector<Finding> findingsOf(const QModelIndex& index) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& index) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    [[nodiscard]] Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData* mimeData(const QModelIndexList& indexes) const override;
    bool dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                      const QModelIndex& parent) override;

Q_SIGNALS:
    void edited(const QString& what);
    // Why nothing was changed.
    void refused(const QString& why);

private:
    [[nodiscard]] SchemaNode* nodeOf(const QModelIndex& index) const;
    [[nodiscard]] QModelIndex indexOf(const SchemaNode& node, int column = 0) const;
    [[nodiscard]] Json* schemaAt(const SchemaNode& node);
    [[nodiscard]] const Json* schemaAt(const SchemaNode& node) const;
    [[nodiscard]] const SchemaNode* objectNear(const QModelIndex& near) const;
    void fill(SchemaNode& node, int depth);
    void sync(SchemaNode& node, int depth);
    void renumber(SchemaNode& node);
    void finish(const QString& what);
    bool refuse(const QString& why);

    bool rename(SchemaNode& node, const QString& name);
    bool setType(SchemaNode& node, const QString& json);
    bool setRequired(SchemaNode& node, bool required);
    bool setText(SchemaNode& node, const std::string& keyword, const QString& text);
    bool moveTo(SchemaNode& node, SchemaNode& object, std::size_t place);
    QModelIndex insertProperty(const SchemaNode& object, std::size_t place, const std::string& name, Json schema);
    [[nodiscard]] QString nameText(const SchemaNode& node) const;
    [[nodiscard]] QVariant mark(const SchemaNode& node, int role) const;
    [[nodiscard]] bool isRequired(const SchemaNode& node) const;

    const Theme& m_theme;
    const QString m_rootName;
    Json m_schema;
    std::unique_ptr<SchemaNode> m_top;  // above the root row
    MemberEdits m_edits;
    std::map<std::string, std::vector<Finding>> m_findings;  // by the pointer of their row
    std::vector<Finding> m_all;
    bool m_readOnly = false;
};

}  // namespace touchstone::ui
