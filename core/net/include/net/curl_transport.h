// SPDX-License-Identifier: Apache-2.0
//
// The transport to real servers: HTTP over libcurl's multi interface, driven by one event loop on one thread of its
// own. Connections are kept and used again. Redirects are answers, not followed; compressed answers are refused, so no
// small answer can become a large one; the system's certificate authorities decide whom to trust; a proxy is taken
// from the environment (HTTPS_PROXY, NO_PROXY, …) but never used towards this machine itself.
//
// Thread-safe as Transport demands. A stop request on any thread completes the exchange at the loop's next turn.

#pragma once

#include "net/transport.h"

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace touchstone::net {

// The environment variable that the user of a program lists CurlOptions::plainHttpHosts in, as "host,host".
inline constexpr const char* kPlainHttpVariable = "TOUCHSTONE_PLAIN_HTTP";

struct CurlOptions {
    std::string userAgent = "touchstone";
    // Sockets kept open for later exchanges, over all hosts.
    std::size_t idleConnections = 64;
    // Lets one TLS connection carry many exchanges. Off by default: it makes them one failure domain.
    bool http2 = false;
    // A file of PEM certificates to trust instead of the system's; empty for the system's.
    std::string caFile = {};
    // Hosts, as their URLs have them, that may be asked in plain http besides this machine itself. Everybody on the way
    // reads what they are sent: for networks that the user vouches for.
    std::vector<std::string> plainHttpHosts = {};
};

class CurlTransport final : public Transport {
public:
    explicit CurlTransport(CurlOptions options = {});
    ~CurlTransport() override;
    CurlTransport(const CurlTransport&) = delete;
    CurlTransport& operator=(const CurlTransport&) = delete;

    void send(Request request, std::stop_token stop, OnHead onHead, OnChunk onChunk, OnDone onDone) override;

private:
    class Thread;
    std::unique_ptr<Thread> m_thread;
};

}  // namespace touchstone::net
