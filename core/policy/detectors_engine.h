// SPDX-License-Identifier: Apache-2.0
//
// What every detector implements, and the character tests the scanners share. Characters are ASCII; bytes of longer
// UTF-8 sequences are none of them.

#pragma once

#include "policy/detectors.h"

namespace touchstone::policy {

class DetectorEngine {
public:
    virtual ~DetectorEngine() = default;
    [[nodiscard]] virtual Result<std::vector<Match>> find(std::string_view text) const = 0;
};

// Appends all matches of one kind in a single pass.
using Scanner = void (*)(std::string_view text, std::vector<Match>& matches);

void findEmails(std::string_view text, std::vector<Match>& matches);
void findCards(std::string_view text, std::vector<Match>& matches);
void findIbans(std::string_view text, std::vector<Match>& matches);
void findPhones(std::string_view text, std::vector<Match>& matches);
void findAddresses(std::string_view text, std::vector<Match>& matches);

[[nodiscard]] constexpr bool isDigit(char c) {
    return c >= '0' && c <= '9';
}
[[nodiscard]] constexpr char toLower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
[[nodiscard]] constexpr bool isLetter(char c) {
    return toLower(c) >= 'a' && toLower(c) <= 'z';
}
[[nodiscard]] constexpr bool isAlphanumeric(char c) {
    return isDigit(c) || isLetter(c);
}
// The character at `at`, or NUL outside the text; `at` may have wrapped below zero.
[[nodiscard]] constexpr char charAt(std::string_view text, std::size_t at) {
    return at < text.size() ? text[at] : '\0';
}

}  // namespace touchstone::policy
