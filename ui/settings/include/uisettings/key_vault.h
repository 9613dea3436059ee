// SPDX-License-Identifier: GPL-3.0-or-later
//
// The keys of providers, wherever they are: in the environment, in the system's keyring, or in a sealed file; asked in
// that order. New ones go to the keyring, or to the sealed file where no keyring can be used. Secrets are in no
// settings, log or message.
//
// GUI thread only, except find(), which any thread may call and which returns at once.

#pragma once

#include "uisettings/keyring_keys.h"
#include "uisettings/sealed_keys.h"

#include <QObject>

#include <map>

namespace touchstone::ui {

class Settings;

class KeyVault : public QObject, public provider::KeySource {
    Q_OBJECT

public:
    enum class Where { Nowhere, Environment, Keyring, SealedFile };

    // `settings` outlives the vault. `sealedFile` need not be there. Reads the keyring in the background from now on,
    // while the settings say that it is used.
    KeyVault(Settings& settings, std::filesystem::path sealedFile, crypto::SealStrength strength = {},
             QObject* parent = nullptr);

    [[nodiscard]] Result<std::string> find(const std::string& name) override;

    [[nodiscard]] Where whereIs(const QString& name) const;
    [[nodiscard]] const KeyringKeys& keyring() const { return m_keyring; }
    [[nodiscard]] const SealedKeys& file() const { return m_sealed; }
    // A key waits for the sealed file to be opened or made.
    [[nodiscard]] bool needsFile() const { return !m_waiting.empty(); }
    [[nodiscard]] bool isBusy() const { return m_keyring.isAsking() || m_sealed.isBusy(); }

    // Concluded by kept(), or failed(), or needsFile().
    void keep(const QString& name, const crypto::Secret& secret);
    // Out of the keyring and, when it is open, the sealed file. The environment is not ours.
    void forget(const QString& name);
    // Opens the sealed file, or makes it; what waits for it is put there.
    void openFile(crypto::Secret passphrase);
    void closeFile() { m_sealed.close(); }
    // Keys that wait for the sealed file are dropped.
    void dropWaiting();

Q_SIGNALS:
    void changed();
    void kept(const QString& name, touchstone::ui::KeyVault::Where where);
    void failed(const QString& message);

private:
    void wire();
    void followSwitch();
    [[nodiscard]] bool isInKeyring(const QString& name) const;
    void keepInFile(const QString& name, const crypto::Secret& secret);
    void putWaiting();

    Settings& m_settings;
    provider::EnvironmentKeys m_environment;
    KeyringKeys m_keyring;
    SealedKeys m_sealed;
    provider::KeyChain m_chain;
    std::map<QString, crypto::Secret> m_storing;  // on their way to the keyring
    std::map<QString, crypto::Secret> m_waiting;  // for the sealed file
};

}  // namespace touchstone::ui
