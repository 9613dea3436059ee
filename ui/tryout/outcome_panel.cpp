// SPDX-License-Identifier: GPL-3.0-or-later

#include "outcome_panel.h"

#include "uibase/code_editor.h"
#include "uibase/empty_state.h"
#include "uibase/format.h"
#include "uibase/inline_banner.h"
#include "uibase/panel_head.h"
#include "uibase/pill.h"
#include "uibase/splitter.h"
#include "uibase/theme.h"
#include "uibase/waterfall_view.h"
#include "uirunview/run_spans.h"
#include "uistate/text.h"

#include <QGridLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace touchstone::ui {
namespace {

struct StatusLook {
    PillTone tone;
    QString text;
};

StatusLook lookOf(trace::Status status) {
    switch (status) {
        case trace::Status::Ok:
            return {PillTone::Better, OutcomePanel::tr("valid")};
        case trace::Status::Invalid:
            return {PillTone::Worse, OutcomePanel::tr("invalid")};
        case trace::Status::Blocked:
            return {PillTone::Warning, OutcomePanel::tr("blocked")};
        case trace::Status::Failed:
            return {PillTone::Worse, OutcomePanel::tr("failed")};
        case trace::Status::Cancelled:
            break;
    }
    return {PillTone::Neutral, OutcomePanel::tr("stopped")};
}

}  // namespace

OutcomePanel::OutcomePanel(const Theme& theme, RunController& runs, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_runs(runs),
      m_pages(new QStackedWidget),
      m_empty(new EmptyState(theme, Icon::Run, tr("The answer appears here, with what it took."))),
      m_status(new Pill(theme, {}, PillTone::Neutral)),
      m_tier(new Pill(theme, {})),
      m_banner(new InlineBanner(theme)),
      m_output(new CodeEditor(theme, tr("Output"))),
      m_waterfall(new WaterfallView(theme, tr("Spans of the run"))) {
    m_empty->setAutoFillBackground(true);
    m_empty->setBackgroundRole(QPalette::Base);
    m_empty->setAction(tr("Run"), QKeySequence(Qt::CTRL | Qt::Key_Return));
    connect(m_empty, &EmptyState::actionTriggered, this, &OutcomePanel::runRequested);
    auto* head = new PanelHead(theme, tr("Output"));
    head->addWidget(m_tier);
    head->addWidget(m_status);
    m_tier->hide();
    m_status->hide();
    m_status->setObjectName(QStringLiteral("runStatus"));
    m_banner->setObjectName(QStringLiteral("runBanner"));
    m_pages->addWidget(m_empty);
    m_pages->addWidget(makeResult());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(head);
    layout->addWidget(m_banner);
    layout->addWidget(m_pages, 1);
    connect(&runs, &RunController::started, this, &OutcomePanel::beginRun);
    connect(&runs, &RunController::outputChanged, this, &OutcomePanel::showStream);
    connect(&runs, &RunController::finished, this, &OutcomePanel::showOutcome);
    connect(&runs, &RunController::refused, this, &OutcomePanel::showProblem);
}

QWidget* OutcomePanel::makeResult() {
    m_output->setObjectName(QStringLiteral("output"));
    m_output->setReadOnly(true);
    m_output->setLineNumbersVisible(false);
    m_output->setWordWrap(true);
    m_waterfall->setObjectName(QStringLiteral("waterfall"));
    m_waterfall->setFrameShape(QFrame::NoFrame);
    auto* below = new QWidget;
    below->setAutoFillBackground(true);
    below->setBackgroundRole(QPalette::Base);
    auto* layout = new QVBoxLayout(below);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeFacts());
    layout->addWidget(m_waterfall, 1);
    auto* splitter = new Splitter(Qt::Vertical);
    splitter->setObjectName(QStringLiteral("outcomeSplitter"));
    splitter->addWidget(m_output);
    splitter->addWidget(below);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setSizes({m_theme.px(300), m_theme.px(260)});
    splitter->setChildrenCollapsible(false);
    return splitter;
}

