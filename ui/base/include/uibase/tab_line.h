// SPDX-License-Identifier: GPL-3.0-or-later
//
// Tabs on one line that never ask for more room than there is: those that do not fit are in a menu at its end, the
// current one is always in sight. The arrow keys go through all of them.
//
// GUI thread only.

#pragma once

#include <QTabBar>

class QToolButton;

namespace touchstone::ui {

class Theme;

class TabLine : public QTabBar {
    Q_OBJECT

public:
    // `name` is what a screen reader calls the line.
    TabLine(const Theme& theme, const QString& name, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    [[nodiscard]] QSize tabSizeHint(int index) const override;
    void tabInserted(int index) override;
    void tabRemoved(int index) override;
    void tabLayoutChange() override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void fit();
    // Shows as many tabs as fit into `room` beside the current one.
    void showWithin(int room);
    void openMenu();

    const Theme& m_theme;
    QToolButton* m_more;  // covers the end of the line while tabs are hidden
    bool m_fitting = false;
};

}  // namespace touchstone::ui
