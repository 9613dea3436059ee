// SPDX-License-Identifier: Apache-2.0

#include "builtin_candidates.h"

#include "base/hash.h"
#include "builtin_reading.h"

#include <algorithm>
#include <array>

namespace touchstone::provider {

namespace {

constexpr std::size_t kWordsBefore = 4;
constexpr std::size_t kLookBack = 80;   // bytes of the line before a value
constexpr std::size_t kLineAbove = 40;  // bytes of it that are looked at

std::size_t lineBegin(std::string_view text, std::size_t at) {
    const std::size_t breakAt = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
    return breakAt == std::string_view::npos ? 0 : breakAt + 1;
}

bool isWordByte(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

std::string lowered(std::string_view word) {
    std::string lower(word);
    for (char& c : lower)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    return lower;
}

// The last words in lower case, the very last first.
struct LastWords {
    std::array<std::string, kWordsBefore> words;
    std::size_t count = 0;
};

LastWords lastWords(std::string_view text) {
    LastWords last;
    std::size_t end = text.size();
    while (last.count < kWordsBefore) {
        while (end > 0 && !isWordByte(text[end - 1]))
            --end;
        std::size_t begin = end;
        while (begin > 0 && isWordByte(text[begin - 1]))
            --begin;
        if (begin == end)
            return last;
        last.words[last.count++] = lowered(text.substr(begin, end - begin));
        end = begin;
    }
    return last;
}

std::string firstWord(std::string_view text) {
    const auto* const begin = std::ranges::find_if(text, isWordByte);
    return lowered({begin, std::ranges::find_if_not(begin, text.end(), isWordByte)});
}

// "MF-2025-4510" is "A-9-9": codes of one kind look alike.
std::string shapeOf(std::string_view written) {
    std::string shape;
    for (const char c : written) {
        const char mark = c >= '0' && c <= '9' ? '9' : c >= 'A' && c <= 'Z' ? 'A' : c >= 'a' && c <= 'z' ? 'a' : c;
        if (shape.empty() || shape.back() != mark)
            shape += mark;
    }
    return shape;
}

// Collects clues by their hashes.
class Clues {
public:
    void add(std::string_view kind, std::string_view what = {}) {
        m_text.assign(kind);
        m_text += what;
        m_hashes.push_back(stableHash64(m_text));
    }

    [[nodiscard]] std::vector<std::uint64_t> sorted() && {
        std::ranges::sort(m_hashes);
        m_hashes.erase(std::ranges::unique(m_hashes).begin(), m_hashes.end());
        return std::move(m_hashes);
    }

private:
    std::string m_text;
    std::vector<std::uint64_t> m_hashes;
};

std::vector<std::uint64_t> cluesOf(std::string_view text, const FoundValue& value) {
    const Surroundings around = surroundingsOf(text, value);
    Clues clues;
    const LastWords last = lastWords(around.before);
    for (std::size_t i = 0; i < last.count; ++i)
        clues.add("near ", last.words[i]);
    if (last.count == 0)
        clues.add("starts the line");
    else
        clues.add("before ", last.words[0]);
    if (last.count > 1)
        clues.add("before ", last.words[1] + " " + last.words[0]);
    if (const std::string next = firstWord(around.after); next.empty())
        clues.add("ends the line");
    else
        clues.add("after ", next);
    const bool startsLine = trimmed(around.before).empty();
    if (startsLine && around.after.empty())
        clues.add("whole line");
    if (startsLine)
        clues.add("below ", around.lineAbove.substr(0, kLineAbove));
    if (around.firstLine)
        clues.add("first line");
    if (around.lastLine)
        clues.add("last line");
    const std::string_view written = text.substr(value.begin, value.end - value.begin);
    clues.add("shape ", shapeOf(written));
    if (const std::size_t at = written.find('@'); at != std::string_view::npos)
        clues.add("domain ", written.substr(at));
    return std::move(clues).sorted();
}

}  // namespace

Surroundings surroundingsOf(std::string_view text, const FoundValue& value) {
    Surroundings around;
    const std::size_t begin = lineBegin(text, value.begin);
    const std::size_t end = std::min(text.find('\n', value.end), text.size());
    const std::size_t near = std::max(begin, value.begin - std::min(value.begin, kLookBack));
    around.before = text.substr(near, value.begin - near);
    around.after = trimmed(text.substr(value.end, std::min(end - value.end, kLookBack)));
    if (begin > 0)
        around.lineAbove = trimmed(text.substr(lineBegin(text, begin - 1), begin - 1 - lineBegin(text, begin - 1)));
    around.firstLine = trimmed(text.substr(0, begin)).empty();
    around.lastLine = trimmed(text.substr(end)).empty();
    return around;
}

const TextCandidates& CandidateCache::in(std::string_view text, const ValueFinder& finder) {
    auto& texts = m_found[finder.name()];
    const auto [entry, isNew] = texts.try_emplace({text.data(), text.size()});
    TextCandidates& known = entry->second;
    if (isNew) {
        known.text = text;
        for (FoundValue& value : finder.find(text)) {
            std::vector<std::uint64_t> clues = cluesOf(text, value);
            known.candidates.push_back({std::move(value), std::move(clues)});
        }
    }
    return known;
}

}  // namespace touchstone::provider
