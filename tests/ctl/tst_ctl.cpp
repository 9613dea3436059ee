// SPDX-License-Identifier: Apache-2.0
//
// Every command of touchstonectl on the sample workspace: what it prints for people and for programs, and how it ends.

#include "ctl/command_line.h"
#include "integration/folder_files.h"
#include "support/printing.h"

#include <QTest>

#include <algorithm>

using namespace touchstone;
using namespace touchstone::testing;

namespace {

using Arguments = std::vector<std::string>;

constexpr auto kEscape = "\x1b[31mred\x1b]0;title\x07 \u202eback";

const std::vector<Arguments> kCommands = {{"workspace", "new"},
                                          {"workspace", "info"},
                                          {"log"},
                                          {"list", "workflows"},
                                          {"list", "datasets"},
                                          {"list", "corpora"},
                                          {"list", "experiments"},
                                          {"validate"},
                                          {"commit"},
                                          {"diff"},
                                          {"run"},
                                          {"eval"},
                                          {"compare"},
                                          {"traces", "list"},
                                          {"traces", "show"},
                                          {"traces", "feedback"},
                                          {"import", "dataset"},
                                          {"import", "examples"},
                                          {"import", "corpus"},
                                          {"import", "workflow"},
                                          {"export", "workflow"},
                                          {"export", "dataset"}};

Arguments with(Arguments arguments, const Arguments& more) {
    arguments.insert(arguments.end(), more.begin(), more.end());
    return arguments;
}

// Bytes that steer a terminal, and the character that turns the reading direction.
bool isHarmless(const std::string& text) {
    return text.find('\x1b') == std::string::npos && text.find('\x07') == std::string::npos &&
           text.find("\u202e") == std::string::npos;
}

std::vector<std::string> outputsOf(const Json& report) {
    std::vector<std::string> outputs;
    for (const Json& result : report.at("results"))
        outputs.push_back(toText({result.at("contestant"), result.at("case"), result.at("output")}));
    std::ranges::sort(outputs);
    return outputs;
}

}  // namespace

class CtlTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();

    void helpNamesEveryCommandAndExitCode();
    void everyCommandHasHelp();
    void withoutArgumentsItShowsHelp();
    void explainsWhatItDoesNotUnderstand_data();
    void explainsWhatItDoesNotUnderstand();

    void speaksTextAndJson_data();
    void speaksTextAndJson();
    void errorsAreJsonToo();
    void commitsWithItsTagOrNotAtAll();
    void refusesWhatDoesNotExist_data();
    void refusesWhatDoesNotExist();
    void interruptsEndAlike();
    void findsTheOnlyWorkspace();

    void runsAndKeepsTheTrace();
    void validatesWithoutAWorkspace();
    void endsWithWhatTheComparisonShows();
    void neutralisesWhatWouldSteerTheTerminal();
    void keepsWhatAnInterruptedComparisonFinished();
    void replaysWhatItRecorded();

private:
    QTemporaryDir m_folder;
    CommandLine m_ctl;
};

void CtlTest::initTestCase() {
    m_ctl = CommandLine(pathIn(m_folder, "sample.touchstone"));
    const Said made = m_ctl({"workspace", "new", m_ctl.workspace(), "--sample"});
    QVERIFY2(made.code == 0, made.all().c_str());
    QVERIFY(made.out.starts_with("Made "));
}

void CtlTest::helpNamesEveryCommandAndExitCode() {
    const Said help = CommandLine()({"--help"});
    QCOMPARE(help.code, 0);
    for (const Arguments& command : kCommands)
        QVERIFY2(help.out.find("  " + command.front() + " ") != std::string::npos, command.front().c_str());
    for (const char* line : {"  0    done", "  1    ", "  2    ", "  3    ", "  4    ", "  5    ", "  130  "})
        QVERIFY2(help.out.find(line) != std::string::npos, line);
    QVERIFY(CommandLine()({"--version"}).out.starts_with("0."));
}

