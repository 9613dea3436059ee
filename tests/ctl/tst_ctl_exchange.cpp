// SPDX-License-Identifier: Apache-2.0
//
// touchstonectl takes in, lists, looks at drafts and writes out: what it says of it, and that nothing is lost unseen.

#include "ctl/command_line.h"
#include "integration/folder_files.h"
#include "session/session.h"
#include "support/printing.h"
#include "wiring/wiring.h"

#include <QTest>

using namespace touchstone;
using namespace touchstone::testing;

namespace {

// Saves the sample's draft with this text typed into one of its parts, as the workbench does.
Result<store::Draft> type(const std::string& workspace, const std::string& part, const std::string& text) {
    TOUCHSTONE_TRY(const auto wiring, wiring::Wiring::make());
    TOUCHSTONE_TRY(const auto session, session::Session::open(workspace, store::OpenMode::ReadWrite, wiring->parts()));
    TOUCHSTONE_TRY(session::OpenedDraft opened, session::await<session::OpenedDraft>([&](auto done) {
                       session->authoring().openDraft("support-triage", "main", std::move(done));
                   }));
    opened.text.typed = {{part, text}};
    return session::await<store::Draft>(
        [&](auto done) { session->authoring().saveDraft(opened.draft, opened.text, std::move(done)); });
}

}  // namespace

class CtlExchangeTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void exportsWhatItImports();
    void listsWhatRan();
    void saysWhatAnImportReplaces();
    void looksAtDraftsToo();
    void keepsWhatIsNoJsonYet();
    void warnsInJsonToo();

private:
    QTemporaryDir m_folder;
    CommandLine m_ctl;
};

void CtlExchangeTest::initTestCase() {
    m_ctl = CommandLine(pathIn(m_folder, "sample.touchstone"));
    const Said made = m_ctl({"workspace", "new", m_ctl.workspace(), "--sample"});
    QVERIFY2(made.code == 0, made.all().c_str());
}

void CtlExchangeTest::exportsWhatItImports() {
    const CommandLine other(pathIn(m_folder, "moved/other.touchstone"));
    QDir(m_folder.path()).mkpath("moved");
    QCOMPARE(other({"workspace", "new", other.workspace(), "--json"}).code, 0);
    const std::string folder = pathIn(m_folder, "moved/wf");
    QCOMPARE(m_ctl({"export", "workflow", "support-triage", "v3", folder}).code, 0);
    const Said imported = other({"import", "workflow", folder});
    QVERIFY2(imported.code == 0 && imported.out.find("touchstonectl commit support-triage") != std::string::npos,
             imported.all().c_str());
    const Said committed =
        other({"commit", "support-triage", "-m", "moved", "--author", "Tester", "--tag", "first", "--json"});
    QVERIFY2(committed.code == 0, committed.all().c_str());
    QCOMPARE(stringAt(committed.json(), "version"), std::string("v1"));
    QCOMPARE(other({"commit", "support-triage"}).code, 1);

    const std::string cases = pathIn(m_folder, "moved/cases.jsonl");
    QCOMPARE(m_ctl({"export", "dataset", "support-triage", cases}).code, 0);
    const Said dataset = other({"import", "dataset", cases, "--name", "support-triage", "--scorers",
                                R"([{"type":"json-schema","schema":{"type":"object"}}])", "--json"});
    QVERIFY2(dataset.code == 0, dataset.all().c_str());
    QCOMPARE(integerAt(dataset.json(), "cases"), 110);
    const Said evaluated = other({"eval", "support-triage", "first", "--json"});
    QVERIFY2(evaluated.code == 0, evaluated.all().c_str());
    QCOMPARE(numberAt(evaluated.json().at("contestants").at(0), "score"), 1.0);
    const Said corpus = other({"import", "corpus", "notes", folder, "--json"});
    QVERIFY2(corpus.code == 0 && integerAt(corpus.json(), "documents") > 0, corpus.all().c_str());
}

