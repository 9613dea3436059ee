// SPDX-License-Identifier: Apache-2.0

#include "eval/report.h"

#include "eval/scorer.h"
#include "eval/statistics.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace touchstone::eval {
namespace {

// What the figures are made from; the results of each contestant, as they were given.
struct Material {
    const ExperimentSpec& spec;
    const Dataset& dataset;
    std::vector<double> weights;  // by case
    std::vector<std::vector<const CaseResult*>> results;
};

// Of each case, against the heaviest: sums stay finite whatever the weights.
std::vector<double> relativeWeights(const Dataset& dataset) {
    double heaviest = 0;
    for (const Case& testCase : dataset.cases)
        heaviest = std::max(heaviest, testCase.weight);
    std::vector<double> weights;
    weights.reserve(dataset.cases.size());
    for (const Case& testCase : dataset.cases)
        weights.push_back(testCase.weight / heaviest);
    return weights;
}

std::chrono::nanoseconds latencyQuantile(const std::vector<double>& latencies, double p) {
    return std::chrono::nanoseconds(latencies.empty() ? 0 : static_cast<std::int64_t>(quantile(latencies, p)));
}

// The expected and given labels of one contestant, from the first `label` scorer of the experiment.
std::optional<ClassificationReport> classifyContestant(const Material& material, std::size_t contestant) {
    const Json& specs = material.spec.scorers;
    const auto spec = std::find_if(specs.begin(), specs.end(),
                                   [](const Json& candidate) { return stringAt(candidate, "type") == "label"; });
    if (spec == specs.end())
        return std::nullopt;
    const auto scorer = makeScorer(*spec);
    if (!scorer.ok())
        return std::nullopt;
    const Json facts = Json::object();
    std::vector<LabelPair> pairs;
    for (const CaseResult* result : material.results[contestant]) {
        const auto score = scorer->score({material.dataset.cases[result->caseIndex], result->output, nullptr, facts});
        if (score.ok() && score->labels)
            pairs.push_back(*score->labels);
    }
    return classify(pairs);
}

// Of a weighted mean. Pass/fail: Wilson's. Many graded cases: the normal approximation, which is then as good as the
// bootstrap and a thousand times faster; few: the bootstrap.
std::optional<Interval> intervalOfMean(const std::vector<double>& scores, const std::vector<double>& weights) {
    constexpr std::size_t kMany = 500;
    if (scores.empty())
        return std::nullopt;
    const bool alike = std::ranges::all_of(weights, [&](double weight) { return weight == weights.front(); });
    if (alike && std::ranges::all_of(scores, [](double score) { return score == 0 || score == 1; }))
        return wilsonInterval(static_cast<std::uint64_t>(std::ranges::count(scores, 1.0)), scores.size());
    if (scores.size() < kMany)
        return bootstrapInterval(scores, alike ? std::vector<double>() : weights, {.resamples = 2000});
    double sum = 0;
    double total = 0;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        sum += weights[i] * scores[i];
        total += weights[i];
    }
    const double mean = sum / total;
    double squares = 0;
    for (std::size_t i = 0; i < scores.size(); ++i)
        squares += std::pow(weights[i] * (scores[i] - mean), 2);
    constexpr double kNormal975 = 1.959964;
    const double half = kNormal975 * std::sqrt(squares) / total;
    return Interval{mean - half, mean + half};
}

ContestantReport summarise(const Material& material, std::size_t contestant) {
    ContestantReport summary;
    summary.label = material.spec.contestants[contestant].label;
    std::vector<double> latencies;
    std::map<std::string, std::pair<double, double>> sums;  // by scorer: weighted values and weights
    std::vector<std::string> order;
    std::vector<double> scores;
    std::vector<double> weights;
    for (const CaseResult* each : material.results[contestant]) {
        const CaseResult& result = *each;
        const double weight = material.weights[result.caseIndex];
        ++summary.cases;
        summary.passed += result.passed ? 1 : 0;
        summary.invalid += result.status == trace::Status::Invalid ? 1 : 0;
        summary.blocked += result.status == trace::Status::Blocked ? 1 : 0;
        summary.failed += result.status == trace::Status::Failed ? 1 : 0;
        summary.fellBack += result.fellBack.empty() ? 0 : 1;
        if (summary.whyItFailed.empty() && result.status == trace::Status::Failed)
            summary.whyItFailed = result.error;
        if (summary.whyItFellBack.empty())
            summary.whyItFellBack = result.fellBack;
        summary.cost += result.cost.value_or(Money());
        summary.costUnknown += result.cost ? 0 : 1;
        latencies.push_back(static_cast<double>(result.latency.count()));
        if (!result.scores.empty()) {
            scores.push_back(result.score);
            weights.push_back(weight);
        }
        for (const ScoreEntry& score : result.scores) {
            const auto [entry, isNew] = sums.try_emplace(score.scorer);
            if (isNew)
                order.push_back(score.scorer);
            entry->second.first += weight * score.value;
            entry->second.second += weight;
        }
    }
    summary.meanScore = scores.empty() ? 0
                                       : std::inner_product(scores.begin(), scores.end(), weights.begin(), 0.0) /
                                             std::accumulate(weights.begin(), weights.end(), 0.0);
    summary.meanInterval = intervalOfMean(scores, weights);
    for (const std::string& scorer : order)
        summary.scorerMeans.emplace_back(scorer, sums[scorer].first / sums[scorer].second);
    summary.p50 = latencyQuantile(latencies, 0.5);
    summary.p95 = latencyQuantile(latencies, 0.95);
    if (!summary.neverAnswered())
        summary.classification = classifyContestant(material, contestant);
    return summary;
}

