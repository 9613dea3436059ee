// SPDX-License-Identifier: Apache-2.0
//
// The judges that look into text: icontains and regex. RE2 takes time linear in the text, whatever the pattern.

#include "judge.h"
#include "judged_values.h"

#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>
#include <vector>

namespace touchstone::eval {
namespace {

re2::StringPiece piece(std::string_view text) {
    return {text.data(), text.size()};
}

bool containsIgnoringCase(std::string_view text, std::string_view word) {
    RE2::Options options(RE2::Quiet);
    options.set_literal(true);
    options.set_case_sensitive(false);
    const RE2 folded(piece(word), options);
    return folded.ok() ? RE2::PartialMatch(piece(text), folded) : text.find(word) != std::string_view::npos;
}

// One word or a list of words.
std::vector<std::string> wordsOf(const Json& value) {
    std::vector<std::string> words;
    if (value.is_array())
        for (const Json& item : value)
            words.push_back(plainText(item));
    else
        words.push_back(plainText(value));
    return words;
}

class ContainsJudge final : public Judge {
public:
    ContainsJudge(std::string at, Expectation expectation, bool any)
        : m_at(std::move(at)), m_expectation(std::move(expectation)), m_any(any) {}

    [[nodiscard]] Result<Judgement> judge(const ScorerInput& input) const override {
        TOUCHSTONE_TRY(const Json* expected, m_expectation.of(input));
        const Answer answer(input, m_at);
        if (!answer.exists())
            return Judgement{0, answer.why()};
        const std::vector<std::string> words = wordsOf(*expected);
        for (const std::string& word : words) {
            const bool found = containsIgnoringCase(answer.text(), word);
            if (found == m_any)
                return Judgement{found ? 1 : 0, (found ? "contains " : "does not contain ") + inQuotes(word)};
        }
        if (m_any)
            return Judgement{0, fmt::format("contains none of {} words", words.size())};
        return Judgement{1, words.size() == 1 ? "contains " + inQuotes(words.front())
                                              : fmt::format("contains all {} words", words.size())};
    }

private:
    std::string m_at;
    Expectation m_expectation;
    bool m_any;
};

class RegexJudge final : public Judge {
public:
    RegexJudge(std::string at, const std::string& pattern, bool full, const RE2::Options& options)
        : m_at(std::move(at)), m_full(full), m_pattern(pattern, options) {}

    [[nodiscard]] bool isOk() const { return m_pattern.ok(); }
    [[nodiscard]] const std::string& error() const { return m_pattern.error(); }

    [[nodiscard]] Result<Judgement> judge(const ScorerInput& input) const override {
        const Answer answer(input, m_at);
        if (!answer.exists())
            return Judgement{0, answer.why()};
        re2::StringPiece match;
        const re2::StringPiece text = piece(answer.text());
        if (!m_pattern.Match(text, 0, text.size(), m_full ? RE2::ANCHOR_BOTH : RE2::UNANCHORED, &match, 1))
            return Judgement{0, "the pattern does not match"};
        return Judgement{1, "matches " + inQuotes({match.data(), match.size()})};
    }

private:
    std::string m_at;
    bool m_full;
    RE2 m_pattern;
};

}  // namespace

JudgeResult makeContainsJudge(const ScorerSpec& spec) {
    TOUCHSTONE_TRY_VOID(spec.allowKeys({"at", "expected_at", "value", "match"}));
    TOUCHSTONE_TRY(std::string at, spec.pointer("at"));
    TOUCHSTONE_TRY(Expectation expectation, Expectation::parse(spec, true));
    TOUCHSTONE_TRY(const std::string match, spec.text("match", "all"));
    if (match != "all" && match != "any")
        return spec.error(R"("match" must be "all" or "any")");
    if (const Json* value = spec.find("value")) {
        const std::vector<std::string> words = wordsOf(*value);
        if (words.empty() || std::any_of(words.begin(), words.end(), [](const auto& word) { return word.empty(); }))
            return spec.error("\"value\" must be a word or a list of words, none of them empty");
    }
    return std::shared_ptr<const Judge>(
        std::make_shared<ContainsJudge>(std::move(at), std::move(expectation), match == "any"));
}

JudgeResult makeRegexJudge(const ScorerSpec& spec) {
    TOUCHSTONE_TRY_VOID(spec.allowKeys({"at", "pattern", "ignore_case", "full"}));
    TOUCHSTONE_TRY(std::string at, spec.pointer("at"));
    TOUCHSTONE_TRY(const std::string pattern, spec.requiredText("pattern"));
    TOUCHSTONE_TRY(const bool ignoreCase, spec.flag("ignore_case", false));
    TOUCHSTONE_TRY(const bool full, spec.flag("full", false));
    constexpr std::size_t kPatternBytes = 8'192;
    if (pattern.size() > kPatternBytes)
        return spec.error(fmt::format("\"pattern\" has {} bytes; the limit is {}", pattern.size(), kPatternBytes));
    RE2::Options options(RE2::Quiet);
    options.set_case_sensitive(!ignoreCase);
    options.set_max_mem(8 << 20);
    auto judge = std::make_shared<RegexJudge>(std::move(at), pattern, full, options);
    if (!judge->isOk())
        return spec.error(
            fmt::format("\"pattern\" is not an RE2 pattern: {} (RE2 has no look-around and no "
                        "back-references)",
                        judge->error()));
    return std::shared_ptr<const Judge>(std::move(judge));
}

}  // namespace touchstone::eval
