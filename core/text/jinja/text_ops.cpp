// SPDX-License-Identifier: Apache-2.0

#include "text_ops.h"

#include "text/utf8.h"
#include "unicode_case.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace touchstone::text::jinja {

namespace {

bool isStripped(char32_t point, const std::string_view* chars) {
    if (!chars)
        return isSpace(point);
    const CodePoints points(*chars);
    for (const char32_t candidate : points) {
        if (candidate == point)
            return true;
    }
    return false;
}

// Where the code point that ends at `end` begins.
std::size_t previousPoint(std::string_view text, std::size_t end) {
    std::size_t begin = end - 1;
    while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U)
        --begin;
    return begin;
}

bool isLineEnd(char32_t point) {
    return (point >= 0x0A && point <= 0x0D) || (point >= 0x1C && point <= 0x1E) || point == 0x85 || point == 0x2028 ||
           point == 0x2029;
}

bool opensWord(char32_t point) {
    return isSpace(point) || point == '-' || point == '(' || point == '{' || point == '[' || point == '<';
}

std::vector<std::string_view> splitWords(std::string_view text, std::int64_t limit) {
    std::vector<std::string_view> words;
    std::string_view rest = strip(text, nullptr, true, false);
    while (!rest.empty()) {
        if (limit >= 0 && static_cast<std::int64_t>(words.size()) == limit) {
            words.push_back(strip(rest, nullptr, false, true));
            break;
        }
        std::size_t end = 0;
        while (end < rest.size() && !isSpace(decodeUtf8(rest, end).codePoint))
            end += decodeUtf8(rest, end).bytes;
        words.push_back(rest.substr(0, end));
        rest = strip(rest.substr(end), nullptr, true, false);
    }
    return words;
}

void appendEntity(std::string& text, std::string_view name) {
    static constexpr std::array<std::pair<std::string_view, char32_t>, 7> kNames = {
        {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}, {"nbsp", 0xA0}, {"hellip", 0x2026}}};
    for (const auto& [known, point] : kNames) {
        if (known == name)
            return appendUtf8(text, point);
    }
    std::uint32_t point = 0;
    const bool hex = name.starts_with("#x") || name.starts_with("#X");
    const std::string_view digits = name.substr(std::min<std::size_t>(name.size(), hex ? 2 : 1));
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), point, hex ? 16 : 10);
    if (name.starts_with('#') && error == std::errc{} && end == digits.data() + digits.size() && point > 0)
        appendUtf8(text, point);
    else
        text.append("&").append(name).append(";");
}

std::string decodeEntities(std::string_view text) {
    std::string decoded;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t amp = std::min(text.find('&', at), text.size());
        decoded.append(text, at, amp - at);
        const std::size_t end = text.substr(amp, 32).find(';');
        if (amp == text.size() || end == std::string_view::npos) {
            decoded.append(text, amp, 1);
            at = amp + 1;
        } else {
            appendEntity(decoded, text.substr(amp + 1, end - 1));
            at = amp + end + 1;
        }
    }
    return decoded;
}

}  // namespace

std::string_view strip(std::string_view text, const std::string_view* chars, bool left, bool right) {
    while (left && !text.empty()) {
        const DecodedPoint point = decodeUtf8(text, 0);
        if (!isStripped(point.codePoint, chars))
            break;
        text.remove_prefix(point.bytes);
    }
    while (right && !text.empty()) {
        const std::size_t begin = previousPoint(text, text.size());
        if (!isStripped(decodeUtf8(text, begin).codePoint, chars))
            break;
        text.remove_suffix(text.size() - begin);
    }
    return text;
}

