// SPDX-License-Identifier: Apache-2.0

#include "lexer.h"

#include <algorithm>
#include <array>

namespace touchstone::text::jinja {

namespace {

constexpr std::string_view kBlanks = " \t";
constexpr std::string_view kSpace = " \t\n\r\f\v";

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool isNameStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

bool isNamePart(char c) {
    return isNameStart(c) || isDigit(c);
}

char closerOf(char opener) {
    return opener == '(' ? ')' : opener == '[' ? ']' : '}';
}

std::string quotedCharacter(std::string_view before, char c) {
    return std::string(before).append(1, c == '\'' ? '"' : '\'').append(1, c).append(1, c == '\'' ? '"' : '\'');
}

class Lexer {
public:
    Lexer(std::string_view source, const TemplateOptions& options) : m_source(source), m_options(options) {}

    Lexed runTemplate() {
        if (!m_options.keepTrailingNewline && m_source.ends_with('\n'))
            m_source.remove_suffix(m_source.ends_with("\r\n") ? 2 : 1);
        while (m_at < m_source.size())
            textThenTag();
        emit(TokenKind::End, m_at, 0);
        return std::move(m_lexed);
    }

    Lexed runExpression() {
        tokensUntil({});
        emit(TokenKind::End, m_source.size(), 0);
        return std::move(m_lexed);
    }

private:
    [[nodiscard]] std::string_view rest() const { return m_source.substr(m_at); }
    [[nodiscard]] char peek(std::size_t ahead = 0) const {
        return m_at + ahead < m_source.size() ? m_source[m_at + ahead] : '\0';
    }

    void emit(TokenKind kind, std::size_t offset, std::size_t size) {
        m_lexed.tokens.push_back({kind, static_cast<std::uint32_t>(offset), m_source.substr(offset, size)});
    }

    void problem(std::size_t offset, std::string code, std::string text, std::string suggestion) {
        m_lexed.problems.push_back({offset, std::move(code), std::move(text), std::move(suggestion)});
    }

    // ---- Text and the marks of tags

    [[nodiscard]] std::size_t nextTag() const {
        for (std::size_t at = m_source.find('{', m_at); at != std::string_view::npos; at = m_source.find('{', at + 1)) {
            const char next = at + 1 < m_source.size() ? m_source[at + 1] : '\0';
            if (next == '{' || next == '%' || next == '#')
                return at;
        }
        return m_source.size();
    }

    void textThenTag() {
        const std::size_t begin = m_at;
        const std::size_t tag = nextTag();
        emitText(begin, textEnd(begin, tag));
        m_at = tag;
        if (tag == m_source.size())
            return;
        const char type = m_source[tag + 1];
        m_at += 2;
        if (peek() == '-' || peek() == '+')
            ++m_at;
        if (type == '#')
            comment(tag);
        else if (type == '%' && isRaw())
            rawBlock(tag);
        else
            tagTokens(tag, type == '%');
    }

    void emitText(std::size_t begin, std::size_t end) {
        if (end > begin)
            emit(TokenKind::Text, begin, end - begin);
    }

    // Where the text before the tag at `tag` ends, after `{%-` or lstripBlocks have taken their share.
    [[nodiscard]] std::size_t textEnd(std::size_t begin, std::size_t tag) const {
        if (tag == m_source.size())
            return tag;
        const char mark = tag + 2 < m_source.size() ? m_source[tag + 2] : '\0';
        const std::string_view text = m_source.substr(begin, tag - begin);
        if (mark == '-')
            return begin + text.find_last_not_of(kSpace) + 1;  // npos + 1 is 0
        if (m_options.lstripBlocks && mark != '+' && m_source[tag + 1] != '{')
            return begin + stripLineStart(begin, text);
        return tag;
    }

    [[nodiscard]] std::size_t stripLineStart(std::size_t begin, std::string_view text) const {
        const std::size_t kept = text.find_last_not_of(kBlanks) + 1;
        const bool startsLine = kept > 0 ? text[kept - 1] == '\n' : begin == 0 || m_source[begin - 1] == '\n';
        return startsLine ? kept : text.size();
    }

    // After the end mark of a tag: `-%}` eats white space, trimBlocks one line end unless the mark is `+%}`.
    void afterTag(char mark, bool block) {
        if (mark == '-') {
            m_at = std::min(m_source.find_first_not_of(kSpace, m_at), m_source.size());
        } else if (block && m_options.trimBlocks && mark != '+') {
            if (peek() == '\n')
                ++m_at;
            else if (rest().starts_with("\r\n"))
                m_at += 2;
        }
    }

