// SPDX-License-Identifier: Apache-2.0

#include "literals.h"

#include "text/utf8.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace touchstone::text::jinja {

namespace {

std::string withoutUnderscores(std::string_view text) {
    std::string digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits), [](char c) { return c != '_'; });
    return digits;
}

// Reads up to `count` digits of base `base` at `at`; all of them must be there for hexadecimal escapes.
std::optional<std::uint32_t> readDigits(std::string_view text, std::size_t at, std::size_t count, int base) {
    const std::string_view digits = text.substr(std::min(at, text.size()), count);
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
    if (error != std::errc{} || digits.size() != count || end != digits.data() + count)
        return std::nullopt;
    return value;
}

std::size_t octalDigits(std::string_view text, std::size_t at) {
    std::size_t count = 0;
    while (count < 3 && at + count < text.size() && text[at + count] >= '0' && text[at + count] <= '7')
        ++count;
    return count;
}

// The one-letter escapes; '\0' when `c` is none.
char simpleEscape(char c) {
    constexpr std::string_view kLetters = "ntrabfv\\'\"";
    constexpr std::string_view kMeanings = "\n\t\r\a\b\f\v\\'\"";
    const auto at = kLetters.find(c);
    return at == std::string_view::npos ? '\0' : kMeanings[at];
}

bool isCodePoint(std::uint32_t value) {
    return value < 0xD800 || (value > 0xDFFF && value <= 0x10FFFF);
}

// Appends what the escape at body[at] (after the backslash) stands for; returns the bytes consumed, 0 if it is none,
// nothing if it is one that cannot be read.
std::optional<std::size_t> appendEscape(std::string& text, std::string_view body, std::size_t at) {
    const char c = body[at];
    if (c == '\n')
        return 1;
    if (c == 'N')
        return std::nullopt;
    if (const char simple = simpleEscape(c); simple != '\0') {
        text.push_back(simple);
        return 1;
    }
    if (const std::size_t octal = octalDigits(body, at); octal > 0) {
        appendUtf8(text, *readDigits(body, at, octal, 8));
        return octal;
    }
    const std::size_t count = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
    if (count == 0)
        return 0;
    const auto point = readDigits(body, at + 1, count, 16);
    if (!point || !isCodePoint(*point))
        return std::nullopt;
    appendUtf8(text, *point);
    return count + 1;
}

}  // namespace

Unescaped unescape(std::string_view body) {
    Unescaped result;
    std::string& text = result.text;
    text.reserve(body.size());
    for (std::size_t at = 0; at < body.size();) {
        const std::size_t plain = std::min(body.find('\\', at), body.size());
        text.append(body, at, plain - at);
        at = plain;
        if (at + 1 >= body.size())
            break;
        const auto used = appendEscape(text, body, at + 1);
        if (!used && !result.unread)
            result.unread = at;
        if (used.value_or(0) == 0)
            text.push_back('\\');
        at += used.value_or(0) + 1;
    }
    return result;
}

std::optional<std::int64_t> parseInteger(std::string_view text) {
    std::string digits = withoutUnderscores(text);
    int base = 10;
    if (digits.size() > 2 && digits[0] == '0' && !(digits[1] >= '0' && digits[1] <= '9')) {
        const char radix = static_cast<char>(digits[1] | 0x20);
        base = radix == 'x' ? 16 : radix == 'o' ? 8 : 2;
        digits.erase(0, 2);
    }
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
    if (error != std::errc{} || end != digits.data() + digits.size())
        return std::nullopt;
    return value;
}

std::optional<double> parseFloat(std::string_view text) {
    const std::string digits = withoutUnderscores(text);
    double value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error == std::errc::result_out_of_range && digits.find("e-") != std::string::npos)
        return 0.0;
    if (error != std::errc{} || end != digits.data() + digits.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

std::string floatText(double value) {
    if (std::isnan(value))
        return "nan";
    if (std::isinf(value))
        return value < 0 ? "-inf" : "inf";
    const double size = std::fabs(value);
    const bool exponent = size != 0 && (size < 1e-4 || size >= 1e16);
    std::array<char, 40> buffer{};
    const auto format = exponent ? std::chars_format::scientific : std::chars_format::fixed;
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, format).ptr;
    std::string text(buffer.data(), end);
    if (!exponent && text.find('.') == std::string::npos)
        text += ".0";
    return text;
}

}  // namespace touchstone::text::jinja
