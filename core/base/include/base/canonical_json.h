// SPDX-License-Identifier: Apache-2.0
//
// The JSON Canonicalization Scheme (RFC 8785): one byte sequence for one value, whatever order its keys had. Every
// content hash of the product is taken over this text.

#pragma once

#include "base/json.h"
#include "base/result.h"

#include <string>

namespace touchstone {

// Fails for integers that a double cannot hold exactly (RFC 8785 section 3.2.2.3, I-JSON) and names their pointer.
[[nodiscard]] Result<std::string> canonicalJson(const Json& value);

// A finite double as ECMAScript's Number::toString writes it, which RFC 8785 prescribes.
[[nodiscard]] std::string canonicalNumber(double value);

}  // namespace touchstone
