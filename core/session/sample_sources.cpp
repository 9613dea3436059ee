// SPDX-License-Identifier: Apache-2.0

#include "sample_sources.h"

#include "eval/dataset_import.h"
#include "folders.h"
#include "session/files.h"
#include "workflow/folder.h"

namespace touchstone::session {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kCommitFile = "commit.json";

Result<Json> readJson(const fs::path& file) {
    TOUCHSTONE_TRY(const std::string text, readFile(file));
    auto json = parseJson(text);
    if (!json.ok())
        return Error{ErrorCode::InvalidArgument, file.string() + ": " + json.error().message};
    return json;
}

std::vector<std::string> strings(const Json* list) {
    std::vector<std::string> texts;
    if (list && list->is_array())
        for (const Json& item : *list)
            if (item.is_string())
                texts.push_back(item.get<std::string>());
    return texts;
}

// Removes the files of a part that a version no longer has.
void removePart(workflow::Folder& folder, const std::string& part) {
    std::erase_if(folder, [&part](const auto& file) {
        return file.first == part + ".json" || file.first == part + ".md" || file.first.starts_with(part + "/");
    });
}

Result<SampleVersion> applyOverlay(workflow::Folder& folder, const fs::path& overlay, std::string place) {
    TOUCHSTONE_TRY(workflow::Folder changed, readTextFolder(overlay));
    const auto commitFile = changed.extract(std::string(kCommitFile));
    if (commitFile.empty())
        return Error{ErrorCode::NotFound, (overlay / kCommitFile).string() + " is missing"};
    auto commit = parseJson(commitFile.mapped());
    if (!commit.ok())
        return Error{ErrorCode::InvalidArgument, (overlay / kCommitFile).string() + ": " + commit.error().message};
    for (const std::string& part : strings(memberAt(commit.value(), "remove")))
        removePart(folder, part);
    for (auto& [path, content] : changed)
        folder[path] = std::move(content);
    SampleVersion version;
    version.place = std::move(place);
    TOUCHSTONE_TRY(version.document, workflow::fromFolder(folder));
    version.message = stringAt(commit.value(), "message");
    version.author = stringAt(commit.value(), "author");
    version.branch = stringAt(commit.value(), "branch", "main");
    version.tags = strings(memberAt(commit.value(), "tags"));
    version.age = std::chrono::hours(integerAt(commit.value(), "hours_ago"));
    return version;
}

Result<std::vector<SampleVersion>> readVersions(const fs::path& folder, const std::string& name) {
    std::vector<SampleVersion> versions;
    workflow::Folder contents;
    std::error_code problem;
    for (int number = 1; fs::is_directory(folder / std::to_string(number), problem); ++number) {
        const std::string place = name + "/" + std::to_string(number);
        TOUCHSTONE_TRY(SampleVersion version, applyOverlay(contents, folder / std::to_string(number), place));
        versions.push_back(std::move(version));
    }
    if (versions.empty())
        return Error{ErrorCode::NotFound, folder.string() + " holds no version folder 1"};
    return versions;
}

Result<SampleWorkflow> readWorkflow(const fs::path& folder, const Json& entry) {
    SampleWorkflow workflow;
    workflow.name = stringAt(entry, "name");
    const std::string dataset = stringAt(entry, "dataset", workflow.name);
    eval::ImportOptions options;
    options.name = dataset;
    eval::DatasetImport imported = eval::importDatasetFile(folder / "datasets" / (dataset + ".jsonl"), options);
    if (!imported.dataset)
        return Error{ErrorCode::InvalidArgument, dataset + ".jsonl: " + toLine(imported.findings.front())};
    workflow.dataset = *std::move(imported.dataset);
    TOUCHSTONE_TRY(workflow.scorers, readJson(folder / "datasets" / (dataset + ".scorers.json")));
    TOUCHSTONE_TRY(workflow.versions, readVersions(folder / "workflows" / workflow.name, workflow.name));
    if (const Json* traces = memberAt(entry, "traces")) {
        workflow.tracesPerDay = static_cast<std::size_t>(integerAt(*traces, "per_day"));
        workflow.journeys = strings(memberAt(*traces, "journeys"));
        workflow.feedbackRate = numberAt(*traces, "feedback_rate");
    }
    if (workflow.journeys.empty())
        workflow.journeys.emplace_back();
    return workflow;
}

Result<std::vector<SampleCorpus>> readCorpora(const fs::path& folder) {
    std::vector<SampleCorpus> corpora;
    std::error_code problem;
    for (const auto& entry : fs::directory_iterator(folder, problem)) {
        if (!entry.is_directory(problem))
            continue;
        TOUCHSTONE_TRY(std::vector<store::CorpusDocument> documents, readDocuments(entry.path()));
        corpora.push_back({entry.path().filename().string(), std::move(documents)});
    }
    if (problem)
        return Error{ErrorCode::NotFound, "cannot read " + folder.string() + ": " + problem.message()};
    return corpora;
}

}  // namespace

Result<SampleSources> readSampleSources(const fs::path& folder) {
    TOUCHSTONE_TRY(const Json plan, readJson(folder / "sample.json"));
    SampleSources sources;
    TOUCHSTONE_TRY(sources.corpora, readCorpora(folder / "corpora"));
    const Json* workflows = memberAt(plan, "workflows");
    if (!workflows || !workflows->is_array())
        return Error{ErrorCode::InvalidArgument, (folder / "sample.json").string() + " needs a list \"workflows\""};
    for (const Json& entry : *workflows) {
        TOUCHSTONE_TRY(SampleWorkflow workflow, readWorkflow(folder, entry));
        sources.workflows.push_back(std::move(workflow));
    }
    return sources;
}

}  // namespace touchstone::session
