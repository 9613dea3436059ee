// SPDX-License-Identifier: Apache-2.0

#include "eval/comparison.h"

#include "base/random.h"
#include "support/printing.h"

#include <cmath>
#include <vector>

using namespace touchstone;
using namespace touchstone::eval;

namespace {

std::vector<ScorePair> passFail(const PairedCounts& counts) {
    std::vector<ScorePair> pairs;
    pairs.insert(pairs.end(), counts.bothPass, {1, 1});
    pairs.insert(pairs.end(), counts.onlyA, {1, 0});
    pairs.insert(pairs.end(), counts.onlyB, {0, 1});
    pairs.insert(pairs.end(), counts.bothFail, {0, 0});
    return pairs;
}

// The share of `rounds` comparisons without a true difference that announce one.
template <class Draw>
double falseAlarms(int rounds, std::size_t n, const ComparisonOptions& options, const Draw& draw) {
    const auto random = makeSeededRandom(2026);
    int alarms = 0;
    std::vector<ScorePair> pairs(n);
    for (int round = 0; round < rounds; ++round) {
        for (ScorePair& pair : pairs)
            pair = draw(*random);
        ComparisonOptions seeded = options;
        seeded.seed = static_cast<std::uint64_t>(round);
        const Verdict verdict = compareVersions(pairs, seeded).verdict;
        alarms += verdict == Verdict::Better || verdict == Verdict::Worse ? 1 : 0;
    }
    return alarms / static_cast<double>(rounds);
}

double atMost(double alpha, int rounds) {
    return alpha + 3 * std::sqrt(alpha * (1 - alpha) / rounds);
}

}  // namespace

class ComparisonTest : public QObject {
    Q_OBJECT

private slots:
    void sentences_data() {
        QTest::addColumn<qulonglong>("bothPass");
        QTest::addColumn<qulonglong>("onlyA");
        QTest::addColumn<qulonglong>("onlyB");
        QTest::addColumn<qulonglong>("bothFail");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("better")
            << 1265ULL << 228ULL << 1102ULL << 485ULL
            << "B is better: +28.4 pp (95 % interval 26.3 to 30.4). Of 3,080 cases, 1,102 pass only "
               "with B and 228 only with A. Chance would hardly do that (McNemar's exact test, p "
               "< 0.001).";
        QTest::newRow("worse")
            << 40ULL << 30ULL << 10ULL << 20ULL
            << "B is worse: −20.0 pp (95 % interval −31.3 to −7.8). Of 100 cases, 10 pass only with B "
               "and 30 only with A. Chance would hardly do that (McNemar's exact test, p = 0.002).";
        QTest::newRow("same") << 30ULL << 0ULL << 0ULL << 20ULL
                              << "No difference shown: A and B scored the same on every case (n = 50).";
        QTest::newRow("equivalent")
            << 4000ULL << 12ULL << 14ULL << 974ULL
            << "No difference shown: 0.0 pp (95 % interval −0.2 to 0.2) lies within ±2 pp, which "
               "makes no practical difference. Of 5,000 cases, 14 pass only with B and 12 only "
               "with A. (McNemar's exact test, p = 0.845.)";
        QTest::newRow("undecided")
            << 30ULL << 3ULL << 5ULL << 12ULL
            << "Undecided: +4.0 pp (95 % interval −7.6 to 15.5) may be chance. Of 50 cases, 5 pass "
               "only with B and 3 only with A. That is too few or too even to tell (McNemar's "
               "exact test, p = 0.727; 0.05 or less decides). About 740 more cases would be "
               "needed to show an effect of this size (power 0.8).";
        // Newcombe's interval alone would exclude zero here, beside a test that shows nothing.
        QTest::newRow("interval and test disagree")
            << 40ULL << 1ULL << 7ULL << 27ULL
            << "Undecided: +8.0 pp (95 % interval 0.0 to 15.4) may be chance. Of 75 cases, 7 pass only with B and 1 "
               "only with A. That is too few or too even to tell (McNemar's exact test, p = 0.070; 0.05 or less "
               "decides). About 54 more cases would be needed to show an effect of this size (power 0.8).";
        QTest::newRow("even")
            << 30ULL << 5ULL << 5ULL << 10ULL
            << "Undecided: 0.0 pp (95 % interval −12.8 to 12.8) may be chance. Of 50 cases, 5 pass only "
               "with B and 5 only with A. That is too few or too even to tell (McNemar's exact "
               "test, p = 1.000; 0.05 or less decides). About 2,100 more cases would be needed to "
               "show that it lies within ±2 pp.";
        QTest::newRow("one")
            << 0ULL << 0ULL << 1ULL << 0ULL
            << "Undecided: +100.0 pp (95 % interval −12.2 to 100.0) may be chance. Of 1 case, 1 pass only "
               "with B and 0 only with A. That is too few or too even to tell (McNemar's exact test, "
               "p = 1.000; 0.05 or less decides). About 5 more cases would be needed to show an "
               "effect of this size (power 0.8).";
        QTest::newRow("none") << 0ULL << 0ULL << 0ULL << 0ULL << "Undecided: there are no cases to compare.";
    }
    void sentences() {
        QFETCH(qulonglong, bothPass);
        QFETCH(qulonglong, onlyA);
        QFETCH(qulonglong, onlyB);
        QFETCH(qulonglong, bothFail);
        QFETCH(QString, sentence);
        const Comparison comparison = compareVersions(passFail({bothPass, onlyA, onlyB, bothFail}));
        QCOMPARE(QString::fromStdString(comparison.sentence), sentence);
    }

