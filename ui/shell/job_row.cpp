// SPDX-License-Identifier: GPL-3.0-or-later

#include "job_row.h"

#include "job_strip.h"
#include "job_text.h"
#include "uibase/link_button.h"
#include "uibase/panel_head.h"
#include "uibase/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

namespace touchstone::ui {

JobRow::JobRow(const Theme& theme, JobList& jobs, JobId id, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_jobs(jobs),
      m_id(id),
      m_title(new QLabel),
      m_text(new QLabel),
      m_bar(new QProgressBar),
      m_pause(makeToolButton(theme, Icon::Pause, tr("Pause"), this)),
      m_cancel(makeToolButton(theme, Icon::Close, tr("Cancel; finished cases are kept"), this)),
      m_result(new LinkButton(theme)) {
    m_title->setTextFormat(Qt::PlainText);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setForegroundRole(QPalette::PlaceholderText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(theme.px(8));
    m_result->setText(tr("Show the result"));
    m_result->setObjectName(QStringLiteral("showResult"));
    setTextStyle(*m_text, theme, TextStyle::Caption);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(4);
    column->addWidget(makeHead());
    column->addWidget(m_bar);
    column->addWidget(m_text);
    connect(m_pause, &QToolButton::clicked, this, &JobRow::togglePause);
    connect(m_cancel, &QToolButton::clicked, this, [this] { m_jobs.cancel(m_id); });
    connect(m_result, &QPushButton::clicked, this, &JobRow::showResult);
    refresh();
}

QWidget* JobRow::makeHead() {
    auto* head = new QWidget;
    auto* line = new QHBoxLayout(head);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_title, 1);
    line->addWidget(m_result);
    line->addWidget(m_pause);
    line->addWidget(m_cancel);
    return head;
}

void JobRow::togglePause() {
    const Job* job = m_jobs.find(m_id);
    if (job && job->state == JobState::Paused)
        m_jobs.resume(m_id);
    else
        m_jobs.pause(m_id);
}

void JobRow::showResult() {
    if (const Job* job = m_jobs.find(m_id); job && job->info.result)
        Q_EMIT resultRequested(*job->info.result);
}

void JobRow::refresh() {
    const Job* job = m_jobs.find(m_id);
    if (!job)
        return;
    m_title->setText(job->info.title);
    m_text->setText(jobText(*job));
    m_bar->setVisible(!job->isOver());
    m_bar->setRange(0, static_cast<int>(std::min<std::int64_t>(job->progress.total, 1'000'000)));
    m_bar->setValue(static_cast<int>(std::min<std::int64_t>(job->progress.done, 1'000'000)));
    m_bar->setAccessibleName(tr("Progress of %1").arg(job->info.title));
    m_result->setVisible(job->isOver() && job->state != JobState::Failed && job->info.result);
    m_result->setAccessibleName(tr("Show the result of %1").arg(job->info.title));
    showPause(*m_pause, m_theme, job);
    showCancel(*m_cancel, job);
}

}  // namespace touchstone::ui
