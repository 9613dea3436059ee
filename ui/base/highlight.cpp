// SPDX-License-Identifier: GPL-3.0-or-later

#include "highlight.h"

#include <algorithm>
#include <array>

namespace touchstone::ui {

namespace {

enum TemplateState { kInText, kInComment, kInStatement, kInExpression, kInRaw };
constexpr int kFence = 8;  // beside the state: between two lines of three backticks

constexpr std::array<std::string_view, 36> kKeywords = {
    "and",      "as",      "block",     "break",  "call",  "continue", "do",     "elif",   "else",
    "endblock", "endcall", "endfilter", "endfor", "endif", "endmacro", "endraw", "endset", "endwith",
    "extends",  "false",   "filter",    "for",    "from",  "if",       "import", "in",     "include",
    "is",       "macro",   "none",      "not",    "or",    "raw",      "set",    "true",   "with"};

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool isWordStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

bool isWord(char c) {
    return isWordStart(c) || isDigit(c);
}

// One line under the pen: where we are, and what has been styled.
class Line {
public:
    Line(std::string_view text, std::span<SyntaxStyle> styles) : m_text(text), m_styles(styles) {}

    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] char peek(std::size_t ahead = 0) const {
        return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0';
    }
    [[nodiscard]] bool startsWith(std::string_view prefix) const { return m_text.substr(m_at).starts_with(prefix); }
    [[nodiscard]] std::string_view rest() const { return m_text.substr(m_at); }
    [[nodiscard]] std::size_t at() const { return m_at; }

    std::string_view take(std::size_t count, SyntaxStyle style) {
        const std::string_view taken = m_text.substr(m_at, count);
        std::fill_n(m_styles.begin() + static_cast<std::ptrdiff_t>(m_at), taken.size(), style);
        m_at += taken.size();
        return taken;
    }
    template <class Predicate>
    std::string_view takeWhile(Predicate accepts, SyntaxStyle style) {
        const std::string_view left = rest();
        const auto stop = std::find_if_not(left.begin(), left.end(), accepts);
        return take(static_cast<std::size_t>(stop - left.begin()), style);
    }
    // From a quote to its match, or to the end of the line.
    void takeString(SyntaxStyle style) {
        const std::string_view left = rest();
        std::size_t end = 1;
        while (end < left.size() && left[end] != left[0])
            end += left[end] == '\\' ? 2 : 1;
        take(std::min(end + 1, left.size()), style);
    }
    void restyle(std::size_t from, SyntaxStyle style) {
        std::fill(m_styles.begin() + static_cast<std::ptrdiff_t>(from),
                  m_styles.begin() + static_cast<std::ptrdiff_t>(m_at), style);
    }

private:
    std::string_view m_text;
    std::span<SyntaxStyle> m_styles;
    std::size_t m_at = 0;
};

bool isKeyword(std::string_view word) {
    return std::binary_search(kKeywords.begin(), kKeywords.end(), word) || word == "True" || word == "False" ||
           word == "None";
}

bool isNumberPart(char c) {
    return isDigit(c) || c == '.' || c == 'e' || c == 'E' || c == '+' || c == '-';
}

// Styles up to and including the end of a comment; true when it ended on this line.
bool takeComment(Line& line) {
    const std::size_t end = line.rest().find("#}");
    line.take(end == std::string_view::npos ? std::string_view::npos : end + 2, SyntaxStyle::Comment);
    return end != std::string_view::npos;
}

// Styles the inside of {% … %} or {{ … }}. Returns true when `close` ended it on this line; `isRaw` tells of {% raw %}.
bool takeCode(Line& line, std::string_view close, bool& isRaw) {
    bool afterPipe = false;
    while (!line.atEnd()) {
        if (line.startsWith(close) || (line.peek() == '-' && line.rest().substr(1).starts_with(close))) {
            line.take(close.size() + (line.peek() == '-' ? 1 : 0), SyntaxStyle::Delim);
            return true;
        }
        const char c = line.peek();
        if (c == '"' || c == '\'') {
            line.takeString(SyntaxStyle::String);
        } else if (isDigit(c)) {
            line.takeWhile([](char d) { return isDigit(d) || d == '.'; }, SyntaxStyle::Number);
        } else if (isWordStart(c)) {
            const std::size_t from = line.at();
            const std::string_view word = line.takeWhile(isWord, SyntaxStyle::Variable);
            isRaw = isRaw || word == "raw";
            if (afterPipe)
                line.restyle(from, SyntaxStyle::Filter);
            else if (isKeyword(word))
                line.restyle(from, SyntaxStyle::Keyword);
        } else {
            line.take(1, SyntaxStyle::Text);
        }
        afterPipe = c == '|' || (afterPipe && c == ' ');
    }
    return false;
}

// The text between two marks around words, or empty: "**bold**", not "2 ** 3", and with no code inside.
std::string_view between(std::string_view rest, std::string_view mark) {
    const std::size_t end = rest.find(mark, mark.size());
    if (!rest.starts_with(mark) || end == std::string_view::npos || end == mark.size())
        return {};
    const std::string_view inside = rest.substr(mark.size(), end - mark.size());
    const bool tight = mark == "`" || (inside.front() != ' ' && inside.back() != ' ');
    return tight && inside.find('{') == std::string_view::npos ? inside : std::string_view();
}

// "[text](place)"; its length, or 0.
std::size_t linkLength(std::string_view rest) {
    const std::size_t middle = rest.find("](");
    const std::size_t end = middle == std::string_view::npos ? middle : rest.find(')', middle);
    if (!rest.starts_with('[') || end == std::string_view::npos)
        return 0;
    const std::string_view link = rest.substr(0, end + 1);
    return link.find('{') == std::string_view::npos && link.find('[', 1) == std::string_view::npos ? link.size() : 0;
}

// Inline Markdown at the present place; false when there is none. `before` is the letter before it.
bool takeMarkdown(Line& line, char before) {
    struct Mark {
        std::string_view mark;
        SyntaxStyle style;
    };
    constexpr Mark kMarks[] = {{"`", SyntaxStyle::Code},
                               {"**", SyntaxStyle::Strong},
                               {"__", SyntaxStyle::Strong},
                               {"*", SyntaxStyle::Emphasis},
                               {"_", SyntaxStyle::Emphasis}};
    for (const Mark& each : kMarks) {
        const std::string_view inside = between(line.rest(), each.mark);
        if (inside.empty() || (each.mark.front() == '_' && isWord(before)))
            continue;
        line.take(inside.size() + 2 * each.mark.size(), each.style);
        return true;
    }
    const std::size_t link = linkLength(line.rest());
    line.take(link, SyntaxStyle::Link);
    return link > 0;
}

// A list's mark with the blank after it: "- ", "* ", "12. ".
std::size_t listMark(std::string_view rest) {
    const std::size_t digits = std::min(rest.find_first_not_of("0123456789"), rest.size());
    const std::string_view after = rest.substr(digits);
    if (digits > 0 && digits < 10 && (after.starts_with(". ") || after.starts_with(") ")))
        return digits + 1;
    return rest.starts_with("- ") || rest.starts_with("* ") || rest.starts_with("+ ") || rest.starts_with("> ") ? 1 : 0;
}

// What Markdown says about a line's beginning; the style of the rest of its text. Turns `fence` at its two lines.
SyntaxStyle takeLineStart(Line& line, bool& fence) {
    line.takeWhile([](char c) { return c == ' ' || c == '\t'; }, SyntaxStyle::Text);
    const std::string_view rest = line.rest();
    if (rest.starts_with("```")) {
        fence = !fence;
        return SyntaxStyle::Code;
    }
    if (fence)
        return SyntaxStyle::Code;
    const std::size_t hashes = std::min(rest.find_first_not_of('#'), rest.size());
    if (hashes >= 1 && hashes <= 6 && hashes < rest.size() && rest[hashes] == ' ') {
        line.take(hashes, SyntaxStyle::Delim);
        return SyntaxStyle::Heading;
    }
    line.take(listMark(rest), SyntaxStyle::Delim);
    return SyntaxStyle::Text;
}

int takeText(Line& line, SyntaxStyle style) {
    char before = ' ';
    while (!line.atEnd()) {
        if (line.peek() == '{') {
            if (line.peek(1) == '#')
                return kInComment;
            if (line.peek(1) == '%' || line.peek(1) == '{') {
                const bool statement = line.peek(1) == '%';
                line.take(line.peek(2) == '-' ? 3 : 2, SyntaxStyle::Delim);
                return statement ? kInStatement : kInExpression;
            }
        }
        const char here = line.peek();
        if (style == SyntaxStyle::Code || !takeMarkdown(line, before))
            line.take(1, style);
        before = here;
    }
    return kInText;
}

// Everything is text until {% endraw %}.
int takeRaw(Line& line) {
    const std::string_view rest = line.rest();
    for (std::size_t open = rest.find("{%"); open != std::string_view::npos; open = rest.find("{%", open + 2)) {
        const std::size_t word = rest.find_first_not_of(" -", open + 2);
        if (word == std::string_view::npos || !rest.substr(word).starts_with("endraw"))
            continue;
        line.take(open, SyntaxStyle::Text);
        line.take(2, SyntaxStyle::Delim);
        return kInStatement;
    }
    line.take(std::string_view::npos, SyntaxStyle::Text);
    return kInRaw;
}

bool isFollowedByColon(std::string_view rest) {
    const std::size_t next = rest.find_first_not_of(" \t");
    return next != std::string_view::npos && rest[next] == ':';
}

}  // namespace

