// SPDX-License-Identifier: GPL-3.0-or-later

#include "uistate/job_list.h"

#include "support/manual_clock.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace touchstone;
using namespace touchstone::ui;

class JobListTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void newestIsFirstAndActive() {
        const JobId first = m_jobs.add({QStringLiteral("first")});
        const JobId second = m_jobs.add({QStringLiteral("second")});
        QCOMPARE(m_jobs.at(0).info.title, QStringLiteral("second"));
        QVERIFY(m_jobs.active()->id == second);
        QCOMPARE(m_jobs.activeCount(), 2);
        m_jobs.finish(second);
        QVERIFY(m_jobs.active()->id == first);
    }

    void progressIsShared() {
        const JobId id = m_jobs.add({QStringLiteral("job")});
        QCOMPARE(m_jobs.find(id)->share(), 0.0);
        QSignalSpy changed(&m_jobs, &QAbstractItemModel::dataChanged);
        m_jobs.update(id, {893, 1440});
        QCOMPARE(changed.count(), 1);
        QCOMPARE(m_jobs.index(0, 0).data(JobList::ShareRole).toDouble(), 893.0 / 1440);
    }

    // What a person asked for is shown before the job itself has done it.
    void controlsAnswerAtOnce() {
        QStringList said;
        JobControls controls;
        controls.pause = [&] { said.append(QStringLiteral("pause")); };
        controls.resume = [&] { said.append(QStringLiteral("resume")); };
        controls.cancel = [&] { said.append(QStringLiteral("cancel")); };
        const JobId id = m_jobs.add({QStringLiteral("job")}, controls);
        m_jobs.resume(id);  // it does not rest
        m_jobs.pause(id);
        QVERIFY(m_jobs.find(id)->state == JobState::Paused);
        m_jobs.resume(id);
        QVERIFY(m_jobs.find(id)->state == JobState::Running);
        m_jobs.cancel(id);
        m_jobs.cancel(id);
        QVERIFY(m_jobs.find(id)->state == JobState::Cancelling);
        QCOMPARE(said.join(QLatin1Char(' ')), QStringLiteral("pause resume cancel"));
        m_jobs.finish(id);
        QVERIFY(m_jobs.find(id)->state == JobState::Cancelled);
    }

    void whatIsNotOfferedIsNotDone() {
        const JobId id = m_jobs.add({QStringLiteral("job")});
        m_jobs.pause(id);
        m_jobs.cancel(id);
        QVERIFY(m_jobs.find(id)->state == JobState::Running);
    }

    void anEndIsAnEnd() {
        const JobId id = m_jobs.add({QStringLiteral("job")});
        m_clock.advance(std::chrono::seconds(31));
        QSignalSpy ended(&m_jobs, &JobList::ended);
        m_jobs.finish(id, QStringLiteral("24 runs"));
        m_jobs.fail(id, QStringLiteral("too late"));
        m_jobs.update(id, {1, 2});
        QCOMPARE(ended.count(), 1);
        QVERIFY(m_jobs.find(id)->state == JobState::Finished);
        QVERIFY(m_jobs.find(id)->took == std::chrono::seconds(31));
        QCOMPARE(m_jobs.find(id)->message, QStringLiteral("24 runs"));
        QCOMPARE(m_jobs.find(id)->progress.total, std::int64_t(0));
    }

    void failuresStayUntilTheyAreRead() {
        const JobId failed = m_jobs.add({QStringLiteral("failed")});
        m_jobs.fail(failed, QStringLiteral("no such dataset"));
        QCOMPARE(m_jobs.unreadFailures(), 1);
        for (int i = 0; i < 100; ++i)
            m_jobs.finish(m_jobs.add({QString::number(i)}));
        QVERIFY(m_jobs.rowCount() < 60);
        QVERIFY(m_jobs.find(failed));
        m_jobs.markRead();
        QCOMPARE(m_jobs.unreadFailures(), 0);
        m_jobs.finish(m_jobs.add({QStringLiteral("one more")}));
        QVERIFY(!m_jobs.find(failed));
    }

    void clearingLeavesWhatRuns() {
        m_jobs.fail(m_jobs.add({QStringLiteral("failed")}), QStringLiteral("why"));
        const JobId running = m_jobs.add({QStringLiteral("running")});
        m_jobs.clearEnded();
        QCOMPARE(m_jobs.rowCount(), 1);
        QVERIFY(m_jobs.at(0).id == running);
    }

    void cleanup() {
        m_jobs.clearEnded();
        while (const Job* job = m_jobs.active())
            m_jobs.finish(job->id);
        m_jobs.clearEnded();
    }

private:
    testing::ManualClock m_clock;
    JobList m_jobs{m_clock};
    QAbstractItemModelTester m_tester{&m_jobs, QAbstractItemModelTester::FailureReportingMode::QtTest};
};

QTEST_GUILESS_MAIN(JobListTest)
#include "tst_job_list.moc"