void CtlTest::everyCommandHasHelp() {
    for (const Arguments& command : kCommands) {
        const Said help = CommandLine()(with(command, {"--help"}));
        QVERIFY2(help.code == 0 && help.err.empty(), help.all().c_str());
        QVERIFY2(help.out.find("Exit codes:") != std::string::npos, command.back().c_str());
        const std::string usage = "Usage: touchstonectl";
        QVERIFY2(help.out.find(usage) != std::string::npos && help.out.find(command.back()) != std::string::npos,
                 help.out.c_str());
    }
}

void CtlTest::withoutArgumentsItShowsHelp() {
    for (const Arguments& group : {Arguments{}, Arguments{"import"}, Arguments{"traces"}}) {
        const Said said = CommandLine()(group);
        QCOMPARE(said.code, 2);
        QVERIFY2(said.out.empty() && said.err.find("Subcommands:") != std::string::npos, said.all().c_str());
    }
}

void CtlTest::explainsWhatItDoesNotUnderstand_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("words");
    QTest::newRow("command") << QStringList{"comapre"} << "there is no command 'comapre'; did you mean 'compare'?";
    QTest::newRow("command of a group") << QStringList{"import", "datset"}
                                        << "there is no command 'import datset'; did you mean 'dataset'?";
    QTest::newRow("option") << QStringList{"log", "--jsno"} << "--jsno";
    QTest::newRow("missing argument") << QStringList{"run"} << "workflow is required";
    QTest::newRow("one version") << QStringList{"compare", "support-triage", "v1"} << "versions";
    QTest::newRow("no versions") << QStringList{"compare", "support-triage"} << "two to six";
    QTest::newRow("nothing to evaluate") << QStringList{"eval"} << "workflow is required, or --resume";
    QTest::newRow("too much at a time") << QStringList{"eval", "a", "v1", "--concurrency", "999"} << "1 to 256";
    QTest::newRow("no traces") << QStringList{"traces", "list", "-n", "0"} << "1 to 10000";
    for (const char* count : {"0", "-3", "99999999999999999999"})
        QTest::addRow("%s examples", count)
            << QStringList{"import", "examples", "bikes", "f.csv", "-n", count} << "1 to 100000";
    QTest::newRow("no number") << QStringList{"traces", "list", "--slower-than", "nan"} << "'nan' is no number";
    QTest::newRow("too slow") << QStringList{"traces", "list", "--slower-than", "1e300"} << "0 to";
    QTest::newRow("both recordings") << QStringList{"--record", "a", "--replay", "b", "log"} << "--record";
    QTest::newRow("nothing to check") << QStringList{"validate"} << "one of: a source";
    QTest::newRow("two to check") << QStringList{"validate", "a", "--draft", "b"} << "one of: a source";
    QTest::newRow("thumb") << QStringList{"traces", "feedback", "abcd", "sideways"} << "up";
}

void CtlTest::explainsWhatItDoesNotUnderstand() {
    QFETCH(QStringList, arguments);
    QFETCH(QString, words);
    Arguments plain;
    for (const QString& argument : arguments)
        plain.push_back(argument.toStdString());
    const Said said = CommandLine()(plain);
    QCOMPARE(said.code, 2);
    QVERIFY(said.out.empty() && said.err.starts_with("touchstonectl: "));
    QVERIFY2(QString::fromStdString(said.err).contains(words), said.err.c_str());
    const Said json = CommandLine()(with(plain, {"--json"}));
    QCOMPARE(json.code, 2);
    QVERIFY2(json.err.empty() && json.json().is_object(), json.all().c_str());
    QVERIFY(QString::fromStdString(stringAt(json.json().at("error"), "message")).contains(words));
}

