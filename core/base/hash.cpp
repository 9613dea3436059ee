// SPDX-License-Identifier: Apache-2.0

#include "base/hash.h"

#include "base/result.h"

#include <openssl/evp.h>

namespace touchstone {

std::string toHex(std::string_view bytes) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const char c : bytes) {
        text += kDigits[static_cast<unsigned char>(c) >> 4U];
        text += kDigits[static_cast<unsigned char>(c) & 0xFU];
    }
    return text;
}

std::string Digest::hex() const {
    return toHex({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

Digest sha256(std::string_view bytes) {
    Digest digest;
    unsigned int length = 0;
    const int ok = EVP_Digest(bytes.data(), bytes.size(), digest.bytes.data(), &length, EVP_sha256(), nullptr);
    TOUCHSTONE_CHECK(ok == 1 && length == digest.bytes.size(), "OpenSSL computes SHA-256");
    return digest;
}

std::uint64_t stableHash64(std::string_view bytes) {
    std::uint64_t hash = 14'695'981'039'346'656'037ULL;
    for (const char c : bytes)
        hash = (hash ^ static_cast<unsigned char>(c)) * 1'099'511'628'211ULL;
    return hash;
}

}  // namespace touchstone