std::string replaceAll(std::string_view text, std::string_view old, std::string_view replacement, std::int64_t limit) {
    std::string replaced;
    std::size_t at = 0;
    for (; limit != 0 && at <= text.size(); --limit) {
        const std::size_t found = text.find(old, at);
        if (found == std::string_view::npos)
            break;
        replaced.append(text, at, found - at).append(replacement);
        at = found + old.size();
        if (!old.empty())
            continue;
        if (at == text.size())
            return replaced;
        const std::size_t bytes = decodeUtf8(text, at).bytes;
        replaced.append(text, at, bytes);
        at += bytes;
    }
    return replaced.append(text.substr(std::min(at, text.size())));
}

std::string capitalize(std::string_view text) {
    if (text.empty())
        return {};
    const std::size_t first = decodeUtf8(text, 0).bytes;
    return toUpper(text.substr(0, first)) + toLower(text.substr(first));
}

std::string titleWords(std::string_view text) {
    std::string title;
    std::size_t wordBegin = 0;
    const auto endWord = [&](std::size_t end) { title += capitalize(text.substr(wordBegin, end - wordBegin)); };
    for (std::size_t at = 0; at < text.size();) {
        const DecodedPoint point = decodeUtf8(text, at);
        if (opensWord(point.codePoint)) {
            endWord(at);
            title.append(text, at, point.bytes);
            wordBegin = at + point.bytes;
        }
        at += point.bytes;
    }
    endWord(text.size());
    return title;
}

std::string titleMethod(std::string_view text) {
    std::string title;
    bool inside = false;
    const CodePoints points(text);
    for (const char32_t point : points) {
        appendUtf8(title, inside ? lowerOf(point) : upperOf(point));
        inside = upperOf(point) != point || lowerOf(point) != point;
    }
    return title;
}

std::vector<std::string_view> splitLines(std::string_view text) {
    std::vector<std::string_view> lines;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size();) {
        const DecodedPoint point = decodeUtf8(text, at);
        std::size_t next = at + point.bytes;
        if (isLineEnd(point.codePoint)) {
            lines.push_back(text.substr(begin, at - begin));
            if (point.codePoint == '\r' && next < text.size() && text[next] == '\n')
                ++next;
            begin = next;
        }
        at = next;
    }
    if (begin < text.size())
        lines.push_back(text.substr(begin));
    return lines;
}

std::vector<std::string_view> splitText(std::string_view text, std::string_view separator, std::int64_t limit) {
    if (separator.empty())
        return splitWords(text, limit);
    std::vector<std::string_view> parts;
    std::size_t at = 0;
    for (; limit != 0; --limit) {
        const std::size_t found = text.find(separator, at);
        if (found == std::string_view::npos)
            break;
        parts.push_back(text.substr(at, found - at));
        at = found + separator.size();
    }
    parts.push_back(text.substr(at));
    return parts;
}

std::string urlEncode(std::string_view text, bool forQuery) {
    constexpr std::string_view kHex = "0123456789ABCDEF";
    std::string encoded;
    for (const char c : text) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
                           c == '.' || c == '-' || c == '~' || (c == '/' && !forQuery);
        const auto byte = static_cast<unsigned char>(c);
        if (plain)
            encoded.push_back(c);
        else if (c == ' ' && forQuery)
            encoded.push_back('+');
        else
            encoded.append({'%', kHex[byte >> 4U], kHex[byte & 0xFU]});
    }
    return encoded;
}

std::string stripTags(std::string_view text) {
    std::string plain;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t open = std::min(text.find('<', at), text.size());
        plain.append(text, at, open - at);
        if (open == text.size())
            break;
        const bool comment = text.substr(open).starts_with("<!--");
        const std::size_t close = comment ? text.find("-->", open) : text.find('>', open);
        if (close == std::string_view::npos) {
            plain.append(text.substr(open));
            break;
        }
        at = close + (comment ? 3 : 1);
    }
    std::string collapsed;
    for (const std::string_view word : splitText(plain, {}, -1))
        collapsed.append(collapsed.empty() ? "" : " ").append(word);
    return decodeEntities(collapsed);
}

}  // namespace touchstone::text::jinja
