// SPDX-License-Identifier: Apache-2.0

#include "arguments.h"
#include "command.h"
#include "output.h"

namespace touchstone::ctl {
namespace {

using session::await;

constexpr const char* kColumns =
    R"(Columns: a column "expected" holds the expected answer, else the only one of "label",
"category", "output" and "answer"; "id" or "name" names the case, "tags" has its
tags (a JSON list, or words separated by ; or ,), "case_weight" its weight. Every
other column is an input field of that name. -e, -i and the others overrule this;
-e "" says none. A CSV head "amount:json" says that its cells are JSON, and a
column "input:json" is the whole input. A JSONL line is {"input":{...},
"expected":...}, or a flat object whose keys are columns.)";

// The options that say which column is what, shared by datasets and examples.
struct ColumnOptions {
    std::vector<std::string> inputs;
    std::optional<std::string> expected;
    std::optional<std::string> name;
    std::optional<std::string> tags;

    void declare(Parser& parser) {
        parser.option("-i,--input", inputs, "An input field and its column, or a column that is called like its field",
                      {.type = "FIELD=COLUMN"});
        parser.option("-e,--expected", expected, "The column with the expected answer", {.type = "COLUMN"});
        parser.option("--name-column", name, "The column with the case's name", {.type = "COLUMN"});
        parser.option("--tags", tags, "The column with the case's tags", {.type = "COLUMN"});
    }

    [[nodiscard]] eval::ImportOptions options(const Environment& environment) const {
        eval::ImportOptions options;
        options.stop = environment.stop();
        options.columns.expected = expected;
        options.columns.name = name;
        options.columns.tags = tags;
        for (const std::string& input : inputs) {
            const auto equals = input.find('=');
            if (equals == std::string::npos)
                options.columns.inputs.push_back({input, input});
            else
                options.columns.inputs.push_back({input.substr(equals + 1), input.substr(0, equals)});
        }
        return options;
    }
};

// "columns: text → input text, label → the expected answer"; "" for a file that has none.
std::string columnsLine(const std::vector<eval::ColumnUse>& columns) {
    std::vector<std::string> uses;
    for (const eval::ColumnUse& column : columns)
        uses.push_back(column.column + " → " + column.use);
    return uses.empty() ? "" : "\ncolumns: " + joined(uses);
}

Json columnsJson(const std::vector<eval::ColumnUse>& columns) {
    Json list = Json::array();
    for (const eval::ColumnUse& column : columns)
        list.push_back({{"column", column.column}, {"use", column.use}});
    return list;
}

Json warningsJson(const std::vector<Finding>& warnings) {
    Json list = Json::array();
    for (const Finding& warning : warnings)
        list.push_back({{"code", warning.code}, {"text", warning.text}, {"suggestion", warning.suggestion}});
    return list;
}

// With --json they are part of the answer.
void printWarnings(Environment& environment, const std::vector<Finding>& warnings) {
    if (!environment.json())
        for (const Finding& warning : warnings)
            environment.err() << "warning: " << printable(warning.text)
                              << (warning.suggestion.empty() ? "" : " (" + printable(warning.suggestion) + ")") << "\n";
}

// "; replaces 110 cases (1a2b3c4)", or that nothing changed.
template <class Info>
std::string replaced(const std::optional<Info>& before, const Info& now, std::int64_t count, std::string_view what) {
    if (!before)
        return {};
    if (before->id == now.id)
        return "; they are the same as before";
    return "; replaces " + counted(count, what) + " (" + shortText(before->id) + ")";
}

class ImportDataset final : public Command {
public:
    Parser declare(Parser& parent) override {
        Parser parser = parent.command("dataset", "Evaluation cases from a CSV or JSONL file");
        parser.option("file", m_file, "The file: .jsonl or .ndjson, else CSV", {.required = true});
        parser.option("--name", m_name,
                      "The dataset's name, by default the file's; one that exists gets the new cases, and what ran on "
                      "the old ones keeps them");
        parser.option("--scorers", m_scorers,
                      "How its cases are scored: a JSON list or @FILE; by default as the name was scored before",
                      {.type = "JSON"});
        m_columns.declare(parser);
        parser.examples(
            {R"(touchstonectl import dataset cases.csv --name cases -e answer --scorers '[{"type":"label"}]')"},
            kColumns);
        return parser;
    }

