// SPDX-License-Identifier: Apache-2.0

#include "command.h"
#include "output.h"
#include "trace/trace_json.h"

namespace touchstone::ctl {
namespace {

using session::await;
using Rows = std::vector<std::vector<std::string>>;

std::string minuteOf(WallTime time) {
    return trace::toIso8601(time).substr(0, 16);
}

void print(Environment& environment, const Json& list, const Rows& rows, std::string_view whenEmpty) {
    if (environment.json())
        environment.out() << toText(list) << "\n";
    else if (list.empty())
        environment.out() << whenEmpty << "\n";
    else
        printTable(environment.out(), rows);
}

Result<ExitCode> listWorkflows(Environment& environment) {
    TOUCHSTONE_TRY(session::Session * session, environment.session(store::OpenMode::ReadOnly));
    TOUCHSTONE_TRY(const auto workflows, await<std::vector<store::WorkflowInfo>>(
                                             [&](auto done) { session->authoring().workflows(std::move(done)); }));
    Json list = Json::array();
    Rows rows = {{"workflow", "versions", "last commit", "draft"}};
    for (const store::WorkflowInfo& workflow : workflows) {
        const std::string last = workflow.lastCommit ? trace::toIso8601(*workflow.lastCommit) : "";
        list.push_back({{"name", workflow.name},
                        {"versions", workflow.versions},
                        {"last_commit", last.empty() ? Json(nullptr) : Json(last)},
                        {"drafts", workflow.drafts}});
        rows.push_back(
            {workflow.name, std::to_string(workflow.versions), last.substr(0, 16), workflow.drafts > 0 ? "yes" : ""});
    }
    print(environment, list, rows, "No workflow yet: take one in with touchstonectl import workflow FOLDER");
    return ExitCode::Ok;
}

class Log final : public Command {
public:
    Parser declare(Parser& parent) override {
        Parser parser = parent.command("log", "The versions of a workflow, newest first; without one, the workflows");
        parser.option("workflow", m_workflow, "The workflow whose versions to list");
        parser.examples({"touchstonectl log support-triage"});
        return parser;
    }

    Result<ExitCode> run(Environment& environment) override {
        if (m_workflow.empty())
            return listWorkflows(environment);
        TOUCHSTONE_TRY(session::Session * session, environment.session(store::OpenMode::ReadOnly));
        TOUCHSTONE_TRY(const session::History history, await<session::History>([&](auto done) {
                           session->authoring().history(m_workflow, std::move(done));
                       }));
        if (history.versions.empty()) {  // says what is wrong with the name, or that nothing is committed
            TOUCHSTONE_TRY(const workflow::Version none, await<workflow::Version>([&](auto done) {
                               session->authoring().version(m_workflow, "main", std::move(done));
                           }));
        }
        Json list = Json::array();
        Rows rows = {{"version", "id", "when", "author", "message", "names"}};
        for (const store::VersionInfo& version : history.versions)
            add(version, namesOf(version.id, history.pointers), list, rows);
        print(environment, list, rows, "");
        return ExitCode::Ok;
    }

private:
    static std::vector<std::string> namesOf(const VersionId& id, const std::vector<store::Pointer>& pointers) {
        std::vector<std::string> names;
        for (const store::Pointer& pointer : pointers)
            if (pointer.version == id)
                names.push_back(pointer.name);
        return names;
    }

    static void add(const store::VersionInfo& version, const std::vector<std::string>& names, Json& list, Rows& rows) {
        Json parents = Json::array();
        for (const VersionId& parent : version.parents)
            parents.push_back(parent.text);
        list.push_back({{"version", "v" + std::to_string(version.number)},
                        {"id", version.id.text},
                        {"parents", std::move(parents)},
                        {"created", trace::toIso8601(version.created)},
                        {"author", version.author},
                        {"message", version.message},
                        {"names", names}});
        rows.push_back({"v" + std::to_string(version.number), shortText(version.id), minuteOf(version.created),
                        oneLine(version.author, 24), oneLine(version.message, 60), joined(names)});
    }

    std::string m_workflow;
};

class ListWorkflows final : public Command {
public:
    Parser declare(Parser& parent) override {
        return parent.command("workflows", "The workflows, how many versions each has, and whether it has a draft");
    }
    Result<ExitCode> run(Environment& environment) override { return listWorkflows(environment); }
};

class ListDatasets final : public Command {
public:
    Parser declare(Parser& parent) override {
        return parent.command("datasets", "The datasets with their cases and scorers, the one stored last first");
    }

