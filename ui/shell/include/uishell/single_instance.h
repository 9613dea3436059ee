// SPDX-License-Identifier: GPL-3.0-or-later
//
// One program for each person, place and display: a second start hands its files to the first and ends. They meet at a
// socket in $XDG_RUNTIME_DIR/touchstone that only this person can reach; where there is no such folder each start runs
// by itself. The kernel frees the lock of a program that died, so nothing stale is in the way.
//
// GUI thread only.

#pragma once

#include <QByteArray>
#include <QLocalServer>
#include <QObject>
#include <QStringList>

namespace touchstone::ui {

class SingleInstance : public QObject {
    Q_OBJECT

public:
    enum class Role {
        First,  // handedOver() tells of later starts
        Later,  // another program runs: hand the files over
        Alone,  // they cannot meet
    };

    // `runtimeFolder` is $XDG_RUNTIME_DIR; programs meet that have the same `place`: folders, display.
    SingleInstance(const QString& runtimeFolder, const QByteArray& place, QObject* parent = nullptr);
    ~SingleInstance() override;

    [[nodiscard]] Role role() const { return m_role; }
    // Waits, at most some seconds, until the first program has them; false: it does not answer. REQUIRES: role() is
    // Later.
    [[nodiscard]] bool handOver(const QStringList& files) const;

Q_SIGNALS:
    // Absolute paths; none when the other start had no file.
    void handedOver(const QStringList& files);

private:
    [[nodiscard]] static bool isPrivate(const QString& folder);
    void serve();
    void greet();
    void read(QLocalSocket& peer);

    QString m_socket;
    QLocalServer m_server;
    Role m_role = Role::Alone;
    int m_lock = -1;
};

}  // namespace touchstone::ui
