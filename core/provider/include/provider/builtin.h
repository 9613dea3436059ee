// SPDX-License-Identifier: Apache-2.0
//
// The model family that is always there: deterministic, offline and extractive; not a neural model. It reads the
// rendered messages as any provider does and knows nothing else. Labels and short answers come from the few-shot turns
// most like the last user message, JSON is filled field by field from the message and the turns, and free text is made
// of the sentences of the sources that support it best.
//
// Thread-safe: calls share nothing but a few compiled patterns.

#pragma once

#include "provider/provider.h"

#include <memory>

namespace touchstone::provider {

class PatternCache;

// Models: "builtin/small" reads 2,000 tokens of context and the 8 turns next to the question, compares words only and
// answers with one sentence; "builtin/large" reads 16,000 tokens and 64 turns, compares words, word pairs and character
// 4-grams, and answers with up to three sentences. The names may be given without "builtin/".
//
// What does not fit into a model's context window (workflow/builtin_models.h), prompt and max_tokens together, fails as
// ContextTooLong: it is refused as a whole, never cut in silence.
//
// Of a call's params it honours "max_tokens" (an integer above 0); sampling controls mean nothing to it. A token is
// what text::estimateTokens counts, so its usage is exact in its own terms.
class BuiltinProvider final : public Provider {
public:
    BuiltinProvider();

    [[nodiscard]] std::string_view name() const override { return "builtin"; }

    // Answers on the calling thread, usually within a millisecond; `onDone` has been called when it returns. The answer
    // arrives in groups of words; `stop` is looked at between steps.
    void send(const Call& call, std::stop_token stop, OnDelta onDelta, OnDone onDone) override;

private:
    std::shared_ptr<PatternCache> m_patterns;
};

}  // namespace touchstone::provider
