// SPDX-License-Identifier: Apache-2.0
//
// Reads single parts of a document that as a whole may not be valid.

#pragma once

#include "base/json.h"
#include "base/result.h"
#include "workflow/document.h"

#include <string>

namespace touchstone::session {

// The `chunking` part; null: its defaults.
[[nodiscard]] Result<workflow::ChunkingPart> readChunkingPart(const Json& chunking);

// The workflow with only the inputs, retrieval and chunking of `document`. Fails without a retrieval part and for
// settings that a run would refuse. With `ownQuery` the part's query template and the inputs are not looked at.
[[nodiscard]] Result<workflow::Workflow> readRetrievalParts(const Json& document, bool ownQuery);

// One policy rule. `inputs` are what its condition may read; null: one field, `text`.
[[nodiscard]] Result<workflow::PolicyRule> readPolicyRule(const Json& rule, const Json& inputs);

struct SampleInput {
    Json input;
    std::string field;  // where the text is
};

// An input as the schema describes it, with `text` in its first field that takes any text; the other fields have their
// first example, their default, the first allowed value, or an empty value of their type.
[[nodiscard]] SampleInput sampleInput(const Json& inputs, const std::string& text);

}  // namespace touchstone::session
