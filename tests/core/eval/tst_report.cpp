// SPDX-License-Identifier: Apache-2.0
//
// A report's figures against ones worked out by hand, and its two forms.

#include <QTest>
#include <QXmlStreamReader>

#include "support/printing.h"

#include "eval/report.h"

#include "eval/csv.h"

using namespace touchstone;
using namespace touchstone::eval;
using namespace std::chrono_literals;

namespace {

std::shared_ptr<Dataset> datasetOf(const std::vector<std::string>& expected) {
    auto dataset = std::make_shared<Dataset>();
    for (const std::string& label : expected) {
        Case testCase;
        testCase.input = {{"ticket", "about " + label}};
        testCase.expected = label;
        dataset->cases.push_back(std::move(testCase));
    }
    return dataset;
}

Experiment experimentOf(std::size_t contestants) {
    Experiment experiment;
    experiment.id = ExperimentId("0123456789abcdef0123456789abcdef");
    experiment.spec.workflow = "desk";
    experiment.spec.datasetName = "tickets";
    experiment.spec.scorers = Json::parse(R"([{"type": "label"}])");
    for (std::size_t i = 0; i < contestants; ++i)
        experiment.spec.contestants.push_back({VersionId("v"), "v" + std::to_string(i + 1)});
    return experiment;
}

CaseResult resultOf(std::size_t contestant, std::size_t caseIndex, std::string output, double score) {
    CaseResult result;
    result.contestant = contestant;
    result.caseIndex = caseIndex;
    result.status = trace::Status::Ok;
    result.output = std::move(output);
    result.scores = {{"label", score, score >= 0.5, "because"}};
    result.score = score;
    result.passed = score >= 0.5;
    result.latency = 10ms;
    result.cost = Money::fromPicodollars(1'000'000);
    return result;
}

}  // namespace

class TestReport : public QObject {
    Q_OBJECT

private slots:
    void figuresOfOneContestant();
    void casesNobodyScoredDoNotCount();
    void sameAnswersShowNoDifference();
    void casesNeitherCouldRunSayNothing();
    void hugeWeightsKeepTheMeanFinite();
    void whoNeverAnsweredIsNotJudged();
    void comparisonPairsCases();
    void unfinishedExperiment();
    void jsonHoldsTheFigures();
    void htmlIsWellFormed();
    void htmlEscapesHostileText_data();
    void htmlEscapesHostileText();
    void htmlRefersToNothingOutside();
    void confusionsAreInJson();
    void confusionsAreInHtml_data();
    void confusionsAreInHtml();
    void meansHaveIntervals_data();
    void meansHaveIntervals();
    void csvHoldsRawValues();
};

void TestReport::figuresOfOneContestant() {
    auto dataset = datasetOf({"a", "a", "b", "b"});
    dataset->cases[3].weight = 3;
    std::vector<CaseResult> results = {resultOf(0, 0, "a", 1), resultOf(0, 1, "b", 0), resultOf(0, 2, "b", 1),
                                       resultOf(0, 3, "", 0)};
    results[0].latency = 10ms;
    results[1].latency = 20ms;
    results[2].latency = 30ms;
    results[3].latency = 40ms;
    results[1].status = trace::Status::Invalid;
    results[3].status = trace::Status::Failed;
    results[3].cost.reset();
    results[2].fellBack = "large: no key";
    const Report report = makeReport(experimentOf(1), dataset, results);
    QCOMPARE(report.contestants.size(), std::size_t(1));
    const ContestantReport& figures = report.contestants.front();
    QCOMPARE(figures.label, std::string("v1"));
    QCOMPARE(figures.cases, std::size_t(4));
    QCOMPARE(figures.passed, std::size_t(2));
    QCOMPARE(figures.meanScore, 2.0 / 6.0);  // (1 + 0 + 1 + 3 × 0) / (1 + 1 + 1 + 3)
    QCOMPARE(figures.scorerMeans.size(), std::size_t(1));
    QCOMPARE(figures.scorerMeans[0].second, 2.0 / 6.0);
    QCOMPARE(figures.invalid, std::size_t(1));
    QCOMPARE(figures.failed, std::size_t(1));
    QCOMPARE(figures.blocked, std::size_t(0));
    QCOMPARE(figures.fellBack, std::size_t(1));
    QCOMPARE(figures.whyItFellBack, std::string("large: no key"));
    QCOMPARE(integerAt(toJson(report)["contestants"][0], "fell_back"), std::int64_t(1));
    QVERIFY(toHtml(report).find("v1 fell back on 1 of 4 cases, because large: no key") != std::string::npos);
    QVERIFY(figures.p50 == 25ms);
    QVERIFY(figures.p95 == 38500us);  // 30 + 0.85 × 10
    QCOMPARE(figures.cost.picodollars(), std::int64_t(3'000'000));
    QCOMPARE(figures.costUnknown, std::size_t(1));
    QVERIFY(figures.classification.has_value());
    QCOMPARE(figures.classification->accuracy, 0.5);
    QCOMPARE(figures.classification->labels.size(), std::size_t(2));
    // a: precision 1/1, recall 1/2, F1 2/3; b: precision 1/2, recall 1/2, F1 1/2
    QCOMPARE(figures.classification->macroF1, (2.0 / 3.0 + 0.5) / 2);
    QVERIFY(report.comparisons.empty());
}

