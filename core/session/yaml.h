// SPDX-License-Identifier: Apache-2.0
//
// YAML as another way to write a JSON document, for import only.

#pragma once

#include "base/json.h"

namespace touchstone::session {

// Reads one YAML document. Anchors, aliases, tags and duplicate keys are refused; depth and size have parseJson's
// limits. Plain scalars follow YAML's core schema (true, null, 42, 1.5); errors name line and column.
[[nodiscard]] Result<Json> parseYaml(std::string_view text, const JsonLimits& limits = {});

}  // namespace touchstone::session
