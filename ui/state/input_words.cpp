// SPDX-License-Identifier: GPL-3.0-or-later

#include "uistate/input_words.h"

#include "uistate/text.h"

namespace touchstone::ui {
namespace {

constexpr std::size_t kReadBytes = 1200;
constexpr int kShown = 300;  // characters

QString oneLine(std::string_view text) {
    return toQString(text.substr(0, kReadBytes)).simplified().left(kShown);
}

}  // namespace

QString firstTextOf(const Json& input) {
    if (input.is_string())
        return oneLine(input.get_ref<const std::string&>());
    if (input.is_object() || input.is_array())
        for (const Json& member : input)
            if (member.is_string() && !member.get_ref<const std::string&>().empty())
                return oneLine(member.get_ref<const std::string&>());
    return input.is_null() ? QString() : oneLine(toText(input));
}

}  // namespace touchstone::ui
