// SPDX-License-Identifier: Apache-2.0

#include "support/loopback_server.h"

#include <boost/asio.hpp>

#include <algorithm>
#include <cctype>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace touchstone::testing {
namespace {

using boost::asio::ip::tcp;
using Problem = boost::system::error_code;

constexpr std::string_view kHeadEnd = "\r\n\r\n";

bool sameName(std::string_view a, std::string_view b) {
    const auto lower = [](char c) { return std::tolower(static_cast<unsigned char>(c)); };
    return std::ranges::equal(a, b, {}, lower, lower);
}

std::string headText(int status, const HeaderList& headers) {
    std::string text = "HTTP/1.1 " + std::to_string(status) + " Scripted\r\n";
    for (const auto& header : headers)
        text += header.first + ": " + header.second + "\r\n";
    return text + "\r\n";
}

std::string chunkText(std::string_view bytes) {
    std::array<char, 24> size{};
    std::snprintf(size.data(), size.size(), "%zx\r\n", bytes.size());
    return size.data() + std::string(bytes) + "\r\n";
}

ServerRequest parseHead(std::string_view head) {
    ServerRequest request;
    const auto takeLine = [&head] {
        const auto end = head.find("\r\n");
        const std::string_view line = head.substr(0, end);
        head.remove_prefix(std::min(head.size(), line.size() + 2));
        return line;
    };
    const std::string_view first = takeLine();
    const auto space = first.find(' ');
    request.method = first.substr(0, space);
    request.path = first.substr(space + 1, first.rfind(' ') - space - 1);
    while (!head.empty()) {
        const std::string_view line = takeLine();
        const auto colon = line.find(':');
        const auto value = line.find_first_not_of(' ', colon + 1);
        request.headers.emplace_back(line.substr(0, colon),
                                     value == std::string_view::npos ? "" : std::string(line.substr(value)));
    }
    return request;
}

}  // namespace

std::string ServerRequest::header(std::string_view name) const {
    const auto found = std::ranges::find_if(headers, [name](const auto& h) { return sameName(h.first, name); });
    return found == headers.end() ? "" : found->second;
}

class LoopbackServer::State {
public:
    explicit State(Script script);
    ~State();
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    void accept();
    void handle(const ServerRequest& request, const std::shared_ptr<Responder::Connection>& connection);
    void noteHangUp();
    [[nodiscard]] bool waitForHangUps(std::size_t count);
    [[nodiscard]] std::uint16_t port() const { return m_port; }
    [[nodiscard]] std::size_t connections();
    [[nodiscard]] std::vector<ServerRequest> requests();

private:
    Script m_script;
    boost::asio::io_context m_io{1};
    tcp::acceptor m_acceptor;
    std::uint16_t m_port;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    // Guarded by m_mutex
    std::size_t m_connections = 0;
    std::size_t m_hangUps = 0;
    std::vector<ServerRequest> m_requests;
    // Last member: starts when everything above exists
    std::thread m_thread;
};

// Always reading, so that a client that hangs up is noticed also while an answer stalls. Server thread only, but for
// post().
class Responder::Connection : public std::enable_shared_from_this<Connection> {
public:
    Connection(tcp::socket socket, LoopbackServer::State& server, std::size_t number)
        : m_socket(std::move(socket)), m_server(server), m_number(number) {}

    void read() {
        m_socket.async_read_some(boost::asio::buffer(m_arriving),
                                 [self = shared_from_this()](Problem problem, std::size_t count) {
                                     if (problem)
                                         return self->hangUp();
                                     self->m_input.append(self->m_arriving.data(), count);
                                     self->takeRequest();
                                     self->read();
                                 });
    }

    template <class Step>
    void post(Step step) {
        boost::asio::post(m_socket.get_executor(),
                          [self = shared_from_this(), step = std::move(step)] { step(*self); });
    }

    void write(std::string bytes) {
        m_output.push_back(std::move(bytes));
        if (m_output.size() == 1)
            writeNext();
    }

    void finish() {
        m_answering = false;
        takeRequest();
    }

    void endAfterWrites(bool hard) {
        m_end = hard ? End::Reset : End::Close;
        if (m_output.empty())
            end();
    }

    void later(std::chrono::milliseconds delay, std::function<void()> step) {
        auto timer = std::make_shared<boost::asio::steady_timer>(m_socket.get_executor(), delay);
        timer->async_wait([self = shared_from_this(), timer, step = std::move(step)](Problem problem) {
            if (!problem && self->m_socket.is_open())
                step();
        });
    }

private:
    enum class End { None, Close, Reset };

    void takeRequest() {
        const auto headEnd = m_input.find(kHeadEnd);
        if (m_answering || headEnd == std::string::npos)
            return;
        ServerRequest request = parseHead(std::string_view(m_input).substr(0, headEnd));
        const std::string length = request.header("Content-Length");
        const std::size_t bodyBytes = length.empty() ? 0 : std::stoul(length);
        const std::size_t bodyStart = headEnd + kHeadEnd.size();
        if (m_input.size() < bodyStart + bodyBytes)
            return;
        request.body = m_input.substr(bodyStart, bodyBytes);
        request.connection = m_number;
        m_input.erase(0, bodyStart + bodyBytes);
        m_answering = true;
        m_server.handle(request, shared_from_this());
    }

