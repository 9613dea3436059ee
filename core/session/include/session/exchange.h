// SPDX-License-Identifier: Apache-2.0
//
// What comes in from files and goes out to them: datasets, corpora, workflows as folders. Files are read and written on
// worker threads. Thread-safe, see session.h.

#pragma once

#include "base/finding.h"
#include "eval/dataset_import.h"
#include "session/done.h"
#include "store/workspace.h"

#include <filesystem>
#include <string>
#include <vector>

namespace touchstone::session {

class Context;

struct DatasetFile {
    std::filesystem::path file;  // .csv or .jsonl
    std::string name;            // empty: the file's name without its ending
    eval::ImportOptions options;
    Json scorers = Json::array();
};

// Adds the cases of a file to a workflow's draft as few-shot examples.
struct ExampleFile {
    std::filesystem::path file;
    std::string workflow;
    std::string branch = "main";
    eval::ImportOptions options;
    std::size_t perLabel = 0;  // the first so many of each expected answer; 0: all
};

struct ImportedExamples {
    std::size_t examples = 0;
    std::size_t labels = 0;
};

// The document of a workflow's folder or of a JSON or YAML file, not yet checked. Reads files: not for the GUI thread.
[[nodiscard]] Result<Json> readWorkflowDocument(const std::filesystem::path& source);

class Exchange {
public:
    explicit Exchange(Context& context) : m_context(context) {}

    // Nothing is stored when the file has errors; the message lists the first ones with their lines.
    void importDataset(DatasetFile request, Done<store::DatasetInfo> done);
    // Newest first; older ones of the same name follow it.
    void datasets(Done<std::vector<store::DatasetInfo>> done);
    void exportDataset(std::string nameOrId, std::filesystem::path file, Done<void> done);
    void importExamples(ExampleFile request, Done<ImportedExamples> done);
    // Every .md and .txt file of a folder, by path.
    void importCorpus(std::string name, std::filesystem::path folder, Done<store::CorpusInfo> done);

    // A workflow's folder (workflow/folder.h) or a single JSON or YAML document, as the branch's draft.
    void importWorkflow(std::filesystem::path source, std::string branch, Done<store::Draft> done);
    // One version as a folder; what an earlier export left and the version no longer has is removed. AlreadyExists when
    // the folder holds anything else: nothing is written then.
    void exportWorkflow(std::string workflow, std::string reference, std::filesystem::path folder, Done<void> done);

private:
    Context& m_context;
};

}  // namespace touchstone::session
