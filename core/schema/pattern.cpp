// SPDX-License-Identifier: Apache-2.0

#include "pattern.h"

#include "backtracking_engine.h"
#include "ecma_pattern.h"

#include <re2/re2.h>

namespace touchstone::schema {
namespace {

// RE2 is linear in the text, but each byte may cost as much as the program is long when its states no longer fit.
constexpr int kLargestProgram = 60'000;
constexpr std::size_t kBytesPerStep = 8;

class LinearEngine final : public PatternEngine {
public:
    explicit LinearEngine(const std::string& pattern) : m_regex(pattern, options()) {}

    [[nodiscard]] const RE2& regex() const { return m_regex; }

    [[nodiscard]] Search search(std::string_view text, std::int64_t& steps) const override {
        steps -= 1 + static_cast<std::int64_t>(text.size() / kBytesPerStep);
        if (steps < 0)
            return Search::GaveUp;
        const bool found =
            m_regex.Match(re2::StringPiece(text.data(), text.size()), 0, text.size(), RE2::UNANCHORED, nullptr, 0);
        return found ? Search::Found : Search::NotFound;
    }

private:
    static RE2::Options options() {
        RE2::Options options;
        options.set_log_errors(false);
        options.set_never_capture(true);
        return options;
    }

    RE2 m_regex;
};

// What RE2 does not know but PCRE2 may: large repetitions and further Unicode properties.
bool worthBacktracking(RE2::ErrorCode code) {
    return code == RE2::ErrorRepeatSize || code == RE2::ErrorBadCharRange;
}

}  // namespace

Result<Pattern> Pattern::compile(std::string_view source, std::size_t longest) {
    if (source.size() > longest)
        return Error{ErrorCode::InvalidArgument, "the pattern has " + std::to_string(source.size()) +
                                                     " bytes, more than the limit of " + std::to_string(longest)};
    TOUCHSTONE_TRY(const EcmaPattern translated, translateEcmaPattern(source));
    if (!translated.lookAround && !translated.backReferences) {
        auto engine = std::make_unique<const LinearEngine>(translated.text);
        if (engine->regex().ok() && engine->regex().ProgramSize() > kLargestProgram)
            return Error{ErrorCode::InvalidArgument, "the pattern is too complex; use smaller repetitions"};
        if (engine->regex().ok())
            return Pattern(std::string(source), std::move(engine));
        if (!worthBacktracking(engine->regex().error_code()))
            return Error{ErrorCode::InvalidArgument, engine->regex().error()};
    }
    TOUCHSTONE_TRY(auto engine, makeBacktrackingEngine(translated));
    return Pattern(std::string(source), std::move(engine));
}

}  // namespace touchstone::schema
