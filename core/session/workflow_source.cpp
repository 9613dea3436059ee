// SPDX-License-Identifier: Apache-2.0

#include "session/workflow_source.h"

#include "folders.h"
#include "session/files.h"
#include "workflow/document.h"
#include "yaml.h"

#include <algorithm>
#include <charconv>

namespace touchstone::session {
namespace {

namespace fs = std::filesystem;

constexpr const char* kHead = "workflow.json";  // the file that makes a folder a workflow's
constexpr const char* kInstructions = "instructions.md";
constexpr std::string_view kPromptFolder = "prompt/";
constexpr const char* kExamples = "prompt/examples.jsonl";
constexpr const char* kSelect = "prompt/select.json";

bool isMessage(std::string_view path) {
    return path.starts_with(kPromptFolder) && path.ends_with(".md");
}

// "prompt/01-user.md" → 1
std::size_t messageNumber(std::string_view path) {
    path.remove_prefix(kPromptFolder.size());
    std::size_t number = 0;
    std::from_chars(path.data(), path.data() + path.size(), number);
    return number;
}

// Takes the token "2" off the front of "/2/output".
std::size_t takeIndex(std::string_view& pointer) {
    std::size_t index = 0;
    const char* const end = pointer.data() + pointer.size();
    const char* const after = pointer.empty() ? end : std::from_chars(pointer.data() + 1, end, index).ptr;
    pointer.remove_prefix(static_cast<std::size_t>(after - pointer.data()));
    return index;
}

// The line on which the example with this index stands; blank lines are none.
std::size_t exampleLine(std::string_view text, std::size_t index) {
    std::size_t number = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const bool blank = text.substr(0, end).find_first_not_of(" \t\r") == std::string_view::npos;
        text.remove_prefix(std::min(end + 1, text.size()));
        ++number;
        if (!blank && index-- == 0)
            return number;
    }
    return number;
}

// Takes `prefix` off `text` when what is left is a pointer.
bool takePrefix(std::string_view& text, std::string_view prefix) {
    if (!text.starts_with(prefix) || (text.size() > prefix.size() && text[prefix.size()] != '/'))
        return false;
    text.remove_prefix(prefix.size());
    return true;
}

}  // namespace

std::string toLine(const PlacedFinding& placed) {
    const Finding& finding = placed.finding;
    std::string line(toString(finding.severity));
    line += " " + placed.file;
    if (!placed.pointer.empty())
        line += " " + placed.pointer + (finding.position ? " " : "");
    else if (finding.position)
        line += ":";
    if (finding.position)
        line += std::to_string(finding.position->line) + ":" + std::to_string(finding.position->column);
    line += ": " + finding.text;
    if (!finding.suggestion.empty())
        line += " (" + finding.suggestion + ")";
    return line;
}

bool belongsToWorkflow(const std::string& path) {
    const auto isPart = [&path](std::string_view part) { return path == std::string(part) + ".json"; };
    return path == kHead || path == kInstructions || path == kExamples || path == kSelect || isMessage(path) ||
           std::any_of(workflow::kPartNames.begin(), workflow::kPartNames.end(), isPart);
}

bool isLeftOver(const std::string& path) {
    const std::optional<std::string> whole = wholeNameOf(path);
    return whole && belongsToWorkflow(*whole);
}

Result<WorkflowSource> WorkflowSource::read(const fs::path& path) {
    WorkflowSource source(path);
    std::error_code problem;
    source.m_isFolder = fs::is_directory(path, problem);
    if (source.m_isFolder) {
        TOUCHSTONE_TRY(source.m_files, readTextFolder(path));
        source.readFolder();
        return source;
    }
    TOUCHSTONE_TRY(const std::string text, readFile(path));
    const std::string ending = path.extension().string();
    Result<Json> document = ending == ".yaml" || ending == ".yml" ? parseYaml(text) : parseJson(text);
    if (document.ok())
        source.m_document = std::move(document).value();
    else
        source.addProblem("", "json", document.error().message);
    return source;
}

void WorkflowSource::readFolder() {
    std::erase_if(m_files, [](const auto& file) { return isLeftOver(file.first); });
    if (!m_files.contains(kHead)) {
        addProblem("", "no-workflow", "holds no workflow.json, so it is not the folder of a workflow",
                   "give a folder that was exported, or a JSON or YAML document");
        return;
    }
    for (const auto& [path, content] : m_files) {
        if (isMessage(path))
            m_messages.push_back(path);
        if (!belongsToWorkflow(path))
            addProblem(path, "stray-file", "is not a file of a workflow", "remove it, or rename it");
        else if (path.ends_with(".json"))
            if (const auto parsed = parseJson(content); !parsed.ok())
                addProblem(path, "json", parsed.error().message);
    }
    std::ranges::sort(m_messages, {}, messageNumber);
    if (!m_problems.empty())
        return;
    Result<Json> document = workflow::fromFolder(m_files);
    if (document.ok())
        m_document = std::move(document).value();
    else
        addProblem("", "folder", document.error().message);
}

void WorkflowSource::addProblem(const std::string& file, std::string code, std::string text, std::string suggestion) {
    m_problems.push_back(
        {pathOf(file), "", {Severity::Error, std::move(code), "", {}, std::move(text), std::move(suggestion)}});
}

std::string WorkflowSource::pathOf(const std::string& file) const {
    return file.empty() ? m_source.string() : (m_source / file).string();
}

PlacedFinding WorkflowSource::place(Finding finding) const {
    if (!m_isFolder)
        return {m_source.string(), finding.pointer, std::move(finding)};
    std::string_view rest = finding.pointer;
    if (takePrefix(rest, "/instructions"))
        return {pathOf(kInstructions), "", std::move(finding)};
    if (rest.starts_with("/prompt/"))
        return placeInPrompt(std::move(finding));
    const std::string_view part = rest.substr(0, rest.find('/', 1));
    if (const std::string file = std::string(part.substr(std::min<std::size_t>(1, part.size()))) + ".json";
        m_files.contains(file))
        return {pathOf(file), std::string(rest.substr(part.size())), std::move(finding)};
    return {pathOf(kHead), std::string(rest), std::move(finding)};
}

PlacedFinding WorkflowSource::placeInPrompt(Finding finding) const {
    std::string_view rest = finding.pointer;
    if (takePrefix(rest, "/prompt/messages")) {
        const std::size_t index = takeIndex(rest);
        return {pathOf(index < m_messages.size() ? m_messages[index] : "prompt"), "", std::move(finding)};
    }
    if (takePrefix(rest, "/prompt/examples") && m_files.contains(kExamples)) {
        const std::size_t line = exampleLine(m_files.at(kExamples), takeIndex(rest));
        return {pathOf(kExamples) + ":" + std::to_string(line), std::string(rest), std::move(finding)};
    }
    if (takePrefix(rest, "/prompt/select"))
        return {pathOf(kSelect), std::string(rest), std::move(finding)};
    return {pathOf("prompt"), std::string(rest), std::move(finding)};
}

}  // namespace touchstone::session
