// SPDX-License-Identifier: GPL-3.0-or-later
//
// A D-Bus session of the test's own, gone with the object. Started before anything asks for the session bus.

#pragma once

#include <QProcess>
#include <QStandardPaths>

namespace touchstone::test {

class PrivateBus {
public:
    PrivateBus() = default;
    PrivateBus(const PrivateBus&) = delete;
    PrivateBus& operator=(const PrivateBus&) = delete;
    ~PrivateBus() {
        m_process.terminate();
        m_process.waitForFinished();
    }

    [[nodiscard]] static bool isInstalled() {
        return !QStandardPaths::findExecutable(QStringLiteral("dbus-daemon")).isEmpty();
    }
    [[nodiscard]] bool start() {
        m_process.start(QStringLiteral("dbus-daemon"),
                        {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address")});
        if (!m_process.waitForStarted() || !m_process.waitForReadyRead(5000))
            return false;
        m_address = QString::fromUtf8(m_process.readLine().trimmed());
        return qputenv("DBUS_SESSION_BUS_ADDRESS", m_address.toUtf8());
    }
    [[nodiscard]] QString address() const { return m_address; }

private:
    QProcess m_process;
    QString m_address;
};

}  // namespace touchstone::test
