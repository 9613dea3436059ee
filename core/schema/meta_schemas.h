// SPDX-License-Identifier: Apache-2.0
//
// The official meta-schemas, so that schemas may reference them without a network.

#pragma once

#include <string_view>

namespace touchstone::schema {

// The JSON text of the meta-schema with this URI (without fragment), or "".
[[nodiscard]] std::string_view metaSchemaText(std::string_view uri);

}  // namespace touchstone::schema
