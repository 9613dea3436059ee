// SPDX-License-Identifier: Apache-2.0
//
// Which values an input may come without, as its schema says.

#pragma once

#include "base/json.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace touchstone::workflow {

// Of "order.customer.plan", the shortest beginning that a valid input may lack, when that is among the names `certain`
// (exclusive) to `needed`: "order.customer". A property of the input itself with a default is never absent, because the
// default is filled in. Empty when the schema does not tell.
[[nodiscard]] std::optional<std::string> absentPart(const Json& schema, std::string_view path, std::size_t certain,
                                                    std::size_t needed);

}  // namespace touchstone::workflow
