// SPDX-License-Identifier: GPL-3.0-or-later

#include "uistate/session_closer.h"

#include "base/system_clock.h"

#include "support/printing.h"
#include "support/scripted_provider.h"
#include "ui/workspace_fixture.h"

#include <QTest>

#include <future>
#include <thread>

using namespace touchstone;
using namespace touchstone::test;
using namespace touchstone::ui;

class SessionCloserTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // The session ends when its run does, which is asked something that takes as long as the test likes.
    void theGuiThreadDoesNotWait() {
        std::promise<void> asked;
        std::promise<void> goOn;
        const std::shared_future<void> answered = goOn.get_future().share();
        testing::ScriptedProvider provider;
        provider.play([&asked, answered](std::size_t, const auto&) {
            testing::ScriptedStep step = testing::answers("late");
            step.before = [&asked, answered] {
                asked.set_value();
                answered.wait();
            };
            return step;
        });
        auto closer = std::make_unique<SessionCloser>();
        auto shared = closer->share(open(provider));
        std::weak_ptr<session::Session> watched = shared;
        session::RunInput run;
        run.subject.text = toText(WorkspaceFixture::document(WorkspaceFixture::fewExamples()));
        run.input = {{"text", "hello"}};
        shared->running().run(run, {}, {}, [](const auto&) {});
        QVERIFY(asked.get_future().wait_for(std::chrono::seconds(30)) == std::future_status::ready);
        shared.reset();  // comes back, though nobody has answered
        QVERIFY(watched.expired());
        goOn.set_value();
        closer.reset();  // waits until the file is closed
        QVERIFY(!QFile::exists(QString::fromStdString(m_fixture.path() + "-wal")));
    }

    void whoLetsGoElsewhereWaits() {
        testing::ScriptedProvider provider;
        const SessionCloser closer;
        auto shared = closer.share(open(provider));
        bool closed = false;
        std::jthread([&] {
            shared.reset();
            closed = !QFile::exists(QString::fromStdString(m_fixture.path() + "-wal"));
        }).join();
        QVERIFY(closed);
    }

    void oneThatOutlivesItIsClosedAllTheSame() {
        testing::ScriptedProvider provider;
        auto closer = std::make_unique<SessionCloser>();
        auto shared = closer->share(open(provider));
        closer.reset();
        shared.reset();
        QVERIFY(!QFile::exists(QString::fromStdString(m_fixture.path() + "-wal")));
    }

private:
    std::unique_ptr<session::Session> open(testing::ScriptedProvider& provider) {
        const auto mode = QFile::exists(QString::fromStdString(m_fixture.path())) ? store::OpenMode::ReadWrite
                                                                                  : store::OpenMode::Create;
        return session::Session::open(m_fixture.path(), mode, {m_clock, *m_random, provider, 2}).value();
    }

    WorkspaceFixture m_fixture;
    SystemClock m_clock;
    std::unique_ptr<Random> m_random = makeSeededRandom(1);
};

QTEST_GUILESS_MAIN(SessionCloserTest)
#include "tst_session_closer.moc"
