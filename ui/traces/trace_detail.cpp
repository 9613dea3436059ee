// SPDX-License-Identifier: GPL-3.0-or-later

#include "trace_detail.h"

#include "action_button.h"
#include "detail_tabs.h"
#include "trace/trace_json.h"
#include "trace_actions.h"
#include "uibase/code_editor.h"
#include "uibase/deliver.h"
#include "uibase/elided_label.h"
#include "uibase/empty_state.h"
#include "uibase/inline_banner.h"
#include "uibase/panel_head.h"
#include "uibase/splitter.h"
#include "uibase/theme.h"
#include "uibase/waterfall_view.h"
#include "uirunview/attempts_view.h"
#include "uirunview/feedback_view.h"
#include "uirunview/record_panels.h"
#include "uirunview/run_facts.h"
#include "uirunview/run_spans.h"
#include "uistate/text.h"
#include "uistate/version_mark.h"
#include "version_names.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace touchstone::ui {
namespace {

const QString kTab = QStringLiteral("detailTab");
constexpr int kLeastWidth = 260;
const QString kSplitter = QStringLiteral("detailSplitter");

void fillSurface(QWidget& widget) {
    widget.setAutoFillBackground(true);
    widget.setBackgroundRole(QPalette::Base);
}

// The messages that were sent, and what came back.
Json conversation(const trace::Detail& detail) {
    Json messages = detail.messages.is_array() ? detail.messages : Json::array();
    if (!detail.output.empty())
        messages.push_back({{"role", "assistant"}, {"content", detail.output}});
    return messages;
}

}  // namespace

TraceDetail::TraceDetail(session::Session& session, const Theme& theme, VersionNames& versions, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_theme(theme),
      m_versions(versions),
      m_actions(new TraceActions(session, theme, this)),
      m_loading([this] { load(); }),
      m_pages(new QStackedWidget),
      m_empty(new EmptyState(theme, Icon::Traces, tr("Select a trace to see what happened in it."))),
      m_banner(new InlineBanner(theme)),
      m_id(new ElidedLabel),
      m_mark(new QLabel),
      m_version(new QLabel),
      m_facts(new RunFacts(theme)),
      m_waterfall(new WaterfallView(theme, tr("Spans of the trace"))),
      m_tabs(new DetailTabs(theme)),
      m_panels(new QStackedWidget),
      m_messages(new MessagesView(theme, tr("Messages as sent, and the answer"))),
      m_sources(new SourcesView(theme)),
      m_attempts(new AttemptsView(theme)),
      m_validation(new ValidationView(theme)),
      m_policy(new PolicyView(theme)),
      m_cost(new CostView(theme)),
      m_feedback(new FeedbackView(theme)),
      m_raw(new CodeEditor(theme, tr("The trace as JSON"))) {
    setObjectName(QStringLiteral("traceDetail"));
    fillSurface(*this);
    m_banner->setObjectName(QStringLiteral("traceBanner"));
    m_pages->addWidget(m_empty);
    m_pages->addWidget(makeBody());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_banner);  // at the foot: what one reads stays where it is
    wire();
}

QWidget* TraceDetail::makeHead() {
    m_id->setObjectName(QStringLiteral("traceId"));
    m_id->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setTextStyle(*m_id, m_theme, TextStyle::Mono);
    setTextStyle(*m_version, m_theme, TextStyle::BodyStrong);
    auto* copy = makeToolButton(m_theme, Icon::Copy, tr("Copy trace id"), nullptr);
    copy->setObjectName(QStringLiteral("copyIdButton"));
    connect(copy, &QToolButton::clicked, m_actions->copyId(), &QAction::trigger);
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("moreMenu"));
    menu->addActions(m_actions->inMenu());
    menu->setToolTipsVisible(true);
    auto* more = makeToolButton(m_theme, Icon::More, tr("More to do with this trace"), nullptr);
    more->setObjectName(QStringLiteral("moreActions"));
    connect(more, &QToolButton::clicked, menu,
            [more, menu] { menu->popup(more->mapToGlobal(QPoint(0, more->height()))); });
    m_head = new QWidget;
    auto* line = new QHBoxLayout(m_head);
    line->setContentsMargins(12, 8, 12, 4);
    line->setSpacing(6);
    line->addWidget(m_id);
    line->addWidget(copy);
    line->addWidget(m_mark);
    line->addWidget(m_version);
    line->addStretch(1);
    for (QAction* action : {m_actions->openVersion(), m_actions->replay(), m_actions->runOnDraft()}) {
        m_buttons.append(makeActionButton(action));
        line->addWidget(m_buttons.last());
    }
    line->addWidget(more);
    m_head->setMinimumWidth(m_theme.px(kLeastWidth));  // fitHead() takes care
    return m_head;
}