    void writeNext() {
        boost::asio::async_write(m_socket, boost::asio::buffer(m_output.front()),
                                 [self = shared_from_this()](Problem problem, std::size_t) {
                                     if (problem)
                                         return;
                                     self->m_output.pop_front();
                                     if (!self->m_output.empty())
                                         self->writeNext();
                                     else if (self->m_end != End::None)
                                         self->end();
                                 });
    }

    void end() {
        Problem ignored;
        if (m_end == End::Reset)
            m_socket.set_option(tcp::socket::linger(true, 0), ignored);
        else
            m_socket.shutdown(tcp::socket::shutdown_both, ignored);
        m_socket.close(ignored);
    }

    void hangUp() {
        if (m_end == End::None)
            m_server.noteHangUp();
        Problem ignored;
        m_socket.close(ignored);
    }

    tcp::socket m_socket;
    LoopbackServer::State& m_server;
    std::size_t m_number;
    std::array<char, 16384> m_arriving{};
    std::string m_input;
    std::deque<std::string> m_output;
    bool m_answering = false;
    End m_end = End::None;
};

void Responder::reply(int status, std::string_view body, std::string_view contentType,
                      const HeaderList& headers) const {
    HeaderList all = headers;
    all.emplace_back("Content-Type", contentType);
    all.emplace_back("Content-Length", std::to_string(body.size()));
    raw(headText(status, all) + std::string(body));
    m_connection->post([](Connection& connection) { connection.finish(); });
}

void Responder::startChunked(int status, std::string_view contentType, const HeaderList& headers) const {
    HeaderList all = headers;
    all.emplace_back("Content-Type", contentType);
    all.emplace_back("Transfer-Encoding", "chunked");
    raw(headText(status, all));
}

void Responder::chunk(std::string_view bytes) const {
    if (!bytes.empty())
        raw(chunkText(bytes));
}

void Responder::event(std::string_view data) const {
    chunk("data: " + std::string(data) + "\n\n");
}

void Responder::finish() const {
    raw("0\r\n\r\n");
    m_connection->post([](Connection& connection) { connection.finish(); });
}

void Responder::raw(std::string_view bytes) const {
    m_connection->post([text = std::string(bytes)](Connection& connection) { connection.write(text); });
}

void Responder::close() const {
    m_connection->post([](Connection& connection) { connection.endAfterWrites(false); });
}

void Responder::reset() const {
    m_connection->post([](Connection& connection) { connection.endAfterWrites(true); });
}

void Responder::later(std::chrono::milliseconds delay, std::function<void()> step) const {
    m_connection->post([delay, step = std::move(step)](Connection& connection) { connection.later(delay, step); });
}

LoopbackServer::State::State(Script script)
    : m_script(std::move(script)),
      m_acceptor(m_io, tcp::endpoint(boost::asio::ip::address_v4::loopback(), 0)),
      m_port(m_acceptor.local_endpoint().port()) {
    accept();
    m_thread = std::thread([this] { m_io.run(); });
}

LoopbackServer::State::~State() {
    m_io.stop();
    m_thread.join();
}

void LoopbackServer::State::accept() {
    m_acceptor.async_accept([this](Problem problem, tcp::socket socket) {
        if (problem)
            return;
        std::size_t number = 0;
        {
            const std::lock_guard lock(m_mutex);
            number = ++m_connections;
        }
        Problem ignored;
        socket.set_option(tcp::no_delay(true), ignored);
        std::make_shared<Responder::Connection>(std::move(socket), *this, number)->read();
        accept();
    });
}

void LoopbackServer::State::handle(const ServerRequest& request,
                                   const std::shared_ptr<Responder::Connection>& connection) {
    {
        const std::lock_guard lock(m_mutex);
        m_requests.push_back(request);
    }
    m_script(request, Responder(connection));
}

void LoopbackServer::State::noteHangUp() {
    const std::lock_guard lock(m_mutex);
    ++m_hangUps;
    m_changed.notify_all();
}

bool LoopbackServer::State::waitForHangUps(std::size_t count) {
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, std::chrono::seconds(10), [this, count] { return m_hangUps >= count; });
}

std::size_t LoopbackServer::State::connections() {
    const std::lock_guard lock(m_mutex);
    return m_connections;
}

std::vector<ServerRequest> LoopbackServer::State::requests() {
    const std::lock_guard lock(m_mutex);
    return m_requests;
}

LoopbackServer::LoopbackServer(Script script) : m_state(std::make_unique<State>(std::move(script))) {}

LoopbackServer::~LoopbackServer() = default;

std::uint16_t LoopbackServer::port() const {
    return m_state->port();
}

std::string LoopbackServer::url(std::string_view path) const {
    return "http://127.0.0.1:" + std::to_string(port()) + std::string(path);
}

std::size_t LoopbackServer::connections() const {
    return m_state->connections();
}

std::vector<ServerRequest> LoopbackServer::requests() const {
    return m_state->requests();
}

bool LoopbackServer::waitForHangUps(std::size_t count) const {
    return m_state->waitForHangUps(count);
}

// Taken and given back: the kernel does not hand the same port out again soon.
std::uint16_t refusedPort() {
    boost::asio::io_context io;
    return tcp::acceptor(io, tcp::endpoint(boost::asio::ip::address_v4::loopback(), 0)).local_endpoint().port();
}

}  // namespace touchstone::testing
