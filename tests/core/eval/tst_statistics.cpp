// SPDX-License-Identifier: Apache-2.0
//
// Each formula against a published worked example, and against brute force where n is small enough to enumerate.

#include "eval/statistics.h"

#include "base/random.h"
#include "eval/classification.h"
#include "support/printing.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

using namespace touchstone;
using namespace touchstone::eval;

namespace {

void compareTo(double actual, double expected, double tolerance) {
    QVERIFY2(std::abs(actual - expected) <= tolerance,
             qPrintable(QString("%1 is not %2 ± %3").arg(actual, 0, 'g', 9).arg(expected).arg(tolerance)));
}

double choose(std::uint64_t n, std::uint64_t k) {
    double result = 1;
    for (std::uint64_t i = 0; i < k; ++i)
        result = result * static_cast<double>(n - i) / static_cast<double>(i + 1);
    return result;
}

double binomial(std::uint64_t k, std::uint64_t n, double p) {
    return choose(n, k) * std::pow(p, static_cast<double>(k)) * std::pow(1 - p, static_cast<double>(n - k));
}

// Darwin's maize: crossed minus self-fertilised, in eighths of an inch (Fisher 1935, section 17).
const std::vector<double> kMaize = {49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48};

// The BCa interval with every one of the n^n resamples, straight from the definition.
std::vector<double> everyResampledMean(const std::vector<double>& values) {
    const std::size_t n = values.size();
    std::vector<std::size_t> indices(n, 0);
    std::vector<double> means;
    for (;;) {
        double sum = 0;
        for (const std::size_t index : indices)
            sum += values[index];
        means.push_back(sum / static_cast<double>(n));
        std::size_t place = 0;
        while (place < n && ++indices[place] == n)
            indices[place++] = 0;
        if (place == n)
            return means;
    }
}

std::vector<double> normals(Random& random, std::size_t n, double mean) {
    std::vector<double> values(n);
    for (double& value : values)
        value = mean + std::sqrt(-2 * std::log(1 - random.uniform())) * std::cos(6.283185307179586 * random.uniform());
    return values;
}

}  // namespace

class StatisticsTest : public QObject {
    Q_OBJECT

private slots:
    // Newcombe, Stat. Med. 17:857-872 (1998), table I: methods 3 and 5.
    void oneProportion_data() {
        QTest::addColumn<qulonglong>("successes");
        QTest::addColumn<qulonglong>("n");
        QTest::addColumn<double>("wilsonLow");
        QTest::addColumn<double>("wilsonHigh");
        QTest::addColumn<double>("exactLow");
        QTest::addColumn<double>("exactHigh");
        QTest::newRow("81/263") << 81ULL << 263ULL << 0.2553 << 0.3662 << 0.2527 << 0.3676;
        QTest::newRow("15/148") << 15ULL << 148ULL << 0.0624 << 0.1605 << 0.0578 << 0.1617;
        QTest::newRow("0/20") << 0ULL << 20ULL << 0.0 << 0.1611 << 0.0 << 0.1684;
        QTest::newRow("1/29") << 1ULL << 29ULL << 0.0061 << 0.1718 << 0.0009 << 0.1776;
    }
    void oneProportion() {
        QFETCH(qulonglong, successes);
        QFETCH(qulonglong, n);
        QFETCH(double, wilsonLow);
        QFETCH(double, wilsonHigh);
        QFETCH(double, exactLow);
        QFETCH(double, exactHigh);
        const Interval wilson = wilsonInterval(successes, n);
        const Interval exact = clopperPearsonInterval(successes, n);
        compareTo(wilson.low, wilsonLow, 0.00005);
        compareTo(wilson.high, wilsonHigh, 0.00005);
        compareTo(exact.low, exactLow, 0.00005);
        compareTo(exact.high, exactHigh, 0.00005);
        const Interval mirrored = clopperPearsonInterval(n - successes, n);
        compareTo(mirrored.low, 1 - exact.high, 1e-12);
        compareTo(mirrored.high, 1 - exact.low, 1e-12);
    }

