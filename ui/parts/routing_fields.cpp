// SPDX-License-Identifier: GPL-3.0-or-later

#include "routing_fields.h"

#include "engine/prepared.h"
#include "part_fields.h"
#include "uistate/text.h"

#include <QCoreApplication>

namespace touchstone::ui {
namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(RoutingFields)
};

constexpr const char* kRouting = "/properties/routing/properties";

std::vector<FieldSpec> fieldsAt(const std::string& at, std::vector<FieldSpec> fields) {
    for (FieldSpec& field : fields)
        field.schema = memberSchema(kRouting + at + "/" + field.key);
    return fields;
}

// Whether the engine refuses the setting, asked with a routing that has it.
bool isRefused(const Json& routing) {
    return !engine::unsupportedSettings({{"routing", routing}}).empty();
}

QString providerHelp() {
    return Words::tr(
        "Who answers: “builtin” runs here, “openai” is the OpenAI API, any other name needs the base "
        "address of a server that speaks it.");
}

}  // namespace

std::vector<FieldSpec> routingRuleFields() {
    return fieldsAt("/rules/items/properties",
                    {{.key = "when",
                      .kind = FieldKind::Code,
                      .title = Words::tr("When"),
                      .help = Words::tr("A condition over the input fields and tokens.prompt; none: the rule always "
                                        "applies.")},
                     {.key = "sticky",
                      .kind = FieldKind::Code,
                      .title = Words::tr("Sticky by"),
                      .help = Words::tr("What keeps to one side of a split, such as a customer's id."),
                      .refused = isRefused({{"rules", {{{"use", "a"}, {"sticky", "a"}}}}})}});
}

std::vector<FieldSpec> routingTierFields() {
    const auto providers = [] {
        return QStringList{QStringLiteral("builtin"), QStringLiteral("openai"), QStringLiteral("ollama")};
    };
    const auto models = [] { return QStringList{QStringLiteral("builtin/small"), QStringLiteral("builtin/large")}; };
    return fieldsAt("/tiers/additionalProperties/properties",
                    {{.key = "provider",
                      .kind = FieldKind::Line,
                      .title = Words::tr("Provider"),
                      .help = providerHelp(),
                      .suggestions = providers,
                      .wrong = Words::tr("Write small letters, digits, dashes and underscores.")},
                     {.key = "model",
                      .kind = FieldKind::Line,
                      .title = Words::tr("Model"),
                      .help = Words::tr("The provider's name of the model."),
                      .suggestions = models},
                     {.key = "params",
                      .kind = FieldKind::Value,
                      .title = Words::tr("Parameters"),
                      .help = Words::tr("Sent to the model as they are: {\"temperature\": 0.2, \"max_tokens\": 512}."),
                      .wrong = Words::tr("Write a JSON object: {\"max_tokens\": 512}.")},
                     {.key = "context_window",
                      .kind = FieldKind::Number,
                      .title = Words::tr("Context window"),
                      .help = Words::tr("The most that prompt and answer may take together; known of built-in models."),
                      .unit = Words::tr("tok")},
                     {.key = "base_url",
                      .kind = FieldKind::Line,
                      .title = Words::tr("Base address"),
                      .help = Words::tr("Of a server that speaks the OpenAI API, such as http://localhost:11434/v1."),
                      .wrong = Words::tr("Write a web address that begins with http:// or https://.")},
                     {.key = "api_key_env",
                      .kind = FieldKind::Line,
                      .title = Words::tr("Key variable"),
                      .help = Words::tr("The environment variable that holds the key; never the key itself."),
                      .wrong = Words::tr("Write the name of an environment variable, such as OPENAI_API_KEY.")}});
}

std::vector<FieldSpec> routingPriceFields() {
    return fieldsAt("/tiers/additionalProperties/properties/price/properties", {{.key = "input_per_mtok",
                                                                                 .kind = FieldKind::Number,
                                                                                 .title = Words::tr("Input"),
                                                                                 .unit = Words::tr("USD per 1M tok")},
                                                                                {.key = "output_per_mtok",
                                                                                 .kind = FieldKind::Number,
                                                                                 .title = Words::tr("Output"),
                                                                                 .unit = Words::tr("USD per 1M tok")}});
}

std::vector<FieldSpec> routingStepFields(const std::function<QStringList()>& tiers) {
    return fieldsAt("/cascade/items/properties",
                    {{.key = "tier",
                      .kind = FieldKind::Line,
                      .title = Words::tr("Tier"),
                      .help = Words::tr("The tier that is asked at this step."),
                      .suggestions = tiers},
                     {.key = "accept",
                      .kind = FieldKind::Code,
                      .title = Words::tr("Accept when"),
                      .help = Words::tr("A condition over the answer; none: every answer is accepted.")}});
}

std::vector<FieldSpec> routingLimitFields() {
    return fieldsAt("", {{.key = "timeout_ms",
                          .kind = FieldKind::Number,
                          .title = Words::tr("Time limit"),
                          .help = Words::tr("An attempt fails after this."),
                          .unit = Words::tr("ms")},
                         {.key = "hedge_after_ms",
                          .kind = FieldKind::Number,
                          .title = Words::tr("Hedge after"),
                          .help = Words::tr("A second attempt starts when the first has not answered; the first answer "
                                            "wins."),
                          .unit = Words::tr("ms"),
                          .refused = isRefused({{"hedge_after_ms", 1}})}});
}

std::vector<FieldSpec> routingRetryFields() {
    return fieldsAt("/retry/properties",
                    {{.key = "attempts",
                      .kind = FieldKind::Number,
                      .title = Words::tr("Attempts"),
                      .help = Words::tr("On one tier, the first included.")},
                     {.key = "backoff_ms",
                      .kind = FieldKind::Number,
                      .title = Words::tr("First wait"),
                      .help = Words::tr("Doubles with each attempt."),
                      .unit = Words::tr("ms")},
                     {.key = "max_backoff_ms",
                      .kind = FieldKind::Number,
                      .title = Words::tr("Longest wait"),
                      .unit = Words::tr("ms")},
                     {.key = "jitter", .kind = FieldKind::Flag, .title = Words::tr("Wait a random part of the time")},
                     {.key = "on",
                      .kind = FieldKind::Set,
                      .title = Words::tr("Retry on"),
                      .choices = {{"rate_limited", Words::tr("rate limit")},
                                  {"server", Words::tr("server error")},
                                  {"timeout", Words::tr("time limit")},
                                  {"network", Words::tr("network")}}}});
}

std::vector<FieldSpec> routingBreakerFields() {
    const bool refused = isRefused({{"breaker", Json::object()}});
    std::vector<FieldSpec> fields = fieldsAt(
        "/breaker/properties",
        {{.key = "failures",
          .kind = FieldKind::Number,
          .title = Words::tr("Failures"),
          .help = Words::tr("That open the breaker.")},
         {.key = "window_s", .kind = FieldKind::Number, .title = Words::tr("Within"), .unit = Words::tr("s")},
         {.key = "open_s", .kind = FieldKind::Number, .title = Words::tr("Left alone for"), .unit = Words::tr("s")},
         {.key = "probes", .kind = FieldKind::Number, .title = Words::tr("Probes at a time")}});
    for (FieldSpec& field : fields)
        field.refused = refused;
    return fields;
}

FieldSpec routingShareField(const std::string& tier) {
    FieldSpec field{.key = tier, .kind = FieldKind::Number, .title = toQString(tier)};
    field.schema = {{"type", "number"}, {"minimum", 0}, {"maximum", 1'000'000}};
    return field;
}

}  // namespace touchstone::ui
