// SPDX-License-Identifier: GPL-3.0-or-later

#include "examples_view.h"

#include "examples_model.h"
#include "part_fields.h"
#include "part_form.h"
#include "paste_panel.h"
#include "uibase/empty_state.h"
#include "uibase/format.h"
#include "uibase/inline_banner.h"
#include "uibase/link_button.h"
#include "uibase/search_line.h"
#include "uibase/table_copy.h"
#include "uibase/theme.h"
#include "uistate/draft_model.h"
#include "uistate/text.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QTableView>

namespace touchstone::ui {
namespace {

constexpr qsizetype kMostShown = 200;  // characters that count for the width of a column

Json partOf(const DraftModel& draft, std::string_view part) {
    return parseJson(toUtf8(draft.source(part))).valueOr(Json());
}

}  // namespace

ExamplesView::ExamplesView(const Theme& theme, const DraftModel& draft, QWidget* parent)
    : PartView(parent),
      m_theme(theme),
      m_draft(draft),
      m_model(new ExamplesModel(theme, this)),
      m_shown(new QSortFilterProxyModel(this)),
      m_select(new PartForm(theme, QStringLiteral("select"), selectFields())),
      m_pages(new QStackedWidget),
      m_table(new QTableView),
      m_empty(new EmptyState(theme, Icon::Examples,
                             tr("Examples show the model what good answers look like. Add one, or paste rows from a "
                                "spreadsheet."))),
      m_paste(new PastePanel(theme)),
      m_banner(new InlineBanner(theme)) {
    setObjectName(QStringLiteral("view.examples"));
    buildTable();
    buildUi();
    wire();
    readSchemas();
}

void ExamplesView::readSchemas() {
    m_inputSchema = partOf(m_draft, "inputs");
    const Json output = partOf(m_draft, "output");
    const Json* schema = stringAt(output, "mode", "text") == "text" ? nullptr : memberAt(output, "schema");
    m_outputSchema = schema ? *schema : Json();
    m_model->setSchemas(m_inputSchema, m_outputSchema);
    fitColumns();
}

void ExamplesView::setPart(const Json& part) {
    m_model->setPart(part);
    const Json* select = memberAt(part, "select");
    m_select->setValue(select ? *select : Json());
    const Json* examples = memberAt(part, "examples");
    if ((!part.is_null() && !part.is_object()) || (examples && !examples->is_array()))
        m_banner->showMessage(Severity::Error,
                              tr("The examples are no list, so there is no table. Correct the source."));
    else
        m_banner->hide();
    fitColumns();
    refresh();
}

void ExamplesView::setReadOnly(bool readOnly) {
    m_model->setReadOnly(readOnly);
    m_select->setReadOnly(readOnly);
    refresh();
}

void ExamplesView::setFindings(const std::vector<Finding>& findings) {
    m_model->setFindings(findings);
    m_select->setFindings(findings, "/prompt/select");
    refresh();
}

bool ExamplesView::goTo(const std::string& pointer) {
    constexpr std::string_view kSelect = "/prompt/select/";
    constexpr std::string_view kExamples = "/prompt/examples/";
    if (pointer.starts_with(kSelect))
        return m_select->focusField(pointer.substr(kSelect.size()));
    if (!pointer.starts_with(kExamples))
        return false;
    const Finding place{Severity::Info, {}, pointer, {}, {}, {}};
    const auto cell = m_model->placeOf(place);
    if (!cell)
        return false;
    m_search->clear();
    const QModelIndex index = m_shown->mapFromSource(m_model->index(cell->row, cell->column));
    m_table->setCurrentIndex(index);
    m_table->scrollTo(index, QAbstractItemView::PositionAtCenter);
    m_table->setFocus(Qt::OtherFocusReason);
    return true;
}

// What is undone behind the preview could not be seen.
bool ExamplesView::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride && m_pages->currentWidget() == m_paste) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo))
            key->accept();
    }
    return PartView::event(event);
}

