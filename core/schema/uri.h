// SPDX-License-Identifier: Apache-2.0
//
// URI references (RFC 3986) as far as schemas need them: resolution against a base, and fragments.
//
// Pure functions; safe from any thread.

#pragma once

#include <string>
#include <string_view>

namespace touchstone::schema {

// The target of `reference` seen from `base` (RFC 3986 section 5.2), without its fragment.
[[nodiscard]] std::string resolveUri(std::string_view base, std::string_view reference);

// What follows the first '#', percent-decoded; "" when there is none.
[[nodiscard]] std::string fragmentOf(std::string_view reference);
[[nodiscard]] bool hasFragment(std::string_view reference);

}  // namespace touchstone::schema
