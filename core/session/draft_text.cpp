// SPDX-License-Identifier: Apache-2.0

#include "session/draft_text.h"

#include <charconv>
#include <optional>

namespace touchstone::session {
namespace {

// The number that follows `word` in a message of parseJson.
std::optional<std::size_t> numberAfter(std::string_view message, std::string_view word) {
    const auto at = message.find(word);
    if (at == std::string_view::npos)
        return std::nullopt;
    std::size_t number = 0;
    const char* begin = message.data() + at + word.size();
    if (std::from_chars(begin, message.data() + message.size(), number).ec != std::errc())
        return std::nullopt;
    return number;
}

Finding notJson(const std::string& part, const Error& error) {
    Finding finding{Severity::Error, "json", "/" + part, {}, error.message, "the last valid text counts until then"};
    const auto line = numberAfter(error.message, "line ");
    const auto column = numberAfter(error.message, "column ");
    if (line && column)
        finding.position = TextPosition{*line, *column};
    return finding;
}

bool isBlank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

void setSource(Json& document, const TypedPart& typed, std::vector<Finding>& broken) {
    if (isBlank(typed.text)) {
        document.erase(typed.part);
        return;
    }
    auto value = parseJson(typed.text);
    if (value.ok())
        document[typed.part] = std::move(value).value();
    else
        broken.push_back(notJson(typed.part, value.error()));
}

}  // namespace

std::string promptPointer(const Json& document) {
    const Json* messages = resolvePointer(document, "/prompt/messages");
    const std::size_t count = messages && messages->is_array() ? messages->size() : 0;
    return "/prompt/messages/" + std::to_string(count == 0 ? 0 : count - 1) + "/content";
}

void setTemplate(Json& document, std::string_view part, const std::string& text) {
    if (part == "instructions") {
        if (text.empty())
            document.erase("instructions");
        else
            document["instructions"] = {{"text", text}};
        return;
    }
    Json& prompt = document["prompt"];
    if (!prompt.is_object())
        prompt = Json::object();
    Json& messages = prompt["messages"];
    if (!messages.is_array() || messages.empty())
        messages = Json::array({{{"role", "user"}, {"content", ""}}});
    if (!messages.back().is_object())
        messages.back() = {{"role", "user"}};
    messages.back()["content"] = text;
}

ReadText readText(const DraftText& text) {
    if (text.typed.empty())
        return {text.document, {}};
    ReadText read;
    auto document = std::make_shared<Json>(*text.document);
    for (const TypedPart& typed : text.typed) {
        if (typed.isTemplate)
            setTemplate(*document, typed.part, typed.text);
        else
            setSource(*document, typed, read.broken);
    }
    read.document = std::move(document);
    return read;
}

}  // namespace touchstone::session