void TestReport::casesNobodyScoredDoNotCount() {
    auto results = std::vector<CaseResult>{resultOf(0, 0, "a", 1), resultOf(0, 1, "whatever", 0)};
    results[1].scores.clear();
    results[1].passed = true;
    const Report report = makeReport(experimentOf(1), datasetOf({"a", "b"}), results);
    QCOMPARE(report.contestants[0].cases, std::size_t(2));
    QCOMPARE(report.contestants[0].meanScore, 1.0);
}

void TestReport::sameAnswersShowNoDifference() {
    std::vector<CaseResult> results;
    std::vector<std::string> labels;
    for (std::size_t contestant = 0; contestant < 3; ++contestant)
        for (std::size_t i = 0; i < 40; ++i)
            results.push_back(resultOf(contestant, i, "a", i % 3 == 0 ? 0 : 1));
    labels.assign(40, "a");
    const Report report = makeReport(experimentOf(3), datasetOf(labels), results);
    QCOMPARE(report.comparisons.size(), std::size_t(2));
    for (const ContestantComparison& comparison : report.comparisons)
        for (const MeasureComparison& measure : comparison.measures) {
            QVERIFY(measure.comparison.verdict == Verdict::NoDifferenceShown);
            QCOMPARE(measure.comparison.difference, 0.0);
            QCOMPARE(measure.comparison.ties, std::uint64_t(40));
        }
}

void TestReport::hugeWeightsKeepTheMeanFinite() {
    auto dataset = datasetOf({"a", "a", "a"});
    for (Case& testCase : dataset->cases)
        testCase.weight = 1e308;
    std::vector<CaseResult> results;
    for (std::size_t contestant = 0; contestant < 2; ++contestant)
        for (std::size_t i = 0; i < 3; ++i)
            results.push_back(resultOf(contestant, i, "a", i == 0 ? 1 : 0));
    const Report report = makeReport(experimentOf(2), dataset, results);
    QCOMPARE(report.contestants[0].meanScore, 1.0 / 3.0);
    QCOMPARE(report.contestants[0].scorerMeans[0].second, 1.0 / 3.0);
    QCOMPARE(report.comparisons[0].measures[0].comparison.meanB, 1.0 / 3.0);
}

void TestReport::whoNeverAnsweredIsNotJudged() {
    std::vector<CaseResult> results;
    for (std::size_t contestant = 0; contestant < 3; ++contestant)
        for (std::size_t i = 0; i < 20; ++i) {
            results.push_back(resultOf(contestant, i, contestant == 1 ? "" : "a", contestant == 1 ? 0 : 1));
            if (contestant == 1) {
                results.back().status = touchstone::trace::Status::Failed;
                results.back().error = "no API key";
            }
        }
    const Report report = makeReport(experimentOf(3), datasetOf(std::vector<std::string>(20, "a")), results);
    QVERIFY(report.contestants[1].neverAnswered() && !report.contestants[2].neverAnswered());
    QVERIFY(!report.contestants[1].classification.has_value() && report.contestants[2].classification.has_value());
    QCOMPARE(report.comparisons[0].measures.size(), std::size_t(1));
    const Comparison& none = report.comparisons[0].measures[0].comparison;
    QCOMPARE(none.sentence, std::string("v2 never answered: no API key"));
    QVERIFY(none.verdict == Verdict::Undecided && none.n == 0 && !none.moreCases);
    QCOMPARE(report.comparisons[1].measures[0].comparison.n, std::uint64_t(20));
    QVERIFY(toHtml(report).find("v2 never answered: no API key") != std::string::npos);
}

