// SPDX-License-Identifier: Apache-2.0

#include "session/draft_text.h"
#include "workflow/document.h"

#include <algorithm>

namespace touchstone::session {
namespace {

// "--- user ---" and the text below it, as it is.
void addSection(std::string& text, std::string_view title, std::string_view content) {
    if (!text.empty())
        text += '\n';
    text.append("--- ").append(title).append(" ---\n").append(content);
    if (!text.ends_with('\n'))
        text += '\n';
}

void addMessages(std::string& text, const Json& messages) {
    for (const Json& message : messages)
        addSection(text, stringAt(message, "role"), stringAt(message, "content"));
}

// One line an example, so that one that was added is one line that was added.
void addExamples(std::string& text, const Json& examples) {
    std::string lines;
    for (const Json& example : examples)
        lines += toText(example) + "\n";
    addSection(text, "examples", lines);
}

bool areMessages(const Json& value) {
    return value.is_array() && std::ranges::all_of(value, [](const Json& message) {
               return message.is_object() && message.size() == 2 && !stringAt(message, "role").empty() &&
                      memberAt(message, "content") && memberAt(message, "content")->is_string();
           });
}

// Messages as people read them: their templates are not one line of JSON.
std::string promptText(const Json& prompt) {
    std::string text;
    for (const auto& member : prompt.items()) {
        if (member.key() == "messages" && areMessages(member.value()))
            addMessages(text, member.value());
        else if (member.key() == "examples" && member.value().is_array())
            addExamples(text, member.value());
        else
            addSection(text, member.key(), toPrettyText(member.value()));
    }
    return text;
}

std::string textOf(const Json& document, std::string_view part) {
    const Json* value = memberAt(document, part);
    if (!value)
        return {};
    if (value->is_string())
        return value->get<std::string>();
    if (const Json* text = memberAt(*value, "text");
        part == "instructions" && value->size() == 1 && text && text->is_string())
        return text->get<std::string>();
    return part == "prompt" && value->is_object() ? promptText(*value) : toPrettyText(*value);
}

}  // namespace

std::vector<PartText> partTexts(const DraftText& text) {
    const ReadText read = readText(text);
    std::vector<PartText> parts;
    for (const std::string_view part : {"feature", "description"})
        parts.push_back({std::string(part), textOf(*read.document, part)});
    for (const std::string_view part : workflow::kPartNames) {
        const auto typed = std::find_if(text.typed.begin(), text.typed.end(),
                                        [part](const TypedPart& each) { return each.part == part; });
        const bool broken = std::any_of(read.broken.begin(), read.broken.end(), [part](const Finding& finding) {
            return std::string_view(finding.pointer).substr(1) == part;
        });
        parts.push_back({std::string(part), broken ? typed->text : textOf(*read.document, part)});
    }
    return parts;
}

}  // namespace touchstone::session
