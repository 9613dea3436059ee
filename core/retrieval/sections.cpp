// SPDX-License-Identifier: Apache-2.0

#include "pieces.h"

#include <algorithm>
#include <array>

namespace touchstone::retrieval {

namespace {

constexpr std::size_t kLevels = 6;
constexpr std::size_t kLongestHeading = 200;  // bytes of a heading that a path shows

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n#");
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(" \t\r\n#") + 1 - begin);
}

// 1 to 6 for an ATX heading (CommonMark 4.2), else 0.
std::size_t headingLevel(std::string_view line) {
    const std::size_t level = std::min(line.find_first_not_of('#'), line.size());
    const bool closed = level == line.size() || line[level] == ' ' || line[level] == '\n' || line[level] == '\r';
    return level <= kLevels && closed ? level : 0;
}

bool isBlankLine(std::string_view line) {
    return line.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

// The headings that stand above a place.
class Path {
public:
    void enter(std::size_t level, std::string_view heading) {
        m_headings[level - 1] = shortened(trimmed(heading));
        for (std::size_t deeper = level; deeper < kLevels; ++deeper)
            m_headings[deeper].clear();
    }

    [[nodiscard]] std::string text() const {
        std::string path;
        for (const std::string& heading : m_headings)
            if (!heading.empty())
                path += (path.empty() ? "" : " › ") + heading;
        return path;
    }

private:
    static std::string shortened(std::string_view heading) {
        std::size_t length = std::min(heading.size(), kLongestHeading);
        while (length > 0 && length < heading.size() && (static_cast<unsigned char>(heading[length]) & 0xC0U) == 0x80U)
            --length;
        return std::string(heading.substr(0, length));
    }

    std::array<std::string, kLevels> m_headings;
};

}  // namespace

std::vector<Section> sectionsOf(std::string_view markdown) {
    std::vector<Section> sections;
    Path path;
    bool fenced = false;
    bool hasText = false;
    std::size_t begin = 0;
    for (std::size_t lineBegin = 0; lineBegin < markdown.size();) {
        const std::size_t lineEnd = std::min(markdown.find('\n', lineBegin), markdown.size() - 1) + 1;
        const std::string_view line = markdown.substr(lineBegin, lineEnd - lineBegin);
        fenced = fenced != (line.starts_with("```") || line.starts_with("~~~"));
        const std::size_t level = fenced ? 0 : headingLevel(line);
        if (level != 0 && hasText) {
            sections.push_back({{begin, lineBegin}, path.text()});
            begin = lineBegin;
            hasText = false;
        }
        if (level != 0)
            path.enter(level, line);
        else if (!isBlankLine(line))
            hasText = true;
        lineBegin = lineEnd;
    }
    if (begin < markdown.size())
        sections.push_back({{begin, markdown.size()}, path.text()});
    return sections;
}

}  // namespace touchstone::retrieval