void TestReport::casesNeitherCouldRunSayNothing() {
    std::vector<CaseResult> results;
    for (std::size_t contestant = 0; contestant < 2; ++contestant)
        for (std::size_t i = 0; i < 20; ++i) {
            results.push_back(resultOf(contestant, i, "", 0));
            results.back().status = touchstone::trace::Status::Failed;
        }
    const Report report = makeReport(experimentOf(2), datasetOf(std::vector<std::string>(20, "a")), results);
    QCOMPARE(report.comparisons[0].measures[0].comparison.n, std::uint64_t(0));
    QVERIFY(report.comparisons[0].measures[0].comparison.verdict == Verdict::Undecided);
}

void TestReport::comparisonPairsCases() {
    std::vector<CaseResult> results;
    for (std::size_t i = 0; i < 20; ++i)
        results.push_back(resultOf(0, i, "b", 0));
    for (std::size_t i = 0; i < 20; ++i)
        results.push_back(resultOf(1, i, "a", i < 18 ? 1 : 0));
    const Report report = makeReport(experimentOf(2), datasetOf(std::vector<std::string>(20, "a")), results);
    QCOMPARE(report.comparisons.size(), std::size_t(1));
    QCOMPARE(report.comparisons[0].contestant, std::size_t(1));
    QCOMPARE(report.comparisons[0].measures[0].measure, std::string("score"));
    QCOMPARE(report.comparisons[0].measures[1].measure, std::string("label"));
    const Comparison& comparison = report.comparisons[0].measures[0].comparison;
    QCOMPARE(comparison.n, std::uint64_t(20));
    QCOMPARE(comparison.wins, std::uint64_t(18));
    QCOMPARE(comparison.ties, std::uint64_t(2));
    QCOMPARE(comparison.difference, 0.9);
    QVERIFY(comparison.verdict == Verdict::Better);
    QVERIFY(comparison.sentence.find("v2") != std::string::npos);
}

void TestReport::unfinishedExperiment() {
    // The second contestant has answered one case only, the third none.
    const Report report = makeReport(experimentOf(3), datasetOf({"a", "b"}),
                                     {resultOf(0, 0, "a", 1), resultOf(0, 1, "b", 1), resultOf(1, 1, "b", 1)});
    QCOMPARE(report.contestants[1].cases, std::size_t(1));
    QCOMPARE(report.comparisons[0].measures[0].comparison.n, std::uint64_t(1));
    QCOMPARE(report.contestants[2].cases, std::size_t(0));
    QCOMPARE(report.comparisons[1].measures[0].comparison.n, std::uint64_t(0));
    QVERIFY(report.comparisons[1].measures[0].comparison.verdict == Verdict::Undecided);
    QVERIFY(!toHtml(report).empty());
}

void TestReport::jsonHoldsTheFigures() {
    const Json json = toJson(
        makeReport(experimentOf(2), datasetOf({"a", "b"}),
                   {resultOf(0, 0, "a", 1), resultOf(0, 1, "b", 1), resultOf(1, 0, "a", 1), resultOf(1, 1, "a", 0)}));
    VERIFY_OK(parseJson(toText(json)));
    QCOMPARE(stringAt(json, "experiment").size(), std::size_t(32));
    const auto at = [&json](const char* pointer) {
        const Json* value = resolvePointer(json, pointer);
        return value ? toText(*value) : std::string("nothing");
    };
    QCOMPARE(at("/dataset/cases"), std::string("2"));
    QCOMPARE(at("/contestants/1/score"), std::string("0.5"));
    QCOMPARE(at("/contestants/1/scorers/label"), std::string("0.5"));
    QCOMPARE(at("/contestants/1/classification/accuracy"), std::string("0.5"));
    QCOMPARE(at("/contestants/0/p50_ms"), std::string("10.0"));
    QCOMPARE(at("/contestants/0/cost_usd"), std::string("\"0.000002\""));
    QCOMPARE(at("/comparisons/0/measures/score/difference"), std::string("-0.5"));
    QCOMPARE(at("/comparisons/0/measures/score/losses"), std::string("1"));
    QCOMPARE(json["results"].size(), std::size_t(4));
    QCOMPARE(at("/results/3/scores/0/reason"), std::string("\"because\""));
}

