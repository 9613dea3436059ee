// SPDX-License-Identifier: Apache-2.0

#include "backtracking_engine.h"

#include <cstdlib>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

namespace touchstone::schema {
namespace {

// PCRE2's own match limit starts anew at every position of the text, so the whole search is counted by callouts.
constexpr std::uint32_t kMatchLimit = 1'000'000;
constexpr std::uint32_t kDepthLimit = 100'000;
constexpr std::uint32_t kHeapKibibytes = 64 * 1024;

struct Free {
    void operator()(pcre2_code* code) const { pcre2_code_free(code); }
    void operator()(pcre2_compile_context* context) const { pcre2_compile_context_free(context); }
    void operator()(pcre2_match_context* context) const { pcre2_match_context_free(context); }
    void operator()(pcre2_match_data* data) const { pcre2_match_data_free(data); }
};

PCRE2_SPTR units(std::string_view text) {
    return reinterpret_cast<PCRE2_SPTR>(text.data());
}

struct Budget {
    std::int64_t& steps;
    std::size_t last;
    bool backReferences;
};

// PCRE2 calls this before every item of the pattern. What ran since the last call is at most the distance in the text,
// and a back-reference compares at most what was matched so far.
int countSteps(pcre2_callout_block* block, void* data) {
    auto& budget = *static_cast<Budget*>(data);
    const std::size_t here = block->current_position;
    budget.steps -= 1 + std::llabs(static_cast<long long>(here) - static_cast<long long>(budget.last));
    if (budget.backReferences && here > block->start_match)
        budget.steps -= static_cast<std::int64_t>(here - block->start_match);
    budget.last = here;
    return budget.steps > 0 ? 0 : PCRE2_ERROR_MATCHLIMIT;
}

class BacktrackingEngine final : public PatternEngine {
public:
    BacktrackingEngine(std::unique_ptr<pcre2_code, Free> code, bool backReferences)
        : m_code(std::move(code)), m_backReferences(backReferences) {}

    [[nodiscard]] Search search(std::string_view text, std::int64_t& steps) const override {
        const std::unique_ptr<pcre2_match_context, Free> context(pcre2_match_context_create(nullptr));
        const std::unique_ptr<pcre2_match_data, Free> match(pcre2_match_data_create(1, nullptr));
        if (!context || !match)
            return Search::GaveUp;
        Budget budget{steps, 0, m_backReferences};
        pcre2_set_match_limit(context.get(), kMatchLimit);
        pcre2_set_depth_limit(context.get(), kDepthLimit);
        pcre2_set_heap_limit(context.get(), kHeapKibibytes);
        pcre2_set_callout(context.get(), countSteps, &budget);
        const int found = pcre2_match(m_code.get(), units(text), text.size(), 0, 0, match.get(), context.get());
        if (found >= 0)
            return Search::Found;
        return found == PCRE2_ERROR_NOMATCH ? Search::NotFound : Search::GaveUp;
    }

private:
    std::unique_ptr<pcre2_code, Free> m_code;
    bool m_backReferences;
};

std::string reason(int code) {
    PCRE2_UCHAR text[160];
    pcre2_get_error_message(code, text, sizeof text);
    return reinterpret_cast<const char*>(text);
}

}  // namespace

Result<std::unique_ptr<const PatternEngine>> makeBacktrackingEngine(const EcmaPattern& pattern) {
    const std::unique_ptr<pcre2_compile_context, Free> context(pcre2_compile_context_create(nullptr));
    if (!context)
        return Error{ErrorCode::Internal, "no memory for a pattern"};
    pcre2_set_parens_nest_limit(context.get(), 100);
    constexpr std::uint32_t kOptions =
        PCRE2_UTF | PCRE2_DOLLAR_ENDONLY | PCRE2_NEVER_BACKSLASH_C | PCRE2_AUTO_CALLOUT | PCRE2_MATCH_UNSET_BACKREF;
    int problem = 0;
    std::size_t offset = 0;
    std::unique_ptr<pcre2_code, Free> code(
        pcre2_compile(units(pattern.text), pattern.text.size(), kOptions, &problem, &offset, context.get()));
    if (!code)
        return Error{ErrorCode::InvalidArgument, reason(problem)};
    return std::unique_ptr<const PatternEngine>(
        std::make_unique<const BacktrackingEngine>(std::move(code), pattern.backReferences));
}

}  // namespace touchstone::schema
