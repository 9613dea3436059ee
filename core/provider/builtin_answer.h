// SPDX-License-Identifier: Apache-2.0
//
// Decides what kind of answer a prompt asks for and makes it.
//
// Safe from any thread.

#pragma once

#include "builtin_patterns.h"
#include "builtin_reading.h"

#include <string>

namespace touchstone::provider {

[[nodiscard]] std::string answerTo(const BuiltinReading& reading, const workflow::Prompt& prompt,
                                   PatternCache& patterns);

}  // namespace touchstone::provider
