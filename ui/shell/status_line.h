// SPDX-License-Identifier: GPL-3.0-or-later
//
// The foot of the window: what the place says and the problems of the draft at the left; jobs, the bell and the last
// save at the right. GUI thread only.

#pragma once

#include "strips.h"
#include "uistate/draft_model.h"
#include "uistate/job_list.h"
#include "uistate/notification_list.h"

#include <QPointer>

class QLabel;

namespace touchstone::ui {

class BellButton;
class BellPopup;
class ElidedLabel;
class JobStrip;
class JobsPopup;
class LinkButton;
class Place;

class StatusLine : public Strip {
    Q_OBJECT

public:
    // All outlive the line.
    StatusLine(const Theme& theme, DraftModel& draft, JobList& jobs, NotificationList& notifications,
               QWidget* parent = nullptr);

    // Whose words stand at the left; null for none.
    void setPlace(Place* place);
    void openJobs();
    void openNotifications();

Q_SIGNALS:
    void destinationRequested(const touchstone::ui::Destination& destination);

private:
    void fill();
    void showProblems();
    void goToProblem();
    void showSaved();
    void showPlace();

    const Theme& m_theme;
    DraftModel& m_draft;
    QPointer<Place> m_shown;
    ElidedLabel* m_place;
    QLabel* m_noProblems;
    LinkButton* m_problems;  // leads to the worst of them
    QLabel* m_readOnly;
    JobStrip* m_jobs;
    BellButton* m_bell;
    QLabel* m_saved;
    JobsPopup* m_jobsPopup;
    BellPopup* m_bellPopup;
};

}  // namespace touchstone::ui
