// SPDX-License-Identifier: Apache-2.0

#include "command.h"
#include "engine/prepared.h"
#include "output.h"
#include "trace/trace_json.h"
#include "workflow/folder.h"
#include "workflow/parse.h"

#include <cstdlib>

namespace touchstone::ctl {
namespace {

using session::await;

// $TOUCHSTONE_AUTHOR, else the login's name.
std::string defaultAuthor() {
    for (const char* name : {"TOUCHSTONE_AUTHOR", "GIT_AUTHOR_NAME", "USER"})
        if (const char* value = std::getenv(name); value && *value)  // NOLINT(concurrency-mt-unsafe)
            return value;
    return "unknown";
}

class Log final : public Command {
public:
    Parser declare(Parser& parent) override {
        Parser parser = parent.command("log", "The workflows, or the versions of one");
        parser.option("workflow", m_workflow, "The workflow whose versions to list");
        return parser;
    }

    Result<ExitCode> run(Environment& environment) override {
        TOUCHSTONE_TRY(session::Session * session, environment.session(store::OpenMode::ReadOnly));
        return m_workflow.empty() ? listWorkflows(environment, *session) : listVersions(environment, *session);
    }

private:
    static Result<ExitCode> listWorkflows(Environment& environment, session::Session& session) {
        TOUCHSTONE_TRY(const auto workflows, await<std::vector<store::WorkflowInfo>>(
                                                 [&](auto done) { session.authoring().workflows(std::move(done)); }));
        Json list = Json::array();
        std::vector<std::vector<std::string>> rows = {{"workflow", "versions", "last commit", "draft"}};
        for (const store::WorkflowInfo& workflow : workflows) {
            const std::string last = workflow.lastCommit ? trace::toIso8601(*workflow.lastCommit) : "";
            list.push_back({{"name", workflow.name},
                            {"versions", workflow.versions},
                            {"last_commit", last.empty() ? Json(nullptr) : Json(last)},
                            {"drafts", workflow.drafts}});
            rows.push_back({workflow.name, std::to_string(workflow.versions), last.substr(0, 16),
                            workflow.drafts > 0 ? "yes" : ""});
        }
        if (environment.json())
            environment.out() << toText(list) << "\n";
        else
            printTable(environment.out(), rows);
        return ExitCode::Ok;
    }

    Result<ExitCode> listVersions(Environment& environment, session::Session& session) const {
        TOUCHSTONE_TRY(const session::History history, await<session::History>([&](auto done) {
                           session.authoring().history(m_workflow, std::move(done));
                       }));
        if (history.versions.empty())
            return Error{ErrorCode::NotFound, "there is no workflow '" + m_workflow +
                                                  "' with versions; `touchstonectl log` lists the workflows"};
        Json list = Json::array();
        std::vector<std::vector<std::string>> rows = {{"version", "id", "when", "author", "message", "names"}};
        for (const store::VersionInfo& version : history.versions) {
            Json names = Json::array();
            std::string shown;
            for (const store::Pointer& pointer : history.pointers)
                if (pointer.version == version.id) {
                    names.push_back(pointer.name);
                    shown += (shown.empty() ? "" : ", ") + pointer.name;
                }
            Json parents = Json::array();
            for (const VersionId& parent : version.parents)
                parents.push_back(parent.text);
            list.push_back({{"version", "v" + std::to_string(version.number)},
                            {"id", version.id.text},
                            {"parents", std::move(parents)},
                            {"created", trace::toIso8601(version.created)},
                            {"author", version.author},
                            {"message", version.message},
                            {"names", std::move(names)}});
            rows.push_back({"v" + std::to_string(version.number), shortText(version.id),
                            trace::toIso8601(version.created).substr(0, 16), oneLine(version.author, 24),
                            oneLine(version.message, 60), shown});
        }
        if (environment.json())
            environment.out() << toText(list) << "\n";
        else
            printTable(environment.out(), rows);
        return ExitCode::Ok;
    }

    std::string m_workflow;
};

class Validate final : public Command {
public:
    Parser declare(Parser& parent) override {
        Parser parser = parent.command("validate", "Check a workflow file or folder, without a workspace");
        parser.option("source", m_source, "A JSON or YAML document, or the folder of a workflow");
        parser.flag("--schema", m_schema, "Print the JSON Schema of workflow documents instead");
        parser.takeExactlyOne();
        return parser;
    }

