// SPDX-License-Identifier: Apache-2.0

#include "similarity_features.h"

#include <algorithm>

namespace touchstone::text {

namespace {

constexpr std::size_t kMaxBytes = 64U << 10U;
constexpr std::size_t kGramLength = 4;
constexpr float kWordAmount = 1.0F;
constexpr float kPairAmount = 0.7F;
constexpr float kGramAmount = 1.0F;

enum class Family : std::uint64_t { Word = 1, Pair = 2, Gram = 3 };

// The finaliser of SplitMix64; 0 is kept free for empty table slots.
std::uint64_t mixed(std::uint64_t value) {
    value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    value = (value ^ (value >> 27U)) * 0x94D049BB133111EBULL;
    value ^= value >> 31U;
    return value == 0 ? 1 : value;
}

std::uint64_t hashOf(std::string_view bytes, Family family) {
    std::uint64_t hash = 14'695'981'039'346'656'037ULL + static_cast<std::uint64_t>(family);
    for (const char c : bytes)
        hash = (hash ^ static_cast<unsigned char>(c)) * 1'099'511'628'211ULL;
    return mixed(hash);
}

std::uint64_t hashOfPair(std::uint64_t first, std::uint64_t second) {
    return mixed(first * 0x9E3779B97F4A7C15ULL + second + static_cast<std::uint64_t>(Family::Pair));
}

bool isWordByte(unsigned char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c >= 0x80;
}

bool isContinuationByte(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

}  // namespace

void FeatureReader::normalise(std::string_view text) {
    m_normal.assign(1, ' ');
    for (const char c : text.substr(0, kMaxBytes)) {
        const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
        if (isWordByte(static_cast<unsigned char>(lower)))
            m_normal += lower;
        else if (c != '\'' && m_normal.back() != ' ')
            m_normal += ' ';
    }
    if (m_normal.back() != ' ')
        m_normal += ' ';
}

void FeatureReader::addGrams(std::size_t begin, std::size_t end) {
    m_starts.clear();
    for (std::size_t i = begin; i < end; ++i)
        if (!isContinuationByte(m_normal[i]))
            m_starts.push_back(i);
    m_starts.push_back(end);
    const std::size_t characters = m_starts.size() - 1;
    const std::string_view normal = m_normal;
    for (std::size_t i = 0; i == 0 || i + kGramLength <= characters; ++i) {
        const std::size_t stop = m_starts[std::min(i + kGramLength, characters)];
        m_features.push_back({hashOf(normal.substr(m_starts[i], stop - m_starts[i]), Family::Gram), kGramAmount});
    }
}

const std::vector<Feature>& FeatureReader::read(std::string_view text) {
    normalise(text);
    m_features.clear();
    std::uint64_t previous = 0;
    for (std::size_t begin = 1; begin < m_normal.size();) {
        const std::size_t end = m_normal.find(' ', begin);
        const std::uint64_t word = hashOf({m_normal.data() + begin, end - begin}, Family::Word);
        m_features.push_back({word, kWordAmount});
        if (m_options.wordPairs && previous != 0)
            m_features.push_back({hashOfPair(previous, word), kPairAmount});
        if (m_options.characterGrams)
            addGrams(begin - 1, end + 1);
        previous = word;
        begin = end + 1;
    }
    return m_features;
}

}  // namespace touchstone::text
