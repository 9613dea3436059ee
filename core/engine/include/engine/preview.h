// SPDX-License-Identifier: Apache-2.0
//
// What a run would send, without sending it: the stages admit → context → render → route on an input, and what they
// tell of themselves. No model is called and nothing is recorded.
//
// Pure functions and plain values; safe from any thread.

#pragma once

#include "base/finding.h"
#include "base/json.h"
#include "base/money.h"
#include "base/result.h"
#include "cost/price_table.h"
#include "engine/prepared.h"
#include "retrieval/context.h"
#include "trace/trace.h"
#include "workflow/prompt.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace touchstone::engine {

// Whose words a text is.
enum class PromptPart {
    Instructions,  // the template of the instructions
    Examples,      // few-shot examples, as turns or as a template shows them
    Context,       // what retrieval found
    Prompt,        // the templates of the messages
    Input,         // what the caller gave
};
inline constexpr std::size_t kPromptPartCount = 5;

[[nodiscard]] std::string_view toString(PromptPart part);

// Bytes [begin, end) of a message.
struct Piece {
    std::size_t begin = 0;
    std::size_t end = 0;
    PromptPart part = PromptPart::Prompt;
    std::string pointer;                 // of the template in the document, or of the example's input or output
    TextPosition position;               // in that template: where the text stands, or the tag that wrote it
    std::vector<std::string> variables;  // "customer.plan"; empty for the template's own words
};

struct PreviewMessage {
    workflow::Role role = workflow::Role::User;
    std::string content;
    std::vector<Piece> pieces;  // in order, without gaps
};

// By PromptPart. Each message's framing counts as the part that brought the message.
struct PromptTokens {
    std::array<std::int64_t, kPromptPartCount> byPart{};
    std::int64_t total = 0;  // what routing rules see as tokens.prompt, and the sum of the parts
    bool estimated = true;   // no model's own vocabulary is at hand

    [[nodiscard]] std::int64_t of(PromptPart part) const { return byPart[static_cast<std::size_t>(part)]; }
};

// A source that the prompt got, with the lines of its document that it stands on, from 1.
struct PreviewSource {
    retrieval::Source source;
    std::size_t firstLine = 1;
    std::size_t lastLine = 1;
};

struct DroppedSource {
    retrieval::Dropped dropped;
    std::size_t firstLine = 1;
    std::size_t lastLine = 1;
};

struct TierChoice {
    std::string name;
    std::string provider;
    std::string model;
    std::string reason;                        // for people: "rule 2: tokens.prompt > 800"
    std::vector<std::string> passedOver;       // for people: the rules that did not apply, and why
    std::vector<std::string> fallback;         // tiers after it, in order
    std::optional<std::int64_t> window;        // tokens of prompt and reply together; empty: not declared
    std::optional<std::int64_t> longestReply;  // tokens; empty: the tier sets no limit
};

// What one call would cost: prompt tokens × input price + reply tokens × output price. Nobody knows how long the reply
// will be; the examples' answers say how long one usually is.
struct CostEstimate {
    std::optional<workflow::TierPrice> price;  // empty: nobody knows it, and so no cost
    std::optional<std::int64_t> replyTokens;   // mean over the examples' answers; empty without examples
    std::optional<Money> prompt;               // the prompt alone
    std::optional<Money> run;                  // with a reply of replyTokens
    std::optional<Money> most;                 // with the tier's longest reply
    std::optional<Money> limit;                // budget.per_run_usd
};

enum class Stage { Prepare, Admit, Context, Render, Route, Attempt };

[[nodiscard]] std::string_view toString(Stage stage);

// Where and why a run would stop. At Stage::Admit the error's detail is the JSON pointer of the input's value that is
// wrong or missing.
struct PreviewProblem {
    Stage stage = Stage::Prepare;
    Error error;
};

struct Preview {
    // Empty when a run would reach a model. What stands below is what the stages before it gave. An input that does not
    // fit its schema ends a run too, but its prompt is shown as far as it can be rendered.
    std::optional<PreviewProblem> problem;
    std::vector<PreviewMessage> messages;
    PromptTokens tokens;
    std::vector<std::size_t> examples;  // indices of the few-shot examples sent, in order
    std::vector<PreviewSource> sources;
    std::vector<DroppedSource> dropped;
    std::vector<trace::PolicyRecord> policy;  // verdicts on the input and the context
    std::optional<TierChoice> tier;
    CostEstimate cost;
    std::vector<Finding> findings;  // of this input, at places of the document: a prompt too long, sources left out
};

// `tier` overrules routing when it is not empty. A stop that was requested ends it between two stages, with a problem
// whose code is Cancelled.
[[nodiscard]] Preview preview(const Prepared& workflow, Json input, const std::string& tier,
                              const cost::PriceTable& prices, const std::stop_token& stop = {});

}  // namespace touchstone::engine
