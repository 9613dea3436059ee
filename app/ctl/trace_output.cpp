// SPDX-License-Identifier: Apache-2.0

#include "trace_output.h"

#include "output.h"
#include "text/utf8.h"
#include "trace/trace_json.h"

#include <algorithm>
#include <map>

namespace touchstone::ctl {
namespace {

std::string padded(std::string text, std::size_t columns) {
    text.append(columns - std::min(columns, text::countCodePoints(text)), ' ');
    return text;
}

void printFact(std::ostream& out, const char* name, const std::string& value) {
    constexpr std::size_t kNameColumns = 12;
    if (!value.empty())
        out << padded(name, kNameColumns) << printable(value) << "\n";
}

void printHeading(std::ostream& out, const char* text) {
    out << "\n" << text << "\n";
}

// Every line of a text from outside, moved to the right.
void printIndented(std::ostream& out, std::string_view text, std::size_t columns) {
    const std::string margin(columns, ' ');
    while (text.ends_with('\n'))
        text.remove_suffix(1);
    for (;;) {
        const auto end = text.find('\n');
        out << (end == 0 || text.empty() ? "" : margin) << printable(text.substr(0, end)) << "\n";
        if (end == std::string_view::npos)
            return;
        text.remove_prefix(end + 1);
    }
}

std::string shownTime(WallTime time) {
    std::string text = trace::toIso8601(time);
    text[text.find('T')] = ' ';
    text.pop_back();
    return text + " UTC";
}

std::string attemptsText(const trace::Summary& summary) {
    if (summary.attempts == 0)
        return "no model was called";
    std::string text = std::to_string(summary.attempts) + (summary.attempts == 1 ? " call" : " calls");
    if (summary.retries > 0)
        text += ", " + std::to_string(summary.retries) + " of them repeated";
    return text + (summary.fellBack ? ", fell back" : "");
}

std::string textOf(const Json& value) {
    if (value.is_string())
        return value.get<std::string>();
    if (!value.is_array())
        return toText(value);
    std::string text;
    for (const Json& item : value)
        text += (text.empty() ? "" : "; ") + (item.is_string() ? item.get<std::string>() : toText(item));
    return text;
}

// An attribute of the span that routed.
std::string routeText(const trace::Detail& detail, std::string_view key) {
    for (const trace::Span& span : detail.spans)
        if (const Json* value = memberAt(span.attributes, key))
            return textOf(*value);
    return {};
}

void printFeedback(std::ostream& out, const trace::Feedback& feedback) {
    printFact(out, "feedback",
              std::string(toString(feedback.thumb)) + ", " + shownTime(feedback.at) +
                  (feedback.score ? ", score " + formatFixed(*feedback.score, 2) : "") +
                  (feedback.comment.empty() ? "" : ": " + feedback.comment));
    if (!feedback.correction.empty()) {
        out << "  it should have been\n";
        printIndented(out, feedback.correction, 4);
    }
}

void printSummary(std::ostream& out, const trace::Trace& trace) {
    const trace::Summary& summary = trace.summary;
    printFact(out, "trace", summary.id.text);
    printFact(out, "when", shownTime(summary.start));
    printFact(out, "workflow",
              summary.workflow + ", " +
                  (summary.version.empty() ? "draft " + summary.document.substr(0, 7)
                                           : "version " + shortText(summary.version)));
    printFact(out, "feature", summary.context.feature);
    printFact(out, "journey", summary.context.journey);
    printFact(out, "environment", summary.context.environment);
    printFact(out, "origin", std::string(toString(summary.origin)));
    printFact(out, "status", std::string(toString(summary.status)));
    printFact(out, "error", trace.detail.error);
    printFact(out, "it says", trace.detail.error.empty() ? "" : providerWords(trace.detail));
    if (!summary.tier.empty())
        printFact(out, "tier", summary.tier + ": " + summary.model + " of " + summary.provider);
    printFact(out, "routed by", routeText(trace.detail, "touchstone.route.reason"));
    printFact(out, "passed over", routeText(trace.detail, "touchstone.route.passed_over"));
    printFact(out, "fell back", routeText(trace.detail, "touchstone.route.fell_back"));
    printFact(out, "attempts", attemptsText(summary));
    printFact(out, "took",
              formatDuration(summary.duration) + ", " + std::to_string(summary.inputTokens) + " → " +
                  std::to_string(summary.outputTokens) + " tokens" + (summary.tokensEstimated ? " (estimated)" : "") +
                  ", " + formatMoney(summary.cost));
    for (const trace::Feedback& feedback : trace.detail.feedback)
        printFeedback(out, feedback);
}

void printInput(std::ostream& out, const Json& input) {
    if (!input.is_object())
        return;
    printHeading(out, "input");
    for (const auto& field : input.items()) {
        out << "  " << printable(field.key()) << "\n";
        printIndented(out, field.value().is_string() ? field.value().get<std::string>() : toText(field.value()), 4);
    }
}

void printMessages(std::ostream& out, const Json& messages) {
    if (!messages.is_array() || messages.empty())
        return;
    printHeading(out, "messages");
    for (const Json& message : messages) {
        out << "  " << printable(stringAt(message, "role")) << "\n";
        printIndented(out, stringAt(message, "content"), 4);
    }
}

void printAnswer(std::ostream& out, const trace::Detail& detail) {
    if (!detail.output.empty()) {
        printHeading(out, "answer");
        printIndented(out, detail.output, 2);
    }
    if (!detail.validation.empty())
        printHeading(out, "what is wrong with the answer");
    for (const trace::ValidationFailure& failure : detail.validation)
        out << "  " << printable(failure.pointer.empty() ? "" : failure.pointer + ": ") << printable(failure.message)
            << "\n";
}

void printSources(std::ostream& out, const std::vector<trace::SourceRecord>& sources) {
    if (sources.empty())
        return;
    printHeading(out, "sources");
    std::vector<std::vector<std::string>> rows = {{"", "title", "place", "score", "tokens"}};
    for (const trace::SourceRecord& source : sources)
        rows.push_back({"  [" + std::to_string(source.index) + "]", source.title,
                        source.document + ":" + std::to_string(source.begin) + "-" + std::to_string(source.end),
                        formatFixed(source.score, 2), std::to_string(source.tokens)});
    printTable(out, rows);
}

void printPolicy(std::ostream& out, const std::vector<trace::PolicyRecord>& verdicts) {
    if (verdicts.empty())
        return;
    printHeading(out, "policy");
    std::vector<std::vector<std::string>> rows = {{"", "stage", "rule", "action", "where", "hits", "why"}};
    for (const trace::PolicyRecord& verdict : verdicts)
        rows.push_back({"", verdict.stage, verdict.rule, verdict.action, verdict.where, std::to_string(verdict.hits),
                        verdict.message});
    printTable(out, rows);
}

// "▇" for each fortieth of the run that the span took, where it took it.
std::string barOf(const trace::Span& span, double total) {
    constexpr double kColumns = 40;
    const auto columns = [total](std::chrono::nanoseconds time) {
        return static_cast<std::size_t>(kColumns * std::clamp(static_cast<double>(time.count()) / total, 0.0, 1.0));
    };
    std::string bar(columns(span.start), ' ');
    for (std::size_t i = 0; i < std::max<std::size_t>(1, columns(span.duration)); ++i)
        bar += "▇";
    return bar;
}

// How many spans stand around one; a parent begins before its children.
std::vector<std::size_t> depthsOf(const std::vector<trace::Span>& spans) {
    std::vector<std::size_t> depths;
    std::map<std::string, std::size_t> known;
    for (const trace::Span& span : spans) {
        const auto parent = known.find(span.parent.text);
        depths.push_back(parent == known.end() ? 0 : parent->second + 1);
        known.emplace(span.id.text, depths.back());
    }
    return depths;
}

void printSpans(std::ostream& out, const trace::Trace& trace) {
    constexpr std::size_t kNameColumns = 32;
    constexpr std::size_t kDeepest = 4;
    constexpr std::size_t kWidestMessage = 60;
    const double total = std::max(1.0, static_cast<double>(trace.summary.duration.count()));
    printHeading(out, "spans");
    const std::vector<std::size_t> depths = depthsOf(trace.detail.spans);
    for (std::size_t i = 0; i < depths.size(); ++i) {
        const trace::Span& span = trace.detail.spans[i];
        const std::string margin(2 * (std::min(depths[i], kDeepest) + 1), ' ');
        out << padded(margin + oneLine(span.name, kNameColumns - margin.size() - 2), kNameColumns) << barOf(span, total)
            << " " << formatDuration(span.duration)
            << (span.status == trace::SpanStatus::Ok ? "" : "  ✕ " + oneLine(span.message, kWidestMessage)) << "\n";
    }
}

}  // namespace

std::string providerWords(const trace::Detail& detail) {
    constexpr std::size_t kWidest = 300;
    for (auto span = detail.spans.rbegin(); span != detail.spans.rend(); ++span)
        if (const Json* words = memberAt(span->attributes, "touchstone.provider.text"))
            return oneLine(textOf(*words), kWidest);
    return {};
}

void printTrace(std::ostream& out, const trace::Trace& trace) {
    printSummary(out, trace);
    printInput(out, trace.detail.input);
    printAnswer(out, trace.detail);
    printPolicy(out, trace.detail.policy);
    printSources(out, trace.detail.sources);
    printMessages(out, trace.detail.messages);
    printSpans(out, trace);
}

}  // namespace touchstone::ctl
