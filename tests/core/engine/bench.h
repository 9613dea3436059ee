// SPDX-License-Identifier: Apache-2.0
//
// An engine with a scripted provider and a clock that stands still, and a workflow to change.

#pragma once

#include "support/manual_clock.h"
#include "support/printing.h"
#include "support/scripted_provider.h"

#include "engine/engine.h"
#include "workflow/parse.h"

#include <future>
#include <stdexcept>
#include <thread>

namespace bench {

using namespace touchstone;
using namespace std::chrono_literals;

// One text goes in; tiers small, large and other of one scripted provider; no retry unless a test wants one.
inline Json document() {
    const auto tier = [](const char* model) { return Json{{"provider", "scripted"}, {"model", model}}; };
    return Json{{"format", "touchstone.workflow/1"},
                {"name", "desk"},
                {"feature", "support.desk"},
                {"inputs",
                 {{"type", "object"},
                  {"properties", {{"ticket", {{"type", "string"}}}}},
                  {"required", Json::array({"ticket"})}}},
                {"prompt", {{"messages", Json::array({Json{{"role", "user"}, {"content", "{{ ticket }}"}}})}}},
                {"routing",
                 {{"tiers", {{"small", tier("s1")}, {"large", tier("l1")}, {"other", tier("o1")}}},
                  {"retry", {{"attempts", 1}}}}}};
}

// The document with a JSON merge patch (RFC 7396) applied.
inline Json patched(const char* patch) {
    Json changed = document();
    changed.merge_patch(Json::parse(patch));
    return changed;
}

inline Result<std::shared_ptr<const engine::Prepared>> prepare(const Json& json,
                                                               std::vector<retrieval::Document> corpus = {}) {
    workflow::WorkflowParse parsed = workflow::parseWorkflow(json);
    if (!parsed.value)
        throw std::runtime_error(toLine(parsed.findings.front()));
    return engine::Prepared::prepare(*std::move(parsed.value), [corpus](const std::string& reference) {
        return corpus.empty() ? Result<retrieval::Corpus>(Error{ErrorCode::NotFound, "no corpus " + reference})
                              : retrieval::Corpus::make(corpus);
    });
}

// Spins until `condition` holds; false after ten seconds of real time.
template <class Condition>
[[nodiscard]] bool eventually(const Condition& condition) {
    const auto patience = std::chrono::steady_clock::now() + 10s;
    while (!condition()) {
        if (std::chrono::steady_clock::now() > patience)
            return false;
        std::this_thread::yield();
    }
    return true;
}

struct Bench {
    touchstone::testing::ManualClock clock;
    std::unique_ptr<Random> random = makeSeededRandom(7);
    touchstone::testing::ScriptedProvider provider;
    engine::Engine engine{{clock, *random, provider, cost::PriceTable::shipped(), 2}};

    std::future<engine::Outcome> start(engine::RunRequest request, std::stop_token stop = {},
                                       engine::Engine::OnDelta onDelta = {}) {
        auto promise = std::make_shared<std::promise<engine::Outcome>>();
        auto outcome = promise->get_future();
        engine.run(std::move(request), std::move(stop), std::move(onDelta),
                   [promise](engine::Outcome done) { promise->set_value(std::move(done)); });
        return outcome;
    }

    std::future<engine::Outcome> start(const Json& json, const char* input = R"({"ticket": "hello"})",
                                       std::stop_token stop = {}, engine::Engine::OnDelta onDelta = {}) {
        return start(requestFor(json, input), std::move(stop), std::move(onDelta));
    }

    engine::Outcome run(const Json& json, const char* input = R"({"ticket": "hello"})") {
        return start(json, input).get();
    }

    // The outcome of a run that waits on the way, while time moves on by `step`.
    engine::Outcome runThroughWaits(const Json& json, std::chrono::milliseconds step) {
        auto running = start(json);
        while (running.wait_for(0s) != std::future_status::ready) {
            clock.advance(step);
            std::this_thread::yield();
        }
        return running.get();
    }

    static engine::RunRequest requestFor(const Json& json, const char* input = R"({"ticket": "hello"})",
                                         std::vector<retrieval::Document> corpus = {}) {
        auto prepared = prepare(json, std::move(corpus));
        if (!prepared.ok())
            throw std::runtime_error(prepared.error().message);
        engine::RunRequest request;
        request.workflow = std::move(prepared).value();
        request.input = Json::parse(input);
        return request;
    }
};

// The first span of that name, or null.
inline const trace::Span* spanNamed(const trace::Trace& trace, std::string_view name) {
    for (const trace::Span& span : trace.detail.spans)
        if (span.name == name)
            return &span;
    return nullptr;
}

inline std::vector<std::string> spanNames(const trace::Trace& trace) {
    std::vector<std::string> names;
    for (const trace::Span& span : trace.detail.spans)
        names.push_back(span.name);
    return names;
}

// "small large": the tiers' attempts in order.
inline std::string attemptsOf(const trace::Trace& trace) {
    std::string tiers;
    for (const trace::Span& span : trace.detail.spans)
        if (span.name.starts_with("attempt "))
            tiers += (tiers.empty() ? "" : " ") + span.name.substr(8);
    return tiers;
}

inline bool holds(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

// What was sent, as "role: content" lines.
inline std::string sent(const Bench& desk) {
    std::string text;
    const auto calls = desk.provider.calls();
    for (const workflow::Message& message : calls.at(0).prompt.messages)
        text += std::string(toString(message.role)) + ": " + message.content + "\n";
    return text;
}

inline std::vector<retrieval::Document> helpCentre() {
    return {{"refunds.md", "Refunds", "A refund takes five days to arrive on the card that was used to pay for it."},
            {"shipping.md", "Shipping", "A parcel travels three days by land and one day by air, refund excluded."},
            {"screens.md", "Screens", "A broken screen is repaired in any of our shops for a fixed price."}};
}

}  // namespace bench

#define COMPARE_STATUS(actual, expected) QCOMPARE(std::string(toString(actual)), std::string(toString(expected)))
