// SPDX-License-Identifier: GPL-3.0-or-later

#include "uitraces/traces_view.h"

#include "bulk_actions.h"
#include "filter_bar.h"
#include "input_texts.h"
#include "new_strip.h"
#include "time_axis.h"
#include "time_brush.h"
#include "trace_actions.h"
#include "trace_detail.h"
#include "trace_feed.h"
#include "trace_table.h"
#include "trace_table_model.h"
#include "uibase/column_menu.h"
#include "uibase/deliver.h"
#include "uibase/elided_label.h"
#include "uibase/empty_state.h"
#include "uibase/format.h"
#include "uibase/inline_banner.h"
#include "uibase/splitter.h"
#include "uibase/theme.h"
#include "uistate/text.h"
#include "version_names.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace touchstone::ui {
namespace {

using namespace std::chrono_literals;

const QString kColumns = QStringLiteral("columns");
const QString kSplitter = QStringLiteral("tracesSplitter");
const QString kDetail = QStringLiteral("detail");
const QString kQuery = QStringLiteral("query");
const QString kSaved = QStringLiteral("savedFilters");
const QString kLive = QStringLiteral("live");
const QString kFrom = QStringLiteral("from");  // of the brush, in ms since 1970
const QString kTo = QStringLiteral("to");

constexpr int kDetailWidth = 560;
constexpr int kNarrowDetail = 480;
constexpr int kNarrow = 1300;  // below: a window of 1280

void fillSurface(QWidget& widget) {
    widget.setAutoFillBackground(true);
    widget.setBackgroundRole(QPalette::Base);
}

std::optional<TimeRange> rangeIn(const QVariantMap& layout) {
    const auto timeAt = [&layout](const QString& key) {
        return WallTime(std::chrono::milliseconds(layout[key].toLongLong()));
    };
    const TimeRange range{timeAt(kFrom), timeAt(kTo)};
    return range.from < range.to ? std::optional(range) : std::nullopt;
}

qlonglong toMilliseconds(WallTime time) {
    return std::chrono::floor<std::chrono::milliseconds>(time).time_since_epoch().count();
}

}  // namespace

TracesView::TracesView(session::Session& session, const Theme& theme, JobList& jobs, QWidget* parent)
    : Place(parent),
      m_session(session),
      m_theme(theme),
      m_versions(new VersionNames(session, this)),
      m_inputs(new InputTexts(session, this)),
      m_model(new TraceTableModel(*m_versions, *m_inputs, this)),
      m_feed(new TraceFeed(session, *m_model, this)),
      m_table(new TraceTable(theme, *m_model)),
      m_newStrip(new NewStrip(theme, *m_table)),
      m_detail(new TraceDetail(session, theme, *m_versions)),
      m_bulk(new BulkActions(session, jobs, theme, this)),
      m_filter(new FilterBar(session, theme, &m_table->columns(), m_bulk->menu())),
      m_brush(new TimeBrush(theme)),
      m_empty(new EmptyState(theme, Icon::Traces, {})),
      m_banner(new InlineBanner(theme)),
      m_pages(new QStackedWidget),
      m_sums(new ElidedLabel),
      m_said(new QLabel) {
    buildUi();
    wire();
    wireTable();
    wireBulk();
    m_feed->show({});
}

void TracesView::buildUi() {
    setObjectName(QStringLiteral("traces"));
    m_banner->setObjectName(QStringLiteral("tracesBanner"));
    m_empty->setObjectName(QStringLiteral("tracesEmpty"));
    fillSurface(*m_empty);
    m_splitter = new Splitter(Qt::Horizontal);
    m_splitter->setObjectName(kSplitter);
    m_splitter->addWidget(makeList());
    m_splitter->addWidget(m_detail);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setSizes({m_theme.px(832), m_theme.px(kDetailWidth)});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_filter);
    layout->addWidget(m_brush);
    layout->addWidget(m_splitter, 1);
    layout->addWidget(m_banner);
}

QWidget* TracesView::makeList() {
    m_pages->addWidget(m_table);
    m_pages->addWidget(m_empty);
    auto* list = new QWidget;
    auto* layout = new QVBoxLayout(list);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_pages, 1);
    layout->addWidget(makeFoot());
    return list;
}

QWidget* TracesView::makeFoot() {
    auto* foot = new QWidget;
    fillSurface(*foot);
    m_sums->setObjectName(QStringLiteral("traceTotals"));
    m_sums->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_said->setObjectName(QStringLiteral("traceSaid"));
    m_said->setTextFormat(Qt::PlainText);
    m_said->setForegroundRole(QPalette::PlaceholderText);
    setTextStyle(*m_sums, m_theme, TextStyle::Caption);
    setTextStyle(*m_said, m_theme, TextStyle::Caption);
    auto* layout = new QHBoxLayout(foot);
    layout->setContentsMargins(12, 5, 12, 5);
    layout->addWidget(m_sums, 1);
    layout->addWidget(m_said);
    return foot;
}

