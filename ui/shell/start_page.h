// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the window shows while no workspace is open: what is being done, or what went wrong and the ways to go on. GUI
// thread only.

#pragma once

#include <QWidget>

class QAction;
class QLabel;
class QProgressBar;
class QVBoxLayout;

namespace touchstone::ui {

class InlineBanner;
class Theme;

class StartPage : public QWidget {
    Q_OBJECT

public:
    // A button for each way to a workspace; the actions outlive the page.
    StartPage(const Theme& theme, const QList<QAction*>& ways, QWidget* parent = nullptr);

    void showStep(const QString& what);
    // `recent`: workspaces to offer besides.
    void showFailure(const QString& message, const QStringList& recent);

Q_SIGNALS:
    void openRequested(const QString& path);

private:
    [[nodiscard]] QWidget* makeWays(const QList<QAction*>& ways);
    void listRecent(const QStringList& recent);
    void applyTheme();

    const Theme& m_theme;
    QLabel* m_logo;
    QLabel* m_step;
    QProgressBar* m_busy;
    QWidget* m_ways;
    QVBoxLayout* m_recent;
    InlineBanner* m_banner;
};

}  // namespace touchstone::ui
