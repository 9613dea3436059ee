// SPDX-License-Identifier: Apache-2.0
//
// Answers from a recording: a live run is recorded once and played back bit for bit, without a network. A recording is
// JSON Lines: {"format":"touchstone.recording/1"}, then one exchange a line: the answer, and a hash that names the
// call. It never holds a key.
//
// Thread-safe: every class here may be used from any thread.

#pragma once

#include "base/result.h"
#include "provider/provider.h"

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace touchstone::provider {

// How a recording begins, with its line end.
inline constexpr std::string_view kRecordingHead = "{\"format\":\"touchstone.recording/1\"}\n";

// Names a call by what decides its answer: provider, model, params, messages, output schema.
[[nodiscard]] std::string recordingKey(std::string_view provider, const Call& call);

// An exchange as a recording holds it, with its line end.
[[nodiscard]] std::string recordingLine(const std::string& key, const Reply& reply);

// A recording that was read.
class Recording {
public:
    // Fails and names the line that is not an exchange. A last line without its end that cannot be read was cut when
    // the recording program was: it is left out.
    [[nodiscard]] static Result<std::shared_ptr<Recording>> parse(std::string_view jsonLines);

    // Whether such a line was left out.
    [[nodiscard]] bool isCut() const { return m_cut; }
    // The replies to a call in the order they were recorded, each given out once and the last one again and again.
    [[nodiscard]] std::optional<Reply> next(const std::string& key);

private:
    struct Replies {
        std::vector<Reply> replies;
        std::size_t given = 0;
    };

    [[nodiscard]] Result<void> add(std::string_view line, std::size_t number);

    bool m_cut = false;  // constant once read
    std::mutex m_mutex;
    // Guarded by m_mutex
    std::map<std::string, Replies> m_exchanges;
};

// Passes calls on and tells what came of each, as a line of a recording, before its caller knows. A call that its
// caller cancelled is left out: what came of it says nothing about the model.
class RecordingProvider final : public Provider {
public:
    using OnLine = std::function<void(std::string_view line)>;  // from any thread, also several at a time

    RecordingProvider(std::shared_ptr<Provider> live, OnLine onLine)
        : m_live(std::move(live)), m_onLine(std::move(onLine)) {}

    [[nodiscard]] std::string_view name() const override { return m_live->name(); }
    void send(const Call& call, std::stop_token stop, OnDelta onDelta, OnDone onDone) override;

private:
    std::shared_ptr<Provider> m_live;
    const OnLine m_onLine;
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
