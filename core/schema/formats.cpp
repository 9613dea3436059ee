// SPDX-License-Identifier: Apache-2.0

#include "formats.h"

#include "ecma_pattern.h"
#include "pattern.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

namespace touchstone::schema {
namespace {

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool isHex(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool isAlphanumeric(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isOneOf(char c, std::string_view set) {
    return set.find(c) != std::string_view::npos;
}

// Exactly `count` digits at the front, taken away; -1 when they are not there.
int takeNumber(std::string_view& text, std::size_t count) {
    if (text.size() < count || !std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(count), isDigit))
        return -1;
    int value = 0;
    std::from_chars(text.data(), text.data() + count, value);
    text.remove_prefix(count);
    return value;
}

bool take(std::string_view& text, char c) {
    if (!text.starts_with(c))
        return false;
    text.remove_prefix(1);
    return true;
}

bool isBetween(int value, int low, int high) {
    return value >= low && value <= high;
}

int daysIn(int year, int month) {
    constexpr std::array kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return kDays[static_cast<std::size_t>(month - 1)] + (month == 2 && leap ? 1 : 0);
}

// RFC 3339 section 5.6
bool isDate(std::string_view text) {
    const int year = takeNumber(text, 4);
    const bool first = take(text, '-');
    const int month = takeNumber(text, 2);
    const bool second = take(text, '-');
    const int day = takeNumber(text, 2);
    return first && second && text.empty() && year >= 0 && isBetween(month, 1, 12) &&
           isBetween(day, 1, daysIn(year, month));
}

// Minutes east of UTC after the time, or nothing sensible: false.
bool takeOffset(std::string_view& text, int& minutes) {
    minutes = 0;
    if (take(text, 'Z') || take(text, 'z'))
        return true;
    const int sign = take(text, '+') ? 1 : -1;
    if (sign < 0 && !take(text, '-'))
        return false;
    const int hour = takeNumber(text, 2);
    const bool colon = take(text, ':');
    const int minute = takeNumber(text, 2);
    minutes = sign * (hour * 60 + minute);
    return colon && isBetween(hour, 0, 23) && isBetween(minute, 0, 59);
}

bool isTime(std::string_view text) {
    const int hour = takeNumber(text, 2);
    const bool first = take(text, ':');
    const int minute = takeNumber(text, 2);
    const bool second = take(text, ':');
    const int seconds = takeNumber(text, 2);
    if (!first || !second || !isBetween(hour, 0, 23) || !isBetween(minute, 0, 59) || !isBetween(seconds, 0, 60))
        return false;
    if (take(text, '.')) {
        const auto digits =
            static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), isDigit) - text.begin());
        if (digits == 0)
            return false;
        text.remove_prefix(digits);
    }
    int offset = 0;
    if (!takeOffset(text, offset) || !text.empty())
        return false;
    constexpr int kDay = 24 * 60;
    const int utc = ((hour * 60 + minute - offset) % kDay + kDay) % kDay;
    return seconds < 60 || utc == kDay - 1;  // leap seconds come at the end of a UTC day
}

bool isDateTime(std::string_view text) {
    constexpr std::size_t kDateSize = 10;
    return text.size() > kDateSize && isOneOf(text[kDateSize], "Tt") && isDate(text.substr(0, kDateSize)) &&
           isTime(text.substr(kDateSize + 1));
}

// Number-and-letter pairs in the order of `letters`; at least one.
bool takeParts(std::string_view& text, std::string_view letters) {
    bool any = false;
    while (!text.empty() && isDigit(text.front())) {
        text.remove_prefix(
            static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), isDigit) - text.begin()));
        const auto at = text.empty() ? std::string_view::npos : letters.find(text.front());
        if (at == std::string_view::npos || (any && at > 1))
            return false;
        letters.remove_prefix(at + 1);
        text.remove_prefix(1);
        any = true;
    }
    return any;
}

// RFC 3339 appendix A
bool isDuration(std::string_view text) {
    if (!take(text, 'P'))
        return false;
    if (text.ends_with('W'))
        return takeParts(text, "W") && text.empty();
    const bool date = takeParts(text, "YMD");
    if (!take(text, 'T'))
        return date && text.empty();
    return takeParts(text, "HMS") && text.empty();
}

