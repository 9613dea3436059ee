// SPDX-License-Identifier: Apache-2.0
//
// The WHATWG Encoding Standard's "UTF-8 decode": text as it is, with U+FFFD for each maximal part that is not UTF-8.

#pragma once

#include <string>
#include <string_view>

namespace touchstone::net {

[[nodiscard]] std::string repairUtf8(std::string_view bytes);

}  // namespace touchstone::net
