// SPDX-License-Identifier: Apache-2.0

#include "net/sse.h"

#include "ascii.h"
#include "text/utf8.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace touchstone::net {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

}  // namespace

Result<void> SseDecoder::feed(std::string_view bytes, const OnEvent& onEvent) {
    if (m_error)
        return *m_error;
    bytes = skipLineFeedAfterReturn(skipByteOrderMark(bytes));
    while (!bytes.empty()) {
        const std::size_t end = bytes.find_first_of("\r\n");
        const std::string_view piece = bytes.substr(0, end);
        if (piece.size() > m_limits.lineBytes - std::min(m_line.size(), m_limits.lineBytes))
            return fail("line", m_limits.lineBytes);
        if (end == std::string_view::npos) {
            m_line += piece;
            return {};
        }
        m_afterReturn = bytes[end] == '\r';
        bytes = skipLineFeedAfterReturn(bytes.substr(end + 1));
        if (m_line.empty()) {
            TOUCHSTONE_TRY_VOID(takeLine(piece, onEvent));
        } else {
            m_line += piece;
            TOUCHSTONE_TRY_VOID(takeLine(m_line, onEvent));
            m_line.clear();
        }
    }
    return {};
}

std::string_view SseDecoder::skipByteOrderMark(std::string_view bytes) {
    while (!m_markDone && !bytes.empty()) {
        if (bytes.front() == kByteOrderMark[m_markBytes]) {
            bytes.remove_prefix(1);
            m_markDone = ++m_markBytes == kByteOrderMark.size();
        } else {
            m_line = kByteOrderMark.substr(0, m_markBytes);
            m_markDone = true;
        }
    }
    return bytes;
}

// A line ends at its CR already, so that an event never waits for the next read; the LF of a CR LF then means nothing.
std::string_view SseDecoder::skipLineFeedAfterReturn(std::string_view bytes) {
    if (bytes.empty() || !m_afterReturn)
        return bytes;
    m_afterReturn = false;
    return bytes.front() == '\n' ? bytes.substr(1) : bytes;
}

Result<void> SseDecoder::takeLine(std::string_view line, const OnEvent& onEvent) {
    if (line.empty()) {
        dispatch(onEvent);
        return {};
    }
    const std::size_t colon = line.find(':');
    if (colon == 0)
        return {};  // a comment: servers keep connections alive with them
    if (colon == std::string_view::npos)
        return takeField(line, {});
    std::string_view value = line.substr(colon + 1);
    if (value.starts_with(' '))
        value.remove_prefix(1);
    return takeField(line.substr(0, colon), value);
}

Result<void> SseDecoder::takeField(std::string_view name, std::string_view value) {
    if (name == "data") {
        const std::string piece = text::repairUtf8(value);
        if (m_data.size() + piece.size() + 1 > m_limits.eventBytes)
            return fail("event", m_limits.eventBytes);
        if (m_hasData)
            m_data += '\n';
        m_data += piece;
        m_hasData = true;
    } else if (name == "event") {
        m_type = text::repairUtf8(value);
    } else if (name == "id") {
        if (value.find('\0') == std::string_view::npos)
            m_lastId = text::repairUtf8(value);
    } else if (name == "retry" && !value.empty() && std::ranges::all_of(value, isDigit)) {
        std::int64_t milliseconds = 0;
        if (std::from_chars(value.data(), value.data() + value.size(), milliseconds).ec == std::errc())
            m_retry = std::chrono::milliseconds(milliseconds);
    }
    return {};
}

void SseDecoder::dispatch(const OnEvent& onEvent) {
    std::string type = std::exchange(m_type, {});
    if (!std::exchange(m_hasData, false))
        return;
    SseEvent event;
    if (!type.empty())
        event.type = std::move(type);
    event.data = std::exchange(m_data, {});
    event.id = m_lastId;
    onEvent(std::move(event));
}

Error SseDecoder::fail(std::string_view what, std::size_t limit) {
    m_error = Error{ErrorCode::Corrupt, "the server's event stream has a " + std::string(what) + " over the limit of " +
                                            std::to_string(limit) + " bytes"};
    return *m_error;
}

}  // namespace touchstone::net
