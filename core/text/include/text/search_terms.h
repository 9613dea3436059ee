// SPDX-License-Identifier: Apache-2.0
//
// A text as the terms that a search compares: lower-case words without the commonest English ones, cut to a stem by a
// light English stemmer ("refunds", "refunded" and "refunding" are one term). Words of other scripts stay whole.
//
// Pure functions; safe from any thread.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace touchstone::text {

// In text order, repeats included. When a text has nothing but stop words, those are its terms.
[[nodiscard]] std::vector<std::string> searchTerms(std::string_view text);

// The stem of one lower-case word.
[[nodiscard]] std::string stemmed(std::string_view word);

}  // namespace touchstone::text
