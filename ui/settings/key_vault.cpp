// SPDX-License-Identifier: GPL-3.0-or-later

#include "uisettings/key_vault.h"

#include "uistate/settings.h"
#include "uistate/text.h"

namespace touchstone::ui {

KeyVault::KeyVault(Settings& settings, std::filesystem::path sealedFile, crypto::SealStrength strength, QObject* parent)
    : QObject(parent),
      m_settings(settings),
      m_keyring(settings.file()),
      m_sealed(std::move(sealedFile), strength),
      m_chain({&m_environment, &m_keyring, &m_sealed}) {
    wire();
    if (m_settings.flag(kKeyringSetting))
        m_keyring.load();
}

void KeyVault::wire() {
    connect(&m_keyring, &KeyringKeys::changed, this, &KeyVault::changed);
    connect(&m_keyring, &KeyringKeys::stored, this, [this](const QString& name) {
        m_storing.erase(name);
        if (m_sealed.has(name))
            m_sealed.remove(name);  // one key has one place
        Q_EMIT kept(name, Where::Keyring);
    });
    connect(&m_keyring, &KeyringKeys::refused, this, [this](const QString& name, const QString& problem) {
        const auto secret = m_storing.extract(name);
        if (secret.empty())
            Q_EMIT failed(tr("The key %1 was not removed: %2.").arg(name, problem));
        else
            keepInFile(name, secret.mapped());
    });
    connect(&m_sealed, &SealedKeys::changed, this, &KeyVault::changed);
    connect(&m_sealed, &SealedKeys::failed, this, &KeyVault::failed);
    connect(&m_sealed, &SealedKeys::opened, this, &KeyVault::putWaiting);
    connect(&m_sealed, &SealedKeys::stored, this, [this](const QString& name) {
        m_keyring.disown(name);  // an older one there would count first
        Q_EMIT kept(name, Where::SealedFile);
    });
    connect(&m_settings, &Settings::changed, this, [this](const QString& key) {
        if (key == kKeyringSetting)
            followSwitch();
    });
}

void KeyVault::followSwitch() {
    if (m_settings.flag(kKeyringSetting))
        m_keyring.load();
    else
        m_keyring.unload();
    Q_EMIT changed();
}

bool KeyVault::isInKeyring(const QString& name) const {
    return m_settings.flag(kKeyringSetting) && m_keyring.has(name);
}

Result<std::string> KeyVault::find(const std::string& name) {
    return m_chain.find(name);
}

KeyVault::Where KeyVault::whereIs(const QString& name) const {
    if (!qEnvironmentVariableIsEmpty(toUtf8(name).c_str()))
        return Where::Environment;
    if (isInKeyring(name))
        return Where::Keyring;
    return m_sealed.has(name) ? Where::SealedFile : Where::Nowhere;
}

void KeyVault::keep(const QString& name, const crypto::Secret& secret) {
    if (!m_settings.flag(kKeyringSetting))
        return keepInFile(name, secret);
    m_storing.insert_or_assign(name, secret.copy());
    m_keyring.store(name, secret);
}

void KeyVault::keepInFile(const QString& name, const crypto::Secret& secret) {
    if (m_sealed.state() == SealedKeys::State::Open)
        return m_sealed.store(name, secret);
    m_waiting.insert_or_assign(name, secret.copy());
    Q_EMIT changed();
}

void KeyVault::putWaiting() {
    for (const auto& [name, secret] : std::exchange(m_waiting, {}))
        m_sealed.store(name, secret);
}

void KeyVault::dropWaiting() {
    m_waiting.clear();
    Q_EMIT changed();
}

void KeyVault::forget(const QString& name) {
    if (isInKeyring(name))
        m_keyring.remove(name);
    if (m_sealed.has(name))
        m_sealed.remove(name);
}

void KeyVault::openFile(crypto::Secret passphrase) {
    m_sealed.open(std::move(passphrase));
}

}  // namespace touchstone::ui
