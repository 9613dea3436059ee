// SPDX-License-Identifier: Apache-2.0

#include "session/sample.h"

#include "context.h"
#include "eval/dataset_import.h"
#include "eval/scorer.h"
#include "folders.h"
#include "sample_sources.h"
#include "session/files.h"
#include "workflow/parse.h"

#include <cmath>
#include <numbers>

namespace touchstone::session {
namespace {

namespace fs = std::filesystem;

// A version in the workspace and when it was made.
struct Stored {
    VersionId id;
    WallTime created;
    bool tagged = false;
    std::shared_ptr<const engine::Prepared> prepared;
};

// Makes the same sample, apart from its times and ids, every time.
class Filling {
public:
    Filling(Context& context, fs::path folder, std::stop_token stop)
        : m_context(context),
          m_folder(std::move(folder)),
          m_stop(std::move(stop)),
          m_random(makeSeededRandom(kSeed)),
          m_now(context.clock().wallNow()) {}

    Result<SampleSummary> run() {
        TOUCHSTONE_TRY(const SampleSources sources, readSampleSources(m_folder));
        for (const SampleCorpus& corpus : sources.corpora) {
            TOUCHSTONE_TRY_VOID(ignoreValue(m_context.workspace().corpora().put(corpus.name, corpus.documents).wait()));
        }
        for (const SampleWorkflow& workflow : sources.workflows) {
            TOUCHSTONE_TRY_VOID(storeDataset(workflow));
            TOUCHSTONE_TRY(const std::vector<Stored> versions, storeVersions(workflow));
            TOUCHSTONE_TRY_VOID(makeTraffic(workflow, versions));
            ++m_summary.workflows;
        }
        TOUCHSTONE_TRY_VOID(m_context.workspace().traces().flush().wait());
        return m_summary;
    }

private:
    static constexpr std::uint64_t kSeed = 20'261'123;

    template <class T>
    static Result<void> ignoreValue(Result<T> result) {
        if (!result.ok())
            return std::move(result).error();
        return {};
    }

    Result<void> storeDataset(const SampleWorkflow& workflow) {
        m_summary.cases += workflow.dataset.cases.size();
        return ignoreValue(m_context.workspace().datasets().put(workflow.dataset, workflow.scorers).wait());
    }

    Result<std::vector<Stored>> storeVersions(const SampleWorkflow& workflow) {
        std::vector<Stored> stored;
        VersionId mainHead;
        for (const SampleVersion& version : workflow.versions) {
            TOUCHSTONE_TRY(Stored next, storeVersion(workflow, version, mainHead));
            if (version.branch == "main")
                mainHead = next.id;
            stored.push_back(std::move(next));
            ++m_summary.versions;
        }
        return stored;
    }

    Result<Stored> storeVersion(const SampleWorkflow& workflow, const SampleVersion& sample, const VersionId& parent) {
        Json document = sample.document;
        TOUCHSTONE_TRY_VOID(pinCorpus(m_context.workspace().corpora(), document));
        const workflow::WorkflowParse parsed = workflow::parseWorkflow(document);
        if (!parsed.value)
            return Error{ErrorCode::InvalidArgument, sample.place + ": " + toLine(parsed.findings.front())};
        std::vector<VersionId> parents;
        if (!parent.empty())
            parents.push_back(parent);
        const WallTime created = m_now - sample.age;
        TOUCHSTONE_TRY(workflow::Version version,
                       workflow::makeVersion(document, {std::move(parents), sample.author, sample.message, created}));
        store::VersionStore& versions = m_context.workspace().versions();
        const VersionId expected = sample.branch == "main" ? parent : VersionId();
        TOUCHSTONE_TRY(version, versions.put(std::move(version), sample.branch, expected).wait());
        for (const std::string& tag : sample.tags) {
            TOUCHSTONE_TRY_VOID(
                versions.point({store::PointerKind::Tag, workflow.name, tag, version.id}, VersionId()).wait());
        }
        TOUCHSTONE_TRY(auto prepared, m_context.prepareVersion(version.id));
        return Stored{version.id, created, !sample.tags.empty(), std::move(prepared)};
    }

    Result<void> makeTraffic(const SampleWorkflow& workflow, const std::vector<Stored>& versions) {
        TOUCHSTONE_TRY(const std::vector<eval::Scorer> scorers, eval::makeScorers(workflow.scorers));
        for (std::size_t i = 0; i < workflow.tracesPerDay; ++i) {
            if (m_stop.stop_requested())
                return Error{ErrorCode::Cancelled, "the sample was not filled to its end"};
            TOUCHSTONE_TRY_VOID(makeTrace(workflow, versions, scorers));
        }
        return {};
    }

