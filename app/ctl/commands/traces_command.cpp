// SPDX-License-Identifier: Apache-2.0

#include "command.h"
#include "moment.h"
#include "output.h"
#include "trace/trace_json.h"
#include "trace_output.h"

#include <algorithm>

namespace touchstone::ctl {
namespace {

using session::await;

class List final : public Command {
public:
    Parser declare(Parser& parent) override {
        Parser parser = parent.command("list", "List traces, newest first");
        parser.option("--workflow", m_workflow, "Of this workflow", {.type = "WORKFLOW"});
        parser.option("--version", m_version, "Of this version (with --workflow)",
                      {.type = "VERSION", .needs = "--workflow"});
        parser.option("--status", m_status, "ok, invalid, blocked, failed or cancelled", {.type = "STATUS"});
        parser.option("--origin", m_origin, "try, experiment or production", {.type = "ORIGIN"});
        parser.option("--feature", m_feature, "Of this feature", {.type = "NAME"});
        parser.option("--journey", m_journey, "Of this user journey", {.type = "NAME"});
        parser.option("--environment", m_environment, "Of this environment: production, staging, …", {.type = "NAME"});
        parser.option("--tier", m_tier, "Answered by this tier", {.type = "NAME"});
        parser.option("--provider", m_provider, "Answered by this provider", {.type = "NAME"});
        parser.option("--model", m_model, "Answered by this model", {.type = "NAME"});
        parser.option("--feedback", m_feedback, "up, down or none", {.type = "THUMB"});
        parser.option("--text", m_text, "With this text in input or output, whatever the case of its letters",
                      {.type = "TEXT"});
        parser.examples({"touchstonectl traces list --workflow help-answers --feedback down",
                         "touchstonectl traces list --feature support.triage --since 12h",
                         "touchstonectl traces list --slower-than 500 --json"});
        parser.option("--slower-than", m_slowerThan, "Longer than so many milliseconds",
                      {.type = "MS", .most = 1'000'000'000});
        parser.option("--since", m_since, "Begun then or later: 2026-11-23, 2026-11-23T16:30 (UTC), or 12h, 7d ago",
                      {.type = "TIME"});
        parser.option("--until", m_until, "Begun before then", {.type = "TIME"});
        parser.option("-n,--limit", m_limit, "At most so many, the newest", {.least = 1, .most = 10'000});
        return parser;
    }

    Result<ExitCode> run(Environment& environment) override {
        TOUCHSTONE_TRY(session::Session * session, environment.session(store::OpenMode::ReadOnly));
        TOUCHSTONE_TRY(const store::TraceFilter filter, makeFilter(environment, *session));
        TOUCHSTONE_TRY(const store::TracePage page, await<store::TracePage>([&](auto done) {
                           session->traces().list(filter, m_limit, {}, std::move(done));
                       }));
        if (page.traces.empty()) {
            TOUCHSTONE_TRY_VOID(requireWorkflow(session->authoring()));
        }
        if (environment.json())
            printJson(environment.out(), page.traces);
        else
            print(environment.out(), page);
        return ExitCode::Ok;
    }

private:
    // Nothing found for a workflow that is none is a slip of the pen, and no answer.
    Result<void> requireWorkflow(session::Authoring& authoring) const {
        if (m_workflow.empty())
            return {};
        TOUCHSTONE_TRY(const auto workflows, await<std::vector<store::WorkflowInfo>>(
                                                 [&](auto done) { authoring.workflows(std::move(done)); }));
        std::vector<std::string_view> names;
        for (const store::WorkflowInfo& workflow : workflows)
            names.push_back(workflow.name);
        if (std::ranges::find(names, m_workflow) != names.end())
            return {};
        const std::string nearest = nearestName(m_workflow, names);
        return Error{ErrorCode::NotFound,
                     "there is no workflow '" + m_workflow + "'" +
                         (nearest.empty() ? "; see touchstonectl log" : "; did you mean '" + nearest + "'?")};
    }

    Result<store::TraceFilter> makeFilter(Environment& environment, session::Session& session) const {
        store::TraceFilter filter;
        if (!m_text.empty())
            filter.texts = {m_text};
        addGiven(filter.workflow, m_workflow);
        addGiven(filter.feature, m_feature);
        addGiven(filter.journey, m_journey);
        addGiven(filter.environment, m_environment);
        addGiven(filter.tier, m_tier);
        addGiven(filter.provider, m_provider);
        addGiven(filter.model, m_model);
        if (m_slowerThan > 0)
            filter.minLatency = std::chrono::nanoseconds(static_cast<std::int64_t>(m_slowerThan * 1e6));
        if (!m_version.empty()) {
            TOUCHSTONE_TRY(const workflow::Version version, await<workflow::Version>([&](auto done) {
                               session.authoring().version(m_workflow, m_version, std::move(done));
                           }));
            filter.version = version.id;
        }
        TOUCHSTONE_TRY_VOID(addWords(filter));
        TOUCHSTONE_TRY_VOID(addTimes(environment, filter));
        return filter;
    }

    static void addGiven(store::AnyOf<std::string>& member, const std::string& value) {
        if (!value.empty())
            member = value;
    }

    // False when the word is given and is none.
    template <class State>
    static bool addWord(store::AnyOf<State>& member, const std::string& word,
                        std::optional<State> (*parse)(std::string_view)) {
        if (word.empty())
            return true;
        const std::optional<State> state = parse(word);
        if (state)
            member = *state;
        return state.has_value();
    }

    Result<void> addWords(store::TraceFilter& filter) const {
        if (!addWord(filter.status, m_status, trace::parseStatus))
            return Error{ErrorCode::InvalidArgument,
                         "--status is ok, invalid, blocked, failed or cancelled, not '" + m_status + "'"};
        if (!addWord(filter.origin, m_origin, trace::parseOrigin))
            return Error{ErrorCode::InvalidArgument,
                         "--origin is try, experiment or production, not '" + m_origin + "'"};
        if (!addWord(filter.feedback, m_feedback, trace::parseThumb))
            return Error{ErrorCode::InvalidArgument, "--feedback is up, down or none, not '" + m_feedback + "'"};
        return {};
    }

    Result<void> addTimes(Environment& environment, store::TraceFilter& filter) const {
        TOUCHSTONE_TRY(const session::SessionParts parts, environment.parts());
        const WallTime now = parts.clock.wallNow();
        if (!m_since.empty()) {
            TOUCHSTONE_TRY(filter.from, parseMoment("--since", m_since, now));
        }
        if (!m_until.empty()) {
            TOUCHSTONE_TRY(filter.to, parseMoment("--until", m_until, now));
        }
        return {};
    }

    static void printJson(std::ostream& out, const std::vector<trace::Summary>& traces) {
        Json list = Json::array();
        for (const trace::Summary& summary : traces)
            list.push_back(trace::toJson(summary));
        out << toText(list) << "\n";
    }

    // As a rule within a hundred columns; `traces show` and --json have the rest.
    static void print(std::ostream& out, const store::TracePage& page) {
        std::vector<std::vector<std::string>> rows = {
            {"trace", "when (UTC)", "workflow", "version", "journey", "status", "tier", "time", "cost", "thumb"}};
        for (const trace::Summary& summary : page.traces)
            rows.push_back({shortText(summary.id), minuteOf(summary.start), oneLine(summary.workflow, 18),
                            summary.version.empty() ? "draft" : shortText(summary.version),
                            oneLine(summary.context.journey, 14), std::string(toString(summary.status)),
                            oneLine(summary.tier, 10), formatDuration(summary.duration), formatMoney(summary.cost),
                            summary.feedback == trace::Thumb::None ? "" : std::string(toString(summary.feedback))});
        printTable(out, rows);
        if (page.next)
            out << "… and more: raise --limit or narrow the list\n";
    }

    static std::string minuteOf(WallTime time) {
        std::string text = trace::toIso8601(time).substr(0, 16);
        text[10] = ' ';
        return text;
    }

    std::string m_workflow;
    std::string m_version;
    std::string m_status;
    std::string m_origin;
    std::string m_feature;
    std::string m_journey;
    std::string m_environment;
    std::string m_tier;
    std::string m_provider;
    std::string m_model;
    std::string m_since;
    std::string m_until;
    std::string m_feedback;
    std::string m_text;
    double m_slowerThan = 0;
    std::size_t m_limit = 20;
};

class Show final : public Command {
public:
    Parser declare(Parser& parent) override {
        Parser parser = parent.command("show", "Everything about one trace");
        parser.option("trace", m_trace, "Its id, or the beginning of it", {.required = true});
        parser.examples({"touchstonectl traces show 1a2b3c4"});
        return parser;
    }

    Result<ExitCode> run(Environment& environment) override {
        TOUCHSTONE_TRY(session::Session * session, environment.session(store::OpenMode::ReadOnly));
        TOUCHSTONE_TRY(const trace::Trace trace,
                       await<trace::Trace>([&](auto done) { session->traces().load(m_trace, std::move(done)); }));
        if (environment.json())
            environment.out() << toText({{"summary", trace::toJson(trace.summary)},
                                         {"detail", trace::toJson(trace.detail, true)}})
                              << "\n";
        else
            printTrace(environment.out(), trace);
        return ExitCode::Ok;
    }

private:
    std::string m_trace;
};

class Feedback final : public Command {
public:
    Parser declare(Parser& parent) override {
        Parser parser = parent.command("feedback", "Say whether an answer was good");
        parser.option("trace", m_trace, "The trace's id, or the beginning of it", {.required = true});
        parser.option("thumb", m_thumb, "up or down", {.required = true, .choices = {"up", "down"}});
        parser.option("-m,--comment", m_comment, "Why", {.type = "TEXT"});
        parser.examples({"touchstonectl traces feedback 1a2b3c4 down -m 'wrong queue'"});
        return parser;
    }

    Result<ExitCode> run(Environment& environment) override {
        TOUCHSTONE_TRY(session::Session * session, environment.session());
        TOUCHSTONE_TRY(const trace::Trace trace,
                       await<trace::Trace>([&](auto done) { session->traces().load(m_trace, std::move(done)); }));
        const trace::Thumb thumb = m_thumb == "up" ? trace::Thumb::Up : trace::Thumb::Down;
        const auto added = await<void>([&](auto done) {
            session->traces().addFeedback(trace.summary.id, {thumb, m_comment, {}}, std::move(done));
        });
        if (!added.ok())
            return added.error();
        printAnswer(environment, {{"trace", trace.summary.id.text}, {"feedback", m_thumb}},
                    "Noted " + m_thumb + " for trace " + shortText(trace.summary.id));
        return ExitCode::Ok;
    }

private:
    std::string m_trace;
    std::string m_thumb;
    std::string m_comment;
};

}  // namespace

std::unique_ptr<Command> makeTraces() {
    return std::make_unique<List>();
}
std::unique_ptr<Command> makeTraceShow() {
    return std::make_unique<Show>();
}
std::unique_ptr<Command> makeFeedback() {
    return std::make_unique<Feedback>();
}

}  // namespace touchstone::ctl
