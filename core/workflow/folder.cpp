// SPDX-License-Identifier: Apache-2.0

#include "workflow/folder.h"

#include "workflow/document.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace touchstone::workflow {
namespace {

constexpr std::string_view kHead = "workflow.json";
constexpr std::array<std::string_view, 4> kHeadKeys = {"format", "name", "feature", "description"};
constexpr std::string_view kInstructions = "instructions.md";
constexpr std::string_view kPromptFolder = "prompt/";
constexpr std::string_view kExamples = "prompt/examples.jsonl";
constexpr std::string_view kSelect = "prompt/select.json";

std::string messagePath(std::size_t index, std::string_view role) {
    const std::string number = std::to_string(index + 1);
    return "prompt/" + std::string(number.size() < 2 ? 1 : 0, '0') + number + "-" + std::string(role) + ".md";
}

struct MessageName {
    std::size_t number = 0;
    std::string role;
};

// "prompt/01-user.md" → 1, "user"; empty for any other path.
std::optional<MessageName> messageName(std::string_view path) {
    constexpr std::size_t kMostDigits = 4;
    path.remove_prefix(kPromptFolder.size());
    const std::size_t digits = std::min(path.find_first_not_of("0123456789"), path.size());
    if (digits == 0 || digits > kMostDigits)
        return std::nullopt;
    MessageName name;
    std::from_chars(path.data(), path.data() + digits, name.number);
    for (const std::string_view role : {"system", "user", "assistant"})
        if (path.substr(digits) == "-" + std::string(role) + ".md")
            name.role = role;
    return name.role.empty() ? std::nullopt : std::optional(std::move(name));
}

Error inFile(const std::string& path, Error error) {
    error.message = path + ": " + error.message;
    return error;
}

Result<Json> parseFile(const std::string& path, std::string_view content) {
    auto value = parseJson(content);
    if (!value.ok())
        return inFile(path, value.error());
    return value;
}

Result<Json> parseLines(const std::string& path, std::string_view content) {
    Json items = Json::array();
    std::size_t number = 0;
    while (!content.empty()) {
        const auto end = content.find('\n');
        const std::string_view line = content.substr(0, end);
        content.remove_prefix(end == std::string_view::npos ? content.size() : end + 1);
        ++number;
        if (line.find_first_not_of(" \t\r") == std::string_view::npos)
            continue;
        TOUCHSTONE_TRY(Json item, parseFile(path + " line " + std::to_string(number), line));
        items.push_back(std::move(item));
    }
    return items;
}

void writePrompt(Folder& folder, const Json& prompt) {
    const Json& messages = prompt.at("messages");
    for (std::size_t i = 0; i < messages.size(); ++i)
        folder[messagePath(i, stringAt(messages[i], "role"))] = stringAt(messages[i], "content");
    if (const Json* examples = memberAt(prompt, "examples")) {
        std::string lines;
        for (const Json& example : *examples)
            lines += toText(example) + "\n";
        folder[std::string(kExamples)] = std::move(lines);
    }
    if (const Json* select = memberAt(prompt, "select"))
        folder[std::string(kSelect)] = toPrettyText(*select) + "\n";
}

// The prompt's files, in the order of their numbers; null when there is none.
Result<Json> readPrompt(const Folder& folder) {
    Json prompt;
    std::map<std::size_t, Json> messages;
    for (auto file = folder.lower_bound(std::string(kPromptFolder));
         file != folder.end() && file->first.starts_with(kPromptFolder); ++file) {
        const auto& [path, content] = *file;
        if (path == kExamples) {
            TOUCHSTONE_TRY(prompt["examples"], parseLines(path, content));
        } else if (path == kSelect) {
            TOUCHSTONE_TRY(prompt["select"], parseFile(path, content));
        } else if (const auto name = messageName(path); !name) {
            return Error{
                ErrorCode::InvalidArgument,
                path + " is not a file of a workflow; messages are named prompt/01-user.md, prompt/02-assistant.md …"};
        } else if (!messages.emplace(name->number, Json{{"role", name->role}, {"content", content}}).second) {
            return Error{ErrorCode::InvalidArgument, path + ": another file holds message " +
                                                         std::to_string(name->number) + "; give each its own number"};
        }
    }
    if (prompt.is_null() && messages.empty())
        return prompt;
    prompt["messages"] = Json::array();
    for (auto& message : messages)
        prompt["messages"].push_back(std::move(message.second));
    return prompt;
}

// The part a file like "routing.json" holds, or "".
std::string_view partOf(std::string_view path) {
    for (const std::string_view part : kPartNames)
        if (path == std::string(part) + ".json" && part != "prompt" && part != "instructions")
            return part;
    return {};
}

// What workflow.json says; the parts stand in files of their own.
Result<Json> readHead(const Folder& folder) {
    const auto head = folder.find(std::string(kHead));
    if (head == folder.end())
        return Error{ErrorCode::NotFound, "there is no workflow.json: this is not the folder of a workflow"};
    TOUCHSTONE_TRY(Json document, parseFile(head->first, head->second));
    if (!document.is_object())
        return Error{ErrorCode::InvalidArgument, "workflow.json must hold an object with name, feature, description"};
    for (const auto& member : document.items())
        if (std::find(kHeadKeys.begin(), kHeadKeys.end(), member.key()) == kHeadKeys.end())
            return Error{ErrorCode::InvalidArgument, "workflow.json: '" + member.key() +
                                                         "' does not belong here; a part has a file of its own, such "
                                                         "as routing.json"};
    if (!document.contains("format"))
        document["format"] = kFormat;
    return document;
}

}  // namespace

Folder toFolder(const Json& document) {
    Folder folder;
    Json head = Json::object();
    for (const std::string_view key : kHeadKeys)
        if (const Json* value = memberAt(document, key))
            head[key] = *value;
    folder[std::string(kHead)] = toPrettyText(head) + "\n";
    for (const std::string_view part : kPartNames) {
        const Json* value = memberAt(document, part);
        if (!value)
            continue;
        if (part == "instructions")
            folder[std::string(kInstructions)] = stringAt(*value, "text");
        else if (part == "prompt")
            writePrompt(folder, *value);
        else
            folder[std::string(part) + ".json"] = toPrettyText(*value) + "\n";
    }
    return folder;
}

Result<Json> fromFolder(const Folder& folder) {
    TOUCHSTONE_TRY(Json document, readHead(folder));
    for (const auto& [path, content] : folder) {
        if (path == kHead || path.starts_with(kPromptFolder))
            continue;
        if (path == kInstructions) {
            document["instructions"] = {{"text", content}};
        } else if (const std::string_view part = partOf(path); !part.empty()) {
            TOUCHSTONE_TRY(document[part], parseFile(path, content));
        } else {
            return Error{ErrorCode::InvalidArgument, path + " is not a file of a workflow; remove it or rename it"};
        }
    }
    TOUCHSTONE_TRY(Json prompt, readPrompt(folder));
    if (!prompt.is_null())
        document["prompt"] = std::move(prompt);
    return document;
}

}  // namespace touchstone::workflow
