// SPDX-License-Identifier: Apache-2.0
//
// Looking back from the terminal: traces by what the business calls them, and everything about one of them.

#include "ctl/command_line.h"
#include "integration/folder_files.h"
#include "moment.h"
#include "support/printing.h"
#include "trace/trace_json.h"
#include "trace_output.h"

#include <QTest>

#include <algorithm>

using namespace touchstone;
using namespace touchstone::testing;

namespace {

using Arguments = std::vector<std::string>;

// In the order of the list, each after the one before.
bool holdsInOrder(const std::string& text, const std::vector<std::string>& parts) {
    std::size_t at = 0;
    for (const std::string& part : parts) {
        at = text.find(part, at);
        if (at == std::string::npos)
            return false;
        at += part.size();
    }
    return true;
}

WallTime momentOf(const char* text) {
    return trace::parseIso8601(text).value();
}

// A trace in which everything happened that can happen.
trace::Trace eventfulTrace() {
    trace::Trace trace;
    trace.summary.id = TraceId(std::string(32, 'a'));
    trace.summary.start = momentOf("2026-11-23T16:30:05.250Z");
    trace.summary.duration = std::chrono::milliseconds(84);
    trace.summary.workflow = "triage";
    trace.summary.version = VersionId(std::string(64, 'b'));
    trace.summary.origin = trace::Origin::Production;
    trace.summary.context = {"support.triage", "checkout", "staging"};
    trace.summary.status = trace::Status::Invalid;
    trace.summary.tier = "large";
    trace.summary.provider = "openai";
    trace.summary.model = "big-1";
    trace.summary.attempts = 3;
    trace.summary.retries = 1;
    trace.summary.fellBack = true;
    trace.summary.inputTokens = 120;
    trace.summary.outputTokens = 30;
    trace::Detail& detail = trace.detail;
    detail.error = "the answer does not satisfy the output schema";
    detail.input = {{"ticket", "two\n\nlines"}, {"count", 2}};
    detail.messages = Json::array(
        {{{"role", "system"}, {"content", "Sort it."}}, {{"role", "user"}, {"content", "two\nlines\x1b[31m"}}});
    detail.output = "{\"label\":7}";
    detail.validation = {{"/label", "is a number, not a string"}, {"", "lacks \"why\""}};
    detail.sources = {{1, "plans.md", "Plans", 10, 90, 0.5, 20}};
    detail.policy = {{"no-mail", "input", "redact", "/ticket", 2, "e-mail addresses"}};
    trace::Span root;
    root.id = SpanId("1");
    root.name = "run triage";
    trace::Span route;
    route.id = SpanId("2");
    route.parent = root.id;
    route.name = "route";
    route.attributes = {{"touchstone.route.reason", "rule 1: count > 1"},
                        {"touchstone.route.passed_over", Json::array({"rule 2", "rule 3"})},
                        {"touchstone.route.fell_back", "small: the server is busy"}};
    route.status = trace::SpanStatus::Error;
    route.message = "no valid answer";
    detail.spans = {root, route};
    detail.feedback = {
        {trace::Thumb::Down, "wrong queue", momentOf("2026-11-23T17:00:00.000Z"), 0.25, "{\"label\":\"billing\"}"}};
    return trace;
}

}  // namespace

class CtlTracesTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();

    void filtersByWhatTheBusinessCallsIt_data();
    void filtersByWhatTheBusinessCallsIt();
    void filtersLikeTheWindow_data();
    void filtersLikeTheWindow();
    void refusesFilters_data();
    void refusesFilters();
    void feedbackSaysWhatWouldHaveBeenRight();
    void filtersByTime();
    void readsMoments_data();
    void readsMoments();
    void refusesMoments_data();
    void refusesMoments();
    void listFitsATerminal();
    void showTellsEverything();
    void runRecordsItsContext();
    void comparisonNamesTheWorstConfusions();

private:
    [[nodiscard]] Json list(const Arguments& more) const {
        Arguments arguments = {"traces", "list", "-n", "10000", "--json"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return m_ctl(arguments).json();
    }

    QTemporaryDir m_folder;
    CommandLine m_ctl;
};