void CtlExchangeTest::listsWhatRan() {
    const Said evaluated = m_ctl({"eval", "support-triage", "v1", "--json"});
    QVERIFY2(evaluated.code == 0, evaluated.err.c_str());
    const Json newest = m_ctl({"list", "experiments", "support-triage", "--json"}).json().at(0);
    QCOMPARE(stringAt(newest, "id"), stringAt(evaluated.json(), "experiment"));
    QCOMPARE(stringAt(newest, "status"), std::string("done"));
    QCOMPARE(integerAt(newest, "runs"), 110);
    QCOMPARE(stringAt(newest.at("dataset"), "name"), std::string("support-triage"));
    const Said text = m_ctl({"list", "experiments"});
    QVERIFY2(text.code == 0 && text.out.find(stringAt(newest, "id").substr(0, 7)) != std::string::npos,
             text.all().c_str());
    const CommandLine fresh(pathIn(m_folder, "fresh.touchstone"));
    QCOMPARE(fresh({"workspace", "new", fresh.workspace()}).code, 0);
    for (const char* what : {"workflows", "datasets", "corpora", "experiments"}) {
        const Said none = fresh({"list", what});
        QVERIFY2(none.code == 0 && none.out.find("yet: ") != std::string::npos, none.all().c_str());
        QCOMPARE(fresh({"list", what, "--json"}).out, std::string("[]\n"));
    }
}

void CtlExchangeTest::saysWhatAnImportReplaces() {
    const CommandLine ctl(pathIn(m_folder, "replaced.touchstone"));
    QCOMPARE(ctl({"workspace", "new", ctl.workspace()}).code, 0);
    const std::string two = put(m_folder, "two.csv", "text,label\nhello,a\nbye,b\n");
    const std::string three = put(m_folder, "three.csv", "text,label\nhello,a\nbye,b\nwell,c\n");
    const Said first = ctl({"import", "dataset", two, "--name", "cases", "--scorers", R"([{"type":"label"}])"});
    QVERIFY2(first.out.starts_with("dataset cases: 2 cases (") &&
                 first.out.find("columns: text → input text, label → the expected answer") != std::string::npos,
             first.all().c_str());
    const Said second = ctl({"import", "dataset", three, "--name", "cases"});
    QVERIFY2(second.out.find("3 cases (") != std::string::npos &&
                 second.out.find("replaces 2 cases (") != std::string::npos &&
                 second.out.find("scorers: label (kept)") != std::string::npos,
             second.all().c_str());
    // The same cases under another name, scored otherwise.
    QCOMPARE(ctl({"import", "dataset", three, "--name", "twin", "--scorers", R"([{"type":"equals"}])"}).code, 0);
    const Json datasets = ctl({"list", "datasets", "--json"}).json();
    QCOMPARE(datasets.size(), std::size_t{2});
    QCOMPARE(stringAt(datasets.at(0), "id"), stringAt(datasets.at(1), "id"));
    QCOMPARE(stringAt(datasets.at(0).at("scorers").at(0), "type"), std::string("equals"));
    QCOMPARE(stringAt(datasets.at(1).at("scorers").at(0), "type"), std::string("label"));

    put(m_folder, "notes/a.md", "# A");
    QCOMPARE(ctl({"import", "corpus", "notes", pathIn(m_folder, "notes")}).code, 0);
    put(m_folder, "notes/b.md", "# B");
    const Said corpus = ctl({"import", "corpus", "notes", pathIn(m_folder, "notes")});
    QVERIFY2(corpus.out.find("2 documents (") != std::string::npos &&
                 corpus.out.find("replaces 1 document (") != std::string::npos,
             corpus.all().c_str());
}

