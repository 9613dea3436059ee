// SPDX-License-Identifier: Apache-2.0

#include "detectors_engine.h"

#include <algorithm>
#include <array>

namespace touchstone::policy {
namespace {

constexpr std::size_t kShortestCard = 13;
constexpr std::size_t kLongestCard = 19;
constexpr std::size_t kShortestGroup = 3;

// Issuer prefixes as ranges of their first digits, with the lengths in use (ISO/IEC 7812; issuers' published ranges).
struct Issuer {
    int digits;
    int first;
    int last;
    std::size_t shortest;
    std::size_t longest;
};

constexpr std::array kIssuers = std::to_array<Issuer>({
    {1, 4, 4, 13, 19},        // Visa
    {2, 51, 55, 16, 16},      // Mastercard
    {4, 2221, 2720, 16, 16},  // Mastercard
    {2, 34, 34, 15, 15},      // American Express
    {2, 37, 37, 15, 15},      // American Express
    {3, 300, 305, 14, 19},    // Diners Club
    {2, 36, 36, 14, 19},      // Diners Club
    {2, 38, 39, 14, 19},      // Diners Club
    {4, 6011, 6011, 16, 19},  // Discover
    {3, 644, 649, 16, 19},    // Discover
    {2, 65, 65, 16, 19},      // Discover
    {4, 3528, 3589, 16, 19},  // JCB
    {2, 62, 62, 16, 19},      // UnionPay
    {4, 5018, 5020, 13, 19},  // Maestro
    {4, 5038, 5038, 13, 19},  // Maestro
    {4, 5893, 5893, 13, 19},  // Maestro
    {4, 6304, 6304, 13, 19},  // Maestro
    {4, 6759, 6763, 13, 19},  // Maestro
});

bool hasIssuer(std::string_view digits) {
    return std::any_of(kIssuers.begin(), kIssuers.end(), [digits](const Issuer& issuer) {
        int prefix = 0;
        for (int i = 0; i < issuer.digits; ++i)
            prefix = prefix * 10 + (digits[static_cast<std::size_t>(i)] - '0');
        return prefix >= issuer.first && prefix <= issuer.last && digits.size() >= issuer.shortest &&
               digits.size() <= issuer.longest;
    });
}

// ISO/IEC 7812-1 annex B
bool hasLuhnDigit(std::string_view digits) {
    int sum = 0;
    bool twice = false;
    for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit, twice = !twice) {
        const int value = *digit - '0';
        sum += !twice ? value : value < 5 ? value * 2 : value * 2 - 9;
    }
    return sum % 10 == 0;
}

bool isSeparator(char c) {
    return c == ' ' || c == '-';
}

// The end of the longest card number whose first group starts at `begin`, or `begin`.
std::size_t cardEnd(std::string_view text, std::size_t begin) {
    std::string digits;
    std::size_t best = begin;
    char separator = '\0';
    for (std::size_t at = begin; digits.size() <= kLongestCard;) {
        const std::size_t group = at;
        while (isDigit(charAt(text, at)) && digits.size() <= kLongestCard)
            digits += text[at++];
        const bool ends =
            !isAlphanumeric(charAt(text, at)) && !(charAt(text, at) == '.' && isDigit(charAt(text, at + 1)));
        if (at - group < kShortestGroup)
            break;
        if (ends && digits.size() >= kShortestCard && digits.size() <= kLongestCard && hasIssuer(digits) &&
            hasLuhnDigit(digits))
            best = at;
        if (!isSeparator(charAt(text, at)) || (separator != '\0' && charAt(text, at) != separator))
            break;
        separator = text[at++];
    }
    return best;
}

struct Country {
    std::string_view code;
    std::size_t length;
};

// Lengths of the SWIFT IBAN registry, release 99.
constexpr std::array kCountries = std::to_array<Country>({
    {"AD", 24}, {"AE", 23}, {"AL", 28}, {"AT", 20}, {"AZ", 28}, {"BA", 20}, {"BE", 16}, {"BG", 22}, {"BH", 22},
    {"BI", 27}, {"BR", 29}, {"BY", 28}, {"CH", 21}, {"CR", 22}, {"CY", 28}, {"CZ", 24}, {"DE", 22}, {"DJ", 27},
    {"DK", 18}, {"DO", 28}, {"EE", 20}, {"EG", 29}, {"ES", 24}, {"FI", 18}, {"FK", 18}, {"FO", 18}, {"FR", 27},
    {"GB", 22}, {"GE", 22}, {"GI", 23}, {"GL", 18}, {"GR", 27}, {"GT", 28}, {"HN", 28}, {"HR", 21}, {"HU", 28},
    {"IE", 22}, {"IL", 23}, {"IQ", 23}, {"IS", 26}, {"IT", 27}, {"JO", 30}, {"KW", 30}, {"KZ", 20}, {"LB", 28},
    {"LC", 32}, {"LI", 21}, {"LT", 20}, {"LU", 20}, {"LV", 21}, {"LY", 25}, {"MC", 27}, {"MD", 24}, {"ME", 22},
    {"MK", 19}, {"MN", 20}, {"MR", 27}, {"MT", 31}, {"MU", 30}, {"NI", 28}, {"NL", 18}, {"NO", 15}, {"OM", 23},
    {"PK", 24}, {"PL", 28}, {"PS", 29}, {"PT", 25}, {"QA", 29}, {"RO", 24}, {"RS", 22}, {"RU", 33}, {"SA", 24},
    {"SC", 31}, {"SD", 18}, {"SE", 24}, {"SI", 19}, {"SK", 24}, {"SM", 27}, {"SO", 23}, {"ST", 25}, {"SV", 28},
    {"TL", 23}, {"TN", 24}, {"TR", 26}, {"UA", 29}, {"VA", 22}, {"VG", 24}, {"XK", 20}, {"YE", 30},
});

std::size_t ibanLength(char first, char second) {
    const auto* country = std::find_if(kCountries.begin(), kCountries.end(), [&](const Country& candidate) {
        return candidate.code[0] == first && candidate.code[1] == second;
    });
    return country == kCountries.end() ? 0 : country->length;
}

char upper(char c) {
    return isLetter(c) ? static_cast<char>(toLower(c) - 'a' + 'A') : c;
}

// ISO 13616-1: the first four characters move to the end, letters count from 10, the whole is 1 modulo 97.
bool hasMod97(std::string_view iban) {
    unsigned remainder = 0;
    for (std::size_t i = 0; i < iban.size(); ++i) {
        const char c = iban[(i + 4) % iban.size()];
        remainder = isDigit(c) ? remainder * 10 + static_cast<unsigned>(c - '0')
                               : remainder * 100 + static_cast<unsigned>(c - 'A') + 10;
        remainder %= 97;
    }
    return remainder == 1;
}

// The end of the IBAN that starts at `begin`, or `begin`.
std::size_t ibanEnd(std::string_view text, std::size_t begin) {
    const std::size_t length = ibanLength(upper(charAt(text, begin)), upper(charAt(text, begin + 1)));
    if (length == 0 || !isDigit(charAt(text, begin + 2)) || !isDigit(charAt(text, begin + 3)))
        return begin;
    std::string iban;
    std::size_t at = begin;
    for (; iban.size() < length && at < text.size(); ++at) {
        if (isAlphanumeric(text[at]))
            iban += upper(text[at]);
        else if (text[at] != ' ' || text[at - 1] == ' ')
            return begin;
    }
    const bool ends = iban.size() == length && !isAlphanumeric(charAt(text, at));
    return ends && hasMod97(iban) ? at : begin;
}

}  // namespace

void findCards(std::string_view text, std::vector<Match>& matches) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char before = charAt(text, at - 1);
        const bool decimals = before == '.' && isDigit(charAt(text, at - 2));
        if (!isDigit(text[at]) || isAlphanumeric(before) || decimals)
            continue;
        if (const std::size_t end = cardEnd(text, at); end > at) {
            matches.push_back({at, end, "card"});
            at = end - 1;
        }
    }
}

void findIbans(std::string_view text, std::vector<Match>& matches) {
    for (std::size_t at = 0; at + 4 < text.size(); ++at) {
        if (!isLetter(text[at]) || isAlphanumeric(charAt(text, at - 1)))
            continue;
        if (const std::size_t end = ibanEnd(text, at); end > at) {
            matches.push_back({at, end, "iban"});
            at = end - 1;
        }
    }
}

}  // namespace touchstone::policy
