// SPDX-License-Identifier: Apache-2.0

#include "sample_documents.h"
#include "support/printing.h"
#include "workflow/parse.h"
#include "workflow/rename.h"

#include <fstream>
#include <iterator>

using namespace touchstone;
using namespace touchstone::workflow;
using namespace std::chrono_literals;

namespace {

Json fileOf(const char* name) {
    std::ifstream in(std::string(TEST_DIR "/data/") + name, std::ios::binary);
    return parseJson(std::string(std::istreambuf_iterator<char>(in), {})).value();
}

// Small, and right in every part.
Json good() {
    return fileOf("good.json");
}

// Every key of the format with a value that is not its default.
Json everything() {
    return fileOf("everything.json");
}

QByteArray asJson(const char* text) {
    return QByteArray::fromStdString(toText(Json(text)));
}

std::string listed(const std::vector<Finding>& findings) {
    std::string text = std::to_string(findings.size()) + " findings";
    for (const Finding& finding : findings)
        text += "\n  [" + finding.code + "] " + toLine(finding);
    return text;
}

}  // namespace

class WorkflowParseTest : public QObject {
    Q_OBJECT

private:
    std::optional<Workflow> m_everything;

private slots:
    void initTestCase() {
        WorkflowParse parse = parseWorkflow(everything());
        QVERIFY2(parse.findings.empty() && parse.value, listed(parse.findings).c_str());
        m_everything = std::move(parse.value);
    }

    void readsTheHead() {
        QCOMPARE(m_everything->name, std::string("support-triage"));
        QCOMPARE(m_everything->feature, std::string("support.triage"));
        QCOMPARE(m_everything->description, std::string("Sorts."));
        QVERIFY(m_everything->inputs["properties"].contains("ticket"));
        QCOMPARE(m_everything->instructions, std::string("You sort tickets for {{ customer.brand }}."));
        QVERIFY(jsonEqual(m_everything->json, everything()));
        for (const std::string_view part : kPartNames)
            QVERIFY2(m_everything->json.contains(std::string(part)), std::string(part).c_str());
    }

    void readsThePrompt() {
        const PromptPart& prompt = m_everything->prompt;
        QVERIFY((prompt.messages == std::vector<Message>{{Role::System, "Be kind."},
                                                         {Role::User, "Hello"},
                                                         {Role::Assistant, "Yes?"},
                                                         {Role::User, "{{ ticket }}"}}));
        QVERIFY(prompt.examples.size() == 1 && prompt.examples[0].output["label"] == "refund");
        QVERIFY(prompt.selectBy == SelectBy::Similarity && prompt.selectCount == 6);
    }

    void readsRetrievalAndChunking() {
        const RetrievalPart& retrieval = *m_everything->retrieval;
        QVERIFY(retrieval.corpus.starts_with("kb@sha256:") && retrieval.strategy == RetrievalStrategy::Hybrid);
        QVERIFY(retrieval.query == "{{ ticket }}" && retrieval.topK == 7 && retrieval.minScore == 0.1);
        QVERIFY(retrieval.mmr == 0.5 && retrieval.budgetTokens == 1400 && retrieval.whenOver == WhenOver::Compress);
        const ChunkingPart& chunking = m_everything->chunking;
        QVERIFY(chunking.method == ChunkMethod::Sentences && chunking.size == 200 && chunking.overlap == 20);
    }

    void readsOutputAndBudget() {
        const OutputPart& output = m_everything->output;
        QVERIFY(output.mode == "json" && output.schema["type"] == "object" && output.streamAbort);
        QVERIFY((output.repair == std::vector<std::string>{"syntax", "reask"}) && output.attempts == 2);
        const BudgetPart& budget = m_everything->budget;
        QCOMPARE(budget.perRun->toDecimal(), std::string("0.02"));
        QCOMPARE(budget.perDay->toDecimal(), std::string("25"));
        QVERIFY(budget.whenNear == "route:small" && budget.whenSpent == "cache-only");
    }

    void readsMemoryAndCache() {
        const MemoryPart& memory = *m_everything->memory;
        QVERIFY(memory.windowTokens == 4000 && memory.keepLast == 6 && memory.older == WhenOlder::Summarise);
        QVERIFY((memory.pin == std::vector<std::string>{"system"}));
        const CachePart& cache = m_everything->cache;
        QVERIFY(cache.mode == CacheMode::Semantic && cache.timeToLive == 24h && cache.minSimilarity == 0.95);
    }

