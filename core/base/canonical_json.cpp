// SPDX-License-Identifier: Apache-2.0

#include "base/canonical_json.h"

#include <charconv>
#include <cmath>

namespace touchstone {
namespace {

constexpr std::int64_t kLargestExactInteger = 9'007'199'254'740'992;  // 2^53

// The next UTF-16 code units of a UTF-8 string, because RFC 8785 sorts keys by them.
std::u16string toUtf16(std::string_view text) {
    std::u16string units;
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::size_t length = lead < 0x80U ? 1 : lead < 0xE0U ? 2 : lead < 0xF0U ? 3 : 4;
        char32_t point = length == 1 ? lead : lead & (0xFFU >> (length + 1));
        for (std::size_t j = 1; j < length && i + j < text.size(); ++j)
            point = (point << 6U) | (static_cast<unsigned char>(text[i + j]) & 0x3FU);
        i += length;
        if (point >= 0x10000U) {
            units += static_cast<char16_t>(0xD800U + ((point - 0x10000U) >> 10U));
            units += static_cast<char16_t>(0xDC00U + ((point - 0x10000U) & 0x3FFU));
        } else {
            units += static_cast<char16_t>(point);
        }
    }
    return units;
}

bool isAscii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80U; });
}

bool keyLess(std::string_view a, std::string_view b) {
    return isAscii(a) && isAscii(b) ? a < b : toUtf16(a) < toUtf16(b);
}

void writeString(std::string& out, std::string_view text) {
    out += '"';
    for (const char c : text) {
        switch (c) {
            case '"':
                out += "\\\"";
                break;
            case '\\':
                out += "\\\\";
                break;
            case '\b':
                out += "\\b";
                break;
            case '\f':
                out += "\\f";
                break;
            case '\n':
                out += "\\n";
                break;
            case '\r':
                out += "\\r";
                break;
            case '\t':
                out += "\\t";
                break;
            default:
                if (static_cast<unsigned char>(c) < 0x20U) {
                    constexpr std::string_view kHex = "0123456789abcdef";
                    out += "\\u00";
                    out += kHex[static_cast<unsigned char>(c) >> 4U];
                    out += kHex[static_cast<unsigned char>(c) & 0xFU];
                } else {
                    out += c;
                }
        }
    }
    out += '"';
}

Result<void> write(std::string& out, const Json& value, const std::string& pointer);

Result<void> writeObject(std::string& out, const Json& value, const std::string& pointer) {
    const auto& members = value.get_ref<const Json::object_t&>();
    std::vector<const Json::object_t::value_type*> sorted;
    sorted.reserve(members.size());
    for (const auto& member : members)
        sorted.push_back(&member);
    std::sort(sorted.begin(), sorted.end(), [](auto* a, auto* b) { return keyLess(a->first, b->first); });
    out += '{';
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        if (i > 0)
            out += ',';
        writeString(out, sorted[i]->first);
        out += ':';
        TOUCHSTONE_TRY_VOID(write(out, sorted[i]->second, childPointer(pointer, sorted[i]->first)));
    }
    out += '}';
    return {};
}

Result<void> writeArray(std::string& out, const Json& value, const std::string& pointer) {
    out += '[';
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (i > 0)
            out += ',';
        TOUCHSTONE_TRY_VOID(write(out, value[i], childPointer(pointer, i)));
    }
    out += ']';
    return {};
}

Error inexact(const std::string& pointer) {
    return {ErrorCode::InvalidArgument,
            "the integer at " + pointer + " is larger than 2^53 and would change when hashed; write it as a string"};
}

Result<void> write(std::string& out, const Json& value, const std::string& pointer) {
    switch (value.type()) {
        case Json::value_t::object:
            return writeObject(out, value, pointer);
        case Json::value_t::array:
            return writeArray(out, value, pointer);
        case Json::value_t::string:
            writeString(out, value.get_ref<const std::string&>());
            return {};
        case Json::value_t::boolean:
            out += value.get<bool>() ? "true" : "false";
            return {};
        case Json::value_t::number_unsigned:
            if (value.get<std::uint64_t>() > static_cast<std::uint64_t>(kLargestExactInteger))
                return inexact(pointer);
            out += std::to_string(value.get<std::uint64_t>());
            return {};
        case Json::value_t::number_integer:
            if (std::abs(value.get<std::int64_t>()) > kLargestExactInteger)
                return inexact(pointer);
            out += std::to_string(value.get<std::int64_t>());
            return {};
        case Json::value_t::number_float:
            out += canonicalNumber(value.get<double>());
            return {};
        case Json::value_t::null:
        case Json::value_t::binary:
        case Json::value_t::discarded:
            out += "null";
            return {};
    }
    return {};
}

}  // namespace

std::string canonicalNumber(double value) {
    if (value == 0 || !std::isfinite(value))
        return "0";  // -0 is 0; parseJson lets no infinity in
    std::array<char, 32> buffer{};
    const auto written =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::abs(value), std::chars_format::scientific);
    const std::string_view text(buffer.data(), static_cast<std::size_t>(written.ptr - buffer.data()));
    const auto e = text.find('e');
    std::string digits;
    for (const char c : text.substr(0, e))
        if (c != '.')
            digits += c;
    int exponent = 0;
    const std::string_view exponentText = text.substr(text[e + 1] == '+' ? e + 2 : e + 1);
    std::from_chars(exponentText.data(), exponentText.data() + exponentText.size(), exponent);

    // ECMA-262, Number::toString: k digits, decimal point after the n-th.
    const int k = static_cast<int>(digits.size());
    const int n = exponent + 1;
    std::string out = value < 0 ? "-" : "";
    if (k <= n && n <= 21)
        return out + digits + std::string(static_cast<std::size_t>(n - k), '0');
    if (0 < n && n <= 21)
        return out + digits.substr(0, static_cast<std::size_t>(n)) + "." + digits.substr(static_cast<std::size_t>(n));
    if (-6 < n && n <= 0)
        return out + "0." + std::string(static_cast<std::size_t>(-n), '0') + digits;
    out += digits.front();
    if (k > 1)
        out += "." + digits.substr(1);
    return out + "e" + (n - 1 < 0 ? "-" : "+") + std::to_string(std::abs(n - 1));
}

Result<std::string> canonicalJson(const Json& value) {
    std::string out;
    TOUCHSTONE_TRY_VOID(write(out, value, ""));
    return out;
}

}  // namespace touchstone
