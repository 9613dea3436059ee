// SPDX-License-Identifier: GPL-3.0-or-later

#include "file_watch.h"

#include <QFileInfo>

namespace touchstone::ui {

FileWatch::FileWatch(QObject* parent) : QObject(parent) {
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &FileWatch::look);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &FileWatch::look);
}

void FileWatch::watch(const QString& path) {
    m_path = QFileInfo(path).absoluteFilePath();
    m_watcher.addPath(m_path);
    m_watcher.addPath(QFileInfo(m_path).absolutePath());
}

// A file that is gone is no longer among those that are watched, and can be watched again only once it is back.
void FileWatch::look() {
    const bool there = m_watcher.files().contains(m_path) || m_watcher.addPath(m_path);
    if (std::exchange(m_there, there) == there)
        return;
    if (there)
        Q_EMIT returned();
    else
        Q_EMIT vanished();
}

}  // namespace touchstone::ui
