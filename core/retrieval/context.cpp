// SPDX-License-Identifier: Apache-2.0

#include "retrieval/context.h"

#include "compress.h"
#include "token_count.h"

#include <algorithm>

namespace touchstone::retrieval {

namespace {

bool isInside(const Hit& hit, const Source& source) {
    return hit.documentId == source.documentId && hit.begin >= source.begin && hit.end <= source.end;
}

std::size_t costOf(std::string_view title, std::string_view text) {
    return tokensOf(title) + tokensOf(text);
}

}  // namespace

std::string_view toString(DropReason reason) {
    switch (reason) {
        case DropReason::OverBudget:
            return "over-budget";
        case DropReason::Repeated:
            return "repeated";
    }
    return "over-budget";
}

Context assembleContext(std::span<const Hit> hits, std::string_view query, std::int64_t budgetTokens,
                        workflow::WhenOver whenOver) {
    Context context;
    auto left = static_cast<std::size_t>(std::max<std::int64_t>(budgetTokens, 0));
    for (const Hit& hit : hits) {
        const std::size_t cost = costOf(hit.title, hit.text);
        const bool repeated = std::ranges::any_of(
            context.sources, [&](const Source& source) { return !source.compressed && isInside(hit, source); });
        if (repeated) {
            context.dropped.push_back({hit, DropReason::Repeated, cost});
            continue;
        }
        const std::size_t titleTokens = tokensOf(hit.title);
        const bool fits = cost <= left;
        std::string text = hit.text;
        if (!fits && whenOver == workflow::WhenOver::Compress && titleTokens < left)
            text = compressed(hit.text, query, left - titleTokens);
        const std::size_t tokens = costOf(hit.title, text);
        if (text.empty() || tokens > left) {
            context.dropped.push_back({hit, DropReason::OverBudget, cost});
            continue;
        }
        context.sources.push_back({context.sources.size() + 1, hit.documentId, hit.title, std::move(text), hit.begin,
                                   hit.end, hit.score, tokens, !fits});
        context.tokens += tokens;
        left -= tokens;
    }
    return context;
}

}  // namespace touchstone::retrieval
