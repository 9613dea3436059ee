// SPDX-License-Identifier: GPL-3.0-or-later

#include "outcome_panel.h"

#include "add_case_bar.h"
#include "answer_view.h"
#include "pinned_run.h"
#include "run_code.h"
#include "run_recall.h"
#include "run_tabs.h"
#include "uibase/elided_label.h"
#include "uibase/empty_state.h"
#include "uibase/inline_banner.h"
#include "uibase/panel_head.h"
#include "uibase/pill.h"
#include "uibase/splitter.h"
#include "uibase/theme.h"
#include "uirunview/run_case.h"
#include "uirunview/run_status.h"
#include "uistate/text.h"

#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace touchstone::ui {
namespace {

constexpr int kSideBySide = 620;  // as wide as two answers need
constexpr int kRoomyHead = 360;

QString idOf(const TriedRun& run) {
    return toQString(run.outcome->trace.summary.id.text);
}

}  // namespace

OutcomePanel::OutcomePanel(session::Session& session, const Theme& theme, RunController& runs, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_runs(runs),
      m_pages(new QStackedWidget),
      m_empty(new EmptyState(theme, Icon::Run, tr("The answer appears here, with what it took."))),
      m_status(new Pill(theme, {}, PillTone::Neutral)),
      m_tier(new Pill(theme, {})),
      m_banner(new InlineBanner(theme)),
      m_addCase(new AddCaseBar(session, theme)) {
    m_empty->setAutoFillBackground(true);
    m_empty->setBackgroundRole(QPalette::Base);
    m_empty->setAction(tr("Run"), QKeySequence(Qt::CTRL | Qt::Key_Return));
    m_status->setObjectName(QStringLiteral("runStatus"));
    m_banner->setObjectName(QStringLiteral("runBanner"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addWidget(m_banner);
    layout->addWidget(m_addCase);
    layout->addWidget(m_pages, 1);
    m_pages->addWidget(m_empty);
    wire();
    clear();
}

QWidget* OutcomePanel::makeHead() {
    auto* head = new PanelHead(m_theme, tr("Output"));
    m_which = new ElidedLabel;
    m_which->setObjectName(QStringLiteral("whichRun"));
    m_which->setForegroundRole(QPalette::PlaceholderText);
    setTextStyle(*m_which, m_theme, TextStyle::Caption);
    m_older = makeToolButton(m_theme, Icon::ChevronUp, tr("The run before"), this);
    m_newer = makeToolButton(m_theme, Icon::ChevronDown, tr("The run after"), this);
    m_pin = makeToolButton(m_theme, Icon::Pin, tr("Pin this run, to see the next ones beside it"), this);
    m_older->setObjectName(QStringLiteral("olderRun"));
    m_newer->setObjectName(QStringLiteral("newerRun"));
    m_pin->setObjectName(QStringLiteral("pinRun"));
    for (QWidget* widget :
         {static_cast<QWidget*>(m_tier), static_cast<QWidget*>(m_status), static_cast<QWidget*>(m_which),
          static_cast<QWidget*>(m_older), static_cast<QWidget*>(m_newer), static_cast<QWidget*>(m_pin),
          static_cast<QWidget*>(makeMore())})
        head->addWidget(widget);
    return head;
}

QToolButton* OutcomePanel::makeMore() {
    m_more = makeToolButton(m_theme, Icon::More, tr("Copy, keep or open this run"), this);
    m_more->setObjectName(QStringLiteral("moreOfRun"));
    m_more->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(m_more);
    const auto add = [&](Icon icon, const QString& text, const char* name, auto act) {
        menu->addAction(m_theme.icon(icon), text, this, act)->setObjectName(QString::fromLatin1(name));
    };
    add(Icon::Copy, tr("Copy the answer"), "copyAnswer",
        [this] { QApplication::clipboard()->setText(m_answer->text()); });
    menu->addSeparator();
    add(Icon::Terminal, tr("Copy as curl"), "copyCurl", [this] { copyAs(curlFor); });
    add(Icon::Terminal, tr("Copy as Python"), "copyPython", [this] { copyAs(pythonFor); });
    add(Icon::Terminal, tr("Copy as JavaScript"), "copyJavaScript", [this] { copyAs(javascriptFor); });
    add(Icon::Terminal, tr("Copy as a command line"), "copyCommand", [this] { copyAs(commandFor); });
    menu->addSeparator();
    add(Icon::Dataset, tr("Add to a dataset…"), "addToDataset",
        [this] { m_addCase->open(caseOf(m_log.shown()->outcome->trace)); });
    add(Icon::Traces, tr("Open the trace"), "openTrace",
        [this] { Q_EMIT goToRequested(TraceDestination{toQString(m_log.shown()->outcome->trace.summary.id.text)}); });
    m_more->setMenu(menu);
    return m_more;
}

// What a run shows is made with the first run.
void OutcomePanel::showResult() {
    if (!m_result) {
        m_pages->addWidget(makeResult());
        restoreLayout(std::exchange(m_layout, {}));
    }
    m_pages->setCurrentWidget(m_result);
}

QWidget* OutcomePanel::makeResult() {
    m_answer = new AnswerView(m_theme, tr("Output"));
    m_answer->setObjectName(QStringLiteral("answer"));
    m_pinned = new PinnedRun(m_theme);
    m_tabs = new RunTabs(m_theme);
    connect(m_pinned, &PinnedRun::unpinRequested, this, &OutcomePanel::unpin);
    m_answers = new Splitter(Qt::Vertical);
    m_answers->setObjectName(QStringLiteral("answersSplitter"));
    m_answers->addWidget(m_pinned);
    m_answers->addWidget(m_answer);
    m_pinned->hide();
    m_result = new Splitter(Qt::Vertical);
    m_result->setObjectName(QStringLiteral("outcomeSplitter"));
    m_result->addWidget(m_answers);
    m_result->addWidget(m_tabs);
    m_result->setStretchFactor(0, 3);
    m_result->setStretchFactor(1, 2);
    m_result->setSizes({m_theme.px(300), m_theme.px(280)});
    return m_result;
}

void OutcomePanel::wire() {
    connect(m_empty, &EmptyState::actionTriggered, this, &OutcomePanel::runRequested);
    connect(m_older, &QToolButton::clicked, this, [this] { stepRun(-1); });
    connect(m_newer, &QToolButton::clicked, this, [this] { stepRun(1); });
    connect(m_pin, &QToolButton::clicked, this, &OutcomePanel::pin);
    connect(m_addCase, &AddCaseBar::added, this,
            [this](const QString& sentence) { m_banner->showMessage(Severity::Info, sentence); });
    connect(&m_runs, &RunController::started, this, &OutcomePanel::beginRun);
    connect(&m_runs, &RunController::outputChanged, this, [this] {
        if (m_runs.isRunning())
            m_answer->showStream(m_runs.output());
    });
    connect(&m_runs, &RunController::finished, this, &OutcomePanel::finishRun);
    connect(&m_runs, &RunController::refused, this, &OutcomePanel::showProblem);
}

void OutcomePanel::clear() {
    m_log.clear();
    unpin();
    m_tier->setText({});
    for (QWidget* shown :
         {static_cast<QWidget*>(m_banner), static_cast<QWidget*>(m_addCase), static_cast<QWidget*>(m_tier),
          static_cast<QWidget*>(m_status), static_cast<QWidget*>(m_which), static_cast<QWidget*>(m_older),
          static_cast<QWidget*>(m_newer), static_cast<QWidget*>(m_pin), static_cast<QWidget*>(m_more)})
        shown->hide();
    m_pages->setCurrentIndex(0);
}

void OutcomePanel::beginRun() {
    m_banner->hide();
    m_addCase->hide();
    m_tier->setText({});
    fitHead();
    m_more->hide();
    m_pin->hide();
    m_status->setTone(PillTone::Info);
    m_status->setText(tr("running"));
    m_status->show();
    showResult();
    m_answer->showStream({});
    m_tabs->clear();
}

void OutcomePanel::finishRun() {
    m_log.add(m_runs.outcome(), m_document);
    showRun();
}

void OutcomePanel::showRun() {
    const TriedRun& run = *m_log.shown();
    m_banner->hide();
    m_addCase->hide();
    m_answer->showOutcome(run.outcome);
    m_tabs->showTrace(run.outcome->trace);
    showStatus(*run.outcome);
    m_which->setText(tr("run %1 of %2").arg(run.number).arg(m_log.count()));
    const bool several = m_log.count() > 1;
    m_which->setVisible(several);
    m_older->setVisible(several);
    m_newer->setVisible(several);
    m_older->setEnabled(!m_log.isFirst());
    m_newer->setEnabled(!m_log.isLast());
    m_pin->show();
    m_more->show();
}

void OutcomePanel::stepRun(int by) {
    if (m_log.step(by))
        showRun();
}

void OutcomePanel::showStatus(const engine::Outcome& outcome) {
    const RunStatus status = statusOf(outcome.trace.summary);
    m_status->setTone(status.tone);
    m_status->setText(status.word);
    m_status->show();
    m_tier->setText(toQString(outcome.trace.summary.tier));
    fitHead();
    if (outcome.error.empty() && !outcome.fellBack.empty())
        m_banner->showMessage(Severity::Warning, tr("Fell back to %1").arg(toQString(outcome.trace.summary.tier)),
                              toQString(outcome.fellBack));
    if (outcome.error.empty() || outcome.status == trace::Status::Cancelled)
        return;
    QStringList details;
    for (const trace::ValidationFailure& failure : outcome.trace.detail.validation)
        details.append(QStringLiteral("%1 %2").arg(toQString(failure.pointer), toQString(failure.message)).trimmed());
    m_banner->showMessage(outcome.status == trace::Status::Blocked ? Severity::Warning : Severity::Error,
                          toQString(outcome.error), details.join(QLatin1Char('\n')));
}

void OutcomePanel::showProblem(const QString& message) {
    m_status->setTone(PillTone::Worse);
    m_status->setText(tr("not run"));
    m_status->show();
    m_banner->showMessage(Severity::Error, message);
}

QVariantMap OutcomePanel::runs() const {
    KeptRuns kept{{}, m_pinnedId};
    for (const TriedRun& run : m_log.runs())
        kept.runs.append(idOf(run));
    return kept.toMap();
}

void OutcomePanel::bringBack(const std::vector<TriedRun>& runs, const std::shared_ptr<const engine::Outcome>& pinned) {
    if (m_log.shown())
        return;
    showResult();
    for (const TriedRun& run : runs)
        m_log.add(run.outcome, run.document);
    for (const TriedRun& run : m_log.runs())
        if (run.outcome == pinned)
            showPinned(run);
    if (m_runs.isRunning())
        return;
    showRun();
}

void OutcomePanel::pin() {
    showPinned(*m_log.shown());
}

void OutcomePanel::showPinned(const TriedRun& run) {
    m_pinnedId = idOf(run);
    m_pinned->showRun(run);
    m_answer->setOther(run.outcome);
    m_pinned->show();
    turnAnswers();
}

void OutcomePanel::unpin() {
    m_pinnedId.clear();
    if (!m_result)
        return;
    m_pinned->hide();
    m_answer->setOther(nullptr);
}

// Two answers stand beside each other where there is room, else below each other.
void OutcomePanel::turnAnswers() {
    if (!m_result)
        return;
    m_answers->setOrientation(width() >= m_theme.px(kSideBySide) ? Qt::Horizontal : Qt::Vertical);
}

// The tier is told by the waterfall too, so it yields first.
void OutcomePanel::fitHead() {
    m_tier->setVisible(!m_tier->text().isEmpty() && width() >= m_theme.px(kRoomyHead));
}

void OutcomePanel::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fitHead();
    turnAnswers();
}

void OutcomePanel::copyAs(QString (*write)(const TriedRun&, QString&)) {
    QString problem;
    const QString text = write(*m_log.shown(), problem);
    if (text.isEmpty())
        return m_banner->showMessage(Severity::Warning, tr("This run cannot be copied like that."), problem);
    QApplication::clipboard()->setText(text);
    m_banner->showMessage(Severity::Info, tr("Copied. A key stays the name of its variable."));
}

QVariantMap OutcomePanel::saveLayout() const {
    if (!m_result)
        return m_layout;
    return {{QStringLiteral("tab"), m_tabs->currentTab()},
            {QStringLiteral("mode"), m_answer->mode()},
            {QStringLiteral("split"), m_result->saveState()}};
}

void OutcomePanel::restoreLayout(const QVariantMap& layout) {
    if (!m_result) {
        m_layout = layout;
        return;
    }
    m_tabs->setCurrentTab(layout.value(QStringLiteral("tab")).toInt());
    m_answer->setMode(layout.value(QStringLiteral("mode")).toInt());
    m_result->restoreState(layout.value(QStringLiteral("split")).toByteArray());
}

}  // namespace touchstone::ui