// --- verbs ----------------------------------------------------------------------------------------------------------

std::vector<int> ExamplesView::selectedRows() const {
    std::vector<int> rows;
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows())
        rows.push_back(m_shown->mapToSource(index).row());
    std::sort(rows.begin(), rows.end());
    return rows;
}

int ExamplesView::currentRow() const {
    return m_shown->mapToSource(m_table->currentIndex()).row();
}

bool ExamplesView::isFiltered() const {
    return !m_search->text().isEmpty();
}

void ExamplesView::selectRows(int first, int last) {
    const QModelIndex begin = m_shown->mapFromSource(m_model->index(first, 0));
    const QModelIndex end = m_shown->mapFromSource(m_model->index(last, m_model->columnCount() - 1));
    if (!begin.isValid() || !end.isValid())
        return;
    m_table->selectionModel()->setCurrentIndex(begin, QItemSelectionModel::NoUpdate);
    m_table->selectionModel()->select(QItemSelection(begin, end), QItemSelectionModel::ClearAndSelect);
    m_table->scrollTo(end);
    m_table->scrollTo(begin);
}

void ExamplesView::addExample() {
    m_search->clear();
    const int row = m_table->currentIndex().isValid() ? currentRow() + 1 : m_model->rowCount();
    m_model->insert(row, {m_model->blank()}, tr("Add example"));
    showPage();
    m_table->setFocus(Qt::OtherFocusReason);
    selectRows(row, row);
    const QModelIndex first = m_table->currentIndex();
    if (first.flags() & Qt::ItemIsEditable)
        m_table->edit(first);
}

void ExamplesView::paste() {
    if (!m_paste->offer(QGuiApplication::clipboard()->text(), m_model->columns(), m_inputSchema, m_outputSchema)) {
        m_banner->showMessage(Severity::Info,
                              tr("The clipboard holds no table. Copy some rows in a spreadsheet first."));
        return;
    }
    m_banner->hide();
    m_pages->setCurrentWidget(m_paste);
    refresh();
}

void ExamplesView::takePasted(const std::vector<Json>& examples) {
    m_search->clear();
    const int row = m_table->currentIndex().isValid() ? currentRow() + 1 : m_model->rowCount();
    const int count = static_cast<int>(examples.size());
    m_pages->setCurrentWidget(m_table);
    m_model->insert(row, examples, tr("Paste %n example(s)", nullptr, count));
    showPage();
    m_table->setFocus(Qt::OtherFocusReason);
    selectRows(row, row + count - 1);
}

void ExamplesView::duplicate() {
    const std::vector<int> rows = selectedRows();
    if (rows.empty())
        return;
    std::vector<Json> copies;
    for (const int row : rows)
        copies.push_back(m_model->exampleAt(row));
    const int count = static_cast<int>(copies.size());
    m_search->clear();
    m_model->insert(rows.back() + 1, std::move(copies), tr("Duplicate %n example(s)", nullptr, count));
    selectRows(rows.back() + 1, rows.back() + count);
}

void ExamplesView::removeSelected() {
    const std::vector<int> rows = selectedRows();
    if (rows.empty())
        return;
    m_model->remove(rows);
    showPage();
    if (const int left = m_model->rowCount(); left > 0 && !isFiltered())
        selectRows(std::min(rows.front(), left - 1), std::min(rows.front(), left - 1));
    m_pages->currentWidget()->setFocus();
}

void ExamplesView::moveSelected(int by) {
    const std::vector<int> rows = selectedRows();
    if (rows.empty() || isFiltered() || rows.back() - rows.front() + 1 != static_cast<int>(rows.size()))
        return;
    m_model->move(rows.front(), rows.back(), by);
    m_table->scrollTo(m_table->currentIndex());
}

void ExamplesView::clearCell() {
    m_model->clear({m_shown->mapToSource(m_table->currentIndex())});
}

