// SPDX-License-Identifier: Apache-2.0
//
// Answers a question with the sentences of the sources that support it best.
//
// Pure functions; safe from any thread.

#pragma once

#include "builtin_sources.h"

#include <string>

namespace touchstone::provider {

// The answer when no sentence covers enough of the question.
inline constexpr std::string_view kUnsupported = "The sources do not say.";

// Up to `sentences` sentences in the order of the sources, each followed by the number of its source, as in "… [2]".
[[nodiscard]] std::string supportingSentences(const BuiltinContext& context, std::size_t sentences);

}  // namespace touchstone::provider
