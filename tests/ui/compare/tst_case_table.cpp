// SPDX-License-Identifier: GPL-3.0-or-later
//
// The table of a comparison by keyboard and mouse, with three and with six versions.

#include "case_table.h"

#include "synthetic_report.h"
#include "uibase/theme.h"

#include "ui/gui_test.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace touchstone;
using namespace touchstone::test;
using namespace touchstone::ui;

class CaseTableTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTheme(*qApp, m_theme); }

    void keysGoThroughVersionsAndDifferences_data() {
        QTest::addColumn<int>("versions");
        QTest::newRow("three") << 3;
        QTest::newRow("six") << 6;
    }
    void keysGoThroughVersionsAndDifferences() {
        QFETCH(int, versions);
        show(static_cast<std::size_t>(versions), 60);
        QCOMPARE(m_table->currentContestant(), 1);
        key(Qt::Key_3);
        QCOMPARE(m_table->currentContestant(), 2);
        key(Qt::Key_6);
        QCOMPARE(m_table->currentContestant(), versions == 6 ? 5 : 2);
        key(Qt::Key_1);
        QCOMPARE(m_table->currentContestant(), 0);
        key(Qt::Key_N);
        // Of the first case the fourth version differs, of the second the third.
        QCOMPARE(m_table->currentCase(), versions == 6 ? 0 : 1);
        QCOMPARE(m_table->currentContestant(), versions == 6 ? 3 : 2);
    }

    void theWayThroughDifferencesIsWhole() {
        show(3, 30);
        int steps = 0;
        for (int testCase = -1, contestant = -1;; ++steps) {
            key(Qt::Key_N);
            if (m_table->currentCase() == testCase && m_table->currentContestant() == contestant)
                break;
            testCase = m_table->currentCase();
            contestant = m_table->currentContestant();
            QVERIFY(m_model->cases()->isDifferent(static_cast<std::size_t>(testCase),
                                                  static_cast<std::size_t>(contestant)));
        }
        // One may stand on the first already.
        QVERIFY(steps == m_filter->differences() || steps == m_filter->differences() - 1);
        key(Qt::Key_P);
        QVERIFY(m_filter->differencesUpTo(m_table->table().currentIndex().row(), m_table->currentContestant()) ==
                m_filter->differences() - 1);
    }

    void homeEndAndTheMouse() {
        show(3, 60);
        QTableView& table = m_table->table();
        key(Qt::Key_End);
        QCOMPARE(m_table->currentCase(), 59);
        QCOMPARE(m_table->pinned().verticalScrollBar()->value(), table.verticalScrollBar()->value());
        key(Qt::Key_Home);
        QCOMPARE(m_table->currentCase(), 0);
        key(Qt::Key_3);
        QTest::mouseClick(m_table->pinned().viewport(), Qt::LeftButton, {},
                          m_table->pinned().visualRect(m_filter->index(2, 0)).center());
        QCOMPARE(m_table->currentCase(), 2);
        QCOMPARE(m_table->currentContestant(), 2);
        QSignalSpy opened(m_table.get(), &CaseTable::opened);
        key(Qt::Key_Return);
        const QPoint cell = table.visualRect(m_filter->index(1, CompareModel::columnOf(1))).center();
        QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, cell);
        QTest::mouseDClick(table.viewport(), Qt::LeftButton, {}, cell);
        QCOMPARE(opened.count(), 2);
    }

    void theChoiceSurvivesFilterAndSort() {
        show(3, 60);
        for (int i = 0; i < 7; ++i)
            key(Qt::Key_Down);
        key(Qt::Key_3);
        QCOMPARE(m_table->currentCase(), 7);
        CaseArrangement by;
        by.sort = CaseSort::Score;
        by.contestant = 1;
        m_table->arrange(by);
        QCOMPARE(m_table->currentCase(), 7);
        QCOMPARE(m_table->currentContestant(), 2);
        by.tags = {"security"};
        m_table->arrange(by);
        QCOMPARE(m_table->currentCase(), 7);
        QCOMPARE(m_table->selectedCases(), std::vector<int>{7});
        by.tags = {"billing"};
        m_table->arrange(by);
        QVERIFY(m_table->currentCase() % 2 == 0);
        by.tags = {"none"};
        m_table->arrange(by);
        QCOMPARE(m_table->currentCase(), -1);
        key(Qt::Key_N);
        key(Qt::Key_End);
    }

    void headsOfferWhatSorts() {
        show(3, 10);
        QSignalSpy sorted(m_table.get(), &CaseTable::sortRequested);
        QHeaderView* head = m_table->table().horizontalHeader();
        const int column = CompareModel::columnOf(1);
        QTest::mouseClick(head->viewport(), Qt::LeftButton, {},
                          {head->sectionViewportPosition(column) + 60, head->height() / 2});
        auto* menu = m_table->findChild<QMenu*>(QStringLiteral("sortMenu"));
        QVERIFY(menu && menu->isVisible());
        menu->findChild<QAction*>(QStringLiteral("sortChange"))->trigger();
        QCOMPARE(sorted.count(), 1);
        QCOMPARE(sorted[0][1].value<std::size_t>(), std::size_t(1));
        menu->close();
        key(Qt::Key_S);
        QTRY_VERIFY(qobject_cast<QMenu*>(QApplication::activePopupWidget()));
        QApplication::activePopupWidget()->close();
    }

    void columnsAreChosenAndRemembered() {
        show(3, 10);
        QMenu* menu = m_table->columnMenu();
        QVERIFY(menu);
        Q_EMIT menu->aboutToShow();
        auto* second = menu->findChild<QAction*>(QStringLiteral("column.version1"));
        QVERIFY(second && second->isChecked());
        second->trigger();
        QVERIFY(m_table->table().isColumnHidden(CompareModel::columnOf(1)));
        QVERIFY(!m_table->table().isColumnHidden(CompareModel::columnOf(0)));
        const QString columns = m_table->columnsText();
        QVERIFY2(!columns.contains(QLatin1Char(':')), "nobody chose a width");
        const int wide = m_table->table().columnWidth(CompareModel::columnOf(0));
        QVERIFY2(wide > 400, "what is left shares the room");
        menu->findChild<QAction*>(QStringLiteral("resetColumns"))->trigger();
        QVERIFY(!m_table->table().isColumnHidden(CompareModel::columnOf(1)));
        QVERIFY(m_table->table().isColumnHidden(CompareModel::CaseColumn));
        show(3, 10);
        m_table->restoreColumns(columns);
        QVERIFY(m_table->table().isColumnHidden(CompareModel::columnOf(1)));
        QVERIFY(m_table->table().isColumnHidden(CompareModel::CaseColumn));
        QVERIFY(!m_table->pinned().isColumnHidden(CompareModel::CaseColumn));
    }

    void copiesWhatIsSelected() {
        show(3, 10);
        key(Qt::Key_Down, Qt::ShiftModifier);
        QSignalSpy copied(m_table.get(), &CaseTable::copied);
        QTest::keyClick(&m_table->table(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(copied.count(), 1);
        const QStringList lines = QApplication::clipboard()->text().split(QLatin1Char('\n'));
        QCOMPARE(lines.size(), 3);
        QVERIFY(lines[1].startsWith(QStringLiteral("ticket-0\tbilling\trefund\t{")));
        m_table->copy(TableFormat::Markdown);
        QVERIFY(QApplication::clipboard()->text().startsWith(QStringLiteral("| case |")));
    }

    void paintsAtEverySizeAndZoom_data() {
        QTest::addColumn<double>("zoom");
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("versions");
        QTest::newRow("narrow, large") << 2.0 << 700 << 6;
        QTest::newRow("wide") << 1.0 << 1900 << 2;
        QTest::newRow("alone") << 1.0 << 900 << 1;
    }
    void paintsAtEverySizeAndZoom() {
        QFETCH(double, zoom);
        QFETCH(int, width);
        QFETCH(int, versions);
        m_theme.setZoom(zoom);
        show(static_cast<std::size_t>(versions), 20);
        m_table->resize(width, 600);
        QVERIFY(!m_table->grab().isNull());
        QCOMPARE(m_table->table().rowHeight(0), m_theme.px(92));
        QCOMPARE(m_table->table().horizontalHeader()->height(), m_theme.px(92));
        m_theme.setZoom(1);
    }

private:
    void show(std::size_t versions, std::size_t cases) {
        m_table.reset();
        m_filter.reset();
        m_model = std::make_unique<CompareModel>();
        m_filter = std::make_unique<CompareFilter>(*m_model);
        m_table = std::make_unique<CaseTable>(m_theme, *m_model, *m_filter);
        m_table->resize(1200, 700);
        m_table->setCases(std::make_shared<const ComparedCases>(largeReport(cases, versions)));
        m_table->arrange({});
        m_table->show();
        m_table->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_table.get()));
        m_table->takeFocus();
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(&m_table->table(), key, modifiers); }

    Theme m_theme{ThemeMode::Light};
    std::unique_ptr<CompareModel> m_model;
    std::unique_ptr<CompareFilter> m_filter;
    std::unique_ptr<CaseTable> m_table;
};

GUI_TEST_MAIN(CaseTableTest)
#include "tst_case_table.moc"
