// SPDX-License-Identifier: Apache-2.0
//
// Appends compact JSON to a text. Writes the same bytes as toText() of base/json.h.
//
// Not thread-safe: one writer, one text.

#pragma once

#include "base/json.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace touchstone::trace {

class JsonWriter {
public:
    // `text` outlives the writer.
    explicit JsonWriter(std::string& text) : m_text(text) {}

    void beginObject() { begin('{'); }
    void endObject() { end('}'); }
    void beginArray() { begin('['); }
    void endArray() { end(']'); }
    // `name` is plain: printable ASCII without quotes and backslashes.
    void key(std::string_view name);

    // Bytes that are not UTF-8 become U+FFFD.
    void string(std::string_view value);
    void integer(std::int64_t value);
    void integer(std::uint64_t value);
    // Null when it is not finite.
    void real(double value);
    // Nested values deeper than JsonLimits allows are left out.
    void value(const Json& value);

    // True when something was left out.
    [[nodiscard]] bool tooDeep() const { return m_tooDeep; }

private:
    void begin(char bracket);
    void end(char bracket);
    void separate();
    void object(const Json& value);
    void array(const Json& value);
    void quote(std::string_view value);

    std::string& m_text;
    std::size_t m_depth = 0;  // of open brackets
    bool m_comma = false;     // the next value needs one before it
    bool m_tooDeep = false;
};

}  // namespace touchstone::trace
