// SPDX-License-Identifier: Apache-2.0
//
// The text of a trace, written straight into a buffer: what toText(toJson(…)) gives, byte for byte, at a fraction of
// its cost, because no tree is built. Pure functions.

#pragma once

#include "base/result.h"
#include "trace/trace.h"

#include <string>

namespace touchstone::trace {

// Appends what toText(value) gives. InvalidArgument when `value` is nested deeper than parseJson would read back; what
// was appended until then stays.
[[nodiscard]] Result<void> appendText(std::string& text, const Json& value);
// Appends what toText(toJson(detail, false)) gives. Fails likewise, for an attribute of a span.
[[nodiscard]] Result<void> appendText(std::string& text, const Detail& detail);

}  // namespace touchstone::trace