void TracesView::wire() {
    m_patience.setSingleShot(true);
    m_patience.setInterval(150ms);
    m_resized.setSingleShot(true);
    m_resized.setInterval(100ms);
    connect(&m_resized, &QTimer::timeout, this, &TracesView::readTimeline);
    addAction(m_filter->find());
    connect(&m_patience, &QTimer::timeout, this, [this] { m_table->setLoading(m_feed->isLoading()); });
    connect(m_filter, &FilterBar::queryChanged, this, &TracesView::readQuery);
    connect(m_filter, &FilterBar::left, this, &TracesView::leaveFilter);
    connect(m_filter->live(), &QAction::toggled, m_feed, &TraceFeed::setLive);
    connect(m_brush, &TimeBrush::rangeChanged, this, &TracesView::showList);
    connect(m_feed, &TraceFeed::changed, this, &TracesView::showState);
    connect(m_feed, &TraceFeed::newCame, this, &TracesView::readTimeline);
    connect(m_feed, &TraceFeed::rowsCame, m_newStrip, &NewStrip::add);
    connect(m_feed, &TraceFeed::failed, this, [this](const QString& message) {
        m_banner->showMessage(Severity::Error, tr("The traces could not be read"), message, tr("Try again"));
    });
    connect(m_banner, &InlineBanner::actionTriggered, this, [this] {
        m_banner->hide();
        showList();
    });
    connect(m_empty, &EmptyState::actionTriggered, this, &TracesView::takeNextStep);
    connect(m_detail, &TraceDetail::goToRequested, this, &TracesView::goToRequested);
    connect(m_detail, &TraceDetail::traceRead, m_model, &TraceTableModel::refresh);
}

void TracesView::wireTable() {
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &TracesView::openCurrent);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] { showCopied({}); });
    connect(m_table, &TraceTable::copied, this, &TracesView::showCopied);
    connect(m_model, &QAbstractItemModel::modelReset, this, &TracesView::selectShown);
}

