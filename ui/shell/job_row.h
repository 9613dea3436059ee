// SPDX-License-Identifier: GPL-3.0-or-later
//
// One job in the list of all jobs. GUI thread only.

#pragma once

#include "uistate/job_list.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QToolButton;

namespace touchstone::ui {

class LinkButton;
class Theme;

class JobRow : public QWidget {
    Q_OBJECT

public:
    // Both outlive the row.
    JobRow(const Theme& theme, JobList& jobs, JobId id, QWidget* parent = nullptr);

    // Shows the job as it is now.
    void refresh();

Q_SIGNALS:
    void resultRequested(const touchstone::ui::Destination& result);

private:
    [[nodiscard]] QWidget* makeHead();
    void togglePause();
    void showResult();

    const Theme& m_theme;
    JobList& m_jobs;
    const JobId m_id;
    QLabel* m_title;
    QLabel* m_text;
    QProgressBar* m_bar;
    QToolButton* m_pause;
    QToolButton* m_cancel;
    LinkButton* m_result;
};

}  // namespace touchstone::ui
