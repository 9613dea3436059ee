// SPDX-License-Identifier: GPL-3.0-or-later

#include "status_line.h"

#include "uibase/format.h"
#include "uibase/panel_head.h"
#include "uibase/theme.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>

namespace touchstone::ui {
namespace {

QLabel* makeCaption(const Theme& theme, const char* objectName) {
    auto* label = new QLabel;
    label->setObjectName(QString::fromLatin1(objectName));
    label->setForegroundRole(QPalette::PlaceholderText);
    setTextStyle(*label, theme, TextStyle::Caption);
    return label;
}

}  // namespace

StatusLine::StatusLine(const Theme& theme, DraftModel& draft, ExperimentController& experiments, QWidget* parent)
    : Strip(theme, Edge::Top, parent),
      m_draft(draft),
      m_experiments(experiments),
      m_problems(makeCaption(theme, "problemCount")),
      m_readOnly(makeCaption(theme, "readOnly")),
      m_experiment(makeCaption(theme, "experimentText")),
      m_progress(new QProgressBar),
      m_cancel(makeToolButton(theme, Icon::Close, tr("Cancel the comparison; finished cases are kept"), this)),
      m_saved(makeCaption(theme, "savedAt")) {
    setObjectName(QStringLiteral("statusLine"));
    m_readOnly->setText(draft.isReadOnly() ? tr("▲ read-only workspace: nothing can be saved") : QString());
    m_progress->setFixedWidth(theme.px(96));
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress of the comparison"));
    m_cancel->setObjectName(QStringLiteral("cancelExperiment"));
    m_cancel->setFixedSize(theme.px(20), theme.px(20));
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(12, 1, 12, 0);
    line->setSpacing(12);
    line->addWidget(m_problems);
    line->addWidget(m_readOnly);
    line->addStretch(1);
    for (QWidget* widget :
         {static_cast<QWidget*>(m_experiment), static_cast<QWidget*>(m_progress), static_cast<QWidget*>(m_cancel)})
        line->addWidget(widget);
    line->addWidget(m_saved);
    setFixedHeight(theme.px(26));
    connect(&theme, &Theme::themeChanged, this, [this, &theme] { setFixedHeight(theme.px(26)); });
    connect(&draft, &DraftModel::checked, this, &StatusLine::showProblems);
    connect(&draft, &DraftModel::saveStateChanged, this, &StatusLine::showSaved);
    for (const auto signal :
         {&ExperimentController::started, &ExperimentController::progressed, &ExperimentController::finished})
        connect(&experiments, signal, this, &StatusLine::showExperiment);
    connect(&experiments, &ExperimentController::refused, this, &StatusLine::showExperiment);
    connect(m_cancel, &QToolButton::clicked, &experiments, &ExperimentController::cancel);
    showExperiment();
}

void StatusLine::showProblems() {
    int errors = 0;
    int warnings = 0;
    for (const Finding& finding : m_draft.findings()) {
        errors += finding.severity == Severity::Error ? 1 : 0;
        warnings += finding.severity == Severity::Warning ? 1 : 0;
    }
    QStringList counts;
    if (errors > 0)
        counts.append(QStringLiteral("✕ ") + formatCounted(errors, tr("error"), tr("errors")));
    if (warnings > 0)
        counts.append(QStringLiteral("▲ ") + formatCounted(warnings, tr("warning"), tr("warnings")));
    m_problems->setText(counts.isEmpty() ? tr("✓ no problems") : counts.join(QStringLiteral("   ")));
}

void StatusLine::showSaved() {
    const auto saved = m_draft.savedAt();
    if (m_draft.isConflicted())
        return m_saved->setText(tr("▲ Not saved: changed elsewhere"));
    if (m_draft.isUnsaved())
        return m_saved->setText(tr("Saving…"));
    if (!saved)
        return m_saved->clear();
    const auto msecs = std::chrono::floor<std::chrono::milliseconds>(*saved).time_since_epoch().count();
    m_saved->setText(tr("Saved %1").arg(QDateTime::fromMSecsSinceEpoch(msecs).toString(QStringLiteral("HH:mm:ss"))));
}

void StatusLine::showExperiment() {
    const bool running = m_experiments.isRunning();
    for (QWidget* widget :
         {static_cast<QWidget*>(m_experiment), static_cast<QWidget*>(m_progress), static_cast<QWidget*>(m_cancel)})
        widget->setVisible(running);
    const eval::Progress& progress = m_experiments.progress();
    m_progress->setMaximum(std::max(1, static_cast<int>(progress.total)));
    m_progress->setValue(static_cast<int>(progress.done));
    const double share =
        progress.total == 0 ? 0 : static_cast<double>(progress.done) / static_cast<double>(progress.total);
    m_experiment->setText(tr("Comparison %1").arg(formatPercent(share)));
}

}  // namespace touchstone::ui
