// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is known of the cases of a comparison: filters, order, search, differences, words.

#include "uicompare/compare_model.h"

#include "answer_text.h"
#include "flat_cases.h"
#include "head_words.h"
#include "synthetic_report.h"

#include "ui/gui_test.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace touchstone;
using namespace touchstone::test;
using namespace touchstone::ui;

namespace {

// Five cases × three versions: v2 is better, worse, the same, not run; v3 differs in the last only, which is an error.
std::shared_ptr<const eval::Report> smallReport() {
    auto dataset = std::make_shared<eval::Dataset>();
    for (const char* name : {"better-10", "worse-9", "same", "", "broken"})
        dataset->cases.push_back({name, {{"text", std::string("about ") + name}}, Json("right"), {}});
    dataset->cases[0].tags = {"billing"};
    dataset->cases[2].tags = {"billing", "late"};
    std::vector<eval::CaseResult> results = {result(0, 0, 0, "x"),
                                             result(0, 1, 1, "y"),
                                             result(0, 2, 1, R"({"a":1,"b":2})"),
                                             result(0, 3, 1, "w"),
                                             result(0, 4, 1, "z"),
                                             result(1, 0, 1, "right"),
                                             result(1, 1, 0, "wrong"),
                                             result(1, 2, 1, R"({"b":2,"a":1.0})"),
                                             result(1, 4, 1, "z"),
                                             result(2, 0, 0, "x"),
                                             result(2, 1, 1, "y"),
                                             result(2, 2, 1, R"({"a":1,"b":2})"),
                                             result(2, 3, 1, "w"),
                                             result(2, 4, 0, "")};
    results.back().status = trace::Status::Failed;
    results.back().error = "no key for large";
    return std::make_shared<const eval::Report>(eval::makeReport(experimentOf(3, true), dataset, results));
}

std::shared_ptr<const ComparedCases> smallCases() {
    return std::make_shared<const ComparedCases>(smallReport());
}

QList<int> shownBy(const CaseArrangement& arrangement) {
    const std::vector<int> rows = smallCases()->arrange(arrangement);
    return {rows.begin(), rows.end()};
}

}  // namespace

class ComparedCasesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void modelsAreSound() {
        CompareModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        CompareFilter filter(model);
        QAbstractItemModelTester filterTester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setCases(smallCases());
        QCOMPARE(model.rowCount(), 5);
        QCOMPARE(model.columnCount(), 5);
        QCOMPARE(model.index(3, CompareModel::CaseColumn).data().toString(), QStringLiteral("case 4"));
        QCOMPARE(model.index(0, CompareModel::ExpectedColumn).data().toString(), QStringLiteral("right"));
        QCOMPARE(model.index(4, CompareModel::columnOf(2)).data().toString(), QStringLiteral("no key for large"));
        QVERIFY(!model.index(3, CompareModel::columnOf(1)).data().isValid());
        QVERIFY(model.index(3, CompareModel::columnOf(1))
                    .data(Qt::AccessibleTextRole)
                    .toString()
                    .contains(QStringLiteral("not run")));
        QCOMPARE(model.headerData(CompareModel::columnOf(2), Qt::Horizontal, Qt::DisplayRole).toString(),
                 QStringLiteral("draft"));
        filter.arrange({CaseShow::Different});
        QCOMPARE(filter.rowCount(), 3);
        QCOMPARE(filter.mapToSource(filter.index(2, 0)).row(), 4);
        QVERIFY(!filter.mapFromSource(model.index(2, 0)).isValid());
        FlatCases flat(model.cases(), {0, 4}, {0, 1, 2});
        QAbstractItemModelTester flatTester(&flat, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setCases(nullptr);
        QCOMPARE(filter.rowCount(), 0);
    }

    void filters_data() {
        QTest::addColumn<int>("show");
        QTest::addColumn<QList<int>>("cases");
        QTest::newRow("all") << int(CaseShow::All) << QList<int>{0, 1, 2, 3, 4};
        QTest::newRow("failures") << int(CaseShow::Failures) << QList<int>{0, 1, 4};
        QTest::newRow("passes") << int(CaseShow::Passes) << QList<int>{2, 3};
        QTest::newRow("errors") << int(CaseShow::Errors) << QList<int>{4};
        QTest::newRow("different") << int(CaseShow::Different) << QList<int>{0, 1, 4};
        QTest::newRow("better") << int(CaseShow::Better) << QList<int>{0};
        QTest::newRow("worse") << int(CaseShow::Worse) << QList<int>{1, 4};
    }
    void filters() {
        QFETCH(int, show);
        QTEST(shownBy({static_cast<CaseShow>(show)}), "cases");
    }

