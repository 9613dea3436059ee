// SPDX-License-Identifier: Apache-2.0
//
// The stages of a run, each a function from values to a value. Only run.cpp knows their order.

#pragma once

#include "compiled_workflow.h"
#include "engine/engine.h"
#include "engine/preview.h"
#include "retrieval/context.h"
#include "trace/trace.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace touchstone::engine {

// Top-level properties of `input` that are absent get the `default` of the input schema.
void fillDefaults(const Json& schema, Json& input);

struct Admission {
    policy::ScreenedInput input;
    std::optional<Error> misfit = {};  // InvalidArgument; quotes the screened input only, so that it may be recorded
    InputProblem problem = {};         // what the misfit is about
};

// A verdict as it is recorded: what was found stays out of it.
[[nodiscard]] trace::PolicyRecord recordOf(const policy::Verdict& verdict);

// admit: the input with its schema's defaults filled in, screened and checked. A blocked input is not checked.
[[nodiscard]] Admission admit(const CompiledWorkflow& workflow, Json input);

struct Context {
    std::vector<retrieval::Source> sources;   // screened, within the token budget
    std::vector<retrieval::Dropped> dropped;  // what was found but left out
    std::vector<policy::Verdict> verdicts;
    bool blocked = false;
};

// context: what retrieval finds for the input; empty for a version without retrieval.
[[nodiscard]] Result<Context> gatherContext(const CompiledWorkflow& workflow, const policy::ScreenedInput& input);

// What a prompt takes of a context window: its texts and each message's framing, estimated.
[[nodiscard]] std::int64_t tokensOf(const workflow::Prompt& prompt);

struct Rendered {
    workflow::Prompt prompt;
    std::int64_t promptTokens = 0;           // estimated
    std::vector<std::size_t> examples;       // indices of the few-shot examples sent, in order
    std::vector<std::vector<Piece>> pieces;  // of each message, when provenance is kept
};

// Knowing where text comes from costs time that a run does not spend.
enum class Provenance { Skip, Keep };

// render: instructions, examples and messages as provider-neutral messages.
[[nodiscard]] Result<Rendered> render(const CompiledWorkflow& workflow, const Json& input, const Context& context,
                                      Provenance provenance = Provenance::Skip);

// Estimated, with the framing that a chat model adds to each message.
inline constexpr std::int64_t kTokensPerMessage = 4;

// route: which tiers to try. A blocked budget is a PolicyRefused error.
[[nodiscard]] Result<routing::Plan> route(const CompiledWorkflow& workflow, const policy::ScreenedInput& input,
                                          const Rendered& rendered, const std::string& callerTier);

// The most tokens the tier may answer with, as far as its parameters say; 0 when they do not.
[[nodiscard]] std::int64_t longestAnswer(const workflow::Tier& tier);

// How many tokens too long a prompt is for the model's context window, as far as it is known; 0 when it fits. Room for
// the longest answer is kept in a window that the tier declares; another leaves the answer what it can.
[[nodiscard]] std::int64_t overWindow(const workflow::Tier& tier, std::int64_t promptTokens,
                                      const cost::PriceTable& prices);

// Fails where overWindow() says so; the error's detail is "context_too_long".
[[nodiscard]] Result<void> fitsWindow(const workflow::Tier& tier, std::int64_t promptTokens,
                                      const cost::PriceTable& prices);

struct Validated {
    bool valid = false;
    bool cut = false;  // the model stopped before the end of its answer, which is why it is not valid
    Json value;        // the parsed answer when the mode is JSON and it parses
    std::vector<trace::ValidationFailure> failures;
};

// validate: the answer against the output schema. An answer that was cut is no answer, unless what came is a whole list
// or object; its first failure says so.
[[nodiscard]] Validated validate(const CompiledWorkflow& workflow, const std::string& answer, provider::Finish finish);

// Whether output rules look at the answers. Text under such rules is shown when it has passed them, not while it
// arrives.
[[nodiscard]] bool screensOutput(const workflow::Workflow& workflow);

// guard: an answer, whole or cut, after the output rules; they read JSON without its escapes. What they leave alone
// stays word for word.
[[nodiscard]] policy::ScreenedText screenAnswer(const CompiledWorkflow& workflow, const std::string& answer,
                                                const policy::ScreenedInput& input);

// The failures of `answer` as they may be recorded: in the words of the answer after output policy.
[[nodiscard]] std::vector<trace::ValidationFailure> recordable(const CompiledWorkflow& workflow,
                                                               const std::string& answer, provider::Finish finish,
                                                               const std::vector<trace::ValidationFailure>& failures,
                                                               const policy::ScreenedInput& input);

// The prompt that asks again after an invalid answer, showing it what was wrong.
[[nodiscard]] workflow::Prompt reaskPrompt(const workflow::Prompt& prompt, const std::string& answer,
                                           const std::vector<trace::ValidationFailure>& failures);

}  // namespace touchstone::engine