    Result<ExitCode> run(Environment& environment) override {
        session::DatasetFile request{m_file, m_name, m_columns.options(environment)};
        if (!m_scorers.empty()) {
            TOUCHSTONE_TRY(request.scorers, readScorers(m_scorers));
        }
        TOUCHSTONE_TRY(session::Session * session, environment.session());
        TOUCHSTONE_TRY(const session::ImportedDataset imported, await<session::ImportedDataset>([&](auto done) {
                           session->exchange().importDataset(std::move(request), std::move(done));
                       }));
        printWarnings(environment, imported.warnings);
        printAnswer(environment, json(imported), text(imported));
        return ExitCode::Ok;
    }

private:
    static Json json(const session::ImportedDataset& imported) {
        const store::DatasetInfo& now = imported.dataset;
        Json json = {{"dataset", now.name},
                     {"id", now.id.text},
                     {"cases", now.cases},
                     {"scorers", now.scorers},
                     {"replaced", nullptr},
                     {"columns", columnsJson(imported.columns)},
                     {"warnings", warningsJson(imported.warnings)}};
        if (imported.before)
            json["replaced"] = {{"id", imported.before->id.text}, {"cases", imported.before->cases}};
        return json;
    }

    [[nodiscard]] std::string text(const session::ImportedDataset& imported) const {
        const store::DatasetInfo& now = imported.dataset;
        const std::int64_t before = imported.before ? imported.before->cases : 0;
        std::string text = "dataset " + now.name + ": " + counted(now.cases, "case") + " (" + shortText(now.id) + ")" +
                           replaced(imported.before, now, before, "case");
        if (now.scorers.empty())
            text += "\nscorers: none yet; give them with --scorers, here or to eval and compare";
        else
            text += "\nscorers: " + session::scorerNames(now.scorers) + (m_scorers.empty() ? " (kept)" : "");
        return text + columnsLine(imported.columns);
    }

