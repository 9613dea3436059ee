// SPDX-License-Identifier: Apache-2.0

#include "secrets_text.h"

#include <algorithm>
#include <cstdint>
#include <optional>

namespace touchstone::crypto {
namespace {

constexpr std::size_t kCountBytes = 4;
constexpr std::size_t kNameLengthBytes = 2;
constexpr std::size_t kSecretLengthBytes = 4;

class Writer {
public:
    explicit Writer(Secret& target) : m_place(target.data()) {}

    void number(std::size_t value, std::size_t bytes) {
        for (std::size_t i = 0; i < bytes; ++i)
            *m_place++ = static_cast<char>((value >> (8 * i)) & 0xFFU);
    }
    void text(std::string_view bytes) { m_place = std::ranges::copy(bytes, m_place).out; }

private:
    char* m_place;
};

class Reader {
public:
    explicit Reader(std::string_view bytes) : m_rest(bytes) {}

    std::optional<std::size_t> number(std::size_t bytes) {
        const auto read = text(bytes);
        if (!read)
            return std::nullopt;
        std::size_t value = 0;
        for (std::size_t i = 0; i < bytes; ++i)
            value |= static_cast<std::size_t>(static_cast<unsigned char>((*read)[i])) << (8 * i);
        return value;
    }
    std::optional<std::string_view> text(std::size_t bytes) {
        if (m_rest.size() < bytes)
            return std::nullopt;
        const std::string_view read = m_rest.substr(0, bytes);
        m_rest.remove_prefix(bytes);
        return read;
    }
    std::optional<std::string_view> textAfterLength(std::size_t lengthBytes) {
        const auto length = number(lengthBytes);
        return length ? text(*length) : std::nullopt;
    }
    [[nodiscard]] bool atEnd() const { return m_rest.empty(); }

private:
    std::string_view m_rest;
};

Error malformed() {
    return {ErrorCode::Corrupt, "what was sealed is not a list of keys"};
}

}  // namespace

Secret writeSecrets(const Secrets& secrets) {
    std::size_t size = kCountBytes;
    for (const auto& [name, secret] : secrets)
        size += kNameLengthBytes + name.size() + kSecretLengthBytes + secret.size();
    Secret bytes = Secret::ofSize(size);
    Writer writer(bytes);
    writer.number(secrets.size(), kCountBytes);
    for (const auto& [name, secret] : secrets) {
        writer.number(name.size(), kNameLengthBytes);
        writer.text(name);
        writer.number(secret.size(), kSecretLengthBytes);
        writer.text(secret.view());
    }
    return bytes;
}

Result<Secrets> readSecrets(std::string_view bytes) {
    Reader reader(bytes);
    const auto count = reader.number(kCountBytes);
    if (!count || *count > kMostSecrets)
        return malformed();
    Secrets secrets;
    for (std::size_t i = 0; i < *count; ++i) {
        const auto name = reader.textAfterLength(kNameLengthBytes);
        const auto secret = reader.textAfterLength(kSecretLengthBytes);
        const bool fits = name && secret && !name->empty() && name->size() <= kLongestSecretName &&
                          secret->size() <= kLongestSecret && (secrets.empty() || secrets.rbegin()->first < *name);
        if (!fits)
            return malformed();
        secrets.emplace_hint(secrets.end(), std::string(*name), Secret(*secret));
    }
    if (!reader.atEnd())
        return malformed();
    return secrets;
}

}  // namespace touchstone::crypto
