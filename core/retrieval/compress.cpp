// SPDX-License-Identifier: Apache-2.0

#include "compress.h"

#include "text/search_terms.h"
#include "text/sentences.h"
#include "token_count.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace touchstone::retrieval {

namespace {

constexpr std::string_view kGap = " … ";

struct Sentence {
    std::string_view text;
    std::unordered_set<std::string> shared;  // terms of the query that it has
    double worth = 0;
    bool kept = false;
};

std::string_view withoutTrailingBlanks(std::string_view text) {
    return text.substr(0, text.find_last_not_of(" \t\r\n") + 1);
}

std::vector<Sentence> sentencesOf(std::string_view text, const std::vector<std::string>& queryTerms) {
    const std::unordered_set<std::string> wanted(queryTerms.begin(), queryTerms.end());
    std::vector<Sentence> sentences;
    for (const text::ByteRange& range : text::splitSentences(text)) {
        Sentence sentence{withoutTrailingBlanks(text.substr(range.begin, range.end - range.begin)), {}};
        for (std::string& term : text::searchTerms(sentence.text))
            if (wanted.contains(term))
                sentence.shared.insert(std::move(term));
        sentences.push_back(std::move(sentence));
    }
    return sentences;
}

// A term that few sentences have says more about where the answer is.
void weigh(std::vector<Sentence>& sentences) {
    std::unordered_map<std::string, double> with;
    for (const Sentence& sentence : sentences)
        for (const std::string& term : sentence.shared)
            ++with[term];
    for (Sentence& sentence : sentences)
        for (const std::string& term : sentence.shared)
            sentence.worth += std::log(1 + static_cast<double>(sentences.size()) / with[term]);
}

void keepBest(std::vector<Sentence>& sentences, std::size_t tokens) {
    std::vector<Sentence*> order;
    for (Sentence& sentence : sentences)
        if (sentence.worth > 0)
            order.push_back(&sentence);
    std::ranges::stable_sort(order, std::greater{}, &Sentence::worth);
    for (Sentence* sentence : order) {
        const std::size_t cost = tokensOf(sentence->text) + tokensOf(kGap);
        sentence->kept = cost <= tokens;
        tokens -= sentence->kept ? cost : 0;
    }
}

}  // namespace

std::string compressed(std::string_view text, std::string_view query, std::size_t tokens) {
    std::vector<Sentence> sentences = sentencesOf(text, text::searchTerms(query));
    weigh(sentences);
    keepBest(sentences, tokens);
    std::string kept;
    bool gap = false;
    for (const Sentence& sentence : sentences) {
        if (sentence.kept && !kept.empty())
            kept += gap ? kGap : std::string_view(" ");
        if (sentence.kept)
            kept += sentence.text;
        gap = !sentence.kept;
    }
    return kept;
}

}  // namespace touchstone::retrieval
