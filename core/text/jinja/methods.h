// SPDX-License-Identifier: Apache-2.0
//
// The methods of texts, lists, mappings and loops that templates may call.

#pragma once

#include "run.h"
#include "value.h"

#include <span>
#include <string_view>

namespace touchstone::text::jinja {

// Missing when `object` has no such method.
[[nodiscard]] Value callMethod(Run& run, const Value& object, std::string_view name, std::span<const Value> positional,
                               std::span<const Entry> named);

}  // namespace touchstone::text::jinja
