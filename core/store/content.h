// SPDX-License-Identifier: Apache-2.0
//
// Texts stored once, by their SHA-256, compressed where that pays.

#pragma once

#include "sqlite.h"

#include "base/hash.h"

#include <string>
#include <string_view>

namespace touchstone::store {

enum class Codec { Plain = 0, Zstd = 1 };

// Thread-safe: packing needs no connection, so it happens on the caller's thread.
struct PackedText {
    std::string bytes;
    Codec codec = Codec::Plain;
};

// Compresses (zstd) when that saves at least an eighth.
[[nodiscard]] PackedText pack(std::string_view text);
// The text of `bytes`; Corrupt when they are not what pack() makes.
[[nodiscard]] std::string unpack(std::string_view bytes, Codec codec);

struct PackedContent {
    Digest hash;
    std::size_t size = 0;  // of the text
    PackedText packed;
};

[[nodiscard]] PackedContent packContent(std::string_view text);

// The number of the row that holds it, made when there is none.
[[nodiscard]] std::int64_t putContent(Connection& connection, const PackedContent& content);
// The text of row `id`, verified against its hash.
[[nodiscard]] std::string getContent(Connection& connection, std::int64_t id);

}  // namespace touchstone::store
