// SPDX-License-Identifier: GPL-3.0-or-later

#include "job_text.h"

#include "uibase/format.h"

#include <QCoreApplication>
#include <QStringList>

namespace touchstone::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(JobText)
};

const QString kDot = QStringLiteral(" · ");

QString costText(const JobProgress& progress) {
    if (!progress.cost)
        return {};
    if (!progress.expected)
        return formatMoney(progress.cost);
    return Words::tr("%1 of %2").arg(formatMoney(progress.cost), formatMoney(progress.expected, Certainty::Estimated));
}

}  // namespace

QString jobText(const Job& job) {
    if (job.isOver())
        return jobOutcome(job);
    const JobProgress& progress = job.progress;
    QStringList facts;
    if (job.state == JobState::Cancelling)
        facts.append(Words::tr("stopping…"));
    if (job.state == JobState::Paused)
        facts.append(Words::tr("paused"));
    if (progress.total > 0)
        facts.append(formatPercent(job.share()));
    if (job.state == JobState::Running && progress.remaining)
        facts.append(Words::tr("%1 left").arg(formatDuration(*progress.remaining)));
    if (const QString cost = costText(progress); !cost.isEmpty())
        facts.append(cost);
    return facts.join(kDot);
}

QString jobOutcome(const Job& job) {
    QString outcome;
    if (job.state == JobState::Finished)
        outcome = Words::tr("✓ finished in %1").arg(formatDuration(job.took));
    else if (job.state == JobState::Cancelled)
        outcome = Words::tr("cancelled after %1").arg(formatDuration(job.took));
    else
        outcome = Words::tr("✕ failed after %1").arg(formatDuration(job.took));
    return job.message.isEmpty() ? outcome : outcome + kDot + job.message;
}

}  // namespace touchstone::ui
