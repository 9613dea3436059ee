// SPDX-License-Identifier: Apache-2.0

#include "command.h"
#include "engine/prepared.h"
#include "output.h"
#include "session/workflow_source.h"
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

class Validate final : public Command {
public:
    Parser declare(Parser& parent) override {
        Parser parser = parent.command("validate", "Check a workflow before it is taken in or committed");
        parser.option("source", m_source, "A folder, or a .json, .yaml or .yml document; needs no workspace");
        parser.option("--draft", m_draft, "Check the draft of this workflow instead", {.type = "WORKFLOW"});
        parser.option("-b,--branch", m_branch, "The branch whose draft --draft means", {.type = "BRANCH"});
        parser.flag("--schema", m_schema, "Print the JSON Schema of workflow documents instead");
        parser.verify([this] {
            const int chosen = (m_source.empty() ? 0 : 1) + (m_draft.empty() ? 0 : 1) + (m_schema ? 1 : 0);
            return chosen == 1 ? "" : "validate takes one of: a source, --draft WORKFLOW, --schema";
        });
        parser.examples({"touchstonectl validate triage/", "touchstonectl validate --draft support-triage",
                         "touchstonectl validate --schema > workflow.schema.json"});
        return parser;
    }

    Result<ExitCode> run(Environment& environment) override {
        if (m_schema) {
            environment.out() << toPrettyText(workflow::documentSchema()) << "\n";
            return ExitCode::Ok;
        }
        TOUCHSTONE_TRY(const auto findings, m_draft.empty() ? checkSource() : checkDraft(environment));
        bool good = true;
        for (const session::PlacedFinding& placed : findings)
            good = good && placed.finding.severity != Severity::Error;
        if (environment.json())
            printJson(environment.out(), findings);
        else if (findings.empty())
            environment.out() << printable(m_draft.empty() ? m_source : "the draft of " + m_draft) << ": no problems\n";
        else
            for (const session::PlacedFinding& placed : findings)
                environment.out() << printable(toLine(placed)) << "\n";
        return good ? ExitCode::Ok : ExitCode::Invalid;
    }

private:
    using Findings = std::vector<session::PlacedFinding>;

    [[nodiscard]] Result<Findings> checkSource() const {
        TOUCHSTONE_TRY(const session::WorkflowSource source, session::WorkflowSource::read(m_source));
        if (!source.document())
            return source.problems();
        Findings findings;
        for (Finding& finding : engine::checkDocument(*source.document()))
            findings.push_back(source.place(std::move(finding)));
        return findings;
    }

    [[nodiscard]] Result<Findings> checkDraft(Environment& environment) const {
        TOUCHSTONE_TRY(session::Session * session, environment.session(store::OpenMode::ReadOnly));
        TOUCHSTONE_TRY(const session::OpenedDraft opened, await<session::OpenedDraft>([&](auto done) {
                           session->authoring().openDraft(m_draft, m_branch, std::move(done));
                       }));
        TOUCHSTONE_TRY(session::CheckReport report, await<session::CheckReport>([&](auto done) {
                           session->authoring().check(opened.text, std::nullopt, std::move(done));
                       }));
        Findings findings;
        for (Finding& finding : report.findings) {
            const std::string pointer = finding.pointer;
            findings.push_back({m_draft, pointer, std::move(finding)});
        }
        return findings;
    }

    static void printJson(std::ostream& out, const Findings& findings) {
        Json list = Json::array();
        for (const auto& [file, pointerInFile, finding] : findings) {
            Json item = {{"severity", toString(finding.severity)},
                         {"code", finding.code},
                         {"file", file},
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
    std::string m_draft;
    std::string m_branch = "main";
    bool m_schema = false;
};

class Commit final : public Command {
public:
    Parser declare(Parser& parent) override {
        Parser parser = parent.command("commit", "Make a version of a workflow's draft");
        parser.option("workflow", m_request.workflow, "The workflow", {.required = true});
        parser.option("-m,--message", m_request.message, "Why; by default made from what changed", {.type = "TEXT"});
        parser.option("-b,--branch", m_request.branch, "The branch whose draft it is", {.type = "BRANCH"});
        parser.option("--author", m_request.author,
                      "By default $TOUCHSTONE_AUTHOR, $GIT_AUTHOR_NAME or the login's name", {.type = "NAME"});
        parser.option("--tag", m_tag, "Also name the new version", {.type = "TAG"});
        parser.flag("-f,--force", m_moveTag, "Move the tag here when it stands at another version");
        parser.examples({"touchstonectl commit support-triage -m 'shorter instructions' --tag 1.2"});
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
        if (!m_tag.empty())
            m_request.tag = store::NewTag{m_tag, m_moveTag};
        const auto committed =
            await<workflow::Version>([&](auto done) { authoring.commit(m_request, std::move(done)); });
        if (!committed.ok())
            return withMoveHint(committed.error());
        const workflow::Version& version = committed.value();
        const std::string number = "v" + std::to_string(version.number);
        printAnswer(environment, {{"version", number}, {"id", version.id.text}, {"message", version.message}},
                    number + " · " + shortText(version.id) + "  " + version.message);
        return ExitCode::Ok;
    }

private:
    static Error withMoveHint(Error error) {
        if (error.code == ErrorCode::AlreadyExists)
            error.message += " with --force";
        return error;
    }

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
    bool m_moveTag = false;
};

}  // namespace

std::unique_ptr<Command> makeValidate() {
    return std::make_unique<Validate>();
}
std::unique_ptr<Command> makeCommit() {
    return std::make_unique<Commit>();
}

}  // namespace touchstone::ctl