QWidget* OutcomePanel::makeFacts() {
    const std::array<QString, kFacts> names{tr("Latency"), tr("First token"), tr("Tokens"), tr("Cost")};
    auto* facts = new QWidget;
    auto* grid = new QGridLayout(facts);
    grid->setContentsMargins(12, 8, 12, 8);
    grid->setHorizontalSpacing(20);
    grid->setVerticalSpacing(0);
    for (int i = 0; i < kFacts; ++i) {
        auto* name = new QLabel(names[static_cast<std::size_t>(i)]);
        setTextStyle(*name, m_theme, TextStyle::Caption);
        name->setForegroundRole(QPalette::PlaceholderText);
        auto* value = m_facts[static_cast<std::size_t>(i)] = new QLabel(QStringLiteral("—"));
        setTextStyle(*value, m_theme, TextStyle::BodyStrong);
        value->setAccessibleName(names[static_cast<std::size_t>(i)]);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        grid->addWidget(name, 0, i);
        grid->addWidget(value, 1, i);
    }
    grid->setColumnStretch(kFacts, 1);
    return facts;
}

void OutcomePanel::clear() {
    for (QWidget* shown :
         {static_cast<QWidget*>(m_banner), static_cast<QWidget*>(m_tier), static_cast<QWidget*>(m_status)})
        shown->hide();
    m_pages->setCurrentIndex(0);
}

void OutcomePanel::beginRun() {
    m_banner->hide();
    m_tier->hide();
    m_status->setTone(PillTone::Info);
    m_status->setText(tr("running"));
    m_status->show();
    m_output->setLanguage(CodeEditor::Language::Plain);
    m_output->setText({});
    m_waterfall->setSpans({});
    m_waterfall->setAxisVisible(false);
    for (QLabel* fact : m_facts)
        fact->setText(QStringLiteral("—"));
    m_pages->setCurrentIndex(1);
}

void OutcomePanel::showStream() {
    m_output->setText(m_runs.output());
}

void OutcomePanel::showOutcome() {
    const engine::Outcome& outcome = *m_runs.outcome();
    m_output->setLanguage(outcome.value.is_null() ? CodeEditor::Language::Plain : CodeEditor::Language::Json);
    if (!outcome.value.is_null())
        m_output->setText(toQString(toPrettyText(outcome.value)));
    showStatus(outcome);
    showFacts(outcome.trace);
    m_waterfall->setSpans(waterfallOf(outcome.trace.detail.spans));
    m_waterfall->setAxisVisible(true);
}

void OutcomePanel::showStatus(const engine::Outcome& outcome) {
    const StatusLook look = lookOf(outcome.status);
    m_status->setTone(look.tone);
    m_status->setText(look.text);
    m_tier->setText(toQString(outcome.trace.summary.tier));
    m_tier->setVisible(!outcome.trace.summary.tier.empty());
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

void OutcomePanel::showFacts(const trace::Trace& trace) {
    const trace::Summary& summary = trace.summary;
    const auto first = firstTokenOf(trace.detail.spans);
    m_facts[Latency]->setText(formatDuration(summary.duration));
    m_facts[FirstToken]->setText(first ? formatDuration(*first) : QStringLiteral("—"));
    m_facts[Tokens]->setText(QStringLiteral("%1%2 → %3")
                                 .arg(summary.tokensEstimated ? QStringLiteral("≈ ") : QString(),
                                      formatCount(summary.inputTokens), formatCount(summary.outputTokens)));
    m_facts[Cost]->setText(formatMoney(summary.cost));
}

void OutcomePanel::showProblem(const QString& message) {
    m_status->setTone(PillTone::Worse);
    m_status->setText(tr("not run"));
    m_status->show();
    m_banner->showMessage(Severity::Error, message);
}

}  // namespace touchstone::ui