void CtlTest::speaksTextAndJson_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("text");     // what people see
    QTest::addColumn<QString>("pointer");  // what programs read
    QTest::newRow("info") << QStringList{"workspace", "info"} << "workflows"
                          << "/traces";
    QTest::newRow("workflows") << QStringList{"log"} << "support-triage"
                               << "/0/versions";
    QTest::newRow("list of workflows") << QStringList{"list", "workflows"} << "help-answers"
                                       << "/2/name";
    QTest::newRow("list of datasets") << QStringList{"list", "datasets"} << "support-triage"
                                      << "/2/scorers/0/type";
    QTest::newRow("list of corpora") << QStringList{"list", "corpora"} << "documents"
                                     << "/0/bytes";
    QTest::newRow("versions") << QStringList{"log", "support-triage"} << "v3"
                              << "/0/id";
    QTest::newRow("diff") << QStringList{"diff", "support-triage", "v1", "v2"} << "prompt"
                          << "/0/part";
    QTest::newRow("the same") << QStringList{"diff", "support-triage", "v1", "1.0"} << "No difference."
                              << "";
    QTest::newRow("run") << QStringList{"run", "support-triage", "--set", "ticket=My invoice is wrong"} << "label"
                         << "/trace/id";
    QTest::newRow("the draft that is none") << QStringList{"diff", "support-triage"} << "No difference."
                                            << "";
    QTest::newRow("eval") << QStringList{"eval", "support-triage"} << "p95"
                          << "/contestants/0/score";
    QTest::newRow("compare") << QStringList{"compare", "support-triage", "v1", "v3"} << "is better"
                             << "/comparisons/0/measures/score/verdict";
    QTest::newRow("traces") << QStringList{"traces", "list", "-n", "3"} << "more"
                            << "/2/id";
    QTest::newRow("filtered") << QStringList{"traces", "list", "--workflow", "help-answers", "--status", "ok"}
                              << "help-answers"
                              << "/0/status";
}

void CtlTest::speaksTextAndJson() {
    QFETCH(QStringList, arguments);
    QFETCH(QString, text);
    QFETCH(QString, pointer);
    Arguments plain;
    for (const QString& argument : arguments)
        plain.push_back(argument.toStdString());
    const Said people = m_ctl(plain);
    QVERIFY2(people.code == 0, people.all().c_str());
    QVERIFY2(QString::fromStdString(people.out).contains(text), people.out.c_str());
    const Said programs = m_ctl(with(plain, {"--json"}));
    QVERIFY2(programs.code == 0, programs.all().c_str());
    QVERIFY2(programs.err.empty(), programs.err.c_str());
    const Json json = programs.json();
    QVERIFY2(!json.is_null(), programs.out.c_str());
    QVERIFY2(resolvePointer(json, pointer.toStdString()), programs.out.substr(0, 500).c_str());
}

void CtlTest::errorsAreJsonToo() {
    const Said text = m_ctl({"run", "support-triage", "v99"});
    QCOMPARE(text.code, 1);
    QVERIFY(text.out.empty());
    QVERIFY2(text.err.starts_with("touchstonectl: ") && text.err.find("v99") != std::string::npos, text.err.c_str());
    const Said json = m_ctl({"run", "support-triage", "v99", "--json"});
    QCOMPARE(json.code, 1);
    QVERIFY(json.err.empty());
    QCOMPARE("touchstonectl: " + stringAt(json.json().at("error"), "message") + "\n", text.err);
}

