// SPDX-License-Identifier: Apache-2.0

#include "detectors_engine.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <limits>
#include <optional>

namespace touchstone::policy {
namespace {

constexpr std::size_t kMostTerms = 10'000;
constexpr std::size_t kMostTermBytes = 256U << 10U;
constexpr std::size_t kLongestPattern = 4U << 10U;
constexpr std::int64_t kEngineMemory = 64LL << 20U;
// A program this long may cost that much for each byte.
constexpr int kLargestProgram = 100'000;
// After a match the search starts again behind it, and may look far ahead each time. Bytes in all, at worst.
constexpr std::size_t kBytesLookedAt = std::size_t{1} << 30U;

// The length of the UTF-8 sequence at `at` (RFC 3629), or 0 when it is malformed.
std::size_t sequenceSize(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(charAt(text, at + i)); };
    const auto follows = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
    if (byte(0) < 0x80)
        return 1;
    if (byte(0) >= 0xC2 && byte(0) <= 0xDF)
        return follows(1) ? 2 : 0;
    if (byte(0) >= 0xE0 && byte(0) <= 0xEF) {
        const bool overlong = byte(0) == 0xE0 && byte(1) < 0xA0;
        const bool surrogate = byte(0) == 0xED && byte(1) > 0x9F;
        return follows(1) && follows(2) && !overlong && !surrogate ? 3 : 0;
    }
    if (byte(0) >= 0xF0 && byte(0) <= 0xF4) {
        const bool overlong = byte(0) == 0xF0 && byte(1) < 0x90;
        const bool tooLarge = byte(0) == 0xF4 && byte(1) > 0x8F;
        return follows(1) && follows(2) && follows(3) && !overlong && !tooLarge ? 4 : 0;
    }
    return 0;
}

// The text as RE2 can read all of it: malformed bytes become a control character, so that offsets stay and nothing can
// hide behind them.
std::string readable(std::string_view text) {
    std::string copy(text);
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t size = sequenceSize(text, at);
        if (size == 0)
            copy[at] = '\x1A';
        at += std::max<std::size_t>(size, 1);
    }
    return copy;
}

RE2::Options engineOptions(bool longest, bool ignoreCase) {
    RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(kEngineMemory);
    options.set_longest_match(longest);
    options.set_case_sensitive(!ignoreCase);
    return options;
}

class PatternDetector final : public DetectorEngine {
public:
    // The match is the one of the first `groups` groups that took part, or the whole when there are none.
    PatternDetector(const std::string& pattern, const RE2::Options& options, int groups, std::string kind, bool loops)
        : m_regex(pattern, options), m_groups(groups), m_kind(std::move(kind)) {
        if (!loops && m_regex.ok())
            m_reach = static_cast<std::size_t>(m_regex.ProgramSize());
    }

    [[nodiscard]] const RE2& regex() const { return m_regex; }

    [[nodiscard]] Result<std::vector<Match>> find(std::string_view text) const override {
        const std::string copy = readable(text);
        std::vector<Match> matches;
        std::size_t lookedAt = 0;
        for (std::size_t from = 0; from < copy.size();) {
            auto match = next(copy, from);
            if (!match)
                break;
            const bool empty = match->begin == match->end;
            from = match->end + (empty ? 1 : 0);
            lookedAt += std::min(copy.size() - match->begin, m_reach);
            if (!empty)
                matches.push_back(std::move(*match));
            if (lookedAt > kBytesLookedAt)
                return Error{ErrorCode::Timeout, "a pattern matches more than " + std::to_string(matches.size()) +
                                                     " times in a text of " + std::to_string(text.size()) +
                                                     " bytes, which is too much work; shorten the text"};
        }
        return matches;
    }

private:
    [[nodiscard]] std::optional<Match> next(const std::string& text, std::size_t from) const {
        std::array<re2::StringPiece, kMostGroups> parts;
        if (!m_regex.Match(text, from, text.size(), RE2::UNANCHORED, parts.data(), m_groups + 1))
            return std::nullopt;
        std::size_t taken = 0;
        for (std::size_t i = 1; i <= static_cast<std::size_t>(m_groups); ++i)
            if (parts[i].data())
                taken = i;
        const auto begin = static_cast<std::size_t>(parts[taken].data() - text.data());
        return Match{begin, begin + parts[taken].size(), m_kind};
    }

    static constexpr std::size_t kMostGroups = 5;

    RE2 m_regex;
    int m_groups;
    std::string m_kind;
    // How far beyond the start of a match RE2 may look: without a loop, one byte for each instruction.
    std::size_t m_reach = std::numeric_limits<std::size_t>::max();
};

// Terms in a class of its own for each side that has a letter, because only there a word could go on.
constexpr std::string_view kNotInWord = R"([^\p{L}\p{N}\p{M}_])";