    Result<ExitCode> run(Environment& environment) override {
        if (m_schema) {
            environment.out() << toPrettyText(workflow::documentSchema()) << "\n";
            return ExitCode::Ok;
        }
        TOUCHSTONE_TRY(const Json document, session::readWorkflowDocument(m_source));
        std::vector<Finding> findings = workflow::parseWorkflow(document).findings;
        for (Finding& finding : engine::unsupportedSettings(document))
            findings.push_back(std::move(finding));
        if (environment.json())
            printJson(environment.out(), findings);
        else if (findings.empty())
            environment.out() << printable(m_source) << ": no problems\n";
        else
            printFindings(environment.out(), findings);
        return hasErrors(findings) ? ExitCode::Invalid : ExitCode::Ok;
    }

private:
    static void printJson(std::ostream& out, const std::vector<Finding>& findings) {
        Json list = Json::array();
        for (const Finding& finding : findings) {
            Json item = {{"severity", toString(finding.severity)},
                         {"code", finding.code},
                         {"pointer", finding.pointer},
                         {"text", finding.text},
                         {"suggestion", finding.suggestion}};
            if (finding.position) {
                item["line"] = finding.position->line;
                item["column"] = finding.position->column;
            }
            list.push_back(std::move(item));
        }
        out << toText(list) << "\n";
    }

    std::string m_source;
    bool m_schema = false;
};

class Commit final : public Command {
public:
    Parser declare(Parser& parent) override {
        Parser parser = parent.command("commit", "Make a version of a workflow's draft");
        parser.option("workflow", m_request.workflow, "The workflow", {.required = true});
        parser.option("-m,--message", m_request.message, "Why; by default made from what changed");
        parser.option("-b,--branch", m_request.branch, "The branch whose draft it is");
        parser.option("--author", m_request.author, "By default $TOUCHSTONE_AUTHOR or the login's name");
        parser.option("--tag", m_tag, "Also name the new version");
        return parser;
    }

    Result<ExitCode> run(Environment& environment) override {
        TOUCHSTONE_TRY(session::Session * session, environment.session());
        session::Authoring& authoring = session->authoring();
        TOUCHSTONE_TRY(const session::OpenedDraft opened, await<session::OpenedDraft>([&](auto done) {
                           authoring.openDraft(m_request.workflow, m_request.branch, std::move(done));
                       }));
        if (!opened.saved)
            return Error{ErrorCode::InvalidArgument, "'" + m_request.workflow + "' has no draft on '" +
                                                         m_request.branch +
                                                         "'; import one with: touchstonectl import "
                                                         "workflow FOLDER"};
        m_request.text = opened.draft.text;
        m_request.base = opened.draft.base;
        m_request.draftRevision = opened.draft.revision;
        if (m_request.author.empty())
            m_request.author = defaultAuthor();
        if (m_request.message.empty()) {
            TOUCHSTONE_TRY(m_request.message, proposedMessage(authoring, opened));
        }
        TOUCHSTONE_TRY(const workflow::Version version,
                       await<workflow::Version>([&](auto done) { authoring.commit(m_request, std::move(done)); }));
        if (!m_tag.empty()) {
            const auto tagged = await<void>(
                [&](auto done) { authoring.tag(m_request.workflow, version.id.text, m_tag, std::move(done)); });
            if (!tagged.ok())
                return tagged.error();
        }
        if (environment.json())
            environment.out() << toText({{"version", "v" + std::to_string(version.number)},
                                         {"id", version.id.text},
                                         {"message", version.message}})
                              << "\n";
        else
            environment.out() << "v" << version.number << " · " << shortText(version.id) << "  "
                              << printable(version.message) << "\n";
        return ExitCode::Ok;
    }

private:
    static Result<std::string> proposedMessage(session::Authoring& authoring, const session::OpenedDraft& opened) {
        if (!opened.base)
            return std::string("first version");
        TOUCHSTONE_TRY(const session::CheckReport report, await<session::CheckReport>([&](auto done) {
                           authoring.check(opened.draft.text, opened.base->id, std::move(done));
                       }));
        const std::string message = workflow::proposeMessage(report.changes);
        return message.empty() ? "no change" : message;
    }

    session::CommitRequest m_request;
    std::string m_tag;
};

}  // namespace

std::unique_ptr<Command> makeLog() {
    return std::make_unique<Log>();
}
std::unique_ptr<Command> makeValidate() {
    return std::make_unique<Validate>();
}
std::unique_ptr<Command> makeCommit() {
    return std::make_unique<Commit>();
}

}  // namespace touchstone::ctl
