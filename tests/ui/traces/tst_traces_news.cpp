// SPDX-License-Identifier: GPL-3.0-or-later
//
// Traces that come while one looks, or while one does not; and what is done with many of them.

#include "traces_bench.h"

#include "uistate/text.h"

#include "ui/gui_test.h"

#include <sqlite3.h>

#include <QAction>
#include <QDir>
#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace touchstone;
using namespace touchstone::test;
using namespace touchstone::ui;

namespace {

// Behind the back of the program.
bool tamper(const std::string& path, const char* sql) {
    sqlite3* database = nullptr;
    const bool ok = sqlite3_open(path.c_str(), &database) == SQLITE_OK &&
                    sqlite3_exec(database, sql, nullptr, nullptr, nullptr) == SQLITE_OK;
    sqlite3_close(database);
    return ok;
}

}  // namespace

class TracesNewsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTheme(*qApp, m_theme); }
    void init() { m_bench = std::make_unique<TracesBench>(m_theme); }
    void cleanup() { m_bench.reset(); }

    void newTracesAreThereWhenThePlaceIsShownAgain() {
        m_bench->put(100);
        QVERIFY(m_bench->show());
        QTRY_COMPARE(m_bench->rows(), 100);
        m_bench->view->hide();
        m_bench->put(7, 100);
        m_bench->announce();
        QTest::qWait(0);
        QCOMPARE(m_bench->rows(), 100);  // nobody looks, nothing is read
        m_bench->view->show();
        QTRY_COMPARE(m_bench->rows(), 107);
        QTRY_VERIFY(m_bench->child<QLabel>("traceTotals")->text().startsWith(QStringLiteral("107")));
    }

    void newTracesComeAtOnceWhileTheNewestEndIsInView() {
        m_bench->put(300);
        QVERIFY(m_bench->show());
        QTRY_VERIFY(m_bench->rows() >= 200);
        m_bench->table()->selectRow(3);
        const TraceId selected = m_bench->model()->summaryAt(3).id;
        m_bench->put(5, 300);
        m_bench->announce();
        QTRY_COMPARE(m_bench->model()->rowOf(selected.text), 8);
        QCOMPARE(m_bench->table()->currentIndex().row(), 8);
        QCOMPARE(m_bench->table()->verticalScrollBar()->value(), 0);
        QVERIFY(!m_bench->child<QPushButton>("newTraces")->isVisible());
    }

    void aStripTellsOfThemWhenOneHasScrolledAway() {
        m_bench->put(300);
        QVERIFY(m_bench->show());
        QTRY_VERIFY(m_bench->rows() >= 200);
        m_bench->table()->verticalScrollBar()->setValue(50);
        const TraceId top = m_bench->model()->summaryAt(50).id;
        m_bench->put(12, 300);
        m_bench->announce();
        auto* strip = m_bench->child<QPushButton>("newTraces");
        QTRY_VERIFY(strip->isVisible());
        QCOMPARE(strip->text(), QStringLiteral("12 new trace(s)"));
        QCOMPARE(m_bench->model()->rowOf(top.text), m_bench->table()->verticalScrollBar()->value());
        QTest::mouseClick(strip, Qt::LeftButton);
        QCOMPARE(m_bench->table()->verticalScrollBar()->value(), 0);
        QVERIFY(!strip->isVisible());
    }

    // More than a page of news, then many more than that.
    void manyNewTracesKeepTheSelection() {
        m_bench->put(300);
        QVERIFY(m_bench->show());
        QTRY_VERIFY(m_bench->rows() >= 200);
        m_bench->table()->selectRow(3);
        const TraceId selected = m_bench->model()->summaryAt(3).id;
        QTRY_COMPARE(m_bench->child<QLabel>("traceId")->toolTip(), toQString(selected.text));
        m_bench->put(700, 300);
        m_bench->announce();
        QTRY_COMPARE(m_bench->model()->rowOf(selected.text), 703);
        QCOMPARE(m_bench->table()->currentIndex().row(), 703);
    }

    void newsComeAgainAfterAnError() {
        m_bench->put(50);
        QVERIFY(m_bench->show());
        QTRY_COMPARE(m_bench->rows(), 50);
        m_bench->view->hide();
        m_bench->put(5, 50);
        QVERIFY(tamper(m_bench->fixture().path(), "ALTER TABLE trace RENAME TO hidden"));
        m_bench->view->show();
        QTest::qWait(300);
        QCOMPARE(m_bench->rows(), 50);
        QVERIFY(tamper(m_bench->fixture().path(), "ALTER TABLE hidden RENAME TO trace"));
        QTRY_COMPARE(m_bench->rows(), 55);
    }

    void replaysAreInNoSum() {
        std::vector<trace::Trace> traces{makeTrace(1), makeTrace(2)};
        for (trace::Trace& each : traces)
            each.summary.cost = Money::fromPicodollars(5'000'000'000);
        traces[1].summary.origin = trace::Origin::Replay;
        m_bench->append(traces);
        QVERIFY(m_bench->show());
        QTRY_COMPARE(m_bench->rows(), 2);
        const auto* totals = m_bench->child<QLabel>("traceTotals");
        QTRY_VERIFY2(totals->text().contains(QStringLiteral("mean $0.00500   sum $0.01")) ||
                         totals->text().contains(QStringLiteral("sum $0.00500")),
                     qPrintable(totals->text()));
        QVERIFY(totals->toolTip().contains(QStringLiteral("paid nothing")));
        QStringList costs;
        for (int column = 0; column < m_bench->model()->columnCount(); ++column)
            if (m_bench->model()->headerData(column, Qt::Horizontal, TraceTableModel::ValueRole) ==
                QStringLiteral("cost_usd"))
                for (int row = 0; row < 2; ++row)
                    costs.append(m_bench->model()->index(row, column).data(Qt::ToolTipRole).toString());
        QCOMPARE(costs.filter(QStringLiteral("paid nothing")).size(), 1);
    }

    void originIsOneClick() {
        std::vector<trace::Trace> traces;
        for (std::uint64_t i = 0; i < 6; ++i) {
            traces.push_back(makeTrace(i));
            traces.back().summary.origin = i < 3   ? trace::Origin::Production
                                           : i < 5 ? trace::Origin::Experiment
                                                   : trace::Origin::Try;
        }
        m_bench->append(traces);
        QVERIFY(m_bench->show());
        QTRY_COMPARE(m_bench->rows(), 6);
        auto* choice = m_bench->child<QWidget>("originChoice");
        const auto segment = [&](int number) {
            return choice->findChild<QAbstractButton*>(QStringLiteral("segment%1").arg(number));
        };
        QVERIFY(segment(0)->isChecked());
        m_bench->field()->setQuery(QStringLiteral("latency>0ms"));
        segment(1)->click();
        QCOMPARE(m_bench->field()->query(), QStringLiteral("origin:production latency>0ms"));
        QTRY_COMPARE(m_bench->rows(), 3);
        segment(2)->click();
        QTRY_COMPARE(m_bench->rows(), 2);
        m_bench->field()->setQuery(QStringLiteral("origin:try,experiment"));
        QTRY_COMPARE(m_bench->rows(), 3);
        for (int number = 0; number < 4; ++number)
            QVERIFY(!segment(number)->isChecked());
        segment(0)->click();
        QCOMPARE(m_bench->field()->query(), QString());
        QTRY_COMPARE(m_bench->rows(), 6);
    }

    void theInputGetsTheRoom_data() {
        QTest::addColumn<int>("width");
        QTest::addColumn<bool>("tokens");
        QTest::newRow("1280") << 1232 << false;
        QTest::newRow("1440") << 1392 << false;
        QTest::newRow("1920") << 1872 << true;
    }
    void theInputGetsTheRoom() {
        QFETCH(int, width);
        QFETCH(bool, tokens);
        m_bench->put(100);
        QVERIFY(m_bench->show({width, 800}));
        QTRY_COMPARE(m_bench->rows(), 100);
        QHeaderView* head = m_bench->table()->horizontalHeader();
        QCOMPARE(!head->isSectionHidden(m_bench->model()->columnCount() - 1), false);
        const auto column = [&](const char* key) {
            int at = 0;
            while (m_bench->model()->headerData(at, Qt::Horizontal, TraceTableModel::ValueRole).toString() !=
                   QLatin1StringView(key))
                ++at;
            return at;
        };
        QCOMPARE(!head->isSectionHidden(column("tokens")), tokens);
        QVERIFY2(head->sectionSize(column("input")) >= 165, qPrintable(QString::number(head->sectionSize(2))));
        const QString chosen = m_bench->table()->columnsText();
        QVERIFY(chosen.contains(QStringLiteral(" tokens:")) && chosen.contains(QStringLiteral(" tier:")));
    }

    void writesTheFilterToAFile_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("lines");
        QTest::newRow("JSON Lines") << QStringLiteral("traces.jsonl") << 60;
        QTest::newRow("CSV") << QStringLiteral("traces.csv") << 61;
    }
    void writesTheFilterToAFile() {
        QFETCH(QString, name);
        QFETCH(int, lines);
        m_bench->put(60);
        QVERIFY(m_bench->show());
        QTRY_COMPARE(m_bench->rows(), 60);
        QTemporaryDir folder;
        QSignalSpy ended(&m_bench->jobs, &JobList::ended);
        QVERIFY(exportTo(folder.filePath(name)));
        QTRY_COMPARE(ended.count(), 1);
        QCOMPARE(m_bench->jobs.at(0).state, JobState::Finished);
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().count('\n'), lines);
        QVERIFY(!QFile::exists(folder.filePath(name + QStringLiteral(".part"))));
    }

    // Stopped in its midst: long enough for that, however late the first progress is told.
    void aStoppedExportLeavesWhatWasThere() {
        m_bench->put(5000);
        QVERIFY(m_bench->show());
        QTRY_VERIFY(m_bench->rows() > 0);
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("traces.jsonl"));
        QFile before(path);
        QVERIFY(before.open(QIODevice::WriteOnly) && before.write("mine") == 4);
        before.close();
        QSignalSpy ended(&m_bench->jobs, &JobList::ended);
        JobList& jobs = m_bench->jobs;
        const auto stop = [&jobs] {
            if (jobs.rowCount() > 0 && jobs.at(0).state == JobState::Running && jobs.at(0).progress.done > 0)
                jobs.cancel(jobs.at(0).id);
        };
        connect(&jobs, &JobList::changed, &before, stop);
        QVERIFY(exportTo(path));
        QTRY_COMPARE(ended.count(), 1);
        QCOMPARE(jobs.at(0).state, JobState::Cancelled);
        QVERIFY(jobs.at(0).progress.done >= 50);
        QVERIFY(before.open(QIODevice::ReadOnly));
        QCOMPARE(before.readAll(), QByteArray("mine"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList(QStringLiteral("traces.jsonl")));
    }

    void theWholeFilterBecomesCases() {
        m_bench->put(40);
        QVERIFY(m_bench->show());
        QTRY_COMPARE(m_bench->rows(), 40);
        QTRY_VERIFY(m_bench->child<QLabel>("traceTotals")->text().startsWith(QStringLiteral("40")));
        chooseDataset("addAllMenu", QStringLiteral("found"));
        const auto* banner = m_bench->child<QWidget>("tracesBanner");
        QTRY_VERIFY(banner->isVisible());
        QVERIFY(banner->findChild<QLabel*>(QStringLiteral("bannerText"))->text().contains(QStringLiteral("40")));
        QSignalSpy ended(&m_bench->jobs, &JobList::ended);
        banner->findChild<QPushButton*>(QStringLiteral("bannerAction"))->click();
        QTRY_COMPARE(ended.count(), 1);
        QVERIFY2(m_bench->jobs.at(0).state == JobState::Finished, qPrintable(m_bench->jobs.at(0).message));
        const auto cases = session::await<std::vector<eval::Case>>(
            [&](auto done) { m_bench->session->exchange().cases("found", 0, 100, std::move(done)); });
        QVERIFY(cases.ok());
        QCOMPARE(cases->size(), 40U);
    }

    void theSelectionBecomesCases() {
        m_bench->put(30);
        QVERIFY(m_bench->show());
        QTRY_COMPARE(m_bench->rows(), 30);
        m_bench->table()->selectRow(2);
        QTest::keyClick(m_bench->table(), Qt::Key_Down, Qt::ShiftModifier);
        chooseDataset("addSelectedMenu", QStringLiteral("some"));
        const auto* banner = m_bench->child<QWidget>("tracesBanner");
        QTRY_VERIFY(banner->isVisible());
        QSignalSpy ended(&m_bench->jobs, &JobList::ended);
        banner->findChild<QPushButton*>(QStringLiteral("bannerAction"))->click();
        QTRY_COMPARE(ended.count(), 1);
        const auto cases = session::await<std::vector<eval::Case>>(
            [&](auto done) { m_bench->session->exchange().cases("some", 0, 100, std::move(done)); });
        QVERIFY(cases.ok());
        QCOMPARE(cases->size(), 2U);
    }

private:
    [[nodiscard]] bool exportTo(const QString& file) const {
        return QMetaObject::invokeMethod(m_bench->child<QObject>("bulkActions"), "exportTo", Q_ARG(QString, file));
    }
    void chooseDataset(const char* menu, const QString& dataset) const {
        auto* choices = m_bench->child<QMenu>(menu);
        choices->popup({});
        auto* name = choices->findChild<QLineEdit*>(QStringLiteral("newDataset"));
        QTest::keyClicks(name, dataset);
        QTest::keyClick(name, Qt::Key_Return);
    }

    Theme m_theme{ThemeMode::Light};
    std::unique_ptr<TracesBench> m_bench;
};

GUI_TEST_MAIN(TracesNewsTest)
#include "tst_traces_news.moc"
