// SPDX-License-Identifier: Apache-2.0

#include "trace/trace_json.h"

#include <array>
#include <charconv>
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
        list.push_back({{"thumb", toString(entry.thumb)},
                        {"comment", entry.comment},
                        {"at", toIso8601(entry.at)},
                        {"score", entry.score ? Json(*entry.score) : Json(nullptr)},
                        {"correction", entry.correction}});
    return list;
}

Error notATrace(const std::string& pointer, std::string_view problem) {
    return {ErrorCode::Corrupt,
            "trace detail: " + (pointer.empty() ? "it" : pointer) + " is not " + std::string(problem)};
}

// What the list `key` holds; it may be absent.
template <class T>
Result<std::vector<T>> parseList(const Json& json, std::string_view key, std::optional<T> (*parse)(const Json& item)) {
    std::vector<T> items;
    const Json* list = memberAt(json, key);
    if (!list)
        return items;
    const std::string pointer = childPointer("", key);
    if (!list->is_array())
        return notATrace(pointer, "a list");
    for (std::size_t i = 0; i < list->size(); ++i) {
        std::optional<T> item = (*list)[i].is_object() ? parse((*list)[i]) : std::nullopt;
        if (!item)
            return notATrace(childPointer(pointer, i), "what a trace holds there");
        items.push_back(*std::move(item));
    }
    return items;
}

std::optional<Span> parseSpan(const Json& item) {
    const std::optional<SpanStatus> status = parseSpanStatus(stringAt(item, "status"));
    const Json* attributes = memberAt(item, "attributes");
    if (!status || (attributes && !attributes->is_object()))
        return std::nullopt;
    Span span;
    span.id = SpanId(stringAt(item, "id"));
    span.parent = SpanId(stringAt(item, "parent"));
    span.name = stringAt(item, "name");
    span.start = std::chrono::nanoseconds(integerAt(item, "start_ns"));
    span.duration = std::chrono::nanoseconds(integerAt(item, "duration_ns"));
    span.status = *status;
    span.message = stringAt(item, "message");
    if (attributes)
        span.attributes = *attributes;
    return span;
}

std::optional<SourceRecord> parseSource(const Json& item) {
    const std::int64_t begin = integerAt(item, "begin");
    const std::int64_t end = integerAt(item, "end");
    if (begin < 0 || end < begin)
        return std::nullopt;
    return SourceRecord{integerAt(item, "index"),        stringAt(item, "document"),    stringAt(item, "title"),
                        static_cast<std::size_t>(begin), static_cast<std::size_t>(end), numberAt(item, "score"),
                        integerAt(item, "tokens")};
}

std::optional<ValidationFailure> parseValidation(const Json& item) {
    return ValidationFailure{stringAt(item, "pointer"), stringAt(item, "message")};
}

std::optional<PolicyRecord> parsePolicy(const Json& item) {
    return PolicyRecord{stringAt(item, "rule"),  stringAt(item, "stage"), stringAt(item, "action"),
                        stringAt(item, "where"), integerAt(item, "hits"), stringAt(item, "message")};
}

std::optional<Feedback> parseFeedback(const Json& item) {
    const std::optional<Thumb> thumb = parseThumb(stringAt(item, "thumb"));
    const std::optional<WallTime> at = parseIso8601(stringAt(item, "at"));
    if (!thumb || !at)
        return std::nullopt;
    const Json* score = memberAt(item, "score");
    return Feedback{*thumb, stringAt(item, "comment"), *at,
                    score && score->is_number() ? std::optional(score->get<double>()) : std::nullopt,
                    stringAt(item, "correction")};
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

std::optional<WallTime> parseIso8601(std::string_view text) {
    constexpr std::string_view kForm = "0000-00-00T00:00:00.000Z";
    if (text.size() != kForm.size())
        return std::nullopt;
    for (std::size_t i = 0; i < kForm.size(); ++i)
        if (kForm[i] == '0' ? text[i] < '0' || text[i] > '9' : text[i] != kForm[i])
            return std::nullopt;
    const auto number = [text](std::size_t begin, std::size_t length) {
        int value = 0;
        std::from_chars(text.data() + begin, text.data() + begin + length, value);
        return value;
    };
    using namespace std::chrono;
    const year_month_day day{year(number(0, 4)), month(static_cast<unsigned>(number(5, 2))),
                             std::chrono::day(static_cast<unsigned>(number(8, 2)))};
    const bool inRange = day.year() > year(1677) && day.year() < year(2262);  // what 64 bits of nanoseconds hold
    if (!day.ok() || !inRange || number(11, 2) > 23 || number(14, 2) > 59 || number(17, 2) > 59)
        return std::nullopt;
    return WallTime(sys_days(day)) + hours(number(11, 2)) + minutes(number(14, 2)) + seconds(number(17, 2)) +
           milliseconds(number(20, 3));
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
    if (!json.is_object())
        return notATrace("", "an object");
    Detail detail;
    if (const Json* input = memberAt(json, "input"))
        detail.input = *input;
    detail.output = stringAt(json, "output");
    if (const Json* messages = memberAt(json, "messages")) {
        if (!messages->is_array())
            return notATrace("/messages", "a list");
        detail.messages = *messages;
    }
    TOUCHSTONE_TRY(detail.sources, parseList(json, "sources", parseSource));
    TOUCHSTONE_TRY(detail.validation, parseList(json, "validation", parseValidation));
    TOUCHSTONE_TRY(detail.policy, parseList(json, "policy", parsePolicy));
    TOUCHSTONE_TRY(detail.spans, parseList(json, "spans", parseSpan));
    TOUCHSTONE_TRY(detail.feedback, parseList(json, "feedback", parseFeedback));
    detail.error = stringAt(json, "error");
    return detail;
}

}  // namespace touchstone::trace
