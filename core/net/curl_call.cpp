// SPDX-License-Identifier: Apache-2.0

#include "curl_call.h"

#include "ascii.h"
#include "curl_failure.h"

#include <algorithm>
#include <utility>

namespace touchstone::net {
namespace {

template <class Value>
void setOption(CURL* easy, CURLoption option, Value value) {
    const CURLcode status = curl_easy_setopt(easy, option, value);
    TOUCHSTONE_CHECK(status == CURLE_OK, "every option used exists in the libcurl we ask for");
}

// "HTTP/1.1 200 OK" -> 200
int statusOf(std::string_view statusLine) {
    const auto space = statusLine.find(' ');
    int status = 0;
    for (const char c : statusLine.substr(std::min(statusLine.size(), space + 1), 3))
        status = isDigit(c) ? status * 10 + (c - '0') : status;
    return status;
}

// Two that differ mean that somebody on the way sees another answer than we do (RFC 9112 section 6.3).
bool hasOneLength(const Headers& headers) {
    const auto length = findHeader(headers, "Content-Length");
    return std::ranges::all_of(headers, [length](const Header& header) {
        return !equalsIgnoringCase(header.name, "Content-Length") || header.value == length;
    });
}

std::string_view withoutLineEnd(std::string_view line) {
    const auto last = line.find_last_not_of("\r\n");
    return line.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

}  // namespace

CurlCall::CurlCall(Request request, Callbacks callbacks, SteadyTime sent)
    : m_request(std::move(request)), m_callbacks(std::move(callbacks)), m_sent(sent) {}

void CurlCall::prepare(std::uint64_t id, const Target& target, const CurlOptions& options,
                       std::function<void()> onPhase) {
    m_easy.reset(curl_easy_init());
    TOUCHSTONE_CHECK(m_easy, "memory suffices for one more exchange");
    m_id = id;
    m_host = target.host;
    m_onPhase = std::move(onPhase);
    setTarget(target, options);
    setMessage(options);
    setHeaders();
}

void CurlCall::setTarget(const Target& target, const CurlOptions& options) {
    CURL* easy = m_easy.get();
    setOption(easy, CURLOPT_URL, m_request.url.c_str());
    setOption(easy, CURLOPT_PROTOCOLS_STR, "http,https");
    setOption(easy, CURLOPT_FOLLOWLOCATION, 0L);
    setOption(easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    setOption(easy, CURLOPT_HTTP_VERSION, long{options.http2 ? CURL_HTTP_VERSION_2TLS : CURL_HTTP_VERSION_1_1});
    if (target.isLoopback)
        setOption(easy, CURLOPT_NOPROXY, "*");
    if (!options.caFile.empty())
        setOption(easy, CURLOPT_CAINFO, options.caFile.c_str());
    setOption(easy, CURLOPT_NOSIGNAL, 1L);
    setOption(easy, CURLOPT_TCP_KEEPALIVE, 1L);
    // A name server that does not answer must not hold the loop when its exchange is given up.
    setOption(easy, CURLOPT_QUICK_EXIT, 1L);
    // The deadlines are ours; libcurl's own would hide which of them passed.
    constexpr long kNever = 24L * 60 * 60 * 1000;
    setOption(easy, CURLOPT_CONNECTTIMEOUT_MS, kNever);
}

void CurlCall::setMessage(const CurlOptions& options) {
    CURL* easy = m_easy.get();
    if (m_request.method == "HEAD") {
        setOption(easy, CURLOPT_NOBODY, 1L);
    } else if (m_request.method != "GET" || !m_request.body.empty()) {
        setOption(easy, CURLOPT_POST, 1L);
        setOption(easy, CURLOPT_POSTFIELDS, m_request.body.c_str());
        setOption(easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(m_request.body.size()));
        setOption(easy, CURLOPT_CUSTOMREQUEST, m_request.method.c_str());
    }
    setOption(easy, CURLOPT_USERAGENT, options.userAgent.c_str());
    setOption(easy, CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(m_request.limits.bodyBytes));
    setOption(easy, CURLOPT_ERRORBUFFER, m_errorText.data());
    setOption(easy, CURLOPT_PRIVATE, this);
    setOption(easy, CURLOPT_PREREQFUNCTION, &CurlCall::onConnected);
    setOption(easy, CURLOPT_PREREQDATA, this);
    setOption(easy, CURLOPT_HEADERFUNCTION, &CurlCall::onHeaderLine);
    setOption(easy, CURLOPT_HEADERDATA, this);
    setOption(easy, CURLOPT_WRITEFUNCTION, &CurlCall::onBody);
    setOption(easy, CURLOPT_WRITEDATA, this);
}

void CurlCall::setHeaders() {
    const auto append = [this](const std::string& line) {
        curl_slist* longer = curl_slist_append(m_headerList.get(), line.c_str());
        TOUCHSTONE_CHECK(longer, "a header line fits into memory");
        (void)m_headerList.release();
        m_headerList.reset(longer);
    };
    append("Expect:");
    if (!findHeader(m_request.headers, "Accept-Encoding"))
        append("Accept-Encoding: identity");
    if (!findHeader(m_request.headers, "Content-Type"))
        append("Content-Type:");  // libcurl would call every body a form
    for (const Header& header : m_request.headers)
        append(header.value.empty() ? header.name + ";" : header.name + ": " + header.value);
    setOption(m_easy.get(), CURLOPT_HTTPHEADER, m_headerList.get());
}

std::optional<CurlCall::Due> CurlCall::due() const {
    std::optional<Due> next;
    const auto consider = [&next](SteadyTime from, std::chrono::milliseconds wait, Deadline deadline) {
        if (wait.count() > 0 && (!next || from + wait < next->time))
            next = Due{from + wait, deadline};
    };
    const Deadlines& limits = m_request.deadlines;
    consider(m_sent, limits.total, Deadline::Total);
    switch (m_phase) {
        case Phase::Connecting:
            consider(m_sent, limits.connect, Deadline::Connect);
            break;
        case Phase::Waiting:
            consider(m_connected, limits.firstByte, Deadline::FirstByte);
            break;
        case Phase::Streaming:
            consider(m_lastBytes, limits.idle, Deadline::Idle);
            break;
    }
    return next;
}

void CurlCall::enter(Phase phase) {
    m_phase = phase;
    m_onPhase();
}

int CurlCall::onConnected(void* self, char* /*remoteIp*/, char* /*localIp*/, int /*remotePort*/,
                          int /*localPort*/) noexcept {
    auto* call = static_cast<CurlCall*>(self);
    call->m_connected = std::chrono::steady_clock::now();
    call->enter(Phase::Waiting);
    return CURL_PREREQFUNC_OK;
}

// For both: libcurl stops the transfer when less is taken than was offered.
std::size_t CurlCall::onHeaderLine(char* bytes, std::size_t size, std::size_t count, void* self) noexcept {
    return static_cast<CurlCall*>(self)->takeHeaderLine({bytes, size * count}) ? size * count : 0;
}

std::size_t CurlCall::onBody(char* bytes, std::size_t size, std::size_t count, void* self) noexcept {
    return static_cast<CurlCall*>(self)->takeBody({bytes, size * count}) ? size * count : 0;
}

bool CurlCall::takeHeaderLine(std::string_view line) {
    m_headerBytes += line.size();
    if (m_headerBytes > m_request.limits.headerBytes)
        return stop(FailureKind::TooLarge,
                    "headers over the limit of " + std::to_string(m_request.limits.headerBytes) + " bytes");
    if (m_headDone)
        return true;  // trailers after a chunked body
    const std::string_view text = withoutLineEnd(line);
    if (text.empty())
        return finishHead();
    if (text.starts_with("HTTP/")) {
        m_head = {statusOf(text), {}};
        return true;
    }
    const auto colon = text.find(':');
    if (colon != std::string_view::npos)
        m_head.headers.push_back({std::string(text.substr(0, colon)), std::string(trimmed(text.substr(colon + 1)))});
    return true;
}

bool CurlCall::finishHead() {
    const bool isInterim = m_head.status >= 100 && m_head.status < 200;
    if (isInterim)
        return true;
    m_headDone = true;
    if (!hasOneLength(m_head.headers))
        return stop(FailureKind::BadResponse, "an answer with two lengths");
    const auto encoding = findHeader(m_head.headers, "Content-Encoding");
    if (encoding && !equalsIgnoringCase(*encoding, "identity") && !findHeader(m_request.headers, "Accept-Encoding"))
        return stop(FailureKind::BadResponse, "a compressed answer, which was not asked for");
    if (m_callbacks.onHead)
        m_callbacks.onHead(m_head);
    return true;
}

bool CurlCall::takeBody(std::string_view bytes) {
    m_lastBytes = std::chrono::steady_clock::now();
    if (m_phase != Phase::Streaming)
        enter(Phase::Streaming);
    if (bytes.size() > m_request.limits.bodyBytes - m_bodyBytes)
        return stop(FailureKind::TooLarge,
                    "a body over the limit of " + std::to_string(m_request.limits.bodyBytes) + " bytes");
    m_bodyBytes += bytes.size();
    if (m_callbacks.onChunk)
        m_callbacks.onChunk(bytes);
    return true;
}

bool CurlCall::stop(FailureKind kind, std::string message) {
    m_ownFailure = failed(kind, std::move(message));
    return false;
}

std::optional<TransportFailure> CurlCall::failureOf(CURLcode code) const {
    if (m_ownFailure)
        return m_ownFailure;
    if (code == CURLE_OK && m_headDone)
        return std::nullopt;
    if (code == CURLE_OK)  // libcurl takes an end inside the headers for the end of the answer
        return failed(FailureKind::Interrupted, "the connection closed inside the headers");
    const std::string_view said = m_errorText.front() != '\0' ? m_errorText.data() : curl_easy_strerror(code);
    return failed(failureKindOf(code, said), std::string(said));
}

TransportFailure CurlCall::timedOut(Deadline deadline) const {
    const auto said = [this, deadline]() -> std::string {
        const Deadlines& limits = m_request.deadlines;
        const auto within = [](std::chrono::milliseconds time) {
            return " within " + std::to_string(time.count()) + " ms";
        };
        switch (deadline) {
            case Deadline::Connect:
                return "no connection" + within(limits.connect);
            case Deadline::FirstByte:
                return "nothing of the answer" + within(limits.firstByte);
            case Deadline::Idle:
                return "the answer stopped: no further byte" + within(limits.idle);
            case Deadline::Total:
                return "no whole answer" + within(limits.total);
        }
        return "a deadline passed";
    };
    TransportFailure failure = failed(FailureKind::Timeout, said());
    failure.deadline = deadline;
    return failure;
}

TransportFailure CurlCall::failed(FailureKind kind, std::string message) const {
    return {kind, (m_host.empty() ? "" : m_host + ": ") + std::move(message), std::nullopt, m_bodyBytes};
}

}  // namespace touchstone::net
