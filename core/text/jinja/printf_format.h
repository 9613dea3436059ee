// SPDX-License-Identifier: Apache-2.0
//
// Python's printf-style formatting: "%-5s|%03d|%.2f" % values.

#pragma once

#include "run.h"
#include "value.h"

#include <span>
#include <string>
#include <string_view>

namespace touchstone::text::jinja {

// Fails when directives and values do not match.
[[nodiscard]] std::string formatPrintf(Run& run, std::string_view format, std::span<const Value> values);

}  // namespace touchstone::text::jinja
