// SPDX-License-Identifier: Apache-2.0
//
// The compiled form of a workflow that the stages read.

#pragma once

#include "policy/gate.h"
#include "retrieval/retriever.h"
#include "routing/router.h"
#include "schema/schema.h"
#include "text/similarity.h"
#include "text/template.h"
#include "workflow/document.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace touchstone::engine {

struct MessageTemplate {
    workflow::Role role;
    text::Template content;
};

// A few-shot example as the two messages it becomes.
struct ExampleTurn {
    std::string user;
    std::string assistant;
};

struct CompiledWorkflow {
    workflow::Workflow workflow;
    std::string documentHash;
    schema::Schema inputSchema;
    std::optional<schema::Schema> outputSchema;
    std::optional<text::Template> instructions;
    std::vector<MessageTemplate> messages;
    bool examplesInTemplate = false;                    // a template reads `examples` itself, so no turns are sent
    std::vector<ExampleTurn> turns;                     // one an example, unless examplesInTemplate
    std::optional<text::SimilarityIndex> exampleIndex;  // over the examples' inputs, when selected by similarity
    std::optional<text::Template> query;
    std::optional<retrieval::Retriever> retriever;
    routing::Router router;
    policy::Gate gate;
};

// The words of an input that similarity looks at: its strings, in order.
[[nodiscard]] std::string comparableText(const Json& input);

}  // namespace touchstone::engine
