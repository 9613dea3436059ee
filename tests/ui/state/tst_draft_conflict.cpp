// SPDX-License-Identifier: GPL-3.0-or-later
//
// The same draft in two programs: loaded again, or a conflict that a person decides.

#include "draft_fixture.h"

#include <QGuiApplication>
#include <QSignalSpy>

#include <algorithm>

using namespace touchstone;
using namespace touchstone::test;
using namespace touchstone::ui;

class DraftConflictTest : public QObject, private DraftFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void loadsAgainWhatChangedElsewhere() {
        DraftModel draft(*m_session);
        open(draft);
        QSignalSpy reloaded(&draft, &DraftModel::reloaded);
        const auto elsewhere = m_fixture->open();
        VERIFY_OK(elsewhere);
        {
            DraftModel other(*elsewhere.value());
            open(other);
            other.setPromptText(QStringLiteral("theirs"));
            other.saveNow();
            QTRY_VERIFY(!other.isUnsaved());
        }
        draft.lookElsewhere();
        QTRY_COMPARE(reloaded.count(), 1);
        QCOMPARE(draft.promptText(), QStringLiteral("theirs"));
        QVERIFY(!draft.isConflicted() && !draft.isUnsaved());
        QVERIFY(draft.canBringBack());
        draft.bringBack();
        QCOMPARE(draft.promptText(), QStringLiteral("{{ text }}"));
        draft.bringBack();
        QCOMPARE(draft.promptText(), QStringLiteral("theirs"));
        draft.saveNow();
        QTRY_VERIFY(!draft.isUnsaved());
    }

    // Two models on one session: the store itself says that something changed.
    void noticesTheSameProcessAtOnce() {
        DraftModel draft(*m_session);
        open(draft);
        DraftModel other(*m_session);
        open(other);
        QSignalSpy reloaded(&draft, &DraftModel::reloaded);
        other.setPromptText(QStringLiteral("theirs"));
        other.saveNow();
        QTRY_COMPARE(reloaded.count(), 1);
        QCOMPARE(draft.promptText(), QStringLiteral("theirs"));
        other.commit(QStringLiteral("test"), QStringLiteral("elsewhere"));
        QTRY_COMPARE(reloaded.count(), 2);
        QVERIFY(!draft.canBringBack());  // the text is the same
        QCOMPARE(draft.baseName(), QStringLiteral("v3"));
        QCOMPARE(draft.promptText(), QStringLiteral("theirs"));
    }

    void aConflictIsDecided_data() {
        QTest::addColumn<bool>("keep");
        QTest::addColumn<bool>("gone");  // the other side committed
        QTest::newRow("keep mine") << true << false;
        QTest::newRow("take theirs") << false << false;
        QTest::newRow("keep mine over a commit") << true << true;
        QTest::newRow("take theirs after a commit") << false << true;
    }
    void aConflictIsDecided() {
        QFETCH(bool, keep);
        QFETCH(bool, gone);
        DraftModel draft(*m_session);
        open(draft);
        changeElsewhere(gone);
        QSignalSpy conflicts(&draft, &DraftModel::conflictChanged);
        QSignalSpy asked(&draft, &DraftModel::decisionNeeded);
        QSignalSpy failed(&draft, &DraftModel::failed);
        draft.setPromptText(QStringLiteral("mine"));
        draft.saveNow();
        QTRY_COMPARE(conflicts.count(), 1);
        QVERIFY(draft.isConflicted() && draft.isUnsaved());
        QCOMPARE(asked.count(), 1);
        draft.setInstructions(QStringLiteral("typed in the conflict"));
        QCOMPARE(draft.promptText(), QStringLiteral("mine"));

        std::vector<session::PartDifference> difference;
        draft.compareWithTheirs([&](auto parts) { difference = std::move(parts); });
        QTRY_COMPARE(difference.size(), std::size_t(2));
        QCOMPARE(difference[1].part, std::string("prompt"));

        keep ? draft.keepMine() : draft.takeTheirs();
        QVERIFY(!draft.isConflicted());
        QCOMPARE(draft.promptText(), keep ? QStringLiteral("mine") : QStringLiteral("theirs"));
        QTRY_VERIFY(!draft.isUnsaved());
        if (gone)
            QCOMPARE(draft.baseName(), QStringLiteral("v3"));
        QCOMPARE(stored(), keep ? QStringLiteral("mine") : QStringLiteral("theirs"));

        // Neither text is lost.
        draft.bringBack();
        QCOMPARE(draft.promptText(), keep ? QStringLiteral("theirs") : QStringLiteral("mine"));
        draft.saveNow();
        QTRY_VERIFY(!draft.isUnsaved());
        QCOMPARE(failed.count(), 0);

        QSignalSpy committed(&draft, &DraftModel::committed);
        draft.setPromptText(QStringLiteral("on it goes"));
        draft.commit(QStringLiteral("test"), QStringLiteral("after"));
        QTRY_COMPARE(committed.count(), 1);
        QCOMPARE(failed.count(), 0);
    }

    void aConflictFollowsTheOtherSide() {
        DraftModel draft(*m_session);
        open(draft);
        changeElsewhere(false);
        QSignalSpy conflicts(&draft, &DraftModel::conflictChanged);
        draft.setPromptText(QStringLiteral("mine"));
        draft.saveNow();
        QTRY_COMPARE(conflicts.count(), 1);
        changeElsewhere(false, QStringLiteral("theirs again"));
        draft.lookElsewhere();
        QTRY_COMPARE(conflicts.count(), 2);
        draft.takeTheirs();
        QCOMPARE(draft.promptText(), QStringLiteral("theirs again"));
    }

    // The draft on disk is ours, but was begun before the branch's newest version.
    void aDraftOfAnOldVersionIsDecided_data() {
        QTest::addColumn<bool>("keep");
        QTest::newRow("keep mine") << true;
        QTest::newRow("take theirs") << false;
    }
    void aDraftOfAnOldVersionIsDecided() {
        QFETCH(bool, keep);
        const workflow::Version old = version("v1");
        const session::DraftText mine{std::make_shared<const Json>(old.document), {{"prompt", "mine", true}}};
        store::Draft begun;
        begun.workflow = WorkspaceFixture::kWorkflow;
        begun.branch = "main";
        begun.base = old.id;
        begun.revision = opened()->draft.revision;
        VERIFY_OK(session::await<store::Draft>(
            [&](auto done) { m_session->authoring().saveDraft(begun, mine, std::move(done)); }));
        DraftModel draft(*m_session);
        open(draft);
        QSignalSpy failed(&draft, &DraftModel::failed);
        QSignalSpy asked(&draft, &DraftModel::decisionNeeded);
        draft.commit(QStringLiteral("test"), QStringLiteral("no"));
        QTRY_VERIFY(draft.isConflicted());
        QCOMPARE(failed.count(), 1);
        draft.saveNow();
        QCOMPARE(asked.count(), 1);

        keep ? draft.keepMine() : draft.takeTheirs();
        QCOMPARE(draft.baseName(), QStringLiteral("v2"));
        QTRY_VERIFY(!draft.isUnsaved());
        const QString theirs = QStringLiteral("{{ text }}");
        QCOMPARE(stored(), keep ? QStringLiteral("mine") : theirs);
        draft.bringBack();
        QCOMPARE(draft.promptText(), keep ? theirs : QStringLiteral("mine"));

        QSignalSpy committed(&draft, &DraftModel::committed);
        draft.setPromptText(QStringLiteral("on it goes"));
        draft.commit(QStringLiteral("test"), QStringLiteral("yes"));
        QTRY_COMPARE(committed.count(), 1);
        QCOMPARE(failed.count(), 1);
    }

    // A draft that was never committed and is discarded elsewhere leaves nothing to decide about.
    void aDraftThatIsGoneIsWrittenAgain() {
        const auto made = session::await<store::Draft>(
            [&](auto done) { m_session->authoring().createWorkflow("fresh", std::move(done)); });
        VERIFY_OK(made);
        DraftModel draft(*m_session);
        QSignalSpy opened(&draft, &DraftModel::opened);
        QSignalSpy failed(&draft, &DraftModel::failed);
        draft.open(QStringLiteral("fresh"), kMain);
        QTRY_COMPARE(opened.count(), 1);
        VERIFY_OK(session::await<void>(
            [&](auto done) { m_session->authoring().discardDraft("fresh", "main", made->revision, std::move(done)); }));
        draft.setPromptText(QStringLiteral("still here"));
        draft.saveNow();
        QTRY_VERIFY(!draft.isUnsaved());
        QVERIFY(!draft.isConflicted());
        QCOMPARE(failed.count(), 0);
        DraftModel again(*m_session);
        QSignalSpy shown(&again, &DraftModel::opened);
        again.open(QStringLiteral("fresh"), kMain);
        QTRY_COMPARE(shown.count(), 1);
        QCOMPARE(again.promptText(), QStringLiteral("still here"));
    }

    // Nothing is written or opened before a person decided, and deciding later keeps the edits.
    void aConflictWaits() {
        DraftModel draft(*m_session);
        open(draft);
        changeElsewhere(false);
        QSignalSpy asked(&draft, &DraftModel::decisionNeeded);
        QSignalSpy failed(&draft, &DraftModel::failed);
        QSignalSpy opened(&draft, &DraftModel::opened);
        draft.setPromptText(QStringLiteral("mine"));
        draft.open(kName, kMain);
        QTRY_COMPARE(asked.count(), 1);
        draft.decideLater();
        QCOMPARE(failed.count(), 1);
        draft.commit(QStringLiteral("test"), QStringLiteral("no"));
        QCOMPARE(failed.count(), 2);
        QCOMPARE(asked.count(), 2);
        QCOMPARE(opened.count(), 0);
        QCOMPARE(draft.promptText(), QStringLiteral("mine"));
        QCOMPARE(stored(), QStringLiteral("theirs"));
        draft.keepMine();
        QTRY_VERIFY(!draft.isUnsaved());
        QCOMPARE(stored(), QStringLiteral("mine"));
    }

    // The window is closed right after a key, while a save or a commit is under way.

    // Who shows what was to be opened hears that it is not.
    void decidingLaterStays() {
        DraftModel draft(*m_session);
        open(draft);
        conflict(draft);
        QSignalSpy stayed(&draft, &DraftModel::stayed);
        draft.open(QStringLiteral("another"), kMain);
        QCOMPARE(draft.workflow(), kName);
        draft.decideLater();
        QCOMPARE(stayed.count(), 1);
        QCOMPARE(draft.workflow(), kName);
        draft.decideLater();
        QCOMPARE(stayed.count(), 1);
    }
};

QTEST_GUILESS_MAIN(DraftConflictTest)
#include "tst_draft_conflict.moc"