// A list that was read anew has lost the selection; what is open stays selected where it is among the rows. The first
// list opens its newest trace.
void TracesView::selectShown() {
    if (m_detail->isEmpty() && m_model->rowCount() > 0)
        return m_table->selectRow(0);
    const QString shown = m_detail->shownTrace();
    const int row = shown.isEmpty() ? -1 : m_model->rowOf(toUtf8(shown));
    if (row < 0)
        return;
    m_table->setAutoScroll(false);
    m_table->selectionModel()->setCurrentIndex(m_model->index(row, 0),
                                               QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_table->setAutoScroll(true);
}

void TracesView::leaveFilter() {
    QWidget* next = m_pages->currentWidget() == m_table ? static_cast<QWidget*>(m_table) : m_brush;
    next->setFocus(Qt::OtherFocusReason);
}

void TracesView::showEvent(QShowEvent* event) {
    Place::showEvent(event);
    m_feed->setWatched(true);
}

void TracesView::hideEvent(QHideEvent* event) {
    Place::hideEvent(event);
    m_feed->setWatched(false);
}

void TracesView::readQuery(const QString& query) {
    if (query == m_queryText)
        return;
    m_queryText = query;
    m_session.traces().filterOf(
        toUtf8(query), [self = QPointer<TracesView>(this), number = ++m_queries](Result<store::TraceFilter> filter) {
            deliverTo(self, [self, number, filter = std::move(filter)] {
                if (number != self->m_queries)
                    return;
                if (filter.ok())
                    self->applyQuery(filter.value());
                else
                    self->m_filter->showProblem({toQString(filter.error().message), {}});
            });
        });
}

void TracesView::applyQuery(const store::TraceFilter& filter) {
    m_filter->showProblem({});
    m_query = filter;
    readTimeline();
    showList();
}

void TracesView::showList() {
    store::TraceFilter filter = m_query;
    if (const auto& range = m_brush->range()) {
        filter.from = std::max(filter.from.value_or(range->from), range->from);
        filter.to = std::min(filter.to.value_or(range->to), range->to);
    }
    m_feed->show(std::move(filter));
}

// With words to be found in payloads the bars are those of the other terms: counting would read every trace.
void TracesView::readTimeline() {
    store::TraceFilter filter = m_query;
    filter.texts.clear();
    m_session.traces().timeline(
        filter, m_brush->buckets(),
        [self = QPointer<TracesView>(this), number = m_queries](Result<store::TraceTimeline> timeline) {
            deliverTo(self, [self, number, timeline = std::move(timeline)]() mutable {
                if (number == self->m_queries && timeline.ok())
                    self->m_brush->setTimeline(std::move(timeline).value());
            });
        });
}

// Several rows are only counted.
void TracesView::openCurrent() {
    const QModelIndex current = m_table->currentIndex();
    if (current.isValid())
        m_detail->showTrace(m_model->summaryAt(current.row()).id.text);
}

void TracesView::openTrace(const std::string& idOrPrefix) {
    if (const int row = m_model->rowOf(idOrPrefix); row >= 0)
        m_table->selectRow(row);
    else
        m_table->clearSelection();
    m_detail->showTrace(idOrPrefix);
}

void TracesView::resizeEvent(QResizeEvent* event) {
    Place::resizeEvent(event);
    m_resized.start();
    const bool narrow = width() < m_theme.px(kNarrow);
    if (std::exchange(m_narrow, narrow) == narrow)
        return;
    m_filter->setNarrow(narrow);
    const int detail = m_theme.px(narrow ? kNarrowDetail : kDetailWidth);
    m_splitter->setSizes({width() - detail, detail});
}

void TracesView::showState() {
    if (!m_feed->isLoading())
        m_table->setLoading(false);
    else if (!m_patience.isActive())
        m_patience.start();
    showEmpty();
    showTotals();
    showResult();
    Q_EMIT statusChanged();
}

void TracesView::showEmpty() {
    const bool empty = m_model->rowCount() == 0 && !m_feed->isLoading() && !m_feed->isReading();
    const bool filtered = !m_queryText.isEmpty() || m_brush->range();
    if (empty) {
        m_empty->setSentence(filtered ? tr("No trace passes the filter.")
                                      : tr("Every run leaves a trace here: what went in, what came out, and what each "
                                           "step took. Run a draft, or compare two versions, to make the first."));
        m_empty->setAction(filtered ? tr("Show all traces") : tr("Go to the draft"), {});
    }
    m_pages->setCurrentWidget(empty ? static_cast<QWidget*>(m_empty) : m_table);
}

void TracesView::takeNextStep() {
    if (!m_queryText.isEmpty() || m_brush->range()) {
        m_brush->setRange({});
        m_filter->field().setQuery({});
        return showList();
    }
    m_session.authoring().workflows(
        [self = QPointer<TracesView>(this)](Result<std::vector<store::WorkflowInfo>> found) {
            deliverTo(self, [self, found = std::move(found)] {
                if (found.ok() && !found->empty())
                    Q_EMIT self->goToRequested(DraftDestination{toQString(found->front().name)});
            });
        });
}

QList<QAction*> TracesView::commands() const {
    return QList<QAction*>{m_filter->find(), m_filter->live()} + m_bulk->all() + m_detail->actions().all();
}

QWidget* TracesView::firstFocus() const {
    const bool isList = m_pages->currentWidget() == m_table;
    return isList ? static_cast<QWidget*>(m_table) : m_empty->findChild<QPushButton*>(QStringLiteral("emptyAction"));
}

bool TracesView::goTo(const Destination& destination) {
    if (const auto* trace = std::get_if<TraceDestination>(&destination)) {
        openTrace(toUtf8(trace->trace));
        return true;
    }
    const auto* list = std::get_if<TraceListDestination>(&destination);
    if (!list)
        return false;
    m_brush->setRange({});
    m_filter->field().setQuery(list->filter);
    return true;
}

QVariantMap TracesView::saveLayout() const {
    QVariantMap layout{{kColumns, m_table->columnsText()},  {kSplitter, m_splitter->saveState()},
                       {kDetail, m_detail->saveLayout()},   {kQuery, m_filter->field().query()},
                       {kSaved, m_filter->saved().toMap()}, {kLive, m_feed->isLive()}};
    if (const auto& range = m_brush->range()) {
        layout[kFrom] = toMilliseconds(range->from);
        layout[kTo] = toMilliseconds(range->to);
    }
    return layout;
}

void TracesView::restoreLayout(const QVariantMap& layout) {
    m_table->restoreColumns(layout[kColumns].toString());
    m_splitter->restoreState(layout[kSplitter].toByteArray());
    m_detail->restoreLayout(layout[kDetail].toMap());
    m_filter->saved().restore(layout[kSaved].toMap());
    m_filter->live()->setChecked(layout[kLive].toBool());
    m_brush->setRange(rangeIn(layout));
    m_filter->field().setQuery(layout[kQuery].toString());
    if (m_brush->range())
        showList();
}

}  // namespace touchstone::ui
