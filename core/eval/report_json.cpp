// SPDX-License-Identifier: Apache-2.0

#include "eval/report.h"

namespace touchstone::eval {
namespace {

Json intervalJson(const Interval& interval) {
    return Json::array({interval.low, interval.high});
}

Json comparisonJson(const Comparison& comparison) {
    return {{"n", comparison.n},
            {"mean_a", comparison.meanA},
            {"mean_b", comparison.meanB},
            {"difference", comparison.difference},
            {"interval", intervalJson(comparison.interval)},
            {"test", comparison.passFail ? "mcnemar-exact" : "sign-flip"},
            {"p_value", comparison.pValue},
            {"wins", comparison.wins},
            {"losses", comparison.losses},
            {"ties", comparison.ties},
            {"verdict", toString(comparison.verdict)},
            {"sentence", comparison.sentence}};
}

// With the confusion matrix as its cells that are not zero; "actual" is null for an answer that no case expects.
Json classificationJson(const ClassificationReport& classification) {
    Json labels = Json::array();
    for (const LabelQuality& quality : classification.labels)
        labels.push_back({{"label", quality.label},
                          {"support", quality.support},
                          {"predicted", quality.predicted},
                          {"correct", quality.correct},
                          {"precision", quality.precision},
                          {"recall", quality.recall},
                          {"f1", quality.f1}});
    Json cells = Json::array();
    for (const ClassificationReport::Cell& cell : classification.cells) {
        const auto actual = classification.labelAt(cell.actual);
        cells.push_back({{"expected", classification.labels[cell.expected].label},
                         {"actual", actual ? Json(*actual) : Json(nullptr)},
                         {"count", cell.count}});
    }
    return {{"accuracy", classification.accuracy},
            {"accuracy_interval", intervalJson(classification.accuracyInterval)},
            {"macro_f1", classification.macroF1},
            {"labels", std::move(labels)},
            {"confusion", std::move(cells)}};
}

Json contestantJson(const Contestant& contestant, const ContestantReport& summary) {
    Json scorers = Json::object();
    for (const auto& [scorer, mean] : summary.scorerMeans)
        scorers[scorer] = mean;
    Json json = {{"version", contestant.version.text},
                 {"label", summary.label},
                 {"cases", summary.cases},
                 {"passed", summary.passed},
                 {"score", summary.meanScore},
                 {"scorers", std::move(scorers)},
                 {"invalid", summary.invalid},
                 {"blocked", summary.blocked},
                 {"failed", summary.failed},
                 {"fell_back", summary.fellBack},
                 {"p50_ms", static_cast<double>(summary.p50.count()) / 1e6},
                 {"p95_ms", static_cast<double>(summary.p95.count()) / 1e6},
                 {"cost_usd", summary.cost.toDecimal()},
                 {"cost_unknown", summary.costUnknown}};
    if (summary.classification)
        json["classification"] = classificationJson(*summary.classification);
    return json;
}

Json resultJson(const CaseResult& result) {
    Json scores = Json::array();
    for (const ScoreEntry& score : result.scores)
        scores.push_back(
            {{"scorer", score.scorer}, {"value", score.value}, {"passed", score.passed}, {"reason", score.reason}});
    return {{"contestant", result.contestant},
            {"case", result.caseIndex},
            {"trace", result.trace.text},
            {"status", toString(result.status)},
            {"score", result.score},
            {"passed", result.passed},
            {"output", result.output},
            {"scores", std::move(scores)},
            {"latency_ms", static_cast<double>(result.latency.count()) / 1e6},
            {"cost_usd", result.cost ? Json(result.cost->toDecimal()) : Json(nullptr)},
            {"error", result.error},
            {"fell_back", result.fellBack}};
}

}  // namespace

Json toJson(const Report& report) {
    Json contestants = Json::array();
    for (std::size_t i = 0; i < report.contestants.size(); ++i)
        contestants.push_back(contestantJson(report.experiment.spec.contestants[i], report.contestants[i]));
    Json comparisons = Json::array();
    for (const ContestantComparison& comparison : report.comparisons) {
        Json measures = Json::object();
        for (const MeasureComparison& measure : comparison.measures)
            measures[measure.measure] = comparisonJson(measure.comparison);
        comparisons.push_back(
            {{"baseline", 0}, {"contestant", comparison.contestant}, {"measures", std::move(measures)}});
    }
    Json results = Json::array();
    for (const CaseResult& result : report.results)
        results.push_back(resultJson(result));
    const ExperimentSpec& spec = report.experiment.spec;
    return {
        {"experiment", report.experiment.id.text},
        {"workflow", spec.workflow},
        {"dataset", {{"name", spec.datasetName}, {"id", spec.dataset.text}, {"cases", report.dataset->cases.size()}}},
        {"contestants", std::move(contestants)},
        {"comparisons", std::move(comparisons)},
        {"results", std::move(results)}};
}

}  // namespace touchstone::eval
