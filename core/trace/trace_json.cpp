// SPDX-License-Identifier: Apache-2.0

#include "trace/trace_json.h"

#include <ctime>

namespace touchstone::trace {
namespace {

Json spansJson(const std::vector<Span>& spans) {
    Json list = Json::array();
    for (const Span& span : spans) {
        Json item = {{"id", span.id.text},
                     {"parent", span.parent.text},
                     {"name", span.name},
                     {"start_ns", span.start.count()},
                     {"duration_ns", span.duration.count()},
                     {"status", toString(span.status)}};
        if (!span.message.empty())
            item["message"] = span.message;
        if (!span.attributes.empty())
            item["attributes"] = span.attributes;
        list.push_back(std::move(item));
    }
    return list;
}

Json sourcesJson(const std::vector<SourceRecord>& sources) {
    Json list = Json::array();
    for (const SourceRecord& source : sources)
        list.push_back({{"index", source.index},
                        {"document", source.document},
                        {"title", source.title},
                        {"begin", source.begin},
                        {"end", source.end},
                        {"score", source.score},
                        {"tokens", source.tokens}});
    return list;
}

Json policyJson(const std::vector<PolicyRecord>& records) {
    Json list = Json::array();
    for (const PolicyRecord& record : records)
        list.push_back({{"rule", record.rule},
                        {"stage", record.stage},
                        {"action", record.action},
                        {"where", record.where},
                        {"hits", record.hits},
                        {"message", record.message}});
    return list;
}

Json feedbackJson(const std::vector<Feedback>& feedback) {
    Json list = Json::array();
    for (const Feedback& entry : feedback)
        list.push_back({{"thumb", toString(entry.thumb)}, {"comment", entry.comment}, {"at", toIso8601(entry.at)}});
    return list;
}

// The elements of the list `key`, which may be absent.
Result<const Json*> listAt(const Json& json, std::string_view key) {
    static const Json kEmpty = Json::array();
    const Json* list = memberAt(json, key);
    if (!list)
        return &kEmpty;
    if (!list->is_array())
        return Error{ErrorCode::Corrupt, "trace detail: /" + std::string(key) + " is not a list"};
    return list;
}

Span parseSpan(const Json& item) {
    Span span;
    span.id = SpanId(stringAt(item, "id"));
    span.parent = SpanId(stringAt(item, "parent"));
    span.name = stringAt(item, "name");
    span.start = std::chrono::nanoseconds(integerAt(item, "start_ns"));
    span.duration = std::chrono::nanoseconds(integerAt(item, "duration_ns"));
    span.status = parseSpanStatus(stringAt(item, "status")).value_or(SpanStatus::Error);
    span.message = stringAt(item, "message");
    if (const Json* attributes = memberAt(item, "attributes"))
        span.attributes = *attributes;
    return span;
}

SourceRecord parseSource(const Json& item) {
    return {integerAt(item, "index"),
            stringAt(item, "document"),
            stringAt(item, "title"),
            static_cast<std::size_t>(integerAt(item, "begin")),
            static_cast<std::size_t>(integerAt(item, "end")),
            numberAt(item, "score"),
            integerAt(item, "tokens")};
}

}  // namespace

std::string toIso8601(WallTime time) {
    const auto milliseconds = std::chrono::floor<std::chrono::milliseconds>(time).time_since_epoch().count();
    std::int64_t seconds = milliseconds / 1000;
    std::int64_t rest = milliseconds % 1000;
    if (rest < 0) {
        rest += 1000;
        --seconds;
    }
    const std::time_t whole = seconds;
    std::tm parts{};
    gmtime_r(&whole, &parts);
    std::array<char, 32> buffer{};
    const std::size_t length = std::strftime(buffer.data(), buffer.size(), "%Y-%m-%dT%H:%M:%S", &parts);
    const std::string fraction = std::to_string(1000 + rest);
    return std::string(buffer.data(), length) + "." + fraction.substr(1) + "Z";
}

Json toJson(const Summary& summary) {
    return {{"id", summary.id.text},
            {"start", toIso8601(summary.start)},
            {"duration_ms", static_cast<double>(summary.duration.count()) / 1e6},
            {"workflow", summary.workflow},
            {"version", summary.version.empty() ? Json(nullptr) : Json(summary.version.text)},
            {"document", summary.document},
            {"origin", toString(summary.origin)},
            {"feature", summary.context.feature},
            {"journey", summary.context.journey},
            {"environment", summary.context.environment},
            {"status", toString(summary.status)},
            {"tier", summary.tier},
            {"provider", summary.provider},
            {"model", summary.model},
            {"input_tokens", summary.inputTokens},
            {"output_tokens", summary.outputTokens},
            {"tokens_estimated", summary.tokensEstimated},
            {"cost_usd", summary.cost ? Json(summary.cost->toDecimal()) : Json(nullptr)},
            {"attempts", summary.attempts},
            {"retries", summary.retries},
            {"fell_back", summary.fellBack},
            {"feedback", toString(summary.feedback)}};
}

Json toJson(const Detail& detail, bool withPayload) {
    Json json = Json::object();
    if (withPayload) {
        json["input"] = detail.input;
        json["output"] = detail.output;
        json["messages"] = detail.messages;
    }
    json["sources"] = sourcesJson(detail.sources);
    Json validation = Json::array();
    for (const ValidationFailure& failure : detail.validation)
        validation.push_back({{"pointer", failure.pointer}, {"message", failure.message}});
    json["validation"] = std::move(validation);
    json["policy"] = policyJson(detail.policy);
    json["spans"] = spansJson(detail.spans);
    json["error"] = detail.error;
    if (withPayload)
        json["feedback"] = feedbackJson(detail.feedback);
    return json;
}

Result<Detail> parseDetail(const Json& json) {
    Detail detail;
    if (const Json* input = memberAt(json, "input"))
        detail.input = *input;
    detail.output = stringAt(json, "output");
    TOUCHSTONE_TRY(const Json* messages, listAt(json, "messages"));
    detail.messages = *messages;
    TOUCHSTONE_TRY(const Json* sources, listAt(json, "sources"));
    for (const Json& item : *sources)
        detail.sources.push_back(parseSource(item));
    TOUCHSTONE_TRY(const Json* validation, listAt(json, "validation"));
    for (const Json& item : *validation)
        detail.validation.push_back({stringAt(item, "pointer"), stringAt(item, "message")});
    TOUCHSTONE_TRY(const Json* policy, listAt(json, "policy"));
    for (const Json& item : *policy)
        detail.policy.push_back({stringAt(item, "rule"), stringAt(item, "stage"), stringAt(item, "action"),
                                 stringAt(item, "where"), integerAt(item, "hits"), stringAt(item, "message")});
    TOUCHSTONE_TRY(const Json* spans, listAt(json, "spans"));
    for (const Json& item : *spans)
        detail.spans.push_back(parseSpan(item));
    detail.error = stringAt(json, "error");
    return detail;
}

}  // namespace touchstone::trace
