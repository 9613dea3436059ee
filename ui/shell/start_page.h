// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the window shows while no workspace is open: what is being done, or what went wrong. GUI thread only.

#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;

namespace touchstone::ui {

class InlineBanner;
class Theme;

class StartPage : public QWidget {
    Q_OBJECT

public:
    explicit StartPage(const Theme& theme, QWidget* parent = nullptr);

    void showStep(const QString& what);
    void showFailure(const QString& message);

Q_SIGNALS:
    void openAnotherRequested();

private:
    void applyTheme();

    const Theme& m_theme;
    QLabel* m_logo;
    QLabel* m_step;
    QProgressBar* m_busy;
    InlineBanner* m_banner;
};

}  // namespace touchstone::ui