    void sorts_data() {
        QTest::addColumn<int>("sort");
        QTest::addColumn<int>("contestant");
        QTest::addColumn<bool>("descending");
        QTest::addColumn<QList<int>>("cases");
        QTest::newRow("name, numbers as numbers") << int(CaseSort::Name) << 0 << false << QList<int>{0, 4, 3, 2, 1};
        QTest::newRow("score") << int(CaseSort::Score) << 1 << false << QList<int>{1, 0, 2, 4, 3};
        QTest::newRow("score down, missing last") << int(CaseSort::Score) << 1 << true << QList<int>{0, 2, 4, 1, 3};
        QTest::newRow("change") << int(CaseSort::Change) << 1 << false << QList<int>{1, 2, 4, 0, 3};
        QTest::newRow("dataset") << int(CaseSort::Dataset) << 0 << true << QList<int>{4, 3, 2, 1, 0};
    }
    void sorts() {
        QFETCH(int, sort);
        QFETCH(int, contestant);
        QFETCH(bool, descending);
        CaseArrangement by;
        by.sort = static_cast<CaseSort>(sort);
        by.contestant = static_cast<std::size_t>(contestant);
        by.descending = descending;
        QTEST(shownBy(by), "cases");
    }

    void tagsAndWordsNarrow() {
        const auto cases = smallCases();
        QCOMPARE(cases->tags().size(), std::size_t(2));
        QCOMPARE(shownBy({CaseShow::All, {"late"}}), QList<int>{2});
        QCOMPARE(shownBy({CaseShow::All, {"late", "billing"}}), (QList<int>{0, 2}));
        const auto found = [&](std::string_view text) {
            CaseArrangement by;
            by.matches = std::make_shared<const CaseSet>(cases->search(text, {}));
            return shownBy(by);
        };
        QCOMPARE(found("ABOUT"), (QList<int>{0, 1, 2, 3, 4}));
        QCOMPARE(found("Wrong"), QList<int>{1});
        QCOMPARE(found("no key"), QList<int>{4});
        QCOMPARE(found("nowhere"), QList<int>{});
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(cases->search("x", stop.get_token()).empty());
    }

    void jsonIsTheSameWhateverItsOrder() {
        const auto cases = smallCases();
        QVERIFY(!cases->isDifferent(2, 1));
        QVERIFY(cases->isDifferent(0, 1));
        QVERIFY(!cases->isDifferent(0, 2));
    }

    void stepsThroughDifferences() {
        CompareModel model;
        CompareFilter filter(model);
        model.setCases(smallCases());
        QCOMPARE(filter.differences(), 3);
        QModelIndex at = filter.nextDifference(-1, -1, true);
        QCOMPARE(at, filter.index(0, CompareModel::columnOf(1)));
        QCOMPARE(filter.differencesUpTo(0, 1), 1);
        at = filter.nextDifference(0, 1, true);
        QCOMPARE(at, filter.index(1, CompareModel::columnOf(1)));
        at = filter.nextDifference(1, 1, true);
        QCOMPARE(at, filter.index(4, CompareModel::columnOf(2)));
        QCOMPARE(filter.differencesUpTo(4, 2), 3);
        QVERIFY(!filter.nextDifference(4, 2, true).isValid());
        QCOMPARE(filter.nextDifference(4, 2, false), filter.index(1, CompareModel::columnOf(1)));
        QVERIFY(!filter.nextDifference(0, 1, false).isValid());
        filter.arrange({CaseShow::Errors});
        QCOMPARE(filter.nextDifference(-1, -1, true), filter.index(0, CompareModel::columnOf(2)));
    }

