// SPDX-License-Identifier: Apache-2.0

#include "session/exchange.h"

#include "context.h"
#include "eval/dataset_export.h"
#include "eval/scorer.h"
#include "examples.h"
#include "folders.h"
#include "session/files.h"
#include "workflow_exchange.h"

#include <set>

namespace touchstone::session {
namespace {

namespace fs = std::filesystem;

// What the name stands for now, which may be nothing.
Result<std::optional<store::DatasetInfo>> standingDataset(store::DatasetStore& datasets, const std::string& name) {
    TOUCHSTONE_TRY(std::vector<store::DatasetInfo> all, datasets.list());
    for (store::DatasetInfo& dataset : all)
        if (dataset.name == name)
            return std::optional(std::move(dataset));
    return std::optional<store::DatasetInfo>();
}

Result<ImportedDataset> importDatasetNow(Context& context, DatasetFile request) {
    request.options.name = request.name.empty() ? request.file.stem().string() : request.name;
    TOUCHSTONE_TRY(ReadCases cases, readCases(request.file, request.options));
    if (request.scorers) {
        if (const auto scorers = eval::makeScorers(*request.scorers); !scorers.ok())
            return scorers.error();
    }
    store::DatasetStore& datasets = context.workspace().datasets();
    ImportedDataset imported{{}, {}, std::move(cases.columns), std::move(cases.warnings)};
    TOUCHSTONE_TRY(imported.before, standingDataset(datasets, request.options.name));
    TOUCHSTONE_TRY(imported.dataset, datasets.put(std::move(cases.dataset), std::move(request.scorers)).wait());
    return imported;
}

// What cases are added to.
struct Standing {
    std::optional<DatasetId> id;  // empty: the name is new
    eval::Dataset dataset;
};

Result<Standing> standingCases(store::DatasetStore& datasets, const std::string& name) {
    TOUCHSTONE_TRY(const auto standing, standingDataset(datasets, name));
    if (!standing)
        return Standing{std::nullopt, {name, {}}};
    TOUCHSTONE_TRY(eval::Dataset dataset, datasets.load(standing->id));
    dataset.name = name;
    return Standing{standing->id, std::move(dataset)};
}

// Conflict when somebody else changed what the name stands for meanwhile.
Result<AddedCases> tryToAddCases(store::DatasetStore& datasets, const std::string& name,
                                 const std::vector<eval::Case>& cases) {
    TOUCHSTONE_TRY(Standing standing, standingCases(datasets, name));
    eval::Dataset& dataset = standing.dataset;
    std::set<CaseId> known;
    for (const eval::Case& each : dataset.cases) {
        TOUCHSTONE_TRY(CaseId id, eval::caseId(each));
        known.insert(std::move(id));
    }
    AddedCases result;
    for (const eval::Case& each : cases) {
        TOUCHSTONE_TRY(CaseId id, eval::caseId(each));
        if (known.insert(std::move(id)).second)
            dataset.cases.push_back(each);
        else
            ++result.known;
    }
    result.added = cases.size() - result.known;
    TOUCHSTONE_TRY(result.dataset, datasets.replace(std::move(standing.id), std::move(dataset)).wait());
    return result;
}

// Of those who add at once one wins each time, so each comes through; the limit is for a disk that lies.
Result<AddedCases> addCasesNow(Context& context, const std::string& name, const std::vector<eval::Case>& cases) {
    constexpr int kMostTries = 1000;
    if (name.empty())
        return Error{ErrorCode::InvalidArgument, "a dataset needs a name"};
    store::DatasetStore& datasets = context.workspace().datasets();
    Result<AddedCases> added = tryToAddCases(datasets, name, cases);
    for (int i = 1; i < kMostTries && !added.ok() && added.error().code == ErrorCode::Conflict; ++i)
        added = tryToAddCases(datasets, name, cases);
    return added;
}

Result<store::CorpusInfo> importCorpusNow(Context& context, const std::string& name, const fs::path& folder) {
    TOUCHSTONE_TRY(std::vector<store::CorpusDocument> documents, readDocuments(folder));
    if (documents.empty())
        return Error{ErrorCode::NotFound, "there is no .md or .txt file in " + folder.string()};
    return context.workspace().corpora().put(name, std::move(documents)).wait();
}

}  // namespace

void Exchange::importDataset(DatasetFile request, Done<ImportedDataset> done) {
    m_context.async<ImportedDataset>(
        [&context = m_context, request = std::move(request)] { return importDatasetNow(context, request); },
        std::move(done));
}

void Exchange::datasets(Done<std::vector<store::DatasetInfo>> done) {
    m_context.async<std::vector<store::DatasetInfo>>(
        [&context = m_context] { return context.workspace().datasets().list(); }, std::move(done));
}

void Exchange::cases(std::string nameOrId, std::size_t first, std::size_t limit, Done<std::vector<eval::Case>> done) {
    m_context.async<std::vector<eval::Case>>(
        [&context = m_context, nameOrId = std::move(nameOrId), first, limit]() -> Result<std::vector<eval::Case>> {
            store::DatasetStore& datasets = context.workspace().datasets();
            TOUCHSTONE_TRY(const store::DatasetInfo info, datasets.info(nameOrId));
            return datasets.cases(info.id, first, limit);
        },
        std::move(done));
}

void Exchange::addCases(std::string name, std::vector<eval::Case> cases, Done<AddedCases> done) {
    m_context.inOrder<AddedCases>([&context = m_context, name = std::move(name),
                                   cases = std::move(cases)] { return addCasesNow(context, name, cases); },
                                  std::move(done));
}

void Exchange::exportDataset(std::string nameOrId, fs::path file, Done<void> done) {
    m_context.async<void>(
        [&context = m_context, nameOrId = std::move(nameOrId), file = std::move(file)]() -> Result<void> {
            TOUCHSTONE_TRY(const eval::Dataset dataset, context.workspace().datasets().load(nameOrId));
            return writeFile(file, file.extension() == ".csv" ? eval::exportCsv(dataset) : eval::exportJsonl(dataset));
        },
        std::move(done));
}

void Exchange::importExamples(ExampleFile request, Done<ImportedExamples> done) {
    m_context.async<ImportedExamples>(
        [&context = m_context, request = std::move(request)] { return importExamplesNow(context, request); },
        std::move(done));
}

void Exchange::importCorpus(std::string name, fs::path folder, Done<store::CorpusInfo> done) {
    m_context.async<store::CorpusInfo>([&context = m_context, name = std::move(name),
                                        folder = std::move(folder)] { return importCorpusNow(context, name, folder); },
                                       std::move(done));
}

void Exchange::corpora(Done<std::vector<store::CorpusInfo>> done) {
    m_context.async<std::vector<store::CorpusInfo>>(
        [&context = m_context] { return context.workspace().corpora().list(); }, std::move(done));
}

void Exchange::importWorkflow(WorkflowFiles request, Done<ImportedWorkflow> done) {
    m_context.async<ImportedWorkflow>(
        [&context = m_context, request = std::move(request)] { return importWorkflowNow(context, request); },
        std::move(done));
}

void Exchange::exportWorkflow(std::string workflow, std::string reference, fs::path folder, Done<void> done) {
    m_context.async<void>(
        [&context = m_context, workflow = std::move(workflow), reference = std::move(reference),
         folder = std::move(folder)] { return exportWorkflowNow(context, workflow, reference, folder); },
        std::move(done));
}

void Exchange::document(std::string workflow, std::string reference, Done<Json> done) {
    m_context.async<Json>([&context = m_context, workflow = std::move(workflow),
                           reference = std::move(reference)] { return findDocument(context, workflow, reference); },
                          std::move(done));
}

}  // namespace touchstone::session
