// SPDX-License-Identifier: GPL-3.0-or-later
//
// What one key does about a finding, on a real draft: each is one step to undo, and the finding is gone after it.

#include "quick_fixes.h"

#include "problems_model.h"
#include "uistate/draft_model.h"
#include "uistate/text.h"

#include "support/printing.h"
#include "ui/gui_test.h"
#include "ui/workspace_fixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace touchstone;
using namespace touchstone::test;
using namespace touchstone::ui;

class QuickFixesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_fixture = std::make_unique<WorkspaceFixture>();
        auto opened = m_fixture->open(store::OpenMode::Create);
        VERIFY_OK(opened);
        m_session = std::move(opened).value();
        VERIFY_OK(m_fixture->fill(*m_session));
        m_draft = std::make_unique<DraftModel>(*m_session);
        m_draft->open(QString::fromLatin1(WorkspaceFixture::kWorkflow), QStringLiteral("main"));
        QTRY_VERIFY(m_draft->isOpen());
        QTRY_VERIFY(m_draft->isRunnable());
    }
    void cleanup() {
        m_draft.reset();
        m_session.reset();
        m_fixture.reset();
    }

    void aFieldRenamedInTheSchemaIsRenamedEverywhere() {
        const std::string before = m_draft->text();
        set("/inputs/properties", {{"message", {{"type", "string"}}}});
        set("/inputs/required", Json::array({"message"}));
        QTRY_VERIFY(found("renamed-field"));
        QCOMPARE(m_draft->findings().front().code, std::string("renamed-field"));  // before what follows from it
        const QuickFix fix = onlyFix("renamed-field");
        QCOMPARE(fix.title, QStringLiteral("Rename “text” to “message” in examples and templates"));
        const std::string broken = m_draft->text();
        fix.apply(*m_draft);
        QCOMPARE(m_draft->promptText(), QStringLiteral("{{ message }}"));
        for (const Json& example : m_draft->document()["prompt"]["examples"])
            QVERIFY(example["input"].contains("message") && !example["input"].contains("text"));
        QTRY_VERIFY(m_draft->findings().empty());
        QCOMPARE(m_draft->undoText(), fix.title);
        m_draft->undo();
        QCOMPARE(m_draft->text(), broken);
        QVERIFY(broken != before);
    }

    void anUnusedInputIsInsertedOrRemoved_data() {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<QString>("written");
        QTest::newRow("optional") << QByteArray("{\"type\": \"string\"}")
                                  << QStringLiteral("{% if brand is defined %}{{ brand }}{% endif %}");
        QTest::newRow("with a default") << QByteArray("{\"type\": \"string\", \"default\": \"x\"}")
                                        << QStringLiteral("{{ brand }}");
        QTest::newRow("list") << QByteArray("{\"type\": \"array\", \"default\": []}")
                              << QStringLiteral("{{ brand | tojson }}");
    }
    void anUnusedInputIsInsertedOrRemoved() {
        QFETCH(QByteArray, schema);
        QFETCH(QString, written);
        const std::string before = m_draft->text();
        set("/inputs/properties/brand", parseJson(schema.toStdString()).value());
        QTRY_VERIFY(found("unused-input"));
        const std::vector<QuickFix> fixes = quickFixes(*found("unused-input"));
        QCOMPARE(fixes.size(), std::size_t(2));
        fixes[0].apply(*m_draft);
        QCOMPARE(m_draft->promptText(), QStringLiteral("{{ text }}\n") + written);
        QTRY_VERIFY(m_draft->findings().empty());
        m_draft->undo();
        QTRY_VERIFY(found("unused-input"));
        fixes[1].apply(*m_draft);
        QCOMPARE(toText(m_draft->document()), toText(parseJson(before).value()));
        QTRY_VERIFY(m_draft->findings().empty());
    }

    // Text that is no JSON would be lost by another document.
    void typedTextIsNotLost() {
        set("/inputs/properties/brand", {{"type", "string"}});
        QTRY_VERIFY(found("unused-input"));
        const std::vector<QuickFix> fixes = quickFixes(*found("unused-input"));
        m_draft->setSource("routing", QStringLiteral("{ \"tiers\": "));
        const std::string before = m_draft->text();
        fixes[1].apply(*m_draft);
        QCOMPARE(m_draft->text(), before);
        QCOMPARE(m_draft->source("routing"), QStringLiteral("{ \"tiers\": "));
    }

    void anUnknownCorpusIsFoundAndReplaced() {
        set("/retrieval", {{"corpus", "halp"}, {"query", "{{ text }}"}});
        QTRY_VERIFY(found("unknown-corpus"));
        QVERIFY(!m_draft->isRunnable());
        QVERIFY2(found("unknown-corpus")->suggestion.find("import documents") != std::string::npos,
                 found("unknown-corpus")->suggestion.c_str());
        QVERIFY(quickFixes(*found("unknown-corpus")).empty());
    }

    void whatIsNotCarriedOutIsRemoved() {
        set("/budget", {{"per_run_usd", 1}, {"per_day_usd", 5}});
        QTRY_VERIFY(found("not-supported-yet"));
        onlyFix("not-supported-yet").apply(*m_draft);
        QCOMPARE(toText(m_draft->document()["budget"]), std::string("{\"per_run_usd\":1}"));
        QTRY_VERIFY(m_draft->isRunnable());
        for (const char* needed : {"/policy/0/stage", "/routing/rules/0/use", "/cache/mode", "/memory"})
            QVERIFY2(quickFixes({Severity::Error, "not-supported-yet", needed, {}, "x"}).empty(), needed);
    }

    void aBudgetIsRaisedToWhatIsNeeded() {
        set("/retrieval", {{"corpus", "help"}, {"query", "{{ text }}"}, {"budget_tokens", 10}});
        const std::vector<QuickFix> fixes = quickFixes(
            {Severity::Info, "sources-over-budget", "/retrieval/budget_tokens", {}, "x", "raise it to 1714"});
        QCOMPARE(fixes.size(), std::size_t(1));
        QCOMPARE(fixes[0].title, QStringLiteral("Raise to 1,714\u00a0tok"));
        fixes[0].apply(*m_draft);
        QCOMPARE(integerAt(m_draft->document()["retrieval"], "budget_tokens"), std::int64_t{1714});
    }

    void examplesAreCountedAsPeopleDo() {
        ProblemsModel model;
        model.setFindings({{Severity::Error, "example", "/prompt/examples/3/input/plan", {}, "x"},
                           {Severity::Error, "schema", "/prompt/examples", {}, "y"}},
                          true);
        QCOMPARE(model.index(0, 0).data(ProblemsModel::PlaceRole).toString(), QStringLiteral("prompt · example 4"));
        QCOMPARE(model.index(1, 0).data(ProblemsModel::PlaceRole).toString(), QStringLiteral("prompt"));
    }

private:
    void set(const char* pointer, Json value) {
        Json document = m_draft->document();
        document[Json::json_pointer(pointer)] = std::move(value);
        QVERIFY(m_draft->replace(std::make_shared<const Json>(std::move(document)), QStringLiteral("set")));
    }
    const Finding* found(const char* code) const {
        for (const Finding& finding : m_draft->findings())
            if (finding.code == code)
                return &finding;
        return nullptr;
    }
    QuickFix onlyFix(const char* code) const {
        std::vector<QuickFix> fixes = quickFixes(*found(code));
        return fixes.size() == 1 ? fixes.front() : QuickFix();
    }

    std::unique_ptr<WorkspaceFixture> m_fixture;
    std::unique_ptr<session::Session> m_session;
    std::unique_ptr<DraftModel> m_draft;
};

GUI_TEST_MAIN(QuickFixesTest)
#include "tst_quick_fixes.moc"
