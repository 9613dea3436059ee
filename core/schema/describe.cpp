// SPDX-License-Identifier: Apache-2.0

#include "describe.h"

#include "program.h"

namespace touchstone::schema {
namespace {

constexpr std::size_t kLongestQuote = 60;

std::string_view shortened(std::string_view text) {
    if (text.size() <= kLongestQuote)
        return text;
    std::size_t end = kLongestQuote;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        --end;
    return text.substr(0, end);
}

}  // namespace

std::string quote(std::string_view text) {
    const std::string_view shown = shortened(text);
    std::string json = toText(Json(std::string(shown)));
    if (shown.size() < text.size())
        json.insert(json.size() - 1, "…");
    return json;
}

std::string brief(const Json& value) {
    if (value.is_string())
        return quote(value.get_ref<const std::string&>());
    if (value.is_object())
        return value.empty() ? "{}" : "{…}";
    if (value.is_array())
        return value.empty() ? "[]" : "[…]";
    return toText(value);
}

std::string describe(const Json& value) {
    if (value.is_string())
        return "the string " + brief(value);
    if (value.is_number())
        return "the number " + brief(value);
    if (value.is_array())
        return "an array of " + counted(value.size(), "item", "items");
    if (value.is_object())
        return "an object";
    return brief(value);
}

std::string kindNames(std::uint8_t kinds) {
    std::vector<std::string_view> names;
    const auto add = [&](std::uint8_t bits, std::string_view name) {
        if ((kinds & bits) == bits)
            names.push_back(name);
    };
    add(kObject, "object");
    add(kArray, "array");
    add(kString, "string");
    if (kinds & kFraction)
        names.emplace_back("number");
    else
        add(kInteger, "integer");
    add(kBoolean, "boolean");
    add(kNull, "null");
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i > 0)
            text += i + 1 == names.size() ? " or " : ", ";
        text += names[i];
    }
    return text;
}

std::string counted(std::uint64_t count, std::string_view singular, std::string_view plural) {
    return std::to_string(count) + " " + std::string(count == 1 ? singular : plural);
}

}  // namespace touchstone::schema
