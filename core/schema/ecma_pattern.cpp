// SPDX-License-Identifier: Apache-2.0

#include "ecma_pattern.h"

#include "values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <utility>

namespace touchstone::schema {
namespace {

// WhiteSpace and LineTerminator of ECMA-262, and everything else.
constexpr std::string_view kSpaces =
    R"(\t-\r \x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}\x{feff})";
constexpr std::string_view kNotSpaces =
    R"(\x{0}-\x{8}\x{e}-\x{1f}\x{21}-\x{9f}\x{a1}-\x{167f}\x{1681}-\x{1fff}\x{200b}-\x{2027}\x{202a}-\x{202e})"
    R"(\x{2030}-\x{205e}\x{2060}-\x{2fff}\x{3001}-\x{fefe}\x{ff00}-\x{10ffff})";
constexpr std::string_view kAnything = R"([\x{0}-\x{10ffff}])";
constexpr std::string_view kNothing = R"([^\x{0}-\x{10ffff}])";
constexpr std::string_view kAllButLineEnds = R"([^\n\r\x{2028}\x{2029}])";

using Names = std::pair<std::string_view, std::string_view>;
constexpr std::array kGeneralCategories = std::to_array<Names>({
    {"Letter", "L"},
    {"Cased_Letter", "L&"},
    {"Uppercase_Letter", "Lu"},
    {"Lowercase_Letter", "Ll"},
    {"Titlecase_Letter", "Lt"},
    {"Modifier_Letter", "Lm"},
    {"Other_Letter", "Lo"},
    {"Mark", "M"},
    {"Nonspacing_Mark", "Mn"},
    {"Spacing_Mark", "Mc"},
    {"Enclosing_Mark", "Me"},
    {"Number", "N"},
    {"Decimal_Number", "Nd"},
    {"digit", "Nd"},
    {"Letter_Number", "Nl"},
    {"Other_Number", "No"},
    {"Punctuation", "P"},
    {"punct", "P"},
    {"Connector_Punctuation", "Pc"},
    {"Dash_Punctuation", "Pd"},
    {"Open_Punctuation", "Ps"},
    {"Close_Punctuation", "Pe"},
    {"Initial_Punctuation", "Pi"},
    {"Final_Punctuation", "Pf"},
    {"Other_Punctuation", "Po"},
    {"Symbol", "S"},
    {"Math_Symbol", "Sm"},
    {"Currency_Symbol", "Sc"},
    {"Modifier_Symbol", "Sk"},
    {"Other_Symbol", "So"},
    {"Separator", "Z"},
    {"Space_Separator", "Zs"},
    {"Line_Separator", "Zl"},
    {"Paragraph_Separator", "Zp"},
    {"Other", "C"},
    {"Control", "Cc"},
    {"cntrl", "Cc"},
    {"Format", "Cf"},
    {"Surrogate", "Cs"},
    {"Private_Use", "Co"},
});

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isLeadSurrogate(std::uint32_t unit) {
    return unit >= 0xD800 && unit <= 0xDBFF;
}

bool isTrailSurrogate(std::uint32_t unit) {
    return unit >= 0xDC00 && unit <= 0xDFFF;
}

class Translator {
public:
    explicit Translator(std::string_view source) : m_source(source) {}

    Result<EcmaPattern> run() {
        while (m_at < m_source.size() && !m_complaint)
            term();
        if (m_complaint)
            return Error{ErrorCode::InvalidArgument, *m_complaint};
        return std::move(m_result);
    }

private:
    void term() {
        const char c = m_source[m_at];
        if (c == '\\')
            escape(false);
        else if (c == '[')
            characterClass();
        else if (c == '(')
            group();
        else if (c == '.')
            emit(1, kAllButLineEnds);
        else
            copy(1);
    }

    void group() {
        const std::string_view rest = m_source.substr(m_at);
        if (!rest.starts_with("(?"))
            return copy(1);
        if (rest.starts_with("(?:"))
            return copy(3);
        if (rest.starts_with("(?=") || rest.starts_with("(?!") || rest.starts_with("(?<=") ||
            rest.starts_with("(?<!")) {
            m_result.lookAround = true;
            return copy(rest[2] == '<' ? 4 : 3);
        }
        if (rest.starts_with("(?<"))
            return emit(3, "(?P<");
        complain("\"" + std::string(rest.substr(0, 4)) + "\" is not ECMA-262; inline flags are not known there");
    }

    void characterClass() {
        const std::string_view rest = m_source.substr(m_at);
        if (rest.starts_with("[]"))
            return emit(2, kNothing);
        if (rest.starts_with("[^]"))
            return emit(3, kAnything);
        copy(rest.starts_with("[^") ? 2 : 1);
        while (m_at < m_source.size() && m_source[m_at] != ']' && !m_complaint) {
            if (m_source[m_at] == '\\')
                escape(true);
            else if (m_source[m_at] == '[')
                emit(1, "\\[");
            else
                copy(1);
        }
        if (m_at >= m_source.size())
            return complain("the character class is not closed");
        copy(1);
    }

