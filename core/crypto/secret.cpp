// SPDX-License-Identifier: Apache-2.0

#include "crypto/secret.h"

#include <sodium.h>

#include <algorithm>
#include <utility>

namespace touchstone::crypto {

Secret::Secret(std::string_view bytes) : m_bytes(std::make_unique<char[]>(bytes.size())), m_size(bytes.size()) {
    std::ranges::copy(bytes, m_bytes.get());
}

Secret::~Secret() {
    wipe();
}

Secret::Secret(Secret&& other) noexcept : m_bytes(std::move(other.m_bytes)), m_size(std::exchange(other.m_size, 0)) {}

Secret& Secret::operator=(Secret&& other) noexcept {
    if (this == &other)
        return *this;
    wipe();
    m_bytes = std::move(other.m_bytes);
    m_size = std::exchange(other.m_size, 0);
    return *this;
}

Secret Secret::ofSize(std::size_t size) {
    Secret secret;
    secret.m_bytes = std::make_unique<char[]>(size);
    secret.m_size = size;
    return secret;
}

void Secret::wipe() {
    if (m_bytes)
        sodium_memzero(m_bytes.get(), m_size);
}

void wipe(std::string& text) {
    text.resize(text.capacity());
    sodium_memzero(text.data(), text.size());
    text.clear();
}

}  // namespace touchstone::crypto