// RFC 1123 section 2.1
bool isLabel(std::string_view label) {
    constexpr std::size_t kLongest = 63;
    const auto allowed = [](char c) { return isAlphanumeric(c) || c == '-'; };
    const bool reserved =
        label.size() >= 4 && label.substr(2, 2) == "--" && !label.starts_with("xn--") && !label.starts_with("XN--");
    return !label.empty() && label.size() <= kLongest && !reserved && label.front() != '-' && label.back() != '-' &&
           std::all_of(label.begin(), label.end(), allowed);
}

bool isHostname(std::string_view text) {
    constexpr std::size_t kLongest = 253;
    if (text.empty() || text.size() > kLongest)
        return false;
    for (;;) {
        const auto dot = text.find('.');
        if (!isLabel(text.substr(0, dot)))
            return false;
        if (dot == std::string_view::npos)
            return true;
        text.remove_prefix(dot + 1);
    }
}

// RFC 2673 section 3.2
bool isIpv4(std::string_view text) {
    for (int part = 0; part < 4; ++part) {
        if (part > 0 && !take(text, '.'))
            return false;
        const auto digits =
            static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), isDigit) - text.begin());
        const bool padded = digits > 1 && text.front() == '0';
        if (digits > 3 || padded || !isBetween(takeNumber(text, digits > 0 ? digits : 1), 0, 255))
            return false;
    }
    return text.empty();
}

// RFC 4291 section 2.2
bool isIpv6(std::string_view text) {
    constexpr int kGroups = 8;
    int groups = 0;
    bool shortened = false;
    if (text.starts_with("::")) {
        shortened = true;
        text.remove_prefix(2);
    }
    while (!text.empty()) {
        if (text.find('.') != std::string_view::npos && text.find(':') == std::string_view::npos)
            return isIpv4(text) && (shortened ? groups + 2 < kGroups : groups + 2 == kGroups);
        const auto digits = static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), isHex) - text.begin());
        if (digits == 0 || digits > 4 || ++groups > kGroups)
            return false;
        text.remove_prefix(digits);
        if (text.empty())
            break;
        if (text.starts_with("::")) {
            if (std::exchange(shortened, true))
                return false;
            text.remove_prefix(2);
        } else if (!take(text, ':') || text.empty()) {
            return false;
        }
    }
    return shortened ? groups < kGroups : groups == kGroups;
}

// RFC 5321 section 4.1.2
bool isLocalPart(std::string_view text) {
    constexpr std::size_t kLongest = 64;
    if (text.empty() || text.size() > kLongest)
        return false;
    if (text.size() >= 2 && text.front() == '"' && text.back() == '"') {
        text = text.substr(1, text.size() - 2);
        for (std::size_t i = 0; i < text.size(); ++i)
            if (text[i] == '"' || (text[i] == '\\' && ++i == text.size()))
                return false;
        return true;
    }
    const auto allowed = [](char c) { return isAlphanumeric(c) || isOneOf(c, "!#$%&'*+-/=?^_`{|}~."); };
    return text.front() != '.' && text.back() != '.' && text.find("..") == std::string_view::npos &&
           std::all_of(text.begin(), text.end(), allowed);
}

bool isEmail(std::string_view text) {
    const auto at = text.rfind('@');
    if (at == std::string_view::npos || !isLocalPart(text.substr(0, at)))
        return false;
    const std::string_view domain = text.substr(at + 1);
    if (!domain.starts_with('[') || !domain.ends_with(']'))
        return isHostname(domain);
    const std::string_view literal = domain.substr(1, domain.size() - 2);
    return literal.starts_with("IPv6:") ? isIpv6(literal.substr(5)) : isIpv4(literal);
}

// RFC 3986: the characters, and percent signs with two digits after them.
bool hasUriCharacters(std::string_view text, std::string_view extra) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%') {
            if (i + 2 >= text.size() || !isHex(text[i + 1]) || !isHex(text[i + 2]))
                return false;
        } else if (!isAlphanumeric(text[i]) && !isOneOf(text[i], "-._~!$&'()*+,;=") && !isOneOf(text[i], extra)) {
            return false;
        }
    }
    return true;
}

