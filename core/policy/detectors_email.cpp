// SPDX-License-Identifier: Apache-2.0

#include "detectors_engine.h"

namespace touchstone::policy {
namespace {

// RFC 5321 section 4.5.3.1
constexpr std::size_t kLongestLocalPart = 64;
constexpr std::size_t kLongestDomain = 255;
constexpr std::size_t kShortestTopLevel = 2;

bool isLocal(char c) {
    constexpr std::string_view kSpecial = "!#$%'*+-^_`{}~.";  // not those that join addresses in URLs
    return isAlphanumeric(c) || kSpecial.find(c) != std::string_view::npos;
}

bool isOutsideAscii(char c) {
    return static_cast<unsigned char>(c) >= 0x80;
}

// Where the local part that ends at `at` begins; `at` itself when there is none.
std::size_t localBegin(std::string_view text, std::size_t at) {
    std::size_t begin = at;
    while (begin > 0 && at - begin < kLongestLocalPart && isLocal(text[begin - 1]) &&
           !(text[begin - 1] == '.' && charAt(text, begin) == '.'))
        --begin;
    // Quotes, slashes and dots before an address belong to the sentence.
    while (begin < at && !isAlphanumeric(text[begin]) && text[begin] != '_')
        ++begin;
    return charAt(text, at - 1) == '.' ? at : begin;
}

// Where the domain that begins at `at` ends: after its last label that can be a top-level domain; `at` when none can.
std::size_t domainEnd(std::string_view text, std::size_t at) {
    std::size_t end = at;
    std::size_t label = at;
    for (bool first = true; label - at < kLongestDomain; first = false) {
        std::size_t stop = label;
        while (stop < text.size() && stop - at < kLongestDomain &&
               (isAlphanumeric(text[stop]) || text[stop] == '-' || isOutsideAscii(text[stop])))
            ++stop;
        if (stop == label || text[label] == '-')
            break;
        std::size_t letters = label;
        while (letters < stop && isLetter(text[letters]))
            ++letters;
        const bool punycode = text.substr(label, stop - label).starts_with("xn--");
        const bool whole = letters == stop || isOutsideAscii(text[letters]);
        if (!first && (punycode || (whole && letters - label >= kShortestTopLevel)))
            end = punycode ? stop : letters;
        if (text[stop - 1] == '-' || charAt(text, stop) != '.')
            break;
        label = stop + 1;
    }
    return end;
}

}  // namespace

void findEmails(std::string_view text, std::vector<Match>& matches) {
    for (auto at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1)) {
        const std::size_t begin = localBegin(text, at);
        const std::size_t end = domainEnd(text, at + 1);
        if (begin < at && end > at + 1)
            matches.push_back({begin, end, "email"});
    }
}

}  // namespace touchstone::policy
