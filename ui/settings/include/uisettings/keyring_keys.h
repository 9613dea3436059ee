// SPDX-License-Identifier: GPL-3.0-or-later
//
// Keys in the system's keyring (GNOME Keyring, KWallet). They are read once, in the background, and kept in memory;
// asking never waits. Which names were put there is remembered in the settings' file, the keys themselves are not.
//
// One in a program, for QtKeychain's queue belongs to the thread that used it first. GUI thread only, except find().

#pragma once

#include "crypto/sealed_file.h"
#include "provider/key_source.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QStringList>

#include <mutex>

class QSettings;
class QThread;

namespace touchstone::ui {

class KeyringKeys : public QObject, public provider::KeySource {
    Q_OBJECT

public:
    // `file` outlives it. `service` is the name under which the keyring lists the keys.
    explicit KeyringKeys(QSettings& file, const QString& service = QStringLiteral("touchstone"),
                         QObject* parent = nullptr);
    ~KeyringKeys() override;

    // Reads, in the background, the keys that were put there.
    void load();
    // Forgets them here; the keyring keeps them.
    void unload();
    // The key is kept elsewhere: it is not looked for in the keyring any more.
    void disown(const QString& name);
    // Concluded by stored() or refused(), as are removals.
    void store(const QString& name, const crypto::Secret& secret);
    void remove(const QString& name);

    // NotFound, or Unavailable while the keyring has not answered.
    [[nodiscard]] Result<std::string> find(const std::string& name) override;
    // Whether it is known to be there, or is being read.
    [[nodiscard]] bool has(const QString& name) const;
    [[nodiscard]] bool isAsking() const { return !m_asked.isEmpty(); }
    // Why the keyring could not be used the last time; empty when it could.
    [[nodiscard]] QString problem() const { return m_problem; }

Q_SIGNALS:
    void changed();
    void stored(const QString& name);
    void removed(const QString& name);
    void refused(const QString& name, const QString& problem);

    // To the keyring's thread.
    void readRequested(const QString& name);
    void writeRequested(const QString& name, const QString& secret);
    void removalRequested(const QString& name);

private:
    void startThread();
    void takeRead(const QString& name, bool failed, const QString& secret, const QString& problem);
    void takeWritten(const QString& name, const QString& secret, const QString& problem);
    void takeRemoved(const QString& name, const QString& problem);
    void ask(const QString& name);
    [[nodiscard]] bool isNewest(const QString& name);
    void settle();
    void setNames(const QStringList& names);
    [[nodiscard]] QStringList names() const;

    QSettings& m_file;
    const QString m_service;
    QThread* m_thread = nullptr;
    QHash<QString, int> m_underWay;  // requests of each name; only the answer to the newest counts
    QSet<QString> m_asked;
    QString m_problem;

    mutable std::mutex m_mutex;
    // Guarded by m_mutex
    crypto::Secrets m_keys;
    std::string m_waiting;  // why a key that is named may be unknown; empty: all are known
    QStringList m_names;
};

}  // namespace touchstone::ui