    Result<ExitCode> run(Environment& environment) override {
        TOUCHSTONE_TRY(session::Session * session, environment.session(store::OpenMode::ReadOnly));
        TOUCHSTONE_TRY(const auto datasets, await<std::vector<store::DatasetInfo>>(
                                                [&](auto done) { session->exchange().datasets(std::move(done)); }));
        Json list = Json::array();
        Rows rows = {{"dataset", "id", "cases", "scorers", "stored"}};
        for (const store::DatasetInfo& dataset : datasets) {
            list.push_back({{"name", dataset.name},
                            {"id", dataset.id.text},
                            {"cases", dataset.cases},
                            {"scorers", dataset.scorers},
                            {"stored", trace::toIso8601(dataset.created)}});
            rows.push_back({dataset.name, shortText(dataset.id), std::to_string(dataset.cases),
                            oneLine(session::scorerNames(dataset.scorers), 40), minuteOf(dataset.created)});
        }
        print(environment, list, rows, "No dataset yet: take one in with touchstonectl import dataset FILE");
        return ExitCode::Ok;
    }
};

class ListCorpora final : public Command {
public:
    Parser declare(Parser& parent) override {
        return parent.command("corpora", "The corpora with their documents, the one stored last first");
    }

    Result<ExitCode> run(Environment& environment) override {
        TOUCHSTONE_TRY(session::Session * session, environment.session(store::OpenMode::ReadOnly));
        TOUCHSTONE_TRY(const auto corpora, await<std::vector<store::CorpusInfo>>(
                                               [&](auto done) { session->exchange().corpora(std::move(done)); }));
        Json list = Json::array();
        Rows rows = {{"corpus", "id", "documents", "bytes", "stored"}};
        for (const store::CorpusInfo& corpus : corpora) {
            list.push_back({{"name", corpus.name},
                            {"id", corpus.id.text},
                            {"documents", corpus.documents},
                            {"bytes", corpus.bytes},
                            {"stored", trace::toIso8601(corpus.created)}});
            rows.push_back({corpus.name, shortText(corpus.id), std::to_string(corpus.documents),
                            std::to_string(corpus.bytes), minuteOf(corpus.created)});
        }
        print(environment, list, rows, "No corpus yet: take one in with touchstonectl import corpus NAME FOLDER");
        return ExitCode::Ok;
    }
};

class ListExperiments final : public Command {
public:
    Parser declare(Parser& parent) override {
        Parser parser = parent.command("experiments", "What eval and compare ran, newest first");
        parser.option("workflow", m_workflow, "Only those of this workflow");
        parser.examples({"touchstonectl list experiments support-triage",
                         "touchstonectl compare --resume 1a2b3c4    (its report again, or the rest of it)"});
        return parser;
    }

    Result<ExitCode> run(Environment& environment) override {
        TOUCHSTONE_TRY(session::Session * session, environment.session(store::OpenMode::ReadOnly));
        TOUCHSTONE_TRY(const auto experiments, await<std::vector<store::ExperimentInfo>>([&](auto done) {
                           session->experiments().list(m_workflow, std::move(done));
                       }));
        Json list = Json::array();
        Rows rows = {{"experiment", "when", "workflow", "versions", "dataset", "runs", "status"}};
        for (const store::ExperimentInfo& info : experiments)
            add(info, list, rows);
        print(environment, list, rows, "No experiment yet: touchstonectl eval or compare makes one");
        return ExitCode::Ok;
    }

private:
    // One that a killed program left says "running" as well, so it is called by what is known.
    static std::string_view statusOf(eval::ExperimentStatus status) {
        switch (status) {
            case eval::ExperimentStatus::Done:
                return "done";
            case eval::ExperimentStatus::Cancelled:
                return "interrupted";
            case eval::ExperimentStatus::Running:
                break;
        }
        return "unfinished";
    }

    static void add(const store::ExperimentInfo& info, Json& list, Rows& rows) {
        const eval::Experiment& experiment = info.experiment;
        Json versions = Json::array();
        std::vector<std::string> labels;
        for (const eval::Contestant& contestant : experiment.spec.contestants) {
            versions.push_back({{"id", contestant.version.text}, {"label", contestant.label}});
            labels.push_back(contestant.label.substr(0, contestant.label.find(' ')));
        }
        list.push_back({{"id", experiment.id.text},
                        {"created", trace::toIso8601(experiment.created)},
                        {"finished", info.finished ? Json(trace::toIso8601(*info.finished)) : Json(nullptr)},
                        {"workflow", experiment.spec.workflow},
                        {"versions", std::move(versions)},
                        {"dataset", {{"name", experiment.spec.datasetName}, {"id", experiment.spec.dataset.text}}},
                        {"scorers", experiment.spec.scorers},
                        {"runs", info.results},
                        {"status", statusOf(experiment.status)}});
        rows.push_back({shortText(experiment.id), minuteOf(experiment.created), experiment.spec.workflow,
                        oneLine(joined(labels), 30),
                        experiment.spec.datasetName + " (" + shortText(experiment.spec.dataset) + ")",
                        std::to_string(info.results), std::string(statusOf(experiment.status))});
    }

    std::string m_workflow;
};

}  // namespace

std::unique_ptr<Command> makeLog() {
    return std::make_unique<Log>();
}
std::unique_ptr<Command> makeListWorkflows() {
    return std::make_unique<ListWorkflows>();
}
std::unique_ptr<Command> makeListDatasets() {
    return std::make_unique<ListDatasets>();
}
std::unique_ptr<Command> makeListCorpora() {
    return std::make_unique<ListCorpora>();
}
std::unique_ptr<Command> makeListExperiments() {
    return std::make_unique<ListExperiments>();
}

}  // namespace touchstone::ctl
