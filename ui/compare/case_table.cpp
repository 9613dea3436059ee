// SPDX-License-Identifier: GPL-3.0-or-later

#include "case_table.h"

#include "cell_delegate.h"
#include "flat_cases.h"
#include "uibase/column_menu.h"
#include "uibase/theme.h"
#include "version_head.h"

#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QMenu>
#include <QRegularExpression>
#include <QScrollBar>

#include <algorithm>

namespace touchstone::ui {
namespace {

constexpr int kCaseWidth = 210;
constexpr int kNarrowCaseWidth = 176;
constexpr int kLeastVersion = 212;
constexpr int kNarrowFrom = 4;       // versions, in a window of
constexpr int kNarrowWindow = 1400;  // less than this

QStringList columnKeys(int columns) {
    QStringList keys{QStringLiteral("case"), QStringLiteral("expected")};
    for (int i = CompareModel::FirstVersion; i < columns; ++i)
        keys.append(QStringLiteral("version%1").arg(CompareModel::contestantOf(i)));
    return keys;
}

}  // namespace

CaseTable::CaseTable(const Theme& theme, CompareModel& model, CompareFilter& filter, QWidget* parent)
    : PinnedTable(parent),
      m_theme(theme),
      m_model(model),
      m_filter(filter),
      m_cells(new CellDelegate(theme, filter, model, table(), this)),
      m_head(new VersionHead(theme, filter, model, &table())),
      m_caseHead(new VersionHead(theme, filter, model, &pinned())) {
    table().setObjectName(QStringLiteral("cases"));
    table().setAccessibleName(tr("Cases"));
    pinned().setObjectName(QStringLiteral("caseNames"));
    pinned().setAccessibleName(tr("Names of the cases"));
    table().setHorizontalHeader(m_head);
    pinned().setHorizontalHeader(m_caseHead);
    m_head->setObjectName(QStringLiteral("versionHeads"));
    m_caseHead->setObjectName(QStringLiteral("caseHead"));
    setModel(filter);
    for (QTableView* view : {&pinned(), &table()}) {
        view->setItemDelegate(m_cells);
        view->viewport()->installEventFilter(this);
    }
    table().installEventFilter(this);
    wire(m_head);
    wire(m_caseHead);
    connect(table().selectionModel(), &QItemSelectionModel::currentChanged, this, &CaseTable::currentChanged);
    connect(&table(), &QTableView::doubleClicked, this, &CaseTable::opened);
    connect(&pinned(), &QTableView::doubleClicked, this, &CaseTable::opened);
    connect(m_head, &QHeaderView::sectionResized, this, [this](int, int before, int after) {
        m_ownWidths = m_ownWidths || (!m_layingOut && before > 0 && after > 0);  // not shown or hidden
        Q_EMIT columnsChanged();
    });
    connect(&theme, &Theme::themeChanged, this, &CaseTable::applyTheme);
    applyTheme();
}

void CaseTable::wire(VersionHead* head) {
    connect(head, &VersionHead::menuRequested, this, &CaseTable::showSortMenu);
}

void CaseTable::applyTheme() {
    m_cells->forget();
    setRowHeight(m_theme.px(kCaseRow));
    layoutColumns();
}

void CaseTable::setCases(std::shared_ptr<const ComparedCases> cases) {
    if (m_model.cases() && cases && cases->isSameTable(*m_model.cases()))
        return exchangeCases(std::move(cases));
    const int columns = m_model.columnCount();
    m_cells->forget();
    m_model.setCases(std::move(cases));
    if (m_model.columnCount() != columns)
        makeColumnMenu();
    layoutColumns();
    Q_EMIT columnsChanged();
}

// Rows may come above what is looked at, which stays where it is: the current case, or the first one in sight.
void CaseTable::exchangeCases(std::shared_ptr<const ComparedCases> cases) {
    for (const std::size_t row : cases->changedSince(*m_model.cases()))
        m_cells->forget(row);
    const QRect sight = table().viewport()->rect();
    QModelIndex held = table().currentIndex();
    if (!held.isValid() || !table().visualRect(held).intersects(sight))
        held = m_filter.index(table().rowAt(0), CompareModel::FirstVersion);
    const QPersistentModelIndex kept(held);
    const int top = table().visualRect(held).top();
    m_model.setCases(std::move(cases));
    if (kept.isValid() && table().visualRect(kept).top() != top)
        table().verticalScrollBar()->setValue(table().verticalScrollBar()->value() + table().visualRect(kept).top() -
                                              top);
}

// Of other versions than before. The old menu goes when nobody shows it any more.
void CaseTable::makeColumnMenu() {
    ColumnMenu* old = m_columns;
    table().setColumnHidden(CompareModel::ExpectedColumn, true);
    m_ownWidths = false;
    layoutColumns();
    m_columns = new ColumnMenu(*m_head, columnKeys(m_model.columnCount()), CompareModel::CaseColumn, this);
    connect(m_columns, &ColumnMenu::changed, this, &CaseTable::layoutColumns);
    // The first column is in the other view, whatever is chosen here.
    connect(m_columns, &QMenu::aboutToShow, this, [this] {
        if (auto* pinned = m_columns->findChild<QAction*>(QStringLiteral("column.case")))
            pinned->setVisible(false);
    });
    if (!m_columnsWanted.isEmpty())
        restoreColumns(m_columnsWanted);
    Q_EMIT columnsChanged();
    delete old;
}

void CaseTable::arrange(const CaseArrangement& arrangement) {
    const int current = currentCase();
    const int column = table().currentIndex().column();
    const std::vector<int> selected = selectedCases();
    m_filter.arrange(arrangement);
    QItemSelection rows;
    for (const int testCase : selected)
        if (const int row = m_filter.rowOf(testCase); row >= 0)
            rows.select(m_filter.index(row, 0), m_filter.index(row, m_filter.columnCount() - 1));
    select(current, column);
    if (rows.size() > 1)
        table().selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect);
}

