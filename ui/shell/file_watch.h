// SPDX-License-Identifier: GPL-3.0-or-later
//
// Tells when the file of the open workspace is no longer where it was opened, and when it is back. SQLite goes on with
// a file that was moved or deleted, so nothing else would notice.
//
// GUI thread only; only asks the system for notices, never opens the file.

#pragma once

#include <QFileSystemWatcher>
#include <QString>

namespace touchstone::ui {

class FileWatch : public QObject {
    Q_OBJECT

public:
    explicit FileWatch(QObject* parent = nullptr);

    void watch(const QString& path);
    [[nodiscard]] QString path() const { return m_path; }

Q_SIGNALS:
    void vanished();
    void returned();

private:
    void look();

    QFileSystemWatcher m_watcher;
    QString m_path;
    bool m_there = true;
};

}  // namespace touchstone::ui
