// SPDX-License-Identifier: Apache-2.0

#include "command.h"
#include "moment.h"
#include "output.h"
#include "session/trace_query.h"
#include "trace/trace_json.h"
#include "trace_output.h"

#include <charconv>
#include <utility>

namespace touchstone::ctl {
namespace {

using session::await;

class List final : public Command {
public:
    Parser declare(Parser& parent) override {
        Parser parser = parent.command("list", "List traces, newest first");
        parser.option("--filter", m_filter, "As in the window, all of the options below in one text",
                      {.type = "QUERY"});
        parser.option("--workflow", m_workflow, "Of this workflow", {.type = "WORKFLOW"});
        parser.option("--version", m_version, "Of this version (with --workflow)",
                      {.type = "VERSION", .needs = "--workflow"});
        parser.option("--status", m_status, "ok, invalid, blocked, failed or cancelled", {.type = "STATUS"});
        parser.option("--origin", m_origin, "production, experiment, try or replay", {.type = "ORIGIN"});
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
                         "touchstonectl traces list --filter 'status:invalid,failed latency>2s last:7d'"},
                        filterHelp());
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
        TOUCHSTONE_TRY_VOID(checkTimes(environment));
        TOUCHSTONE_TRY(const store::TraceFilter filter, await<store::TraceFilter>([&](auto done) {
                           session->traces().filterOf(query(), std::move(done));
                       }));
        TOUCHSTONE_TRY(const store::TracePage page, await<store::TracePage>([&](auto done) {
                           session->traces().list(filter, m_limit, {}, std::move(done));
                       }));
        if (environment.json())
            printJson(environment.out(), page.traces);
        else
            print(environment.out(), page);
        return ExitCode::Ok;
    }

private:
    static std::string filterHelp() {
        constexpr std::size_t kColumns = 100;
        std::string help =
            "A filter is terms with blanks between them, and texts; a comma says or, a '-' in front not:";
        std::size_t column = kColumns;
        for (const session::TraceKeyInfo& info : session::traceKeys()) {
            const bool fits = column + info.example.size() < kColumns;
            help.append(fits ? "  " : "\n  ").append(info.example);
            column = (fits ? column : 0) + info.example.size() + 2;
        }
        return help;
    }

    // The options are terms of the filter, too.
    std::string query() const {
        std::string query = m_filter;
        const auto add = [&](const char* key, const std::string& value) {
            if (!value.empty())
                query += std::string(" ") + key + session::quotedTraceValue(value);
        };
        add("workflow:", m_workflow);
        add("version:", m_version);
        add("status:", m_status);
        add("origin:", m_origin);
        add("feature:", m_feature);
        add("journey:", m_journey);
        add("environment:", m_environment);
        add("tier:", m_tier);
        add("provider:", m_provider);
        add("model:", m_model);
        add("feedback:", m_feedback);
        add("text:", m_text);
        add("after:", m_since);
        add("before:", m_until);
        if (m_slowerThan > 0)
            add("latency>", std::to_string(m_slowerThan) + "ms");
        return query;
    }

    // A wrong time is named by its option.
    Result<void> checkTimes(Environment& environment) const {
        TOUCHSTONE_TRY(const session::SessionParts parts, environment.parts());
        for (const auto& [option, text] : {std::pair("--since", &m_since), std::pair("--until", &m_until)})
            if (!text->empty()) {
                TOUCHSTONE_TRY_VOID(requireMoment(option, *text, parts.clock.wallNow()));
            }
        return {};
    }

    static Result<void> requireMoment(const std::string& option, const std::string& text, WallTime now) {
        TOUCHSTONE_TRY([[maybe_unused]] const WallTime moment, parseMoment(option, text, now));
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

    std::string m_filter;
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
        parser.option("thumb", m_thumb, "up or down; none leaves the thumb as it is",
                      {.required = true, .choices = {"up", "down", "none"}});
        parser.option("-m,--comment", m_comment, "Why", {.type = "TEXT"});
        parser.option("--score", m_score, "From 0 (useless) to 1 (perfect)", {.type = "NUMBER"});
        parser.option("--correction", m_correction, "What the answer should have been", {.type = "TEXT"});
        parser.examples(
            {"touchstonectl traces feedback 1a2b3c4 down -m 'wrong queue' --correction '{\"label\":\"billing\"}'",
             "touchstonectl traces feedback 1a2b3c4 none --score 0.7"});
        return parser;
    }

    Result<ExitCode> run(Environment& environment) override {
        TOUCHSTONE_TRY(session::Session * session, environment.session());
        TOUCHSTONE_TRY(const trace::Trace trace,
                       await<trace::Trace>([&](auto done) { session->traces().load(m_trace, std::move(done)); }));
        TOUCHSTONE_TRY(trace::Feedback feedback, readFeedback());
        const auto added = await<void>(
            [&](auto done) { session->traces().addFeedback(trace.summary.id, std::move(feedback), std::move(done)); });
        if (!added.ok())
            return added.error();
        printAnswer(environment, {{"trace", trace.summary.id.text}, {"feedback", m_thumb}},
                    "Noted " + m_thumb + " for trace " + shortText(trace.summary.id));
        return ExitCode::Ok;
    }

private:
    Result<trace::Feedback> readFeedback() const {
        trace::Feedback feedback;
        feedback.thumb = trace::parseThumb(m_thumb).value_or(trace::Thumb::None);
        feedback.comment = m_comment;
        feedback.correction = m_correction;
        if (m_score.empty())
            return feedback;
        double score = 0;
        const char* const end = m_score.data() + m_score.size();
        const auto [at, problem] = std::from_chars(m_score.data(), end, score);
        if (problem != std::errc() || at != end)
            return Error{ErrorCode::InvalidArgument, "--score is a number from 0 to 1, not '" + m_score + "'"};
        feedback.score = score;
        return feedback;
    }

    std::string m_trace;
    std::string m_thumb;
    std::string m_comment;
    std::string m_score;
    std::string m_correction;
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
