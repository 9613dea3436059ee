// SPDX-License-Identifier: Apache-2.0

#include "builtin_sentences.h"

#include "text/search_terms.h"
#include "text/sentences.h"

#include <algorithm>
#include <cmath>

namespace touchstone::provider {

namespace {

// BM25's saturation and length normalisation; short texts want little of the latter.
constexpr double kSaturation = 1.2;
constexpr double kLengthShare = 0.4;
constexpr double kTitleShare = 0.5;      // of a question's term that only the source's title has
constexpr double kNeighbourShare = 0.3;  // of the score of the sentences beside one, in the same source
constexpr double kLeastSupport = 0.3;    // share of the question, by weight, that the best sentence must cover
constexpr double kLeastOfBest = 0.6;     // of the best score, for another sentence to be added

struct Candidate {
    std::size_t source = 0;
    std::string_view text;
    std::vector<std::size_t> counts;  // of each term of the question
    std::size_t length = 0;           // terms
    double support = 0;               // share of the question that is covered, 0..1
    double score = 0;
};

struct Term {
    std::string text;
    double weight = 0;  // rare among the sentences: heavy
};

std::vector<Term> termsOf(std::string_view question) {
    std::vector<Term> terms;
    for (std::string& text : text::searchTerms(question))
        if (std::ranges::find(terms, text, &Term::text) == terms.end())
            terms.push_back({std::move(text)});
    return terms;
}

std::vector<std::size_t> countTerms(const std::vector<std::string>& words, const std::vector<Term>& terms) {
    std::vector<std::size_t> counts(terms.size());
    for (const std::string& word : words)
        if (const auto term = std::ranges::find(terms, word, &Term::text); term != terms.end())
            ++counts[static_cast<std::size_t>(term - terms.begin())];
    return counts;
}

// Headings and lines of markup say nothing by themselves.
bool saysSomething(std::string_view sentence) {
    return !sentence.empty() && !sentence.starts_with('#') && !sentence.ends_with(':') && !sentence.ends_with('?') &&
           sentence.find(' ') != std::string_view::npos;
}

std::vector<Candidate> candidatesIn(const BuiltinContext& context, const std::vector<Term>& terms) {
    std::vector<Candidate> candidates;
    for (std::size_t i = 0; i < context.sources.size(); ++i) {
        const std::string_view text = context.sources[i].text;
        for (const text::ByteRange& range : text::splitSentences(text)) {
            const std::string_view sentence = trimmed(text.substr(range.begin, range.end - range.begin));
            if (!saysSomething(sentence))
                continue;
            const auto words = text::searchTerms(sentence);
            candidates.push_back({i, sentence, countTerms(words, terms), words.size()});
        }
    }
    return candidates;
}

void weighTerms(std::vector<Term>& terms, const std::vector<Candidate>& candidates) {
    for (std::size_t t = 0; t < terms.size(); ++t) {
        const auto with = static_cast<double>(
            std::ranges::count_if(candidates, [t](const Candidate& candidate) { return candidate.counts[t] > 0; }));
        const auto all = static_cast<double>(candidates.size());
        terms[t].weight = std::log(1 + (all - with + 0.5) / (with + 0.5));
    }
}

double averageLength(const std::vector<Candidate>& candidates) {
    double sum = 0;
    for (const Candidate& candidate : candidates)
        sum += static_cast<double>(candidate.length);
    return std::max(1.0, sum / static_cast<double>(candidates.size()));
}

void score(Candidate& candidate, const std::vector<Term>& terms, const std::vector<std::size_t>& inTitle,
           double averageLength) {
    const double relativeLength = static_cast<double>(candidate.length) / averageLength;
    const double norm = kSaturation * (1 - kLengthShare + kLengthShare * relativeLength);
    double all = 0;
    double covered = 0;
    for (std::size_t t = 0; t < terms.size(); ++t) {
        const double titleShare = inTitle[t] > 0 ? kTitleShare : 0;
        const auto count = static_cast<double>(candidate.counts[t]);
        all += terms[t].weight;
        covered += terms[t].weight * (count > 0 ? 1 : titleShare);
        candidate.score += terms[t].weight * std::max(count * (kSaturation + 1) / (count + norm), titleShare);
    }
    candidate.support = all > 0 ? covered / all : 0;
    candidate.score *= candidate.support;
}

void scoreAll(std::vector<Candidate>& candidates, const BuiltinContext& context, const std::vector<Term>& terms) {
    std::vector<std::vector<std::size_t>> inTitles;
    for (const BuiltinSource& source : context.sources)
        inTitles.push_back(countTerms(text::searchTerms(source.title), terms));
    const double average = averageLength(candidates);
    for (Candidate& candidate : candidates)
        score(candidate, terms, inTitles[candidate.source], average);
    std::vector<double> own;
    for (const Candidate& candidate : candidates)
        own.push_back(candidate.score);
    for (std::size_t i = 0; i + 1 < candidates.size(); ++i) {
        if (candidates[i].source != candidates[i + 1].source)
            continue;
        candidates[i].score += kNeighbourShare * own[i + 1];
        candidates[i + 1].score += kNeighbourShare * own[i];
    }
}

// The best ones in the order of the sources.
std::vector<std::size_t> choose(const std::vector<Candidate>& candidates, std::size_t sentences) {
    std::vector<std::size_t> order(candidates.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::ranges::stable_sort(order, std::greater{}, [&](std::size_t i) { return candidates[i].score; });
    std::vector<std::size_t> chosen;
    for (const std::size_t i : order) {
        const bool repeats = std::ranges::any_of(
            chosen, [&](std::size_t other) { return candidates[other].text == candidates[i].text; });
        if (chosen.size() < sentences && !repeats && candidates[i].score >= kLeastOfBest * candidates[order[0]].score)
            chosen.push_back(i);
    }
    std::ranges::sort(chosen);
    return chosen;
}

}  // namespace

std::string supportingSentences(const BuiltinContext& context, std::size_t sentences) {
    std::vector<Term> terms = termsOf(context.question);
    std::vector<Candidate> candidates = candidatesIn(context, terms);
    weighTerms(terms, candidates);
    scoreAll(candidates, context, terms);
    const bool supported =
        std::ranges::any_of(candidates, [](const Candidate& candidate) { return candidate.support >= kLeastSupport; });
    if (!supported)
        return std::string(kUnsupported);
    std::string answer;
    for (const std::size_t i : choose(candidates, sentences)) {
        const std::size_t number = context.sources[candidates[i].source].number;
        answer += answer.empty() ? "" : " ";
        answer += candidates[i].text;
        answer += number == 0 ? "" : " [" + std::to_string(number) + "]";
    }
    return answer;
}

}  // namespace touchstone::provider
