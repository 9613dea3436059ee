// SPDX-License-Identifier: Apache-2.0
//
// The workflow document, format touchstone.workflow/1: everything that decides how one LLM feature behaves, as typed
// parts. The JSON form and its meaning are described by resources/schemas/workflow-1.schema.json.
//
// Plain values; safe to share between threads once built.

#pragma once

#include "base/json.h"
#include "base/money.h"
#include "workflow/prompt.h"

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace touchstone::workflow {

inline constexpr std::string_view kFormat = "touchstone.workflow/1";

// The parts, in the order people read them. Each is hashed by itself.
inline constexpr std::array<std::string_view, 12> kPartNames = {"inputs",   "instructions", "prompt", "retrieval",
                                                                "chunking", "memory",       "tools",  "output",
                                                                "routing",  "policy",       "budget", "cache"};

struct Example {
    Json input;   // an object, as the input schema says
    Json output;  // a string, or an object as the output schema says
};

enum class SelectBy { All, First, Similarity };

inline constexpr std::int64_t kDefaultSelectCount = 4;

struct PromptPart {
    std::vector<Message> messages;  // contents are templates
    std::vector<Example> examples;
    SelectBy selectBy = SelectBy::All;
    std::int64_t selectCount = 0;  // 0: no limit
};

enum class RetrievalStrategy { Bm25, Vector, Hybrid };
enum class WhenOver { Drop, Compress };

struct RetrievalPart {
    std::string corpus;  // "name" or "name@sha256:<64 hex digits>"
    RetrievalStrategy strategy = RetrievalStrategy::Bm25;
    std::string query;  // template
    std::int64_t topK = 4;
    double minScore = 0;
    std::optional<double> mmr;
    std::int64_t budgetTokens = 1500;
    WhenOver whenOver = WhenOver::Drop;
};

enum class ChunkMethod { Tokens, Sentences, Recursive, Markdown };

struct ChunkingPart {
    ChunkMethod method = ChunkMethod::Recursive;
    std::int64_t size = 300;    // tokens
    std::int64_t overlap = 40;  // tokens
};

enum class WhenOlder { Drop, Summarise };

// What of a conversation is sent again.
struct MemoryPart {
    std::optional<std::int64_t> windowTokens;
    std::optional<std::int64_t> keepLast;  // messages
    WhenOlder older = WhenOlder::Drop;
    std::vector<std::string> pin;  // roles whose messages always stay
};

enum class ToolKind { Http, Mcp, Mock };

struct MockResponse {
    std::string when;  // expression over the arguments; empty: always
    Json result;
};

// A tool the model may call. Its kind says which of the fields are set.
struct Tool {
    std::string name;
    ToolKind kind = ToolKind::Mock;
    std::string description;
    Json schema;  // of the arguments
    std::chrono::milliseconds timeout{10'000};
    // http
    std::string method = "GET";
    std::string url;                                                // template
    std::vector<std::pair<std::string, std::string>> headers;       // templates
    std::vector<std::pair<std::string, std::string>> headersByEnv;  // header → environment variable; never the value
    std::string body;                                               // template
    // mcp: a server or a command
    std::string server;
    std::vector<std::string> command;
    std::string remoteTool;  // its name there; empty: the same
    std::string tokenEnv;    // name of the environment variable that holds the token; never the token
    // mock
    std::vector<MockResponse> responses;
};

struct OutputPart {
    std::string mode = "text";  // "text", "json" or "tool"
    Json schema;                // null when mode is "text"
    bool streamAbort = false;
    std::vector<std::string> repair;  // "syntax", "reask"
    std::int64_t attempts = 1;        // answers asked for until one is valid
};

struct TierPrice {
    Money inputPerMillion;   // USD per million input tokens
    Money outputPerMillion;  // USD per million output tokens
};

struct Tier {
    std::string provider;
    std::string model;
    Json params = Json::object();
    std::string baseUrl;    // OpenAI-compatible endpoint; empty: the provider's own
    std::string apiKeyEnv;  // name of the environment variable that holds the key; never the key
    std::optional<TierPrice> price;
    std::optional<std::int64_t> contextWindow;  // tokens of prompt and longest answer together
};

struct RoutingRule {
    std::string when;                                         // expression; empty: always
    std::string use;                                          // tier; empty when the traffic is split
    std::vector<std::pair<std::string, double>> shares = {};  // tier → weight
    std::string sticky = {};                                  // expression whose value keeps its share
};

struct CascadeStep {
    std::string tier;
    std::string accept;  // expression over the answer and its checks; empty: always
};

// When a tier that fails is left alone for a while.
struct BreakerPolicy {
    std::int64_t failures = 5;
    std::chrono::seconds window{30};
    std::chrono::seconds open{30};
    std::int64_t probes = 1;
};

struct RetryPolicy {
    std::int64_t attempts = 2;  // calls to one tier, the first included
    std::chrono::milliseconds backoff{500};
    std::chrono::milliseconds maxBackoff{8000};
    bool jitter = true;
    std::vector<std::string> on = {"rate_limited", "server", "timeout", "network"};
};

struct RoutingPart {
    std::vector<std::pair<std::string, Tier>> tiers;  // in document order
    std::vector<RoutingRule> rules;
    std::vector<CascadeStep> cascade;
    std::vector<std::string> fallback;
    RetryPolicy retry;
    std::chrono::milliseconds timeout{30'000};
    std::optional<std::chrono::milliseconds> hedgeAfter;
    std::optional<BreakerPolicy> breaker;

    [[nodiscard]] const Tier* tier(std::string_view name) const;
};

enum class PolicyStage { Input, Context, Tool, Output };
enum class PolicyAction { Block, Redact, Flag, Route };

[[nodiscard]] std::string_view toString(PolicyStage stage);
[[nodiscard]] std::string_view toString(PolicyAction action);

// Exactly one of pii, terms, regex and when is set.
struct PolicyRule {
    std::string id;
    PolicyStage stage = PolicyStage::Input;
    std::vector<std::string> pii;
    std::vector<std::string> terms;
    bool wholeWord = true;
    std::string regex;
    std::string when;  // expression
    PolicyAction action = PolicyAction::Flag;
    std::string routeTo;
    std::string message;
};

struct BudgetPart {
    std::optional<Money> perRun;
    std::optional<Money> perDay;
    std::string whenNear;
    std::string whenSpent;
};

enum class CacheMode { Off, Exact, Semantic };

struct CachePart {
    CacheMode mode = CacheMode::Off;
    std::chrono::seconds timeToLive{86'400};
    double minSimilarity = 0.95;  // semantic
};

// One workflow. `json` is the document it was read from and what is hashed, stored and diffed; the other members are
// its typed reading.
struct Workflow {
    Json json;
    std::string name;
    std::string feature;
    std::string description;
    Json inputs;               // JSON Schema
    std::string instructions;  // template
    PromptPart prompt;
    std::optional<RetrievalPart> retrieval;
    ChunkingPart chunking;
    std::optional<MemoryPart> memory;
    std::vector<Tool> tools;
    OutputPart output;
    RoutingPart routing;
    std::vector<PolicyRule> policy;
    BudgetPart budget;
    CachePart cache;
};

}  // namespace touchstone::workflow