void CtlTest::commitsWithItsTagOrNotAtAll() {
    QDir(m_folder.path()).mkpath("tags");
    const CommandLine ctl(pathIn(m_folder, "tags/tags.touchstone"));
    QCOMPARE(ctl({"workspace", "new", ctl.workspace()}).code, 0);
    const std::string folder = pathIn(m_folder, "tagged");
    for (const char* version : {"v1", "v2"}) {
        QCOMPARE(m_ctl({"export", "workflow", "support-triage", version, folder}).code, 0);
        QCOMPARE(ctl({"import", "workflow", folder}).code, 0);
        const Said refused = ctl({"commit", "support-triage", "--tag", "release 2"});
        QVERIFY2(refused.code == 1 && refused.err.find("is not allowed") != std::string::npos, refused.all().c_str());
        if (version == std::string("v1"))
            QCOMPARE(ctl({"commit", "support-triage", "--tag", "1.0"}).code, 0);
    }
    const Said taken = ctl({"commit", "support-triage", "--tag", "1.0"});
    QVERIFY2(taken.code == 1 && taken.err.find("stands at v1 (") != std::string::npos &&
                 taken.err.find("with --force") != std::string::npos,
             taken.all().c_str());
    QCOMPARE(ctl({"log", "support-triage", "--json"}).json().size(), std::size_t{1});
    const Said moved = ctl({"commit", "support-triage", "--tag", "1.0", "--force"});
    QVERIFY2(moved.code == 0, moved.all().c_str());
    QVERIFY(ctl({"diff", "support-triage", "1.0", "v2"}).out.find("No difference.") != std::string::npos);
}

void CtlTest::refusesWhatDoesNotExist_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("words");
    QTest::newRow("traces") << QStringList{"traces", "list", "--workflow", "suport-triage"}
                            << "there is no workflow 'suport-triage'; did you mean 'support-triage'?";
    QTest::newRow("eval") << QStringList{"eval", "support-triage", "--tier", "nope"} << "there is no tier 'nope'";
    QTest::newRow("compare") << QStringList{"compare", "support-triage", "v1", "v2", "--tier", "nope"}
                             << "there is no tier 'nope'";
}

void CtlTest::refusesWhatDoesNotExist() {
    QFETCH(QStringList, arguments);
    QFETCH(QString, words);
    Arguments plain;
    for (const QString& argument : arguments)
        plain.push_back(argument.toStdString());
    const auto before = m_ctl({"list", "experiments", "--json"}).json().size();
    const Said said = m_ctl(plain);
    QCOMPARE(said.code, 1);
    QVERIFY2(said.out.empty() && QString::fromStdString(said.err).contains(words), said.all().c_str());
    QCOMPARE(m_ctl({"list", "experiments", "--json"}).json().size(), before);
}

void CtlTest::interruptsEndAlike() {
    std::stop_source interrupt;
    interrupt.request_stop();
    const std::string cases = put(m_folder, "few.csv", "text,label\nhello,a\n");
    const Said stopped = m_ctl({"import", "dataset", cases}, interrupt.get_token());
    QCOMPARE(stopped.code, 130);
    QVERIFY2(stopped.err.find("the import was cancelled") != std::string::npos, stopped.all().c_str());
}

void CtlTest::findsTheOnlyWorkspace() {
    const QString before = QDir::currentPath();
    QVERIFY(QDir::setCurrent(m_folder.path()));
    const Said alone = CommandLine()({"log"});
    put(m_folder, "other.touchstone", "");
    const Said two = CommandLine()({"log"});
    QVERIFY(QFile::remove(m_folder.filePath("other.touchstone")));
    QVERIFY(QDir::setCurrent(before));
    QVERIFY2(alone.code == 0, alone.all().c_str());
    QCOMPARE(two.code, 1);
    QVERIFY2(two.err.find("--workspace FILE") != std::string::npos, two.err.c_str());
}