void CaseTable::select(int testCase, int column) {
    if (m_filter.rowCount() == 0) {
        Q_EMIT currentChanged();
        return;
    }
    const int row = std::max(m_filter.rowOf(testCase), 0);
    const int first = CompareModel::columnOf(m_filter.columnCount() > CompareModel::columnOf(1) ? 1 : 0);
    const QModelIndex index = m_filter.index(row, column > 0 ? column : first);
    table().selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    table().scrollTo(index);
}

void CaseTable::setDraftNumber(std::int64_t number) {
    m_head->setDraftNumber(number);
}

int CaseTable::currentCase() const {
    const QModelIndex index = table().currentIndex();
    return index.isValid() ? m_filter.caseAt(index.row()) : -1;
}

int CaseTable::currentContestant() const {
    return CompareModel::contestantOf(table().currentIndex().column());
}

void CaseTable::step(int rows) {
    if (m_filter.rowCount() == 0)
        return;
    const int row = std::clamp(table().currentIndex().row() + rows, 0, m_filter.rowCount() - 1);
    select(m_filter.caseAt(row), table().currentIndex().column());
}

void CaseTable::stepDifference(bool forward) {
    const QModelIndex from = table().currentIndex();
    const int before = forward ? -1 : m_filter.rowCount();
    const QModelIndex next = m_filter.nextDifference(from.isValid() ? from.row() : before,
                                                     CompareModel::contestantOf(from.column()), forward);
    if (next.isValid())
        select(m_filter.caseAt(next.row()), next.column());
}

void CaseTable::focusVersion(int contestant) {
    const int column = CompareModel::columnOf(contestant);
    if (column < m_filter.columnCount() && !table().isColumnHidden(column))
        select(currentCase(), column);
}

QMenu* CaseTable::columnMenu() const {
    return m_columns;
}

std::vector<int> CaseTable::selectedCases() const {
    std::vector<int> rows;
    for (const QItemSelectionRange& range : table().selectionModel()->selection())
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.push_back(row);
    std::ranges::sort(rows);
    rows.erase(std::ranges::unique(rows).begin(), rows.end());
    std::ranges::transform(rows, rows.begin(), [this](int row) { return m_filter.caseAt(row); });
    return rows;
}

std::vector<int> CaseTable::shownContestants() const {
    std::vector<int> shown;
    for (int visual = 0; visual < m_head->count(); ++visual)
        if (const int column = m_head->logicalIndex(visual);
            CompareModel::contestantOf(column) >= 0 && !m_head->isSectionHidden(column))
            shown.push_back(CompareModel::contestantOf(column));
    return shown;
}

void CaseTable::copy(TableFormat format) {
    if (!m_model.cases())
        return;
    FlatCases flat(m_model.cases(), selectedCases(), shownContestants());
    const CopiedTable table = textOf(flat, format);
    if (table.rows == 0)
        return;
    QApplication::clipboard()->setText(table.text);
    Q_EMIT copied(table);
}

// Widths are remembered when a person made them; else they follow the window.
QString CaseTable::columnsText() const {
    QString text = m_columns ? m_columns->text() : m_columnsWanted;
    if (m_columns && !m_ownWidths)
        text.remove(QRegularExpression(QStringLiteral(":\\d+")));
    return text;
}

void CaseTable::restoreColumns(const QString& text) {
    m_columnsWanted = text;
    if (m_columns) {
        m_columns->restore(text);
        table().setColumnHidden(CompareModel::CaseColumn, true);
    }
}