bool isAuthority(std::string_view text) {
    if (const auto at = text.find('@'); at != std::string_view::npos) {
        if (!hasUriCharacters(text.substr(0, at), ":"))
            return false;
        text.remove_prefix(at + 1);
    }
    std::string_view port;
    if (text.starts_with('[')) {
        const auto end = text.find(']');
        if (end == std::string_view::npos || !isIpv6(text.substr(1, end - 1)))
            return false;
        port = text.substr(end + 1);
    } else {
        const auto colon = std::min(text.find(':'), text.size());
        if (!hasUriCharacters(text.substr(0, colon), ""))
            return false;
        port = text.substr(colon);
    }
    return port.empty() || (port.front() == ':' && std::all_of(port.begin() + 1, port.end(), isDigit));
}

bool isHierarchy(std::string_view text) {
    if (const auto hash = text.find('#'); hash != std::string_view::npos) {
        if (!hasUriCharacters(text.substr(hash + 1), ":@/?"))
            return false;
        text = text.substr(0, hash);
    }
    if (text.starts_with("//")) {
        const auto end = std::min(text.find_first_of("/?", 2), text.size());
        if (!isAuthority(text.substr(2, end - 2)))
            return false;
        text.remove_prefix(end);
    }
    return hasUriCharacters(text, ":@/?");
}

// Length of a scheme with its colon, 0 when there is none.
std::size_t schemeSize(std::string_view text) {
    const auto colon = text.find(':');
    if (colon == std::string_view::npos || colon == 0 || isDigit(text.front()) || !isAlphanumeric(text.front()))
        return 0;
    const std::string_view scheme = text.substr(0, colon);
    const bool wellFormed =
        std::all_of(scheme.begin(), scheme.end(), [](char c) { return isAlphanumeric(c) || isOneOf(c, "+-."); });
    return wellFormed ? colon + 1 : 0;
}

bool isUri(std::string_view text) {
    const std::size_t scheme = schemeSize(text);
    return scheme > 0 && isHierarchy(text.substr(scheme));
}

bool isUriReference(std::string_view text) {
    if (isUri(text))
        return true;
    const bool colonFirst = text.substr(0, text.find_first_of("/?#")).find(':') != std::string_view::npos;
    return !colonFirst && isHierarchy(text);
}

// RFC 4122
bool isUuid(std::string_view text) {
    constexpr std::size_t kSize = 36;
    if (text.size() != kSize)
        return false;
    for (std::size_t i = 0; i < kSize; ++i) {
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        if (dash ? text[i] != '-' : !isHex(text[i]))
            return false;
    }
    return true;
}

// RFC 6901
bool isJsonPointer(std::string_view text) {
    if (!text.empty() && text.front() != '/')
        return false;
    for (auto tilde = text.find('~'); tilde != std::string_view::npos; tilde = text.find('~', tilde + 1))
        if (tilde + 1 >= text.size() || !isOneOf(text[tilde + 1], "01"))
            return false;
    return true;
}

bool isRegex(std::string_view text) {
    return Pattern::compile(text, std::numeric_limits<std::size_t>::max()).ok();
}

constexpr std::array kFormats = std::to_array<Format>({
    {"date-time", isDateTime, "2026-03-14T09:26:53Z"},
    {"date", isDate, "2026-03-14"},
    {"time", isTime, "09:26:53Z"},
    {"duration", isDuration, "P1DT2H"},
    {"email", isEmail, "name@example.com"},
    {"hostname", isHostname, "www.example.com"},
    {"ipv4", isIpv4, "192.0.2.1"},
    {"ipv6", isIpv6, "2001:db8::1"},
    {"uri", isUri, "https://example.com/a"},
    {"uri-reference", isUriReference, "../a#b"},
    {"uuid", isUuid, "2f1b0f5e-6a55-4a6c-8c8d-0f4a1b3c5d7e"},
    {"json-pointer", isJsonPointer, "/a/0"},
    {"regex", isRegex, "^[a-z]+$"},
});

}  // namespace

const Format* findFormat(std::string_view name) {
    const auto* found =
        std::find_if(kFormats.begin(), kFormats.end(), [name](const Format& format) { return format.name == name; });
    return found == kFormats.end() ? nullptr : found;
}

}  // namespace touchstone::schema
