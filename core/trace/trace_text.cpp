// SPDX-License-Identifier: Apache-2.0

#include "trace/trace_text.h"

#include "json_writer.h"

#include <concepts>

namespace touchstone::trace {
namespace {

void member(JsonWriter& json, std::string_view key, std::string_view value) {
    json.key(key);
    json.string(value);
}

template <std::integral Integer>
void member(JsonWriter& json, std::string_view key, Integer value) {
    json.key(key);
    json.integer(value);
}

void write(JsonWriter& json, const SourceRecord& source) {
    member(json, "index", source.index);
    member(json, "document", source.document);
    member(json, "title", source.title);
    member(json, "begin", source.begin);
    member(json, "end", source.end);
    json.key("score");
    json.real(source.score);
    member(json, "tokens", source.tokens);
}

void write(JsonWriter& json, const ValidationFailure& failure) {
    member(json, "pointer", failure.pointer);
    member(json, "message", failure.message);
}

void write(JsonWriter& json, const PolicyRecord& record) {
    member(json, "rule", record.rule);
    member(json, "stage", record.stage);
    member(json, "action", record.action);
    member(json, "where", record.where);
    member(json, "hits", record.hits);
    member(json, "message", record.message);
}

void write(JsonWriter& json, const Span& span) {
    member(json, "id", span.id.text);
    member(json, "parent", span.parent.text);
    member(json, "name", span.name);
    member(json, "start_ns", span.start.count());
    member(json, "duration_ns", span.duration.count());
    member(json, "status", toString(span.status));
    if (!span.message.empty())
        member(json, "message", span.message);
    if (!span.attributes.empty()) {
        json.key("attributes");
        json.value(span.attributes);
    }
}

template <class T>
void list(JsonWriter& json, std::string_view key, const std::vector<T>& items) {
    json.key(key);
    json.beginArray();
    for (const T& item : items) {
        json.beginObject();
        write(json, item);
        json.endObject();
    }
    json.endArray();
}

Result<void> resultOf(const JsonWriter& json, std::string_view what) {
    if (!json.tooDeep())
        return {};
    return Error{ErrorCode::InvalidArgument, std::string(what) + " is nested deeper than " +
                                                 std::to_string(JsonLimits().depth) + " levels. Flatten it"};
}

}  // namespace

Result<void> appendText(std::string& text, const Json& value) {
    JsonWriter json(text);
    json.value(value);
    return resultOf(json, "the value");
}

Result<void> appendText(std::string& text, const Detail& detail) {
    JsonWriter json(text);
    json.beginObject();
    list(json, "sources", detail.sources);
    list(json, "validation", detail.validation);
    list(json, "policy", detail.policy);
    list(json, "spans", detail.spans);
    member(json, "error", detail.error);
    json.endObject();
    return resultOf(json, "an attribute of a span");
}

}  // namespace touchstone::trace
