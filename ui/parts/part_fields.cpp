// SPDX-License-Identifier: GPL-3.0-or-later

#include "part_fields.h"

#include "engine/prepared.h"
#include "uiparts/part_promise.h"
#include "uistate/text.h"
#include "workflow/parse.h"

#include <QCoreApplication>

#include <algorithm>

namespace touchstone::ui {
namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(PartFields)
};

bool isRefused(const std::string& part, const std::string& key, const Json& value) {
    const std::string pointer = "/" + part + "/" + key;
    const auto findings = engine::unsupportedSettings({{part, {{key, value}}}});
    return std::any_of(findings.begin(), findings.end(),
                       [&](const Finding& finding) { return finding.pointer == pointer; });
}

// A value the field could have, to ask whether the engine carries it out.
Json sampleOf(const FieldSpec& field) {
    if (field.kind == FieldKind::Flag)
        return true;
    return field.kind == FieldKind::Number ? Json(1) : Json("sample");
}

FieldSpec completed(const std::string& part, FieldSpec field, const std::string& at) {
    field.schema = memberSchema(at + "/properties/" + field.key);
    if (!partPromise(part).isEmpty())
        return field;  // said once, of the whole part
    for (FieldChoice& choice : field.choices)
        choice.refused =
            isRefused(part, field.key, field.kind == FieldKind::Set ? Json::array({choice.value}) : Json(choice.value));
    field.refused = field.choices.empty() && isRefused(part, field.key, sampleOf(field));
    return field;
}

std::vector<FieldSpec> fieldsOf(const std::string& part, std::vector<FieldSpec> fields) {
    for (FieldSpec& field : fields)
        field = completed(part, std::move(field), "/properties/" + part);
    return fields;
}

}  // namespace

Json memberSchema(const std::string& pointer) {
    const Json& document = workflow::documentSchema();
    const Json* found = resolvePointer(document, pointer);
    Json schema = found ? *found : Json::object();
    if (const Json* reference = memberAt(schema, "$ref"); reference && reference->is_string())
        if (const Json* target = resolvePointer(document, reference->get<std::string>().substr(1)))
            for (auto member = target->begin(); member != target->end(); ++member)
                if (!schema.contains(member.key()))
                    schema[member.key()] = member.value();
    schema.erase("$ref");
    return schema;
}

std::vector<FieldSpec> budgetFields(const std::function<QStringList()>& tiers) {
    const auto routes = [tiers] {
        QStringList words;
        for (const QString& tier : tiers())
            words.append(QStringLiteral("route:%1").arg(tier));
        return words;
    };
    FieldSpec near{.key = "when_near",
                   .kind = FieldKind::Code,
                   .title = Words::tr("When nearly spent"),
                   .help = Words::tr("Sends runs to a cheaper tier when the day's budget is nearly spent."),
                   .suggestions = routes,
                   .wrong = Words::tr("Write “route:” and the name of a tier, such as “route:small”.")};
    return fieldsOf("budget", {{.key = "per_run_usd",
                                .kind = FieldKind::Number,
                                .title = Words::tr("Per run"),
                                .help = Words::tr("Most that one run may cost; it stops before it would cost more."),
                                .unit = Words::tr("US dollars")},
                               {.key = "per_day_usd",
                                .kind = FieldKind::Number,
                                .title = Words::tr("Per day"),
                                .help = Words::tr("Most that all runs of a day may cost together."),
                                .unit = Words::tr("US dollars")},
                               std::move(near),
                               {.key = "when_spent",
                                .kind = FieldKind::Choice,
                                .title = Words::tr("When spent"),
                                .help = Words::tr("What happens to a run when nothing is left."),
                                .choices = {{"block", Words::tr("Refuse runs")},
                                            {"cache-only", Words::tr("Answer from the cache, else refuse")}}}});
}

std::vector<FieldSpec> cacheFields() {
    return fieldsOf("cache", {{.key = "mode",
                               .kind = FieldKind::Choice,
                               .title = Words::tr("Mode"),
                               .help = Words::tr("When an earlier answer is used again instead of asking the model."),
                               .choices = {{"off", Words::tr("Off: always ask")},
                                           {"exact", Words::tr("Exact: the same prompt to the same tier")},
                                           {"semantic", Words::tr("Semantic: a prompt close enough in meaning")}}},
                              {.key = "ttl_s",
                               .kind = FieldKind::Number,
                               .title = Words::tr("Keep for"),
                               .help = Words::tr("How long an answer stays usable. A day has 86400 seconds."),
                               .unit = Words::tr("seconds")},
                              {.key = "min_similarity",
                               .kind = FieldKind::Number,
                               .title = Words::tr("Lowest similarity"),
                               .help = Words::tr("How close a prompt must be in semantic mode: 1 is the same."),
                               .unit = Words::tr("0 to 1")}});
}

