// SPDX-License-Identifier: Apache-2.0

#include "arguments.h"
#include "command.h"
#include "output.h"
#include "session/files.h"

namespace touchstone::ctl {
namespace {

using session::await;

// The options that say which column is what, shared by datasets and examples.
struct ColumnOptions {
    std::vector<std::string> inputs;
    std::string expected;
    std::string name;
    std::string tags;

    void declare(Parser& parser) {
        parser.option("-i,--input", inputs,
                      "An input field and its column: field=column, or just the column; by default every column "
                      "without another role");
        parser.option("-e,--expected", expected, "The column with the expected answer");
        parser.option("--name-column", name, "The column with the case's name");
        parser.option("--tags", tags, "The column with its tags");
    }

    [[nodiscard]] eval::ColumnMapping mapping() const {
        eval::ColumnMapping mapping;
        for (const std::string& input : inputs) {
            const auto equals = input.find('=');
            if (equals == std::string::npos)
                mapping.inputs.push_back({input, input});
            else
                mapping.inputs.push_back({input.substr(equals + 1), input.substr(0, equals)});
        }
        if (!expected.empty())
            mapping.expected = expected;
        if (!name.empty())
            mapping.name = name;
        if (!tags.empty())
            mapping.tags = tags;
        return mapping;
    }
};

class ImportDataset final : public Command {
public:
    Parser declare(Parser& parent) override {
        Parser parser = parent.command("dataset", "Evaluation cases from a CSV or JSONL file");
        parser.option("file", m_file, "The file", {.required = true});
        parser.option("--name", m_request.name, "The dataset's name; by default the file's");
        parser.option("--scorers", m_scorers, "How its cases are scored: a JSON list or @FILE");
        m_columns.declare(parser);
        return parser;
    }

    Result<ExitCode> run(Environment& environment) override {
        m_request.file = m_file;
        m_request.options.columns = m_columns.mapping();
        m_request.options.stop = environment.stop();
        TOUCHSTONE_TRY(m_request.scorers, readScorers(m_scorers));
        TOUCHSTONE_TRY(session::Session * session, environment.session());
        TOUCHSTONE_TRY(const store::DatasetInfo info, await<store::DatasetInfo>([&](auto done) {
                           session->exchange().importDataset(m_request, std::move(done));
                       }));
        if (environment.json())
            environment.out() << toText({{"dataset", info.name}, {"id", info.id.text}, {"cases", info.cases}}) << "\n";
        else
            environment.out() << "dataset " << printable(info.name) << ": " << info.cases << " cases ("
                              << shortText(info.id) << ")\n";
        return ExitCode::Ok;
    }

private:
    std::string m_file;
    std::string m_scorers;
    ColumnOptions m_columns;
    session::DatasetFile m_request;
};

class ImportExamples final : public Command {
public:
    Parser declare(Parser& parent) override {
        Parser parser =
            parent.command("examples", "Few-shot examples from a CSV or JSONL file, into a workflow's draft");
        parser.option("workflow", m_request.workflow, "The workflow", {.required = true});
        parser.option("file", m_file, "The file", {.required = true});
        parser.option("-n,--per-label", m_request.perLabel, "Only the first so many of each expected answer");
        parser.option("-b,--branch", m_request.branch, "The branch whose draft gets them");
        m_columns.declare(parser);
        return parser;
    }

    Result<ExitCode> run(Environment& environment) override {
        m_request.file = m_file;
        m_request.options.columns = m_columns.mapping();
        m_request.options.stop = environment.stop();
        TOUCHSTONE_TRY(session::Session * session, environment.session());
        TOUCHSTONE_TRY(const session::ImportedExamples imported, await<session::ImportedExamples>([&](auto done) {
                           session->exchange().importExamples(m_request, std::move(done));
                       }));
        if (environment.json())
            environment.out() << toText({{"examples", imported.examples}, {"labels", imported.labels}}) << "\n";
        else
            environment.out() << imported.examples << " examples with " << imported.labels
                              << " different answers are in the draft of " << printable(m_request.workflow) << "\n";
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
        parser.option("name", m_name, "The corpus's name", {.required = true});
        parser.option("folder", m_folder, "The folder", {.required = true});
        return parser;
    }