void CtlExchangeTest::looksAtDraftsToo() {
    const CommandLine ctl(pathIn(m_folder, "drafts.touchstone"));
    QCOMPARE(ctl({"workspace", "new", ctl.workspace()}).code, 0);
    const std::string folder = pathIn(m_folder, "drafts");
    QCOMPARE(m_ctl({"export", "workflow", "support-triage", "v3", folder}).code, 0);
    QCOMPARE(ctl({"import", "workflow", folder}).code, 0);
    const Said uncommitted = ctl({"eval", "support-triage"});
    QVERIFY2(uncommitted.code == 1 && uncommitted.err.find("commit it first") != std::string::npos,
             uncommitted.all().c_str());
    QCOMPARE(ctl({"commit", "support-triage"}).code, 0);
    put(m_folder, "drafts/instructions.md", "Be short.\n");
    const Said imported = ctl({"import", "workflow", folder});
    QVERIFY2(imported.out.find("It differs from v1 in: instructions") != std::string::npos, imported.all().c_str());
    const Said changed = ctl({"diff", "support-triage"});
    QVERIFY2(changed.code == 0 && changed.out.find("Be short.") != std::string::npos, changed.all().c_str());
    QCOMPARE(ctl({"validate", "--draft", "support-triage"}).code, 0);
    QCOMPARE(ctl({"export", "workflow", "support-triage", "draft", pathIn(m_folder, "draft-out")}).code, 0);

    put(m_folder, "drafts/instructions.md", "Be long.\n");
    const Said refused = ctl({"import", "workflow", folder});
    QVERIFY2(refused.code == 1 && refused.out.empty() && refused.err.find("--force") != std::string::npos,
             refused.all().c_str());
    QVERIFY2(ctl({"diff", "support-triage"}).out.find("Be short.") != std::string::npos, "nothing was lost");
    const Said forced = ctl({"import", "workflow", folder, "--force"});
    QVERIFY2(forced.out.find("uncommitted changes were replaced in: instructions") != std::string::npos,
             forced.all().c_str());
}

void CtlExchangeTest::keepsWhatIsNoJsonYet() {
    const CommandLine ctl(pathIn(m_folder, "typed.touchstone"));
    QCOMPARE(ctl({"workspace", "new", ctl.workspace(), "--sample"}).code, 0);
    VERIFY_OK(type(ctl.workspace(), "output", "{\n  \"mode\": ,\n}"));
    const Said checked = ctl({"validate", "--draft", "support-triage"});
    QVERIFY2(checked.code != 0 && checked.out.starts_with("error support-triage /output 2:"), checked.all().c_str());
    const Json findings = ctl({"validate", "--draft", "support-triage", "--json"}).json();
    QCOMPARE(stringAt(findings.at(0), "pointer"), std::string("/output"));
    QCOMPARE(integerAt(findings.at(0), "line"), 2);

    const Said committed = ctl({"commit", "support-triage", "-m", "why"});
    QVERIFY2(committed.code == 1 && committed.err.find("in: output. Correct it") != std::string::npos,
             committed.all().c_str());
    QCOMPARE(ctl({"validate", "--draft", "support-triage"}).out, checked.out);
    VERIFY_OK(type(ctl.workspace(), "output", ""));
    const Said again = ctl({"commit", "support-triage", "-m", "why"});
    QVERIFY2(again.code == 0, again.all().c_str());
}

void CtlExchangeTest::warnsInJsonToo() {
    const CommandLine ctl(pathIn(m_folder, "warned.touchstone"));
    QCOMPARE(ctl({"workspace", "new", ctl.workspace()}).code, 0);
    const std::string twice = put(m_folder, "twice.csv", "text,label\nhello,a\nhello,a\n");
    const Said imported = ctl({"import", "dataset", twice, "--json"});
    QVERIFY2(imported.code == 0 && imported.err.empty(), imported.all().c_str());
    const Json warnings = imported.json().value("warnings", Json::array());
    QCOMPARE(warnings.size(), std::size_t{1});
    QCOMPARE(stringAt(warnings.at(0), "code"), std::string("repeated-case"));
}

QTEST_APPLESS_MAIN(CtlExchangeTest)
#include "tst_ctl_exchange.moc"
