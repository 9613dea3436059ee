// SPDX-License-Identifier: Apache-2.0

#include "support/trace_generator.h"

#include "base/random.h"

#include <array>
#include <cmath>
#include <string>

namespace touchstone {
namespace {

constexpr std::array<const char*, 48> kWords = {
    "order",   "refund", "invoice",  "late",    "parcel",  "address", "password", "login",   "charge", "twice",
    "cancel",  "plan",   "upgrade",  "team",    "seat",    "export",  "report",   "missing", "error",  "screen",
    "mobile",  "the",    "my",       "was",     "is",      "not",     "and",      "please",  "help",   "since",
    "Tuesday", "weeks",  "customer", "account", "payment", "card",    "declined", "support", "answer", "waiting",
    "still",   "again",  "broken",   "update",  "version", "cannot",  "find",     "where"};

std::string sentence(Random& random, std::size_t bytes) {
    std::string text;
    while (text.size() < bytes) {
        text += kWords[random.below(kWords.size())];
        text += random.below(9) == 0 ? ". " : " ";
    }
    return text;
}

template <std::size_t N>
const char* pick(Random& random, const std::array<const char*, N>& values) {
    return values[random.below(N)];
}

trace::Status status(Random& random) {
    const std::uint64_t roll = random.below(1000);
    if (roll < 12)
        return trace::Status::Failed;
    if (roll < 30)
        return trace::Status::Invalid;
    return roll < 35 ? trace::Status::Blocked : trace::Status::Ok;
}

trace::Thumb thumb(Random& random) {
    const std::uint64_t roll = random.below(1000);
    return roll < 4 ? trace::Thumb::Down : roll < 20 ? trace::Thumb::Up : trace::Thumb::None;
}

std::chrono::nanoseconds latency(Random& random) {
    const double seconds = 0.15 * std::exp(1.1 * (random.uniform() + random.uniform() + random.uniform() - 1.0));
    const double tail = random.below(200) == 0 ? 12.0 : 1.0;
    return std::chrono::nanoseconds(static_cast<std::int64_t>(seconds * tail * 1e9));
}

trace::Summary summary(Random& random, std::uint64_t number, const TraceGeneratorOptions& options) {
    constexpr std::array<const char*, 3> kModels = {"gpt-small", "gpt-large", "builtin/small"};
    constexpr std::array<const char*, 5> kJourneys = {"checkout", "returns", "account", "billing", "onboarding"};
    trace::Summary made;
    made.id = makeTraceId(random);
    made.start = options.start + options.step * static_cast<std::int64_t>(number) +
                 std::chrono::nanoseconds(random.below(static_cast<std::uint64_t>(options.step.count()) + 1));
    made.duration = latency(random);
    made.workflow = random.below(4) == 0 ? "order-lookup" : "support-triage";
    made.version = VersionId(std::string(64, "a3f9"[random.below(4)]));
    made.document = made.version.text;
    made.origin = random.below(10) == 0 ? trace::Origin::Experiment : trace::Origin::Production;
    made.context = {made.workflow == "order-lookup" ? "orders.lookup" : "support.triage", pick(random, kJourneys),
                    "production"};
    made.status = status(random);
    made.model = pick(random, kModels);
    made.tier = made.model == "gpt-large" ? "large" : "small";
    made.provider = made.model == "builtin/small" ? "builtin" : "openai";
    made.inputTokens = 300 + static_cast<std::int64_t>(random.below(600));
    made.outputTokens = 20 + static_cast<std::int64_t>(random.below(200));
    if (made.provider != "builtin")
        made.cost = Money::fromPicodollars(made.inputTokens * 150'000 + made.outputTokens * 600'000);
    made.attempts = 1;
    made.feedback = thumb(random);
    return made;
}

trace::Span span(Random& random, const SpanId& parent, const char* name, std::chrono::nanoseconds duration) {
    return {makeSpanId(random), parent, name, std::chrono::nanoseconds(0), duration, trace::SpanStatus::Ok, {}, {}};
}

std::vector<trace::Span> spans(Random& random, const trace::Summary& summary) {
    std::vector<trace::Span> list = {span(random, {}, "run", summary.duration)};
    for (const char* name : {"admit", "context", "render", "route", "attempt", "validate", "guard", "record"})
        list.push_back(span(random, list.front().id, name, summary.duration / 9));
    list[5].attributes = {{"gen_ai.request.model", summary.model}, {"gen_ai.usage.input_tokens", summary.inputTokens}};
    return list;
}

}  // namespace

trace::Trace makeTrace(std::uint64_t number, const TraceGeneratorOptions& options) {
    const auto random = makeSeededRandom(options.seed * 0x9E3779B97F4A7C15ULL + number);
    trace::Trace made;
    made.summary = summary(*random, number, options);
    const std::string ticket = sentence(*random, 400 + random->below(500));
    made.detail.input = {{"ticket", ticket}, {"plan", "pro"}};
    made.detail.output = R"({"label":"billing","reason":")" + sentence(*random, 60) + "\"}";
    made.detail.messages = Json::array({{{"role", "system"}, {"content", "You are the triage desk of Acme."}},
                                        {{"role", "user"}, {"content", sentence(*random, 300) + ticket}}});
    made.detail.spans = spans(*random, made.summary);
    if (made.summary.status != trace::Status::Ok)
        made.detail.error = "the answer does not fit the schema";
    return made;
}

}  // namespace touchstone
