// SPDX-License-Identifier: Apache-2.0
//
// One exchange on its way through libcurl: the options of its easy handle, what libcurl reports while it runs, and the
// failure it ends with. Loop thread only.

#pragma once

#include "net/curl_transport.h"
#include "target.h"

#include <curl/curl.h>

#include <array>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace touchstone::net {

using SteadyTime = std::chrono::steady_clock::time_point;

struct EasyCleanup {
    void operator()(CURL* easy) const { curl_easy_cleanup(easy); }
};
using EasyHandle = std::unique_ptr<CURL, EasyCleanup>;

struct Callbacks {
    Transport::OnHead onHead;
    Transport::OnChunk onChunk;
    Transport::OnDone onDone;
};

class CurlCall {
public:
    struct Due {
        SteadyTime time;
        Deadline deadline;
    };

    CurlCall(Request request, Callbacks callbacks, SteadyTime sent);
    CurlCall(const CurlCall&) = delete;
    CurlCall& operator=(const CurlCall&) = delete;

    // Makes the handle and puts every option on it. The handle is new for every exchange: libcurl 7.88 reads freed
    // memory when one is used again and the next answer's first header starts with a space (curl issue 11620).
    // Connections are kept all the same, for they belong to the multi handle.
    // `onPhase` is called when another deadline has become the next one.
    void prepare(std::uint64_t id, const Target& target, const CurlOptions& options, std::function<void()> onPhase);
    [[nodiscard]] std::uint64_t id() const { return m_id; }
    [[nodiscard]] CURL* easy() const { return m_easy.get(); }

    [[nodiscard]] const Request& request() const { return m_request; }
    // The next deadline, if any is set.
    [[nodiscard]] std::optional<Due> due() const;

    [[nodiscard]] std::optional<TransportFailure> failureOf(CURLcode code) const;
    [[nodiscard]] TransportFailure timedOut(Deadline deadline) const;
    [[nodiscard]] TransportFailure failed(FailureKind kind, std::string message) const;
    // For the one who completes the call, after it is gone from libcurl.
    [[nodiscard]] Transport::OnDone takeOnDone() { return std::move(m_callbacks.onDone); }

private:
    enum class Phase { Connecting, Waiting, Streaming };

    void setTarget(const Target& target, const CurlOptions& options);
    void setMessage(const CurlOptions& options);
    void setHeaders();
    void enter(Phase phase);
    // Notes why; false tells libcurl to go no further.
    bool stop(FailureKind kind, std::string message);
    bool takeHeaderLine(std::string_view line);
    bool finishHead();
    bool takeBody(std::string_view bytes);

    static int onConnected(void* self, char*, char*, int, int) noexcept;
    static std::size_t onHeaderLine(char* bytes, std::size_t size, std::size_t count, void* self) noexcept;
    static std::size_t onBody(char* bytes, std::size_t size, std::size_t count, void* self) noexcept;

    struct ListCleanup {
        void operator()(curl_slist* list) const { curl_slist_free_all(list); }
    };

    // Constant after construction
    Request m_request;
    Callbacks m_callbacks;
    SteadyTime m_sent;
    // Constant after prepare()
    std::uint64_t m_id = 0;
    std::string m_host;
    std::function<void()> m_onPhase;
    std::unique_ptr<curl_slist, ListCleanup> m_headerList;
    EasyHandle m_easy;
    // Moving
    Phase m_phase = Phase::Connecting;
    SteadyTime m_connected;
    SteadyTime m_lastBytes;
    Head m_head;
    bool m_headDone = false;
    std::size_t m_headerBytes = 0;
    std::size_t m_bodyBytes = 0;
    std::optional<TransportFailure> m_ownFailure;  // why a callback of ours stopped libcurl
    std::array<char, CURL_ERROR_SIZE> m_errorText{};
};

}  // namespace touchstone::net