void TestReport::htmlIsWellFormed() {
    const std::string html =
        toHtml(makeReport(experimentOf(2), datasetOf({"a", "b"}),
                          {resultOf(0, 0, "a", 1), resultOf(0, 1, "b", 1), resultOf(1, 0, "a", 1)}));
    QXmlStreamReader reader(QByteArray::fromStdString(html));
    while (!reader.atEnd())
        reader.readNext();
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString() + QString::number(reader.lineNumber())));
    QVERIFY(html.find("<pre>a</pre>") != std::string::npos);
    QVERIFY(html.find("the test named in a sentence decides it") != std::string::npos);
}

void TestReport::htmlEscapesHostileText_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("script") << QByteArray("<script>alert(1)</script>");
    QTest::newRow("attribute") << QByteArray("\" onload=\"alert(1)\" x='");
    QTest::newRow("end of a block") << QByteArray("</pre></td></table></style><img src=x>");
    QTest::newRow("entity") << QByteArray("&lt;&#x3c;&amp;");
    QTest::newRow("comment") << QByteArray("--> <!-- ]]>");
    QTest::newRow("control characters") << QByteArray("a\x01\x1b[31m\x0c z");
    QTest::newRow("format fields") << QByteArray("{} {0} {:x} {{");
}

// The text stands in every place that text can come from, and reads back from each as it was.
void TestReport::htmlEscapesHostileText() {
    QFETCH(QByteArray, text);
    const std::string hostile = text.toStdString();
    auto dataset = datasetOf({hostile, hostile});
    dataset->cases[0].name = hostile;
    Experiment experiment = experimentOf(2);
    experiment.spec.workflow = hostile;
    experiment.spec.datasetName = hostile;
    experiment.spec.contestants[1].label = hostile;
    CaseResult bad = resultOf(1, 0, hostile, 0);
    bad.scores[0].scorer = hostile;
    bad.scores[0].reason = hostile;
    bad.error = hostile;
    const std::string html = toHtml(makeReport(experiment, dataset, {resultOf(0, 0, hostile, 1), bad}));
    QXmlStreamReader reader(QByteArray::fromStdString(html));
    QString all;
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement()) {
            QVERIFY2(reader.name() != QStringLiteral("script") && reader.name() != QStringLiteral("img"), "injected");
            QVERIFY(!reader.attributes().hasAttribute(QStringLiteral("onload")));
        }
        if (reader.isCharacters())
            all += reader.text();
    }
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    QString shown = QString::fromUtf8(text);
    for (QChar& c : shown)
        if (c < QLatin1Char(' '))
            c = QChar::ReplacementCharacter;
    QVERIFY2(all.count(shown) >= 8, qPrintable(QString::number(all.count(shown))));
}

void TestReport::confusionsAreInJson() {
    const Json json = toJson(makeReport(
        experimentOf(1), datasetOf({"b", "a", "b", "a"}),
        {resultOf(0, 0, "a", 0), resultOf(0, 1, "a", 1), resultOf(0, 2, "a", 0), resultOf(0, 3, "neither", 0)}));
    const Json& classification = json.at("contestants").at(0).at("classification");
    QCOMPARE(toText(classification.at("labels").at(0)),
             std::string(R"({"label":"a","support":2,"predicted":3,"correct":1,"precision":0.3333333333333333,)"
                         R"("recall":0.5,"f1":0.4})"));
    QCOMPARE(toText(classification.at("confusion")), std::string(R"([{"expected":"a","actual":"a","count":1},)"
                                                                 R"({"expected":"a","actual":null,"count":1},)"
                                                                 R"({"expected":"b","actual":"a","count":2}])"));
}

void TestReport::confusionsAreInHtml_data() {
    QTest::addColumn<int>("labels");
    QTest::addColumn<QByteArray>("shown");
    QTest::newRow("few: the matrix")
        << 2 << QByteArray("<tr><td>label 01</td><td class=\"n miss\">3</td><td class=\"n\"></td></tr>");
    QTest::newRow("many: the worst") << 77
                                     << QByteArray("<tr><td>label 01</td><td>label 00</td><td class=\"n\">3</td></tr>");
}

