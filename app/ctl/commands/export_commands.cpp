// SPDX-License-Identifier: Apache-2.0

#include "command.h"
#include "output.h"

namespace touchstone::ctl {
namespace {

using session::await;

class ExportWorkflow final : public Command {
public:
    Parser declare(Parser& parent) override {
        Parser parser = parent.command("workflow", "A version or a draft as a folder of text files, made for git");
        parser.option("workflow", m_workflow, "The workflow", {.required = true});
        parser.option("version", m_version, "The version, or draft for the uncommitted draft", {.required = true});
        parser.option("folder", m_folder, "The folder: new, empty or exported before", {.required = true});
        parser.examples({"touchstonectl export workflow support-triage v3 triage"},
                        "Files of an earlier export that this version does not have are removed. When a\n"
                        "file cannot be written, the folder's files stay as they were.");
        return parser;
    }

    Result<ExitCode> run(Environment& environment) override {
        TOUCHSTONE_TRY(session::Session * session, environment.session(store::OpenMode::ReadOnly));
        TOUCHSTONE_TRY_VOID(await<void>(
            [&](auto done) { session->exchange().exportWorkflow(m_workflow, m_version, m_folder, std::move(done)); }));
        printAnswer(environment, {{"folder", m_folder}}, "Wrote " + m_workflow + " " + m_version + " to " + m_folder);
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
        parser.option("dataset", m_dataset, "Its name, or its id or the beginning of it", {.required = true});
        parser.option("file", m_file, "The file to write: .csv for CSV, else JSONL", {.required = true});
        parser.examples({"touchstonectl export dataset support-triage cases.csv"},
                        "Importing the file gives the same dataset again, so cells are written as they are:\n"
                        "one that begins with = + - or @ is not changed. Before you open answers of strangers in\n"
                        "a spreadsheet, let it import all columns as text, or use JSONL.\n"
                        "When the file cannot be written, the one that is there stays as it is.");
        return parser;
    }

    Result<ExitCode> run(Environment& environment) override {
        TOUCHSTONE_TRY(session::Session * session, environment.session(store::OpenMode::ReadOnly));
        TOUCHSTONE_TRY_VOID(
            await<void>([&](auto done) { session->exchange().exportDataset(m_dataset, m_file, std::move(done)); }));
        printAnswer(environment, {{"file", m_file}}, "Wrote " + m_dataset + " to " + m_file);
        return ExitCode::Ok;
    }

private:
    std::string m_dataset;
    std::string m_file;
};

}  // namespace

std::unique_ptr<Command> makeExportWorkflow() {
    return std::make_unique<ExportWorkflow>();
}
std::unique_ptr<Command> makeExportDataset() {
    return std::make_unique<ExportDataset>();
}

}  // namespace touchstone::ctl
