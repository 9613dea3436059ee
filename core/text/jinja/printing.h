// SPDX-License-Identifier: Apache-2.0
//
// Values as text: str() and repr() of Python, JSON, and Json values.

#pragma once

#include "run.h"
#include "value.h"

#include <string>
#include <string_view>

namespace touchstone::text::jinja {

// Appends to a text that may not outgrow the run's limit.
class Writer {
public:
    Writer(Run& run, std::string& text) : m_run(run), m_text(text) {}
    void put(std::string_view piece) {
        m_run.checkSize(m_text.size() + piece.size());
        m_text.append(piece);
    }
    void repeat(std::size_t count, char c) {
        m_run.checkSize(m_text.size() + count);
        m_text.append(count, c);
    }
    [[nodiscard]] Run& run() { return m_run; }
    [[nodiscard]] std::size_t size() const { return m_text.size(); }

private:
    Run& m_run;
    std::string& m_text;
};

// What `{{ value }}` prints; fails under Printing::Strict for what engines print differently.
void print(Writer& writer, const Value& value, bool allowFloat = false);
// str(value) and repr(value) in Python.
void printPython(Writer& writer, const Value& value);
void printRepr(Writer& writer, const Value& value);
// JSON text; `indent` below 0 gives one line. Separators as Python's json.dumps.
void printJson(Writer& writer, const Value& value, int indent);

// The printed text as a value; a text comes back as it is.
[[nodiscard]] Value printed(Run& run, const Value& value);
[[nodiscard]] Value pythonText(Run& run, const Value& value);

[[nodiscard]] Json toJson(Run& run, const Value& value);

void escapeHtml(Writer& writer, std::string_view text);

}  // namespace touchstone::text::jinja