    void comment(std::size_t tag) {
        const std::size_t close = m_source.find("#}", m_at);
        if (close == std::string_view::npos) {
            problem(tag, "unclosed", "this comment is never closed", "add #}");
            m_at = m_source.size();
            return;
        }
        const char mark = close > m_at ? m_source[close - 1] : '\0';
        m_at = close + 2;
        afterTag(mark, true);
    }

    // ---- {% raw %} … {% endraw %}

    // Past `-%}`, `+%}` or `%}` after blanks, with the mark; false when something else stands there.
    bool skipBlockEnd(std::size_t& at, char& mark) const {
        at = std::min(m_source.find_first_not_of(kSpace, at), m_source.size());
        mark = at < m_source.size() ? m_source[at] : '\0';
        if (mark == '-' || mark == '+')
            ++at;
        if (!m_source.substr(at).starts_with("%}"))
            return false;
        at += 2;
        return true;
    }

    [[nodiscard]] bool isRaw() const {
        std::size_t at = std::min(m_source.find_first_not_of(kSpace, m_at), m_source.size());
        char mark = 0;
        return m_source.substr(at).starts_with("raw") && skipBlockEnd(at += 3, mark);
    }

    void rawBlock(std::size_t tag) {
        std::size_t begin = m_source.find("raw", m_at) + 3;
        char mark = 0;
        skipBlockEnd(begin, mark);
        m_at = begin;
        afterTag(mark, false);  // trimBlocks leaves the line end after this tag alone, as in jinja2
        begin = m_at;
        for (std::size_t open = m_source.find("{%", begin); open != std::string_view::npos;
             open = m_source.find("{%", open + 2)) {
            std::size_t at = open + 2;
            if (at < m_source.size() && (m_source[at] == '-' || m_source[at] == '+'))
                ++at;
            at = std::min(m_source.find_first_not_of(kSpace, at), m_source.size());
            if (!m_source.substr(at).starts_with("endraw") || !skipBlockEnd(at += 6, mark))
                continue;
            emitText(begin, textEnd(begin, open));
            m_at = at;
            afterTag(mark, true);
            return;
        }
        problem(tag, "unclosed", "this raw block is never closed", "add {% endraw %}");
        m_at = m_source.size();
    }

    // ---- Tokens inside a tag

    void tagTokens(std::size_t tag, bool block) {
        emit(block ? TokenKind::BlockBegin : TokenKind::OutputBegin, tag, 2);
        const std::string_view close = block ? "%}" : "}}";
        tokensUntil(close);
        const std::size_t end = m_at;
        char mark = '\0';
        if (m_at >= m_source.size()) {
            problem(tag, "unclosed", block ? "this {% is never closed" : "this {{ is never closed",
                    block ? "add %}" : "add }}");
        } else {
            mark = peek() == '-' || peek() == '+' ? peek() : '\0';
            m_at += mark == '\0' ? 2 : 3;
        }
        emit(block ? TokenKind::BlockEnd : TokenKind::OutputEnd, end, 0);
        afterTag(mark, block);
    }

    [[nodiscard]] bool atClose(std::string_view close) const {
        if (close.empty() || !m_open.empty())
            return false;
        const std::string_view here = rest();
        return here.starts_with(close) || (here.starts_with('-') && here.substr(1).starts_with(close)) ||
               (close == "%}" && here.starts_with("+%}"));
    }

    void tokensUntil(std::string_view close) {
        m_open.clear();
        while (true) {
            m_at = std::min(m_source.find_first_not_of(kSpace, m_at), m_source.size());
            if (m_at >= m_source.size() || atClose(close))
                break;
            token();
        }
    }

    void token() {
        const char c = peek();
        if (c == '"' || c == '\'')
            string(c);
        else if (isDigit(c))
            number();
        else if (isNameStart(c))
            name();
        else
            punctuation();
    }

    void name() {
        const std::size_t begin = m_at;
        while (m_at < m_source.size() && isNamePart(m_source[m_at]))
            ++m_at;
        emit(TokenKind::Name, begin, m_at - begin);
    }