    void proportionEdges() {
        for (const Interval all : {wilsonInterval(0, 0), clopperPearsonInterval(0, 0)}) {
            QCOMPARE(all.low, 0.0);
            QCOMPARE(all.high, 1.0);
        }
        QCOMPARE(wilsonInterval(7, 7).high, 1.0);
        QCOMPARE(clopperPearsonInterval(7, 7).high, 1.0);
        const Interval huge = clopperPearsonInterval(500'000, 1'000'000);
        compareTo(huge.low, 0.5 - 1.96 * 0.0005, 2e-6);
    }

    // Exact coverage by summing over every outcome: Clopper-Pearson never falls below 95 %.
    void exactCoverage() {
        for (const std::uint64_t n : {5U, 20U, 60U}) {
            for (double p = 0.02; p < 1; p += 0.035) {
                double exact = 0;
                double wilson = 0;
                for (std::uint64_t k = 0; k <= n; ++k) {
                    exact += clopperPearsonInterval(k, n).contains(p) ? binomial(k, n, p) : 0;
                    wilson += wilsonInterval(k, n).contains(p) ? binomial(k, n, p) : 0;
                }
                QVERIFY2(exact >= 0.95 - 1e-9, qPrintable(QString("n %1 p %2: %3").arg(n).arg(p).arg(exact)));
                QVERIFY2(wilson >= 0.82, qPrintable(QString("n %1 p %2: %3").arg(n).arg(p).arg(wilson)));
            }
        }
    }

    // Fagerland, Lydersen & Laake 2013 (Bentur et al. 2009, Cavo et al. 2012); Altman et al. 2000, p. 52.
    void pairedProportions_data() {
        QTest::addColumn<qulonglong>("bothPass");
        QTest::addColumn<qulonglong>("onlyA");
        QTest::addColumn<qulonglong>("onlyB");
        QTest::addColumn<qulonglong>("bothFail");
        QTest::addColumn<double>("exact");
        QTest::addColumn<double>("midP");
        QTest::addColumn<double>("low");  // of pA - pB, as printed
        QTest::addColumn<double>("high");
        QTest::addColumn<double>("tolerance");
        QTest::newRow("airway") << 1ULL << 1ULL << 7ULL << 12ULL << 0.070313 << 0.039063 << -0.507 << -0.026 << 0.0005;
        QTest::newRow("response") << 59ULL << 6ULL << 16ULL << 80ULL << 0.052479 << 0.034690 << -0.1186 << -0.0046
                                  << 0.00005;
        QTest::newRow("thallium") << 14ULL << 5ULL << 0ULL << 22ULL << 0.0625 << 0.03125 << 0.011 << 0.226 << 0.0005;
    }
    void pairedProportions() {
        QFETCH(qulonglong, bothPass);
        QFETCH(qulonglong, onlyA);
        QFETCH(qulonglong, onlyB);
        QFETCH(qulonglong, bothFail);
        QFETCH(double, exact);
        QFETCH(double, midP);
        QFETCH(double, low);
        QFETCH(double, high);
        QFETCH(double, tolerance);
        compareTo(mcnemarExact(onlyA, onlyB), exact, 0.000001);
        compareTo(mcnemarExact(onlyB, onlyA), exact, 0.000001);
        compareTo(mcnemarMidP(onlyA, onlyB), midP, 0.000001);
        const Interval interval = newcombeInterval({bothPass, onlyA, onlyB, bothFail});
        compareTo(interval.low, -high, tolerance);
        compareTo(interval.high, -low, tolerance);
        const Interval swapped = newcombeInterval({bothPass, onlyB, onlyA, bothFail});
        compareTo(swapped.low, low, tolerance);
        compareTo(swapped.high, high, tolerance);
    }

    // Every assignment of m coin tosses, counted one by one.
    void mcnemarByEnumeration() {
        for (std::uint64_t m = 0; m <= 12; ++m) {
            for (std::uint64_t onlyA = 0; onlyA <= m; ++onlyA) {
                const auto distance = [m](std::uint64_t k) { return k * 2 > m ? k * 2 - m : m - k * 2; };
                std::uint64_t asFar = 0;
                std::uint64_t equal = 0;
                for (std::uint64_t tosses = 0; tosses < (1ULL << m); ++tosses) {
                    const auto heads = static_cast<std::uint64_t>(std::popcount(tosses));
                    asFar += distance(heads) >= distance(onlyA) ? 1 : 0;
                    equal += distance(heads) == distance(onlyA) ? 1 : 0;
                }
                const double all = std::pow(2.0, static_cast<double>(m));
                compareTo(mcnemarExact(onlyA, m - onlyA), static_cast<double>(asFar) / all, 1e-12);
                const double midP = (static_cast<double>(asFar) - static_cast<double>(equal) / 2) / all;
                compareTo(mcnemarMidP(onlyA, m - onlyA), m == 0 ? 1.0 : midP, 1e-12);
            }
        }
        QCOMPARE(mcnemarExact(0, 0), 1.0);
        QVERIFY(mcnemarExact(400'000, 600'000) < 1e-300);
    }

    void newcombeEdges() {
        for (const PairedCounts counts :
             {PairedCounts{0, 0, 0, 9}, PairedCounts{9, 0, 0, 0}, PairedCounts{0, 9, 0, 0}, PairedCounts{0, 0, 9, 0},
              PairedCounts{1, 0, 0, 0}, PairedCounts{5, 0, 0, 5}, PairedCounts{400'000, 9, 200'000, 7}}) {
            const Interval interval = newcombeInterval(counts);
            const double difference = (static_cast<double>(counts.onlyB) - static_cast<double>(counts.onlyA)) /
                                      static_cast<double>(counts.total());
            QVERIFY(interval.contains(difference));
            QVERIFY(interval.low >= -1 && interval.high <= 1);
        }
    }

    // Newcombe's interval over simulated pairs stays near 95 %.
    void newcombeCoverage() {
        const auto random = makeSeededRandom(11);
        int covered = 0;
        constexpr int kRounds = 4000;
        for (int round = 0; round < kRounds; ++round) {
            PairedCounts counts;
            for (int i = 0; i < 60; ++i) {
                const double u = random->uniform();
                ++(u < 0.55 ? counts.bothPass : u < 0.62 ? counts.onlyA : u < 0.80 ? counts.onlyB : counts.bothFail);
            }
            covered += newcombeInterval(counts).contains(0.11) ? 1 : 0;
        }
        compareTo(static_cast<double>(covered) / kRounds, 0.955, 0.015);
    }

    // Fisher 1935, section 21: 1,726 of the 32,768 assignments.
    void signFlipOnDarwinsMaize() {
        compareTo(signFlipTest(kMaize), 1726.0 / 32768.0, 1e-12);
        QCOMPARE(signFlipTest({}), 1.0);
        QCOMPARE(signFlipTest(std::vector<double>{0, 0, 0}), 1.0);
        QCOMPARE(signFlipTest(std::vector<double>{0.25}), 1.0);
        QCOMPARE(signFlipTest(std::vector<double>{0.1, 0.1, 0.1}), 0.25);
    }

    void signFlipEqualsMcnemarOnPassFail() {
        std::vector<double> differences(14, 1.0);
        for (std::size_t i = 0; i < 3; ++i)
            differences[i] = -1;
        compareTo(signFlipTest(differences), mcnemarExact(3, 11), 1e-12);
        differences.resize(40, 1.0);
        differences[20] = differences[30] = 0;
        compareTo(signFlipTest(differences, 200'000), mcnemarExact(3, 35), 0.0001);
        std::fill_n(differences.begin(), 12, -1.0);
        compareTo(signFlipTest(differences, 200'000), mcnemarExact(12, 26), 0.002);
    }

    void bootstrapAgainstEveryResample_data() {
        QTest::addColumn<QList<double>>("sample");
        QTest::newRow("skewed") << QList<double>{0, 0, 0.1, 0.2, 0.9};
        QTest::newRow("even") << QList<double>{-0.3, -0.1, 0, 0.1, 0.3};
        QTest::newRow("six") << QList<double>{0.5, -0.25, 0.75, 0.125, 0, 0.3};
    }
    void bootstrapAgainstEveryResample() {
        QFETCH(QList<double>, sample);
        const std::vector<double> values(sample.begin(), sample.end());
        const auto n = static_cast<double>(values.size());
        const double mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
        double squares = 0;
        double cubes = 0;
        for (const double value : values) {  // for a mean, the jackknife's deviations are (value - mean) / (n - 1)
            squares += std::pow((value - mean) / (n - 1), 2);
            cubes += std::pow((value - mean) / (n - 1), 3);
        }
        const double acceleration = cubes / (6 * std::pow(squares, 1.5));
        const std::vector<double> means = everyResampledMean(values);
        double below = 0;
        for (const double each : means)
            below += each < mean - 1e-12 ? 1 : each <= mean + 1e-12 ? 0.5 : 0;
        const auto cdf = [](double z) { return 0.5 * std::erfc(-z / std::sqrt(2.0)); };
        double bias = 0;
        for (double step = 4; step > 1e-12; step /= 2)  // inverts the distribution function by bisection
            bias += cdf(bias) < below / static_cast<double>(means.size()) ? step : -step;
        const auto limit = [&](double z) {
            return quantile(means, cdf(bias + (bias + z) / (1 - acceleration * (bias + z))));
        };
        const Interval interval = bootstrapInterval(values, {}, {.resamples = 200'000});
        compareTo(interval.low, limit(-1.959964), 0.011);
        compareTo(interval.high, limit(1.959964), 0.011);
    }

    void bootstrapRepeatsAndScales() {
        const auto random = makeSeededRandom(3);
        const std::vector<double> values = normals(*random, 200, 0.5);
        const Interval once = bootstrapInterval(values);
        const Interval again = bootstrapInterval(values);
        QCOMPARE(once.low, again.low);
        QCOMPARE(once.high, again.high);
        const std::vector<double> weights(values.size(), 2.5);
        const Interval weighted = bootstrapInterval(values, weights);
        compareTo(weighted.low, once.low, 1e-9);
        compareTo(weighted.high, once.high, 1e-9);
        // For a normal sample the interval is close to that of Student.
        const double mean = std::accumulate(values.begin(), values.end(), 0.0) / 200;
        double squares = 0;
        for (const double value : values)
            squares += (value - mean) * (value - mean);
        const double error = std::sqrt(squares / 199 / 200);
        compareTo(once.low, mean - 1.96 * error, 0.1 * error);
        compareTo(once.high, mean + 1.96 * error, 0.1 * error);
        const std::vector<double> same(5, 0.25);
        QCOMPARE(bootstrapInterval(same).low, 0.25);
        QCOMPARE(bootstrapInterval(same).high, 0.25);
        QCOMPARE(bootstrapInterval(std::vector<double>{0.5}).high, 0.5);
    }

    // A heavy case dominates the weighted mean; the interval follows it.
    void bootstrapWeights() {
        const std::vector<double> values = {0, 0, 0, 0, 1, 1, 1, 1};
        const std::vector<double> weights = {1, 1, 1, 1, 9, 9, 9, 9};
        const Interval interval = bootstrapInterval(values, weights);
        QVERIFY(interval.contains(0.9));
        QVERIFY(interval.low > bootstrapInterval(values).low);
    }

    void bootstrapCoverage() {
        const auto random = makeSeededRandom(5);
        int normal = 0;
        int skewed = 0;
        constexpr int kRounds = 1000;
        for (int round = 0; round < kRounds; ++round) {
            std::vector<double> values = normals(*random, 50, 0.2);
            const BootstrapOptions options{.resamples = 1000, .seed = static_cast<std::uint64_t>(round)};
            normal += bootstrapInterval(values, {}, options).contains(0.2) ? 1 : 0;
            for (double& value : values)
                value = random->uniform() < 0.3 ? random->uniform() : 0;
            skewed += bootstrapInterval(values, {}, options).contains(0.15) ? 1 : 0;
        }
        compareTo(normal / static_cast<double>(kRounds), 0.95, 0.025);
        compareTo(skewed / static_cast<double>(kRounds), 0.95, 0.03);
    }

    // Connett, Smith & McHugh's formula by hand: discordant 0.3, difference 0.1.
    void pairsForPowerByHand() {
        const double expected = std::pow(1.959964 * std::sqrt(0.3) + 0.841621 * std::sqrt(0.29), 2) / 0.01;
        compareTo(pairsForPower(0.1, 0.3), expected, 0.01);
        compareTo(pairsForPower(-0.1, 0.3), expected, 0.01);
    }

    // NumPy: numpy.quantile([15, 20, 35, 40, 50], [0, .05, .4, .5, .95, 1]).
    void quantiles() {
        const std::vector<double> values = {40, 15, 50, 20, 35};
        compareTo(quantile(values, 0), 15, 1e-12);
        compareTo(quantile(values, 0.05), 16, 1e-12);
        compareTo(quantile(values, 0.4), 29, 1e-12);
        compareTo(quantile(values, 0.5), 35, 1e-12);
        compareTo(quantile(values, 0.95), 48, 1e-12);
        compareTo(quantile(values, 1), 50, 1e-12);
        compareTo(quantile(std::vector<double>{7}, 0.95), 7, 0);
        QVERIFY(std::isnan(quantile({}, 0.5)));
    }

    // scikit-learn's guide: y_true = cat ant cat cat ant bird, y_pred = ant ant cat cat ant cat.
    void classification() {
        const std::vector<LabelPair> pairs = {{"cat", "ant"}, {"ant", "ant"}, {"cat", "cat"},
                                              {"cat", "cat"}, {"ant", "ant"}, {"bird", "cat"}};
        const ClassificationReport report = classify(pairs);
        QCOMPARE(report.labels.size(), std::size_t{3});
        const std::uint64_t matrix[3][4] = {{2, 0, 0, 0}, {0, 0, 1, 0}, {1, 0, 2, 0}};
        for (std::size_t row = 0; row < 3; ++row)
            for (std::size_t column = 0; column < 4; ++column)
                QCOMPARE(report.count(row, column), matrix[row][column]);
        compareTo(report.accuracy, 4.0 / 6, 1e-12);
        compareTo(report.labels[0].precision, 2.0 / 3, 1e-12);
        compareTo(report.labels[0].recall, 1, 1e-12);
        compareTo(report.labels[0].f1, 0.8, 1e-12);
        compareTo(report.labels[1].f1, 0, 1e-12);
        compareTo(report.labels[2].f1, 2.0 / 3, 1e-12);
        compareTo(report.macroF1, (0.8 + 2.0 / 3) / 3, 1e-12);
    }

    void classificationPoolsUnknownAnswers() {
        const std::vector<LabelPair> pairs = {{"yes", "yes"}, {"yes", "I think so"}, {"no", "hmm"}, {"no", ""}};
        const ClassificationReport report = classify(pairs);
        QCOMPARE(report.labels.size(), std::size_t{2});
        QCOMPARE(report.count(0, 2), std::uint64_t{2});  // "no" answered with none of the labels
        QCOMPARE(report.count(1, 2), std::uint64_t{1});
        QCOMPARE(report.correct, std::uint64_t{1});
        compareTo(report.labels[1].precision, 1, 1e-12);
        const ClassificationReport empty = classify({});
        QCOMPARE(empty.accuracy, 0.0);
        QCOMPARE(empty.macroF1, 0.0);
    }
};

QTEST_APPLESS_MAIN(StatisticsTest)
#include "tst_statistics.moc"
