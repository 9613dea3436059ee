// SPDX-License-Identifier: Apache-2.0

#include "session/experiments.h"

#include "context.h"
#include "drafts.h"
#include "folders.h"
#include "session/files.h"

#include <algorithm>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <utility>

namespace touchstone::session {

// The experiments that a session runs, so that none is run twice at a time. Thread-safe.
class Claims {
public:
    // False when somebody has it.
    [[nodiscard]] bool take(const std::string& id) {
        const std::lock_guard lock(m_mutex);
        return m_ids.insert(id).second;
    }
    void giveBack(const std::string& id) {
        const std::lock_guard lock(m_mutex);
        m_ids.erase(id);
    }
    [[nodiscard]] bool has(const std::string& id) const {
        const std::lock_guard lock(m_mutex);
        return m_ids.contains(id);
    }

private:
    mutable std::mutex m_mutex;
    std::set<std::string> m_ids;  // guarded by m_mutex
};

namespace {

// The right to run an experiment, given back when the last copy goes.
using Claim = std::shared_ptr<const void>;

Result<Claim> claim(const std::shared_ptr<Claims>& claims, const ExperimentId& id) {
    if (!claims->take(id.text))
        return Error{ErrorCode::Conflict, "experiment " + shortText(id) +
                                              " is being run already, here or in another window; wait until it has "
                                              "ended or cancel it there"};
    return Claim(claims.get(), [claims, id = id.text](const void*) { claims->giveBack(id); });
}

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
    return eval::Contestant{{}, "draft · " + hash.substr(0, 7), request.tier, toText(document)};
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

// What to run, from what people asked for.
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

// An experiment that is stored, and what to run of it.
struct Course {
    ExperimentId id;
    eval::RunnerPlan plan;
    Claim claim;
};

Result<Course> begin(Context& context, const std::shared_ptr<Claims>& claims, const ExperimentRequest& request) {
    TOUCHSTONE_TRY(const eval::Experiment experiment, describe(context, request));
    TOUCHSTONE_TRY(eval::RunnerPlan plan, makePlan(context, experiment, request));
    TOUCHSTONE_TRY(Claim claimed, claim(claims, experiment.id));
    TOUCHSTONE_TRY_VOID(context.workspace().experiments().create(experiment).wait());
    return Course{experiment.id, std::move(plan), std::move(claimed)};
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

// Whether what was asked for beside the experiment is what it ran with.
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

// What is left of one that was started before, which says Running again.
Result<Course> takeUp(Context& context, const std::shared_ptr<Claims>& claims, const std::string& reference,
                      const ExperimentRequest& expected) {
    store::ExperimentStore& experiments = context.workspace().experiments();
    TOUCHSTONE_TRY(const store::ExperimentInfo info, experiments.load(reference));
    TOUCHSTONE_TRY_VOID(requireSame(context, info.experiment, expected));
    const ExperimentId& id = info.experiment.id;
    TOUCHSTONE_TRY(Claim claimed, claim(claims, id));
    TOUCHSTONE_TRY(eval::RunnerPlan plan, makePlan(context, info.experiment, expected));
    TOUCHSTONE_TRY(plan.completed, experiments.completed(id));
    TOUCHSTONE_TRY_VOID(experiments.finish(id, eval::ExperimentStatus::Running).wait());
    return Course{id, std::move(plan), std::move(claimed)};
}

Result<eval::Report> reportOf(Context& context, const std::string& experiment) {
    TOUCHSTONE_TRY(store::ExperimentInfo info, context.workspace().experiments().load(experiment));
    TOUCHSTONE_TRY(eval::Dataset dataset, context.workspace().datasets().load(info.experiment.spec.dataset));
    TOUCHSTONE_TRY(std::vector<eval::CaseResult> results,
                   context.workspace().experiments().results(info.experiment.id));
    return eval::makeReport(std::move(info.experiment), std::make_shared<const eval::Dataset>(std::move(dataset)),
                            std::move(results));
}

// Keeps what a running experiment produces. The runner calls one member at a time.
class Keeper : public std::enable_shared_from_this<Keeper> {
public:
    Keeper(Context& context, const Course& course, Done<eval::Report> done)
        : m_context(context),
          m_id(course.id),
          m_claim(course.claim),
          m_pause(course.plan.pause),
          m_done(std::move(done)) {}

    void keep(eval::CaseResult result, const trace::Trace& trace) {
        if (const auto stored = m_context.workspace().traces().append(trace); !stored.ok())
            note(stored);
        // One at a time, so that a killed experiment has what it finished; the store commits them in batches.
        std::vector<eval::CaseResult> results;
        results.push_back(std::move(result));
        m_context.workspace()
            .experiments()
            .appendResults(m_id, std::move(results))
            .then([self = shared_from_this()](const Result<void>& stored) { self->note(stored); });
    }

    void close(bool complete) {
        note(m_context.workspace().traces().flush().wait());
        // Comes after every result in the store's order, so their fate is known now.
        note(m_context.workspace().experiments().finish(m_id, statusAt(complete)).wait());
        m_claim.reset();
        m_context.async<eval::Report>(
            [&context = m_context, id = m_id.text, lost = lost()]() -> Result<eval::Report> {
                if (lost)
                    return *lost;
                return reportOf(context, id);
            },
            m_done);
    }

private:
    [[nodiscard]] eval::ExperimentStatus statusAt(bool complete) const {
        if (complete)
            return eval::ExperimentStatus::Done;
        return m_pause && m_pause->held() ? eval::ExperimentStatus::Running : eval::ExperimentStatus::Cancelled;
    }

    void note(const Result<void>& stored) {
        if (stored.ok())
            return;
        const std::lock_guard lock(m_mutex);
        m_lost = stored.error();
    }

    [[nodiscard]] std::optional<Error> lost() const {
        const std::lock_guard lock(m_mutex);
        return m_lost;
    }

    Context& m_context;
    const ExperimentId m_id;
    Claim m_claim;  // until its end is stored
    const std::shared_ptr<const eval::Pause> m_pause;
    const Done<eval::Report> m_done;
    mutable std::mutex m_mutex;
    // Guarded by m_mutex; the last thing that could not be stored
    std::optional<Error> m_lost;
};

void run(Context& context, Result<Course> course, const std::stop_token& stop,
         const Experiments::OnProgress& onProgress, const Done<eval::Report>& done) {
    if (!course.ok()) {
        done(std::move(course).error());
        return;
    }
    auto keeper = std::make_shared<Keeper>(context, course.value(), done);
    course->claim.reset();
    eval::RunnerCallbacks callbacks;
    callbacks.onResult = [keeper](eval::CaseResult result, const trace::Trace& trace) {
        keeper->keep(std::move(result), trace);
    };
    callbacks.onProgress = [onProgress](const eval::Progress& progress) {
        if (onProgress)
            onProgress(progress);
    };
    callbacks.onDone = [keeper](bool complete) { keeper->close(complete); };
    eval::Runner(context.engine(), context.clock()).start(std::move(course->plan), stop, std::move(callbacks));
}

}  // namespace

std::string scorerNames(const Json& scorers) {
    std::string names;
    for (const Json& scorer : scorers)
        names += (names.empty() ? "" : ", ") + stringAt(scorer, "name", stringAt(scorer, "type"));
    return names;
}

Experiments::Experiments(Context& context) : m_context(context), m_claims(std::make_shared<Claims>()) {}

bool Experiments::runs(const ExperimentId& experiment) const {
    return m_claims->has(experiment.text);
}

void Experiments::start(ExperimentRequest request, std::stop_token stop, OnProgress onProgress,
                        Done<eval::Report> done) {
    m_context.async<Course>(
        [&context = m_context, claims = m_claims, request = std::move(request)] {
            return begin(context, claims, request);
        },
        [&context = m_context, stop = std::move(stop), onProgress = std::move(onProgress),
         done = std::move(done)](Result<Course> course) { run(context, std::move(course), stop, onProgress, done); });
}

void Experiments::resume(std::string experiment, ExperimentRequest expected, std::stop_token stop,
                         OnProgress onProgress, Done<eval::Report> done) {
    m_context.async<Course>(
        [&context = m_context, claims = m_claims, experiment = std::move(experiment), expected = std::move(expected)] {
            return takeUp(context, claims, experiment, expected);
        },
        [&context = m_context, stop = std::move(stop), onProgress = std::move(onProgress),
         done = std::move(done)](Result<Course> course) { run(context, std::move(course), stop, onProgress, done); });
}

void Experiments::list(std::string workflow, Done<std::vector<store::ExperimentInfo>> done) {
    m_context.async<std::vector<store::ExperimentInfo>>(
        [&context = m_context, workflow = std::move(workflow)] {
            return context.workspace().experiments().list(workflow);
        },
        std::move(done));
}

void Experiments::report(std::string experiment, Done<eval::Report> done) {
    m_context.async<eval::Report>(
        [&context = m_context, experiment = std::move(experiment)] { return reportOf(context, experiment); },
        std::move(done));
}

void Experiments::save(std::shared_ptr<const eval::Report> report, ReportFormat format, std::string file,
                       Done<void> done) {
    m_context.async<void>(
        [report = std::move(report), format, file = std::move(file)] {
            switch (format) {
                case ReportFormat::Html:
                    return writeFile(file, eval::toHtml(*report));
                case ReportFormat::Csv:
                    return writeFile(file, eval::toCsv(*report));
                case ReportFormat::Json:
                    break;
            }
            return writeFile(file, toPrettyText(eval::toJson(*report)) + "\n");
        },
        std::move(done));
}

}  // namespace touchstone::session
