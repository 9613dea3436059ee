// SPDX-License-Identifier: GPL-3.0-or-later

#include "uirunview/model_request.h"

#include <algorithm>

namespace touchstone::ui {
namespace {

constexpr std::string_view kOpenAiUrl = "https://api.openai.com/v1";

bool isVariableName(std::string_view name) {
    const auto fits = [](char c) { return c == '_' || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
    return !name.empty() && fits(name.front()) &&
           std::ranges::all_of(name, [fits](char c) { return fits(c) || (c >= '0' && c <= '9'); });
}

// JSON, in the words of Python.
void appendPython(std::string& code, const Json& value, const std::string& indent) {
    const std::string inner = indent + "    ";
    const auto members = [&](char open, char close, auto write) {
        code += open;
        for (const auto& member : value.items()) {
            code += "\n" + inner;
            write(member);
            code += ",";
        }
        code.append(value.empty() ? "" : "\n" + indent) += close;
    };
    if (value.is_object())
        members('{', '}', [&](const auto& member) {
            code += toText(Json(member.key())) + ": ";
            appendPython(code, member.value(), inner);
        });
    else if (value.is_array())
        members('[', ']', [&](const auto& member) { appendPython(code, member.value(), inner); });
    else if (value.is_boolean())
        code += value.template get<bool>() ? "True" : "False";
    else
        code += value.is_null() ? "None" : toText(value);
}

bool isOwnUrl(const ModelRequest& request) {
    return request.baseUrl != kOpenAiUrl;
}

}  // namespace

std::string shellQuoted(std::string_view text) {
    std::string quoted = "'";
    for (const char c : text)
        quoted.append(c == '\'' ? "'\\''" : std::string(1, c));
    return quoted + "'";
}

Result<ModelRequest> modelRequest(const trace::Trace& trace, const workflow::Tier& tier) {
    if (tier.provider == "builtin")
        return Error{ErrorCode::Unsupported,
                     "the built-in model runs inside Touchstone and has no address to send a request to; copy the run "
                     "as a command, or give the tier a provider"};
    if (trace.detail.messages.empty())
        return Error{ErrorCode::Unsupported, "this run sent nothing to a model"};
    ModelRequest request;
    request.baseUrl = tier.baseUrl.empty() ? std::string(kOpenAiUrl) : tier.baseUrl;
    while (request.baseUrl.ends_with('/'))
        request.baseUrl.pop_back();
    const bool isOpenAi = tier.provider == "openai" && tier.baseUrl.empty();
    const std::string key = tier.apiKeyEnv.empty() && isOpenAi ? "OPENAI_API_KEY" : tier.apiKeyEnv;
    if (isVariableName(key))
        request.keyVariable = key;
    request.body = {{"model", trace.summary.model}, {"messages", trace.detail.messages}};
    if (tier.params.is_object())
        request.body.update(tier.params);
    return request;
}

std::string toCurl(const ModelRequest& request) {
    std::string command = "curl " + shellQuoted(request.baseUrl + "/chat/completions") +
                          " \\\n  -H 'Content-Type: application/json' \\\n";
    if (!request.keyVariable.empty())
        command += "  -H \"Authorization: Bearer $" + request.keyVariable + "\" \\\n";
    return command + "  --data-raw " + shellQuoted(toPrettyText(request.body)) + "\n";
}

std::string toPython(const ModelRequest& request) {
    std::string code = "import os\nfrom openai import OpenAI\n\nclient = OpenAI(";
    code += request.keyVariable.empty() ? "api_key=\"none\"" : "api_key=os.environ[\"" + request.keyVariable + "\"]";
    if (isOwnUrl(request))
        code += ", base_url=" + toText(Json(request.baseUrl));
    code += ")\nanswer = client.chat.completions.create(\n";
    for (const auto& member : request.body.items()) {
        if (!isVariableName(member.key()))
            continue;
        code += "    " + member.key() + "=";
        appendPython(code, member.value(), "    ");
        code += ",\n";
    }
    return code + ")\nprint(answer.choices[0].message.content)\n";
}

std::string toJavaScript(const ModelRequest& request) {
    std::string code = "import OpenAI from \"openai\";\n\nconst client = new OpenAI({ apiKey: ";
    code += request.keyVariable.empty() ? "\"none\"" : "process.env." + request.keyVariable;
    if (isOwnUrl(request))
        code += ", baseURL: " + toText(Json(request.baseUrl));
    return code + " });\nconst answer = await client.chat.completions.create(" + toPrettyText(request.body) +
           ");\nconsole.log(answer.choices[0].message.content);\n";
}

}  // namespace touchstone::ui
