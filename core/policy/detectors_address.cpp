// SPDX-License-Identifier: Apache-2.0

#include "detectors_engine.h"

#include <algorithm>
#include <array>

#include <arpa/inet.h>

namespace touchstone::policy {
namespace {

bool isAddressCharacter(char c) {
    return isDigit(c) || (toLower(c) >= 'a' && toLower(c) <= 'f') || c == ':' || c == '.';
}

bool isAddress(int family, std::string_view text) {
    if (text.size() >= INET6_ADDRSTRLEN)
        return false;
    std::array<unsigned char, 16> bytes{};
    return inet_pton(family, std::string(text).c_str(), bytes.data()) == 1;
}

// "version 1.2.3.4", "Chrome/1.2.3.4", "package==1.2.3.4": four numbers that are no address.
bool followsVersionWord(std::string_view text, std::size_t at) {
    const char before = charAt(text, at - 1);
    const char earlier = charAt(text, at - 2);
    if (before == '~' || before == '^' || (before == '/' && isAlphanumeric(earlier)))
        return true;
    if (before == '=' && std::string_view("=~<>!").find(earlier) != std::string_view::npos && earlier != '\0')
        return true;
    std::size_t end = at;
    while (end > 0 && (text[end - 1] == ' ' || text[end - 1] == ':' || text[end - 1] == '.') && at - end < 3)
        --end;
    std::string word;
    for (std::size_t i = end; i > 0 && isLetter(text[i - 1]) && word.size() < 12; --i)
        word.insert(word.begin(), toLower(text[i - 1]));
    constexpr std::array<std::string_view, 8> kWords = {"version", "ver",      "v",       "release",
                                                        "build",   "firmware", "section", "chapter"};
    return end < at && std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

}  // namespace

void findAddresses(std::string_view text, std::vector<Match>& matches) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!isAddressCharacter(text[at]))
            continue;
        std::size_t end = at;
        while (isAddressCharacter(charAt(text, end)))
            ++end;
        const std::size_t next = end;
        // A full stop or a single colon after an address belongs to the sentence.
        while (end > at && (text[end - 1] == '.' || (text[end - 1] == ':' && charAt(text, end - 2) != ':')))
            --end;
        std::string_view token = text.substr(at, end - at);
        const auto colon = token.find(':');
        const bool withPort = colon != std::string_view::npos && colon > token.find('.');
        if (withPort)
            token = token.substr(0, colon);
        const char before = charAt(text, at - 1);
        const bool inWord = isAlphanumeric(before) || before == '_' || before == '-';
        const bool wordGoesOn =
            end == next && !withPort && (isAlphanumeric(charAt(text, end)) || charAt(text, end) == '_');
        const bool v6 = token.find(':') != std::string_view::npos;
        const bool hasDigit = std::any_of(token.begin(), token.end(), isDigit);
        if (!inWord && !wordGoesOn && hasDigit && isAddress(v6 ? AF_INET6 : AF_INET, token) &&
            (v6 || !followsVersionWord(text, at)))
            matches.push_back({at, at + token.size(), "ip"});
        at = next;
    }
}

}  // namespace touchstone::policy
