// SPDX-License-Identifier: Apache-2.0

#include "builtin_clues.h"

#include "builtin_reading.h"
#include "text/search_terms.h"

#include <algorithm>
#include <cmath>

namespace touchstone::provider {

namespace {

constexpr double kSmoothing = 0.5;
constexpr double kNameFit = 3.0;
constexpr double kDescriptionFit = 0.5;

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

ValuePicker::ValuePicker(const TextCandidates& message, FieldWords words)
    : m_message(message), m_words(std::move(words)) {
    for (const Candidate& candidate : message.candidates)
        for (const std::uint64_t clue : candidate.clues)
            m_clues.push_back({clue, {}});
    std::ranges::sort(m_clues, {}, &Clue::hash);
    m_clues.erase(std::ranges::unique(m_clues, {}, &Clue::hash).begin(), m_clues.end());
}

ValuePicker::Counts* ValuePicker::countsOf(std::uint64_t clue) {
    const auto place = std::ranges::lower_bound(m_clues, clue, {}, &Clue::hash);
    return place != m_clues.end() && place->hash == clue ? &place->counts : nullptr;
}

void ValuePicker::learn(const TextCandidates& turn, const Json& value) {
    bool found = false;
    bool written = false;
    for (const Candidate& candidate : turn.candidates) {
        const bool normal = sameValue(candidate.found.value, value);
        const bool right = normal || asWritten(turn.text, candidate.found) == value;
        written = written || (right && !normal);
        found = found || right;
        (right ? m_values.right : m_values.wrong) += 1;
        for (const std::uint64_t clue : candidate.clues)
            if (Counts* counts = countsOf(clue))
                (right ? counts->right : counts->wrong) += 1;
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

double ValuePicker::fit(const FoundValue& value) const {
    const Surroundings around = surroundingsOf(m_message.text, value);
    std::vector<std::string> terms = text::searchTerms(around.before);
    if (trimmed(around.before).empty())
        terms = text::searchTerms(around.lineAbove.ends_with(':') ? around.lineAbove : std::string_view());
    return kNameFit * shareOf(m_words.name, terms) + kDescriptionFit * shareOf(m_words.description, terms);
}

double ValuePicker::score(const Candidate& candidate) {
    double sum = fit(candidate.found);
    if (m_values.right + m_values.wrong == 0)
        return sum;
    sum += std::log((m_values.right + kSmoothing) / (m_values.wrong + kSmoothing));
    for (const std::uint64_t clue : candidate.clues) {
        const Counts& known = *countsOf(clue);
        if (known.right + known.wrong == 0)
            continue;
        sum += std::log((known.right + kSmoothing) / (m_values.right + 2 * kSmoothing)) -
               std::log((known.wrong + kSmoothing) / (m_values.wrong + 2 * kSmoothing));
    }
    return sum;
}

std::optional<PickedValue> ValuePicker::pick() {
    std::optional<PickedValue> best;
    for (const Candidate& candidate : m_message.candidates) {
        const double value = score(candidate);
        if (!best || value > best->score)
            best = PickedValue{
                m_asWritten * 2 > m_found ? asWritten(m_message.text, candidate.found) : candidate.found.value, value};
    }
    return best;
}

}  // namespace touchstone::provider
