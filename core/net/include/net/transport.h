// SPDX-License-Identifier: Apache-2.0
//
// Moves bytes to a server and back. One exchange, one outcome.
//
// Thread-safe: send() may be called from any thread. Callbacks run on the transport's own thread, one at a time, must
// return quickly and must not throw. Destroying a transport completes every outstanding exchange with
// FailureKind::Cancelled first; it may not be destroyed from a callback.

#pragma once

#include "base/result.h"

#include <chrono>
#include <cstddef>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace touchstone::net {

struct Header {
    std::string name;
    std::string value;
    bool operator==(const Header&) const = default;
};
using Headers = std::vector<Header>;

// The first header of that name (ASCII case does not matter), or nothing.
[[nodiscard]] std::optional<std::string_view> findHeader(const Headers& headers, std::string_view name);

// Each is measured on the monotonic clock; zero switches it off.
struct Deadlines {
    std::chrono::milliseconds connect{10'000};    // name lookup, TCP and TLS together
    std::chrono::milliseconds firstByte{60'000};  // from the connection to the first byte of the body
    std::chrono::milliseconds idle{30'000};       // between two arrivals of body bytes
    std::chrono::milliseconds total{600'000};     // from send() to the end
};

struct Limits {
    std::size_t headerBytes = 64U << 10U;  // status line and headers together
    std::size_t bodyBytes = 64U << 20U;
};

struct Request {
    std::string method = "GET";
    std::string url;  // https, or http to this machine itself and the hosts that the transport was told
    Headers headers = {};
    std::string body = {};
    Deadlines deadlines = {};
    Limits limits = {};
};

struct Head {
    int status = 0;
    Headers headers;
};

enum class FailureKind {
    InvalidRequest,  // refused before anything was sent: bad URL, bad header, plain http off this machine
    Resolve,         // no address for the name
    Connect,         // no connection: refused, unreachable
    Tls,             // handshake or certificate
    Timeout,         // one of the deadlines, see TransportFailure::deadline
    Interrupted,     // the connection broke before the answer was whole
    TooLarge,        // over Limits
    BadResponse,     // not HTTP as RFC 9110 and 9112 have it, or an encoding nobody asked for
    Cancelled,
};

enum class Deadline { Connect, FirstByte, Idle, Total };

// "timeout", "interrupted", …: stable spellings for traces.
[[nodiscard]] std::string_view toString(FailureKind kind);
[[nodiscard]] std::string_view toString(Deadline deadline);

struct TransportFailure {
    FailureKind kind = FailureKind::Interrupted;
    std::string message;                    // what failed, against which host, what to do; never a header or a body
    std::optional<Deadline> deadline = {};  // set for FailureKind::Timeout
    std::size_t bytesReceived = 0;          // of the body; zero means that nothing the caller saw would be repeated
};

[[nodiscard]] Error toError(const TransportFailure& failure);

class Transport {
public:
    using OnHead = std::function<void(const Head&)>;
    using OnChunk = std::function<void(std::string_view)>;
    using OnDone = std::function<void(const std::optional<TransportFailure>&)>;

    virtual ~Transport() = default;

    // Starts the exchange and returns at once. `onHead` sees the final status and headers once, before the body;
    // `onChunk` the body in order and in pieces of any size. `onDone` is called exactly once and last, with a failure
    // or with nothing when the answer is whole. Any status is an answer: 500 is not a failure of the transport.
    // REQUIRES: `onDone` is set; the two others may be empty.
    virtual void send(Request request, std::stop_token stop, OnHead onHead, OnChunk onChunk, OnDone onDone) = 0;
};

// An answer that is read as a whole. With a failure, `head` and `body` hold what had arrived.
struct Response {
    Head head;
    std::string body;
    std::optional<TransportFailure> failure;
};

// Sends and calls `onResponse` once, on the transport's thread, when all has arrived or failed.
void sendAndCollect(Transport& transport, Request request, std::stop_token stop,
                    std::function<void(Response)> onResponse);

}  // namespace touchstone::net