void CaseTable::layoutColumns() {
    table().setColumnHidden(CompareModel::CaseColumn, true);
    const bool small = window()->width() < m_theme.px(kNarrowWindow);
    setPinnedWidth(m_theme.px(small ? kNarrowCaseWidth : kCaseWidth));
    const auto shown = static_cast<int>(shownContestants().size());
    const bool narrow = small && shown >= kNarrowFrom;
    m_cells->setNarrow(narrow);
    m_head->setRoom(small, narrow);
    const bool expected = !table().isColumnHidden(CompareModel::ExpectedColumn);
    if (m_ownWidths || m_layingOut || shown + (expected ? 1 : 0) == 0)
        return;
    m_layingOut = true;
    const int room = table().viewport()->width() / (shown + (expected ? 1 : 0));
    for (int column = 1; column < m_head->count(); ++column)
        if (!m_head->isSectionHidden(column))
            m_head->resizeSection(column, std::max(room, m_theme.px(kLeastVersion)));
    m_layingOut = false;
    Q_EMIT columnsChanged();
}

void CaseTable::resizeEvent(QResizeEvent* event) {
    PinnedTable::resizeEvent(event);
    layoutColumns();
}

bool CaseTable::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress && watched == &table() && handleKey(static_cast<QKeyEvent&>(*event)))
        return true;
    if (event->type() == QEvent::ContextMenu && watched != &table()) {
        showRowMenu(static_cast<QContextMenuEvent*>(event)->globalPos());
        return true;
    }
    if (watched == &table() && (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut))
        pinned().viewport()->update();
    if (event->type() == QEvent::Resize && watched == table().viewport())
        layoutColumns();
    return PinnedTable::eventFilter(watched, event);
}

bool CaseTable::handleKey(QKeyEvent& key) {
    if (key.matches(QKeySequence::Copy)) {
        copy(TableFormat::Tsv);
        return true;
    }
    if (key.modifiers() & ~Qt::KeypadModifier)
        return false;
    switch (key.key()) {
        case Qt::Key_N:
        case Qt::Key_P:
            stepDifference(key.key() == Qt::Key_N);
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            Q_EMIT opened();
            return true;
        case Qt::Key_D:
            Q_EMIT differenceRequested();
            return true;
        case Qt::Key_Escape:
            Q_EMIT left();
            return true;
        case Qt::Key_Home:
        case Qt::Key_End:
            step(key.key() == Qt::Key_Home ? -m_filter.rowCount() : m_filter.rowCount());
            return true;
        case Qt::Key_S:
            openSortMenu();
            return true;
        default:
            break;
    }
    if (key.key() < Qt::Key_1 || key.key() > Qt::Key_6)
        return false;
    focusVersion(key.key() - Qt::Key_1);
    return true;
}

void CaseTable::openSortMenu() {
    const int column = std::max(table().currentIndex().column(), 1);
    showSortMenu(column,
                 m_head->viewport()->mapToGlobal(QPoint(m_head->sectionViewportPosition(column), m_head->height())));
}

void CaseTable::showSortMenu(int column, const QPoint& place) {
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("sortMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const int contestant = CompareModel::contestantOf(column);
    const auto add = [&](const QString& text, const char* name, CaseSort sort, bool descending) {
        QAction* action = menu->addAction(text);
        action->setObjectName(QString::fromLatin1(name));
        action->setCheckable(true);
        const CaseArrangement& now = m_filter.arrangement();
        const auto of = static_cast<std::size_t>(std::max(contestant, 0));
        action->setChecked(now.sort == sort && now.descending == descending &&
                           (sort < CaseSort::Score || now.contestant == of));
        connect(action, &QAction::triggered, this,
                [this, sort, of, descending] { Q_EMIT sortRequested(sort, of, descending); });
    };
    if (contestant >= 0) {
        add(tr("Lowest score first"), "sortScore", CaseSort::Score, false);
        add(tr("Highest score first"), "sortScoreDown", CaseSort::Score, true);
        if (contestant > 0) {
            add(tr("Most worse first"), "sortChange", CaseSort::Change, false);
            add(tr("Most better first"), "sortChangeDown", CaseSort::Change, true);
        }
        add(tr("Slowest first"), "sortLatency", CaseSort::Latency, true);
        add(tr("Most expensive first"), "sortCost", CaseSort::Cost, true);
        menu->addSeparator();
    }
    add(tr("By name"), "sortName", CaseSort::Name, false);
    add(tr("In dataset order"), "sortDataset", CaseSort::Dataset, false);
    menu->popup(place);
}

void CaseTable::showRowMenu(const QPoint& place) {
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("caseMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Open the case"), this, &CaseTable::opened);
    menu->addAction(tr("Open full diff") + QStringLiteral("\tD"), this, &CaseTable::differenceRequested);
    menu->addSeparator();
    addCopyActions(*menu, [this](TableFormat format) { copy(format); });
    menu->popup(place);
}

}  // namespace touchstone::ui
