// SPDX-License-Identifier: Apache-2.0

#include "read.h"

namespace touchstone::workflow {
namespace {

// One table a keyword: the spelling in the document and the value it stands for.
template <class T>
using Spellings = std::initializer_list<std::pair<std::string_view, T>>;

template <class T>
T spelled(const Json& object, std::string_view key, T fallback, Spellings<T> spellings) {
    const std::string word = stringAt(object, key);
    for (const auto& [spelling, value] : spellings)
        if (word == spelling)
            return value;
    return fallback;
}

std::vector<std::string> stringsAt(const Json& object, std::string_view key) {
    std::vector<std::string> texts;
    if (const Json* list = memberAt(object, key))
        for (const Json& item : *list)
            texts.push_back(item.get<std::string>());
    return texts;
}

// The members of an object of texts, in document order.
std::vector<std::pair<std::string, std::string>> namedTextsAt(const Json& object, std::string_view key) {
    std::vector<std::pair<std::string, std::string>> texts;
    if (const Json* members = memberAt(object, key))
        for (const auto& [name, text] : members->items())
            texts.emplace_back(name, text.get<std::string>());
    return texts;
}

std::optional<Money> moneyAt(const Json& object, std::string_view key) {
    const Json* amount = memberAt(object, key);
    if (!amount)
        return std::nullopt;
    const auto money = Money::fromDollars(amount->get<double>());
    return money.ok() ? std::optional(money.value()) : std::nullopt;
}

std::chrono::milliseconds millisecondsAt(const Json& object, std::string_view key, std::chrono::milliseconds fallback) {
    return std::chrono::milliseconds(integerAt(object, key, fallback.count()));
}

PromptPart readPrompt(const Json& part) {
    PromptPart prompt;
    for (const Json& message : part.at("messages"))
        prompt.messages.push_back(
            {spelled<Role>(message, "role", Role::User, {{"system", Role::System}, {"assistant", Role::Assistant}}),
             stringAt(message, "content")});
    if (const Json* examples = memberAt(part, "examples"))
        for (const Json& example : *examples)
            prompt.examples.push_back({example.at("input"), example.at("output")});
    if (const Json* select = memberAt(part, "select")) {
        prompt.selectBy = spelled<SelectBy>(*select, "by", SelectBy::First,
                                            {{"all", SelectBy::All}, {"similarity", SelectBy::Similarity}});
        prompt.selectCount = integerAt(*select, "count", prompt.selectBy == SelectBy::All ? 0 : kDefaultSelectCount);
    }
    return prompt;
}

RetrievalPart readRetrieval(const Json& part) {
    RetrievalPart retrieval;
    retrieval.corpus = stringAt(part, "corpus");
    retrieval.strategy =
        spelled<RetrievalStrategy>(part, "strategy", RetrievalStrategy::Bm25,
                                   {{"vector", RetrievalStrategy::Vector}, {"hybrid", RetrievalStrategy::Hybrid}});
    retrieval.query = stringAt(part, "query");
    retrieval.topK = integerAt(part, "top_k", retrieval.topK);
    retrieval.minScore = numberAt(part, "min_score", retrieval.minScore);
    if (memberAt(part, "mmr"))
        retrieval.mmr = numberAt(part, "mmr");
    retrieval.budgetTokens = integerAt(part, "budget_tokens", retrieval.budgetTokens);
    retrieval.whenOver = spelled<WhenOver>(part, "when_over", WhenOver::Drop, {{"compress", WhenOver::Compress}});
    return retrieval;
}

ChunkingPart readChunking(const Json& part) {
    ChunkingPart chunking;
    chunking.method = spelled<ChunkMethod>(
        part, "method", ChunkMethod::Recursive,
        {{"tokens", ChunkMethod::Tokens}, {"sentences", ChunkMethod::Sentences}, {"markdown", ChunkMethod::Markdown}});
    chunking.size = integerAt(part, "size", chunking.size);
    chunking.overlap = integerAt(part, "overlap", chunking.overlap);
    return chunking;
}

MemoryPart readMemory(const Json& part) {
    MemoryPart memory;
    if (memberAt(part, "window_tokens"))
        memory.windowTokens = integerAt(part, "window_tokens");
    if (memberAt(part, "keep_last"))
        memory.keepLast = integerAt(part, "keep_last");
    memory.older = spelled<WhenOlder>(part, "older", WhenOlder::Drop, {{"summarise", WhenOlder::Summarise}});
    memory.pin = stringsAt(part, "pin");
    return memory;
}

Tool readTool(const Json& json) {
    Tool tool;
    tool.name = stringAt(json, "name");
    tool.kind = spelled<ToolKind>(json, "kind", ToolKind::Mock, {{"http", ToolKind::Http}, {"mcp", ToolKind::Mcp}});
    tool.description = stringAt(json, "description");
    tool.schema = json.at("schema");
    tool.timeout = millisecondsAt(json, "timeout_ms", tool.timeout);
    tool.method = stringAt(json, "method", tool.method);
    tool.url = stringAt(json, "url");
    tool.headers = namedTextsAt(json, "headers");
    tool.headersByEnv = namedTextsAt(json, "headers_env");
    tool.body = stringAt(json, "body");
    tool.server = stringAt(json, "server");
    tool.command = stringsAt(json, "command");
    tool.remoteTool = stringAt(json, "tool");
    tool.tokenEnv = stringAt(json, "token_env");
    if (const Json* responses = memberAt(json, "responses"))
        for (const Json& response : *responses)
            tool.responses.push_back({stringAt(response, "when"), response.at("result")});
    return tool;
}

OutputPart readOutput(const Json& part) {
    OutputPart output;
    output.mode = stringAt(part, "mode", output.mode);
    if (const Json* schema = memberAt(part, "schema"))
        output.schema = *schema;
    output.streamAbort = boolAt(part, "stream_abort");
    output.repair = stringsAt(part, "repair");
    output.attempts = integerAt(part, "attempts", output.attempts);
    return output;
}

Tier readTier(const Json& json) {
    Tier tier;
    tier.provider = stringAt(json, "provider");
    tier.model = stringAt(json, "model");
    if (const Json* params = memberAt(json, "params"))
        tier.params = *params;
    tier.baseUrl = stringAt(json, "base_url");
    tier.apiKeyEnv = stringAt(json, "api_key_env");
    if (const Json* price = memberAt(json, "price")) {
        const auto input = moneyAt(*price, "input_per_mtok");
        const auto output = moneyAt(*price, "output_per_mtok");
        if (input && output)
            tier.price = TierPrice{*input, *output};
    }
    if (memberAt(json, "context_window"))
        tier.contextWindow = integerAt(json, "context_window");
    return tier;
}

RetryPolicy readRetry(const Json& json) {
    RetryPolicy retry;
    retry.attempts = integerAt(json, "attempts", retry.attempts);
    retry.backoff = millisecondsAt(json, "backoff_ms", retry.backoff);
    retry.maxBackoff = millisecondsAt(json, "max_backoff_ms", retry.maxBackoff);
    retry.jitter = boolAt(json, "jitter", retry.jitter);
    if (memberAt(json, "on"))
        retry.on = stringsAt(json, "on");
    return retry;
}

RoutingRule readRoutingRule(const Json& json) {
    RoutingRule rule{stringAt(json, "when"), stringAt(json, "use"), {}, stringAt(json, "sticky")};
    if (const Json& use = json.at("use"); use.is_object())
        for (const auto& [tier, weight] : use.items())
            rule.shares.emplace_back(tier, weight.get<double>());
    return rule;
}

BreakerPolicy readBreaker(const Json& json) {
    BreakerPolicy breaker;
    breaker.failures = integerAt(json, "failures", breaker.failures);
    breaker.window = std::chrono::seconds(integerAt(json, "window_s", breaker.window.count()));
    breaker.open = std::chrono::seconds(integerAt(json, "open_s", breaker.open.count()));
    breaker.probes = integerAt(json, "probes", breaker.probes);
    return breaker;
}

RoutingPart readRouting(const Json& part) {
    RoutingPart routing;
    for (const auto& [name, tier] : part.at("tiers").items())
        routing.tiers.emplace_back(name, readTier(tier));
    if (const Json* rules = memberAt(part, "rules"))
        for (const Json& rule : *rules)
            routing.rules.push_back(readRoutingRule(rule));
    if (const Json* cascade = memberAt(part, "cascade"))
        for (const Json& step : *cascade)
            routing.cascade.push_back({stringAt(step, "tier"), stringAt(step, "accept")});
    routing.fallback = stringsAt(part, "fallback");
    if (const Json* retry = memberAt(part, "retry"))
        routing.retry = readRetry(*retry);
    routing.timeout = millisecondsAt(part, "timeout_ms", routing.timeout);
    if (memberAt(part, "hedge_after_ms"))
        routing.hedgeAfter = millisecondsAt(part, "hedge_after_ms", {});
    if (const Json* breaker = memberAt(part, "breaker"))
        routing.breaker = readBreaker(*breaker);
    return routing;
}

PolicyRule readRule(const Json& json) {
    PolicyRule rule;
    rule.id = stringAt(json, "id");
    rule.stage = spelled<PolicyStage>(
        json, "stage", PolicyStage::Input,
        {{"context", PolicyStage::Context}, {"tool", PolicyStage::Tool}, {"output", PolicyStage::Output}});
    const Json& detect = json.at("detect");
    rule.pii = stringsAt(detect, "pii");
    rule.terms = stringsAt(detect, "terms");
    rule.wholeWord = boolAt(detect, "whole_word", rule.wholeWord);
    rule.regex = stringAt(detect, "regex");
    rule.when = stringAt(detect, "when");
    rule.action = spelled<PolicyAction>(
        json, "action", PolicyAction::Flag,
        {{"block", PolicyAction::Block}, {"redact", PolicyAction::Redact}, {"route", PolicyAction::Route}});
    rule.routeTo = stringAt(json, "to");
    rule.message = stringAt(json, "message");
    return rule;
}

BudgetPart readBudget(const Json& part) {
    return {moneyAt(part, "per_run_usd"), moneyAt(part, "per_day_usd"), stringAt(part, "when_near"),
            stringAt(part, "when_spent")};
}

CachePart readCache(const Json& part) {
    CachePart cache;
    cache.mode = spelled<CacheMode>(part, "mode", CacheMode::Off,
                                    {{"exact", CacheMode::Exact}, {"semantic", CacheMode::Semantic}});
    cache.timeToLive = std::chrono::seconds(integerAt(part, "ttl_s", cache.timeToLive.count()));
    cache.minSimilarity = numberAt(part, "min_similarity", cache.minSimilarity);
    return cache;
}

}  // namespace

Workflow readWorkflow(const Json& document) {
    Workflow workflow;
    workflow.json = document;
    workflow.name = stringAt(document, "name");
    workflow.feature = stringAt(document, "feature");
    workflow.description = stringAt(document, "description");
    workflow.inputs = document.at("inputs");
    if (const Json* instructions = memberAt(document, "instructions"))
        workflow.instructions = stringAt(*instructions, "text");
    workflow.prompt = readPrompt(document.at("prompt"));
    if (const Json* retrieval = memberAt(document, "retrieval"))
        workflow.retrieval = readRetrieval(*retrieval);
    if (const Json* chunking = memberAt(document, "chunking"))
        workflow.chunking = readChunking(*chunking);
    if (const Json* memory = memberAt(document, "memory"))
        workflow.memory = readMemory(*memory);
    if (const Json* tools = memberAt(document, "tools"))
        for (const Json& tool : *tools)
            workflow.tools.push_back(readTool(tool));
    if (const Json* output = memberAt(document, "output"))
        workflow.output = readOutput(*output);
    workflow.routing = readRouting(document.at("routing"));
    if (const Json* policy = memberAt(document, "policy"))
        for (const Json& rule : *policy)
            workflow.policy.push_back(readRule(rule));
    if (const Json* budget = memberAt(document, "budget"))
        workflow.budget = readBudget(*budget);
    if (const Json* cache = memberAt(document, "cache"))
        workflow.cache = readCache(*cache);
    return workflow;
}

}  // namespace touchstone::workflow
