// SPDX-License-Identifier: Apache-2.0

#include "seal.h"

#include <sodium.h>

#include <algorithm>
#include <cstdint>

namespace touchstone::crypto {
namespace {

constexpr std::string_view kMagic = "TSSEALED";
constexpr std::uint32_t kVersion = 1;
constexpr std::size_t kVersionAt = 8;
constexpr std::size_t kPassesAt = 12;
constexpr std::size_t kMemoryAt = 16;
constexpr std::size_t kSaltAt = 20;
constexpr std::size_t kNonceAt = kSaltAt + std::tuple_size_v<Salt>;
constexpr std::size_t kHeadSize = kNonceAt + crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTagSize = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t kDigestSize = 16;

static_assert(std::tuple_size_v<Salt> == crypto_pwhash_SALTBYTES);
static_assert(kDigestSize >= crypto_generichash_BYTES_MIN);

const unsigned char* bytes(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());  // libsodium counts in unsigned char
}

unsigned char* bytes(char* text) {
    return reinterpret_cast<unsigned char*>(text);
}

Result<void> start() {
    if (sodium_init() < 0)
        return Error{ErrorCode::Internal, "libsodium cannot be started on this machine"};
    return {};
}

std::uint32_t numberAt(std::string_view text, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i)
        value |= static_cast<std::uint32_t>(static_cast<unsigned char>(text[at + i])) << (8 * i);
    return value;
}

void appendNumber(std::string& text, std::uint32_t value) {
    for (std::size_t i = 0; i < 4; ++i)
        text += static_cast<char>((value >> (8 * i)) & 0xFFU);
}

std::string digestOf(std::string_view text) {
    std::string digest(kDigestSize, '\0');
    crypto_generichash(bytes(digest.data()), digest.size(), bytes(text), text.size(), nullptr, 0);
    return digest;
}

std::string makeHead(const SealKey& key) {
    std::string head(kMagic);
    appendNumber(head, kVersion);
    appendNumber(head, key.strength.passes);
    appendNumber(head, key.strength.memoryKib);
    head.append(key.salt.begin(), key.salt.end());
    std::array<unsigned char, crypto_aead_xchacha20poly1305_ietf_NPUBBYTES> nonce{};
    randombytes_buf(nonce.data(), nonce.size());
    head.append(nonce.begin(), nonce.end());
    return head;
}

bool isWithinLimits(const SealStrength& strength) {
    return strength.passes >= crypto_pwhash_OPSLIMIT_MIN && strength.passes <= kMostPasses &&
           strength.memoryKib >= crypto_pwhash_MEMLIMIT_MIN / 1024 && strength.memoryKib <= kMostMemoryKib;
}

}  // namespace

Result<SealHead> readHead(std::string_view sealed) {
    if (!sealed.starts_with(kMagic))
        return Error{ErrorCode::Corrupt, "it is not a sealed key file"};
    if (sealed.size() < kHeadSize + kTagSize + kDigestSize)
        return Error{ErrorCode::Corrupt, "it is damaged: its end is missing"};
    if (numberAt(sealed, kVersionAt) != kVersion)
        return Error{ErrorCode::Unsupported, "it was written by a newer version of Touchstone; update to open it"};
    TOUCHSTONE_TRY_VOID(start());
    const std::string_view content = sealed.substr(0, sealed.size() - kDigestSize);
    if (digestOf(content) != sealed.substr(content.size()))
        return Error{ErrorCode::Corrupt, "it is damaged: its checksum does not fit"};
    SealHead head;
    head.strength = {numberAt(sealed, kPassesAt), numberAt(sealed, kMemoryAt)};
    if (!isWithinLimits(head.strength))
        return Error{ErrorCode::Unsupported, "it asks for more memory or time to open than is sensible"};
    std::ranges::copy(sealed.substr(kSaltAt, head.salt.size()), head.salt.begin());
    return head;
}

Result<Salt> makeSalt() {
    TOUCHSTONE_TRY_VOID(start());
    Salt salt{};
    randombytes_buf(salt.data(), salt.size());
    return salt;
}

Result<SealKey> deriveKey(std::string_view passphrase, const SealStrength& strength, const Salt& salt) {
    TOUCHSTONE_TRY_VOID(start());
    TOUCHSTONE_CHECK(isWithinLimits(strength), "strengths are our own or have been checked");
    SealKey key{strength, salt, Secret::ofSize(crypto_aead_xchacha20poly1305_ietf_KEYBYTES)};
    if (crypto_pwhash(bytes(key.key.data()), key.key.size(), passphrase.data(), passphrase.size(), salt.data(),
                      strength.passes, std::size_t{strength.memoryKib} * 1024, crypto_pwhash_ALG_ARGON2ID13) != 0)
        return Error{ErrorCode::Unavailable, "there is not enough free memory to open it: " +
                                                 std::to_string(strength.memoryKib / 1024) + " MiB are needed"};
    return key;
}

Result<std::string> seal(std::string_view content, const SealKey& key) {
    TOUCHSTONE_TRY_VOID(start());
    std::string sealed = makeHead(key);
    const std::string head = sealed;
    sealed.resize(kHeadSize + content.size() + kTagSize);
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytes(sealed.data() + kHeadSize), nullptr, bytes(content),
                                               content.size(), bytes(head), head.size(), nullptr,
                                               bytes(std::string_view(head).substr(kNonceAt)), bytes(key.key.view()));
    return sealed + digestOf(sealed);
}

Result<Secret> unseal(std::string_view sealed, const SealKey& key) {
    TOUCHSTONE_TRY_VOID(readHead(sealed));
    const std::string_view head = sealed.substr(0, kHeadSize);
    const std::string_view body = sealed.substr(kHeadSize, sealed.size() - kHeadSize - kDigestSize);
    Secret content = Secret::ofSize(body.size() - kTagSize);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(bytes(content.data()), nullptr, nullptr, bytes(body), body.size(),
                                                   bytes(head), head.size(), bytes(head.substr(kNonceAt)),
                                                   bytes(key.key.view())) != 0)
        return Error{ErrorCode::PermissionDenied, "the passphrase is wrong"};
    return content;
}

}  // namespace touchstone::crypto