int highlightTemplateLine(std::string_view text, int state, std::span<SyntaxStyle> styles) {
    Line line(text, styles);
    bool fence = (state & kFence) != 0;
    state &= ~kFence;
    const SyntaxStyle style = state == kInText ? takeLineStart(line, fence)
                              : fence          ? SyntaxStyle::Code
                                               : SyntaxStyle::Text;
    while (!line.atEnd()) {
        bool isRaw = false;
        switch (state) {
            case kInComment:
                state = takeComment(line) ? kInText : kInComment;
                break;
            case kInStatement:
                if (takeCode(line, "%}", isRaw))
                    state = isRaw ? kInRaw : kInText;
                break;
            case kInExpression:
                if (takeCode(line, "}}", isRaw))
                    state = kInText;
                break;
            case kInRaw:
                state = takeRaw(line);
                break;
            default:
                state = takeText(line, style);
        }
    }
    return state | (fence ? kFence : 0);
}

int highlightJsonLine(std::string_view text, int state, std::span<SyntaxStyle> styles) {
    Line line(text, styles);
    while (!line.atEnd()) {
        const char c = line.peek();
        if (c == '"') {
            const std::size_t from = line.at();
            line.takeString(SyntaxStyle::String);
            if (isFollowedByColon(line.rest()))
                line.restyle(from, SyntaxStyle::Key);
        } else if (isDigit(c) || c == '-') {
            line.takeWhile(isNumberPart, SyntaxStyle::Number);
        } else if (isWordStart(c)) {
            line.takeWhile(isWord, SyntaxStyle::Keyword);
        } else {
            line.take(1, SyntaxStyle::Text);
        }
    }
    return state;
}

}  // namespace touchstone::ui