// Everything is right but label 01, which is always taken for label 00.
void TestReport::confusionsAreInHtml() {
    QFETCH(int, labels);
    QFETCH(QByteArray, shown);
    std::vector<std::string> expected;
    for (int i = 0; i < labels * 3; ++i)
        expected.push_back(QStringLiteral("label %1").arg(i / 3, 2, 10, QLatin1Char('0')).toStdString());
    std::vector<CaseResult> results;
    for (std::size_t i = 0; i < expected.size(); ++i)
        results.push_back(resultOf(0, i, expected[i] == "label 01" ? "label 00" : expected[i], 1));
    const std::string html = toHtml(makeReport(experimentOf(1), datasetOf(expected), results));
    QVERIFY2(html.find(shown.toStdString()) != std::string::npos, html.c_str());
    QVERIFY(html.find("<tr><td>label 00</td><td class=\"n\">3</td><td class=\"n\">6</td><td class=\"n\">3</td>"
                      "<td class=\"n\">0.500</td><td class=\"n\">1.000</td><td class=\"n\">0.667</td></tr>") !=
            std::string::npos);
    QXmlStreamReader reader(QByteArray::fromStdString(html));
    while (!reader.atEnd())
        reader.readNext();
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
}

void TestReport::htmlRefersToNothingOutside() {
    const std::string html = toHtml(makeReport(experimentOf(1), datasetOf({"a"}), {resultOf(0, 0, "a", 1)}));
    for (const char* reference : {"src=", "href=", "url(", "@import", "http://", "https://", "<script", "<link"})
        QVERIFY2(html.find(reference) == std::string::npos, reference);
    QVERIFY(html.find("default-src 'none'") != std::string::npos);
}

void TestReport::meansHaveIntervals_data() {
    QTest::addColumn<int>("cases");
    QTest::addColumn<bool>("graded");
    QTest::newRow("pass or fail") << 40 << false;
    QTest::newRow("few graded") << 40 << true;
    QTest::newRow("many graded") << 4000 << true;
}

void TestReport::meansHaveIntervals() {
    QFETCH(int, cases);
    QFETCH(bool, graded);
    std::vector<CaseResult> results;
    for (int i = 0; i < cases; ++i)
        results.push_back(resultOf(0, static_cast<std::size_t>(i), "a", graded ? (i % 4) / 4.0 : i % 2));
    const std::vector<std::string> labels(static_cast<std::size_t>(cases), "a");
    const Report report = makeReport(experimentOf(1), datasetOf(labels), results);
    const ContestantReport& figures = report.contestants.front();
    QVERIFY(figures.meanInterval.has_value());
    QVERIFY(figures.meanInterval->contains(figures.meanScore));
    // About 1.96 standard errors at either side.
    const double deviation = graded ? 0.2795 : 0.5;
    const double expected = 1.96 * deviation / std::sqrt(cases);
    QVERIFY(std::abs(figures.meanInterval->halfWidth() - expected) < expected * 0.15);
    for (CaseResult& result : results)
        result.scores.clear();
    QVERIFY(!makeReport(experimentOf(1), datasetOf(labels), results).contestants.front().meanInterval);
}

void TestReport::csvHoldsRawValues() {
    auto dataset = datasetOf({"a", "b"});
    dataset->cases[0].name = "first, of two";
    dataset->cases[0].tags = {"x", "y"};
    CaseResult awkward = resultOf(1, 0, "said \"a\",\nthen b", 0.25);
    awkward.tier = "small";
    const std::string csv = toCsv(makeReport(experimentOf(2), dataset, {resultOf(0, 0, "a", 1), awkward}));
    CsvReader reader(csv);
    CsvRow row;
    QVERIFY(reader.next(row));
    QCOMPARE(row.cells.size(), std::size_t(4 + 2 * 8));
    QCOMPARE(row.cells[12], std::string("v2 output"));
    QVERIFY(reader.next(row));
    QCOMPARE(row.cells.size(), std::size_t(4 + 2 * 8));
    QCOMPARE(row.cells[0], std::string("first, of two"));
    QCOMPARE(row.cells[1], std::string("x y"));
    QCOMPARE(row.cells[12], awkward.output);
    QCOMPARE(row.cells[13], std::string("0.25"));
    QCOMPARE(row.cells[16], std::string("10"));
    QCOMPARE(row.cells[18], std::string("small"));
    QVERIFY(reader.next(row));
    QCOMPARE(row.cells[0], std::string("case 2"));
    QCOMPARE(row.cells.size(), std::size_t(4 + 2 * 8));
    QVERIFY(row.cells[12].empty());
    QVERIFY(!reader.next(row));
}

QTEST_GUILESS_MAIN(TestReport)
#include "tst_report.moc"
