// SPDX-License-Identifier: GPL-3.0-or-later

#include "job_strip.h"

#include "job_text.h"
#include "uibase/panel_head.h"
#include "uibase/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

namespace touchstone::ui {

void showPause(QToolButton& button, const Theme& theme, const Job* job) {
    const bool paused = job && job->state == JobState::Paused;
    const bool offered =
        job && (paused ? bool(job->controls.resume) : job->state == JobState::Running && bool(job->controls.pause));
    const QString name = paused ? JobStrip::tr("Go on") : JobStrip::tr("Pause; finished cases are kept");
    button.setVisible(offered);
    button.setIcon(theme.icon(paused ? Icon::Run : Icon::Pause));
    button.setToolTip(name);
    button.setAccessibleName(name);
}

void showCancel(QToolButton& button, const Job* job) {
    button.setVisible(job && !job->isOver() && job->controls.cancel);
    button.setEnabled(job && job->state != JobState::Cancelling);
}

JobStrip::JobStrip(const Theme& theme, JobList& jobs, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_jobs(jobs),
      m_name(new QToolButton),
      m_bar(new QProgressBar),
      m_text(new QLabel),
      m_pause(makeToolButton(theme, Icon::Pause, tr("Pause"), this)),
      m_cancel(makeToolButton(theme, Icon::Close, tr("Cancel; finished cases are kept"), this)) {
    m_name->setObjectName(QStringLiteral("jobs"));
    m_bar->setObjectName(QStringLiteral("jobBar"));
    m_text->setObjectName(QStringLiteral("jobText"));
    m_pause->setObjectName(QStringLiteral("pauseJob"));
    m_cancel->setObjectName(QStringLiteral("cancelJob"));
    m_name->setAutoRaise(true);
    m_name->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_bar->setTextVisible(false);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setForegroundRole(QPalette::PlaceholderText);
    setTextStyle(*m_name, theme, TextStyle::Caption);
    setTextStyle(*m_text, theme, TextStyle::Caption);
    fill();
    connect(&jobs, &JobList::changed, this, &JobStrip::show);
    connect(&jobs, &JobList::rowsRemoved, this, &JobStrip::show);
    connect(m_name, &QToolButton::clicked, this, &JobStrip::listRequested);
    connect(m_pause, &QToolButton::clicked, this, &JobStrip::togglePause);
    connect(m_cancel, &QToolButton::clicked, this, [this] { m_jobs.cancel(m_jobs.active()->id); });
    show();
}

void JobStrip::fill() {
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_name, m_bar, m_text, m_pause, m_cancel})
        line->addWidget(widget);
    const auto fit = [this] {
        m_bar->setFixedWidth(m_theme.px(96));
        for (QToolButton* button : {m_pause, m_cancel})
            button->setFixedSize(m_theme.px(20), m_theme.px(20));
        m_name->setFixedHeight(m_theme.px(22));
    };
    fit();
    connect(&m_theme, &Theme::themeChanged, this, fit);
}

QWidget* JobStrip::anchor() const {
    return m_name;
}

void JobStrip::togglePause() {
    const Job* job = m_jobs.active();
    if (job->state == JobState::Paused)
        m_jobs.resume(job->id);
    else
        m_jobs.pause(job->id);
}

void JobStrip::show() {
    const Job* job = m_jobs.active();
    const int failures = m_jobs.unreadFailures();
    m_bar->setVisible(job != nullptr);
    m_text->setVisible(job != nullptr);
    showPause(*m_pause, m_theme, job);
    showCancel(*m_cancel, job);
    m_name->setVisible(m_jobs.rowCount() > 0);
    if (job) {
        const int others = m_jobs.activeCount() - 1;
        m_name->setText(others > 0 ? tr("%1 and %2 more").arg(job->info.title).arg(others) : job->info.title);
        m_bar->setRange(0, static_cast<int>(std::min<std::int64_t>(job->progress.total, 1'000'000)));
        m_bar->setValue(static_cast<int>(std::min<std::int64_t>(job->progress.done, 1'000'000)));
        m_bar->setAccessibleName(tr("Progress of %1").arg(job->info.title));
        m_text->setText(jobText(*job));
    } else {
        m_name->setText(failures == 0 ? tr("Jobs") : tr("✕ %n job(s) failed", nullptr, failures));
    }
    m_name->setAccessibleName(tr("All jobs; now: %1").arg(m_name->text()));
    m_name->setToolTip(tr("All jobs"));
}

}  // namespace touchstone::ui
