// SPDX-License-Identifier: Apache-2.0

#include "awaiting.h"

#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace touchstone::engine {

namespace asio = boost::asio;

asio::awaitable<provider::Reply> sendCall(provider::Provider& provider, provider::Call call, std::stop_token stop,
                                          provider::Provider::OnDelta onDelta) {
    auto initiate = [&provider, &call, &stop, &onDelta](auto handler) {
        // Completion callbacks are copyable functions; handlers only move.
        auto resume = std::make_shared<decltype(handler)>(std::move(handler));
        provider.send(call, std::move(stop), std::move(onDelta), [resume](provider::Reply reply) {
            const auto executor = asio::get_associated_executor(*resume);
            asio::post(executor, [resume, reply = std::move(reply)]() mutable { (*resume)(std::move(reply)); });
        });
    };
    co_return co_await asio::async_initiate<const asio::use_awaitable_t<>&, void(provider::Reply)>(std::move(initiate),
                                                                                                   asio::use_awaitable);
}

asio::awaitable<void> sleepFor(Clock& clock, std::chrono::milliseconds delay, std::stop_token stop) {
    if (stop.stop_requested())
        co_return;
    auto initiate = [&clock, delay, stop](auto handler) {
        struct Waiting {
            decltype(handler) resume;
            std::atomic<bool> done{false};
            TimerId timer = 0;
            std::optional<std::stop_callback<std::function<void()>>> onStop;
        };
        auto waiting = std::make_shared<Waiting>(std::move(handler));
        // What wakes only posts to the run's strand, where this initiation still is: timer and onStop are set by then.
        const auto wake = [waiting, &clock] {
            if (waiting->done.exchange(true))
                return;
            const auto executor = asio::get_associated_executor(waiting->resume);
            asio::post(executor, [waiting, &clock] {
                clock.cancel(waiting->timer);
                waiting->onStop.reset();
                std::move(waiting->resume)();
            });
        };
        waiting->timer = clock.wakeAfter(delay, wake);
        waiting->onStop.emplace(stop, wake);
    };
    co_await asio::async_initiate<const asio::use_awaitable_t<>&, void()>(std::move(initiate), asio::use_awaitable);
}

FirstToken::FirstToken(const trace::SpanRecorder& spans, const Clock& clock)
    : m_clock(clock), m_traceStart(clock.monoNow() - spans.elapsed()) {}

void FirstToken::seen() {
    std::int64_t none = -1;
    m_nanoseconds.compare_exchange_strong(none, (m_clock.monoNow() - m_traceStart).count());
}

std::optional<std::chrono::nanoseconds> FirstToken::elapsed() const {
    const std::int64_t nanoseconds = m_nanoseconds.load();
    return nanoseconds < 0 ? std::nullopt : std::optional(std::chrono::nanoseconds(nanoseconds));
}

}  // namespace touchstone::engine
