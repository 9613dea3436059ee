// SPDX-License-Identifier: Apache-2.0

#include "arguments.h"
#include "command.h"
#include "output.h"
#include "session/files.h"
#include "trace/trace_json.h"
#include "trace_output.h"

namespace touchstone::ctl {
namespace {

class Run final : public Command {
public:
    Parser declare(Parser& parent) override {
        Parser parser = parent.command("run", "Run a version, or the draft, on one input");
        parser.option("workflow", m_workflow, "The workflow", {.required = true});
        parser.option("version", m_version, "The version; draft, or draft:BRANCH, for what is not committed");
        parser.option("-i,--input", m_input, "The input as a JSON object, or @FILE", {.type = "JSON"});
        parser.option("-s,--set", m_fields, "One input field: name=text; a JSON value with name:=value",
                      {.type = "FIELD"});
        parser.option("--tier", m_run.tier, "Overrule the routing with this tier", {.type = "TIER"});
        parser.option("--journey", m_run.journey, "The user journey to record in the trace", {.type = "NAME"});
        parser.option("--environment", m_run.environment, "The environment to record in the trace", {.type = "NAME"});
        parser.flag("--trace", m_showTrace, "Show the trace below the answer");
        parser.examples({"touchstonectl run support-triage -s ticket='Charged twice' -s plan=business",
                         "touchstonectl run support-triage draft -i @ticket.json --trace"},
                        "The answer goes to standard output, what it took and cost to standard error.");
        return parser;
    }

    Result<ExitCode> run(Environment& environment) override {
        TOUCHSTONE_TRY(m_run.input, readInput());
        TOUCHSTONE_TRY(session::Session * session, environment.session());
        TOUCHSTONE_TRY(m_run.subject, readSubject(session->authoring()));
        const bool streams = !environment.json();
        bool streamed = false;
        const auto onDelta = [&](std::string_view text, bool restart) {
            if (!streams)
                return;
            if (restart)
                environment.out() << "\n(the answer starts again)\n";
            environment.out() << printable(text) << std::flush;
            streamed = true;
        };
        TOUCHSTONE_TRY(const engine::Outcome outcome, session::await<engine::Outcome>([&](auto done) {
                           session->running().run(m_run, environment.stop(), onDelta, std::move(done));
                       }));
        if (environment.json())
            environment.out() << toText(json(outcome)) << "\n";
        else
            print(environment, outcome, streamed);
        if (outcome.status == trace::Status::Cancelled)
            return ExitCode::Cancelled;
        return outcome.status == trace::Status::Ok ? ExitCode::Ok : ExitCode::RunNotOk;
    }

private:
    Result<Json> readInput() const {
        Json input = Json::object();
        if (m_input.starts_with('@')) {
            const std::string file = m_input.substr(1);
            TOUCHSTONE_TRY(const std::string text, session::readFile(file));
            TOUCHSTONE_TRY(input, readJsonFrom(file, text));
        } else if (!m_input.empty()) {
            TOUCHSTONE_TRY(input, readJsonFrom("--input", m_input));
        }
        if (!input.is_object())
            return Error{ErrorCode::InvalidArgument,
                         R"(--input takes a JSON object with the input's fields, such as {"text":"hello"})"};
        for (const std::string& field : m_fields) {
            const auto equals = field.find('=');
            if (equals == std::string::npos || equals == 0)
                return Error{ErrorCode::InvalidArgument, "--set takes name=text or name:=json, not '" + field + "'"};
            if (field[equals - 1] == ':') {
                const std::string name = field.substr(0, equals - 1);
                TOUCHSTONE_TRY(input[name], readJsonFrom("--set " + name, field.substr(equals + 1)));
            } else {
                input[field.substr(0, equals)] = field.substr(equals + 1);
            }
        }
        return input;
    }

    Result<session::Subject> readSubject(session::Authoring& authoring) const {
        const std::optional<std::string> branch = session::draftBranch(m_version);
        if (!branch) {
            TOUCHSTONE_TRY(const workflow::Version version, session::await<workflow::Version>([&](auto done) {
                               authoring.version(m_workflow, m_version, std::move(done));
                           }));
            return session::Subject{version.id, {}};
        }
        TOUCHSTONE_TRY(const session::OpenedDraft opened, session::await<session::OpenedDraft>([&](auto done) {
                           authoring.openDraft(m_workflow, *branch, std::move(done));
                       }));
        return session::Subject{{}, opened.draft.text};
    }

    static Json json(const engine::Outcome& outcome) {
        return {{"status", toString(outcome.status)},
                {"output", outcome.output},
                {"value", outcome.value},
                {"error", outcome.error},
                {"fell_back", outcome.fellBack},
                {"trace", trace::toJson(outcome.trace.summary)}};
    }

    void print(Environment& environment, const engine::Outcome& outcome, bool streamed) const {
        const bool changed = outcome.status == trace::Status::Ok && outcome.output != outcome.trace.detail.output;
        if (streamed)
            environment.out() << "\n";
        if ((!streamed && !outcome.output.empty()) || changed)
            environment.out() << printable(outcome.output) << "\n";
        if (!outcome.error.empty())
            environment.err() << (outcome.status == trace::Status::Ok ? "touchstonectl" : toString(outcome.status))
                              << ": " << printable(outcome.error) << "\n";
        if (const std::string words = providerWords(outcome.trace.detail); !words.empty() && !outcome.error.empty())
            environment.err() << "it says: " << words << "\n";
        const trace::Summary& summary = outcome.trace.summary;
        if (!outcome.fellBack.empty())
            environment.err() << "fell back to " << printable(summary.tier) << ", because "
                              << printable(outcome.fellBack) << "\n";
        environment.err() << printable(summary.tier) << (summary.tier.empty() ? "" : "  ")
                          << formatDuration(summary.duration) << "  " << summary.inputTokens << " → "
                          << summary.outputTokens << " tok  " << formatMoney(summary.cost) << "  trace "
                          << shortText(summary.id) << "\n";
        if (m_showTrace) {
            environment.out() << "\n";
            printTrace(environment.out(), outcome.trace);
        }
    }

    std::string m_workflow;
    std::string m_version = "main";
    std::string m_input;
    std::vector<std::string> m_fields;
    bool m_showTrace = false;
    session::RunInput m_run;
};

}  // namespace

std::unique_ptr<Command> makeRun() {
    return std::make_unique<Run>();
}

}  // namespace touchstone::ctl
