// SPDX-License-Identifier: Apache-2.0
//
// A provider, and the directory that finds it, whose every answer is written down by the test: replies, failures,
// text that streams first, calls that hang until they are cancelled.
//
// Thread-safe. Replies come from inside send(), those of hanging calls from whoever stops them.

#pragma once

#include "provider/directory.h"

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace touchstone::testing {

// What one call does: streams its deltas, then replies; without a reply it hangs.
struct ScriptedStep {
    std::vector<std::string> deltas = {};
    std::optional<provider::Reply> reply = {};
    std::function<void()> before = {};  // runs inside send(), ahead of all else
};

// A whole answer that reports 10 input and 5 output tokens.
[[nodiscard]] ScriptedStep answers(std::string text);
[[nodiscard]] ScriptedStep answersWithoutUsage(std::string text);
[[nodiscard]] ScriptedStep fails(provider::FailureKind kind, std::optional<std::chrono::milliseconds> retryAfter = {});
[[nodiscard]] ScriptedStep hangs(std::vector<std::string> deltas = {});

class ScriptedProvider final : public provider::Provider, public provider::Directory {
public:
    struct Received {
        std::string model;
        workflow::Prompt prompt;
        provider::Deadlines deadlines;
        Json params;
    };
    using Script = std::function<ScriptedStep(std::size_t call, const Received& received)>;

    // Call n gets step n; calls beyond the last fail as BadRequest, "the script is over".
    void play(std::vector<ScriptedStep> steps);
    // Every call is answered by a function of its number, from 0, and of what it asks.
    void play(Script script);

    [[nodiscard]] std::vector<Received> calls() const;
    // Waits until that many calls have begun; false after ten seconds.
    [[nodiscard]] bool waitForCalls(std::size_t count) const;

    [[nodiscard]] std::string_view name() const override { return "scripted"; }
    void send(const provider::Call& call, std::stop_token stop, OnDelta onDelta, OnDone onDone) override;
    // Serves every provider's name but "nobody", which is not found.
    [[nodiscard]] Result<std::shared_ptr<provider::Provider>> forTier(const workflow::Tier& tier) override;

private:
    struct Hanging {
        OnDone done;
        std::optional<std::stop_callback<std::function<void()>>> onStop;
    };

    mutable std::mutex m_mutex;
    mutable std::condition_variable m_changed;
    // Guarded by m_mutex
    Script m_script;
    std::vector<Received> m_calls;
    std::vector<std::shared_ptr<Hanging>> m_hanging;
};

}  // namespace touchstone::testing
