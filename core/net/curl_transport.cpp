// SPDX-License-Identifier: Apache-2.0

#include "net/curl_transport.h"

#include "curl_loop.h"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>

#include <csignal>
#include <thread>
#include <utility>

namespace touchstone::net {
namespace {

// Signals belong to the program's own threads, and a broken TLS connection must not end the program by SIGPIPE.
void blockSignals() {
    sigset_t all;
    sigfillset(&all);
    pthread_sigmask(SIG_BLOCK, &all, nullptr);
}

}  // namespace

class CurlTransport::Thread {
public:
    explicit Thread(CurlOptions options)
        : m_loop(std::move(options)), m_work(m_loop.io().get_executor()), m_thread([this] { run(); }) {}

    ~Thread() {
        TOUCHSTONE_CHECK(m_thread.get_id() != std::this_thread::get_id(), "a transport outlives its callbacks");
        post([this] { m_loop.close(); });
        m_work.reset();
        m_thread.join();
    }
    Thread(const Thread&) = delete;
    Thread& operator=(const Thread&) = delete;

    template <class Step>
    void post(Step step) {
        boost::asio::post(m_loop.io(), std::move(step));
    }
    [[nodiscard]] CurlLoop& loop() { return m_loop; }

private:
    void run() {
        blockSignals();
        m_loop.io().run();
    }

    CurlLoop m_loop;
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> m_work;
    // Last member: starts when everything above exists
    std::thread m_thread;
};

CurlTransport::CurlTransport(CurlOptions options) : m_thread(std::make_unique<Thread>(std::move(options))) {}

CurlTransport::~CurlTransport() = default;

void CurlTransport::send(Request request, std::stop_token stop, OnHead onHead, OnChunk onChunk, OnDone onDone) {
    TOUCHSTONE_CHECK(onDone, "every exchange has an outcome that somebody wants to know");
    auto call = std::make_unique<CurlCall>(std::move(request),
                                           Callbacks{std::move(onHead), std::move(onChunk), std::move(onDone)},
                                           std::chrono::steady_clock::now());
    m_thread->post([&loop = m_thread->loop(), call = std::move(call), stop = std::move(stop)]() mutable {
        loop.start(std::move(call), std::move(stop));
    });
}

}  // namespace touchstone::net
