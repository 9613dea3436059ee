// SPDX-License-Identifier: Apache-2.0
//
// A workflow as files hold it, a folder (workflow/folder.h) or one JSON or YAML document, and where in them each part
// of the document stands, so that what is wrong can be told with its file.
//
// Plain values, but for read(), which reads files: not for the GUI thread.

#pragma once

#include "base/finding.h"
#include "base/json.h"
#include "base/result.h"
#include "workflow/folder.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace touchstone::session {

// A finding and the file it is about. The pointer stays that of the whole document.
struct PlacedFinding {
    std::string file;     // as one would open it: the source itself, or a file below it
    std::string pointer;  // inside of that file; "" for the whole file, or where the position says it
    Finding finding;
};

// "error triage/prompt/01-user.md:3:5: … (suggestion)", "error triage/routing.json /tiers: …".
[[nodiscard]] std::string toLine(const PlacedFinding& placed);

class WorkflowSource {
public:
    // Fails for what cannot be read at all. Files that can be read but hold no workflow are problems().
    [[nodiscard]] static Result<WorkflowSource> read(const std::filesystem::path& source);

    // What the files say, not yet checked; empty when there are problems.
    [[nodiscard]] const std::optional<Json>& document() const { return m_document; }
    // JSON or YAML that cannot be parsed, files that a workflow does not have, no workflow.json.
    [[nodiscard]] const std::vector<PlacedFinding>& problems() const { return m_problems; }
    // Where a finding about the document belongs.
    [[nodiscard]] PlacedFinding place(Finding finding) const;

private:
    explicit WorkflowSource(std::filesystem::path source) : m_source(std::move(source)) {}

    void readFolder();
    void addProblem(const std::string& file, std::string code, std::string text, std::string suggestion = {});
    [[nodiscard]] PlacedFinding placeInPrompt(Finding finding) const;
    [[nodiscard]] std::string pathOf(const std::string& file) const;

    std::filesystem::path m_source;
    bool m_isFolder = false;
    workflow::Folder m_files;             // of a folder
    std::vector<std::string> m_messages;  // the paths of the prompt's messages, in their order
    std::optional<Json> m_document;
    std::vector<PlacedFinding> m_problems;
};

// Whether a workflow's folder may have a file of this path (workflow/folder.h).
[[nodiscard]] bool belongsToWorkflow(const std::string& path);
// Whether it is what an export that was killed left of such a file: of no use to anybody.
[[nodiscard]] bool isLeftOver(const std::string& path);

}  // namespace touchstone::session
