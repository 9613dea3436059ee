// SPDX-License-Identifier: Apache-2.0
//
// Finds what a policy cares about in a text: personal data, terms, patterns. A detector that cannot finish fails, so
// that its caller denies; it never answers "no match" instead.
//
// A Detector is an immutable value, cheap to copy, and safe to use from any number of threads at once.

#pragma once

#include "base/result.h"

#include <compare>
#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace touchstone::policy {

// A place in a text, in bytes.
struct Match {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string kind;  // "email", "card", "iban", "phone", "ip", "term", or what the caller named a pattern
    auto operator<=>(const Match&) const = default;
};

class DetectorEngine;

class Detector {
public:
    explicit Detector(std::shared_ptr<const DetectorEngine> engine);

    // Matches in order, none overlapping another. Works on any bytes; what is not UTF-8 separates words. Fails with
    // Timeout when a pattern takes too much work on this text, and with InvalidArgument over 16 MiB.
    [[nodiscard]] Result<std::vector<Match>> find(std::string_view text) const;

private:
    std::shared_ptr<const DetectorEngine> m_engine;
};

// "email", "card", "iban", "phone" or "ip". Card numbers and IBANs must have a right check digit.
[[nodiscard]] Result<Detector> makePiiDetector(std::string_view kind);
// The kinds makePiiDetector() knows.
[[nodiscard]] std::span<const std::string_view> piiKinds();

struct TermOptions {
    bool ignoreCase = true;  // Unicode simple case folding
    bool wholeWords = true;  // no letter, digit, mark or underscore before or after
};

// At most 10,000 terms, 256 KiB together, none empty. Matches have the kind "term".
[[nodiscard]] Result<Detector> makeTermDetector(std::span<const std::string> terms, const TermOptions& options = {});

// An RE2 expression of at most 4 KiB that does not match the empty text. Errors quote the part that is wrong and its
// position.
[[nodiscard]] Result<Detector> makeRegexDetector(std::string_view pattern, std::string kind = "regex");

// The matches in order; of two that overlap the longer stays, of equal ones the earlier.
[[nodiscard]] std::vector<Match> withoutOverlaps(std::vector<Match> matches);

// The text with each match replaced by its kind, "[email]", or "[email 1]", "[email 2]" when a kind has several values;
// equal values get equal numbers whatever their case and grouping. REQUIRES: the matches lie inside the text
[[nodiscard]] std::string redact(std::string_view text, std::span<const Match> matches);

}  // namespace touchstone::policy
