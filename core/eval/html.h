// SPDX-License-Identifier: Apache-2.0
//
// The words of the HTML report.

#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <utility>

namespace touchstone::eval {

// Text from outside, as HTML and XML hold it.
[[nodiscard]] std::string escaped(std::string_view text);

// A table's cell with a number.
template <class... Values>
[[nodiscard]] std::string figure(fmt::format_string<Values...> format, Values&&... values) {
    return "<td class=\"n\">" + fmt::format(format, std::forward<Values>(values)...) + "</td>";
}

}  // namespace touchstone::eval
