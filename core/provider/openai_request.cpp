// SPDX-License-Identifier: Apache-2.0

#include "openai_request.h"

#include <algorithm>
#include <array>

namespace touchstone::provider {
namespace {

constexpr std::size_t kStrictDepth = 5;

Json messagesOf(const workflow::Prompt& prompt) {
    Json messages = Json::array();
    for (const workflow::Message& message : prompt.messages)
        messages.push_back({{"role", workflow::toString(message.role)}, {"content", message.content}});
    return messages;
}

Json responseFormatOf(const workflow::Prompt& prompt) {
    if (!prompt.outputSchema.is_object())
        return {{"type", "json_object"}};
    return {{"type", "json_schema"},
            {"json_schema",
             {{"name", "answer"}, {"strict", fitsStrictMode(prompt.outputSchema)}, {"schema", prompt.outputSchema}}}};
}

bool isKnownToStrictMode(std::string_view keyword) {
    constexpr std::array<std::string_view, 10> kKnown = {"type",  "properties", "required", "additionalProperties",
                                                         "items", "enum",       "const",    "anyOf",
                                                         "title", "description"};
    return std::ranges::find(kKnown, keyword) != kKnown.end();
}

bool isClosed(const Json& schema) {
    const Json* properties = memberAt(schema, "properties");
    const Json* required = memberAt(schema, "required");
    if (!properties || !required || !required->is_array() || boolAt(schema, "additionalProperties", true))
        return false;
    return std::ranges::all_of(properties->items(), [required](const auto& property) {
        return std::ranges::find(*required, Json(property.key())) != required->end();
    });
}

bool partFitsStrictMode(const Json& schema, std::size_t depth) {
    if (!schema.is_object() || depth > kStrictDepth)
        return false;
    for (const auto& [keyword, value] : schema.items())
        if (!isKnownToStrictMode(keyword))
            return false;
    const auto fits = [depth](const Json& part) { return partFitsStrictMode(part, depth + 1); };
    if (stringAt(schema, "type") == "object" && !isClosed(schema))
        return false;
    if (const Json* properties = memberAt(schema, "properties"); properties && !std::ranges::all_of(*properties, fits))
        return false;
    if (const Json* items = memberAt(schema, "items"); items && !fits(*items))
        return false;
    const Json* choices = memberAt(schema, "anyOf");
    return !choices || std::ranges::all_of(*choices, fits);
}

net::Request requestOf(const OpenAiOptions& options, std::string method, std::string_view path) {
    net::Request request;
    request.method = std::move(method);
    request.url = options.baseUrl;
    while (request.url.ends_with('/'))
        request.url.pop_back();
    request.url += path;
    if (!options.apiKey.empty())
        request.headers.push_back({"Authorization", "Bearer " + options.apiKey});
    request.headers.insert(request.headers.end(), options.headers.begin(), options.headers.end());
    return request;
}

}  // namespace

bool fitsStrictMode(const Json& schema) {
    return stringAt(schema, "type") == "object" && partFitsStrictMode(schema, 0);
}

Result<Json> openAiBody(const Call& call) {
    const workflow::Prompt& prompt = call.prompt.prompt();
    Json body = {{"model", call.model}, {"messages", messagesOf(prompt)}, {"stream", true}};
    if (prompt.outputMode == workflow::OutputMode::Json)
        body["response_format"] = responseFormatOf(prompt);
    if (!call.params.is_object() && !call.params.is_null())
        return Error{ErrorCode::InvalidArgument, "the tier's params are not a JSON object; write {\"temperature\": 0}"};
    for (const auto& [name, value] : call.params.items()) {
        if (name == "model" || name == "messages")
            return Error{ErrorCode::InvalidArgument,
                         "the tier's params may not hold \"" + name + "\": the workflow itself says it; remove it"};
        body[name] = value;
    }
    if (boolAt(body, "stream") && !body.contains("stream_options"))
        body["stream_options"] = {{"include_usage", true}};
    return body;
}

net::Request openAiRequest(const OpenAiOptions& options, const Deadlines& deadlines, const Json& body) {
    net::Request request = requestOf(options, "POST", "/chat/completions");
    request.headers.insert(request.headers.begin(),
                           {{"Content-Type", "application/json"}, {"Accept", "text/event-stream, application/json"}});
    request.body = toText(body);
    request.deadlines = {deadlines.connect, deadlines.firstToken, deadlines.betweenTokens, deadlines.total};
    return request;
}

net::Request openAiModelsRequest(const OpenAiOptions& options) {
    net::Request request = requestOf(options, "GET", "/models");
    request.headers.insert(request.headers.begin(), {"Accept", "application/json"});
    return request;
}

}  // namespace touchstone::provider
