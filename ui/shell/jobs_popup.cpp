// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs_popup.h"

#include "job_row.h"
#include "uibase/link_button.h"
#include "uibase/panel_head.h"
#include "uibase/theme.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace touchstone::ui {

JobsPopup::JobsPopup(const Theme& theme, JobList& jobs, QWidget* parent)
    : Popup(theme, tr("Jobs"), parent), m_theme(theme), m_jobs(jobs) {
    setObjectName(QStringLiteral("jobsPopup"));
    auto* clear = new LinkButton(theme);
    clear->setObjectName(QStringLiteral("clearJobs"));
    clear->setText(tr("Remove those that are over"));
    head().addWidget(clear);
    auto* body = new QWidget;
    auto* outer = new QVBoxLayout(body);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addLayout(m_rows = new QVBoxLayout);
    outer->addStretch(1);
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(body);
    setBody(scroll);
    m_rows->setSpacing(0);
    connect(clear, &QPushButton::clicked, &jobs, &JobList::clearEnded);
    connect(&jobs, &JobList::rowsInserted, this, &JobsPopup::rebuild);
    connect(&jobs, &JobList::rowsRemoved, this, &JobsPopup::rebuild);
    connect(&jobs, &JobList::modelReset, this, &JobsPopup::rebuild);
    connect(&jobs, &JobList::changed, this, &JobsPopup::refresh);
    rebuild();
}

void JobsPopup::showEvent(QShowEvent* event) {
    Popup::showEvent(event);
    m_jobs.markRead();
    refresh();
}

JobRow* JobsPopup::makeRow(JobId id) {
    auto* row = new JobRow(m_theme, m_jobs, id);
    connect(row, &JobRow::resultRequested, this, [this](const Destination& result) {
        hide();
        Q_EMIT resultRequested(result);
    });
    return row;
}

void JobsPopup::rebuild() {
    qDeleteAll(m_shown);
    m_shown.clear();
    for (int row = 0; row < m_jobs.rowCount(); ++row) {
        m_shown.append(makeRow(m_jobs.at(row).id));
        m_rows->addWidget(m_shown.back());
    }
}

void JobsPopup::refresh() {
    if (!isVisible())
        return;
    for (JobRow* row : m_shown)
        row->refresh();
}

}  // namespace touchstone::ui
