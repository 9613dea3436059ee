// SPDX-License-Identifier: Apache-2.0
//
// The main job with the command line alone: import a public data set, commit versions that show more and more examples,
// compare them on all its test messages, and read which is better.

#include "ctl/command_line.h"
#include "integration/folder_files.h"
#include "support/printing.h"

#include <QTest>

using namespace touchstone;
using testing::CommandLine;
using testing::pathIn;
using testing::put;
using testing::Said;

namespace {

constexpr auto kTrain = TOUCHSTONE_TEST_DATA "/banking77/train.csv";
constexpr auto kTest = TOUCHSTONE_TEST_DATA "/banking77/test.csv";
constexpr int kCases = 3080;

}  // namespace

class Banking77Test : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void takesInEveryCase();
    void reachesTheYardstick_data();
    void reachesTheYardstick();
    void tenExamplesAreBetterThanOne();
    void theSameTextShowsNoDifference();

private:
    void writeWorkflow(const std::string& description) const;
    void succeeds(const std::vector<std::string>& arguments) const;
    [[nodiscard]] Json comparisonWith(std::size_t contestant) const;

    QTemporaryDir m_folder;
    CommandLine m_ctl;
    Json m_report;
};

void Banking77Test::writeWorkflow(const std::string& description) const {
    put(m_folder, "wf/workflow.json",
        toText({{"name", "banking"}, {"feature", "banking.intent"}, {"description", description}}));
    put(m_folder, "wf/inputs.json", R"({"type":"object","properties":{"text":{"type":"string"}},"required":["text"]})");
    put(m_folder, "wf/instructions.md", "Name the intent of the message of a bank customer.\n");
    put(m_folder, "wf/prompt/01-user.md", "Message: {{ text }}\n");
    put(m_folder, "wf/prompt/select.json", R"({"by":"similarity","count":24})");
    put(m_folder, "wf/routing.json", R"({"tiers":{"large":{"provider":"builtin","model":"builtin/large"}}})");
}

void Banking77Test::succeeds(const std::vector<std::string>& arguments) const {
    const Said said = m_ctl(arguments);
    QVERIFY2(said.code == 0, said.all().c_str());
}

// Versions 1 to 4 show 1, 5, 10 and all examples a label; version 5 is version 1 with another description.
void Banking77Test::initTestCase() {
    if (!QFile::exists(kTest) || !QFile::exists(kTrain))
        QSKIP("no Banking77 in " TOUCHSTONE_TEST_DATA ": the main job was not checked on a public data set");
    m_ctl = CommandLine(pathIn(m_folder, "banking.touchstone"));
    succeeds({"workspace", "new", m_ctl.workspace()});
    writeWorkflow("Which of 77 intents a bank customer has");
    succeeds({"import", "workflow", pathIn(m_folder, "wf")});
    succeeds(
        {"import", "dataset", kTest, "--name", "test", "--expected", "category", "--scorers", R"([{"type":"label"}])"});
    for (const char* count : {"1", "5", "10", "100000"}) {
        succeeds({"import", "examples", "banking", kTrain, "--expected", "category", "--per-label", count});
        succeeds({"commit", "banking", "--message", std::string(count) + " examples a label"});
    }
    succeeds({"export", "workflow", "banking", "v1", pathIn(m_folder, "wf")});
    put(m_folder, "wf/workflow.json",
        R"({"name":"banking","feature":"banking.intent","description":"The same, described otherwise"})");
    succeeds({"import", "workflow", pathIn(m_folder, "wf")});
    succeeds({"commit", "banking", "--message", "Describe it otherwise"});
    const Said said = m_ctl({"compare", "banking", "v1", "v5", "v2", "v3", "v4", "--dataset", "test", "--json"});
    QVERIFY2(said.code == 0, said.err.c_str());
    m_report = said.json();
    QVERIFY(m_report.is_object());
}

Json Banking77Test::comparisonWith(std::size_t contestant) const {
    for (const Json& comparison : m_report.at("comparisons"))
        if (comparison.at("baseline") == 0 && comparison.at("contestant") == contestant)
            return comparison.at("measures").at("label");
    return nullptr;
}

void Banking77Test::takesInEveryCase() {
    QCOMPARE(m_report.at("dataset").at("cases").get<int>(), kCases);
    QCOMPARE(m_report.at("results").size(), std::size_t{kCases} * 5);
    for (const Json& contestant : m_report.at("contestants")) {
        QCOMPARE(contestant.at("cases").get<int>(), kCases);
        QCOMPARE(contestant.at("failed").get<int>(), 0);
    }
}

void Banking77Test::reachesTheYardstick_data() {
    QTest::addColumn<int>("contestant");
    QTest::addColumn<double>("least");
    QTest::newRow("1 example a label") << 0 << 0.32;
    QTest::newRow("5 examples a label") << 2 << 0.50;
    QTest::newRow("10 examples a label") << 3 << 0.61;
    QTest::newRow("all examples") << 4 << 0.79;
}

void Banking77Test::reachesTheYardstick() {
    QFETCH(int, contestant);
    QFETCH(double, least);
    const Json& report = m_report.at("contestants").at(static_cast<std::size_t>(contestant));
    const double accuracy = report.at("classification").at("accuracy").get<double>();
    qInfo("accuracy %.3f, at least %.2f", accuracy, least);
    QVERIFY(accuracy >= least);
    QCOMPARE(report.at("scorers").at("label").get<double>(), accuracy);
}

void Banking77Test::tenExamplesAreBetterThanOne() {
    const Json measure = comparisonWith(3);
    QCOMPARE(measure.at("verdict").get<std::string>(), std::string("better"));
    QCOMPARE(measure.at("test").get<std::string>(), std::string("mcnemar-exact"));
    const double low = measure.at("interval").at(0).get<double>();
    const double high = measure.at("interval").at(1).get<double>();
    const double difference = measure.at("difference").get<double>();
    QVERIFY(low > 0.15 && low < difference && difference < high);
    const auto sentence = QString::fromStdString(measure.at("sentence").get<std::string>());
    QVERIFY2(
        sentence.contains(" is better: +") && sentence.contains("Of 3,080 cases, ") && sentence.contains("McNemar"),
        qPrintable(sentence));
}

void Banking77Test::theSameTextShowsNoDifference() {
    const Said said = m_ctl({"diff", "banking", "v1", "v5", "--json"});
    QVERIFY2(said.code == 0, said.all().c_str());
    QCOMPARE(said.json().size(), std::size_t{1});
    const Json measure = comparisonWith(1);
    QCOMPARE(measure.at("verdict").get<std::string>(), std::string("no-difference-shown"));
    QCOMPARE(measure.at("wins").get<int>() + measure.at("losses").get<int>(), 0);
    QVERIFY(measure.at("sentence").get<std::string>().starts_with("No difference shown"));
}

QTEST_APPLESS_MAIN(Banking77Test)
#include "tst_banking77.moc"