    void namesAndLevels() {
        ComparisonOptions options{.alpha = 0.01, .nameA = "v3", .nameB = "v4"};
        const std::string sentence = compareVersions(passFail({40, 10, 45, 5}), options).sentence;
        QVERIFY2(sentence.starts_with("v4 is better: +35.0 pp (99 % interval "), sentence.c_str());
        QVERIFY2(sentence.find("Of 100 cases, 45 pass only with v4 and 10 only with v3.") != std::string::npos,
                 sentence.c_str());
    }

    // What identical outputs must never give is "better".
    void identicalScoresShowNoDifference() {
        const auto random = makeSeededRandom(4);
        for (const std::size_t n : {1U, 2U, 100U, 5000U}) {
            std::vector<ScorePair> pairs(n);
            for (ScorePair& pair : pairs)
                pair.a = pair.b = random->uniform();
            const Comparison comparison = compareVersions(pairs);
            QVERIFY(comparison.verdict == Verdict::NoDifferenceShown);
            QCOMPARE(comparison.pValue, 1.0);
            QCOMPARE(comparison.interval.low, 0.0);
            QCOMPARE(comparison.interval.high, 0.0);
        }
    }

    void gradedScores() {
        std::vector<ScorePair> pairs;
        const auto random = makeSeededRandom(8);
        for (int i = 0; i < 300; ++i) {
            const double a = 0.8 * random->uniform();
            pairs.push_back({a, a + 0.2 * random->uniform() - 0.05});
        }
        const Comparison comparison = compareVersions(pairs);
        QVERIFY(!comparison.passFail);
        QVERIFY(comparison.verdict == Verdict::Better);
        QVERIFY(comparison.interval.contains(comparison.difference));
        QVERIFY2(comparison.sentence.find(" points (") != std::string::npos, comparison.sentence.c_str());
        QVERIFY2(comparison.sentence.find("(sign-flip test, p < 0.001)") != std::string::npos,
                 comparison.sentence.c_str());
        for (ScorePair& pair : pairs)
            std::swap(pair.a, pair.b);
        QVERIFY(compareVersions(pairs).verdict == Verdict::Worse);
    }

    void newcombeAloneContradictsTheTest() {
        QVERIFY(newcombeInterval({40, 1, 7, 27}).low > 0);
        QVERIFY(mcnemarExact(1, 7) > 0.05);
    }

    // The verdict, the test and the interval never contradict each other, whatever the counts.
    void intervalAndTestAgree() {
        for (std::uint64_t n = 1; n <= 40; ++n)
            for (std::uint64_t onlyA = 0; onlyA <= std::min<std::uint64_t>(n, 12); ++onlyA)
                for (std::uint64_t onlyB = 0; onlyA + onlyB <= std::min<std::uint64_t>(n, 24); ++onlyB) {
                    const std::uint64_t same = n - onlyA - onlyB;
                    const Comparison comparison = compareVersions(passFail({same / 2, onlyA, onlyB, same - same / 2}));
                    const bool shown = comparison.pValue <= 0.05;
                    QCOMPARE(shown, comparison.verdict == Verdict::Better || comparison.verdict == Verdict::Worse);
                    QVERIFY(shown || comparison.interval.contains(0));
                    QVERIFY(!shown || comparison.interval.low >= 0 || comparison.interval.high <= 0);
                }
    }

