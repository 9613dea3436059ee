// SPDX-License-Identifier: Apache-2.0
//
// Names and secrets as the bytes that are sealed. Written in one piece of memory that is wiped; no JSON parser, which
// would leave copies behind.
//
//     count        4 bytes, little endian, as all numbers here
//     count times  length of the name 2, name, length of the secret 4, secret; names ascend

#pragma once

#include "base/result.h"
#include "crypto/sealed_file.h"

namespace touchstone::crypto {

[[nodiscard]] Secret writeSecrets(const Secrets& secrets);

// Fails with Corrupt unless it is exactly what writeSecrets() makes.
[[nodiscard]] Result<Secrets> readSecrets(std::string_view bytes);

}  // namespace touchstone::crypto
