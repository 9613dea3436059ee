// SPDX-License-Identifier: GPL-3.0-or-later
//
// The newest running job in the status bar, with its bar, pause and cancel; a click on its name lists all jobs. GUI
// thread only.

#pragma once

#include "uistate/job_list.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QToolButton;

namespace touchstone::ui {

class Theme;

class JobStrip : public QWidget {
    Q_OBJECT

public:
    // Both outlive the strip.
    JobStrip(const Theme& theme, JobList& jobs, QWidget* parent = nullptr);

    [[nodiscard]] QWidget* anchor() const;

Q_SIGNALS:
    void listRequested();

private:
    void fill();
    void show();
    void togglePause();

    const Theme& m_theme;
    JobList& m_jobs;
    QToolButton* m_name;
    QProgressBar* m_bar;
    QLabel* m_text;
    QToolButton* m_pause;
    QToolButton* m_cancel;
};

// Pause or Resume, and Cancel, as `job` is now.
void showPause(QToolButton& button, const Theme& theme, const Job* job);
void showCancel(QToolButton& button, const Job* job);

}  // namespace touchstone::ui