    void readsTools() {
        const auto& tools = m_everything->tools;
        QCOMPARE(tools.size(), std::size_t{4});
        QVERIFY(tools[0].name == "lookup_order" && tools[0].kind == ToolKind::Http && tools[0].timeout == 500ms);
        QVERIFY(tools[0].method == "POST" && tools[0].url == "https://shop.example/{{ id }}" && tools[0].body == "{}");
        QVERIFY(tools[0].description == "Finds an order." && tools[0].schema["type"] == "object");
        using Texts = std::vector<std::pair<std::string, std::string>>;
        QVERIFY((tools[0].headers == Texts{{"X-A", "b"}}) && (tools[0].headersByEnv == Texts{{"X-Key", "SHOP_KEY"}}));
        QVERIFY(tools[1].kind == ToolKind::Mcp && tools[1].server == "https://mcp.example/");
        QVERIFY(tools[1].remoteTool == "search" && tools[1].tokenEnv == "MCP_TOKEN");
        QVERIFY((tools[2].command == std::vector<std::string>{"mcp-files", "--read-only"}));
        QVERIFY(tools[3].kind == ToolKind::Mock && tools[3].responses.size() == 2);
        QVERIFY(tools[3].responses[0].when == "id == 1" && tools[3].responses[1].result.is_null());
    }

