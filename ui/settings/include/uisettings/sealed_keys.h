// SPDX-License-Identifier: GPL-3.0-or-later
//
// Keys in a file sealed with a passphrase, for systems without a keyring. Opening takes about a second of computation,
// on a thread of its own.
//
// GUI thread only, except find().

#pragma once

#include "crypto/sealed_file.h"
#include "provider/key_source.h"

#include <QObject>
#include <QThreadPool>

#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>

namespace touchstone::ui {

class SealedKeys : public QObject, public provider::KeySource {
    Q_OBJECT

public:
    enum class State { None, Locked, Open };  // None: there is no file

    // `strength` is that of a file that is made here.
    explicit SealedKeys(std::filesystem::path path, crypto::SealStrength strength = {}, QObject* parent = nullptr);
    ~SealedKeys() override;  // waits for what is being written

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isBusy() const { return m_busy > 0; }
    [[nodiscard]] bool has(const QString& name) const;
    [[nodiscard]] QString path() const;

    // Opens the file, or makes it where there is none. Concluded by opened() or failed(), as are the others.
    void open(crypto::Secret passphrase);
    // Counts as Locked at once.
    void close();
    // failed() while the file is not open.
    void store(const QString& name, const crypto::Secret& secret);
    void remove(const QString& name);

    // NotFound, or PermissionDenied while the file is locked.
    [[nodiscard]] Result<std::string> find(const std::string& name) override;

Q_SIGNALS:
    void changed();
    void opened();
    void stored(const QString& name);
    void removed(const QString& name);
    void failed(const QString& problem);

private:
    // The file, used by the pool's one thread only.
    struct Desk {
        std::filesystem::path path;
        std::unique_ptr<crypto::SealedFile> file;
    };
    struct Done {
        Result<void> result;
        crypto::Secrets secrets = {};
        State state = State::None;
    };
    using Work = std::function<Result<void>(Desk&)>;

    void run(Work work, std::function<void()> announce);
    void lock();
    void conclude(Done& done, const std::function<void()>& announce);
    [[nodiscard]] static State stateOf(const Desk& desk);

    const crypto::SealStrength m_strength;
    const std::shared_ptr<Desk> m_desk;
    State m_state;
    int m_busy = 0;
    QThreadPool m_pool;

    mutable std::mutex m_mutex;
    // Guarded by m_mutex
    crypto::Secrets m_keys;
    bool m_locked;
};

}  // namespace touchstone::ui
