// SPDX-License-Identifier: Apache-2.0

#include "fixtures.h"

#include <limits>

using namespace touchstone;
using eval::ExperimentStatus;

namespace {

eval::Experiment experiment(char digit = 'a', const std::string& workflow = "triage") {
    eval::Experiment made;
    made.id = ExperimentId(std::string(32, digit));
    made.spec.workflow = workflow;
    made.spec.datasetName = "support-50";
    made.spec.dataset = DatasetId(std::string(64, 'd'));
    made.spec.scorers = Json::array({{{"name", "label"}}});
    made.spec.contestants = {{VersionId(std::string(64, '1')), "v1 · 1111111", ""},
                             {VersionId(std::string(64, '2')), "v2 · 2222222", "large"}};
    made.created = WallTime(std::chrono::seconds(1'700'000'000));
    return made;
}

eval::CaseResult result(std::size_t contestant, std::size_t caseIndex, double score = 1) {
    eval::CaseResult made;
    made.contestant = contestant;
    made.caseIndex = caseIndex;
    made.trace = TraceId(std::string(32, 'e'));
    made.status = trace::Status::Ok;
    made.output = "billing \xFF";
    made.scores = {{"label", score, score > 0.5, "fits"}};
    made.score = score;
    made.passed = score > 0.5;
    made.latency = std::chrono::milliseconds(84);
    made.cost = Money::fromPicodollars(420'000'000);
    return made;
}

}  // namespace

class ExperimentsTest : public QObject {
    Q_OBJECT

private slots:
    void draftsComeBack() {
        fixtures::Desk desk;
        auto made = experiment();
        const std::string document = "{\"name\":\"" + std::string(5000, 'x') + "\"}";
        made.spec.contestants[1] = {{}, "draft · 09be77a", "", document};
        REQUIRE_OK(desk.create()->experiments().create(made).wait());
        const auto workspace = desk.reopen();
        QVERIFY(workspace->experiments().load(made.id.text)->experiment.spec.contestants == made.spec.contestants);
        const auto listed = workspace->experiments().list("triage");
        REQUIRE_OK(listed);
        QCOMPARE(listed->front().experiment.spec.contestants[1].label, std::string("draft · 09be77a"));
        QVERIFY2(listed->front().experiment.spec.contestants[1].document.empty(), "a list reads no texts");
    }

    void comesBack() {
        fixtures::Desk desk;
        const auto made = experiment();
        {
            const auto workspace = desk.create();
            REQUIRE_OK(workspace->experiments().create(made).wait());
            QVERIFY(workspace->experiments().create(made).wait().error().code == ErrorCode::AlreadyExists);
            auto unknownCost = result(1, 0, 0);
            unknownCost.cost.reset();
            unknownCost.error = "no answer";
            unknownCost.fellBack = "large: no key";
            REQUIRE_OK(
                workspace->experiments().appendResults(made.id, {result(1, 1), result(0, 0), unknownCost}).wait());
        }
        const auto workspace = desk.reopen();
        const auto info = workspace->experiments().load(made.id.text.substr(0, 6));
        REQUIRE_OK(info);
        QVERIFY(info->experiment.status == ExperimentStatus::Running);
        QVERIFY(info->experiment.spec.contestants == made.spec.contestants);
        QVERIFY(info->experiment.created == made.created);
        QCOMPARE(info->results, std::int64_t{3});
        QVERIFY(!info->finished);
        const auto results = workspace->experiments().results(made.id).value();
        QCOMPARE(results.size(), std::size_t{3});
        QCOMPARE(results[0].output, std::string("billing \xFF"));
        QCOMPARE(results[0].scores.at(0).reason, std::string("fits"));
        QVERIFY(results[0].cost == Money::fromPicodollars(420'000'000));
        QVERIFY(!results[1].cost);
        QCOMPARE(results[1].error, std::string("no answer"));
        QCOMPARE(results[1].fellBack, std::string("large: no key"));
        const std::vector<store::ResultKey> completed = {{0, 0}, {1, 0}, {1, 1}};
        QVERIFY(workspace->experiments().completed(made.id).value() == completed);
    }

    void finishesAndResumes() {
        fixtures::Desk desk;
        const auto workspace = desk.create();
        auto& experiments = workspace->experiments();
        const auto made = experiment();
        REQUIRE_OK(experiments.create(made).wait());
        const auto written = experiments.appendResults(made.id, {result(0, 0)});
        REQUIRE_OK(experiments.finish(made.id, ExperimentStatus::Cancelled).wait());
        REQUIRE_OK(written.wait());
        QVERIFY(experiments.load(made.id.text)->finished.has_value());
        REQUIRE_OK(experiments.finish(made.id, ExperimentStatus::Running).wait());
        QVERIFY(!experiments.load(made.id.text)->finished.has_value());
        REQUIRE_OK(experiments.appendResults(made.id, {result(0, 0, 0.25)}).wait());
        QCOMPARE(experiments.results(made.id)->size(), std::size_t{1});
        QCOMPARE(experiments.results(made.id)->front().score, 0.25);
    }

    void oneBadResultTakesNothingWithIt() {
        fixtures::Desk desk;
        const auto workspace = desk.create();
        auto& experiments = workspace->experiments();
        const auto made = experiment();
        REQUIRE_OK(experiments.create(made).wait());
        const auto good = experiments.appendResults(made.id, {result(0, 0)});
        const auto bad =
            experiments.appendResults(made.id, {result(0, 1), result(0, 2, std::numeric_limits<double>::quiet_NaN())});
        const auto unknown = experiments.appendResults(ExperimentId(std::string(32, 'f')), {result(0, 3)});
        REQUIRE_OK(good.wait());
        QVERIFY(bad.wait().error().code == ErrorCode::InvalidArgument);
        QVERIFY(unknown.wait().error().code == ErrorCode::NotFound);
        QCOMPARE(experiments.results(made.id)->size(), std::size_t{1});
    }

    void listsByWorkflow() {
        fixtures::Desk desk;
        const auto workspace = desk.create();
        auto& experiments = workspace->experiments();
        REQUIRE_OK(experiments.create(experiment('a')).wait());
        REQUIRE_OK(experiments.create(experiment('b', "other")).wait());
        REQUIRE_OK(experiments.create(experiment('c')).wait());
        QCOMPARE(experiments.list({})->size(), std::size_t{3});
        QCOMPARE(experiments.list("triage")->front().experiment.id.text, std::string(32, 'c'));
        QCOMPARE(experiments.list("triage")->size(), std::size_t{2});
        auto noContestants = experiment('d');
        noContestants.spec.contestants.clear();
        QVERIFY(experiments.create(noContestants).wait().error().code == ErrorCode::InvalidArgument);
    }
};

QTEST_GUILESS_MAIN(ExperimentsTest)
#include "tst_experiments.moc"
