// SPDX-License-Identifier: Apache-2.0

#include "crypto/sealed_file.h"

#include "private_file.h"
#include "seal.h"
#include "secrets_text.h"

#include <system_error>
#include <utility>

namespace touchstone::crypto {

namespace fs = std::filesystem;

struct SealedFile::Key {
    SealKey value;
};

namespace {

Error about(const fs::path& path, const Error& error) {
    return {error.code, "the key file " + path.string() + " cannot be opened: " + error.message};
}

Result<void> checkPassphrase(const Secret& passphrase) {
    if (passphrase.size() < kShortestPassphrase || passphrase.size() > kLongestPassphrase)
        return Error{ErrorCode::InvalidArgument, "a passphrase has " + std::to_string(kShortestPassphrase) + " to " +
                                                     std::to_string(kLongestPassphrase) + " characters"};
    return {};
}

Result<void> checkSecret(const std::string& name, const Secret& secret) {
    if (name.empty() || name.size() > kLongestSecretName)
        return Error{ErrorCode::InvalidArgument,
                     "the name of a key has 1 to " + std::to_string(kLongestSecretName) + " characters"};
    if (secret.empty() || secret.size() > kLongestSecret)
        return Error{ErrorCode::InvalidArgument, "a key has 1 to " + std::to_string(kLongestSecret) + " characters"};
    return {};
}

Result<Secrets> unsealSecrets(std::string_view sealed, const SealKey& key) {
    TOUCHSTONE_TRY(const Secret content, unseal(sealed, key));
    return readSecrets(content.view());
}

Result<void> writeSealed(const fs::path& path, const Secrets& secrets, const SealKey& key) {
    const Secret content = writeSecrets(secrets);
    TOUCHSTONE_TRY(const std::string sealed, seal(content.view(), key));
    if (sealed.size() > kLargestSealedFile)
        return Error{ErrorCode::InvalidArgument, "the key file " + path.string() + " is full; remove a key first"};
    return writePrivateFile(path, sealed);
}

}  // namespace

bool SealedFile::exists(const fs::path& path) {
    std::error_code problem;
    return fs::exists(fs::symlink_status(path, problem));
}

Result<SealedFile> SealedFile::open(fs::path path, const Secret& passphrase) {
    TOUCHSTONE_TRY(const std::string sealed, readPrivateFile(path, kLargestSealedFile));
    const auto head = readHead(sealed);
    if (!head.ok())
        return about(path, head.error());
    auto key = deriveKey(passphrase.view(), head->strength, head->salt);
    if (!key.ok())
        return about(path, key.error());
    auto secrets = unsealSecrets(sealed, key.value());
    if (!secrets.ok())
        return about(path, secrets.error());
    return SealedFile(std::move(path), std::make_unique<Key>(Key{std::move(key).value()}), std::move(secrets).value());
}

Result<SealedFile> SealedFile::make(fs::path path, const Secret& passphrase, const SealStrength& strength) {
    TOUCHSTONE_TRY_VOID(checkPassphrase(passphrase));
    TOUCHSTONE_TRY(const Salt salt, makeSalt());
    TOUCHSTONE_TRY(SealKey key, deriveKey(passphrase.view(), strength, salt));
    TOUCHSTONE_TRY(const PrivateFileLock lock, PrivateFileLock::take(path));
    if (exists(path))
        return Error{ErrorCode::AlreadyExists, "there is a key file " + path.string() + " already; open it instead"};
    TOUCHSTONE_TRY_VOID(writeSealed(path, {}, key));
    return SealedFile(std::move(path), std::make_unique<Key>(Key{std::move(key)}), {});
}

SealedFile::SealedFile(fs::path path, std::unique_ptr<Key> key, Secrets secrets)
    : m_path(std::move(path)), m_key(std::move(key)), m_secrets(std::move(secrets)) {}
SealedFile::~SealedFile() = default;
SealedFile::SealedFile(SealedFile&&) noexcept = default;
SealedFile& SealedFile::operator=(SealedFile&&) noexcept = default;

const Secret* SealedFile::find(const std::string& name) const {
    const auto found = m_secrets.find(name);
    return found == m_secrets.end() ? nullptr : &found->second;
}

// What is on disk now; other programs may have changed it.
Result<void> SealedFile::reread() {
    const auto sealed = readPrivateFile(m_path, kLargestSealedFile);
    if (!sealed.ok() && sealed.error().code == ErrorCode::NotFound)
        return {};  // written anew from what is known
    if (!sealed.ok())
        return sealed.error();
    auto secrets = unsealSecrets(sealed.value(), m_key->value);
    if (!secrets.ok() && secrets.error().code == ErrorCode::PermissionDenied)
        return Error{ErrorCode::Conflict, "the key file " + m_path.string() +
                                              " was sealed with another passphrase meanwhile; open it again"};
    if (!secrets.ok())
        return about(m_path, secrets.error());
    m_secrets = std::move(secrets).value();
    return {};
}

Result<void> SealedFile::change(const std::function<void(Secrets&)>& edit) {
    TOUCHSTONE_TRY(const PrivateFileLock lock, PrivateFileLock::take(m_path));
    TOUCHSTONE_TRY_VOID(reread());
    Secrets changed;
    for (const auto& [name, secret] : m_secrets)
        changed.emplace(name, secret.copy());
    edit(changed);
    if (changed.size() > kMostSecrets)
        return Error{ErrorCode::InvalidArgument, "the key file " + m_path.string() + " holds " +
                                                     std::to_string(kMostSecrets) + " keys; remove one first"};
    TOUCHSTONE_TRY_VOID(writeSealed(m_path, changed, m_key->value));
    m_secrets = std::move(changed);
    return {};
}

Result<void> SealedFile::put(const std::string& name, const Secret& secret) {
    TOUCHSTONE_TRY_VOID(checkSecret(name, secret));
    return change([&](Secrets& secrets) { secrets.insert_or_assign(name, secret.copy()); });
}

Result<void> SealedFile::remove(const std::string& name) {
    return change([&](Secrets& secrets) { secrets.erase(name); });
}

}  // namespace touchstone::crypto
