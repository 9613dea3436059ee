// SPDX-License-Identifier: Apache-2.0
//
// One call to one model, and what came of it. What goes wrong in an LLM call is a normal outcome: a Failure with a
// closed set of kinds, not an Error.

#pragma once

#include "base/json.h"
#include "policy/cleared_prompt.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <variant>

namespace touchstone::provider {

// A zero duration means "no such deadline".
struct Deadlines {
    std::chrono::milliseconds connect{10'000};
    std::chrono::milliseconds firstToken{60'000};
    std::chrono::milliseconds betweenTokens{30'000};
    std::chrono::milliseconds total{120'000};
};

struct Call {
    policy::ClearedPrompt prompt;
    std::string model;             // as the provider names it
    Json params = Json::object();  // sampling controls and the like, sent as they are
    Deadlines deadlines = {};
};

// Token counts as the provider reported them. `cachedInput` is part of `input`, `reasoning` part of `output`.
struct Usage {
    std::int64_t input = 0;
    std::int64_t output = 0;
    std::int64_t cachedInput = 0;
    std::int64_t reasoning = 0;
    bool estimated = false;  // true when we counted because the provider did not say
    auto operator<=>(const Usage&) const = default;
};

enum class Finish { Stop, Length, ContentFilter };

[[nodiscard]] std::string_view toString(Finish finish);

struct Completion {
    std::string text;
    Finish finish = Finish::Stop;
    std::optional<Usage> usage;  // empty: the provider reported none
    std::string model;           // the model that really answered
    std::string responseId = {};
};

enum class FailureKind {
    Unauthorized,  // the key is missing, wrong or not allowed to do this
    ModelNotFound,
    BadRequest,  // the provider rejects the request as such
    ContextTooLong,
    ContentFilter,  // the provider refuses the content
    RateLimited,
    QuotaSpent,  // rate limit that no waiting will lift
    Server,      // 5xx, overloaded
    Network,     // no connection, name or TLS failure: nothing was sent or nothing came back
    Timeout,
    Interrupted,  // the answer began and was cut
    Malformed,    // the answer is not what this API answers
    NotRecorded,  // replay has no such exchange
    Cancelled,
};

// "unauthorized", "rate_limited", …: the spelling of routing.retry.on and of the store.
[[nodiscard]] std::string_view toString(FailureKind kind);

struct Failure {
    FailureKind kind = FailureKind::Server;
    std::string message;            // for people: what failed and what to do; no key, no prompt text
    std::string providerText = {};  // the provider's own words, at most 512 bytes, printable
    int httpStatus = 0;             // 0: no HTTP answer
    std::string requestId = {};
    std::optional<std::chrono::milliseconds> retryAfter = {};
    std::string partialText = {};  // what had arrived before the cut
    std::optional<Usage> usage = {};
};

using Reply = std::variant<Completion, Failure>;

// Thread-safe: send() may be called from any thread.
class Provider {
public:
    using OnDelta = std::function<void(std::string_view text)>;
    using OnDone = std::function<void(Reply)>;

    virtual ~Provider() = default;

    // The name that routing tiers use: "builtin", "openai", ….
    [[nodiscard]] virtual std::string_view name() const = 0;

    // Starts the call. `onDelta` sees the answer's text in order while it arrives, possibly in one piece. `onDone` is
    // called exactly once and last, also after cancellation, from any thread or from inside send() itself.
    // REQUIRES: `onDone` is set; `onDelta` may be empty.
    virtual void send(const Call& call, std::stop_token stop, OnDelta onDelta, OnDone onDone) = 0;
};

}  // namespace touchstone::provider
