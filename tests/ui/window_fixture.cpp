// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window_fixture.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

namespace touchstone::test {
namespace {

constexpr int kPatience = 30000;  // ms

}  // namespace

WindowFixture::WindowFixture(wiring::Wiring& wiring, const std::string& path, ui::ThemeMode theme) : m_theme(theme) {
    ui::installTheme(*qApp, m_theme);
    m_workbench = std::make_unique<ui::Workbench>(ui::WorkbenchParts{
        m_theme, m_settings, m_servers, m_keys, wiring.models(), m_state, m_clock,
        [&wiring, path](const std::string& file, const std::stop_token&, const auto&) {
            return session::Session::open(file.empty() ? path : file, store::OpenMode::ReadWrite, wiring.parts());
        },
        QString::fromStdString(path)});
    m_window = &m_workbench->addWindow();
}

WindowFixture::~WindowFixture() = default;

bool WindowFixture::show() {
    QSignalSpy loaded(m_window, &ui::MainWindow::loaded);
    QSignalSpy failed(m_window, &ui::MainWindow::loadFailed);
    m_window->openWorkspace(m_workbench->placeOf({}));
    m_window->show();
    const bool ended = QTest::qWaitFor([&] { return !loaded.isEmpty() || !failed.isEmpty(); }, kPatience);
    return ended && !loaded.isEmpty() && QTest::qWaitForWindowActive(m_window, kPatience);
}

}  // namespace touchstone::test
