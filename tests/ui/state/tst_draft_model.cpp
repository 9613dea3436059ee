// SPDX-License-Identifier: GPL-3.0-or-later

#include "draft_fixture.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QProcess>
#include <QSignalSpy>

#include <algorithm>
#include <csignal>

using namespace touchstone;
using namespace touchstone::test;
using namespace touchstone::ui;

namespace {

// The child of survivesKill(): types into the draft without end.
int typeForever(const std::string& path) {
    auto wiring = wiring::Wiring::make();
    auto session = session::Session::open(path, store::OpenMode::ReadWrite, wiring.value()->parts());
    if (!session.ok())
        return 1;
    DraftModel draft(*session.value());
    QTimer typing;
    int keys = 0;
    QObject::connect(&typing, &QTimer::timeout, &draft, [&] {
        draft.setPromptText(QStringLiteral("typed %1").arg(++keys));
        std::printf("%d\n", keys);
        std::fflush(stdout);
    });
    QObject::connect(&draft, &DraftModel::opened, &typing, [&] { typing.start(10); });
    draft.open(kName, kMain);
    return QCoreApplication::exec();
}

}  // namespace

class DraftModelTest : public QObject, private DraftFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void opensTheNewestVersion() {
        DraftModel draft(*m_session);
        open(draft);
        QCOMPARE(draft.baseName(), QStringLiteral("v2"));
        QCOMPARE(draft.promptText(), QStringLiteral("{{ text }}"));
        QVERIFY(!draft.isUnsaved());
        QTRY_VERIFY(draft.isRunnable());
        QVERIFY(draft.changes().empty());
    }

    void editsAreCheckedAndSaved() {
        DraftModel draft(*m_session);
        open(draft);
        QSignalSpy saves(&draft, &DraftModel::saveStateChanged);
        draft.setPromptText(QStringLiteral("{{ txt }}"));
        QVERIFY(draft.isUnsaved());
        QTRY_VERIFY(draft.savedAt().has_value());
        QTRY_VERIFY(!draft.findings().empty());
        QCOMPARE(draft.findings().front().pointer, draft.promptPointer());
        QCOMPARE(draft.changes().size(), std::size_t(1));
        QCOMPARE(draft.changes().front().part, std::string("prompt"));
        DraftModel other(*m_session);
        open(other);
        QCOMPARE(other.promptText(), QStringLiteral("{{ txt }}"));
    }

    void textThatIsNotJsonComesBack() {
        const QString broken = QStringLiteral("{\"tiers\": {");
        {
            DraftModel draft(*m_session);
            open(draft);
            draft.setSource("routing", broken);
            QTRY_VERIFY(!draft.findings().empty());
            QVERIFY(!draft.isRunnable());
            QSignalSpy failed(&draft, &DraftModel::failed);
            draft.commit(QStringLiteral("test"), QStringLiteral("no"));
            QCOMPARE(failed.count(), 1);
            QTRY_VERIFY(!draft.isUnsaved());
        }
        DraftModel draft(*m_session);
        open(draft);
        QCOMPARE(draft.source("routing"), broken);
        QVERIFY(memberAt(draft.document(), "routing"));
        draft.setSource("routing", QString());
        QVERIFY(!draft.hasPart("routing"));
    }

    void commitsAndGoesOn() {
        DraftModel draft(*m_session);
        open(draft);
        draft.setInstructions(QStringLiteral("Answer with one label.\n"));
        QSignalSpy committed(&draft, &DraftModel::committed);
        QSignalSpy failed(&draft, &DraftModel::failed);
        draft.commit(QStringLiteral("test"), QStringLiteral("one label"));
        draft.setPromptText(QStringLiteral("Message: {{ text }}"));  // while the commit is under way
        QTRY_COMPARE(committed.count(), 1);
        QCOMPARE(failed.count(), 0);
        QCOMPARE(committed.front().front().toString(), QStringLiteral("v3"));
        QCOMPARE(draft.baseName(), QStringLiteral("v3"));
        QCOMPARE(draft.promptText(), QStringLiteral("Message: {{ text }}"));
        QTRY_VERIFY(!draft.isUnsaved());
        QTRY_COMPARE(draft.changes().size(), std::size_t(1));
        QCOMPARE(failed.count(), 0);
    }

    // The click meets a save under way, and typing goes on.
    void aCommitTakesNothingLater_data() {
        QTest::addColumn<QString>("later");
        QTest::newRow("a part") << QStringLiteral("{\"text\": \"later\"}");
        QTest::newRow("no JSON") << QStringLiteral("{\"later\": {");
    }
    void aCommitTakesNothingLater() {
        QFETCH(QString, later);
        Json expected = version("v2").document;
        expected[Json::json_pointer("/prompt/messages/0/content")] = "at the click";
        DraftModel draft(*m_session);
        open(draft);
        QSignalSpy committed(&draft, &DraftModel::committed);
        QSignalSpy failed(&draft, &DraftModel::failed);
        draft.setPromptText(QStringLiteral("saved"));
        draft.saveNow();
        draft.setPromptText(QStringLiteral("at the click"));
        draft.commit(QStringLiteral("test"), QStringLiteral("this"));
        draft.setSource("instructions", later);
        QTRY_COMPARE(committed.count(), 1);
        QCOMPARE(failed.count(), 0);
        QVERIFY(version("v3").document == expected);
        QVERIFY(draft.source("instructions").contains(QStringLiteral("later")));
        QTRY_VERIFY(!draft.isUnsaved());
        DraftModel other(*m_session);
        open(other);
        QVERIFY(other.source("instructions").contains(QStringLiteral("later")));
    }

    void commitOfNothingFails() {
        DraftModel draft(*m_session);
        open(draft);
        QSignalSpy failed(&draft, &DraftModel::failed);
        draft.commit(QStringLiteral("test"), QStringLiteral("nothing"));
        QTRY_COMPARE(failed.count(), 1);
    }

    void typingWhileItLoadsIsKept() {
        DraftModel draft(*m_session);
        open(draft);
        QSignalSpy opened(&draft, &DraftModel::opened);
        draft.open(draft.workflow(), draft.branch());
        draft.setPromptText(QStringLiteral("typed meanwhile"));
        QTRY_COMPARE(opened.count(), 1);
        QCOMPARE(draft.promptText(), QStringLiteral("typed meanwhile"));
        QVERIFY(!draft.isUnsaved());
    }

    void aSourceThatIsNoPromptDoesNotStopTheTemplate() {
        DraftModel draft(*m_session);
        open(draft);
        QSignalSpy failed(&draft, &DraftModel::failed);
        draft.setSource("prompt", QStringLiteral("{\"messages\":[\"hi\"]}"));
        draft.setPromptText(QStringLiteral("again"));
        QCOMPARE(draft.promptText(), QStringLiteral("again"));
        draft.setSource("prompt", QStringLiteral("{\"messages\": ["));
        draft.setPromptText(QStringLiteral("lost?"));
        QCOMPARE(draft.source("prompt"), QStringLiteral("{\"messages\": ["));
        QCOMPARE(failed.count(), 1);
    }

    void switchingLosesNothing() {
        DraftModel draft(*m_session);
        open(draft);
        draft.setPromptText(QStringLiteral("first"));
        draft.saveNow();
        draft.setPromptText(QStringLiteral("second"));  // while the first save is under way
        open(draft);
        QCOMPARE(draft.promptText(), QStringLiteral("second"));
    }

    // Another window on the same workspace saves; nobody types here.
    void theLastKeysAreNotLost_data() {
        QTest::addColumn<bool>("committing");
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("base");
        QTest::newRow("saving") << false << QString() << QStringLiteral("v2");
        QTest::newRow("committing") << true << QStringLiteral("one") << QStringLiteral("v3");
        QTest::newRow("committing in vain") << true << QString() << QStringLiteral("v2");
    }
    void theLastKeysAreNotLost() {
        QFETCH(bool, committing);
        QFETCH(QString, message);
        QFETCH(QString, base);
        {
            DraftModel draft(*m_session);
            open(draft);
            draft.setSource("prompt", QStringLiteral("{\"messages\": [{\"role\": \"user\", \"content\": \"one\"}]}"));
            draft.saveNow();
            if (committing) {
                QTRY_VERIFY(!draft.isUnsaved());
                draft.commit(QStringLiteral("test"), message);
            }
            draft.setSource("prompt", QStringLiteral("{\"messages\": [{\"role\": \"user\", \"content\": \"two\"}]}"));
        }
        m_session.reset();
        auto again = m_fixture->open();
        VERIFY_OK(again);
        DraftModel draft(*again.value());
        open(draft);
        QCOMPARE(draft.promptText(), QStringLiteral("two"));
        QCOMPARE(draft.baseName(), base);
        QSignalSpy committed(&draft, &DraftModel::committed);
        draft.commit(QStringLiteral("test"), QStringLiteral("two"));
        QTRY_COMPARE(committed.count(), 1);
    }

    // What is typed is exact at once, although a worker reads it later.
    void typedTextIsExactBeforeItIsRead() {
        DraftModel draft(*m_session);
        open(draft);
        const QString source = QStringLiteral("{\"messages\":[{\"role\":\"user\",\"content\":\"a\"}]}");
        draft.setSource("prompt", source);
        QCOMPARE(draft.source("prompt"), source);
        QCOMPARE(draft.promptText(), QStringLiteral("a"));
        draft.setPromptText(QStringLiteral("b"));
        QVERIFY(draft.source("prompt").contains(QStringLiteral("\"b\"")));
        QCOMPARE(memberAt(draft.document(), "prompt")->size(), std::size_t(1));
        draft.setSource("output", QStringLiteral("{\"mode\": \"text\"}"));
        QVERIFY(draft.hasPart("output"));
        QVERIFY(draft.text().find("\"mode\"") != std::string::npos);
        draft.setSource("output", QStringLiteral(" "));
        QVERIFY(!draft.hasPart("output"));
        QVERIFY(!memberAt(draft.document(), "output"));
    }

    // The figure is printed, not judged: what is judged is that typing keeps the text and the saves follow.
    void aKeyCostsItsText() {
        Labelled examples;
        for (int i = 0; i < 10'000; ++i)
            examples.push_back({"customer message number " + std::to_string(i) + " about a late delivery", "refund"});
        VERIFY_OK(WorkspaceFixture::commit(*m_session, WorkspaceFixture::document(examples), "large"));
        DraftModel draft(*m_session);
        open(draft);
        QString source = draft.source("prompt");
        std::vector<qint64> keys;
        for (int i = 0; i < 50; ++i) {
            source.insert(1, QLatin1Char(' '));
            QElapsedTimer key;
            key.start();
            draft.setSource("prompt", source);
            keys.push_back(key.nsecsElapsed());
            QCoreApplication::processEvents();
        }
        std::sort(keys.begin(), keys.end());
        qInfo("a key in a part of %lld KB: median %.3f ms, longest %.3f ms",
              static_cast<long long>(source.size() / 1024), static_cast<double>(keys[keys.size() / 2]) * 1e-6,
              static_cast<double>(keys.back()) * 1e-6);
        draft.saveNow();
        QTRY_VERIFY(!draft.isUnsaved());
        QCOMPARE(resolvePointer(draft.document(), "/prompt/examples")->size(), std::size_t(10'000));
    }

    void brokenJsonIsFoundInItsLine() {
        DraftModel draft(*m_session);
        open(draft);
        draft.setSource("routing", QStringLiteral("{\n  \"tiers\": {\n    oops\n}"));
        QTRY_VERIFY(!draft.findings().empty());
        QCOMPARE(draft.findings().front().code, std::string("json"));
        QVERIFY(draft.findings().front().position.has_value());
        QCOMPARE(draft.findings().front().position->line, std::size_t(3));
        QVERIFY(!draft.isRunnable());
    }

    void survivesKill() {
        m_session.reset();
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(),
                    {QStringLiteral("--type-forever"), QString::fromStdString(m_fixture->path())});
        QVERIFY(child.waitForStarted());
        QElapsedTimer typed;
        typed.start();
        int lastTyped = 0;
        while (lastTyped < 150 && typed.elapsed() < 30'000 && child.waitForReadyRead(30'000))
            while (child.canReadLine())
                lastTyped = child.readLine().trimmed().toInt();
        QVERIFY2(lastTyped >= 150, child.readAllStandardError().constData());
        QCOMPARE(::kill(static_cast<pid_t>(child.processId()), SIGKILL), 0);
        QVERIFY(child.waitForFinished());

        auto again = m_fixture->open();
        VERIFY_OK(again);
        DraftModel draft(*again.value());
        open(draft);
        const int kept = draft.promptText().section(QLatin1Char(' '), 1).toInt();
        QVERIFY2(kept > 0 && kept >= lastTyped - 200, qPrintable(draft.promptText()));
    }
};

int main(int argc, char** argv) {
    QGuiApplication app(argc, argv);
    if (argc == 3 && std::string_view(argv[1]) == "--type-forever")
        return typeForever(argv[2]);
    DraftModelTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_draft_model.moc"
