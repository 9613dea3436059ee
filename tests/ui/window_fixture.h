// SPDX-License-Identifier: GPL-3.0-or-later
//
// The whole window over a real workspace file, as the program makes it, with settings and state in a folder of its own.
//
// GUI thread only.

#pragma once

#include "base/system_clock.h"
#include "uibase/theme.h"
#include "uisettings/key_vault.h"
#include "uishell/main_window.h"
#include "uishell/workbench.h"
#include "uistate/settings.h"
#include "uistate/settings_servers.h"
#include "wiring/wiring.h"

#include <QSettings>
#include <QTemporaryDir>

#include <memory>

namespace touchstone::test {

class WindowFixture {
public:
    // Opens the workspace at `path`. `wiring` outlives the fixture.
    WindowFixture(wiring::Wiring& wiring, const std::string& path, ui::ThemeMode theme = ui::ThemeMode::Light);
    ~WindowFixture();

    // Waits until the first workflow is shown, or it is known that there is none; false when that takes too long.
    [[nodiscard]] bool show();
    [[nodiscard]] ui::MainWindow& window() { return *m_window; }
    [[nodiscard]] ui::Workbench& workbench() { return *m_workbench; }
    [[nodiscard]] ui::Theme& theme() { return m_theme; }

private:
    const QTemporaryDir m_folder;
    QSettings m_file{m_folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    QSettings m_state{m_folder.filePath(QStringLiteral("state.ini")), QSettings::IniFormat};
    ui::Theme m_theme;
    ui::Settings m_settings{m_file};
    ui::ModelServers m_servers{m_file};
    ui::KeyVault m_keys{m_settings, m_folder.filePath(QStringLiteral("keys.sealed")).toStdString()};
    SystemClock m_clock;
    std::unique_ptr<ui::Workbench> m_workbench;
    ui::MainWindow* m_window = nullptr;
};

}  // namespace touchstone::test