    void escape(bool inClass) {
        if (m_at + 1 >= m_source.size())
            return complain("the backslash at the end escapes nothing");
        const char c = m_source[m_at + 1];
        if (c == 's' || c == 'S')
            return spaces(c == 's', inClass);
        if (c == 'p' || c == 'P')
            return property();
        if (c == 'u' || c == 'x' || c == 'c' || c == '0')
            return codePoint();
        if (c == 'k' || (isDigit(c) && !inClass))
            return backReference();
        if (inClass && c == 'b')
            return emit(2, "\\x{8}");
        constexpr std::string_view kShared = "dDwWtnvfr";
        if (kShared.find(c) != std::string_view::npos || (!inClass && (c == 'b' || c == 'B')))
            return copy(2);
        if (isLetter(c) || isDigit(c) || c == '_')
            return complain("\"\\" + std::string(1, c) + "\" is not an escape of ECMA-262");
        if (static_cast<unsigned char>(c) >= 0x80 || c == '/' || c == ' ')
            return emit(2, std::string_view(&m_source[m_at + 1], 1));
        copy(2);
    }

    void spaces(bool positive, bool inClass) {
        const std::string_view set = positive ? kSpaces : kNotSpaces;
        emit(2, inClass ? std::string(set) : "[" + std::string(set) + "]");
    }

    // \p{Letter}, \p{L}, \p{Script=Greek}
    void property() {
        const auto end = m_source.find('}', m_at);
        if (m_at + 2 >= m_source.size() || m_source[m_at + 2] != '{' || end == std::string_view::npos)
            return complain("write a Unicode property as \\p{…}");
        std::string_view name = m_source.substr(m_at + 3, end - m_at - 3);
        if (const auto equals = name.find('='); equals != std::string_view::npos)
            name.remove_prefix(equals + 1);
        const auto* known = std::find_if(kGeneralCategories.begin(), kGeneralCategories.end(),
                                         [name](const Names& names) { return names.first == name; });
        const std::string_view target = known == kGeneralCategories.end() ? name : known->second;
        emit(end + 1 - m_at, std::string(m_source.substr(m_at, 2)) + "{" + std::string(target) + "}");
    }

    void backReference() {
        m_result.backReferences = true;
        if (m_source[m_at + 1] == 'k')
            return copy(2);
        // In braces, so that a digit that follows stays a digit of its own.
        std::size_t end = m_at + 1;
        while (end < m_source.size() && isDigit(m_source[end]))
            ++end;
        emit(end - m_at, "\\g{" + std::string(m_source.substr(m_at + 1, end - m_at - 1)) + "}");
    }

    // \uXXXX, \u{X…}, \uD83D\uDC32, \xXX, \cX and \0
    void codePoint() {
        const char kind = m_source[m_at + 1];
        if (kind == '0')
            return emit(2, "\\x{0}");
        if (kind == 'c')
            return control();
        const auto [value, size] = hexEscape(m_at);
        if (size == 0)
            return complain("the escape needs hexadecimal digits after it");
        if (isLeadSurrogate(value)) {
            const auto [low, lowSize] = hexEscape(m_at + size);
            if (lowSize != 0 && isTrailSurrogate(low))
                return emitCodePoint(size + lowSize, 0x10000 + ((value - 0xD800) << 10U) + (low - 0xDC00));
        }
        if (isLeadSurrogate(value) || isTrailSurrogate(value))
            return complain("half a surrogate pair matches no text");
        if (value > 0x10FFFF)
            return complain("there is no such code point");
        emitCodePoint(size, value);
    }

    void control() {
        if (m_at + 2 >= m_source.size() || !isLetter(m_source[m_at + 2]))
            return complain("\"\\c\" needs a letter after it");
        emitCodePoint(3, static_cast<std::uint32_t>(m_source[m_at + 2]) % 32);
    }

    // Value and length of the \u or \x escape that starts at `at`; length 0 when there is none.
    [[nodiscard]] std::pair<std::uint32_t, std::size_t> hexEscape(std::size_t at) const {
        const std::string_view rest = m_source.substr(at);
        if (!rest.starts_with("\\u") && !rest.starts_with("\\x"))
            return {0, 0};
        const bool braces = rest.starts_with("\\u{");
        const std::size_t begin = braces ? 3 : 2;
        const std::size_t end = braces ? rest.find('}') : begin + (rest[1] == 'u' ? 4 : 2);
        if (end > rest.size() || end == begin)
            return {0, 0};
        std::uint32_t value = 0;
        const auto [stop, status] = std::from_chars(rest.data() + begin, rest.data() + end, value, 16);
        if (status != std::errc() || stop != rest.data() + end)
            return {0, 0};
        return {value, end + (braces ? 1 : 0)};
    }

    void emitCodePoint(std::size_t consumed, std::uint32_t value) {
        char digits[8];
        const auto end = std::to_chars(digits, digits + sizeof digits, value, 16).ptr;
        emit(consumed, "\\x{" + std::string(digits, end) + "}");
    }

    void copy(std::size_t count) { emit(count, m_source.substr(m_at, count)); }

    void emit(std::size_t consumed, std::string_view text) {
        m_result.text += text;
        m_at += consumed;
    }

    void complain(std::string_view what) {
        std::string text = "at character " + std::to_string(codePoints(m_source.substr(0, m_at)) + 1) + ": ";
        text += what;
        m_complaint = std::move(text);
    }

    std::string_view m_source;
    std::size_t m_at = 0;
    EcmaPattern m_result;
    std::optional<std::string> m_complaint;
};

}  // namespace

Result<EcmaPattern> translateEcmaPattern(std::string_view source) {
    return Translator(source).run();
}

}  // namespace touchstone::schema
