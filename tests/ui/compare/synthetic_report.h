// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reports as experiments would make them, without running any.

#pragma once

#include "eval/report.h"

#include <memory>
#include <string>
#include <vector>

namespace touchstone::test {

inline eval::CaseResult result(std::size_t contestant, std::size_t index, double score, std::string output) {
    eval::CaseResult made;
    made.contestant = contestant;
    made.caseIndex = index;
    made.score = score;
    made.passed = score >= 0.5;
    made.scores = {{"equals", score, made.passed, made.passed ? "fits" : "does not fit"}};
    made.output = std::move(output);
    made.status = trace::Status::Ok;
    made.latency = std::chrono::milliseconds(80 + 10 * contestant);
    made.cost = Money::fromPicodollars(360'000'000);
    made.tier = "small";
    return made;
}

// v1 to vN; the last one is the draft when `draft` is said.
inline eval::Experiment experimentOf(std::size_t contestants, bool draft = false) {
    eval::Experiment experiment;
    experiment.id = ExperimentId(std::string(32, 'a'));
    experiment.status = eval::ExperimentStatus::Done;
    experiment.spec.workflow = "sorter";
    experiment.spec.datasetName = "messages";
    experiment.spec.scorers = Json::array({{{"type", "equals"}}});
    for (std::size_t i = 0; i < contestants; ++i)
        experiment.spec.contestants.push_back(
            draft && i + 1 == contestants
                ? eval::Contestant{{}, "draft · 09be77a", {}, "{}"}
                : eval::Contestant{VersionId(std::string(64, 'b')),
                                   "v" + std::to_string(i + 1) + " · a3f9c2" + std::to_string(i)});
    return experiment;
}

// Cases with answers of about 200 bytes, a third of which differ from the baseline's.
inline std::shared_ptr<const eval::Report> largeReport(std::size_t cases, std::size_t contestants) {
    auto dataset = std::make_shared<eval::Dataset>();
    std::vector<eval::CaseResult> results;
    const auto answer = [](std::size_t index, std::size_t contestant) {
        const bool other = contestant > 0 && (index + contestant) % 3 == 0;
        return R"({"label":")" + std::string(other ? "refund" : "billing") + R"(","urgency":)" +
               std::to_string(index % 4) + R"(,"reply":"Sorry about the double charge of case )" +
               std::to_string(index) +
               (other ? ". I have asked billing to return the money; it shows in 3 to 5 working days."
                      : ". Please send us a copy of your bank statement, then we look into it.") +
               R"("})";
    };
    for (std::size_t i = 0; i < cases; ++i)
        dataset->cases.push_back(
            {"ticket-" + std::to_string(i),
             {{"ticket", "Charged twice for March, card over its limit, number " + std::to_string(i)}},
             Json("refund"),
             {i % 2 == 0 ? "billing" : "security"}});
    for (std::size_t contestant = 0; contestant < contestants; ++contestant)
        for (std::size_t i = 0; i < cases; ++i)
            results.push_back(
                result(contestant, i, static_cast<double>((i + contestant) % 5) / 4, answer(i, contestant)));
    return std::make_shared<const eval::Report>(
        eval::makeReport(experimentOf(contestants, contestants > 2), dataset, std::move(results)));
}

}  // namespace touchstone::test
