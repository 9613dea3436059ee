// SPDX-License-Identifier: Apache-2.0
//
// SHA-256, the only hash that names content in the product.

#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace touchstone {

struct Digest {
    std::array<std::uint8_t, 32> bytes{};

    // 64 lower-case hexadecimal digits.
    [[nodiscard]] std::string hex() const;
    auto operator<=>(const Digest&) const = default;
};

[[nodiscard]] Digest sha256(std::string_view bytes);

// Lower-case hexadecimal text of any bytes.
[[nodiscard]] std::string toHex(std::string_view bytes);

// A stable 64-bit hash (FNV-1a) for sticky splits and seeds; never for identity of content.
[[nodiscard]] std::uint64_t stableHash64(std::string_view bytes);

}  // namespace touchstone

template <>
struct std::hash<touchstone::Digest> {
    std::size_t operator()(const touchstone::Digest& digest) const noexcept {
        std::size_t value = 0;
        for (std::size_t i = 0; i < sizeof value; ++i)
            value = (value << 8U) | digest.bytes[i];
        return value;
    }
};
