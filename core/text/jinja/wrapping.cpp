// SPDX-License-Identifier: Apache-2.0
//
// textwrap.wrap of Python's standard library, without expanding tabs and keeping white space inside lines.

#include "text_ops.h"

#include "text/utf8.h"
#include "unicode_case.h"

#include <algorithm>

namespace touchstone::text::jinja {

namespace {

using Points = std::u32string_view;

bool isBlank(char32_t point) {
    return point == ' ' || (point >= 0x09 && point <= 0x0D);
}

bool isLetter(char32_t point) {
    return isWordPart(point) && !(point >= '0' && point <= '9');
}

bool isWordPunct(char32_t point) {
    constexpr std::u32string_view kMarks = U"!\"'&.,?";
    return isWordPart(point) || kMarks.find(point) != std::u32string_view::npos;
}

bool letterAt(Points points, std::size_t at) {
    return at < points.size() && isLetter(points[at]);
}

// Two letters, or letter-hyphen-letter, before the hyphen at `at` and a letter-(hyphen)-letter behind it.
bool isHyphenBreak(Points points, std::size_t begin, std::size_t at) {
    const bool before =
        (at >= begin + 2 && letterAt(points, at - 1) && letterAt(points, at - 2)) ||
        (at >= begin + 3 && letterAt(points, at - 1) && points[at - 2] == '-' && letterAt(points, at - 3));
    const std::size_t next = at + 2 < points.size() && points[at + 2] == '-' ? at + 3 : at + 2;
    return before && letterAt(points, at + 1) && letterAt(points, next);
}

std::size_t dashesAt(Points points, std::size_t at) {
    std::size_t end = at;
    while (end < points.size() && points[end] == '-')
        ++end;
    return end - at;
}

// Whether `--` between two words begins at `at`.
bool isEmDash(Points points, std::size_t at) {
    const std::size_t dashes = dashesAt(points, at);
    return dashes >= 2 && at > 0 && isWordPunct(points[at - 1]) && at + dashes < points.size() &&
           isWordPart(points[at + dashes]);
}

std::size_t chunkEnd(Points points, std::size_t begin, bool breakOnHyphens) {
    std::size_t at = begin;
    if (isBlank(points[at])) {
        while (at < points.size() && isBlank(points[at]))
            ++at;
        return at;
    }
    if (breakOnHyphens && isEmDash(points, at))
        return at + dashesAt(points, at);
    for (++at; at < points.size() && !isBlank(points[at]); ++at) {
        if (!breakOnHyphens)
            continue;
        if (points[at - 1] == '-' && isHyphenBreak(points, 0, at - 1))
            return at;
        if (isEmDash(points, at))
            return at;
    }
    return at;
}

std::vector<Points> chunksOf(Points points, bool breakOnHyphens) {
    std::vector<Points> chunks;
    for (std::size_t at = 0; at < points.size();) {
        const std::size_t end = chunkEnd(points, at, breakOnHyphens);
        chunks.push_back(points.substr(at, end - at));
        at = end;
    }
    return chunks;
}

class Wrapper {
public:
    Wrapper(std::vector<Points> chunks, std::size_t width, bool breakLongWords, bool breakOnHyphens)
        : m_chunks(std::move(chunks)), m_width(width), m_breakLong(breakLongWords), m_hyphens(breakOnHyphens) {}

    std::vector<std::string> lines() {
        while (m_next < m_chunks.size())
            line();
        return std::move(m_lines);
    }

private:
    void line() {
        std::vector<Points> current;
        std::size_t size = 0;
        if (!m_lines.empty() && isBlank(m_chunks[m_next].front()))
            ++m_next;
        while (m_next < m_chunks.size() && size + m_chunks[m_next].size() <= m_width) {
            size += m_chunks[m_next].size();
            current.push_back(m_chunks[m_next++]);
        }
        if (m_next < m_chunks.size() && m_chunks[m_next].size() > m_width)
            longWord(current, size);
        if (!current.empty() && isBlank(current.back().front()))
            current.pop_back();
        if (!current.empty())
            m_lines.push_back(joined(current));
    }

    void longWord(std::vector<Points>& current, std::size_t size) {
        Points& chunk = m_chunks[m_next];
        if (!m_breakLong) {
            if (current.empty())
                current.push_back(m_chunks[m_next++]);
            return;
        }
        std::size_t room = m_width > size ? m_width - size : (m_width == 0 ? 1 : 0);
        if (m_hyphens && chunk.size() > room && room > 0) {
            const std::size_t hyphen = chunk.rfind(U'-', room - 1);
            if (hyphen != Points::npos && hyphen > 0 &&
                std::any_of(chunk.begin(), chunk.begin() + static_cast<std::ptrdiff_t>(hyphen),
                            [](char32_t c) { return c != '-'; }))
                room = hyphen + 1;
        }
        current.push_back(chunk.substr(0, room));
        chunk.remove_prefix(room);
        if (current.back().empty())
            current.pop_back();
    }

    static std::string joined(const std::vector<Points>& parts) {
        std::string text;
        for (const Points part : parts) {
            for (const char32_t point : part)
                appendUtf8(text, point);
        }
        return text;
    }

    std::vector<Points> m_chunks;
    std::size_t m_next = 0;
    std::size_t m_width;
    bool m_breakLong;
    bool m_hyphens;
    std::vector<std::string> m_lines;
};

}  // namespace

std::vector<std::string> wrapLine(std::string_view line, std::size_t width, bool breakLongWords, bool breakOnHyphens) {
    std::u32string points;
    for (const char32_t point : CodePoints(line))
        points.push_back(point);
    return Wrapper(chunksOf(points, breakOnHyphens), width, breakLongWords, breakOnHyphens).lines();
}

}  // namespace touchstone::text::jinja
