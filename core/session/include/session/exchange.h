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
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace touchstone::session {

class Context;

struct DatasetFile {
    std::filesystem::path file;  // .csv or .jsonl
    std::string name;            // empty: the file's name without its ending
    eval::ImportOptions options;
    std::optional<Json> scorers = {};  // unset: those that the name has already
};

struct ImportedDataset {
    store::DatasetInfo dataset;
    std::optional<store::DatasetInfo> before;  // what the name stood for until now
    std::vector<eval::ColumnUse> columns;      // what was read from which column
    std::vector<Finding> warnings;
};

struct AddedCases {
    store::DatasetInfo dataset;
    std::size_t added = 0;
    std::size_t known = 0;  // had the dataset already, word for word: left out
};

// Cases of a file as the few-shot examples of a workflow's draft, instead of those it has. Where the workflow answers
// in JSON, an answer that is text holding JSON counts as that JSON; every answer must fit the output schema.
struct ExampleFile {
    std::filesystem::path file;
    std::string workflow;
    std::string branch = "main";
    eval::ImportOptions options;
    std::size_t perLabel = 0;  // the first so many of each expected answer; 0: all
    bool force = false;        // also when the draft has examples that no version has
};

struct ImportedExamples {
    std::size_t examples = 0;
    std::size_t labels = 0;
    std::size_t before = 0;  // examples the draft had
    std::vector<eval::ColumnUse> columns;
    std::vector<Finding> warnings;
};

// A workflow's folder (workflow/folder.h) or a JSON or YAML document, to become a branch's draft.
struct WorkflowFiles {
    std::filesystem::path source;
    std::string branch = "main";
    bool force = false;  // also when the draft has changes that no version has
};

struct ImportedWorkflow {
    store::Draft draft;
    std::string base;                  // "v3": what the branch stands at; empty: nothing is committed there
    std::vector<std::string> changed;  // the parts that differ from it
    std::vector<std::string> lost;     // the parts whose uncommitted changes were replaced
};

// The branch whose draft people mean by "draft" (main) or "draft:BRANCH"; nothing for any other reference.
[[nodiscard]] std::optional<std::string> draftBranch(std::string_view reference);

class Exchange {
public:
    explicit Exchange(Context& context) : m_context(context) {}

    // Nothing is stored when the file has errors; the message lists the first ones with their lines.
    void importDataset(DatasetFile request, Done<ImportedDataset> done);
    // Every name once, the one stored last first.
    void datasets(Done<std::vector<store::DatasetInfo>> done);
    // Up to `limit` cases of a dataset, from the `first` on. NotFound says what was probably meant.
    void cases(std::string nameOrId, std::size_t first, std::size_t limit, Done<std::vector<eval::Case>> done);
    // Puts cases behind those that the name stands for; a name that is new begins with them and has no scorers. Calls
    // of one session happen in the order they were made, also when the session ends meanwhile; what other programs add
    // at the same time stays.
    void addCases(std::string name, std::vector<eval::Case> cases, Done<AddedCases> done);
    // CSV or JSONL by the file's ending; replaces a file of that name, and leaves it as it was when writing fails.
    void exportDataset(std::string nameOrId, std::filesystem::path file, Done<void> done);
    // Conflict, and nothing is changed, when the draft has other examples that were never committed; InvalidArgument,
    // also with `force`, while its prompt as typed is no JSON.
    void importExamples(ExampleFile request, Done<ImportedExamples> done);
    // Every .md and .txt file of a folder, by path; what the name stood for stays for the versions that pin it.
    void importCorpus(std::string name, std::filesystem::path folder, Done<store::CorpusInfo> done);
    // Every name once, the one stored last first.
    void corpora(Done<std::vector<store::CorpusInfo>> done);

    // Conflict, and nothing is changed, when the draft has changes that were never committed, or text that is no JSON.
    void importWorkflow(WorkflowFiles request, Done<ImportedWorkflow> done);
    // A version, or a draft (see draftBranch), as a folder; what an earlier export left and this one
    // does not have is removed. AlreadyExists when the folder holds anything else: nothing is written then. A failure
    // to write leaves the files as they were.
    void exportWorkflow(std::string workflow, std::string reference, std::filesystem::path folder, Done<void> done);
    // The document of a version or of a draft; where there is no draft, the branch's head.
    void document(std::string workflow, std::string reference, Done<Json> done);

private:
    Context& m_context;
};

}  // namespace touchstone::session
