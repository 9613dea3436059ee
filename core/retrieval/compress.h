// SPDX-License-Identifier: Apache-2.0
//
// Cuts a text to its best sentences.
//
// A pure function; safe from any thread.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace touchstone::retrieval {

// The sentences that cover most of the query and together have at most `tokens` tokens, in their order, with " … " for
// what is missing between them. Empty when no sentence that shares a word with the query fits.
[[nodiscard]] std::string compressed(std::string_view text, std::string_view query, std::size_t tokens);

}  // namespace touchstone::retrieval
