// SPDX-License-Identifier: GPL-3.0-or-later

#include "status_line.h"

#include "bell.h"
#include "job_strip.h"
#include "jobs_popup.h"
#include "uibase/elided_label.h"
#include "uibase/format.h"
#include "uibase/link_button.h"
#include "uibase/theme.h"
#include "uistate/place.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>

namespace touchstone::ui {
namespace {

QLabel* makeCaption(const Theme& theme, const char* objectName) {
    auto* label = new QLabel;
    label->setObjectName(QString::fromLatin1(objectName));
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setTextFormat(Qt::PlainText);
    setTextStyle(*label, theme, TextStyle::Caption);
    return label;
}

}  // namespace

StatusLine::StatusLine(const Theme& theme, DraftModel& draft, JobList& jobs, NotificationList& notifications,
                       QWidget* parent)
    : Strip(theme, Edge::Top, parent),
      m_theme(theme),
      m_draft(draft),
      m_place(new ElidedLabel),
      m_noProblems(makeCaption(theme, "noProblems")),
      m_problems(new LinkButton(theme)),
      m_readOnly(makeCaption(theme, "readOnly")),
      m_jobs(new JobStrip(theme, jobs)),
      m_bell(new BellButton(theme, notifications)),
      m_saved(makeCaption(theme, "savedAt")),
      m_jobsPopup(new JobsPopup(theme, jobs, this)),
      m_bellPopup(new BellPopup(theme, notifications, this)) {
    setObjectName(QStringLiteral("statusLine"));
    m_place->setObjectName(QStringLiteral("placeStatus"));
    m_problems->setObjectName(QStringLiteral("problemCount"));
    m_noProblems->setText(tr("✓ no problems"));
    m_noProblems->hide();
    m_problems->hide();
    setTextStyle(*m_place, theme, TextStyle::Caption);
    setTextStyle(*m_problems, theme, TextStyle::Caption);
    m_readOnly->setText(draft.isReadOnly() ? tr("▲ read-only workspace: nothing can be saved") : QString());
    fill();
    connect(&draft, &DraftModel::checked, this, &StatusLine::showProblems);
    connect(m_problems, &QPushButton::clicked, this, &StatusLine::goToProblem);
    connect(&draft, &DraftModel::saveStateChanged, this, &StatusLine::showSaved);
    connect(m_jobs, &JobStrip::listRequested, this, &StatusLine::openJobs);
    connect(m_bell, &QToolButton::clicked, this, &StatusLine::openNotifications);
    connect(m_jobsPopup, &JobsPopup::resultRequested, this, &StatusLine::destinationRequested);
    connect(m_bellPopup, &BellPopup::destinationRequested, this, &StatusLine::destinationRequested);
}

void StatusLine::fill() {
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(12, 1, 12, 0);
    line->setSpacing(12);
    line->addWidget(m_place);
    line->addWidget(m_noProblems);
    line->addWidget(m_problems);
    line->addWidget(m_readOnly);
    line->addStretch(1);
    line->addWidget(m_jobs);
    line->addWidget(m_bell);
    line->addWidget(m_saved);
    const auto fit = [this] { setFixedHeight(m_theme.px(26)); };
    fit();
    connect(&m_theme, &Theme::themeChanged, this, fit);
}

void StatusLine::setPlace(Place* place) {
    if (m_shown)
        m_shown->disconnect(this);
    m_shown = place;
    if (place)
        connect(place, &Place::statusChanged, this, &StatusLine::showPlace);
    showPlace();
}

void StatusLine::showPlace() {
    const QString status = m_shown ? m_shown->status() : QString();
    m_place->setText(status);
    m_place->setVisible(!status.isEmpty());
}

void StatusLine::openJobs() {
    m_jobsPopup->openAbove(*m_jobs->anchor());
}

void StatusLine::openNotifications() {
    m_bellPopup->openAbove(*m_bell);
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
        counts.append(tr("✕ %n error(s)", nullptr, errors));
    if (warnings > 0)
        counts.append(tr("▲ %n warning(s)", nullptr, warnings));
    m_problems->setText(counts.join(QStringLiteral("   ")));
    m_problems->setAccessibleName(m_problems->text());
    m_problems->setToolTip(tr("Show the first of them"));
    m_problems->setVisible(!counts.isEmpty());
    m_problems->updateGeometry();
    m_noProblems->setVisible(counts.isEmpty());
}

void StatusLine::goToProblem() {
    const std::vector<Finding>& findings = m_draft.findings();
    const auto worst = std::max_element(findings.begin(), findings.end(),
                                        [](const Finding& a, const Finding& b) { return a.severity < b.severity; });
    if (worst == findings.end())
        return;
    if (worst->pointer.empty())
        return Q_EMIT destinationRequested(DraftDestination{m_draft.workflow(), m_draft.branch()});
    Q_EMIT destinationRequested(
        PartDestination{worst->pointer.substr(1, worst->pointer.find('/', 1) - 1), worst->pointer});
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

}  // namespace touchstone::ui
