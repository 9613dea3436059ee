// SPDX-License-Identifier: GPL-3.0-or-later

#include "uishell/workbench.h"

#include "dropped_files.h"
#include "uishell/main_window.h"
#include "workspace_memory.h"

#include <QApplication>
#include <QFile>
#include <QFileInfo>

#include <sys/stat.h>

#include <algorithm>

namespace touchstone::ui {

Workbench::Workbench(WorkbenchParts parts) : m_parts(std::move(parts)), m_recent(m_parts.state, m_parts.clock) {}

Workbench::~Workbench() = default;

MainWindow& Workbench::restoreWindows() {
    const QStringList workspaces = recallWindows(m_parts.state);
    for (const QString& workspace : workspaces.isEmpty() ? QStringList(QString()) : workspaces) {
        MainWindow& window = addWindow();
        window.openWorkspace(workspace);
        window.show();
    }
    m_keepsWindows = true;
    keepWindows();
    return *m_windows.back();
}

MainWindow& Workbench::addWindow() {
    m_windows.push_back(std::make_unique<MainWindow>(*this));
    MainWindow* window = m_windows.back().get();
    connect(window, &MainWindow::closed, this, [this, window] { noteClosed(*window); });
    connect(
        window, &MainWindow::closed, this, [this, window] { drop(window); }, Qt::QueuedConnection);
    connect(window, &MainWindow::anotherWindowRequested, this, [this](const QString& path) {
        MainWindow& another = addWindow();
        if (path.isEmpty())
            another.showStart();
        else
            another.openWorkspace(path);
        another.show();
    });
    return *window;
}

int Workbench::numberOf(const MainWindow& window) const {
    int number = 0;
    for (const auto& other : m_windows) {
        if (other.get() == &window)
            break;
        number += other->workspace() == window.workspace() ? 1 : 0;
    }
    return number;
}

void Workbench::keepWindows() {
    QStringList workspaces;
    for (const auto& window : m_windows)
        if (!window->workspace().isEmpty())
            workspaces.append(window->workspace());
    if (m_keepsWindows)
        rememberWindows(m_parts.state, workspaces);
}

// Those that are open when the program ends come again; one that was closed before does not.
void Workbench::noteClosed(const MainWindow& window) {
    if (m_quitting || m_windows.size() == 1)
        return;
    QStringList workspaces = recallWindows(m_parts.state);
    workspaces.removeOne(window.workspace());
    if (m_keepsWindows)
        rememberWindows(m_parts.state, workspaces);
}

void Workbench::drop(MainWindow* window) {
    std::erase_if(m_windows, [window](const auto& owned) { return owned.get() == window; });
}

void Workbench::quit() {
    m_quitting = true;
    QApplication::closeAllWindows();
    m_quitting = false;
}

MainWindow* Workbench::windowOf(const QString& path) const {
    for (const auto& window : m_windows)
        if (window->workspace() == placeOf(path))
            return window.get();
    return nullptr;
}

void Workbench::takeOver(const QStringList& files) {
    QStringList others;
    MainWindow* last = m_windows.empty() ? nullptr : m_windows.back().get();
    for (const QString& file : files) {
        if (!isWorkspaceName(file)) {
            others.append(file);
            continue;
        }
        last = windowOf(file);
        if (!last) {
            last = &addWindow();
            last->openWorkspace(file);
        }
    }
    if (!last) {
        last = &addWindow();
        last->openWorkspace({});
    }
    if (!others.isEmpty())
        last->takeFiles(others);
    last->show();
    last->raise();
    last->activateWindow();
}

QString Workbench::placeOf(const QString& path) const {
    const QFileInfo file(path.isEmpty() ? m_parts.sample : path);
    const QString canonical = file.canonicalFilePath();
    return canonical.isEmpty() ? file.absoluteFilePath() : canonical;
}

std::shared_ptr<session::Session> Workbench::sessionOf(const QString& path) const {
    const QString place = placeOf(path);
    const auto found = m_sessions.find(place);
    const bool same = found != m_sessions.end() && found->second.file && found->second.file == fileAt(place);
    return same ? found->second.session.lock() : nullptr;
}

std::optional<Workbench::FileId> Workbench::fileAt(const QString& place) {
    struct stat status {};
    if (::stat(QFile::encodeName(place).constData(), &status) != 0)
        return std::nullopt;
    return FileId(status.st_dev, status.st_ino);
}

void Workbench::share(const QString& path, const std::shared_ptr<session::Session>& session) {
    const QString place = placeOf(path);
    m_sessions[place] = {session, fileAt(place)};
}

std::shared_ptr<session::Session> Workbench::adopt(std::unique_ptr<session::Session> session, const QString& path) {
    return m_closer.share(std::move(session), placeOf(path));
}

WorkspaceOpener::First Workbench::closing(const QString& path, std::shared_ptr<session::Session> own) const {
    return [&closer = m_closer, place = placeOf(path), own = std::move(own)](const std::stop_token& stop) mutable {
        own.reset();
        closer.waitUntilClosed(place, stop);
    };
}

bool Workbench::isHaunted(const QString& path, const std::shared_ptr<session::Session>& own) const {
    const QString place = placeOf(path);
    const auto found = m_sessions.find(place);
    if (found == m_sessions.end() || found->second.file == fileAt(place))
        return false;
    const auto held = found->second.session.lock();
    const long known = held == own ? 2 : 1;  // this one, and the asker's
    return held && held.use_count() > known && QFile::exists(place + QStringLiteral("-wal"));
}

}  // namespace touchstone::ui
