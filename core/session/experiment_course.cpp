// SPDX-License-Identifier: Apache-2.0

#include "experiment_course.h"

#include "experiment_request.h"

#include <algorithm>

namespace touchstone::session {
namespace {

Result<Claim> claim(const std::shared_ptr<Claims>& claims, const ExperimentId& id) {
    if (!claims->take(id.text))
        return Error{ErrorCode::Conflict, "experiment " + shortText(id) +
                                              " is being run already, here or in another window; wait until it has "
                                              "ended or cancel it there"};
    return Claim(claims.get(), [claims, id = id.text](const void*) { claims->giveBack(id); });
}

// A tier that one of the versions does not have would fail every run of it.
Result<void> requireTier(const workflow::Workflow& workflow, const eval::Contestant& contestant) {
    if (contestant.tier.empty())
        return {};
    std::vector<std::string_view> tiers;
    for (const auto& tier : workflow.routing.tiers)
        tiers.push_back(tier.first);
    if (std::ranges::find(tiers, contestant.tier) != tiers.end())
        return {};
    std::string names;
    for (const std::string_view tier : tiers)
        names += (names.empty() ? "" : ", ") + std::string(tier);
    return Error{ErrorCode::NotFound, "there is no tier '" + contestant.tier + "' in the routing of " +
                                          contestant.label + ", which has: " + names};
}

Result<eval::RunnerPlan> makePlan(Context& context, const eval::Experiment& experiment,
                                  const ExperimentRequest& request) {
    eval::RunnerPlan plan;
    plan.spec = experiment.spec;
    plan.concurrency = request.concurrency;
    plan.pause = request.pause;
    TOUCHSTONE_TRY(plan.scorers, eval::makeScorers(experiment.spec.scorers));
    TOUCHSTONE_TRY(eval::Dataset dataset, context.workspace().datasets().load(experiment.spec.dataset));
    plan.dataset = std::make_shared<const eval::Dataset>(std::move(dataset));
    for (const eval::Contestant& contestant : experiment.spec.contestants) {
        TOUCHSTONE_TRY(auto prepared, contestant.version.empty() ? context.prepareText(contestant.document)
                                                                 : context.prepareVersion(contestant.version));
        TOUCHSTONE_TRY_VOID(requireTier(prepared->workflow(), contestant));
        plan.contestants.push_back(std::move(prepared));
    }
    return plan;
}

}  // namespace

Result<std::vector<eval::CaseResult>> resultsOf(Context& context, const eval::Experiment& experiment,
                                                const eval::Dataset& dataset) {
    TOUCHSTONE_TRY(std::vector<eval::CaseResult> results, context.workspace().experiments().results(experiment.id));
    const auto fits = [&](const eval::CaseResult& result) {
        return result.contestant < experiment.spec.contestants.size() && result.caseIndex < dataset.cases.size();
    };
    if (std::ranges::all_of(results, fits))
        return results;
    return Error{ErrorCode::Corrupt, "experiment " + shortText(experiment.id) +
                                         " has a result of a version or a case that it does not have: its file is "
                                         "damaged or was changed by another program. Work with a backup"};
}

Result<Course> begin(Context& context, const std::shared_ptr<Claims>& claims, const ExperimentRequest& request) {
    TOUCHSTONE_TRY(const eval::Experiment experiment, describe(context, request));
    TOUCHSTONE_TRY(eval::RunnerPlan plan, makePlan(context, experiment, request));
    TOUCHSTONE_TRY(Claim claimed, claim(claims, experiment.id));
    TOUCHSTONE_TRY_VOID(context.workspace().experiments().create(experiment).wait());
    if (request.feed)
        request.feed->begin({experiment, plan.dataset}, {});
    return Course{experiment.id, std::move(plan), std::move(claimed), request.feed};
}

Result<Course> takeUp(Context& context, const std::shared_ptr<Claims>& claims, const std::string& reference,
                      const ExperimentRequest& expected) {
    store::ExperimentStore& experiments = context.workspace().experiments();
    TOUCHSTONE_TRY(store::ExperimentInfo info, experiments.load(reference));
    eval::Experiment& experiment = info.experiment;
    TOUCHSTONE_TRY_VOID(requireSame(context, experiment, expected));
    const ExperimentId id = experiment.id;
    TOUCHSTONE_TRY(Claim claimed, claim(claims, id));
    TOUCHSTONE_TRY(eval::RunnerPlan plan, makePlan(context, experiment, expected));
    TOUCHSTONE_TRY(plan.completed, experiments.completed(id));
    TOUCHSTONE_TRY(std::vector<eval::CaseResult> before, resultsOf(context, experiment, *plan.dataset));
    // Nothing can fail behind this, which would leave it Running.
    TOUCHSTONE_TRY_VOID(experiments.finish(id, eval::ExperimentStatus::Running).wait());
    experiment.status = eval::ExperimentStatus::Running;
    if (expected.feed)
        expected.feed->begin({std::move(experiment), plan.dataset}, std::move(before));
    return Course{id, std::move(plan), std::move(claimed), expected.feed};
}

}  // namespace touchstone::session
