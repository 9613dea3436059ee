// SPDX-License-Identifier: Apache-2.0
//
// Answers from a recording: a live run is recorded once and played back bit for bit, without a network. A recording is
// JSON Lines, one exchange a line: the answer, and a hash that names the call. It never holds a key.
//
// Thread-safe: every class here may be used from any thread.

#pragma once

#include "base/result.h"
#include "provider/provider.h"

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace touchstone::provider {

class Recording {
public:
    // Reads a recording's text; fails and names the line that is not an exchange.
    [[nodiscard]] static Result<std::shared_ptr<Recording>> parse(std::string_view jsonLines);

    // Names a call by what decides its answer: provider, model, params, messages, output schema.
    [[nodiscard]] static std::string keyOf(std::string_view provider, const Call& call);

    void add(const std::string& key, const Reply& reply);
    // The replies to a call in the order they were recorded, each given out once and the last one again and again.
    [[nodiscard]] std::optional<Reply> next(const std::string& key);
    [[nodiscard]] std::string toJsonLines() const;

private:
    struct Replies {
        std::vector<Reply> replies;
        std::size_t given = 0;
    };

    mutable std::mutex m_mutex;
    // Guarded by m_mutex
    std::map<std::string, Replies> m_exchanges;
};

// Passes calls on and writes down what came of them. A call that its caller cancelled is left out: what came of it says
// nothing about the model.
class RecordingProvider final : public Provider {
public:
    RecordingProvider(std::shared_ptr<Provider> live, std::shared_ptr<Recording> recording)
        : m_live(std::move(live)), m_recording(std::move(recording)) {}

    [[nodiscard]] std::string_view name() const override { return m_live->name(); }
    void send(const Call& call, std::stop_token stop, OnDelta onDelta, OnDone onDone) override;

private:
    std::shared_ptr<Provider> m_live;
    std::shared_ptr<Recording> m_recording;
};

// Answers what the recording holds; FailureKind::NotRecorded for anything else.
class ReplayProvider final : public Provider {
public:
    ReplayProvider(std::string name, std::shared_ptr<Recording> recording)
        : m_name(std::move(name)), m_recording(std::move(recording)) {}

    [[nodiscard]] std::string_view name() const override { return m_name; }
    void send(const Call& call, std::stop_token stop, OnDelta onDelta, OnDone onDone) override;

private:
    const std::string m_name;
    std::shared_ptr<Recording> m_recording;
};

}  // namespace touchstone::provider