QWidget* TraceDetail::makeBody() {
    m_facts->setMinimumWidth(m_theme.px(kLeastWidth));
    m_waterfall->setObjectName(QStringLiteral("traceWaterfall"));
    m_splitter = new Splitter(Qt::Vertical);
    m_splitter->setObjectName(kSplitter);
    m_splitter->addWidget(m_waterfall);
    m_splitter->addWidget(makeTabs());
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({m_theme.px(300), m_theme.px(330)});
    m_splitter->setChildrenCollapsible(false);
    auto* body = new QWidget;
    auto* layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addWidget(m_facts);
    layout->addWidget(m_splitter, 1);
    return body;
}

QWidget* TraceDetail::makeTabs() {
    m_tabs->setObjectName(QStringLiteral("detailTabs"));
    m_tabs->setAccessibleName(tr("What to see of the trace"));
    m_tabs->addTabs({tr("Rendered"), tr("Sources"), tr("Attempts"), tr("Validation"), tr("Policy"), tr("Cost"),
                     tr("Feedback"), tr("Raw")});
    m_messages->setEmptyText(tr("Nothing was sent to a model."));
    m_sources->setEmptyText(tr("The run used no sources."));
    m_raw->setLanguage(CodeEditor::Language::Json);
    m_raw->setReadOnly(true);
    for (QWidget* panel :
         {static_cast<QWidget*>(m_messages), static_cast<QWidget*>(m_sources), static_cast<QWidget*>(m_attempts),
          static_cast<QWidget*>(m_validation), static_cast<QWidget*>(m_policy), static_cast<QWidget*>(m_cost),
          static_cast<QWidget*>(m_feedback), static_cast<QWidget*>(m_raw)})
        m_panels->addWidget(panel);
    auto* tabs = new QWidget;
    auto* layout = new QVBoxLayout(tabs);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_tabs);
    layout->addWidget(m_panels, 1);
    return tabs;
}

void TraceDetail::wire() {
    connect(m_tabs, &QTabBar::currentChanged, m_panels, &QStackedWidget::setCurrentIndex);
    connect(m_attempts, &AttemptsView::spanSelected, this, &TraceDetail::selectSpan);
    connect(m_waterfall, &WaterfallView::currentSpanChanged, this, [this](int row) {
        if (row >= 0 && row < static_cast<int>(m_spans.size()))
            m_attempts->setCurrentSpan(m_spans[static_cast<std::size_t>(row)]);
    });
    connect(m_feedback, &FeedbackView::given, this, &TraceDetail::saveFeedback);
    connect(m_actions, &TraceActions::goToRequested, this, &TraceDetail::goToRequested);
    connect(m_actions, &TraceActions::told, this,
            [this](Severity severity, const QString& text, const QString& detail, const QString& trace) {
                m_toldTrace = trace;
                m_banner->showMessage(severity, text, detail, trace.isEmpty() ? QString() : tr("Show its trace"));
            });
    connect(m_banner, &InlineBanner::actionTriggered, this, [this] { showTrace(toUtf8(m_toldTrace)); });
    connect(&m_versions, &VersionNames::changed, this, &TraceDetail::showIdentity);
    connect(&m_theme, &Theme::themeChanged, this, &TraceDetail::showIdentity);
}

QString TraceDetail::shownTrace() const {
    return m_shown.trace ? toQString(m_shown.trace->summary.id.text) : QString();
}

void TraceDetail::showTrace(const std::string& idOrPrefix) {
    m_wanted = idOrPrefix;
    m_loading.request();
}

void TraceDetail::clear() {
    ++m_generation;
    m_wanted.clear();
    m_shown = {};
    m_actions->setTrace(nullptr);
    m_banner->hide();
    m_pages->setCurrentIndex(0);
}

// Runs on a worker: traces may be large.
Result<TraceDetail::Loaded> TraceDetail::prepare(Result<trace::Trace> read) {
    if (!read.ok())
        return read.error();
    trace::Trace trace = std::move(read).value();
    Json raw = trace::toJson(trace.summary);
    raw.update(trace::toJson(trace.detail, true));
    Loaded loaded;
    loaded.messages = shownMessages(conversation(trace.detail));
    loaded.sources = sourceRows(trace.detail.sources);
    loaded.raw = toQString(toPrettyText(raw));
    loaded.trace = std::make_shared<const trace::Trace>(std::move(trace));
    return loaded;
}

