// SPDX-License-Identifier: Apache-2.0

#include "curl_loop.h"

#include <boost/asio/post.hpp>

#include <utility>

namespace touchstone::net {
namespace {

using Wait = boost::asio::posix::stream_descriptor;

CURLM* makeMulti() {
    static const CURLcode initialised = curl_global_init(CURL_GLOBAL_DEFAULT);
    TOUCHSTONE_CHECK(initialised == CURLE_OK, "libcurl starts where its libraries are installed");
    CURLM* multi = curl_multi_init();
    TOUCHSTONE_CHECK(multi, "memory suffices for one multi handle");
    return multi;
}

}  // namespace

CurlLoop::CurlLoop(CurlOptions options) : m_options(std::move(options)), m_multi(makeMulti()) {
    CURLM* multi = m_multi.get();
    curl_multi_setopt(multi, CURLMOPT_SOCKETFUNCTION, &CurlLoop::onSocket);
    curl_multi_setopt(multi, CURLMOPT_SOCKETDATA, this);
    curl_multi_setopt(multi, CURLMOPT_TIMERFUNCTION, &CurlLoop::onTimer);
    curl_multi_setopt(multi, CURLMOPT_TIMERDATA, this);
    curl_multi_setopt(multi, CURLMOPT_MAXCONNECTS, static_cast<long>(m_options.idleConnections));
}

CurlLoop::~CurlLoop() = default;

void CurlLoop::start(std::unique_ptr<CurlCall> call, std::stop_token stop) {
    const CallId id = ++m_lastId;
    const auto target = checkRequest(call->request(), m_options.plainHttpHosts);
    m_running.try_emplace(id, std::move(call), m_io);
    if (m_closed || stop.stop_requested())
        return cancel(id);
    if (!target.ok())
        return complete(id, TransportFailure{FailureKind::InvalidRequest, target.error().message});
    launch(id, target.value());
    // Last, for it may call back at once.
    m_running.at(id).onStop.emplace(std::move(stop),
                                    [this, id] { boost::asio::post(m_io, [this, id] { cancel(id); }); });
}

void CurlLoop::launch(CallId id, const Target& target) {
    CurlCall& call = *m_running.at(id).call;
    call.prepare(id, target, m_options, [this, id] { armDeadline(id); });
    armDeadline(id);
    const CURLMcode status = curl_multi_add_handle(m_multi.get(), call.easy());
    TOUCHSTONE_CHECK(status == CURLM_OK, "the handle is fresh and belongs to no other loop");
}

void CurlLoop::close() {
    m_closed = true;
    while (!m_running.empty())
        cancel(m_running.begin()->first);
    // Idle connections close here, while their sockets can still be given back.
    m_multi.reset();
    m_curlTimer.cancel();
}

void CurlLoop::cancel(CallId id) {
    const auto found = m_running.find(id);
    if (found != m_running.end())
        complete(id, found->second.call->failed(FailureKind::Cancelled, "cancelled"));
}

void CurlLoop::complete(CallId id, const std::optional<TransportFailure>& failure) {
    auto node = m_running.extract(id);
    CurlCall& call = *node.mapped().call;
    if (call.easy())
        curl_multi_remove_handle(m_multi.get(), call.easy());
    const Transport::OnDone onDone = call.takeOnDone();
    node = {};
    onDone(failure);
}

void CurlLoop::completeFinished() {
    int left = 0;
    while (CURLMsg* message = curl_multi_info_read(m_multi.get(), &left)) {
        if (message->msg != CURLMSG_DONE)
            continue;
        const CURLcode code = message->data.result;
        CurlCall* call = nullptr;
        curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &call);
        complete(call->id(), call->failureOf(code));
    }
}

void CurlLoop::armDeadline(CallId id) {
    Running& running = m_running.at(id);
    const auto due = running.call->due();
    if (!due)
        return;
    running.timer.expires_at(due->time);
    running.timer.async_wait([this, id](const boost::system::error_code& problem) {
        if (!problem)
            checkDeadline(id);
    });
}

// Bytes that arrive move the idle deadline without touching the timer; so see here whether it is really due.
void CurlLoop::checkDeadline(CallId id) {
    const auto found = m_running.find(id);
    if (found == m_running.end())
        return;
    const CurlCall& call = *found->second.call;
    const auto due = call.due();
    if (due && due->time <= std::chrono::steady_clock::now())
        complete(id, call.timedOut(due->deadline));
    else
        armDeadline(id);
}

int CurlLoop::onSocket(CURL* /*easy*/, curl_socket_t socket, int wanted, void* self, void* /*watch*/) noexcept {
    auto* loop = static_cast<CurlLoop*>(self);
    if (wanted == CURL_POLL_REMOVE)
        loop->unwatch(socket);
    else
        loop->watch(socket, wanted);
    return 0;
}

void CurlLoop::watch(curl_socket_t socket, int wanted) {
    WatchPtr& watch = m_watches[socket];
    if (!watch)
        watch = std::make_shared<Watch>(m_io, socket);
    watch->wanted = wanted;
    wait(watch);
}

// libcurl goes on owning the socket; Asio only forgets it.
void CurlLoop::unwatch(curl_socket_t socket) {
    const auto found = m_watches.find(socket);
    if (found == m_watches.end())
        return;
    found->second->alive = false;
    found->second->descriptor.release();
    m_watches.erase(found);
}

void CurlLoop::wait(const WatchPtr& watch) {
    if ((watch->wanted & CURL_POLL_IN) != 0 && !std::exchange(watch->waitsToRead, true))
        watch->descriptor.async_wait(Wait::wait_read, [this, watch](const boost::system::error_code& problem) {
            watch->waitsToRead = false;
            ready(watch, CURL_POLL_IN, problem ? CURL_CSELECT_ERR : CURL_CSELECT_IN);
        });
    if ((watch->wanted & CURL_POLL_OUT) != 0 && !std::exchange(watch->waitsToWrite, true))
        watch->descriptor.async_wait(Wait::wait_write, [this, watch](const boost::system::error_code& problem) {
            watch->waitsToWrite = false;
            ready(watch, CURL_POLL_OUT, problem ? CURL_CSELECT_ERR : CURL_CSELECT_OUT);
        });
}

void CurlLoop::ready(const WatchPtr& watch, int wanted, int event) {
    if (!watch->alive || (watch->wanted & wanted) == 0)
        return;
    act(watch->descriptor.native_handle(), event);
    if (watch->alive)
        wait(watch);
}

int CurlLoop::onTimer(CURLM* /*multi*/, long milliseconds, void* self) noexcept {
    static_cast<CurlLoop*>(self)->setTimer(milliseconds);
    return 0;
}

// libcurl must not be entered from here, not even for "now": zero is a timer too.
void CurlLoop::setTimer(long milliseconds) {
    if (milliseconds < 0) {
        m_curlTimer.cancel();
        return;
    }
    m_curlTimer.expires_after(std::chrono::milliseconds(milliseconds));
    m_curlTimer.async_wait([this](const boost::system::error_code& problem) {
        if (!problem)
            act(CURL_SOCKET_TIMEOUT, 0);
    });
}

void CurlLoop::act(curl_socket_t socket, int event) {
    if (!m_multi)
        return;
    int running = 0;
    curl_multi_socket_action(m_multi.get(), socket, event, &running);
    completeFinished();
}

}  // namespace touchstone::net