void ExamplesView::copy() {
    copySelection(*m_table, TableFormat::Tsv);
}

// What stands in the part, to be pasted into a source or a data set.
void ExamplesView::copyJson() {
    Json examples = Json::array();
    for (const int row : selectedRows())
        examples.push_back(m_model->exampleAt(row));
    QGuiApplication::clipboard()->setText(toQString(toPrettyText(examples)));
}

void ExamplesView::showMenu(const QPoint& place) {
    QMenu* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions({m_add, m_pasteAction, m_duplicate, m_up, m_down, m_remove});
    menu->addSeparator();
    menu->addAction(tr("Copy for a spreadsheet"), this, &ExamplesView::copy);
    menu->addAction(m_copyJson);
    menu->popup(m_table->viewport()->mapToGlobal(place));
}

void ExamplesView::nextProblem() {
    const auto& findings = m_model->findings();
    if (findings.empty())
        return;
    auto next = findings.upper_bound(m_table->currentIndex().isValid() ? currentRow() : -1);
    if (next == findings.end())
        next = findings.begin();
    goTo(next->second.front().pointer);
}

void ExamplesView::takeSelect(const Json& select, const QString& what) {
    const bool gone = select.empty();
    m_model->setSelect(gone ? std::nullopt : std::optional(select), what);
}

// --- looks ----------------------------------------------------------------------------------------------------------

void ExamplesView::fitColumns() {
    if (m_fitted || m_model->columnCount() == 0)
        return;
    m_fitted = true;
    for (int column = 0; column < m_model->columnCount(); ++column)
        m_table->setColumnWidth(column, contentWidth(column));
}

// As wide as what stands in its first rows, within reason: long texts are cut, short ones leave their room to others.
int ExamplesView::contentWidth(int column) const {
    constexpr int kRead = 50;  // rows
    const QFontMetrics metrics(m_table->font());
    int width = m_table->horizontalHeader()->sectionSizeHint(column);
    for (int row = 0; row < std::min(kRead, m_shown->rowCount()); ++row) {
        const QString text = m_shown->index(row, column).data().toString().left(kMostShown);
        width = std::max(width, metrics.horizontalAdvance(text) + m_theme.px(24));
    }
    return std::clamp(width, m_theme.px(72), m_theme.px(420));
}

void ExamplesView::showPage() {
    m_pages->setCurrentWidget(m_model->rowCount() > 0 || m_model->isReadOnly() ? static_cast<QWidget*>(m_table)
                                                                               : m_empty);
    refresh();
}

void ExamplesView::refresh() {
    const int all = m_model->rowCount();
    if (m_pages->currentWidget() != m_paste && (m_pages->currentWidget() == m_table) != (all > 0))
        m_pages->setCurrentWidget(all > 0 ? static_cast<QWidget*>(m_table) : m_empty);
    const bool pasting = m_pages->currentWidget() == m_paste;
    const bool able = m_model->isEditable() && !pasting;
    const QItemSelectionModel& selection = *m_table->selectionModel();
    const bool any = able && selection.hasSelection();
    const int first = any ? m_shown->mapToSource(selection.selection().first().topLeft()).row() : -1;
    m_add->setEnabled(able);
    m_pasteAction->setEnabled(able);
    m_duplicate->setEnabled(any);
    m_remove->setEnabled(any);
    m_up->setEnabled(any && !isFiltered() && first > 0);
    m_down->setEnabled(any && !isFiltered());
    m_copyJson->setEnabled(selection.hasSelection());
    const int shown = m_shown->rowCount();
    m_count->setText(shown == all ? tr("%n example(s)", nullptr, all)
                                  : tr("%1 of %2").arg(formatCount(shown), formatCount(all)));
    const int wrong = static_cast<int>(m_model->findings().size());
    m_problems->setText(tr("%n with problems", nullptr, wrong));
    m_problems->setVisible(wrong > 0);
}

}  // namespace touchstone::ui
