// SPDX-License-Identifier: Apache-2.0

#include "experiment_request.h"

#include "drafts.h"
#include "folders.h"

#include <algorithm>

namespace touchstone::session {
namespace {

std::string labelOf(const workflow::Version& version) {
    return "v" + std::to_string(version.number) + " · " + shortText(version.id);
}

// The draft as the editor would open it, with its corpus named exactly: what is run later is what was meant.
Result<eval::Contestant> draftAsContestant(Context& context, const ExperimentRequest& request) {
    TOUCHSTONE_TRY(const OpenedDraft opened, draftOf(context.workspace(), request.workflow, request.branch));
    if (!opened.saved && !opened.base)
        return Error{ErrorCode::NotFound, "there is no workflow '" + request.workflow + "' with a branch '" +
                                              request.branch + "' that could have a draft"};
    if (const std::vector<TypedPart> broken = typedParts(opened.draft.editorState); !broken.empty())
        return notJsonYet(opened.draft, broken);
    TOUCHSTONE_TRY(Json document, parseJson(opened.draft.text));
    TOUCHSTONE_TRY_VOID(pinCorpus(context.workspace().corpora(), document));
    TOUCHSTONE_TRY(const std::string hash, workflow::hashDocument(document));
    return eval::Contestant{
        {}, "draft of " + request.branch + " · " + hash.substr(0, 7), request.tier, toText(document)};
}

Result<eval::Contestant> contestantOf(Context& context, const ExperimentRequest& request,
                                      const std::string& reference) {
    if (reference == "draft")
        return draftAsContestant(context, request);
    TOUCHSTONE_TRY(const workflow::Version version, context.findVersion(request.workflow, reference));
    return eval::Contestant{version.id, labelOf(version), request.tier};
}

// A single input is content without a name.
Result<store::DatasetInfo> storeInput(Context& context, const Json& input) {
    const eval::Case single{"input", input};
    TOUCHSTONE_TRY(const DatasetId id, context.workspace().datasets().putNameless({single}).wait());
    return store::DatasetInfo{id, "one input", 1, Json::array(), {}};
}

Result<store::DatasetInfo> datasetOf(Context& context, const ExperimentRequest& request) {
    return request.input ? storeInput(context, *request.input) : context.workspace().datasets().info(request.dataset);
}

Error otherThan(const std::string& experiment, const std::string& what, const std::string& ran,
                const std::string& asked) {
    return {ErrorCode::Conflict, "experiment " + experiment + " ran " + what + " " + ran + ", not " + asked +
                                     "; leave out what should stay as it was, or start a new experiment"};
}

std::string labelsOf(const std::vector<eval::Contestant>& contestants) {
    std::string labels;
    for (const eval::Contestant& contestant : contestants)
        labels += (labels.empty() ? "" : ", ") + contestant.label;
    return labels;
}

Result<void> requireVersions(Context& context, const eval::Experiment& experiment, const ExperimentRequest& expected) {
    ExperimentRequest sought = expected;
    sought.workflow = experiment.spec.workflow;
    std::vector<eval::Contestant> asked;
    for (const std::string& reference : expected.versions) {
        TOUCHSTONE_TRY(eval::Contestant contestant, contestantOf(context, sought, reference));
        asked.push_back(std::move(contestant));
    }
    const auto& ran = experiment.spec.contestants;
    const bool same = std::ranges::equal(asked, ran, [](const eval::Contestant& a, const eval::Contestant& b) {
        return a.version == b.version && a.document == b.document;
    });
    if (same || asked.empty())
        return {};
    return otherThan(shortText(experiment.id), "the versions", labelsOf(ran), labelsOf(asked));
}

Result<void> requireDataset(Context& context, const eval::Experiment& experiment, const std::string& nameOrId) {
    if (nameOrId.empty())
        return {};
    TOUCHSTONE_TRY(const store::DatasetInfo asked, context.workspace().datasets().info(nameOrId));
    if (asked.id == experiment.spec.dataset)
        return {};
    return otherThan(shortText(experiment.id), "on the dataset",
                     experiment.spec.datasetName + " (" + shortText(experiment.spec.dataset) + ")",
                     nameOrId + " (" + shortText(asked.id) + ")");
}

// Scorers may differ and be called alike.
std::string otherScorers(const Json& ran, const Json& asked) {
    const std::string names = scorerNames(asked);
    return names == scorerNames(ran) ? "others that are called alike" : names;
}

}  // namespace

Result<eval::Experiment> describe(Context& context, const ExperimentRequest& request) {
    if (request.versions.empty())
        return Error{ErrorCode::InvalidArgument, "an experiment needs at least one version"};
    eval::Experiment experiment;
    experiment.id = makeExperimentId(context.random());
    experiment.created = context.clock().wallNow();
    experiment.spec.workflow = request.workflow;
    for (const std::string& reference : request.versions) {
        TOUCHSTONE_TRY(eval::Contestant contestant, contestantOf(context, request, reference));
        experiment.spec.contestants.push_back(std::move(contestant));
    }
    TOUCHSTONE_TRY(const store::DatasetInfo dataset, datasetOf(context, request));
    experiment.spec.dataset = dataset.id;
    experiment.spec.datasetName = dataset.name.empty() ? shortText(dataset.id) : dataset.name;
    experiment.spec.scorers = request.scorers.empty() ? dataset.scorers : request.scorers;
    if (experiment.spec.scorers.empty() && !request.input)
        return Error{ErrorCode::InvalidArgument, "the dataset '" + experiment.spec.datasetName +
                                                     "' has no scorers; name at least one for this experiment"};
    return experiment;
}

Result<void> requireSame(Context& context, const eval::Experiment& experiment, const ExperimentRequest& expected) {
    const eval::ExperimentSpec& spec = experiment.spec;
    const std::string id = shortText(experiment.id);
    if (!expected.workflow.empty() && expected.workflow != spec.workflow)
        return otherThan(id, "the workflow", spec.workflow, expected.workflow);
    TOUCHSTONE_TRY_VOID(requireVersions(context, experiment, expected));
    TOUCHSTONE_TRY_VOID(requireDataset(context, experiment, expected.dataset));
    if (!expected.scorers.empty() && !jsonEqual(expected.scorers, spec.scorers))
        return otherThan(id, "with the scorers", scorerNames(spec.scorers),
                         otherScorers(spec.scorers, expected.scorers));
    const std::string& tier = spec.contestants.front().tier;
    if (!expected.tier.empty() && expected.tier != tier)
        return otherThan(id, "with", tier.empty() ? "the versions' own routing" : "the tier " + tier,
                         "the tier " + expected.tier);
    return {};
}

std::string scorerNames(const Json& scorers) {
    std::string names;
    for (const Json& scorer : scorers)
        names += (names.empty() ? "" : ", ") + stringAt(scorer, "name", stringAt(scorer, "type"));
    return names;
}

}  // namespace touchstone::session
