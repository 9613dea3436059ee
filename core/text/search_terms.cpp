// SPDX-License-Identifier: Apache-2.0

#include "text/search_terms.h"

#include <algorithm>
#include <array>

namespace touchstone::text {

namespace {

constexpr std::size_t kLongestTerm = 64;  // bytes; the rest of a longer "word" does not tell it apart

// Sorted.
constexpr auto kStopWords = std::to_array<std::string_view>(
    {"a",    "about", "all",  "also",  "am",    "an",    "and",     "any",   "are",    "as",   "at",    "be",
     "been", "but",   "by",   "can",   "could", "did",   "do",      "does",  "each",   "for",  "from",  "get",
     "had",  "has",   "have", "he",    "her",   "here",  "his",     "how",   "i",      "if",   "in",    "into",
     "is",   "it",    "its",  "just",  "may",   "me",    "might",   "more",  "must",   "my",   "no",    "not",
     "of",   "on",    "one",  "or",    "our",   "out",   "shall",   "she",   "should", "so",   "some",  "such",
     "than", "that",  "the",  "their", "them",  "then",  "there",   "these", "they",   "this", "those", "to",
     "up",   "us",    "was",  "we",    "were",  "what",  "when",    "where", "which",  "who",  "why",   "will",
     "with", "would", "yes",  "you",   "your",  "yours", "yourself"});
static_assert(std::ranges::is_sorted(kStopWords));

bool isVowel(char c) {
    return std::string_view("aeiouy").find(c) != std::string_view::npos;
}

bool hasVowel(std::string_view word) {
    return std::ranges::any_of(word, isVowel);
}

bool isPlain(std::string_view word) {
    return std::ranges::all_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
}

bool cut(std::string& word, std::string_view suffix, std::size_t leastLeft, std::string_view replacement = {}) {
    if (!word.ends_with(suffix) || word.size() < suffix.size() + leastLeft ||
        !hasVowel(std::string_view(word).substr(0, word.size() - suffix.size())))
        return false;
    word.resize(word.size() - suffix.size());
    word += replacement;
    return true;
}

void cutPlural(std::string& word) {
    if (cut(word, "sses", 2, "ss") || cut(word, "ies", 2, "y") || word.ends_with("ss") || word.ends_with("us") ||
        word.ends_with("is"))
        return;
    cut(word, "s", 2);
}

void cutEnding(std::string& word) {
    if (cut(word, "ation", 5) || cut(word, "ment", 3))
        return;
    if (!cut(word, "ingly", 3) && !cut(word, "edly", 3) && !cut(word, "ing", 3) && !cut(word, "ed", 3))
        cut(word, "ly", 4);
}

// "planned" became "plann": the same stem as that of "plan" and "planes" is wanted.
void normaliseEnd(std::string& word) {
    if (word.size() > 3 && word.back() == 'e')
        word.pop_back();
    if (word.size() > 3 && word.back() == word[word.size() - 2] && !isVowel(word.back()))
        word.pop_back();
    if (word.size() > 2 && word.back() == 'y')
        word.back() = 'i';
}

template <class Visit>
void forEachWord(std::string_view text, Visit visit) {
    std::string word;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        const char c = i < text.size() ? text[i] : ' ';
        const bool upper = c >= 'A' && c <= 'Z';
        if (upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80) {
            if (word.size() < kLongestTerm)
                word += upper ? static_cast<char>(c + ('a' - 'A')) : c;
        } else if (c != '\'' && !word.empty()) {
            visit(word);
            word.clear();
        }
    }
}

}  // namespace

std::string stemmed(std::string_view word) {
    std::string stem(word);
    if (stem.size() < 3 || !isPlain(stem))
        return stem;
    cutPlural(stem);
    cutEnding(stem);
    normaliseEnd(stem);
    return stem;
}

std::vector<std::string> searchTerms(std::string_view text) {
    std::vector<std::string> terms;
    forEachWord(text, [&terms](const std::string& word) {
        if (!std::ranges::binary_search(kStopWords, std::string_view(word)))
            terms.push_back(stemmed(word));
    });
    if (terms.empty())
        forEachWord(text, [&terms](const std::string& word) { terms.push_back(word); });
    return terms;
}

}  // namespace touchstone::text
