// SPDX-License-Identifier: GPL-3.0-or-later
//
// All jobs of the window: what runs, what came of the others, and why some failed. Opening it means the failures are
// read. GUI thread only.

#pragma once

#include "popup.h"
#include "uistate/job_list.h"

class QVBoxLayout;

namespace touchstone::ui {

class JobRow;

class JobsPopup : public Popup {
    Q_OBJECT

public:
    // Both outlive the pop-up.
    JobsPopup(const Theme& theme, JobList& jobs, QWidget* parent);

Q_SIGNALS:
    void resultRequested(const touchstone::ui::Destination& result);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void rebuild();
    void refresh();
    [[nodiscard]] JobRow* makeRow(JobId id);

    const Theme& m_theme;
    JobList& m_jobs;
    QVBoxLayout* m_rows;
    QList<JobRow*> m_shown;
};

}  // namespace touchstone::ui