void CtlTracesTest::initTestCase() {
    m_ctl = CommandLine(pathIn(m_folder, "sample.touchstone"));
    const Said made = m_ctl({"workspace", "new", m_ctl.workspace(), "--sample"});
    QVERIFY2(made.code == 0, made.all().c_str());
    const Said ran = m_ctl({"run", "help-answers", "main", "-s", "question=Who are you?", "--environment", "staging"});
    QVERIFY2(ran.code == 0, ran.all().c_str());
}

void CtlTracesTest::filtersByWhatTheBusinessCallsIt_data() {
    QTest::addColumn<QByteArray>("option");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("value");
    const auto row = [](const char* option, const char* key, const char* value) {
        QTest::newRow(option) << QByteArray(option) << QByteArray(key) << QByteArray(value);
    };
    row("--workflow", "workflow", "support-triage");
    row("--feature", "feature", "help.answers");
    row("--journey", "journey", "checkout");
    row("--environment", "environment", "staging");
    row("--tier", "tier", "large");
    row("--provider", "provider", "builtin");
    row("--model", "model", "builtin/small");
    row("--origin", "origin", "production");
}

void CtlTracesTest::filtersByWhatTheBusinessCallsIt() {
    QFETCH(QByteArray, option);
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, value);
    const auto wanted = [&](const Json& trace) { return stringAt(trace, key.toStdString()) == value.toStdString(); };
    const Json all = list({});
    const Json found = list({option.toStdString(), value.toStdString()});
    QVERIFY(!found.empty());
    QVERIFY(std::ranges::all_of(found, wanted));
    QCOMPARE(static_cast<std::ptrdiff_t>(found.size()), std::ranges::count_if(all, wanted));
    QVERIFY(list({"--filter", key.toStdString() + ":" + value.toStdString()}) == found);
    const Said none = m_ctl({"traces", "list", option.toStdString(), "nobody-has-this"});
    QCOMPARE(none.code, 1);
    QVERIFY2(none.err.find("'nobody-has-this'") != std::string::npos, none.err.c_str());
}

void CtlTracesTest::filtersLikeTheWindow_data() {
    QTest::addColumn<QByteArray>("filter");
    QTest::addColumn<QStringList>("options");
    QTest::newRow("two terms") << QByteArray("status:ok tier:large")
                               << QStringList{"--status", "ok", "--tier", "large"};
    QTest::newRow("latency") << QByteArray("latency>5ms") << QStringList{"--slower-than", "5"};
    QTest::newRow("version") << QByteArray("workflow:support-triage version:main")
                             << QStringList{"--workflow", "support-triage", "--version", "main"};
    QTest::newRow("text") << QByteArray("\"who are\" workflow:help-answers")
                          << QStringList{"--text", "Who are", "--workflow", "help-answers"};
    QTest::newRow("both ways") << QByteArray("origin:try") << QStringList{"--filter", "", "--origin", "try"};
}

void CtlTracesTest::filtersLikeTheWindow() {
    QFETCH(QByteArray, filter);
    QFETCH(QStringList, options);
    Arguments arguments;
    for (const QString& option : options)
        arguments.push_back(option.toStdString());
    const Json found = list(arguments);
    QVERIFY(!found.empty());
    QVERIFY(list({"--filter", filter.toStdString()}) == found);
}

void CtlTracesTest::refusesFilters_data() {
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("key") << QStringList{"--filter", "staus:ok"} << QByteArray("did you mean 'status'?");
    QTest::newRow("value") << QStringList{"--filter", "status:okay"} << QByteArray("status is ok, invalid");
    QTest::newRow("tier") << QStringList{"--filter", "tier:larg"} << QByteArray("did you mean 'large'?");
    QTest::newRow("option") << QStringList{"--tier", "larg"} << QByteArray("did you mean 'large'?");
    QTest::newRow("twice") << QStringList{"--filter", "tier:large", "--tier", "small"} << QByteArray("given already");
}

void CtlTracesTest::refusesFilters() {
    QFETCH(QStringList, options);
    QFETCH(QByteArray, says);
    Arguments arguments = {"traces", "list"};
    for (const QString& option : options)
        arguments.push_back(option.toStdString());
    const Said said = m_ctl(arguments);
    QCOMPARE(said.code, 1);
    QVERIFY2(said.err.find(says.toStdString()) != std::string::npos, said.err.c_str());
}

