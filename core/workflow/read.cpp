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

RoutingPart readRouting(const Json& part) {
    RoutingPart routing;
    for (const auto& [name, tier] : part.at("tiers").items())
        routing.tiers.emplace_back(name, readTier(tier));
    if (const Json* rules = memberAt(part, "rules"))
        for (const Json& rule : *rules)
            routing.rules.push_back({stringAt(rule, "when"), stringAt(rule, "use")});
    routing.fallback = stringsAt(part, "fallback");
    if (const Json* retry = memberAt(part, "retry"))
        routing.retry = readRetry(*retry);
    routing.timeout = millisecondsAt(part, "timeout_ms", routing.timeout);
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
    if (const Json* output = memberAt(document, "output"))
        workflow.output = readOutput(*output);
    workflow.routing = readRouting(document.at("routing"));
    if (const Json* policy = memberAt(document, "policy"))
        for (const Json& rule : *policy)
            workflow.policy.push_back(readRule(rule));
    if (const Json* budget = memberAt(document, "budget"))
        workflow.budget = readBudget(*budget);
    return workflow;
}

}  // namespace touchstone::workflow