    void readsRouting() {
        const RoutingPart& routing = m_everything->routing;
        QCOMPARE(routing.tiers.front().first, std::string("small"));
        const Tier& small = *routing.tier("small");
        QVERIFY(small.provider == "openai" && small.model == "m-1" && small.params["temperature"] == 0);
        QVERIFY(small.baseUrl == "http://localhost:8000/v1" && small.apiKeyEnv == "KEY");
        QCOMPARE(small.price->inputPerMillion.picodollars(), std::int64_t{150'000'000'000});
        QCOMPARE(small.price->outputPerMillion.picodollars(), std::int64_t{600'000'000'000});
        QCOMPARE(small.contextWindow, std::optional(std::int64_t{128'000}));
        QVERIFY(!routing.tier("large")->contextWindow);
        QVERIFY(!routing.tier("large")->price && !routing.tier("huge"));
        QCOMPARE(routing.rules[0].when, std::string("tokens.prompt > 8000 or customer.plan == 'enterprise'"));
        QVERIFY(routing.rules[0].use == "large" && routing.rules.size() == 2);
        QVERIFY((routing.fallback == std::vector<std::string>{"large"}));
        QVERIFY(routing.retry.attempts == 3 && routing.retry.backoff == 100ms && routing.retry.maxBackoff == 900ms);
        QVERIFY(!routing.retry.jitter && routing.retry.on == std::vector<std::string>{"server"});
        QVERIFY(routing.timeout == 20s);
        QVERIFY(routing.rules[1].use.empty() && routing.rules[1].sticky == "customer.id");
        QVERIFY(
            (routing.rules[1].shares == std::vector<std::pair<std::string, double>>{{"small", 0.9}, {"large", 0.1}}));
        QVERIFY(routing.cascade.size() == 2 && routing.cascade[0].tier == "small");
        QCOMPARE(routing.cascade[0].accept, std::string("valid and scores.confidence >= 0.8"));
        QVERIFY(routing.hedgeAfter == 3s && routing.breaker->failures == 5 && routing.breaker->window == 30s);
        QVERIFY(routing.breaker->open == 30s && routing.breaker->probes == 1);
    }

    void readsPolicy() {
        const auto& policy = m_everything->policy;
        QCOMPARE(policy.size(), std::size_t{4});
        QVERIFY(policy[0].stage == PolicyStage::Input && policy[0].action == PolicyAction::Redact);
        QVERIFY((policy[0].pii == std::vector<std::string>{"email", "card", "iban"}) && policy[0].wholeWord);
        QVERIFY(policy[1].stage == PolicyStage::Context && policy[1].action == PolicyAction::Block);
        QVERIFY(policy[1].terms.size() == 1 && !policy[1].wholeWord && policy[1].message == "No.");
        QVERIFY(policy[2].stage == PolicyStage::Tool && policy[2].action == PolicyAction::Flag);
        QCOMPARE(policy[2].regex, std::string("a+"));
        QVERIFY(policy[3].stage == PolicyStage::Output && policy[3].action == PolicyAction::Route);
        QVERIFY(policy[3].when == "text == ''" && policy[3].routeTo == "large");
    }

    void defaults() {
        const WorkflowParse parse = parseWorkflow(starterDocument("my-feature"));
        QVERIFY2(parse.value && parse.findings.empty(), listed(parse.findings).c_str());
        const Workflow& workflow = *parse.value;
        QVERIFY(!workflow.retrieval && workflow.policy.empty() && !workflow.budget.perRun);
        QVERIFY(workflow.output.mode == "text" && workflow.output.schema.is_null() && workflow.output.attempts == 1);
        QVERIFY(workflow.prompt.selectBy == SelectBy::All && workflow.prompt.selectCount == 0);
        QVERIFY(workflow.chunking.size == 300 && workflow.chunking.overlap == 40);
        QVERIFY(workflow.routing.retry.attempts == 2 && workflow.routing.retry.on.size() == 4);
        QVERIFY(workflow.routing.timeout == 30s);
        QCOMPARE(workflow.name, std::string("my-feature"));
    }

    void selections_data() {
        QTest::addColumn<QByteArray>("select");
        QTest::addColumn<int>("by");
        QTest::addColumn<int>("count");
        const auto row = [](const char* select, SelectBy by, int count) {
            QTest::newRow(select) << QByteArray(select) << static_cast<int>(by) << count;
        };
        row(R"({"by":"all"})", SelectBy::All, 0);
        row(R"({"by":"first"})", SelectBy::First, 4);
        row(R"({"by":"similarity"})", SelectBy::Similarity, 4);
        row(R"({"by":"similarity","count":0})", SelectBy::Similarity, 0);
        row(R"({"by":"first","count":9})", SelectBy::First, 9);
    }
    void selections() {
        QFETCH(QByteArray, select);
        QFETCH(int, by);
        QFETCH(int, count);
        Json document = good();
        document["prompt"]["select"] = parseJson(select.toStdString()).value();
        const WorkflowParse parse = parseWorkflow(document);
        QVERIFY2(parse.value, listed(parse.findings).c_str());
        QCOMPARE(static_cast<int>(parse.value->prompt.selectBy), by);
        QCOMPARE(parse.value->prompt.selectCount, std::int64_t{count});
    }

    void sampleDocumentsAreRight_data() {
        QTest::addColumn<QByteArray>("document");
        for (const auto& [place, document] : touchstone::testing::sampleDocuments())
            QTest::newRow(place.c_str()) << QByteArray::fromStdString(toText(document));
    }
    void sampleDocumentsAreRight() {
        QFETCH(QByteArray, document);
        const WorkflowParse parse = parseWorkflowText(document.toStdString());
        QVERIFY2(parse.value, listed(parse.findings).c_str());
        // First versions do not use all they are given: that is what the sample improves.
        for (const Finding& finding : parse.findings)
            QVERIFY2(finding.code == "unused-input", toLine(finding).c_str());
    }

    // What runs, but not as somebody may think.
    void warnings_data() {
        QTest::addColumn<QByteArray>("set");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QByteArray>("pointer");
        QTest::addColumn<QByteArray>("says");
        const auto row = [](const char* name, const char* set, const QByteArray& value, const char* code,
                            const char* pointer, const char* says) {
            QTest::newRow(name) << QByteArray(set) << value << QByteArray(code) << QByteArray(pointer)
                                << QByteArray(says);
        };
        row("provider of no such name", "/routing/tiers/small", R"({"provider":"opnai","model":"m"})",
            "unknown-provider", "/routing/tiers/small/provider", "did you mean 'openai'?");
        row("provider of no name known", "/routing/tiers/small", R"({"provider":"my-own","model":"m"})",
            "unknown-provider", "/routing/tiers/small/provider", "base_url");
        row("parameter of the built-in model", "/routing/tiers/large/params", R"({"max_tokens":9,"temperature":0})",
            "unheard-parameter", "/routing/tiers/large/params/temperature", "remove it");
        row("budget without an end", "/routing/tiers/small", R"({"provider":"openai","model":"m"})", "open-ended-cost",
            "/routing/tiers/small/params", "params.max_tokens");
        for (const char* name : {"tokens", "input", "text", "sources", "examples"})
            row(name, (std::string("/inputs/properties/") + name).c_str(), R"({"type":"string"})", "hidden-input",
                (std::string("/inputs/properties/") + name).c_str(), "another name");
    }
    void warnings() {
        QFETCH(QByteArray, set);
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, code);
        QFETCH(QByteArray, pointer);
        QFETCH(QByteArray, says);
        Json document = good();
        document["budget"]["per_run_usd"] = 1;
        document[Json::json_pointer(set.toStdString())] = parseJson(value.toStdString()).value();
        const WorkflowParse parse = parseWorkflow(document);
        const auto found = std::find_if(parse.findings.begin(), parse.findings.end(),
                                        [&](const Finding& finding) { return finding.code == code.toStdString(); });
        QVERIFY2(parse.value && found != parse.findings.end(), listed(parse.findings).c_str());
        QVERIFY(found->severity == Severity::Warning);
        QCOMPARE(found->pointer, pointer.toStdString());
        const std::string told = found->text + " " + found->suggestion;
        QVERIFY2(told.find(says.toStdString()) != std::string::npos, told.c_str());
    }
    void customServersAndLimitsAreFine() {
        Json document = good();
        document["budget"]["per_run_usd"] = 1;
        document["routing"]["tiers"]["small"] = {{"provider", "my-own"},
                                                 {"model", "m"},
                                                 {"base_url", "http://x.example/v1"},
                                                 {"params", {{"max_tokens", 99}}}};
        const WorkflowParse parse = parseWorkflow(document);
        QVERIFY2(parse.value && parse.findings.empty(), listed(parse.findings).c_str());
    }

    // One thing is wrong, so one finding says so, at its place.
    void problems_data() {
        QTest::addColumn<QByteArray>("set");    // pointer of the value that is set in the good document
        QTest::addColumn<QByteArray>("value");  // "" removes it
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QByteArray>("pointer");
        QTest::addColumn<QByteArray>("says");  // in the finding's text or suggestion
        QTest::addColumn<QByteArray>("position");
        const auto row = [](const char* name, const char* set, const QByteArray& value, const char* code,
                            const char* pointer, const char* says, const char* position = "") {
            QTest::newRow(name) << QByteArray(set) << value << QByteArray(code) << QByteArray(pointer)
                                << QByteArray(says) << QByteArray(position);
        };
        const char* suggestsLarge = "did you mean 'large'?";

        row("unknown part", "/retreival", "{}", "schema", "/retreival", "did you mean \"retrieval\"?");
        row("unknown part like no other", "/zzz", "{}", "schema", "/zzz", "unknown property \"zzz\"");
        row("unknown key", "/prompt/mesages", "[]", "schema", "/prompt/mesages", "did you mean \"messages\"?");
        row("unknown key in a tier", "/routing/tiers/small/modell", "1", "schema", "/routing/tiers/small/modell",
            "did you mean \"model\"?");
        row("missing part", "/routing", "", "schema", "", "\"routing\"");
        row("missing key", "/routing/tiers/large/model", "", "schema", "/routing/tiers/large", "\"model\"");
        row("wrong format", "/format", asJson("touchstone.workflow/2"), "schema", "/format", "touchstone.workflow/1");
        row("wrong name", "/name", asJson("Triage!"), "schema", "/name", "Triage!");
        row("wrong type", "/prompt/select/count", asJson("4"), "schema", "/prompt/select/count", "integer");
        row("wrong part", "/policy", "{}", "schema", "/policy", "array");
        row("wrong word", "/retrieval/strategy", asJson("bm52"), "schema", "/retrieval/strategy", "expected one of");
        row("negative", "/chunking/overlap", "-1", "schema", "/chunking/overlap", "0");
        row("no messages", "/prompt/messages", "[]", "schema", "/prompt/messages", "1");
        row("json without a schema", "/output/schema", "", "schema", "/output", "\"schema\"");
        row("use of no kind", "/routing/rules/0/use", "5", "schema", "/routing/rules/0/use", "A tier, or a split");
        row("route without a tier", "/policy/0/action", asJson("route"), "schema", "/policy/0", "\"to\"");
        row("tier without route", "/policy/0/to", asJson("small"), "schema", "/policy/0/to", "");
        row("two detectors", "/policy/0/detect/regex", asJson("a"), "schema", "/policy/0/detect",
            "exactly one of pii, terms");
        row("no detector", "/policy/0/detect", "{}", "schema", "/policy/0/detect", "exactly one of pii, terms");
        row("misspelt detector", "/policy/0/detect", R"({"pi":["email"],"terms":["x"]})", "schema",
            "/policy/0/detect/pi", "did you mean \"pii\"?");
        row("mcp tool of no server", "/tools/0", R"({"name":"a","kind":"mcp","schema":{}})", "schema", "/tools/0",
            "\"server\" is missing");
        row("split of no numbers", "/routing/rules/0/use", R"({"small":"half"})", "schema", "/routing/rules/0/use",
            "expected number");
        row("http tool without an address", "/tools/0/url", "", "schema", "/tools/0", "\"url\"");

        row("undefined variable", "/prompt/messages/0/content", asJson("Hello\n  {{ tikcet }}"), "unknown-variable",
            "/prompt/messages/0/content", "did you mean 'ticket'?", "2:6");
        row("undefined variable after an umlaut", "/instructions/text", asJson("Grüße {{ cutsomer.name }}"),
            "unknown-variable", "/instructions/text", "did you mean 'customer'?", "1:10");
        row("variable of no likeness", "/instructions/text", asJson("{{ zzz }}"), "unknown-variable",
            "/instructions/text", "add it to the inputs", "1:4");
        row("undefined variable in the query", "/retrieval/query", asJson("{{ question }}"), "unknown-variable",
            "/retrieval/query", "'question' is not an input", "1:4");
        row("sources are not known to the query", "/retrieval/query", asJson("{{ sources }}"), "unknown-variable",
            "/retrieval/query", "'sources' is not an input", "1:4");
        row("undefined variable in a rule", "/routing/rules/0/when", asJson("plans == 'paid'"), "unknown-variable",
            "/routing/rules/0/when", "did you mean 'plan'?", "1:1");
        row("undefined variable in a sticky split", "/routing/rules/1/sticky", asJson("custmer.id"), "unknown-variable",
            "/routing/rules/1/sticky", "did you mean 'customer'?", "1:1");
        row("undefined variable in a condition", "/policy/1/detect/when", asJson("txt == ''"), "unknown-variable",
            "/policy/1/detect/when", "did you mean 'text'?", "1:1");

        row("template that does not end", "/instructions/text", asJson("a\n{% if ticket %}b"), "unclosed",
            "/instructions/text", "{% if %} is never closed", "2:4");
        row("template of a wrong tag", "/instructions/text", asJson("{% iff ticket %}{% endiff %}"), "unknown-tag",
            "/instructions/text", "did you mean {% if %}?", "1:4");
        row("template of an unknown filter", "/instructions/text", asJson("{{ ticket | trimm }}"), "syntax",
            "/instructions/text", "trim", "1:13");
        row("expression that does not end", "/routing/rules/0/when", asJson("plan =="), "syntax",
            "/routing/rules/0/when", "", "1:8");
        row("wrong acceptance", "/routing/cascade/0/accept", asJson("valid and"), "syntax", "/routing/cascade/0/accept",
            "", "1:10");
        row("wrong condition", "/policy/1/detect/when", asJson("(text"), "syntax", "/policy/1/detect/when", "", "1:6");

        row("tier of a rule", "/routing/rules/0/use", asJson("larg"), "unknown-tier", "/routing/rules/0/use",
            suggestsLarge);
        row("tier of a split", "/routing/rules/1/use", R"({"small":1,"larges":2})", "unknown-tier",
            "/routing/rules/1/use/larges", suggestsLarge);
        row("tier of a cascade", "/routing/cascade/1/tier", asJson("lrge"), "unknown-tier", "/routing/cascade/1/tier",
            suggestsLarge);
        row("tier to fall back to", "/routing/fallback/0", asJson("huge"), "unknown-tier", "/routing/fallback/0",
            "add the tier");
        row("tier of a policy", "/policy/0",
            R"({"id":"m","stage":"input","detect":{"pii":["ip"]},"action":"route","to":"larges"})", "unknown-tier",
            "/policy/0/to", suggestsLarge);
        row("tier of the budget", "/budget/when_near", asJson("route:smal"), "unknown-tier", "/budget/when_near",
            "did you mean 'small'?");

        row("window of nothing", "/routing/tiers/small/context_window", "0", "schema",
            "/routing/tiers/small/context_window", "1");
        row("window in words", "/routing/tiers/small/context_window", asJson("8k"), "schema",
            "/routing/tiers/small/context_window", "integer");
        row("more than the built-in model takes", "/routing/tiers/small/context_window", "8193", "context-window",
            "/routing/tiers/small/context_window", "takes at most 8192 tokens");
        row("answer as long as the declared window", "/routing/tiers/small",
            R"({"provider":"openai","model":"m","context_window":100,"params":{"max_completion_tokens":100}})",
            "context-window", "/routing/tiers/small/params/max_completion_tokens", "in a window of 100");

        row("input schema", "/inputs/properties/ticket", R"({"type":"strnig"})", "bad-schema",
            "/inputs/properties/ticket/type", "string");
        row("output schema", "/output/schema/properties/label", R"({"pattern":"a{2,1}"})", "bad-schema",
            "/output/schema/properties/label/pattern", "");
        row("tool schema", "/tools/0/schema", R"({"type":"objekt"})", "bad-schema", "/tools/0/schema/type", "object");
        row("example's input", "/prompt/examples/0/input", R"({"ticket":7})", "example",
            "/prompt/examples/0/input/ticket", "example 1 does not fit the input schema at 'ticket': ");
        row("example's output", "/prompt/examples/0/output/label", asJson("c"), "example",
            "/prompt/examples/0/output/label", "the output schema");
        row("example without what is required", "/prompt/examples/0/output", "{}", "example",
            "/prompt/examples/0/output", "label");
        row("duplicate policy id", "/policy/1/id", asJson("mail"), "duplicate-id", "/policy/1/id",
            "'mail' is used twice");
        row("overlap as large as the size", "/chunking/overlap", "300", "overlap", "/chunking/overlap", "smaller");
        row("overlap over the default", "/chunking", R"({"method":"tokens","overlap":301})", "overlap",
            "/chunking/overlap", "smaller");
        row("schema of a text", "/output/mode", asJson("text"), "schema-of-text", "/output/schema",
            "set output.mode to json");
        row("duplicate tool", "/tools/1", R"({"name":"look","kind":"mcp","schema":{},"server":"https://x.example/"})",
            "duplicate-name", "/tools/1/name", "'look' is used twice");
        row("last message", "/prompt/messages/1", R"({"role":"assistant","content":"Yes"})", "last-message",
            "/prompt/messages/1/role", "user");
        row("redacting a condition", "/policy/1/action", asJson("redact"), "nothing-to-redact", "/policy/1/action",
            "block, flag or route");
    }
    void problems() {
        QFETCH(QByteArray, set);
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, code);
        QFETCH(QByteArray, pointer);
        QFETCH(QByteArray, says);
        QFETCH(QByteArray, position);
        Json document = good();
        const Json::json_pointer place(set.toStdString());
        if (value.isEmpty())
            document[place.parent_pointer()].erase(place.back());
        else
            document[place] = parseJson(value.toStdString()).value();
        const WorkflowParse parse = parseWorkflow(document);
        QVERIFY(!parse.value);
        QVERIFY2(parse.findings.size() == 1, listed(parse.findings).c_str());
        const Finding& finding = parse.findings.front();
        QVERIFY(finding.severity == Severity::Error);
        QCOMPARE(finding.code, code.toStdString());
        QCOMPARE(finding.pointer, pointer.toStdString());
        QVERIFY2((finding.text + " " + finding.suggestion).find(says.toStdString()) != std::string::npos,
                 toLine(finding).c_str());
        const std::string at =
            finding.position ? std::to_string(finding.position->line) + ":" + std::to_string(finding.position->column)
                             : "";
        QCOMPARE(at, position.toStdString());
    }

    void theGoodDocumentIsGood() {
        const WorkflowParse parse = parseWorkflow(good());
        QVERIFY2(parse.value && parse.findings.empty(), listed(parse.findings).c_str());
    }

    // Such versions ran before windows were known, and run still.
    void anAnswerAsLongAsAnUndeclaredWindowIsAWarning() {
        Json document = good();
        document["routing"]["tiers"]["small"]["params"] = {{"max_tokens", 8192}};
        const WorkflowParse parse = parseWorkflow(document);
        QVERIFY2(parse.value && parse.findings.size() == 1, listed(parse.findings).c_str());
        QVERIFY(parse.findings.front().severity == Severity::Warning);
        QCOMPARE(parse.findings.front().code, std::string("context-window"));
        QCOMPARE(parse.findings.front().pointer, std::string("/routing/tiers/small/params/max_tokens"));
    }

    // A field that has another name in the schema alone: said first, and mended in one go.
    void renamedFields_data() {
        QTest::addColumn<QByteArray>("properties");
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QByteArray>("says");
        const auto row = [](const char* name, const char* properties, const char* from, const char* to,
                            const char* says) {
            QTest::newRow(name) << QByteArray(properties) << QByteArray(from) << QByteArray(to) << QByteArray(says);
        };
        row("input", "/inputs/properties", "ticket", "message", "1 example and templates or rules still say 'ticket'");
        row("output", "/output/schema/properties", "label", "category", "1 example still says 'label'");
    }
    void renamedFields() {
        QFETCH(QByteArray, properties);
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QByteArray, says);
        Json document = good();
        Json& fields = document[Json::json_pointer(properties.toStdString())];
        fields[to.toStdString()] = fields[from.toStdString()];
        fields.erase(from.toStdString());
        const WorkflowParse broken = parseWorkflow(document);
        QVERIFY(!broken.findings.empty());
        const Finding& finding = broken.findings.front();
        QCOMPARE(finding.code, std::string("renamed-field"));
        QCOMPARE(finding.pointer, properties.toStdString() + "/" + to.toStdString());
        QVERIFY2(finding.text.find(says.toStdString()) != std::string::npos, finding.text.c_str());
        const auto rename = properties.startsWith("/inputs") ? withInputCalled : withOutputCalled;
        const WorkflowParse mended = parseWorkflow(rename(document, from.toStdString(), to.toStdString()));
        QVERIFY2(mended.value && mended.findings.empty(), listed(mended.findings).c_str());
    }

    void renamesWhereverAnInputIsRead() {
        Json document = good();
        document["instructions"]["text"] = "\u00fc {{ plan | default('plan') }} plan {{ customer.plan }}{{ plan }}";
        document["routing"]["rules"][0] = {
            {"when", "input.plan == 'plan' or plan == 'x'"}, {"sticky", "plan"}, {"use", {{"small", 1}}}};
        document["prompt"]["examples"][0]["input"] = {{"ticket", "t"}, {"plan", "paid"}, {"z", 1}};
        const Json changed = withInputCalled(document, "plan", "tier");
        QCOMPARE(stringAt(changed["instructions"], "text"),
                 std::string("\u00fc {{ tier | default('plan') }} plan {{ customer.plan }}{{ tier }}"));
        QCOMPARE(stringAt(changed["routing"]["rules"][0], "when"), std::string("input.tier == 'plan' or tier == 'x'"));
        QCOMPARE(stringAt(changed["routing"]["rules"][0], "sticky"), std::string("tier"));
        QCOMPARE(toText(changed["prompt"]["examples"][0]["input"]),
                 std::string(R"({"ticket":"t","tier":"paid","z":1})"));
        // What templates cannot name stays in them.
        QVERIFY(withInputCalled(document, "plan", "the plan")["instructions"] == document["instructions"]);
    }

    void ofTwoNewNamesTheRequiredOneIsMeant() {
        Json document = good();
        document["inputs"]["properties"] = {{"brand", {{"type", "string"}}},
                                            {"message", {{"type", "string"}}},
                                            {"plan", {{"enum", {"free", "paid"}}}},
                                            {"customer", {{"type", "object"}}}};
        document["inputs"]["required"] = {"message"};
        const WorkflowParse parse = parseWorkflow(document);
        QCOMPARE(parse.findings.front().code, std::string("renamed-field"));
        QCOMPARE(parse.findings.front().pointer, std::string("/inputs/properties/message"));
    }

    void oddSchemasHaveNoFieldsToRename() {
        for (const char* odd : {"[]", "[\"a\"]", "5", "null", "\"x\""}) {
            Json document = good();
            document["inputs"]["properties"] = parseJson(odd).value();
            document["output"]["schema"]["properties"] = parseJson(odd).value();
            document["output"]["schema"]["required"] = 5;
            QVERIFY2(!parseWorkflow(document).value, odd);
        }
    }

    void unclearRenamesAreNotGuessed() {
        Json document = good();  // two gone, two new
        document["inputs"]["properties"] = {
            {"a", {{"type", "string"}}}, {"b", {{"type", "string"}}}, {"customer", {{"type", "object"}}}};
        document["inputs"].erase("required");
        for (const Finding& finding : parseWorkflow(document).findings)
            QVERIFY2(finding.code != "renamed-field", toLine(finding).c_str());
        document = good();  // another type
        document["output"]["schema"]["properties"] = {{"count", {{"type", "integer"}}}};
        for (const Finding& finding : parseWorkflow(document).findings)
            QVERIFY2(finding.code != "renamed-field", toLine(finding).c_str());
    }

    void unusedInputsAreSaidQuietly() {
        Json document = good();
        document["inputs"]["properties"]["brand"] = {{"type", "string"}};
        const WorkflowParse parse = parseWorkflow(document);
        QVERIFY2(parse.value && parse.findings.size() == 1, listed(parse.findings).c_str());
        QVERIFY(parse.findings[0].severity == Severity::Info && parse.findings[0].code == "unused-input");
        QCOMPARE(parse.findings[0].pointer, std::string("/inputs/properties/brand"));
        const WorkflowParse without = parseWorkflow(withoutInput(document, "brand"));
        QVERIFY2(without.value && without.findings.empty(), listed(without.findings).c_str());
        // Similarity looks at all of the input, and so may a rule.
        document["prompt"]["select"]["by"] = "similarity";
        QVERIFY2(parseWorkflow(document).findings.empty(), listed(parseWorkflow(document).findings).c_str());
        document["prompt"]["select"]["by"] = "first";
        document["routing"]["rules"][0]["when"] = "plan is defined and (input | length) > 2";
        QVERIFY2(parseWorkflow(document).findings.empty(), listed(parseWorkflow(document).findings).c_str());
    }

    void guardedAndOpenVariables() {
        Json document = good();
        document["instructions"]["text"] = "{{ nobody | default('x') }}{% if who is defined %}{{ ticket }}{% endif %}";
        QVERIFY(parseWorkflow(document).value);
        // A default is for the last name only, a test for what it guards.
        for (const char* text : {"{{ nobody.name | default('x') }}", "{% if who is defined %}x{% endif %}{{ who }}"}) {
            document["instructions"]["text"] = text;
            QVERIFY(!parseWorkflow(document).value);
        }
        document["instructions"]["text"] = "{% if who is defined %}{{ who }}{% endif %}";
        QVERIFY(parseWorkflow(document).value);
        // An input schema that lists nothing allows everything.
        document["inputs"] = {{"type", "object"}};
        document["instructions"]["text"] = "{{ anything }}";
        const WorkflowParse parse = parseWorkflow(document);
        QVERIFY2(parse.value, listed(parse.findings).c_str());
    }

    // What an input may lack is read with care, in templates and in rules.
    void optionalInputs_data() {
        QTest::addColumn<QByteArray>("pointer");
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QByteArray>("warnings");  // "column: what may be absent"
        const auto row = [](const char* pointer, const char* source, const char* warnings) {
            QTest::newRow(source) << QByteArray(pointer) << QByteArray(source) << QByteArray(warnings);
        };
        const char* text = "/instructions/text";
        row(text, "{{ ticket }}{{ tone }}{{ order.note }}", "26: order");
        row(text, "{% if order is defined %}{{ order.id }}{% endif %}{{ order.id }}", "54: order");
        row(text, "{% if order %}{{ order.id }}{% endif %}{{ order.id }}", "7: order 43: order");
        row(text, "{% if order is defined %}{{ order.note }}{% endif %}", "29: order.note");
        row(text, "{{ order.id | default('x') }}", "4: order");
        row(text, "{{ (order | default({})).note | default('') }}", "");
        const char* rule = "/routing/rules/0/when";
        row(rule, "order.id == 'x'", "1: order");
        row(rule, "input.order.id == 'x'", "1: input.order");
        row(rule, "input.ticket == input.tone", "");
        row(rule, "order is defined and order.id == 'x'", "");
        row(rule, "input.order is defined and input.order.id == 'x'", "");
        row("/policy/0/detect/when", "text == order.id", "9: order");
        row("/policy/0/detect/when", "order is not defined or text == order.id", "");
    }
    void optionalInputs() {
        QFETCH(QByteArray, pointer);
        QFETCH(QByteArray, source);
        QFETCH(QByteArray, warnings);
        Json document = good();
        document["policy"][0] = {
            {"id", "p"}, {"stage", "input"}, {"detect", {{"when", "text == 'x'"}}}, {"action", "flag"}};
        document["inputs"] = fileOf("optional_inputs.json");
        document["routing"]["rules"][0]["when"] = "true";
        document[Json::json_pointer(pointer.toStdString())] = source.toStdString();
        const WorkflowParse parse = parseWorkflow(document);
        QVERIFY2(parse.value, listed(parse.findings).c_str());
        std::string found;
        for (const Finding& finding : parse.findings) {
            if (finding.code == "unused-input")
                continue;
            QVERIFY(finding.severity == Severity::Warning && finding.code == "optional-input");
            QCOMPARE(finding.pointer, pointer.toStdString());
            found += (found.empty() ? "" : " ") + std::to_string(finding.position->column) + ": " +
                     finding.text.substr(1, finding.text.find('\'', 1) - 1);
            QVERIFY2(finding.suggestion.find(" is defined'") != std::string::npos, finding.suggestion.c_str());
        }
        QCOMPARE(found, warnings.toStdString());
    }

    void everyProblemIsListed() {
        Json document = good();
        document["chunking"]["overlap"] = 500;
        document["policy"][1]["id"] = "mail";
        document["instructions"]["text"] = "{{ a1 }} {{ a2 }}";
        const WorkflowParse parse = parseWorkflow(document);
        QCOMPARE(parse.findings.size(), std::size_t{4});
    }

    // A thousand bad examples are not a thousand findings.
    void examplesAreListedUpToALimit() {
        Json document = good();
        Json& examples = document["prompt"]["examples"];
        for (int i = 0; i < 1000; ++i)
            examples.push_back({{"input", {{"ticket", i}}}, {"output", {{"label", "a"}}}});
        QCOMPARE(parseWorkflow(document).findings.size(), std::size_t{10});
    }

    void warningsDoNotRefuse() {
        Json document = good();
        document["instructions"]["text"] = "{% if ticket %}x{% endif %}{{ ticket.items }}";
        const WorkflowParse parse = parseWorkflow(document);
        QVERIFY2(parse.value, listed(parse.findings).c_str());
        for (const Finding& finding : parse.findings) {
            QVERIFY(finding.severity != Severity::Error);
            QCOMPARE(finding.pointer, std::string("/instructions/text"));
        }
    }

    void textThatIsNotJson_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("nothing") << QByteArray() << QByteArray("line 1, column 1");
        QTest::newRow("second line") << QByteArray("{\n  \"a\": x}") << QByteArray("line 2, column 8");
        QTest::newRow("twice") << QByteArray("{\"a\":1,\"a\":2}") << QByteArray("appears twice");
        QTest::newRow("deep") << QByteArray(100000, '[') << QByteArray("nested deeper");
    }
    void textThatIsNotJson() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, says);
        const WorkflowParse parse = parseWorkflowText(text.toStdString());
        QVERIFY(!parse.value);
        QVERIFY2(parse.findings.size() == 1, listed(parse.findings).c_str());
        QCOMPARE(parse.findings.front().code, std::string("json"));
        QVERIFY2(parse.findings.front().text.find(says.toStdString()) != std::string::npos,
                 parse.findings.front().text.c_str());
    }

    void documentsThatAreNoObject() {
        for (const char* text : {"[]", "null", "7", "true"}) {
            const WorkflowParse parse = parseWorkflowText(text);
            QVERIFY(!parse.value);
            QVERIFY2(parse.findings.size() == 1, listed(parse.findings).c_str());
        }
    }

    void schemaDescribesEveryPart() {
        for (const std::string_view part : kPartNames)
            QVERIFY2(documentSchema()["properties"].contains(std::string(part)), std::string(part).c_str());
    }
};

QTEST_APPLESS_MAIN(WorkflowParseTest)
#include "tst_workflow_parse.moc"
