// SPDX-License-Identifier: GPL-3.0-or-later

#include "trace_table.h"

#include "trace_columns.h"
#include "trace_delegates.h"
#include "trace_table_model.h"
#include "uibase/column_menu.h"
#include "uibase/theme.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>

namespace touchstone::ui {
namespace {

constexpr int kRowHeight = 28;
constexpr int kHeadHeight = 30;
constexpr int kVersionWidth = 66;
// "v14 support-triage", and where there is room for all of it.
constexpr int kWithWorkflow = 126;
constexpr int kWithWholeWorkflow = 176;
constexpr int kRoomy = 1000;
constexpr int kLeastInput = 180;
// Which go first where the input has too little room.
constexpr std::array<TraceColumn, 2> kYielding{TokensColumn, TierColumn};

struct FirstColumn {
    TraceColumn column;
    int width;
};

// What is shown until a person chooses.
constexpr std::array<FirstColumn, 9> kShown{{{TimeColumn, 112},
                                             {VersionColumn, kVersionWidth},
                                             {InputColumn, 160},
                                             {StatusColumn, 92},
                                             {TierColumn, 66},
                                             {LatencyColumn, 110},
                                             {TokensColumn, 64},
                                             {CostColumn, 94},
                                             {FeedbackColumn, 36}}};
constexpr int kOtherWidth = 110;

}  // namespace

TraceTable::TraceTable(const Theme& theme, TraceTableModel& model, QWidget* parent)
    : QTableView(parent), m_theme(theme), m_model(model), m_latency(new LatencyDelegate(theme, this)), m_zoom(1) {
    setObjectName(QStringLiteral("traceTable"));
    setAccessibleName(tr("Traces"));
    setModel(&model);
    setItemDelegate(new TraceDelegate(theme, this));
    setItemDelegateForColumn(LatencyColumn, m_latency);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setMouseTracking(true);
    setSelectionBehavior(SelectRows);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(ScrollPerPixel);
    layoutRows();
    layoutColumns();
    m_columns = new ColumnMenu(*horizontalHeader(), traceColumnKeys(), TimeColumn, this);
    connect(&theme, &Theme::themeChanged, this, &TraceTable::layoutRows);
    connect(&model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex&, int first, int last) { keepPlace(first, last); });
    connect(&model, &TraceTableModel::workflowsChanged, this, &TraceTable::fitVersions);
    // Later: the head is in the midst of its change.
    connect(m_columns, &ColumnMenu::changed, this, &TraceTable::fitColumns, Qt::QueuedConnection);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &TraceTable::fetchAhead);
}

// At the present zoom; columns keep their proportions.
void TraceTable::layoutRows() {
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(m_theme.px(kRowHeight));
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(m_theme.px(kRowHeight));
    horizontalHeader()->setFixedHeight(m_theme.px(kHeadHeight));
    const double factor = m_theme.zoom() / std::exchange(m_zoom, m_theme.zoom());
    if (factor == 1)
        return;
    for (int column = 0; column < kTraceColumns; ++column)
        if (column != InputColumn && !isColumnHidden(column))
            setColumnWidth(column, qRound(columnWidth(column) * factor));
}

void TraceTable::layoutColumns() {
    QHeaderView* header = horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionsMovable(true);
    header->setFirstSectionMovable(false);
    header->setMinimumSectionSize(m_theme.px(36));
    header->setDefaultSectionSize(m_theme.px(kOtherWidth));
    header->setSectionResizeMode(InputColumn, QHeaderView::Stretch);
    for (int column = static_cast<int>(kShown.size()); column < kTraceColumns; ++column) {
        setColumnWidth(column, m_theme.px(kOtherWidth));
        setColumnHidden(column, true);
    }
    for (const FirstColumn& first : kShown)
        setColumnWidth(first.column, m_theme.px(first.width));
}

void TraceTable::setLongest(std::chrono::nanoseconds latency) {
    m_latency->setMaximum(static_cast<double>(latency.count()) / 1e6);
    viewport()->update();
}

void TraceTable::setLoading(bool loading) {
    if (std::exchange(m_loading, loading) != loading)
        viewport()->update();
}

