// SPDX-License-Identifier: Apache-2.0

#include "engine/engine.h"

#include "run.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <algorithm>
#include <thread>

namespace touchstone::engine {

namespace asio = boost::asio;

namespace {

// Requests a run's stop when either the caller or the engine does.
class JoinedStop {
public:
    JoinedStop(const std::stop_token& caller, const std::stop_token& engine)
        : m_caller(caller, Request{m_source}), m_engine(engine, Request{m_source}) {}

    [[nodiscard]] std::stop_token token() const { return m_source.get_token(); }

private:
    struct Request {
        std::stop_source source;
        void operator()() { source.request_stop(); }
    };

    std::stop_source m_source;
    std::stop_callback<Request> m_caller;
    std::stop_callback<Request> m_engine;
};

// The outcome of a run that one of our own promises broke: the caller is told, the program stays up.
Outcome brokenRun(const EngineParts& parts, const RunRequest& request, const char* what) {
    Outcome outcome;
    outcome.error = std::string("internal error: ") + what;
    outcome.trace.summary.id = makeTraceId(parts.random);
    outcome.trace.summary.start = parts.clock.wallNow();
    outcome.trace.summary.workflow = request.workflow->workflow().name;
    outcome.trace.summary.status = outcome.status;
    outcome.trace.detail.error = outcome.error;
    return outcome;
}

}  // namespace

class Engine::Workers {
public:
    explicit Workers(EngineParts parts) : m_parts(parts), m_pool(threads(parts.workers)) {}

    ~Workers() {
        m_stop.request_stop();
        m_pool.join();
    }

    void start(RunRequest request, const std::stop_token& stop, OnDelta onDelta, OnDone onDone) {
        asio::co_spawn(asio::make_strand(m_pool),
                       execute(std::move(request), stop, std::move(onDelta), std::move(onDone)), asio::detached);
    }

    void post(std::function<void()> work) {
        asio::post(m_pool, [stop = m_stop.get_token(), work = std::move(work)] {
            if (!stop.stop_requested())
                work();
        });
    }

    [[nodiscard]] const cost::PriceTable& prices() const { return m_parts.prices; }

private:
    static std::size_t threads(unsigned wanted) {
        return wanted > 0 ? wanted : std::max(1U, std::thread::hardware_concurrency());
    }

    asio::awaitable<void> execute(RunRequest request, std::stop_token stop, OnDelta onDelta, OnDone onDone) {
        // A caller on a worker would otherwise run us on its own stack, and a chain of short runs would exhaust it.
        co_await asio::post(co_await asio::this_coro::executor, asio::use_awaitable);
        const JoinedStop joined(stop, m_stop.get_token());
        Outcome outcome;
        try {
            Run run(m_parts, request, joined.token(), std::move(onDelta));
            outcome = co_await run.execute();
        } catch (const std::exception& broken) {
            outcome = brokenRun(m_parts, request, broken.what());
        }
        onDone(std::move(outcome));
    }

    const EngineParts m_parts;
    std::stop_source m_stop;
    asio::thread_pool m_pool;
};

Engine::Engine(EngineParts parts) : m_workers(std::make_unique<Workers>(parts)) {}

Engine::~Engine() = default;

void Engine::run(RunRequest request, std::stop_token stop, OnDelta onDelta, OnDone onDone) {
    m_workers->start(std::move(request), stop, std::move(onDelta), std::move(onDone));
}

const cost::PriceTable& Engine::prices() const {
    return m_workers->prices();
}

void Engine::post(std::function<void()> work) {
    m_workers->post(std::move(work));
}

}  // namespace touchstone::engine
