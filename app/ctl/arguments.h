// SPDX-License-Identifier: Apache-2.0
//
// Arguments that are more than a word.

#pragma once

#include "base/json.h"
#include "base/result.h"

#include <string>
#include <string_view>

namespace touchstone::ctl {

// parseJson() whose error says where the text came from: a file or an option.
[[nodiscard]] Result<Json> readJsonFrom(const std::string& where, std::string_view text);

// The list that --scorers gives, as JSON or as @FILE; an empty list when it is not given.
[[nodiscard]] Result<Json> readScorers(const std::string& argument);

}  // namespace touchstone::ctl