    std::string m_file;
    std::string m_name;
    std::string m_scorers;
    ColumnOptions m_columns;
};

class ImportExamples final : public Command {
public:
    Parser declare(Parser& parent) override {
        Parser parser = parent.command(
            "examples", "Few-shot examples from a CSV or JSONL file, instead of those in a workflow's draft");
        parser.option("workflow", m_request.workflow, "The workflow", {.required = true});
        parser.option("file", m_file, "The file: .jsonl or .ndjson, else CSV", {.required = true});
        parser.option("-n,--per-label", m_request.perLabel,
                      "Only the first so many of each expected answer; by default all", {.least = 1, .most = 100'000});
        parser.option("-b,--branch", m_request.branch, "The branch whose draft gets them", {.type = "BRANCH"});
        parser.flag("-f,--force", m_request.force, "Also replace examples that were never committed");
        m_columns.declare(parser);
        parser.examples({"touchstonectl import examples my-workflow examples.csv -e answer --per-label 10"},
                        std::string(kColumns) +
                            "\n\nWhere the workflow answers in JSON, an answer that is text holding JSON counts as\n"
                            "that JSON. Every answer must fit the output schema.");
        return parser;
    }

    Result<ExitCode> run(Environment& environment) override {
        m_request.file = m_file;
        m_request.options = m_columns.options(environment);
        TOUCHSTONE_TRY(session::Session * session, environment.session());
        TOUCHSTONE_TRY(const session::ImportedExamples imported, await<session::ImportedExamples>([&](auto done) {
                           session->exchange().importExamples(m_request, std::move(done));
                       }));
        printWarnings(environment, imported.warnings);
        printAnswer(
            environment,
            {{"examples", imported.examples},
             {"labels", imported.labels},
             {"replaced", imported.before},
             {"columns", columnsJson(imported.columns)},
             {"warnings", warningsJson(imported.warnings)}},
            "draft of " + m_request.workflow + ": " + counted(static_cast<std::int64_t>(imported.examples), "example") +
                " with " + counted(static_cast<std::int64_t>(imported.labels), "different answer") +
                (imported.before > 0 ? "; replaces " + counted(static_cast<std::int64_t>(imported.before), "example")
                                     : "") +
                columnsLine(imported.columns));
        return ExitCode::Ok;
    }

private:
    std::string m_file;
    ColumnOptions m_columns;
    session::ExampleFile m_request;
};

class ImportCorpus final : public Command {
public:
    Parser declare(Parser& parent) override {
        Parser parser = parent.command("corpus", "Documents for retrieval from a folder of .md and .txt files");
        parser.option("name", m_name,
                      "The corpus's name; one that exists gets the new documents, and versions keep those they were "
                      "committed with",
                      {.required = true});
        parser.option("folder", m_folder, "The folder; hidden files and symbolic links are left out",
                      {.required = true});
        parser.examples({"touchstonectl import corpus handbook docs/"});
        return parser;
    }

    Result<ExitCode> run(Environment& environment) override {
        TOUCHSTONE_TRY(session::Session * session, environment.session());
        session::Exchange& exchange = session->exchange();
        TOUCHSTONE_TRY(const auto corpora,
                       await<std::vector<store::CorpusInfo>>([&](auto done) { exchange.corpora(std::move(done)); }));
        TOUCHSTONE_TRY(const store::CorpusInfo info, await<store::CorpusInfo>([&](auto done) {
                           exchange.importCorpus(m_name, m_folder, std::move(done));
                       }));
        std::optional<store::CorpusInfo> before;
        for (const store::CorpusInfo& corpus : corpora)
            if (corpus.name == info.name)
                before = corpus;
        Json json = {{"corpus", info.name}, {"id", info.id.text}, {"documents", info.documents}, {"replaced", nullptr}};
        if (before)
            json["replaced"] = {{"id", before->id.text}, {"documents", before->documents}};
        printAnswer(environment, json,
                    "corpus " + info.name + ": " + counted(info.documents, "document") + " (" + shortText(info.id) +
                        ")" + replaced(before, info, before ? before->documents : 0, "document"));
        return ExitCode::Ok;
    }

private:
    std::string m_name;
    std::string m_folder;
};

class ImportWorkflow final : public Command {
public:
    Parser declare(Parser& parent) override {
        Parser parser = parent.command("workflow", "A workflow's folder or document, as a draft");
        parser.option("source", m_source, "The folder, or a .json, .yaml or .yml file", {.required = true});
        parser.option("-b,--branch", m_branch, "The branch whose draft it becomes", {.type = "BRANCH"});
        parser.flag("-f,--force", m_force, "Also replace a draft with changes that were never committed");
        parser.examples({"touchstonectl import workflow triage && touchstonectl commit support-triage -m 'why'"});
        return parser;
    }

    Result<ExitCode> run(Environment& environment) override {
        TOUCHSTONE_TRY(session::Session * session, environment.session());
        TOUCHSTONE_TRY(const session::ImportedWorkflow imported, await<session::ImportedWorkflow>([&](auto done) {
                           session->exchange().importWorkflow({m_source, m_branch, m_force}, std::move(done));
                       }));
        printAnswer(environment,
                    {{"workflow", imported.draft.workflow},
                     {"branch", imported.draft.branch},
                     {"base", imported.base.empty() ? Json(nullptr) : Json(imported.base)},
                     {"changed", imported.changed},
                     {"replaced", imported.lost}},
                    text(imported));
        return ExitCode::Ok;
    }

private:
    static std::string text(const session::ImportedWorkflow& imported) {
        const store::Draft& draft = imported.draft;
        std::string text = "The draft of " + draft.workflow + " on " + draft.branch + " is what was imported";
        if (!imported.lost.empty())
            text += "; uncommitted changes were replaced in: " + joined(imported.lost);
        if (!imported.base.empty() && imported.changed.empty())
            return text + ". It is the same as " + imported.base + ", so there is nothing to commit";
        if (!imported.base.empty())
            text += "\nIt differs from " + imported.base + " in: " + joined(imported.changed);
        return text + "\nCommit it with: touchstonectl commit " + draft.workflow +
               (draft.branch == "main" ? "" : " -b " + draft.branch);
    }

    std::string m_source;
    std::string m_branch = "main";
    bool m_force = false;
};

}  // namespace

std::unique_ptr<Command> makeImportDataset() {
    return std::make_unique<ImportDataset>();
}
std::unique_ptr<Command> makeImportExamples() {
    return std::make_unique<ImportExamples>();
}
std::unique_ptr<Command> makeImportCorpus() {
    return std::make_unique<ImportCorpus>();
}
std::unique_ptr<Command> makeImportWorkflow() {
    return std::make_unique<ImportWorkflow>();
}

}  // namespace touchstone::ctl
