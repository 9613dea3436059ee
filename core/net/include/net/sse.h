// SPDX-License-Identifier: Apache-2.0
//
// Server-sent events (WHATWG HTML, section 9.2.6) from bytes as they arrive. How the bytes were cut never changes what
// comes out, neither the events nor the error.
//
// A value; use one decoder a stream, from one thread at a time.

#pragma once

#include "base/result.h"

#include <chrono>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace touchstone::net {

struct SseEvent {
    std::string type = "message";
    std::string data;  // UTF-8; bytes that were not became U+FFFD. Several data lines are joined by '\n'
    std::string id;    // the last id the stream named, which this event may have inherited
    bool operator==(const SseEvent&) const = default;
};

struct SseLimits {
    std::size_t lineBytes = 4U << 20U;
    std::size_t eventBytes = 16U << 20U;  // the data of one event
};

class SseDecoder {
public:
    using OnEvent = std::function<void(SseEvent)>;

    explicit SseDecoder(SseLimits limits = {}) : m_limits(limits) {}

    // Takes the next bytes and hands out each event they complete, in order. Over a limit it fails with Corrupt, and
    // so does every later call.
    [[nodiscard]] Result<void> feed(std::string_view bytes, const OnEvent& onEvent);

    // Something has come of an event that no blank line has ended yet; at the end of a stream it is lost, as the
    // standard says.
    [[nodiscard]] bool insideEvent() const { return m_hasData || !m_line.empty(); }
    // The reconnection time the stream asked for.
    [[nodiscard]] std::optional<std::chrono::milliseconds> retry() const { return m_retry; }

private:
    [[nodiscard]] std::string_view skipByteOrderMark(std::string_view bytes);
    [[nodiscard]] std::string_view skipLineFeedAfterReturn(std::string_view bytes);
    [[nodiscard]] Result<void> takeLine(std::string_view line, const OnEvent& onEvent);
    [[nodiscard]] Result<void> takeField(std::string_view name, std::string_view value);
    [[nodiscard]] Error fail(std::string_view what, std::size_t limit);
    void dispatch(const OnEvent& onEvent);

    // Constant after construction
    SseLimits m_limits;
    // Where in the bytes we are
    std::size_t m_markBytes = 0;  // of the byte order mark, seen so far
    bool m_markDone = false;
    bool m_afterReturn = false;
    std::string m_line;
    std::optional<Error> m_error;
    // The event being put together
    std::string m_type;
    std::string m_data;
    bool m_hasData = false;
    // What outlives events
    std::string m_lastId;
    std::optional<std::chrono::milliseconds> m_retry;
};

}  // namespace touchstone::net
