// SPDX-License-Identifier: GPL-3.0-or-later
//
// The preview follows the keys: shortly after them, newest last, and never empty because of half a word.

#include "uistate/preview_controller.h"

#include "support/printing.h"
#include "ui/gui_test.h"
#include "ui/workspace_fixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace touchstone;
using namespace touchstone::test;
using namespace touchstone::ui;

class PreviewControllerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_fixture = std::make_unique<WorkspaceFixture>();
        auto session = m_fixture->open(store::OpenMode::Create);
        VERIFY_OK(session);
        m_session = std::move(session).value();
        VERIFY_OK(m_fixture->fill(*m_session));
        m_draft = std::make_unique<DraftModel>(*m_session);
        m_previews = std::make_unique<PreviewController>(*m_session, *m_draft);
        m_previews->setInput(Json{{"text", "hello"}}, {});
        m_draft->open(QStringLiteral("sorter"), QStringLiteral("main"));
        QTRY_VERIFY(m_previews->latest());
    }
    void cleanup() {
        m_previews.reset();
        m_draft.reset();
        m_session.reset();
        m_fixture.reset();
    }

    void showsTheDraftOnItsInput() {
        QCOMPARE(lastMessage(), QStringLiteral("hello"));
        QVERIFY(!m_previews->isStale());
        QVERIFY(m_previews->latest()->tier.has_value());
    }

    void followsTextAndInput() {
        m_draft->setPromptText(QStringLiteral("Say: {{ text }}"));
        QTRY_COMPARE(lastMessage(), QStringLiteral("Say: hello"));
        m_previews->setInput(Json{{"text", "bye"}}, {});
        QTRY_COMPARE(lastMessage(), QStringLiteral("Say: bye"));
    }

    void theTierOfTheFormCounts() {
        const std::string tier = m_draft->document()["routing"]["tiers"].items().begin().key();
        m_previews->setInput(Json{{"text", "hello"}}, tier);
        QTRY_COMPARE(m_previews->latest()->tier->reason, std::string("chosen by the caller"));
    }

    void halfAWordKeepsWhatWas_data() {
        QTest::addColumn<QString>("text");
        QTest::newRow("no template") << QStringLiteral("{{ text");
        QTest::newRow("unknown name") << QStringLiteral("{{ txt }}");
        QTest::newRow("fails while rendering") << QStringLiteral("{{ text.no }}");
    }
    void halfAWordKeepsWhatWas() {
        QFETCH(QString, text);
        m_draft->setPromptText(text);
        QTRY_VERIFY(m_previews->isStale());
        QVERIFY(m_previews->latest()->problem.has_value());
        QCOMPARE(lastMessage(), QStringLiteral("hello"));
        m_draft->setPromptText(QStringLiteral("{{ text }}!"));
        QTRY_VERIFY(!m_previews->isStale());
        QCOMPARE(lastMessage(), QStringLiteral("hello!"));
    }

    void aStormOfKeysIsAFewPreviewsAndTheLastOneCounts() {
        QSignalSpy changed(m_previews.get(), &PreviewController::changed);
        for (int i = 0; i < 200; ++i)
            m_draft->setPromptText(QStringLiteral("%1 {{ text }}").arg(i));
        QTRY_COMPARE(lastMessage(), QStringLiteral("199 hello"));
        QVERIFY2(changed.count() <= 2, qPrintable(QString::number(changed.count())));
    }

    void nothingChangedNothingDone() {
        QSignalSpy changed(m_previews.get(), &PreviewController::changed);
        m_previews->setInput(Json{{"text", "hello"}}, {});
        m_previews->setInput(Json{{"text", "a"}}, {});
        QTRY_COMPARE(changed.count(), 1);
    }

    void anotherDocumentIsNotTheOldOne() {
        session::CommitRequest request;
        request.workflow = "other";
        Json document = WorkspaceFixture::document({});
        document["name"] = "other";
        document["prompt"]["messages"][0]["content"] = "Other: {{ text }}";
        request.text = toText(document);
        request.author = "test";
        request.message = "other";
        VERIFY_OK(session::await<workflow::Version>(
            [&](auto done) { m_session->authoring().commit(request, std::move(done)); }));
        m_draft->setPromptText(QStringLiteral("late {{ text }}"));
        QSignalSpy opened(m_draft.get(), &DraftModel::opened);
        connect(m_draft.get(), &DraftModel::opened, this, [this] { m_afterOpening = m_previews->rendered(); });
        m_draft->open(QStringLiteral("other"), QStringLiteral("main"));
        QTRY_COMPARE(opened.count(), 1);
        QVERIFY(!m_afterOpening);
        QTRY_COMPARE(lastMessage(), QStringLiteral("Other: hello"));
    }

    void theEndComesWhileOneIsUnderWay() {
        m_draft->setPromptText(QStringLiteral("end {{ text }}"));
        QTest::qWait(130);  // the pause after a key
        m_previews.reset();
        QCoreApplication::processEvents();
    }

private:
    [[nodiscard]] QString lastMessage() const {
        const PreviewController::Shown shown = m_previews->rendered();
        return shown ? QString::fromStdString(shown->messages.back().content) : QString();
    }

    std::unique_ptr<WorkspaceFixture> m_fixture;
    std::unique_ptr<session::Session> m_session;
    std::unique_ptr<DraftModel> m_draft;
    std::unique_ptr<PreviewController> m_previews;
    PreviewController::Shown m_afterOpening;
};

GUI_TEST_MAIN(PreviewControllerTest)
#include "tst_preview_controller.moc"
