// SPDX-License-Identifier: Apache-2.0
//
// The sealed bytes: Argon2id makes a key of the passphrase, XChaCha20-Poly1305 seals with it (libsodium's
// crypto_pwhash and crypto_aead_xchacha20poly1305_ietf). Numbers are little endian.
//
//      0  "TSSEALED"                                        8 bytes
//      8  version, 1                                        4
//     12  Argon2id's passes (opslimit)                      4
//     16  Argon2id's memory in KiB (memlimit)               4
//     20  salt                                             16
//     36  nonce                                            24
//     60  what is sealed, and 16 bytes that authenticate it and everything before
//    end  BLAKE2b-128 of everything before                 16
//
// The digest at the end needs no passphrase: it tells a damaged file from a wrong passphrase.

#pragma once

#include "base/result.h"
#include "crypto/sealed_file.h"

#include <array>
#include <string>
#include <string_view>

namespace touchstone::crypto {

using Salt = std::array<unsigned char, 16>;

// The key of one passphrase, salt and strength.
struct SealKey {
    SealStrength strength;
    Salt salt = {};
    Secret key = {};
};

// What stands in front, checked as far as it can be without the passphrase.
struct SealHead {
    SealStrength strength;
    Salt salt = {};
};

// Fails with Corrupt for what is no sealed file or was damaged, and Unsupported for a newer version or a strength
// beyond kMostPasses and kMostMemory.
[[nodiscard]] Result<SealHead> readHead(std::string_view sealed);

// A new salt.
[[nodiscard]] Result<Salt> makeSalt();
// Takes the time and memory of `strength`; fails with Unavailable when there is not enough memory.
[[nodiscard]] Result<SealKey> deriveKey(std::string_view passphrase, const SealStrength& strength, const Salt& salt);

[[nodiscard]] Result<std::string> seal(std::string_view content, const SealKey& key);
// Fails as readHead() does, and with PermissionDenied when `key` is not the one it was sealed with.
[[nodiscard]] Result<Secret> unseal(std::string_view sealed, const SealKey& key);

}  // namespace touchstone::crypto
