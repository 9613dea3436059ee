// SPDX-License-Identifier: GPL-3.0-or-later

#include "progress_line.h"

#include "uibase/elided_label.h"
#include "uibase/format.h"
#include "uibase/pill.h"
#include "uibase/theme.h"
#include "uistate/experiment_controller.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>

namespace touchstone::ui {

ProgressLine::ProgressLine(const Theme& theme, ExperimentController& experiments, QWidget* parent)
    : QWidget(parent),
      m_experiments(experiments),
      m_bar(new QProgressBar),
      m_text(new ElidedLabel),
      m_cancel(new QPushButton(tr("Cancel"))) {
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_bar->setAccessibleName(tr("Progress of the comparison"));
    m_bar->setTextVisible(false);
    m_text->setObjectName(QStringLiteral("compareProgress"));
    m_cancel->setObjectName(QStringLiteral("cancelCompare"));
    setEscapeCancels(true);
    connect(m_cancel, &QPushButton::clicked, &m_experiments, &ExperimentController::cancel);
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(12, 0, 12, 8);
    line->setSpacing(12);
    line->addWidget(new Pill(theme, tr("UNDECIDED SO FAR"), PillTone::Neutral));
    line->addWidget(m_bar, 1);
    line->addWidget(m_text);
    line->addWidget(m_cancel);
    hide();
}

void ProgressLine::setEscapeCancels(bool cancels) {
    const QKeySequence escape(Qt::Key_Escape);
    m_cancel->setShortcut(cancels ? escape : QKeySequence());
    m_cancel->setToolTip(cancels ? tr("Stop and keep the finished cases (%1)").arg(formatShortcut(escape))
                                 : tr("Stop and keep the finished cases"));
}

void ProgressLine::refresh() {
    const eval::Progress& progress = m_experiments.progress();
    setVisible(m_experiments.isRunning());
    m_bar->setMaximum(std::max(1, static_cast<int>(progress.total)));
    m_bar->setValue(static_cast<int>(progress.done));
    QStringList facts{
        tr("%1 of %2 runs")
            .arg(formatCount(static_cast<qint64>(progress.done)), formatCount(static_cast<qint64>(progress.total)))};
    if (progress.remaining)
        facts.append(tr("%1 left").arg(formatDuration(*progress.remaining)));
    facts.append(formatMoney(progress.costKnown ? std::optional(progress.cost) : std::nullopt));
    m_text->setText(facts.join(QStringLiteral(" · ")));
}

}  // namespace touchstone::ui