    Result<void> makeTrace(const SampleWorkflow& workflow, const std::vector<Stored>& versions,
                           const std::vector<eval::Scorer>& scorers) {
        const eval::Case& testCase = workflow.dataset.cases[m_random->below(workflow.dataset.cases.size())];
        const WallTime at = m_now - timeAgo();
        const Stored& version = serving(versions, at);
        engine::RunRequest request;
        request.workflow = version.prepared;
        request.version = version.id;
        request.input = testCase.input;
        request.origin = trace::Origin::Production;
        request.environment = "production";
        request.journey = workflow.journeys[m_random->below(workflow.journeys.size())];
        engine::Outcome outcome = runNow(std::move(request));
        if (outcome.status == trace::Status::Cancelled)
            return Error{ErrorCode::Cancelled, "the sample was not filled to its end"};
        outcome.trace.summary.start = at;
        TOUCHSTONE_TRY_VOID(m_context.workspace().traces().append(outcome.trace));
        ++m_summary.traces;
        if (m_random->uniform() < workflow.feedbackRate)
            return giveFeedback(outcome, testCase, scorers);
        return {};
    }

    engine::Outcome runNow(engine::RunRequest request) {
        std::promise<engine::Outcome> promise;
        auto outcome = promise.get_future();
        m_context.engine().run(std::move(request), m_stop, {},
                               [&promise](engine::Outcome done) { promise.set_value(std::move(done)); });
        return outcome.get();
    }

    // Within the last day, denser by day than by night.
    std::chrono::nanoseconds timeAgo() {
        constexpr double kDay = 86'400;
        for (;;) {
            const double seconds = m_random->uniform() * kDay;
            const double density = 0.55 + 0.45 * std::cos(2 * std::numbers::pi * seconds / kDay);
            if (m_random->uniform() < density)
                return std::chrono::nanoseconds(static_cast<std::int64_t>(seconds * 1e9));
        }
    }

    // Mostly the newest tagged version of that hour; now and then the one before it.
    const Stored& serving(const std::vector<Stored>& versions, WallTime at) {
        constexpr double kStragglers = 0.08;
        std::size_t newest = 0;
        std::size_t before = 0;
        for (std::size_t i = 0; i < versions.size(); ++i)
            if (versions[i].tagged && versions[i].created <= at) {
                before = newest;
                newest = i;
            }
        return versions[m_random->uniform() < kStragglers ? before : newest];
    }

    Result<void> giveFeedback(const engine::Outcome& outcome, const eval::Case& testCase,
                              const std::vector<eval::Scorer>& scorers) {
        constexpr double kHonest = 0.85;  // people click the wrong thumb, too
        const Json facts = Json::object();
        const eval::ScorerInput input{testCase, outcome.output, outcome.value.is_null() ? nullptr : &outcome.value,
                                      facts};
        const bool good = std::all_of(scorers.begin(), scorers.end(), [&](const eval::Scorer& scorer) {
            const auto score = scorer.score(input);
            return !score.ok() || score->passed;
        });
        const bool up = m_random->uniform() < kHonest ? good : !good;
        const WallTime at = outcome.trace.summary.start + std::chrono::seconds(20 + m_random->below(600));
        const std::string comment = !up && m_random->uniform() < 0.4 ? "Not what I asked." : "";
        return m_context.workspace()
            .traces()
            .addFeedback(outcome.trace.summary.id, {up ? trace::Thumb::Up : trace::Thumb::Down, comment, at})
            .wait();
    }

    Context& m_context;
    const fs::path m_folder;
    const std::stop_token m_stop;
    const std::unique_ptr<Random> m_random;
    const WallTime m_now;
    SampleSummary m_summary;
};

}  // namespace

void Sample::fill(fs::path folder, std::stop_token stop, Done<SampleSummary> done) {
    m_filling = std::jthread([&context = m_context, folder = std::move(folder), stop = std::move(stop),
                              done = std::move(done)](const std::stop_token& ending) mutable {
        std::stop_source either;
        const auto request = [&either] { either.request_stop(); };
        const std::stop_callback onStop(stop, request);
        const std::stop_callback onEnding(ending, request);
        Result<SampleSummary> filled = Error{ErrorCode::Internal, "the sample could not be made"};
        try {
            filled = Filling(context, std::move(folder), either.get_token()).run();
        } catch (const std::exception& broken) {
            filled = Error{ErrorCode::Internal, std::string("internal error: ") + broken.what()};
        }
        done(std::move(filled));
    });
}

}  // namespace touchstone::session
