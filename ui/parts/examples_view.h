// SPDX-License-Identifier: GPL-3.0-or-later
//
// The examples of the prompt: which of them are sent, and all of them as a table that can be pasted into from a
// spreadsheet.
//
// GUI thread only.

#pragma once

#include "uibase/icons.h"
#include "uiparts/part_view.h"

class QAction;
class QHBoxLayout;
class QKeySequence;
class QLabel;
class QModelIndex;
class QSortFilterProxyModel;
class QStackedWidget;
class QTableView;

namespace touchstone::ui {

class DraftModel;
class EmptyState;
class ExamplesModel;
class InlineBanner;
class LinkButton;
class PartForm;
class PastePanel;
class SearchLine;
class Theme;

class ExamplesView : public PartView {
    Q_OBJECT

public:
    // The draft tells the schemas of inputs and output; it outlives the view.
    ExamplesView(const Theme& theme, const DraftModel& draft, QWidget* parent = nullptr);

    void setPart(const Json& part) override;
    void setReadOnly(bool readOnly) override;
    void setFindings(const std::vector<Finding>& findings) override;
    bool goTo(const std::string& pointer) override;

protected:
    bool event(QEvent* event) override;

private:
    void buildUi();
    void buildTable();
    [[nodiscard]] QWidget* makeTools();
    QAction* addVerb(QHBoxLayout* line, Icon icon, const QString& name, const QString& objectName,
                     const QKeySequence& keys, void (ExamplesView::*act)());
    void wire();
    void readSchemas();
    void addExample();
    void paste();
    void takePasted(const std::vector<Json>& examples);
    void duplicate();
    void removeSelected();
    void moveUp() { moveSelected(-1); }
    void moveDown() { moveSelected(1); }
    void moveSelected(int by);
    void clearCell();
    void copy();
    void copyJson();
    void showMenu(const QPoint& place);
    void nextProblem();
    void takeSelect(const Json& select, const QString& what);
    void selectRows(int first, int last);
    void fitColumns();
    [[nodiscard]] int contentWidth(int column) const;
    void showPage();
    void refresh();
    [[nodiscard]] std::vector<int> selectedRows() const;
    [[nodiscard]] int currentRow() const;
    [[nodiscard]] bool isFiltered() const;

    const Theme& m_theme;
    const DraftModel& m_draft;
    ExamplesModel* m_model;
    QSortFilterProxyModel* m_shown;
    PartForm* m_select;
    QStackedWidget* m_pages;
    QTableView* m_table;
    EmptyState* m_empty;
    PastePanel* m_paste;
    InlineBanner* m_banner;
    SearchLine* m_search = nullptr;
    QLabel* m_count = nullptr;
    LinkButton* m_problems = nullptr;
    QAction* m_add = nullptr;
    QAction* m_pasteAction = nullptr;
    QAction* m_duplicate = nullptr;
    QAction* m_up = nullptr;
    QAction* m_down = nullptr;
    QAction* m_remove = nullptr;
    QAction* m_copyJson = nullptr;
    Json m_inputSchema;
    Json m_outputSchema;
    bool m_fitted = false;
};

}  // namespace touchstone::ui