// The value of a measure for one result; nothing when the scorer had nothing to say about the case.
std::optional<double> measured(const CaseResult& result, const std::string& measure) {
    if (measure == "score")
        return result.scores.empty() ? std::nullopt : std::optional(result.score);
    for (const ScoreEntry& score : result.scores)
        if (score.scorer == measure)
            return score.value;
    return std::nullopt;
}

std::vector<const CaseResult*> byCase(const Material& material, std::size_t contestant) {
    std::vector<const CaseResult*> results(material.dataset.cases.size(), nullptr);
    for (const CaseResult* result : material.results[contestant])
        results[result->caseIndex] = result;
    return results;
}

bool hasFailed(const CaseResult& result) {
    return result.status == trace::Status::Failed;
}

// Who never answered shows nothing about quality: "v2 never answered: no key".
std::string whoNeverAnswered(const ContestantReport& baseline, const ContestantReport& other) {
    std::string text;
    for (const ContestantReport* contestant : {&baseline, &other})
        if (contestant->neverAnswered())
            text += (text.empty() ? "" : ". ") + contestant->label + " never answered: " + contestant->whyItFailed;
    return text;
}

ContestantComparison compareWithBaseline(const Material& material, const std::vector<ContestantReport>& summaries,
                                         std::size_t contestant) {
    const std::vector<const CaseResult*> baseline = byCase(material, 0);
    const std::vector<const CaseResult*> other = byCase(material, contestant);
    std::vector<std::string> measures = {"score"};
    for (const auto& scorer : summaries[contestant].scorerMeans)
        measures.push_back(scorer.first);
    ContestantComparison comparison{contestant, {}};
    ComparisonOptions options;
    options.nameA = summaries.front().label;
    options.nameB = summaries[contestant].label;
    if (const std::string why = whoNeverAnswered(summaries.front(), summaries[contestant]); !why.empty()) {
        Comparison none = compareVersions({}, options);
        none.sentence = why;
        comparison.measures.push_back({measures.front(), std::move(none)});
        return comparison;
    }
    for (const std::string& measure : measures) {
        // The score of a single scorer is the score: the same figures need no second bootstrap.
        if (measures.size() == 2 && measure == measures.back()) {
            comparison.measures.push_back({measure, comparison.measures.front().comparison});
            break;
        }
        std::vector<ScorePair> pairs;
        for (std::size_t i = 0; i < baseline.size(); ++i) {
            // A case that neither could run says nothing about which is better.
            if (!baseline[i] || !other[i] || (hasFailed(*baseline[i]) && hasFailed(*other[i])))
                continue;
            const auto a = measured(*baseline[i], measure);
            const auto b = measured(*other[i], measure);
            if (a && b)
                pairs.push_back({*a, *b, material.weights[i]});
        }
        comparison.measures.push_back({measure, compareVersions(pairs, options)});
    }
    return comparison;
}

}  // namespace

Figures figuresOf(const ExperimentSpec& spec, const Dataset& dataset, std::span<const CaseResult* const> results) {
    Material material{spec, dataset, relativeWeights(dataset), {}};
    material.results.resize(spec.contestants.size());
    for (const CaseResult* result : results)
        if (result)
            material.results[result->contestant].push_back(result);
    Figures figures;
    for (std::size_t i = 0; i < spec.contestants.size(); ++i)
        figures.contestants.push_back(summarise(material, i));
    for (std::size_t i = 1; i < spec.contestants.size(); ++i)
        figures.comparisons.push_back(compareWithBaseline(material, figures.contestants, i));
    return figures;
}

Report makeReport(Experiment experiment, std::shared_ptr<const Dataset> dataset, std::vector<CaseResult> results) {
    std::vector<const CaseResult*> all(results.size());
    std::ranges::transform(results, all.begin(), [](const CaseResult& result) { return &result; });
    Figures figures = figuresOf(experiment.spec, *dataset, all);
    return {std::move(experiment), std::move(dataset), std::move(results), std::move(figures.contestants),
            std::move(figures.comparisons)};
}

}  // namespace touchstone::eval
