// SPDX-License-Identifier: Apache-2.0

#include "json_writer.h"

#include <array>
#include <charconv>

namespace touchstone::trace {
namespace {

enum class Byte : unsigned char { Plain, Escaped, NotAscii };

constexpr std::array<Byte, 256> kBytes = [] {
    std::array<Byte, 256> bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = i >= 0x80 ? Byte::NotAscii : i < 0x20 || i == '"' || i == '\\' ? Byte::Escaped : Byte::Plain;
    return bytes;
}();

Byte kindOf(char c) {
    return kBytes[static_cast<unsigned char>(c)];
}

void appendEscaped(std::string& text, char c) {
    constexpr std::string_view kNamed = "\"\\\b\f\n\r\t";
    constexpr std::string_view kNames = "\"\\bfnrt";
    constexpr std::string_view kDigits = "0123456789abcdef";
    text += '\\';
    if (const std::size_t named = kNamed.find(c); named != std::string_view::npos) {
        text += kNames[named];
        return;
    }
    text += "u00";
    text += kDigits[static_cast<unsigned char>(c) >> 4U];
    text += kDigits[static_cast<unsigned char>(c) & 0xFU];
}

template <class Number>
void appendNumber(std::string& text, Number value) {
    std::array<char, 24> digits{};
    const char* end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    text.append(digits.data(), static_cast<std::size_t>(end - digits.data()));
}

}  // namespace

void JsonWriter::separate() {
    if (m_comma)
        m_text += ',';
    m_comma = true;
}

void JsonWriter::begin(char bracket) {
    separate();
    m_text += bracket;
    m_comma = false;
    ++m_depth;
}

void JsonWriter::end(char bracket) {
    m_text += bracket;
    m_comma = true;
    --m_depth;
}

void JsonWriter::key(std::string_view name) {
    if (m_comma)
        m_text += ',';
    m_text += '"';
    m_text += name;
    m_text += "\":";
    m_comma = false;
}

void JsonWriter::string(std::string_view value) {
    separate();
    quote(value);
}

void JsonWriter::integer(std::int64_t value) {
    separate();
    appendNumber(m_text, value);
}

void JsonWriter::integer(std::uint64_t value) {
    separate();
    appendNumber(m_text, value);
}

void JsonWriter::real(double value) {
    separate();
    m_text += toText(Json(value));
}

// Runs of plain bytes are copied whole. Text beyond ASCII is left to toText, which knows what to do about bytes that
// are not UTF-8.
void JsonWriter::quote(std::string_view value) {
    const std::size_t start = m_text.size();
    m_text += '"';
    std::size_t copied = 0;
    for (std::size_t i = 0; i < value.size(); ++i) {
        const Byte kind = kindOf(value[i]);
        if (kind == Byte::Plain)
            continue;
        if (kind == Byte::NotAscii) {
            m_text.resize(start);
            m_text += toText(Json(value));
            return;
        }
        m_text.append(value, copied, i - copied);
        appendEscaped(m_text, value[i]);
        copied = i + 1;
    }
    m_text.append(value, copied);
    m_text += '"';
}

void JsonWriter::value(const Json& value) {
    if (value.is_structured() && m_depth == JsonLimits().depth) {
        m_tooDeep = true;
        return;
    }
    switch (value.type()) {
        case Json::value_t::object:
            return object(value);
        case Json::value_t::array:
            return array(value);
        case Json::value_t::string:
            return string(value.get_ref<const std::string&>());
        case Json::value_t::number_integer:
            return integer(value.get_ref<const Json::number_integer_t&>());
        case Json::value_t::number_unsigned:
            return integer(value.get_ref<const Json::number_unsigned_t&>());
        default:
            separate();
            m_text += toText(value);
    }
}

void JsonWriter::object(const Json& value) {
    beginObject();
    for (const auto& member : value.get_ref<const Json::object_t&>()) {
        string(member.first);
        m_text += ':';
        m_comma = false;
        this->value(member.second);
    }
    endObject();
}

void JsonWriter::array(const Json& value) {
    beginArray();
    for (const Json& item : value.get_ref<const Json::array_t&>())
        this->value(item);
    endArray();
}

}  // namespace touchstone::trace
