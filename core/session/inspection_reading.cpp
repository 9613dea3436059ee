// SPDX-License-Identifier: Apache-2.0

#include "inspection_reading.h"

#include "engine/prepared.h"
#include "workflow/parse.h"

namespace touchstone::session {
namespace {

// A workflow that is valid without the parts people give it.
Json bareDocument(const Json& inputs) {
    Json document = workflow::starterDocument("inspection");
    document.erase("instructions");
    document["prompt"] = {{"messages", Json::array({{{"role", "user"}, {"content", "-"}}})}};
    if (!inputs.is_null())
        document["inputs"] = inputs;
    return document;
}

Error errorOf(const Finding& finding) {
    return {ErrorCode::InvalidArgument, finding.pointer + ": " + finding.text};
}

Result<workflow::Workflow> readDocument(const Json& document) {
    workflow::WorkflowParse parsed = workflow::parseWorkflow(document);
    if (!parsed.value)
        return errorOf(parsed.findings.front());
    for (const Finding& finding : engine::unsupportedSettings(document))
        if (finding.severity == Severity::Error)
            return Error{ErrorCode::Unsupported, finding.pointer + ": " + finding.text};
    return *std::move(parsed.value);
}

Json sampleValue(const Json& schema) {
    if (const Json* examples = memberAt(schema, "examples"); examples && examples->is_array() && !examples->empty())
        return examples->front();
    if (const Json* allowed = memberAt(schema, "enum"); allowed && allowed->is_array() && !allowed->empty())
        return allowed->front();
    for (const char* key : {"default", "const"})
        if (const Json* value = memberAt(schema, key))
            return *value;
    const std::string type = stringAt(schema, "type");
    if (type == "integer" || type == "number")
        return 0;
    if (type == "boolean")
        return false;
    if (type == "array")
        return Json::array();
    if (type == "object")
        return Json::object();
    return "";
}

bool takesAnyText(const Json& schema) {
    return stringAt(schema, "type", "string") == "string" && !memberAt(schema, "enum") && !memberAt(schema, "const") &&
           !memberAt(schema, "format");
}

}  // namespace

Result<workflow::ChunkingPart> readChunkingPart(const Json& chunking) {
    Json document = bareDocument(nullptr);
    if (!chunking.is_null())
        document["chunking"] = chunking;
    TOUCHSTONE_TRY(const workflow::Workflow workflow, readDocument(document));
    return workflow.chunking;
}

Result<workflow::Workflow> readRetrievalParts(const Json& document, bool ownQuery) {
    const Json* retrieval = memberAt(document, "retrieval");
    if (!retrieval)
        return Error{ErrorCode::NotFound, "the workflow has no retrieval. Add the part and name a corpus"};
    const Json* inputs = memberAt(document, "inputs");
    Json bare = bareDocument(inputs && !ownQuery ? *inputs : Json());
    bare["retrieval"] = *retrieval;
    if (ownQuery && retrieval->is_object())
        bare["retrieval"]["query"] = "-";
    if (const Json* chunking = memberAt(document, "chunking"))
        bare["chunking"] = *chunking;
    return readDocument(bare);
}

Result<workflow::PolicyRule> readPolicyRule(const Json& rule, const Json& inputs) {
    Json document = bareDocument(inputs);
    if (const std::string tier = stringAt(rule, "to"); !tier.empty())
        document["routing"]["tiers"][tier] = document["routing"]["tiers"].front();
    document["policy"] = Json::array({rule});
    TOUCHSTONE_TRY(const workflow::Workflow workflow, readDocument(document));
    return workflow.policy.front();
}

SampleInput sampleInput(const Json& inputs, const std::string& text) {
    SampleInput sample{Json::object(), {}};
    if (const Json* properties = memberAt(inputs, "properties"); properties && properties->is_object())
        for (const auto& property : properties->items()) {
            const bool takesText = sample.field.empty() && takesAnyText(property.value());
            sample.input[property.key()] = takesText ? Json(text) : sampleValue(property.value());
            if (takesText)
                sample.field = property.key();
        }
    if (sample.field.empty()) {
        sample.field = "text";
        sample.input["text"] = text;
    }
    return sample;
}

}  // namespace touchstone::session