bool isWordAt(std::string_view term, bool front) {
    static const RE2 begins(R"([\p{L}\p{N}\p{M}_](?s:.*))");
    static const RE2 ends(R"((?s:.*)[\p{L}\p{N}\p{M}_])");
    return RE2::FullMatch(re2::StringPiece(term.data(), term.size()), front ? begins : ends);
}

std::string alternatives(const std::vector<std::string_view>& terms) {
    std::string pattern;
    for (const std::string_view term : terms) {
        pattern += pattern.empty() ? "" : "|";
        pattern += RE2::QuoteMeta(re2::StringPiece(term.data(), term.size()));
    }
    return "(" + pattern + ")";
}

struct TermPattern {
    std::string text;
    int groups = 0;
};

TermPattern termPattern(std::span<const std::string> terms, bool wholeWords) {
    std::array<std::vector<std::string_view>, 4> classes;
    for (const std::string& term : terms)
        classes[wholeWords ? (isWordAt(term, true) ? 1U : 0U) + (isWordAt(term, false) ? 2U : 0U) : 0U].emplace_back(
            term);
    TermPattern pattern;
    for (std::size_t i = 0; i < classes.size(); ++i) {
        if (classes[i].empty())
            continue;
        pattern.text += pattern.groups++ == 0 ? "" : "|";
        if ((i & 1U) != 0)
            pattern.text.append("(?:^|").append(kNotInWord).append(")");
        pattern.text += alternatives(classes[i]);
        if ((i & 2U) != 0)
            pattern.text.append("(?:$|").append(kNotInWord).append(")");
    }
    return pattern;
}

Result<void> checkTerms(std::span<const std::string> terms) {
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < terms.size(); ++i) {
        bytes += terms[i].size();
        if (terms[i].empty())
            return Error{ErrorCode::InvalidArgument, "term " + std::to_string(i + 1) + " is empty; remove it"};
        if (readable(terms[i]) != terms[i])
            return Error{ErrorCode::InvalidArgument, "term " + std::to_string(i + 1) + " is not valid UTF-8"};
    }
    if (terms.empty())
        return Error{ErrorCode::InvalidArgument, "the list of terms is empty; add one"};
    if (terms.size() > kMostTerms || bytes > kMostTermBytes)
        return Error{ErrorCode::InvalidArgument, "the list has " + std::to_string(terms.size()) + " terms of " +
                                                     std::to_string(bytes) +
                                                     " bytes; the limits are 10,000 terms and 256 KiB"};
    return {};
}

bool hasLoops(std::string_view pattern) {
    return pattern.find_first_of("*+") != std::string_view::npos || pattern.find(",}") != std::string_view::npos;
}

// RE2 quotes the wrong part; where it stands is ours to find.
std::string explain(std::string_view pattern, const RE2& regex) {
    std::string text = "not a usable regular expression";
    const std::string& part = regex.error_arg();
    if (const auto at = pattern.find(part); !part.empty() && at != std::string_view::npos)
        text += " at character " + std::to_string(at + 1);
    return text + ": " + regex.error();
}

}  // namespace

Result<Detector> makeTermDetector(std::span<const std::string> terms, const TermOptions& options) {
    TOUCHSTONE_TRY_VOID(checkTerms(terms));
    const TermPattern pattern = termPattern(terms, options.wholeWords);
    auto engine = std::make_shared<const PatternDetector>(pattern.text, engineOptions(true, options.ignoreCase),
                                                          pattern.groups, "term", false);
    if (!engine->regex().ok())
        return Error{ErrorCode::InvalidArgument, "the list of terms is too large: " + engine->regex().error()};
    return Detector(std::move(engine));
}

Result<Detector> makeRegexDetector(std::string_view pattern, std::string kind) {
    if (pattern.size() > kLongestPattern)
        return Error{ErrorCode::InvalidArgument, "a regular expression of " + std::to_string(pattern.size()) +
                                                     " bytes is too long; the limit is 4096"};
    auto engine = std::make_shared<const PatternDetector>(std::string(pattern), engineOptions(false, false), 0,
                                                          std::move(kind), hasLoops(pattern));
    if (!engine->regex().ok())
        return Error{ErrorCode::InvalidArgument, explain(pattern, engine->regex())};
    if (engine->regex().ProgramSize() > kLargestProgram)
        return Error{ErrorCode::InvalidArgument, "the regular expression is too complex; use smaller repetitions"};
    if (engine->regex().Match("", 0, 0, RE2::UNANCHORED, nullptr, 0))
        return Error{
            ErrorCode::InvalidArgument,
            "the regular expression matches the empty text, so it would match everywhere; ask for at least one "
            "character"};
    return Detector(std::move(engine));
}

}  // namespace touchstone::policy