void CtlTracesTest::feedbackSaysWhatWouldHaveBeenRight() {
    const std::string id = stringAt(list({}).front(), "id");
    const Said said = m_ctl(
        {"traces", "feedback", id, "down", "-m", "wrong queue", "--score", "0.25", "--correction", "{\"label\": 1}"});
    QVERIFY2(said.code == 0, said.all().c_str());
    const Json shown = m_ctl({"traces", "show", id, "--json"}).json();
    const Json& feedback = shown.at("detail").at("feedback").back();
    QVERIFY(feedback.at("score") == Json(0.25));
    QCOMPARE(stringAt(feedback, "correction"), std::string("{\"label\": 1}"));
    QCOMPARE(m_ctl({"traces", "feedback", id, "none", "--score", "1"}).code, 0);
    QCOMPARE(stringAt(m_ctl({"traces", "show", id, "--json"}).json().at("summary"), "feedback"), std::string("down"));
    for (const char* score : {"2", "-0.5", "half"}) {
        const Said refused = m_ctl({"traces", "feedback", id, "up", "--score", score});
        QCOMPARE(refused.code, 1);
        QVERIFY2(refused.err.find("score is a number from 0") != std::string::npos, refused.err.c_str());
    }
}

void CtlTracesTest::filtersByTime() {
    const Json all = list({});
    const std::string middle = stringAt(all.at(all.size() / 2), "start");
    const Json since = list({"--since", middle});
    const Json until = list({"--until", middle});
    QCOMPARE(since.size() + until.size(), all.size());
    QVERIFY(std::ranges::all_of(since, [&](const Json& trace) { return stringAt(trace, "start") >= middle; }));
    QVERIFY(std::ranges::all_of(until, [&](const Json& trace) { return stringAt(trace, "start") < middle; }));
    QCOMPARE(list({"--since", "7d"}).size(), all.size());
    QCOMPARE(list({"--until", "7d"}).size(), std::size_t{0});
    const Said said = m_ctl({"traces", "list", "--since", "yesterday"});
    QCOMPARE(said.code, 1);
    QVERIFY2(said.err.find("--since is a time such as 2026-11-23") != std::string::npos, said.err.c_str());
}

void CtlTracesTest::readsMoments_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("moment");
    const auto row = [](const char* text, const char* moment) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(moment);
    };
    row("2026-11-20", "2026-11-20T00:00:00.000Z");
    row("2026-11-20T16:30", "2026-11-20T16:30:00.000Z");
    row("2026-11-20 16:30Z", "2026-11-20T16:30:00.000Z");
    row("2026-11-20T16:30:05", "2026-11-20T16:30:05.000Z");
    row("2026-11-20T16:30:05Z", "2026-11-20T16:30:05.000Z");
    row("2026-11-20T16:30:05.250Z", "2026-11-20T16:30:05.250Z");
    row("0m", "2026-11-23T16:30:05.000Z");
    row("90m", "2026-11-23T15:00:05.000Z");
    row("12h", "2026-11-23T04:30:05.000Z");
    row("7d", "2026-11-16T16:30:05.000Z");
}

void CtlTracesTest::readsMoments() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, moment);
    const auto read = ctl::parseMoment("--since", text.toStdString(), momentOf("2026-11-23T16:30:05.000Z"));
    VERIFY_OK(read);
    QCOMPARE(trace::toIso8601(read.value()), moment.toStdString());
}

void CtlTracesTest::refusesMoments_data() {
    QTest::addColumn<QByteArray>("text");
    for (const char* text : {"", "yesterday", "7", "7w", "0x", "-1d", "9999999d", "99999999999999999999d", "2026-13-01",
                             "2026-11-20T", "2026-11-20T16", "20-11-2026", "2026-11-20T25:00"})
        QTest::newRow(text) << QByteArray(text);
}

void CtlTracesTest::refusesMoments() {
    QFETCH(QByteArray, text);
    const auto read = ctl::parseMoment("--until", text.toStdString(), momentOf("2026-11-23T16:30:05.000Z"));
    QVERIFY(!read.ok());
    QVERIFY(read.error().message.find("--until") != std::string::npos);
}

