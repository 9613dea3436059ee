// SPDX-License-Identifier: Apache-2.0
//
// One run as it happened: which version, for whom, what it cost, what went in and out, and the spans of its stages.
// Names follow OpenTelemetry (trace, span) and its GenAI conventions where they have one.
//
// Plain values; safe to share between threads once built.

#pragma once

#include "base/clock.h"
#include "base/ids.h"
#include "base/json.h"
#include "base/money.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace touchstone::trace {

enum class SpanStatus { Ok, Error, Cancelled };

struct Span {
    SpanId id;
    SpanId parent;     // empty for the root
    std::string name;  // "admit", "context", "render", "route", "attempt", "validate", "guard", "record", …
    std::chrono::nanoseconds start{0};  // since the trace's start
    std::chrono::nanoseconds duration{0};
    SpanStatus status = SpanStatus::Ok;
    std::string message = {};          // why it is not Ok
    Json attributes = Json::object();  // "gen_ai.…" and "touchstone.…" keys
};

// How the run ended for its caller.
enum class Status {
    Ok,       // an answer that satisfies the version
    Invalid,  // an answer that does not satisfy the output schema, or was cut off by its model
    Blocked,  // a policy refused the input or the answer
    Failed,   // no answer
    Cancelled,
};

// Replay: a run repeated from what it recorded; no model was called and nothing paid. Its cost is that of the recorded
// calls.
enum class Origin { Try, Experiment, Production, Replay };
enum class Thumb { None, Up, Down };

[[nodiscard]] std::string_view toString(SpanStatus status);
[[nodiscard]] std::string_view toString(Status status);
[[nodiscard]] std::string_view toString(Origin origin);
[[nodiscard]] std::string_view toString(Thumb thumb);
[[nodiscard]] std::optional<SpanStatus> parseSpanStatus(std::string_view text);
[[nodiscard]] std::optional<Status> parseStatus(std::string_view text);
[[nodiscard]] std::optional<Origin> parseOrigin(std::string_view text);
[[nodiscard]] std::optional<Thumb> parseThumb(std::string_view text);

// Why the run happened, in the words of the business.
struct BusinessContext {
    std::string feature;      // "support.triage"
    std::string journey;      // user journey: "checkout"
    std::string environment;  // "production", "staging"; empty on a desk
};

// A person's word on an answer.
struct Feedback {
    Thumb thumb = Thumb::None;
    std::string comment;  // why
    WallTime at;
    std::optional<double> score = {};  // 0 (useless) to 1 (perfect)
    std::string correction = {};       // what the answer should have been; empty: not said
};

// What a list of traces shows: everything that is filtered, sorted and summed. No payload text.
struct Summary {
    TraceId id;
    WallTime start;
    std::chrono::nanoseconds duration{0};
    std::string workflow;
    VersionId version;     // empty: an uncommitted draft
    std::string document;  // 64 hex digits: hash of the workflow document that ran, draft or not
    Origin origin = Origin::Try;
    BusinessContext context;
    Status status = Status::Ok;
    std::string tier;
    std::string provider;
    std::string model;
    std::int64_t inputTokens = 0;
    std::int64_t outputTokens = 0;
    bool tokensEstimated = false;
    std::optional<Money> cost;  // empty: a price is unknown
    std::int32_t attempts = 0;  // calls to any model
    std::int32_t retries = 0;   // of them, repeats on the same tier
    bool fellBack = false;      // answered by another tier than the one chosen first
    Thumb feedback = Thumb::None;
};

struct SourceRecord {
    std::int64_t index = 0;  // as cited, from 1
    std::string document;
    std::string title;
    std::size_t begin = 0;  // bytes in the document
    std::size_t end = 0;
    double score = 0;  // 0..1
    std::int64_t tokens = 0;
};

struct ValidationFailure {
    std::string pointer;  // into the answer
    std::string message;
};

struct PolicyRecord {
    std::string rule;
    std::string stage;
    std::string action;
    std::string where;
    std::int64_t hits = 0;
    std::string message;
};

// What one trace shows when it is opened.
struct Detail {
    Json input;
    std::string output;
    Json messages = Json::array();  // as sent: [{"role","content"}]
    std::vector<SourceRecord> sources;
    std::vector<ValidationFailure> validation;
    std::vector<PolicyRecord> policy;
    std::vector<Span> spans;  // by start; the first is the root
    std::string error;        // for people, when status is not Ok
    std::vector<Feedback> feedback;
};

struct Trace {
    Summary summary;
    Detail detail;
};

}  // namespace touchstone::trace
