// SPDX-License-Identifier: Apache-2.0

#include "printing.h"

#include "literals.h"
#include "ops.h"
#include "text/utf8.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace touchstone::text::jinja {

namespace {

void putInteger(Writer& writer, std::int64_t integer) {
    std::array<char, 24> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), integer).ptr;
    writer.put({buffer.data(), static_cast<std::size_t>(end - buffer.data())});
}

[[noreturn]] void refuse(Run& run, const Value& value) {
    run.fail(FailureKind::PrintRefused,
             std::string(describe(value)) + " prints differently in other engines; write | tojson (or | string)");
}

// Code points that Python's repr escapes: controls, separators and invisible formats.
bool isPrintable(char32_t point) {
    if (point < 0x20 || (point >= 0x7F && point <= 0xA0) || point == 0xAD)
        return false;
    const bool formats = (point >= 0x2000 && point <= 0x200F) || (point >= 0x2028 && point <= 0x202F) ||
                         (point >= 0x205F && point <= 0x206F);
    const bool privateUse = (point >= 0xE000 && point <= 0xF8FF) || point >= 0xF0000;
    return !formats && !privateUse && point != 0x1680 && point != 0x3000 && point != 0xFEFF;
}

void putEscaped(Writer& writer, char32_t point) {
    const char* const format = point <= 0xFF ? "\\x%02x" : point <= 0xFFFF ? "\\u%04x" : "\\U%08x";
    std::array<char, 12> buffer{};
    const int size = std::snprintf(buffer.data(), buffer.size(), format, static_cast<unsigned>(point));
    writer.put({buffer.data(), static_cast<std::size_t>(size)});
}

void putReprText(Writer& writer, std::string_view text) {
    const bool doubled = text.find('\'') != std::string_view::npos && text.find('"') == std::string_view::npos;
    const char quote = doubled ? '"' : '\'';
    writer.repeat(1, quote);
    for (std::size_t at = 0; at < text.size();) {
        const DecodedPoint point = decodeUtf8(text, at);
        const char c = text[at];
        if (c == '\n')
            writer.put("\\n");
        else if (c == '\r')
            writer.put("\\r");
        else if (c == '\t')
            writer.put("\\t");
        else if (c == '\\' || c == quote)
            writer.put(std::string{'\\', c});
        else if (!isPrintable(point.codePoint))
            putEscaped(writer, point.codePoint);
        else
            writer.put(text.substr(at, point.bytes));
        at += point.bytes;
    }
    writer.repeat(1, quote);
}

void putReprSequence(Writer& writer, const Value& value) {
    const std::size_t size = sequenceSize(value);
    writer.run().charge(size);
    writer.put(value.isTuple() ? "(" : "[");
    for (std::size_t i = 0; i < size; ++i) {
        writer.put(i > 0 ? ", " : "");
        printRepr(writer, sequenceItem(value, i));
    }
    if (value.isTuple())
        writer.put(size == 1 ? ",)" : ")");
    else
        writer.put("]");
}

void putReprMapping(Writer& writer, const Value& value) {
    writer.run().charge(mappingSize(value));
    writer.put("{");
    bool first = true;
    forEachEntry(value, [&](const Value& key, const Value& item) {
        writer.put(first ? "" : ", ");
        first = false;
        printRepr(writer, key);
        writer.put(": ");
        printRepr(writer, item);
    });
    writer.put("}");
}

// ---- JSON

void putJsonText(Writer& writer, std::string_view text) {
    writer.put("\"");
    std::size_t plain = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\')
            continue;
        writer.put(text.substr(plain, at - plain));
        plain = at + 1;
        constexpr std::string_view kControls = "\b\t\n\f\r\"\\";
        constexpr std::string_view kLetters = "btnfr\"\\";
        const auto known = kControls.find(c);
        if (known != std::string_view::npos)
            writer.put(std::string{'\\', kLetters[known]});
        else
            writer.put(std::string("\\u00") + "0123456789abcdef"[(c >> 4) & 0xF] + "0123456789abcdef"[c & 0xF]);
    }
    writer.put(text.substr(plain));
    writer.put("\"");
}

class JsonPrinter {
public:
    JsonPrinter(Writer& writer, int indent) : m_writer(writer), m_indent(indent) {}

    void put(const Value& value) {
        switch (value.kind) {
            case Kind::None:
                return m_writer.put("null");
            case Kind::Bool:
                return m_writer.put(value.boolean ? "true" : "false");
            case Kind::Int:
                return putInteger(m_writer, value.integer);
            case Kind::Float:
                return putFloat(value.number);
            case Kind::String:
                return putJsonText(m_writer, value.text());
            case Kind::List:
            case Kind::Array:
                return putSequence(value);
            case Kind::Dict:
            case Kind::Object:
                return putMapping(value);
            default:
                requireDefined(m_writer.run(), value);
                m_writer.run().fail(FailureKind::Type, std::string(describe(value)) + " cannot be written as JSON");
        }
    }

private:
    void putFloat(double number) {
        if (!std::isfinite(number))
            m_writer.run().fail(FailureKind::Value, "JSON has no infinity and no NaN");
        m_writer.put(floatText(number));
    }

