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

namespace {

// Keeps a session from ending as long as the test likes: its run ends when this has answered.
class SlowModel {
public:
    SlowModel() {
        provider.play([this, answered = m_goOn.get_future().share()](std::size_t, const auto&) {
            testing::ScriptedStep step = testing::answers("late");
            step.before = [this, answered] {
                m_asked.set_value();
                answered.wait();
            };
            return step;
        });
    }
    // False when it takes too long until the model is asked.
    bool keepRunning(session::Session& session) {
        session::RunInput run;
        run.subject.text = toText(WorkspaceFixture::document(WorkspaceFixture::fewExamples()));
        run.input = {{"text", "hello"}};
        session.running().run(run, {}, {}, [](const auto&) {});
        return m_asked.get_future().wait_for(std::chrono::seconds(30)) == std::future_status::ready;
    }
    void answer() { m_goOn.set_value(); }

    testing::ScriptedProvider provider;

private:
    std::promise<void> m_asked;
    std::promise<void> m_goOn;
};

}  // namespace

class SessionCloserTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theGuiThreadDoesNotWait() {
        SlowModel model;
        auto closer = std::make_unique<SessionCloser>();
        auto shared = closer->share(open(model.provider), place());
        std::weak_ptr<session::Session> watched = shared;
        QVERIFY(model.keepRunning(*shared));
        shared.reset();  // comes back, though nobody has answered
        QVERIFY(watched.expired());
        model.answer();
        closer.reset();  // waits until the file is closed
        QVERIFY(!QFile::exists(place() + QStringLiteral("-wal")));
    }

    void whoOpensTheFileAgainWaits() {
        SlowModel model;
        const SessionCloser closer;
        auto shared = closer.share(open(model.provider), place());
        closer.waitUntilClosed(place(), {});  // it is open, and nobody closes it
        QVERIFY(model.keepRunning(*shared));
        shared.reset();
        closer.waitUntilClosed(QStringLiteral("elsewhere"), {});
        std::stop_source stop;
        stop.request_stop();
        closer.waitUntilClosed(place(), stop.get_token());
        auto waiting = std::async(std::launch::async, [&] { closer.waitUntilClosed(place(), {}); });
        QVERIFY(waiting.wait_for(std::chrono::milliseconds(50)) == std::future_status::timeout);
        model.answer();
        waiting.get();
        QVERIFY(!QFile::exists(place() + QStringLiteral("-wal")));
    }

    void closesOneAfterAnother() {
        testing::ScriptedProvider provider;
        const SessionCloser closer;
        for (int i = 0; i < 5; ++i) {
            closer.share(open(provider), place()).reset();
            closer.waitUntilClosed(place(), {});
            QVERIFY(!QFile::exists(place() + QStringLiteral("-wal")));
        }
    }

    void whoLetsGoElsewhereWaits() {
        testing::ScriptedProvider provider;
        const SessionCloser closer;
        auto shared = closer.share(open(provider), place());
        bool closed = false;
        std::jthread([&] {
            shared.reset();
            closed = !QFile::exists(place() + QStringLiteral("-wal"));
        }).join();
        QVERIFY(closed);
    }

    void oneThatOutlivesItIsClosedAllTheSame() {
        testing::ScriptedProvider provider;
        auto closer = std::make_unique<SessionCloser>();
        auto shared = closer->share(open(provider), place());
        closer.reset();
        shared.reset();
        QVERIFY(!QFile::exists(place() + QStringLiteral("-wal")));
    }

private:
    [[nodiscard]] QString place() const { return QString::fromStdString(m_fixture.path()); }

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
