// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the window shows while no workspace is open: what is being done, or the ways to go on. GUI thread only.

#pragma once

#include "base/clock.h"

#include <QWidget>

class QAction;
class QLabel;
class QProgressBar;

namespace touchstone::ui {

class InlineBanner;
class RecentList;
class RecentWorkspaces;
class Theme;

class StartPage : public QWidget {
    Q_OBJECT

public:
    // A button for each way to a workspace, the first one filled. All outlive the page.
    StartPage(const Theme& theme, RecentWorkspaces& recent, const Clock& clock, const QList<QAction*>& ways,
              QWidget* parent = nullptr);

    // Only what is being done.
    void showStep(const QString& what);
    void showWays(const QString& why);
    void showFailure(const QString& message);
    void showNote(const QString& note);

Q_SIGNALS:
    void openRequested(const QString& path);

private:
    [[nodiscard]] QWidget* makeWays(const QList<QAction*>& ways);
    [[nodiscard]] QLayout* makeColumn(const QList<QAction*>& ways);
    void applyTheme();

    const Theme& m_theme;
    QLabel* m_logo;
    QLabel* m_step;
    QLabel* m_promise;
    QProgressBar* m_busy;
    QWidget* m_ways = nullptr;
    RecentList* m_recent;
    InlineBanner* m_banner;
};

}  // namespace touchstone::ui
