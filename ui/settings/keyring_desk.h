// SPDX-License-Identifier: GPL-3.0-or-later
//
// Talks to the system's keyring through QtKeychain, on a thread of its own: libraries and D-Bus services behind it may
// be missing, slow, or wait for a person.
//
// Its slots are called through queued connections only.

#pragma once

#include <QObject>
#include <QString>

namespace QKeychain {
class Job;
}

namespace touchstone::ui {

class KeyringDesk : public QObject {
    Q_OBJECT

public:
    enum class Outcome { Done, Missing, Failed };

    // The name under which the keyring lists what we keep.
    explicit KeyringDesk(const QString& service) : m_service(service) {}

    void read(const QString& name);
    void write(const QString& name, const QString& secret);
    void remove(const QString& name);

Q_SIGNALS:
    void wasRead(const QString& name, touchstone::ui::KeyringDesk::Outcome outcome, const QString& secret,
                 const QString& problem);
    void wasWritten(const QString& name, const QString& secret, const QString& problem);  // empty: it is kept
    void wasRemoved(const QString& name, const QString& problem);

private:
    void start(QKeychain::Job* job, const QString& name);

    const QString m_service;
};

}  // namespace touchstone::ui