    void newLine() {
        if (m_indent < 0)
            return;
        m_writer.put("\n");
        m_writer.repeat(static_cast<std::size_t>(m_indent) * m_depth, ' ');
    }

    void separate(bool first) {
        if (!first)
            m_writer.put(m_indent < 0 ? ", " : ",");
        newLine();
    }

    void putSequence(const Value& value) {
        const std::size_t size = sequenceSize(value);
        m_writer.run().charge(size);
        if (size == 0)
            return m_writer.put("[]");
        m_writer.put("[");
        ++m_depth;
        for (std::size_t i = 0; i < size; ++i) {
            separate(i == 0);
            put(sequenceItem(value, i));
        }
        --m_depth;
        newLine();
        m_writer.put("]");
    }

    void putKey(const Value& key) {
        if (key.isString())
            return putJsonText(m_writer, key.text());
        if (key.isSequence() || key.isMapping())
            m_writer.run().fail(FailureKind::Type, "the keys of JSON objects are text");
        m_writer.put("\"");
        put(key);
        m_writer.put("\"");
    }

    void putMapping(const Value& value) {
        if (mappingSize(value) == 0)
            return m_writer.put("{}");
        m_writer.run().charge(mappingSize(value));
        m_writer.put("{");
        ++m_depth;
        bool first = true;
        forEachEntry(value, [&](const Value& key, const Value& item) {
            separate(first);
            first = false;
            putKey(key);
            m_writer.put(": ");
            put(item);
        });
        --m_depth;
        newLine();
        m_writer.put("}");
    }

    Writer& m_writer;
    int m_indent;
    std::size_t m_depth = 0;
};

}  // namespace

void printPython(Writer& writer, const Value& value) {
    if (value.isString())
        return writer.put(value.text());
    if (value.isUndefined()) {
        if (isRefused(writer.run(), value))
            requireDefined(writer.run(), value);
        return;
    }
    printRepr(writer, value);
}

void printRepr(Writer& writer, const Value& value) {
    switch (value.kind) {
        case Kind::None:
            return writer.put("None");
        case Kind::Bool:
            return writer.put(value.boolean ? "True" : "False");
        case Kind::Int:
            return putInteger(writer, value.integer);
        case Kind::Float:
            return writer.put(floatText(value.number));
        case Kind::String:
            return putReprText(writer, value.text());
        case Kind::List:
        case Kind::Array:
            return putReprSequence(writer, value);
        case Kind::Dict:
        case Kind::Object:
            return putReprMapping(writer, value);
        case Kind::Undefined:
        case Kind::Missing:
            return writer.put("Undefined");
        default:
            refuse(writer.run(), value);
    }
}

void print(Writer& writer, const Value& value, bool allowFloat) {
    if (value.isString())
        return writer.put(value.text());
    if (value.kind == Kind::Int)
        return putInteger(writer, value.integer);
    const bool strict = writer.run().options.printing == Printing::Strict;
    if (strict && !value.isUndefined() && !(allowFloat && value.kind == Kind::Float))
        refuse(writer.run(), value);
    printPython(writer, value);
}

void printJson(Writer& writer, const Value& value, int indent) {
    JsonPrinter(writer, indent).put(value);
}

Value printed(Run& run, const Value& value) {
    if (value.isString())
        return value;
    std::string text;
    Writer writer(run, text);
    print(writer, value);
    return run.text(text);
}

Value pythonText(Run& run, const Value& value) {
    if (value.isString())
        return value;
    std::string text;
    Writer writer(run, text);
    printPython(writer, value);
    return run.text(text);
}

void escapeHtml(Writer& writer, std::string_view text) {
    for (const char c : text) {
        switch (c) {
            case '&':
                writer.put("&amp;");
                break;
            case '<':
                writer.put("&lt;");
                break;
            case '>':
                writer.put("&gt;");
                break;
            case '\'':
                writer.put("&#39;");
                break;
            case '"':
                writer.put("&#34;");
                break;
            default:
                writer.repeat(1, c);
        }
    }
}

Json toJson(Run& run, const Value& value) {
    run.charge(1);
    switch (value.kind) {
        case Kind::None:
            return nullptr;
        case Kind::Bool:
            return value.boolean;
        case Kind::Int:
            return value.integer;
        case Kind::Float:
            if (!std::isfinite(value.number))
                run.fail(FailureKind::Value, "JSON has no infinity and no NaN");
            return value.number;
        case Kind::String:
            run.chargeBytes(value.size);
            return std::string(value.text());
        case Kind::Array:
        case Kind::Object:
            return *value.json;
        case Kind::List: {
            Json list = Json::array();
            for (std::size_t i = 0; i < value.size; ++i)
                list.push_back(toJson(run, value.items[i]));
            return list;
        }
        case Kind::Dict: {
            Json object = Json::object();
            for (const Entry& entry : std::span(value.entries, value.size))
                object[std::string(pythonText(run, entry.key).text())] = toJson(run, entry.value);
            return object;
        }
        case Kind::Undefined:
            if (isRefused(run, value))
                requireDefined(run, value);
            return nullptr;
        default:
            run.fail(FailureKind::Type, std::string(describe(value)) + " cannot be a result");
    }
}

}  // namespace touchstone::text::jinja
