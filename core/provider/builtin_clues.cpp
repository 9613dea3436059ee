// SPDX-License-Identifier: Apache-2.0

#include "builtin_clues.h"

#include "base/hash.h"
#include "builtin_reading.h"
#include "text/search_terms.h"

#include <algorithm>
#include <cmath>

namespace touchstone::provider {

namespace {

constexpr std::size_t kWordsBefore = 4;
constexpr std::size_t kLookBack = 80;  // bytes of the line before a value
constexpr double kSmoothing = 0.5;
constexpr double kNameFit = 3.0;
constexpr double kDescriptionFit = 0.5;

struct Surroundings {
    std::string_view before;  // on the same line
    std::string_view after;   // on the same line
    std::string_view lineAbove;
    bool firstLine = false;
    bool lastLine = false;
};

std::size_t lineBegin(std::string_view text, std::size_t at) {
    const std::size_t breakAt = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
    return breakAt == std::string_view::npos ? 0 : breakAt + 1;
}

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

std::vector<std::string> lowerWords(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        const char c = i < text.size() ? text[i] : ' ';
        const bool upper = c >= 'A' && c <= 'Z';
        if (upper || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80) {
            word += upper ? static_cast<char>(c + ('a' - 'A')) : c;
        } else if (!word.empty()) {
            words.push_back(std::move(word));
            word.clear();
        }
    }
    return words;
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

// What can be said about the place of a value, each as a hash, none twice.
std::vector<std::uint64_t> cluesOf(std::string_view text, const FoundValue& value) {
    const Surroundings around = surroundingsOf(text, value);
    std::vector<std::string> clues;
    const std::vector<std::string> words = lowerWords(around.before);
    const std::size_t count = words.size();
    for (std::size_t i = 0; i < std::min(count, kWordsBefore); ++i)
        clues.push_back("near " + words[count - 1 - i]);
    clues.push_back(count == 0 ? "starts the line" : "before " + words[count - 1]);
    if (count > 1)
        clues.push_back("before " + words[count - 2] + " " + words[count - 1]);
    const std::vector<std::string> next = lowerWords(around.after);
    clues.push_back(next.empty() ? "ends the line" : "after " + next.front());
    if (trimmed(around.before).empty() && around.after.empty())
        clues.emplace_back("whole line");
    if (trimmed(around.before).empty())
        clues.push_back("below " + std::string(around.lineAbove.substr(0, 40)));
    if (around.firstLine)
        clues.emplace_back("first line");
    if (around.lastLine)
        clues.emplace_back("last line");
    const std::string_view written = text.substr(value.begin, value.end - value.begin);
    clues.push_back("shape " + shapeOf(written));
    if (const std::size_t at = written.find('@'); at != std::string_view::npos)
        clues.push_back("domain " + std::string(written.substr(at)));
    std::vector<std::uint64_t> hashes;
    for (const std::string& clue : clues)
        hashes.push_back(stableHash64(clue));
    std::ranges::sort(hashes);
    hashes.erase(std::ranges::unique(hashes).begin(), hashes.end());
    return hashes;
}

bool sameValue(const Json& a, const Json& b) {
    if (a.is_number() && b.is_number())
        return std::abs(a.get<double>() - b.get<double>()) < 1e-9;
    return a == b;
}

Json asWritten(std::string_view text, const FoundValue& value) {
    return std::string(text.substr(value.begin, value.end - value.begin));
}

double shareOf(const std::vector<std::string>& wanted, const std::vector<std::string>& terms) {
    if (wanted.empty())
        return 0;
    const auto hits = std::ranges::count_if(
        wanted, [&terms](const std::string& word) { return std::ranges::find(terms, word) != terms.end(); });
    return static_cast<double>(hits) / static_cast<double>(wanted.size());
}

}  // namespace

FieldWords fieldWords(std::string_view name, const Json& schema) {
    FieldWords words;
    words.name = text::searchTerms(name);
    for (std::string& term : text::searchTerms(stringAt(schema, "title")))
        if (std::ranges::find(words.name, term) == words.name.end())
            words.name.push_back(std::move(term));
    words.description = text::searchTerms(stringAt(schema, "description"));
    return words;
}

void ValuePicker::learn(std::string_view text, const Json& value) {
    bool found = false;
    bool written = false;
    for (const FoundValue& candidate : m_finder.find(text)) {
        const bool normal = sameValue(candidate.value, value);
        const bool right = normal || asWritten(text, candidate) == value;
        written = written || (right && !normal);
        found = found || right;
        (right ? m_values.right : m_values.wrong) += 1;
        for (const std::uint64_t clue : cluesOf(text, candidate))
            (right ? m_clues[clue].right : m_clues[clue].wrong) += 1;
    }
    if (value.is_null())
        return;
    ++m_shown;
    m_found += found ? 1 : 0;
    m_asWritten += written ? 1 : 0;
}

double ValuePicker::foundShare() const {
    return m_shown == 0 ? 0 : static_cast<double>(m_found) / static_cast<double>(m_shown);
}

double ValuePicker::fit(std::string_view text, const FoundValue& value) const {
    const Surroundings around = surroundingsOf(text, value);
    std::vector<std::string> terms = text::searchTerms(around.before);
    if (trimmed(around.before).empty())
        terms = text::searchTerms(around.lineAbove.ends_with(':') ? around.lineAbove : std::string_view());
    return kNameFit * shareOf(m_words.name, terms) + kDescriptionFit * shareOf(m_words.description, terms);
}

double ValuePicker::score(std::string_view text, const FoundValue& value) const {
    double sum = fit(text, value);
    if (m_values.right + m_values.wrong == 0)
        return sum;
    sum += std::log((m_values.right + kSmoothing) / (m_values.wrong + kSmoothing));
    for (const std::uint64_t clue : cluesOf(text, value)) {
        const auto known = m_clues.find(clue);
        if (known == m_clues.end())
            continue;
        sum += std::log((known->second.right + kSmoothing) / (m_values.right + 2 * kSmoothing)) -
               std::log((known->second.wrong + kSmoothing) / (m_values.wrong + 2 * kSmoothing));
    }
    return sum;
}

std::optional<PickedValue> ValuePicker::pick(std::string_view text) const {
    std::optional<PickedValue> best;
    for (const FoundValue& candidate : m_finder.find(text)) {
        const double value = score(text, candidate);
        if (!best || value > best->score)
            best = PickedValue{m_asWritten * 2 > m_found ? asWritten(text, candidate) : candidate.value, value};
    }
    return best;
}

}  // namespace touchstone::provider