    void string(char quote) {
        const std::size_t begin = m_at + 1;
        for (std::size_t at = begin; at < m_source.size(); ++at) {
            if (m_source[at] == '\\') {
                ++at;
            } else if (m_source[at] == quote) {
                emit(TokenKind::String, begin, at - begin);
                m_at = at + 1;
                return;
            }
        }
        problem(m_at, "unclosed", "this text is never closed", quotedCharacter("add ", quote));
        m_at = m_source.size();
    }

    // Digits that single underscores may separate.
    std::size_t skipDigits(std::size_t at, std::string_view digits) const {
        const auto isOne = [&](std::size_t i) {
            return i < m_source.size() && digits.find(m_source[i]) != std::string_view::npos;
        };
        while (isOne(at) || (at < m_source.size() && m_source[at] == '_' && isOne(at + 1)))
            ++at;
        return at;
    }

    void number() {
        constexpr std::string_view kDecimal = "0123456789";
        const std::size_t begin = m_at;
        const char radix = peek() == '0' ? static_cast<char>(peek(1) | 0x20) : '\0';
        const std::string_view digits = radix == 'x'   ? "0123456789abcdefABCDEF"
                                        : radix == 'o' ? "01234567"
                                        : radix == 'b' ? "01"
                                                       : "";
        if (!digits.empty() && skipDigits(begin + 2, digits) > begin + 2) {
            m_at = skipDigits(begin + 2, digits);
            emit(TokenKind::Integer, begin, m_at - begin);
            return;
        }
        m_at = skipDigits(begin, kDecimal);
        // `x.0.1` is two subscripts, not a float
        const bool afterDot = begin > 0 && m_source[begin - 1] == '.';
        const std::size_t end = afterDot ? m_at : fractionEnd(m_at);
        const bool isFloat = end > m_at;
        m_at = end;
        emit(isFloat ? TokenKind::Float : TokenKind::Integer, begin, end - begin);
        if (!isFloat && !afterDot && m_source[begin] == '0' &&
            m_source.substr(begin, end - begin).find_first_not_of("0_") != std::string_view::npos)
            problem(begin, "syntax", "an integer may not start with 0", "write 0o for octal");
    }

    std::size_t fractionEnd(std::size_t at) const {
        constexpr std::string_view kDecimal = "0123456789";
        const auto isDigitAt = [&](std::size_t i) { return i < m_source.size() && isDigit(m_source[i]); };
        if (at < m_source.size() && m_source[at] == '.' && isDigitAt(at + 1))
            at = skipDigits(at + 1, kDecimal);
        if (at < m_source.size() && (m_source[at] | 0x20) == 'e') {
            std::size_t exponent = at + 1;
            if (exponent < m_source.size() && (m_source[exponent] == '+' || m_source[exponent] == '-'))
                ++exponent;
            if (isDigitAt(exponent))
                at = skipDigits(exponent, kDecimal);
        }
        return at;
    }

    void punctuation() {
        static constexpr std::array<std::string_view, 6> kPairs = {"**", "//", "==", "!=", ">=", "<="};
        static constexpr std::string_view kSingles = "+-/*%~[](){}><=.:|,;";
        const std::string_view two = rest().substr(0, 2);
        const char c = peek();
        const bool isPair = std::find(kPairs.begin(), kPairs.end(), two) != kPairs.end();
        if (!isPair && kSingles.find(c) == std::string_view::npos) {
            problem(m_at, "syntax", quotedCharacter("unexpected character ", c), "remove it or quote the text");
            ++m_at;
            return;
        }
        if (c == '(' || c == '[' || c == '{')
            m_open.push_back(c);
        else if (c == ')' || c == ']' || c == '}')
            closeBracket(c);
        emit(TokenKind::Operator, m_at, isPair ? 2 : 1);
        m_at += isPair ? 2 : 1;
    }

    void closeBracket(char closer) {
        if (m_open.empty() || closerOf(m_open.back()) != closer) {
            problem(m_at, "syntax", quotedCharacter("nothing is open for this ", closer), "check the brackets");
            return;
        }
        m_open.pop_back();
    }

    std::string_view m_source;
    const TemplateOptions& m_options;
    std::size_t m_at = 0;
    std::vector<char> m_open;  // brackets of the current tag
    Lexed m_lexed;
};

}  // namespace

Lexed lexTemplate(std::string_view source, const TemplateOptions& options) {
    return Lexer(source, options).runTemplate();
}

Lexed lexExpression(std::string_view source) {
    return Lexer(source, {}).runExpression();
}

}  // namespace touchstone::text::jinja