void TraceDetail::load() {
    if (m_wanted.empty())
        return;
    m_session.traces().load(
        m_wanted, [self = QPointer<TraceDetail>(this), generation = ++m_generation](Result<trace::Trace> trace) {
            deliverTo(self, [self, generation, loaded = prepare(std::move(trace))]() mutable {
                if (generation != self->m_generation)
                    return;
                if (loaded.ok())
                    self->show(std::move(loaded).value());
                else
                    self->showError(toQString(loaded.error().message));
            });
        });
}

void TraceDetail::showError(const QString& message) {
    m_toldTrace.clear();
    m_banner->showMessage(Severity::Error, tr("The trace could not be read"), message);
}

void TraceDetail::show(Loaded loaded) {
    const trace::Trace& trace = *loaded.trace;
    const bool again = m_shown.trace && m_shown.trace->summary.id == trace.summary.id;
    m_shown = std::move(loaded);
    if (!again)
        m_banner->hide();
    m_actions->setTrace(m_shown.trace);
    m_facts->setTrace(trace);
    m_feedback->setTrace(trace);
    if (!again) {
        m_spans = spanIdsOf(trace.detail.spans);
        m_waterfall->setSpans(waterfallOf(trace.detail.spans));
        m_messages->setMessages(m_shown.messages);
        m_sources->setRows(m_shown.sources);
        m_attempts->setTrace(trace);
        m_validation->setTrace(trace);
        m_policy->setTrace(trace);
        m_cost->setTrace(trace);
    }
    m_raw->setText(m_shown.raw);
    showIdentity();
    showTabs();
    m_pages->setCurrentIndex(1);
    Q_EMIT traceRead(trace.summary);
}

void TraceDetail::showIdentity() {
    if (!m_shown.trace)
        return;
    const trace::Summary& summary = m_shown.trace->summary;
    const QString id = toQString(summary.id.text);
    const std::int64_t number = m_versions.numberOf(summary.workflow, summary.version);
    m_id->setText(id.left(8));
    m_id->setToolTip(id);
    const QString version = m_versions.nameOf(summary.workflow, summary.version);
    m_version->setText(summary.origin == trace::Origin::Replay ? tr("%1 · replay").arg(version) : version);
    m_version->setToolTip(toQString(summary.workflow));
    m_mark->setVisible(number > 0);
    if (number > 0)
        m_mark->setPixmap(
            versionIcon(m_theme, number).pixmap(QSize(m_theme.px(10), m_theme.px(10)), devicePixelRatioF()));
    fitHead();
}

// Words become icons, from the left, until all fits.
void TraceDetail::fitHead() {
    for (QPushButton* button : m_buttons)
        setIconOnly(*button, false);
    for (QPushButton* button : m_buttons) {
        m_head->layout()->invalidate();
        if (m_head->layout()->minimumSize().width() <= width())
            return;
        setIconOnly(*button, true);
    }
}

void TraceDetail::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fitHead();
}

void TraceDetail::showTabs() {
    const trace::Detail& detail = m_shown.trace->detail;
    m_tabs->setCount(Sources, detail.sources.size());
    m_tabs->setCount(Attempts, static_cast<std::size_t>(m_attempts->count()));
    m_tabs->setCount(Validation, detail.validation.size());
    m_tabs->setCount(Policy, detail.policy.size());
    m_tabs->setCount(Feedback, detail.feedback.size());
}

void TraceDetail::selectSpan(const SpanId& span) {
    const auto row = std::ranges::find(m_spans, span);
    if (row != m_spans.end())
        m_waterfall->setCurrentSpan(static_cast<int>(row - m_spans.begin()));
}

void TraceDetail::saveFeedback(const trace::Feedback& feedback) {
    const std::string id = m_shown.trace->summary.id.text;
    m_session.traces().addFeedback(TraceId(id), feedback,
                                   [self = QPointer<TraceDetail>(this), id](Result<void> stored) {
                                       deliverTo(self, [self, id, stored = std::move(stored)] {
                                           if (toUtf8(self->shownTrace()) != id)
                                               return;
                                           if (!stored.ok())
                                               return self->m_feedback->setFailed(toQString(stored.error().message));
                                           self->m_feedback->setSaved();
                                           self->showTrace(id);
                                       });
                                   });
}

QVariantMap TraceDetail::saveLayout() const {
    return {{kTab, m_tabs->currentIndex()}, {kSplitter, m_splitter->saveState()}};
}

void TraceDetail::restoreLayout(const QVariantMap& layout) {
    m_tabs->setCurrentIndex(std::clamp(layout.value(kTab, 0).toInt(), 0, kTabs - 1));
    m_splitter->restoreState(layout[kSplitter].toByteArray());
}

}  // namespace touchstone::ui