void CtlTracesTest::listFitsATerminal() {
    const Said said = m_ctl({"traces", "list", "-n", "200"});
    std::istringstream lines(said.out);
    for (std::string line; std::getline(lines, line);)
        QVERIFY2(QString::fromStdString(line).size() <= 110, line.c_str());
}

void CtlTracesTest::showTellsEverything() {
    std::ostringstream out;
    ctl::printTrace(out, eventfulTrace());
    const std::string text = out.str();
    QVERIFY2(
        holdsInOrder(text, {"trace       aaaaaaaa",
                            "when        2026-11-23 16:30:05.250 UTC",
                            "workflow    triage, version bbbbbbb",
                            "feature     support.triage",
                            "journey     checkout",
                            "environment staging",
                            "origin      production",
                            "status      invalid",
                            "error       the answer does not",
                            "tier        large: big-1 of openai",
                            "routed by   rule 1: count > 1",
                            "passed over rule 2; rule 3",
                            "fell back   small: the server is busy",
                            "attempts    3 calls, 1 of them repeated, fell back",
                            "took        84 ms, 120 → 30 tokens, —",
                            "feedback    down, 2026-11-23 17:00:00.000 UTC, score 0.25: wrong queue",
                            "\n  it should have been\n    {\"label\":\"billing\"}\n",
                            "\ninput\n  ticket\n    two\n\n    lines\n  count\n    2\n",
                            "\nanswer\n  {\"label\":7}\n",
                            "\nwhat is wrong with the answer\n  /label: is a number, not a string\n  lacks \"why\"\n",
                            "\npolicy\n",
                            "input",
                            "no-mail",
                            "redact",
                            "/ticket",
                            "2",
                            "e-mail addresses",
                            "\nsources\n",
                            "[1]",
                            "Plans",
                            "plans.md:10-90",
                            "0.50",
                            "20",
                            "\nmessages\n  system\n    Sort it.\n  user\n    two\n    lines\\u{1b}[31m\n",
                            "\nspans\n  run triage ",
                            "\n    route ",
                            "✕ no valid answer"}),
        text.c_str());
}

void CtlTracesTest::runRecordsItsContext() {
    const Said ran = m_ctl({"run", "support-triage", "-s", "ticket=I cannot log in", "--journey", "signup",
                            "--environment", "staging", "--json"});
    QVERIFY2(ran.code == 0, ran.all().c_str());
    const Json shown = m_ctl({"traces", "show", stringAt(ran.json().at("trace"), "id"), "--json"}).json();
    QCOMPARE(stringAt(shown.at("summary"), "environment"), std::string("staging"));
    QCOMPARE(stringAt(shown.at("summary"), "journey"), std::string("signup"));
    QCOMPARE(stringAt(shown.at("summary"), "feature"), std::string("support.triage"));
}

void CtlTracesTest::comparisonNamesTheWorstConfusions() {
    const Json json = m_ctl({"compare", "support-triage", "v2", "v1", "--json"}).json();
    const Json& newest = json.at("contestants").at(1).at("classification");
    Json worst = {{"count", 0}};
    for (const Json& cell : newest.at("confusion"))
        if (cell.at("expected") != cell.at("actual") && integerAt(cell, "count") > integerAt(worst, "count"))
            worst = cell;
    const Json* actual = memberAt(worst, "actual");
    const std::string line = "\n  " + stringAt(worst, "expected") + " → " +
                             (actual && actual->is_string() ? actual->get<std::string>() : "none of the labels") +
                             ", " + std::to_string(integerAt(worst, "count")) + "\n";
    const Said people = m_ctl({"compare", "support-triage", "v2", "v1"});
    const auto heading =
        people.out.find("Most frequent confusions of " + stringAt(json.at("contestants").at(1), "label"));
    QVERIFY2(heading != std::string::npos, people.out.c_str());
    const std::string below = people.out.substr(heading);
    QVERIFY2(below.find(line) == below.find('\n'), (line + people.out).c_str());
}

QTEST_APPLESS_MAIN(CtlTracesTest)
#include "tst_ctl_traces.moc"
