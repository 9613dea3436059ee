// SPDX-License-Identifier: Apache-2.0
//
// Decides what kind of answer a prompt asks for and makes it.
//
// Pure functions; safe from any thread.

#pragma once

#include "builtin_reading.h"

#include <string>

namespace touchstone::provider {

[[nodiscard]] std::string answerTo(const BuiltinReading& reading, const workflow::Prompt& prompt);

}  // namespace touchstone::provider
