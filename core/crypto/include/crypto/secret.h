// SPDX-License-Identifier: Apache-2.0
//
// Bytes that are wiped from memory when they are no longer needed: passphrases, keys.
//
// A value; not copied by accident.

#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace touchstone::crypto {

class Secret {
public:
    Secret() = default;
    explicit Secret(std::string_view bytes);
    ~Secret();
    Secret(Secret&& other) noexcept;
    Secret& operator=(Secret&& other) noexcept;
    Secret(const Secret&) = delete;
    Secret& operator=(const Secret&) = delete;

    // That many zero bytes, to be written to.
    [[nodiscard]] static Secret ofSize(std::size_t size);
    [[nodiscard]] Secret copy() const { return Secret(view()); }

    // Valid as long as the secret is neither moved nor destroyed.
    [[nodiscard]] std::string_view view() const { return {m_bytes.get(), m_size}; }
    [[nodiscard]] char* data() { return m_bytes.get(); }
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] bool empty() const { return m_size == 0; }

private:
    void wipe();

    std::unique_ptr<char[]> m_bytes;
    std::size_t m_size = 0;
};

// Overwrites what `text` holds, also where it is kept in the string itself, and empties it.
void wipe(std::string& text);

}  // namespace touchstone::crypto