    void piecesTellWhatDiffers_data() {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("pieces");
        const auto row = [](const char* name, const QString& before, const QString& after, const QString& pieces) {
            QTest::newRow(name) << before << after << pieces;
        };
        const auto text = [](const char* utf8) { return QString::fromUtf8(utf8); };
        row("words", text("the red fox"), text("the blue fox"), text("the [-red][+blue] fox"));
        row("json", text("{\"label\":\"a\",\"n\":1}"), text("{\"n\":2,\"label\":\"a\"}"),
            text("label: a · n: [-1][+2]"));
        row("equal json", text("{\"n\":1,\"m\":2}"), text("{\"m\":2,\"n\":1.0}"), text("n: 1.0 · m: 2"));
        row("json to text", text("{\"n\":1}"), text("none"), text("[-n: 1][+none]"));
        row("white space", text("a\n b"), text("a  b"), text("a b"));
        const QString lead = text("word ").repeated(100);
        row("far away", lead + text("old end"), lead + text("new end"),
            text("… ") + text("word ").repeated(10) + text("[-old][+new] end"));
    }
    void piecesTellWhatDiffers() {
        QFETCH(QString, before);
        QFETCH(QString, after);
        const eval::CaseResult baseline = result(0, 0, 1, before.toStdString());
        QString text;
        for (const text::DiffPiece& piece : answerPieces(&baseline, result(1, 0, 1, after.toStdString()))) {
            const QString words = QString::fromStdString(piece.text);
            text += piece.change == text::Change::Equal      ? words
                    : piece.change == text::Change::Inserted ? QStringLiteral("[+%1]").arg(words)
                                                             : QStringLiteral("[-%1]").arg(words);
        }
        QTEST(text, "pieces");
    }

    void hugeAnswersStayCheap() {
        const std::string many(1'000'000, 'a');
        const eval::CaseResult baseline = result(0, 0, 1, many + " end");
        const auto pieces = answerPieces(&baseline, result(1, 0, 1, many + " other end"));
        std::size_t bytes = 0;
        for (const text::DiffPiece& piece : pieces)
            bytes += piece.text.size();
        QVERIFY(bytes < 4000);
        const std::string deep = std::string(5000, '[') + std::string(5000, ']');
        QVERIFY(!answerPieces(nullptr, result(0, 0, 1, deep)).empty());
    }

    void copiesRawValues() {
        FlatCases flat(smallCases(), {0, 4}, {0, 2});
        const QStringList lines = textOf(flat, TableFormat::Tsv).text.split(QLatin1Char('\n'));
        QCOMPARE(lines.size(), 3);
        const QStringList heads = lines[0].split(QLatin1Char('\t'));
        const QStringList cells = lines[1].split(QLatin1Char('\t'));
        QCOMPARE(cells.size(), heads.size());
        QCOMPARE(cells[heads.indexOf(QStringLiteral("v1 latency_ms"))], QStringLiteral("80"));
        QCOMPARE(cells[heads.indexOf(QStringLiteral("draft cost_usd"))].toDouble(), 0.00036);
        QVERIFY(!lines.join(QLatin1Char('\n')).contains(QChar(u'\u00a0')));
        QVERIFY(!lines.join(QLatin1Char('\n')).contains(QChar(u'✓')));
        const QJsonArray rows = QJsonDocument::fromJson(textOf(flat, TableFormat::Json).text.toUtf8()).array();
        QCOMPARE(rows.size(), 2);
        QVERIFY(rows[0][QStringLiteral("v1 score")].isDouble());
        QCOMPARE(rows[1][QStringLiteral("draft error")].toString(), QStringLiteral("no key for large"));
    }

    void verdictsSayWhatIsKnown() {
        const auto wordOf = [](eval::Report report, std::size_t contestant) {
            return verdictWord(ComparedCases(std::make_shared<const eval::Report>(std::move(report))), contestant).text;
        };
        eval::Report report = *smallReport();
        QCOMPARE(wordOf(report, 0), QString());
        QCOMPARE(wordOf(report, 1), QStringLiteral("? undecided"));
        report.experiment.status = eval::ExperimentStatus::Cancelled;
        QCOMPARE(wordOf(report, 1), QStringLiteral("? undecided so far"));
        report.comparisons[0].measures[0].comparison.verdict = eval::Verdict::Worse;
        QCOMPARE(wordOf(report, 1), QString::fromUtf8("✕ worse"));
        const ComparedCases cases(smallReport());
        const QString sentence = headSentence(cases, 1);
        QVERIFY2(sentence.contains(QStringLiteral("per 1,000 runs")), qPrintable(sentence));
        QVERIFY(headSentence(cases, 2).contains(QStringLiteral("no key for large")));
        QVERIFY(costDelta(cases, 1).has_value());
        QVERIFY(!costDelta(cases, 0));
    }
};

GUI_TEST_MAIN(ComparedCasesTest)
#include "tst_compared_cases.moc"
