// SPDX-License-Identifier: Apache-2.0
//
// A real HTTP/1.1 server on 127.0.0.1 for tests: it says what the test tells it to, also what no server should.
//
// Thread-safe: everything may be called from any thread. The script runs on the server's own thread.

#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace touchstone::testing {

using HeaderList = std::vector<std::pair<std::string, std::string>>;

struct ServerRequest {
    std::string method;
    std::string path;  // with the query
    HeaderList headers;
    std::string body;
    std::size_t connection = 0;  // counted from 1: shows whether a connection was used again

    // The first header of that name, whatever its case, or "".
    [[nodiscard]] std::string header(std::string_view name) const;
};

// Answers one request. Nothing is sent but what is asked for; a script that returns without finish(), close() or
// reset() stalls. Copies speak to the same connection, later and from any thread, as long as the server lives.
class Responder {
public:
    class Connection;
    explicit Responder(std::shared_ptr<Connection> connection) : m_connection(std::move(connection)) {}

    // A whole answer; the connection stays open for the next request.
    void reply(int status, std::string_view body, std::string_view contentType = "application/json",
               const HeaderList& headers = {}) const;

    // An answer in chunks: startChunked(), chunk() as often as wanted, finish().
    void startChunked(int status, std::string_view contentType, const HeaderList& headers = {}) const;
    void startEvents(const HeaderList& headers = {}) const { startChunked(200, "text/event-stream", headers); }
    void chunk(std::string_view bytes) const;
    // "data: …" and a blank line, as one chunk.
    void event(std::string_view data) const;
    void finish() const;

    // Bytes as they are, instead of or in between the above.
    void raw(std::string_view bytes) const;
    // The end of the connection after all that was sent: politely, or with a TCP reset.
    void close() const;
    void reset() const;

    // Runs `step` on the server's thread after `delay`, unless the client or the server has gone by then.
    void later(std::chrono::milliseconds delay, std::function<void()> step) const;

private:
    std::shared_ptr<Connection> m_connection;
};

class LoopbackServer {
public:
    using Script = std::function<void(const ServerRequest&, const Responder&)>;
    class State;

    explicit LoopbackServer(Script script);
    ~LoopbackServer();
    LoopbackServer(const LoopbackServer&) = delete;
    LoopbackServer& operator=(const LoopbackServer&) = delete;

    [[nodiscard]] std::uint16_t port() const;
    // "http://127.0.0.1:PORT" and the path.
    [[nodiscard]] std::string url(std::string_view path = "/") const;

    [[nodiscard]] std::size_t connections() const;  // accepted so far
    [[nodiscard]] std::vector<ServerRequest> requests() const;
    // Waits until that many clients have hung up; false after ten seconds.
    [[nodiscard]] bool waitForHangUps(std::size_t count) const;

private:
    std::unique_ptr<State> m_state;
};

// A port on which nobody listens.
[[nodiscard]] std::uint16_t refusedPort();

}  // namespace touchstone::testing
