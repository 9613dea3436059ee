// SPDX-License-Identifier: Apache-2.0

#include "detectors_engine.h"

#include <algorithm>

namespace touchstone::policy {
namespace {

// ITU-T E.164 section 6
constexpr std::size_t kMostDigits = 15;
constexpr std::size_t kFewestInternational = 8;
constexpr std::size_t kFewestNational = 9;
constexpr std::size_t kMostNational = 12;

// A number as it is written.
struct Written {
    std::size_t end = 0;
    bool plus = false;
    bool separated = false;
    std::string digits;
    std::vector<std::size_t> groups;  // digits in each
    std::string separators;           // the first character between groups
};

bool isSeparator(char c) {
    return c == ' ' || c == '-' || c == '.' || c == '/' || c == '(' || c == ')';
}

// Between two groups stands one separator, or a bracket with one beside it.
std::size_t separatorSize(std::string_view text, std::size_t at) {
    constexpr std::size_t kLongest = 3;
    std::size_t size = 0;
    while (size < kLongest && isSeparator(charAt(text, at + size)))
        ++size;
    const std::string_view between = text.substr(at, size);
    const bool bracket = between.find_first_of("()") != std::string_view::npos;
    return isDigit(charAt(text, at + size)) && (size <= 1 || bracket) ? size : 0;
}

Written read(std::string_view text, std::size_t at) {
    Written written;
    written.plus = text[at] == '+';
    at += written.plus ? 1 : 0;
    at += charAt(text, at) == '(' ? 1 : 0;
    while (isDigit(charAt(text, at)) && written.digits.size() <= kMostDigits + 2) {
        const std::size_t group = at;
        while (isDigit(charAt(text, at)) && written.digits.size() <= kMostDigits + 2)
            written.digits += text[at++];
        written.groups.push_back(at - group);
        written.end = at;
        const std::size_t size = separatorSize(text, at);
        if (size == 0)
            break;
        written.separators += text[at];
        at += size;
    }
    written.separated = written.groups.size() > 1;
    return written;
}

bool startsLikeDate(const Written& written) {
    return written.groups.size() >= 3 && written.groups[0] == 2 && written.groups[1] == 2 && written.groups[2] == 4 &&
           written.separators[0] != ' ';
}

// North American Numbering Plan: (2xx) 2xx-xxxx, with or without the 1.
bool isNorthAmerican(const Written& written) {
    const bool withCountry = written.groups == std::vector<std::size_t>{1, 3, 3, 4} && written.digits[0] == '1';
    if (!withCountry && written.groups != std::vector<std::size_t>{3, 3, 4})
        return false;
    const std::size_t area = withCountry ? 1 : 0;
    return written.digits[area] >= '2' && written.digits[area + 3] >= '2';
}

// Numbers with a trunk prefix: 030 1234567, 06 12 34 56 78, 07911 123456, 0301234567.
bool isNational(const Written& written) {
    const std::size_t size = written.digits.size();
    const bool trunk = size >= kFewestNational && written.digits[0] == '0' && written.digits[1] != '0';
    const bool long1 = written.separated ? size <= kMostNational : size == 10 || size == 11;
    const bool dotted = std::count(written.separators.begin(), written.separators.end(), '.') > 0;
    const bool version = dotted && *std::min_element(written.groups.begin(), written.groups.end()) == 1;
    return trunk && long1 && !version && !startsLikeDate(written);
}

bool isInternational(const Written& written) {
    const std::size_t size = written.digits.size();
    if (written.plus)
        return size >= kFewestInternational && size <= kMostDigits && written.digits[0] != '0';
    return written.separated && written.digits.starts_with("00") && size >= kFewestInternational + 2 &&
           size <= kMostDigits + 2 && written.digits[2] != '0' && !startsLikeDate(written);
}

bool canBegin(std::string_view text, std::size_t at) {
    const char before = charAt(text, at - 1);
    const bool joins = before == '.' || before == '-' || before == '/';
    return !isAlphanumeric(before) && before != '#' && before != '_' && before != '+' &&
           !(joins && isAlphanumeric(charAt(text, at - 2)));
}

bool canEnd(std::string_view text, std::size_t at) {
    const char after = charAt(text, at);
    const bool goesOn = (after == '-' || after == '.' || after == ':' || after == '/') && isDigit(charAt(text, at + 1));
    return !isAlphanumeric(after) && after != '_' && after != '%' && !goesOn;
}

}  // namespace

void findPhones(std::string_view text, std::vector<Match>& matches) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool starts = isDigit(text[at]) || text[at] == '+' || text[at] == '(';
        if (!starts || !canBegin(text, at))
            continue;
        const Written written = read(text, at);
        const bool phone = isInternational(written) || isNorthAmerican(written) || isNational(written);
        if (!phone || !canEnd(text, written.end))
            continue;
        matches.push_back({at, written.end, "phone"});
        at = written.end - 1;
    }
}

}  // namespace touchstone::policy
