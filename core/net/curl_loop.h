// SPDX-License-Identifier: Apache-2.0
//
// libcurl's multi handle on a Boost.Asio loop: Asio says when a socket is ready or time has passed, libcurl does the
// rest. Everything here happens on the loop's thread, except io(), to which CurlTransport posts.

#pragma once

#include "curl_call.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/steady_timer.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>
#include <unordered_map>
#include <utility>

namespace touchstone::net {

class CurlLoop {
public:
    explicit CurlLoop(CurlOptions options);
    ~CurlLoop();
    CurlLoop(const CurlLoop&) = delete;
    CurlLoop& operator=(const CurlLoop&) = delete;

    [[nodiscard]] boost::asio::io_context& io() { return m_io; }

    void start(std::unique_ptr<CurlCall> call, std::stop_token stop);
    // Completes every call with Cancelled, and each that is started from now on at once.
    void close();

private:
    using CallId = std::uint64_t;

    struct Watch {
        Watch(boost::asio::io_context& io, curl_socket_t socket) : descriptor(io, socket) {}

        boost::asio::posix::stream_descriptor descriptor;
        int wanted = CURL_POLL_NONE;
        bool alive = true;
        bool waitsToRead = false;
        bool waitsToWrite = false;
    };
    using WatchPtr = std::shared_ptr<Watch>;

    struct Running {
        Running(std::unique_ptr<CurlCall> started, boost::asio::io_context& io) : call(std::move(started)), timer(io) {}

        std::unique_ptr<CurlCall> call;
        boost::asio::steady_timer timer;
        std::optional<std::stop_callback<std::function<void()>>> onStop;
    };

    static int onSocket(CURL* easy, curl_socket_t socket, int wanted, void* self, void* watch) noexcept;
    static int onTimer(CURLM* multi, long milliseconds, void* self) noexcept;

    void watch(curl_socket_t socket, int wanted);
    void unwatch(curl_socket_t socket);
    void wait(const WatchPtr& watch);
    void ready(const WatchPtr& watch, int wanted, int event);
    void act(curl_socket_t socket, int event);
    void setTimer(long milliseconds);

    void launch(CallId id, const Target& target);
    void armDeadline(CallId id);
    void checkDeadline(CallId id);
    void completeFinished();
    void complete(CallId id, const std::optional<TransportFailure>& failure);
    void cancel(CallId id);

    struct MultiCleanup {
        void operator()(CURLM* multi) const { curl_multi_cleanup(multi); }
    };

    CurlOptions m_options;
    boost::asio::io_context m_io{1};
    boost::asio::steady_timer m_curlTimer{m_io};
    std::unordered_map<curl_socket_t, WatchPtr> m_watches;
    std::unordered_map<CallId, Running> m_running;
    CallId m_lastId = 0;
    bool m_closed = false;
    // Last member: its cleanup still calls onSocket
    std::unique_ptr<CURLM, MultiCleanup> m_multi;
};

}  // namespace touchstone::net
