// SPDX-License-Identifier: Apache-2.0
//
// A small file of named secrets, sealed with a passphrase: for machines without a keyring. Its format is described in
// core/crypto/seal.h and in the help's page of file formats.
//
// Not thread-safe: guard an object that several threads use. Several programs may change one file. open() and make()
// take about a second and 256 MiB, on purpose: so does every guess of somebody who stole the file.

#pragma once

#include "base/result.h"
#include "crypto/secret.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace touchstone::crypto {

inline constexpr std::size_t kMostSecrets = 1000;
inline constexpr std::size_t kLongestSecretName = 256;
inline constexpr std::size_t kLongestSecret = 16U << 10U;
inline constexpr std::size_t kLargestSealedFile = 1U << 20U;
inline constexpr std::size_t kShortestPassphrase = 8;
inline constexpr std::size_t kLongestPassphrase = 1024;

// What a file may ask for to be opened.
inline constexpr std::uint32_t kMostPasses = 16;
inline constexpr std::uint32_t kMostMemoryKib = 1U << 20U;

using Secrets = std::map<std::string, Secret>;

// How hard a passphrase is to guess: Argon2id's passes over that much memory. Libsodium's "moderate".
struct SealStrength {
    std::uint32_t passes = 3;
    std::uint32_t memoryKib = 256U << 10U;
    bool operator==(const SealStrength&) const = default;
};

class SealedFile {
public:
    // Whether there is something of that name, readable or not.
    [[nodiscard]] static bool exists(const std::filesystem::path& path);

    // Fails with NotFound, PermissionDenied (wrong passphrase, or the file may not be read), Corrupt (damaged, or no
    // such file at all), Unsupported (a newer format) or Unavailable (not enough memory).
    [[nodiscard]] static Result<SealedFile> open(std::filesystem::path path, const Secret& passphrase);
    // An empty one. Fails with AlreadyExists, and with InvalidArgument for a passphrase of less than 8 characters.
    [[nodiscard]] static Result<SealedFile> make(std::filesystem::path path, const Secret& passphrase,
                                                 const SealStrength& strength = {});
    ~SealedFile();
    SealedFile(SealedFile&&) noexcept;
    SealedFile& operator=(SealedFile&&) noexcept;

    // Null: it has no such secret. Valid until the next call that changes the file.
    [[nodiscard]] const Secret* find(const std::string& name) const;
    [[nodiscard]] const Secrets& secrets() const { return m_secrets; }

    // Written when it returns; what other programs put there meanwhile is kept. Fails with InvalidArgument for a name
    // or secret that is empty or too long, and with Conflict when the file was sealed with another passphrase since.
    [[nodiscard]] Result<void> put(const std::string& name, const Secret& secret);
    // Nothing happens when there is no such secret.
    [[nodiscard]] Result<void> remove(const std::string& name);

private:
    struct Key;
    SealedFile(std::filesystem::path path, std::unique_ptr<Key> key, Secrets secrets);
    [[nodiscard]] Result<void> reread();
    [[nodiscard]] Result<void> change(const std::function<void(Secrets&)>& edit);

    std::filesystem::path m_path;
    std::unique_ptr<Key> m_key;
    Secrets m_secrets;
};

}  // namespace touchstone::crypto