std::vector<FieldSpec> memoryFields() {
    return fieldsOf(
        "memory",
        {{.key = "window_tokens",
          .kind = FieldKind::Number,
          .title = Words::tr("Window"),
          .help = Words::tr("The conversation takes at most this much of the prompt."),
          .unit = Words::tr("tokens")},
         {.key = "keep_last",
          .kind = FieldKind::Number,
          .title = Words::tr("Keep last"),
          .help = Words::tr("This many of the latest messages are always sent again."),
          .unit = Words::tr("messages")},
         {.key = "older",
          .kind = FieldKind::Choice,
          .title = Words::tr("Older messages"),
          .help = Words::tr("What happens to messages that do not fit."),
          .choices = {{"drop", Words::tr("Drop them")}, {"summarise", Words::tr("Put a summary in their place")}}},
         {.key = "pin",
          .kind = FieldKind::Set,
          .title = Words::tr("Pinned"),
          .help = Words::tr("Messages of these roles are never dropped."),
          .choices = {{"system", Words::tr("system")},
                      {"user", Words::tr("user")},
                      {"assistant", Words::tr("assistant")},
                      {"tool", Words::tr("tool")}}}});
}

std::vector<FieldSpec> chunkingFields() {
    return fieldsOf("chunking",
                    {{.key = "method",
                      .kind = FieldKind::Choice,
                      .title = Words::tr("Method"),
                      .help = Words::tr("Where documents may be cut."),
                      .choices = {{"tokens", Words::tr("Tokens: windows of one size")},
                                  {"sentences", Words::tr("Sentences: never inside of one")},
                                  {"recursive", Words::tr("Recursive: paragraphs, then lines, then sentences")},
                                  {"markdown", Words::tr("Markdown: along the headings")}}},
                     {.key = "size",
                      .kind = FieldKind::Number,
                      .title = Words::tr("Size"),
                      .help = Words::tr("The largest passage."),
                      .unit = Words::tr("tokens")},
                     {.key = "overlap",
                      .kind = FieldKind::Number,
                      .title = Words::tr("Overlap"),
                      .help = Words::tr("What two neighbouring passages share; less than the size."),
                      .unit = Words::tr("tokens")}});
}

std::vector<FieldSpec> outputFields() {
    return fieldsOf(
        "output",
        {{.key = "mode",
          .kind = FieldKind::Choice,
          .title = Words::tr("Mode"),
          .help = Words::tr("The form of the answer."),
          .choices = {{"text", Words::tr("Text")},
                      {"json", Words::tr("JSON that fits the schema")},
                      {"tool", Words::tr("Arguments of a tool call that fit the schema")}}},
         {.key = "attempts",
          .kind = FieldKind::Number,
          .title = Words::tr("Attempts"),
          .help = Words::tr("How often the model is asked until its answer is valid, the first time included."),
          .unit = Words::tr("times")},
         {.key = "repair",
          .kind = FieldKind::Set,
          .title = Words::tr("Repair"),
          .help = Words::tr("What is tried when an answer is invalid."),
          .choices = {{"syntax", Words::tr("Mend the JSON")}, {"reask", Words::tr("Tell the model what was wrong")}}},
         {.key = "stream_abort",
          .kind = FieldKind::Flag,
          .title = Words::tr("Stop early"),
          .help = Words::tr("Stops an attempt as soon as its answer can no longer become valid.")}});
}

std::vector<FieldSpec> selectFields() {
    std::vector<FieldSpec> fields = {
        {.key = "by",
         .kind = FieldKind::Choice,
         .title = Words::tr("Send"),
         .choices = {{"all", Words::tr("All examples")},
                     {"first", Words::tr("The first ones")},
                     {"similarity", Words::tr("Those most like the input")}}},
        {.key = "count", .kind = FieldKind::Number, .title = Words::tr("At most"), .unit = Words::tr("examples")}};
    for (FieldSpec& field : fields)
        field = completed("prompt", std::move(field), "/properties/prompt/properties/select");
    fields.front().schema["default"] = "all";  // without `select` every example is sent
    return fields;
}

}  // namespace touchstone::ui
