// SPDX-License-Identifier: Apache-2.0
//
// Answers in JSON: fills each field that the schema of the answer has.
//
// Safe from any thread.

#pragma once

#include "base/json.h"
#include "builtin_patterns.h"
#include "builtin_reading.h"

namespace touchstone::provider {

// A value for `schema`, valid as far as message and turns allow. Enumerations are voted on by the turns or found in the
// message, other values found in the message; what is not found is null where the schema lets it be. Schemas are read
// through "$ref" into themselves, "anyOf" and "oneOf" (the first branch that is not null), 16 levels deep.
[[nodiscard]] Json fillSchema(const BuiltinReading& reading, const Json& schema, PatternCache& patterns);

}  // namespace touchstone::provider