void CtlTest::runsAndKeepsTheTrace() {
    const Said ran =
        m_ctl({"run", "support-triage", "main", "--set", "ticket=I cannot log in", "--journey", "checkout", "--json"});
    QVERIFY2(ran.code == 0, ran.all().c_str());
    const std::string id = stringAt(ran.json().at("trace"), "id");
    const Said text = m_ctl({"traces", "show", id.substr(0, 8)});
    QVERIFY2(text.code == 0 && text.out.find("attempt") != std::string::npos, text.all().c_str());
    QCOMPARE(m_ctl({"traces", "feedback", id, "down", "-m", "too vague", "--json"}).code, 0);
    const Json shown = m_ctl({"traces", "show", id, "--json"}).json();
    QCOMPARE(stringAt(shown.at("summary"), "feedback"), std::string("down"));
    QCOMPARE(stringAt(shown.at("summary"), "journey"), std::string("checkout"));
    const Json listed = m_ctl({"traces", "list", "--journey", "checkout", "--feedback", "down", "--json"}).json();
    QVERIFY(std::ranges::any_of(listed, [&id](const Json& trace) { return stringAt(trace, "id") == id; }));

    const Said incomplete = m_ctl({"run", "support-triage"});
    QCOMPARE(incomplete.code, 4);
    QVERIFY2(incomplete.out.empty() && incomplete.err.find("\"ticket\" is missing") != std::string::npos,
             incomplete.all().c_str());
}

void CtlTest::validatesWithoutAWorkspace() {
    const CommandLine nowhere;
    const std::string folder = pathIn(m_folder, "checked");
    QCOMPARE(m_ctl({"export", "workflow", "support-triage", "main", folder}).code, 0);
    const Said good = nowhere({"validate", folder});
    QVERIFY2(good.code == 0 && good.out.find("no problems") != std::string::npos, good.all().c_str());
    put(m_folder, "checked/prompt/01-user.md", "{{ tikcet }}");
    const Said bad = nowhere({"validate", folder, "--json"});
    QCOMPARE(bad.code, 3);
    QCOMPARE(stringAt(bad.json().at(0), "severity"), std::string("error"));
    QCOMPARE(stringAt(bad.json().at(0), "file"), folder + "/prompt/01-user.md");
    QCOMPARE(integerAt(bad.json().at(0), "line"), 1);
    const Said text = nowhere({"validate", folder});
    QVERIFY2(text.out.starts_with("error " + folder + "/prompt/01-user.md:1:4: "), text.out.c_str());
    QVERIFY(nowhere({"validate", "--schema"}).json().contains("$schema"));
}

void CtlTest::endsWithWhatTheComparisonShows() {
    const std::string html = pathIn(m_folder, "report.html");
    const Said better = m_ctl({"compare", "support-triage", "v1", "v3", "--html", html});
    QVERIFY2(better.code == 0 && better.out.find(" is better: +") != std::string::npos, better.all().c_str());
    QVERIFY(QFileInfo(QString::fromStdString(html)).size() > 1000);
    const Said worse = m_ctl({"compare", "support-triage", "v3", "v1"});
    QVERIFY2(worse.code == 5 && worse.out.find(" is worse: ") != std::string::npos, worse.all().c_str());
    const Said same = m_ctl({"compare", "support-triage", "v3", "main"});
    QVERIFY2(same.code == 0 && same.out.find("No difference shown") != std::string::npos, same.all().c_str());
}