// What the input would have if no column gave way.
int TraceTable::roomForInput() const {
    int room = viewport()->width();
    for (int column = 0; column < kTraceColumns; ++column)
        if (column != InputColumn)
            room -= m_away.contains(column) ? m_away.at(column) : isColumnHidden(column) ? 0 : columnWidth(column);
    return room;
}

void TraceTable::fitColumns() {
    if (std::exchange(m_isFitting, true))
        return;
    for (const int column : kYielding)
        if (m_away.contains(column) && !isColumnHidden(column)) {  // a person wants it all the same
            m_away.erase(column);
            m_wanted.insert(column);
        }
    int room = roomForInput();
    for (const int column : kYielding) {
        if (isColumnHidden(column) && !m_away.contains(column))
            continue;
        const bool goes = room < m_theme.px(kLeastInput) && !isColumnHidden(InputColumn) && !m_wanted.contains(column);
        if (goes && !isColumnHidden(column))
            m_away[column] = columnWidth(column);
        setColumnHidden(column, goes);
        room += goes ? m_away[column] : 0;
        if (!goes)
            m_away.erase(column);
    }
    m_isFitting = false;
}

// The workflow stands beside the version when there are several. A width that a person chose stays.
void TraceTable::fitVersions() {
    const std::array<int, 3> ours{m_theme.px(kVersionWidth), m_theme.px(kWithWorkflow), m_theme.px(kWithWholeWorkflow)};
    const std::size_t fits = !m_model.hasSeveralWorkflows() ? 0 : viewport()->width() < m_theme.px(kRoomy) ? 1 : 2;
    if (std::ranges::find(ours, columnWidth(VersionColumn)) != ours.end())
        setColumnWidth(VersionColumn, ours[fits]);
    fitColumns();
}

QString TraceTable::columnsText() const {
    QString text = m_columns->text();
    for (const auto& [column, width] : m_away) {
        const QString& key = traceColumnKeys()[column];
        text.replace(QLatin1Char('-') + key, QStringLiteral("%1:%2").arg(key).arg(width));
    }
    return text;
}

void TraceTable::restoreColumns(const QString& text) {
    m_away.clear();
    m_wanted.clear();
    m_isFitting = true;
    m_columns->restore(text);
    m_isFitting = false;
    fitVersions();
}

void TraceTable::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    fitVersions();
}

std::int64_t TraceTable::selectedCount() const {
    std::int64_t rows = 0;
    for (const QItemSelectionRange& range : selectionModel()->selection())
        rows += range.height();
    return rows;
}

void TraceTable::copy(TableFormat format) {
    const CopiedTable table = copySelection(*this, format, {.jsonRole = TraceTableModel::ValueRole});
    if (table.rows > 0)
        Q_EMIT copied(table);
}

void TraceTable::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy))
        copy(TableFormat::Tsv);
    else
        QTableView::keyPressEvent(event);
}

void TraceTable::contextMenuEvent(QContextMenuEvent* event) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addCopyActions(*menu, [this](TableFormat format) { copy(format); });
    menu->popup(event->globalPos());
}

// What one reads stays where it is when new traces come above it.
void TraceTable::keepPlace(int first, int last) {
    const int top = verticalScrollBar()->value();
    if (top == 0 || first > top)
        return;
    updateGeometries();
    verticalScrollBar()->setValue(top + last - first + 1);
}

// The next page is asked for before its rows are reached.
void TraceTable::fetchAhead() {
    const QScrollBar& bar = *verticalScrollBar();
    if (bar.value() + 4 * bar.pageStep() > bar.maximum() && m_model.canFetchMore({}))
        m_model.fetchMore({});
}

void TraceTable::paintEvent(QPaintEvent* event) {
    QTableView::paintEvent(event);
    if (!m_loading || m_model.rowCount() > 0)
        return;
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(Role::Sunken));
    const int height = m_theme.px(kRowHeight);
    for (int top = 0; top < viewport()->height(); top += height)
        for (const FirstColumn& first : kShown)
            if (!isColumnHidden(first.column))
                painter.drawRoundedRect(
                    QRectF(columnViewportPosition(first.column) + m_theme.px(10), top + height / 2.0 - m_theme.px(4),
                           columnWidth(first.column) * 0.6 - m_theme.px(10), m_theme.px(8)),
                    4, 4);
}

}  // namespace touchstone::ui
