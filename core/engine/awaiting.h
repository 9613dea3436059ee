// SPDX-License-Identifier: Apache-2.0
//
// Callbacks as things a coroutine can wait for.

#pragma once

#include "base/clock.h"
#include "provider/provider.h"
#include "trace/span_recorder.h"

#include <boost/asio/awaitable.hpp>

#include <atomic>
#include <chrono>
#include <optional>
#include <stop_token>

namespace touchstone::engine {

// Waits for the reply; resumes on the coroutine's own executor.
[[nodiscard]] boost::asio::awaitable<provider::Reply> sendCall(provider::Provider& provider, provider::Call call,
                                                               std::stop_token stop,
                                                               provider::Provider::OnDelta onDelta);

// Waits for `delay`, or less when `stop` is requested.
[[nodiscard]] boost::asio::awaitable<void> sleepFor(Clock& clock, std::chrono::milliseconds delay,
                                                    std::stop_token stop);

// When an attempt's first text came, told by the provider's thread.
class FirstToken {
public:
    FirstToken(const trace::SpanRecorder& spans, const Clock& clock);

    void seen();
    // Since the trace's start; empty while nothing came.
    [[nodiscard]] std::optional<std::chrono::nanoseconds> elapsed() const;

private:
    const Clock& m_clock;
    const MonoTime m_traceStart;
    std::atomic<std::int64_t> m_nanoseconds{-1};
};

}  // namespace touchstone::engine
