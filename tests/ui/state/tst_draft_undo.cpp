// SPDX-License-Identifier: GPL-3.0-or-later

#include "uistate/draft_model.h"

#include "support/printing.h"
#include "ui/gui_test.h"
#include "ui/workspace_fixture.h"
#include "uistate/text.h"

#include <QSignalSpy>

#include <random>

using namespace touchstone;
using namespace touchstone::test;
using namespace touchstone::ui;

namespace {

constexpr const char* kParts[] = {"inputs", "instructions", "prompt", "output", "routing", "policy"};

// What every part shows: its template, its source, or nothing. While a source is broken, its template is an older one.
QStringList textsOf(const DraftModel& draft) {
    QStringList texts{draft.brokenPlace("instructions") ? QString() : draft.instructions(),
                      draft.brokenPlace("prompt") ? QString() : draft.promptText()};
    for (const char* part : kParts)
        texts.append(draft.source(part));
    return texts;
}

// Makes a random change of a text: typed, erased, replaced.
QString changed(const QString& text, std::mt19937& random) {
    const auto below = [&random](qsizetype n) { return static_cast<qsizetype>(random() % static_cast<unsigned>(n)); };
    const QString words[] = {QStringLiteral("a"), QStringLiteral("\n"), QString::fromUtf8("ü😀"),
                             QStringLiteral("{{ text }}"), QStringLiteral("\"x\": 1")};
    QList<uint> result = text.toUcs4();
    const qsizetype at = below(result.size() + 1);
    result.remove(at, std::min(below(4), result.size() - at));
    const QString before = QString::fromUcs4(reinterpret_cast<const char32_t*>(result.data()), at);
    const QString after = QString::fromUcs4(reinterpret_cast<const char32_t*>(result.data()) + at, result.size() - at);
    return before + words[below(5)] + after;
}

}  // namespace

class DraftUndoTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_fixture = std::make_unique<WorkspaceFixture>();
        auto opened = m_fixture->open(store::OpenMode::Create);
        VERIFY_OK(opened);
        m_session = std::move(opened).value();
        VERIFY_OK(m_fixture->fill(*m_session));
        m_draft = std::make_unique<DraftModel>(*m_session);
        open(*m_draft);
    }
    void cleanup() {
        m_draft.reset();
        m_session.reset();
        m_fixture.reset();
    }

    void typingIsOneStep() {
        typePrompt(QStringLiteral("abc"));
        QCOMPARE(m_draft->undoText(), QStringLiteral("Type in prompt"));
        m_draft->undo();
        QCOMPARE(m_draft->promptText(), QString());
        QCOMPARE(m_draft->undoText(), QStringLiteral("Clear"));
        m_draft->redo();
        QCOMPARE(m_draft->promptText(), QStringLiteral("abc"));
    }

    // Each row types, and says how many steps that is.
    void steps_data() {
        QTest::addColumn<QStringList>("texts");
        QTest::addColumn<int>("steps");
        const auto row = [](const char* name, std::initializer_list<const char*> texts, int steps) {
            QStringList list;
            for (const char* text : texts)
                list.append(QString::fromUtf8(text));
            QTest::newRow(name) << list << steps;
        };
        row("a word", {"a", "ab", "abc"}, 1);
        row("a mistake taken back", {"a", "ab", "a", "ac"}, 1);
        row("two lines", {"a", "a\n", "a\nb"}, 2);
        row("an indented line", {"a", "a\n", "a\n  ", "a\n  b"}, 2);
        row("somewhere else", {"ab", "ab c", "xab c"}, 2);
        row("nothing new", {"a", "a"}, 1);
        row("erased backwards", {"abc", "ab", "a"}, 1);
        row("replaced", {"abc", "axc", "axyc"}, 2);
    }
    void steps() {
        QFETCH(QStringList, texts);
        QFETCH(int, steps);
        m_draft->setPromptText(QString(), {QStringLiteral("Clear")});
        for (const QString& text : texts)
            m_draft->setPromptText(text);
        for (int i = 0; i < steps; ++i) {
            QVERIFY(m_draft->undoText() != QStringLiteral("Clear"));
            m_draft->undo();
        }
        QCOMPARE(m_draft->undoText(), QStringLiteral("Clear"));
        QCOMPARE(m_draft->promptText(), QString());
    }

    void aMovedCursorEndsAStep() {
        m_draft->setPromptText(QStringLiteral("a"));
        m_draft->endTyping();
        m_draft->setPromptText(QStringLiteral("ab"));
        m_draft->undo();
        QCOMPARE(m_draft->promptText(), QStringLiteral("a"));
    }

    void equalLettersAreWhereTheyWereTyped() {
        m_draft->setPromptText(QStringLiteral("aaaa"), {QStringLiteral("Start")});
        m_draft->setPromptText(QStringLiteral("aaaaa"), {{}, 3});  // typed at 2
        m_draft->setPromptText(QStringLiteral("aaabaa"), {{}, 4});
        QSignalSpy shown(m_draft.get(), &DraftModel::stepShown);
        m_draft->undo();
        QCOMPARE(m_draft->promptText(), QStringLiteral("aaaa"));
        QCOMPARE(shown.front()[2].toInt(), 2);
    }

    void undoLeadsToThePart() {
        m_draft->setPromptText(QStringLiteral("one"));
        m_draft->setSource("output", QStringLiteral("{\"mode\": \"text\"}"), {QStringLiteral("Add output")});
        QCOMPARE(m_draft->undoText(), QStringLiteral("Add output"));
        QSignalSpy shown(m_draft.get(), &DraftModel::stepShown);
        m_draft->undo();
        QCOMPARE(shown.takeFirst()[0].toString(), QStringLiteral("output"));
        QVERIFY(!m_draft->hasPart("output"));
        m_draft->undo();
        const QList<QVariant> prompt = shown.takeFirst();
        QCOMPARE(prompt[0].toString(), QStringLiteral("prompt"));
        QVERIFY(prompt[1].toBool());
        QCOMPARE(m_draft->redoText(), QStringLiteral("Type in prompt"));
    }

    void templateAndSourceTakeTurns() {
        const QStringList before = textsOf(*m_draft);
        m_draft->setPromptText(QStringLiteral("one"));
        m_draft->setSource("prompt",
                           QStringLiteral("{ \"messages\": [{\"role\": \"user\",   \"content\": \"two\"}] }"));
        const QStringList typed = textsOf(*m_draft);
        m_draft->setPromptText(QStringLiteral("three"));
        m_draft->undo();
        QCOMPARE(textsOf(*m_draft), typed);
        m_draft->undo();
        QCOMPARE(m_draft->promptText(), QStringLiteral("one"));
        m_draft->undo();
        QCOMPARE(textsOf(*m_draft), before);
    }

    void randomEditsAreUndoneAndRedone_data() {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 12; ++seed)
            QTest::addRow("%u", seed) << seed;
    }
    void randomEditsAreUndoneAndRedone() {
        QFETCH(unsigned, seed);
        std::mt19937 random(seed);
        const QStringList before = textsOf(*m_draft);
        for (int i = 0; i < 60; ++i) {
            const std::string part = kParts[random() % std::size(kParts)];
            const EditOrigin origin{random() % 3 == 0 ? QStringLiteral("Fix") : QString()};
            const bool ofTemplate = random() % 2 == 0;
            if (part == "prompt" && ofTemplate && !m_draft->brokenPlace("prompt"))
                m_draft->setPromptText(changed(m_draft->promptText(), random), origin);
            else if (part == "instructions" && ofTemplate && !m_draft->brokenPlace("instructions"))
                m_draft->setInstructions(changed(m_draft->instructions(), random), origin);
            else
                m_draft->setSource(part, changed(m_draft->source(part), random), origin);
            if (random() % 10 == 0)
                m_draft->undo();
            if (random() % 20 == 0)
                QVERIFY(QSignalSpy(m_draft.get(), &DraftModel::checked).wait());
        }
        while (m_draft->canRedo())
            m_draft->redo();
        const QStringList after = textsOf(*m_draft);
        for (int round = 0; round < 2; ++round) {
            while (m_draft->canUndo())
                m_draft->undo();
            QCOMPARE(textsOf(*m_draft), before);
            while (m_draft->canRedo())
                m_draft->redo();
            QCOMPARE(textsOf(*m_draft), after);
        }
    }

    void stepsOutliveSaveAndCommit() {
        const QString typed = QStringLiteral("{  \"mode\": \"text\"  }");
        m_draft->setSource("output", typed);
        m_draft->setPromptText(QStringLiteral("{{ text }}!"));
        QSignalSpy committed(m_draft.get(), &DraftModel::committed);
        QSignalSpy opened(m_draft.get(), &DraftModel::opened);
        m_draft->commit(QStringLiteral("me"), QStringLiteral("change"));
        QTRY_COMPARE(committed.count(), 1);
        QTRY_COMPARE(opened.count(), 1);
        QCOMPARE(m_draft->source("output"), typed);
        m_draft->undo();
        QCOMPARE(m_draft->promptText(), QStringLiteral("{{ text }}"));
        m_draft->undo();
        QVERIFY(!m_draft->hasPart("output"));
        QTRY_VERIFY(m_draft->savedAt().has_value());
        QTRY_COMPARE(m_draft->changes().size(), std::size_t(2));
    }

    void takingTheirsIsAStep() {
        changeElsewhere(QStringLiteral("theirs"));
        m_draft->setPromptText(QStringLiteral("mine"));
        m_draft->saveNow();
        QTRY_VERIFY(m_draft->isConflicted());
        m_draft->takeTheirs();
        QCOMPARE(m_draft->undoText(), QStringLiteral("Take theirs"));
        m_draft->undo();
        QCOMPARE(m_draft->promptText(), QStringLiteral("mine"));
        m_draft->undo();
        QCOMPARE(m_draft->promptText(), QStringLiteral("{{ text }}"));
        m_draft->redo();
        m_draft->redo();
        QCOMPARE(m_draft->promptText(), QStringLiteral("theirs"));
        QTRY_VERIFY(!m_draft->isUnsaved());
    }

    void anotherDocumentStartsAnew() {
        m_draft->setPromptText(QStringLiteral("x"));
        QSignalSpy made(m_draft.get(), &DraftModel::opened);
        Result<store::Draft> created = Error{ErrorCode::Internal, "not yet"};
        m_session->authoring().createWorkflow("other", [&](Result<store::Draft> draft) { created = std::move(draft); });
        m_draft->saveNow();
        QTRY_VERIFY(!m_draft->isUnsaved());
        m_draft->open(QStringLiteral("other"), QStringLiteral("main"));
        QTRY_COMPARE(made.count(), 1);
        QVERIFY(!m_draft->canUndo());
    }

    void memoryIsBounded() {
        // Each step keeps 8 MB, so that the oldest must go.
        for (int i = 0; i < 20; ++i)
            m_draft->setPromptText(QString(2'000'000, QLatin1Char(i % 2 == 0 ? 'a' : 'b')), {QStringLiteral("Fill")});
        int steps = 0;
        for (; m_draft->canUndo(); ++steps)
            m_draft->undo();
        QVERIFY2(steps >= 5 && steps <= 9, qPrintable(QString::number(steps)));
    }

private:
    static void open(DraftModel& draft) {
        QSignalSpy opened(&draft, &DraftModel::opened);
        draft.open(QString::fromLatin1(WorkspaceFixture::kWorkflow), QStringLiteral("main"));
        QTRY_COMPARE(opened.count(), 1);
    }

    void typePrompt(const QString& text) {
        m_draft->setPromptText(QString(), {QStringLiteral("Clear")});
        for (qsizetype i = 1; i <= text.size(); ++i)
            m_draft->setPromptText(text.left(i));
    }

    void changeElsewhere(const QString& prompt) {
        const auto session = m_fixture->open();
        VERIFY_OK(session);
        DraftModel other(*session.value());
        open(other);
        other.setPromptText(prompt);
        other.saveNow();
        QTRY_VERIFY(!other.isUnsaved());
    }

    std::unique_ptr<WorkspaceFixture> m_fixture;
    std::unique_ptr<session::Session> m_session;
    std::unique_ptr<DraftModel> m_draft;
};

GUI_TEST_MAIN(DraftUndoTest)
#include "tst_draft_undo.moc"