void CtlTest::neutralisesWhatWouldSteerTheTerminal() {
    const CommandLine hostile(pathIn(m_folder, "hostile.touchstone"));
    QCOMPARE(hostile({"workspace", "new", hostile.workspace()}).code, 0);
    const Json document = {{"format", "touchstone.workflow/1"},
                           {"name", "echo"},
                           {"feature", "tests.echo"},
                           {"inputs", {{"type", "object"}, {"properties", {{"text", {{"type", "string"}}}}}}},
                           {"prompt",
                            {{"messages", Json::array({{{"role", "user"}, {"content", "{{ text }}"}}})},
                             {"examples", Json::array({{{"input", {{"text", "x"}}}, {"output", kEscape}}})}}},
                           {"routing", {{"tiers", {{"only", {{"provider", "builtin"}, {"model", "builtin/small"}}}}}}}};
    const std::string file = put(m_folder, "echo.json", toPrettyText(document));
    QCOMPARE(hostile({"import", "workflow", file}).code, 0);
    QCOMPARE(hostile({"commit", "echo", "-m", kEscape, "--author", kEscape}).code, 0);
    const std::string cases = put(m_folder, "cases.jsonl",
                                  toText({{"input", {{"text", kEscape}}}, {"expected", "other"}, {"name", kEscape}}));
    const Said dataset = hostile({"import", "dataset", cases, "--name", "echo", "--scorers", R"([{"type":"label"}])"});
    QVERIFY2(dataset.code == 0, dataset.all().c_str());
    const std::string id =
        stringAt(hostile({"run", "echo", "--set", std::string("text=") + kEscape, "--journey", kEscape, "--json"})
                     .json()
                     .at("trace"),
                 "id");
    for (const Arguments& arguments :
         {Arguments{"run", "echo", "--trace", "--set", std::string("text=") + kEscape}, Arguments{"log", "echo"},
          Arguments{"traces", "list"}, Arguments{"traces", "show", id}, Arguments{"eval", "echo", "v1"},
          Arguments{"run", kEscape}, Arguments{kEscape}, Arguments{"log", kEscape}, Arguments{"eval", "echo", kEscape},
          Arguments{"import", "corpus", "c", kEscape}, Arguments{"validate", kEscape}}) {
        const Said said = hostile(arguments);
        QVERIFY2(isHarmless(said.out) && isHarmless(said.err), said.all().c_str());
        QVERIFY(!said.out.empty() || !said.err.empty());
    }
    QVERIFY(hostile({"traces", "show", id}).out.find("\\u{1b}[31mred") != std::string::npos);
}

// The stop arrives before the first case; tst_http_hop stops in the middle.
void CtlTest::keepsWhatAnInterruptedComparisonFinished() {
    std::stop_source interrupt;
    interrupt.request_stop();
    const Said stopped = m_ctl({"compare", "support-triage", "v1", "v2", "--json"}, interrupt.get_token());
    QCOMPARE(stopped.code, 130);
    const Json partial = stopped.json();
    QVERIFY2(partial.is_object(), stopped.all().c_str());
    QVERIFY(partial.at("results").size() < 220);
    const std::string id = stringAt(partial, "experiment");
    QVERIFY2(stopped.err.find("--resume " + id.substr(0, 7)) != std::string::npos, stopped.err.c_str());

    const Said other = m_ctl({"compare", "support-triage", "v1", "v3", "--resume", id.substr(0, 7)});
    QVERIFY2(other.code == 1 && other.err.find("ran the versions v1 · ") != std::string::npos, other.all().c_str());
    QVERIFY2(other.err.find(", not v1 · ") != std::string::npos, other.all().c_str());
    const Said resumed = m_ctl({"compare", "--resume", id.substr(0, 7), "--json"});
    QVERIFY2(resumed.code == 0, resumed.err.c_str());
    QCOMPARE(stringAt(resumed.json(), "experiment"), id);
    QCOMPARE(resumed.json().at("results").size(), std::size_t{220});
    const Said whole = m_ctl({"compare", "support-triage", "v1", "v2", "--json"});
    QCOMPARE(outputsOf(resumed.json()), outputsOf(whole.json()));
}

void CtlTest::replaysWhatItRecorded() {
    const std::string file = pathIn(m_folder, "exchanges.jsonl");
    const Said live = m_ctl({"eval", "support-triage", "v2", "--json", "--record", file});
    QVERIFY2(live.code == 0, live.err.c_str());
    const Said replayed = m_ctl({"eval", "support-triage", "v2", "--json", "--replay", file});
    QVERIFY2(replayed.code == 0, replayed.err.c_str());
    QCOMPARE(outputsOf(replayed.json()), outputsOf(live.json()));
    const Said unknown = m_ctl({"run", "support-triage", "v2", "--set", "ticket=Something new", "--replay", file});
    QCOMPARE(unknown.code, 4);
    QVERIFY2(unknown.err.find("record") != std::string::npos, unknown.err.c_str());
}

QTEST_APPLESS_MAIN(CtlTest)
#include "tst_ctl.moc"