    Result<ExitCode> run(Environment& environment) override {
        TOUCHSTONE_TRY(session::Session * session, environment.session());
        TOUCHSTONE_TRY(const store::CorpusInfo info, await<store::CorpusInfo>([&](auto done) {
                           session->exchange().importCorpus(m_name, m_folder, std::move(done));
                       }));
        if (environment.json())
            environment.out() << toText({{"corpus", info.name}, {"id", info.id.text}, {"documents", info.documents}})
                              << "\n";
        else
            environment.out() << "corpus " << printable(info.name) << ": " << info.documents << " documents ("
                              << shortText(info.id) << ")\n";
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
        parser.option("source", m_source, "The folder, or a JSON or YAML file", {.required = true});
        parser.option("-b,--branch", m_branch, "The branch whose draft it becomes");
        return parser;
    }

    Result<ExitCode> run(Environment& environment) override {
        TOUCHSTONE_TRY(session::Session * session, environment.session());
        TOUCHSTONE_TRY(const store::Draft draft, await<store::Draft>([&](auto done) {
                           session->exchange().importWorkflow(m_source, m_branch, std::move(done));
                       }));
        if (environment.json())
            environment.out() << toText({{"workflow", draft.workflow}, {"branch", draft.branch}}) << "\n";
        else
            environment.out() << printable("The draft of " + draft.workflow + " on " + draft.branch +
                                           " is what was imported; commit it with: touchstonectl commit " +
                                           draft.workflow + (draft.branch == "main" ? "" : " -b " + draft.branch))
                              << "\n";
        return ExitCode::Ok;
    }

private:
    std::string m_source;
    std::string m_branch = "main";
};

class ExportWorkflow final : public Command {
public:
    Parser declare(Parser& parent) override {
        Parser parser = parent.command("workflow", "A version as a folder of text files, made for git");
        parser.option("workflow", m_workflow, "The workflow", {.required = true});
        parser.option("version", m_version, "The version", {.required = true});
        parser.option("folder", m_folder, "The folder, empty or exported before", {.required = true});
        return parser;
    }

    Result<ExitCode> run(Environment& environment) override {
        TOUCHSTONE_TRY(session::Session * session, environment.session(store::OpenMode::ReadOnly));
        const auto exported = await<void>(
            [&](auto done) { session->exchange().exportWorkflow(m_workflow, m_version, m_folder, std::move(done)); });
        if (!exported.ok())
            return exported.error();
        if (environment.json())
            environment.out() << toText({{"folder", m_folder}}) << "\n";
        else
            environment.out() << printable("Wrote " + m_workflow + " " + m_version + " to " + m_folder) << "\n";
        return ExitCode::Ok;
    }

private:
    std::string m_workflow;
    std::string m_version;
    std::string m_folder;
};

class ExportDataset final : public Command {
public:
    Parser declare(Parser& parent) override {
        Parser parser = parent.command("dataset", "A dataset as CSV or JSONL, by the file's ending");
        parser.option("dataset", m_dataset, "Its name or id", {.required = true});
        parser.option("file", m_file, "The file to write", {.required = true});
        return parser;
    }

    Result<ExitCode> run(Environment& environment) override {
        TOUCHSTONE_TRY(session::Session * session, environment.session(store::OpenMode::ReadOnly));
        const auto exported =
            await<void>([&](auto done) { session->exchange().exportDataset(m_dataset, m_file, std::move(done)); });
        if (!exported.ok())
            return exported.error();
        if (environment.json())
            environment.out() << toText({{"file", m_file}}) << "\n";
        else
            environment.out() << printable("Wrote " + m_dataset + " to " + m_file) << "\n";
        return ExitCode::Ok;
    }

private:
    std::string m_dataset;
    std::string m_file;
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
std::unique_ptr<Command> makeExportWorkflow() {
    return std::make_unique<ExportWorkflow>();
}
std::unique_ptr<Command> makeExportDataset() {
    return std::make_unique<ExportDataset>();
}

}  // namespace touchstone::ctl
