// SPDX-License-Identifier: Apache-2.0
//
// bench_core [--smoke]: what every run pays for, measured alone. Goals: a template of 2 KB with a loop of ten items in
// 10 µs, the check of a 645-byte object in 1.5 µs, an answer in JSON from 24 examples in 1 ms.

#include "bench/bench_table.h"
#include "policy/gate.h"
#include "provider/builtin.h"
#include "schema/schema.h"
#include "text/template.h"

#include <cstdio>
#include <cstdlib>
#include <string_view>

using namespace touchstone;
using bench::Better;

namespace {

constexpr double kRenderGoal = 10;     // µs
constexpr double kCheckGoal = 1.5;     // µs
constexpr double kJsonAnswerGoal = 1;  // ms

[[noreturn]] void stop(const std::string& why) {
    std::fprintf(stderr, "%s\n", why.c_str());
    std::exit(1);
}

std::string filler(std::size_t bytes) {
    constexpr std::string_view kSentence = "Answer with the name of the intent and nothing else. ";
    std::string text;
    while (text.size() < bytes)
        text += kSentence;
    text.resize(bytes);
    return text;
}

double renderMicroseconds(std::size_t rounds) {
    const std::string source = filler(1800) +
                               "\n{% for item in items %}- {{ item.name }}: {{ item.price }}\n{% endfor %}\n"
                               "Customer {{ customer.name | upper }} of {{ customer.city }} writes:\n{{ ticket }}\n";
    Json items = Json::array();
    for (int i = 0; i < 10; ++i)
        items.push_back({{"name", "article " + std::to_string(i)}, {"price", i * 7}});
    const Json variables = {
        {"items", std::move(items)}, {"customer", {{"name", "Ada"}, {"city", "Aarhus"}}}, {"ticket", filler(100)}};
    const text::TemplateParse parsed = text::Template::parse(source);
    if (!parsed.value)
        stop("the template does not parse: " + parsed.findings.front().text);
    std::size_t bytes = 0;
    const double seconds = bench::bestSecondsOf(rounds, 1000, [&] {
        const auto rendered = parsed.value->render(variables);
        bytes += rendered.ok() ? rendered->size() : 0;
    });
    if (bytes < rounds * 1000 * 2000)
        stop("the template does not render");
    return seconds * 1e6;
}

double checkMicroseconds(std::size_t rounds) {
    const Json schema = parseJson(R"({"type":"object","required":["id","customer","lines","total"],"properties":{
        "id":{"type":"string","minLength":4},"total":{"type":"number","minimum":0},"paid":{"type":"boolean"},
        "customer":{"type":"object","required":["name","email"],"properties":{"name":{"type":"string"},
          "email":{"type":"string","maxLength":80},"plan":{"enum":["free","team","business"]}}},
        "lines":{"type":"array","minItems":1,"items":{"type":"object","required":["sku","count","price"],
          "properties":{"sku":{"type":"string"},"count":{"type":"integer","minimum":1},
          "price":{"type":"number"},"note":{"type":["string","null"]}},"additionalProperties":false}}}})")
                            .valueOr(nullptr);
    Json value = {{"id", "INV-2025-0001"},
                  {"customer", {{"name", "Ada Okonjo"}, {"email", "ada@example.org"}, {"plan", "team"}}},
                  {"lines", Json::array()},
                  {"total", 348.5},
                  {"paid", false}};
    for (int i = 0; toText(value).size() < 600; ++i)
        value["lines"].push_back(
            {{"sku", "SKU-" + std::to_string(i)}, {"count", 2}, {"price", 17.5}, {"note", nullptr}});
    value["id"] = stringAt(value, "id") + std::string(645 - toText(value).size(), '0');
    const auto compiled = schema::Schema::compile(schema);
    if (!compiled.ok() || !compiled.value().isValid(value))
        stop("the object does not fit its schema");
    std::size_t valid = 0;
    const double seconds =
        bench::bestSecondsOf(rounds, 10'000, [&] { valid += compiled.value().isValid(value) ? 1 : 0; });
    if (valid != rounds * 10'000)
        stop("the object does not always fit its schema");
    return seconds * 1e6;
}

std::string mailText(int number) {
    return "Hello,\n\nplease find attached invoice INV-2025-" + std::to_string(4000 + number * 37) + " of " +
           std::to_string(1 + number % 28) + " March 2025 over EUR " + std::to_string(100 + number * 13) +
           ".50.\nQuestions go to billing" + std::to_string(number) +
           "@example.com.\n\nKind regards\nMara Lindqvist\nLarkspur Hosting GmbH\n";
}

std::string mailAnswer(int number) {
    const std::string day = std::to_string(1 + number % 28);
    return toText({{"invoice", "INV-2025-" + std::to_string(4000 + number * 37)},
                   {"date", "2025-03-" + std::string(2 - day.size(), '0') + day},
                   {"amount", 100.5 + number * 13},
                   {"currency", "EUR"},
                   {"contact", "billing" + std::to_string(number) + "@example.com"},
                   {"sender", "Larkspur Hosting GmbH"}});
}

double jsonAnswerMilliseconds(std::size_t rounds) {
    constexpr int kTurns = 24;
    workflow::Prompt prompt;
    prompt.outputMode = workflow::OutputMode::Json;
    prompt.outputSchema = parseJson(R"({"type":"object","required":["invoice","amount"],"properties":{
        "invoice":{"type":"string","pattern":"^INV-[0-9]{4}-[0-9]+$"},"date":{"type":["string","null"],"format":"date"},
        "amount":{"type":"number"},"currency":{"type":"string"},"contact":{"type":["string","null"],"format":"email"},
        "sender":{"type":["string","null"]}}})")
                              .valueOr(nullptr);
    prompt.messages.push_back({workflow::Role::System, "Extract the fields of the invoice."});
    for (int i = 0; i < kTurns; ++i) {
        prompt.messages.push_back({workflow::Role::User, mailText(i)});
        prompt.messages.push_back({workflow::Role::Assistant, mailAnswer(i)});
    }
    prompt.messages.push_back({workflow::Role::User, mailText(kTurns)});
    const auto gate = policy::Gate::make({});
    const provider::Call call{gate->clear(std::move(prompt), gate->screenInput(Json::object())).value(),
                              "builtin/large"};
    provider::BuiltinProvider provider;
    std::string answer;
    const double seconds = bench::bestSecondsOf(rounds, 20, [&] {
        provider.send(call, {}, {}, [&answer](const provider::Reply& reply) {
            const auto* completion = std::get_if<provider::Completion>(&reply);
            answer = completion ? completion->text : std::string();
        });
    });
    if (answer.find("INV-2025-4888") == std::string::npos)
        stop("the built-in model does not find the invoice: " + answer);
    return seconds * 1e3;
}

}  // namespace

int main(int argc, char** argv) {
    const bool smoke = argc > 1 && std::string_view(argv[1]) == "--smoke";
    const std::size_t rounds = smoke ? 1 : 20;
    bench::Table table;
    table.add("render a template of 2 KB with a loop of 10 items", renderMicroseconds(rounds), kRenderGoal, "µs",
              Better::Lower);
    table.add("check an object of 645 bytes against its schema", checkMicroseconds(rounds), kCheckGoal, "µs",
              Better::Lower);
    table.add("builtin/large: JSON of 6 fields from 24 examples", jsonAnswerMilliseconds(rounds), kJsonAnswerGoal, "ms",
              Better::Lower);
    table.print();
    return 0;
}