    void gradedScoresAgreeToo() {
        const auto random = makeSeededRandom(5);
        for (int round = 0; round < 300; ++round) {
            std::vector<ScorePair> pairs(4 + static_cast<std::size_t>(20 * random->uniform()));
            for (ScorePair& pair : pairs)
                pair = {0.5 * random->uniform(), 0.3 + 0.5 * random->uniform() - 0.15};
            const Comparison comparison = compareVersions(pairs, {.resamples = 500});
            QVERIFY(comparison.pValue <= 0.05 || comparison.interval.contains(0));
        }
    }

    // Three decimals would read as if it decided.
    void aProbabilityIsNotRoundedAcrossTheLevel() {
        const Comparison comparison = compareVersions(passFail({40, 1, 7, 27}), {.alpha = 0.0703});
        QVERIFY2(comparison.sentence.find("p = 0.07031; 0.0703 or less") != std::string::npos,
                 comparison.sentence.c_str());
    }

    void weightsChangeTheMeans() {
        const std::vector<ScorePair> pairs = {{1, 0, 1}, {1, 0, 1}, {0, 1, 8}, {1, 1, 2}};
        const Comparison comparison = compareVersions(pairs);
        QVERIFY(!comparison.passFail);
        QCOMPARE(comparison.meanA, 4.0 / 12);
        QCOMPARE(comparison.meanB, 10.0 / 12);
        QVERIFY(comparison.verdict == Verdict::Undecided);
    }

    // The promised number of further cases really has about the promised power.
    void announcedCasesHavePower() {
        const Comparison pilot = compareVersions(passFail({30, 3, 7, 10}));
        QVERIFY(pilot.verdict == Verdict::Undecided && pilot.moreCases);
        const auto random = makeSeededRandom(77);
        constexpr int kRounds = 400;
        int shown = 0;
        std::vector<ScorePair> pairs(50 + *pilot.moreCases);
        for (int round = 0; round < kRounds; ++round) {
            for (ScorePair& pair : pairs) {
                const double u = random->uniform();
                pair = u < 0.06 ? ScorePair{1, 0} : u < 0.20 ? ScorePair{0, 1} : ScorePair{1, 1};
            }
            shown += compareVersions(pairs).verdict == Verdict::Better ? 1 : 0;
        }
        QVERIFY2(shown > 0.70 * kRounds && shown < 0.90 * kRounds, qPrintable(QString::number(shown)));
    }

    void falseAlarmsOnPassFail_data() {
        QTest::addColumn<int>("n");
        QTest::addColumn<double>("discordant");
        for (const int n : {10, 50, 300})
            for (const double discordant : {0.05, 0.3, 0.9})
                QTest::addRow("n=%d, %.0f %% discordant", n, 100 * discordant) << n << discordant;
    }
    void falseAlarmsOnPassFail() {
        QFETCH(int, n);
        QFETCH(double, discordant);
        constexpr int kRounds = 2000;
        const double rate = falseAlarms(kRounds, static_cast<std::size_t>(n), {}, [&](Random& random) {
            const double u = random.uniform();
            return u < discordant / 2 ? ScorePair{1, 0} : u < discordant ? ScorePair{0, 1} : ScorePair{1, 1};
        });
        QVERIFY2(rate <= atMost(0.05, kRounds), qPrintable(QString::number(rate)));
    }

    void falseAlarmsOnScores_data() {
        QTest::addColumn<int>("n");
        QTest::addColumn<bool>("weighted");
        QTest::newRow("8") << 8 << false;
        QTest::newRow("40") << 40 << false;
        QTest::newRow("40, weighted") << 40 << true;
    }
    void falseAlarmsOnScores() {
        QFETCH(int, n);
        QFETCH(bool, weighted);
        constexpr int kRounds = 2000;
        const double rate = falseAlarms(kRounds, static_cast<std::size_t>(n), {.resamples = 1000}, [&](Random& random) {
            const double level = random.uniform();
            return ScorePair{level * random.uniform(), level * random.uniform(),
                             weighted && random.uniform() < 0.2 ? 5.0 : 1.0};
        });
        QVERIFY2(rate <= atMost(0.05, kRounds), qPrintable(QString::number(rate)));
    }
};

QTEST_APPLESS_MAIN(ComparisonTest)
#include "tst_comparison.moc"
