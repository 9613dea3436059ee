// SPDX-License-Identifier: GPL-3.0-or-later
//
// Everything that the program shows, one stop after the other: places empty and filled, parts, pages of settings,
// windows of the help, panels and menus. For tests that hold all of it to one yardstick.
//
// GUI thread only.

#pragma once

#include "ui/window_fixture.h"
#include "ui/workspace_fixture.h"

#include <QStringList>

namespace touchstone::test {

class PlaceTour {
public:
    // Fails the test, and leaves the tour unready, where a workspace or a window cannot be made.
    explicit PlaceTour(ui::ThemeMode theme = ui::ThemeMode::Light);
    ~PlaceTour();
    [[nodiscard]] bool isReady() const { return m_ready; }

    [[nodiscard]] static QStringList stops();
    // As rows of a test: one a stop, with its name in the column "stop".
    static void addRows();

    void resize(const QSize& size);
    void setZoom(double zoom);
    void setTheme(ui::ThemeMode mode);
    // The window to look at, active and laid out; null when the stop cannot be shown. Leaves the stop before.
    [[nodiscard]] QWidget* show(const QString& stop);

private:
    [[nodiscard]] bool fill();
    [[nodiscard]] QWidget* arrive(const QString& stop);
    [[nodiscard]] QWidget* showFull(const QString& stop);
    [[nodiscard]] bool showSettings(const QString& section);
    [[nodiscard]] bool run();
    [[nodiscard]] bool compare();
    [[nodiscard]] bool openTrace();
    [[nodiscard]] QWidget* open(const char* action, const char* className);
    void leave();

    [[nodiscard]] ui::MainWindow& full() { return m_full->window(); }

    bool m_ready = false;
    WorkspaceFixture m_filled;
    WorkspaceFixture m_nothing;
    std::unique_ptr<WindowFixture> m_full;
    std::unique_ptr<WindowFixture> m_empty;
    ui::MainWindow* m_start = nullptr;  // the workbench of m_full has it
    QSize m_size{1280, 800};
};

}  // namespace touchstone::test
