// SPDX-License-Identifier: GPL-3.0-or-later
//
// The place of traces without a mouse: the way of Tab, the filter's keys, the brush.

#include "traces_bench.h"

#include "ui/gui_test.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QTabBar>
#include <QToolButton>

using namespace touchstone;
using namespace touchstone::test;
using namespace touchstone::ui;

namespace {

QString nameOf(const QWidget* widget) {
    return widget ? QStringLiteral("%1 %2").arg(QLatin1String(widget->metaObject()->className()), widget->objectName())
                  : QStringLiteral("nothing");
}

bool takesTab(const QWidget& widget) {
    return (widget.focusPolicy() & Qt::TabFocus) && widget.isVisible() && widget.isEnabled() && !widget.focusProxy();
}

// Controls in the order in which the key leads to them, until the first one comes again.
QList<QWidget*> walk(Qt::Key key) {
    QList<QWidget*> met;
    while (met.size() < 200) {
        QWidget* at = QApplication::focusWidget();
        if (!at || met.contains(at))
            break;
        met.append(at);
        QTest::keyClick(at, key, key == Qt::Key_Backtab ? Qt::ShiftModifier : Qt::NoModifier);
        QApplication::processEvents();
    }
    return QApplication::focusWidget() == met.value(0) ? met : QList<QWidget*>();
}

}  // namespace

class TracesKeyboardTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTheme(*qApp, m_theme); }
    void init() { m_bench = std::make_unique<TracesBench>(m_theme); }
    void cleanup() { m_bench.reset(); }

    void tabMeetsEveryControl_data() {
        QTest::addColumn<int>("traces");
        QTest::addColumn<QString>("query");
        QTest::addColumn<int>("width");
        QTest::newRow("empty") << 0 << QString() << 1392;
        QTest::newRow("nothing passes") << 20 << QStringLiteral("latency>1min") << 1392;
        QTest::newRow("full") << 300 << QString() << 1392;
        QTest::newRow("full with chips") << 300 << QStringLiteral("origin:production status:ok") << 1392;
        QTest::newRow("narrow") << 300 << QString() << 1232;
    }
    void tabMeetsEveryControl() {
        QFETCH(int, traces);
        QFETCH(QString, query);
        QFETCH(int, width);
        m_bench->put(traces);
        QVERIFY(m_bench->show({width, 830}));
        QWidget& view = *m_bench->view;
        if (!query.isEmpty())
            m_bench->field()->setQuery(query);
        const bool full = traces >= 300;
        if (full) {
            QTRY_VERIFY(m_bench->rows() > 0);
            m_bench->table()->selectRow(0);
            QTRY_VERIFY(m_bench->child<QLabel>("traceId")->isVisible());
        } else {
            QTRY_VERIFY(m_bench->child<QWidget>("tracesEmpty")->isVisible());
        }
        auto* tabs = m_bench->child<QTabBar>("detailTabs");
        for (int tab = 0; tab < (full ? tabs->count() : 1); ++tab) {
            tabs->setCurrentIndex(tab);
            for (const Qt::Key key : {Qt::Key_Tab, Qt::Key_Backtab}) {
                m_bench->field()->edit()->setFocus();
                const QList<QWidget*> met = walk(key);
                QVERIFY2(!met.isEmpty(), qPrintable(QStringLiteral("the walk of tab %1 ended at %2")
                                                        .arg(tab)
                                                        .arg(nameOf(QApplication::focusWidget()))));
                for (QWidget* each : view.findChildren<QWidget*>())
                    QVERIFY2(!takesTab(*each) || each->window() != &view || met.contains(each),
                             qPrintable(QStringLiteral("%1 on tab %2").arg(nameOf(each)).arg(tab)));
            }
        }
    }

    void keysBeginInTheListOrWhatStandsForIt() {
        QVERIFY(m_bench->show());
        QTRY_VERIFY(m_bench->child<QWidget>("tracesEmpty")->isVisible());
        QCOMPARE(m_bench->view->firstFocus()->objectName(), QStringLiteral("emptyAction"));
        m_bench->put(20);
        m_bench->announce();
        QTRY_COMPARE(m_bench->rows(), 20);
        QCOMPARE(m_bench->view->firstFocus(), m_bench->table());
        QTRY_VERIFY(m_bench->child<QLabel>("traceId")->isVisible());  // the newest one is open
    }

    void tabGoesFromTheFilterDown() {
        m_bench->put(300);
        QVERIFY(m_bench->show());
        QTRY_VERIFY(m_bench->rows() > 0);
        m_bench->table()->selectRow(0);
        QTRY_VERIFY(m_bench->child<QLabel>("traceId")->isVisible());
        auto* production =
            m_bench->child<QWidget>("originChoice")->findChild<QAbstractButton*>(QStringLiteral("segment1"));
        production->click();
        m_bench->field()->edit()->setFocus();
        const QList<QWidget*> met = walk(Qt::Key_Tab);
        QCOMPARE(met.indexOf(production), 1);
        qsizetype before = -1;
        for (const char* name : {"traceQuery", "savedFilters", "columnsButton", "bulkButton", "timeBrush", "traceTable",
                                 "replayTraceButton", "moreActions", "traceWaterfall", "detailTabs"}) {
            const auto at = met.indexOf(m_bench->child<QWidget>(name));
            QVERIFY2(at > before,
                     qPrintable(QStringLiteral("%1 at %2 after %3").arg(QLatin1String(name)).arg(at).arg(before)));
            before = at;
        }
    }

    void escapeClosesTheListThenLeaves() {
        m_bench->put(50);
        QVERIFY(m_bench->show());
        QTRY_COMPARE(m_bench->rows(), 50);
        QLineEdit* edit = m_bench->field()->edit();
        edit->setFocus();
        QTest::keyClicks(edit, QStringLiteral("tier:"));
        QTRY_VERIFY(suggestions());
        QTest::keyClick(edit, Qt::Key_Escape);
        QVERIFY(!suggestions());
        QVERIFY(edit->hasFocus());
        QTest::keyClick(edit, Qt::Key_Escape);
        QVERIFY(m_bench->table()->hasFocus());
    }

    void theOnlySuggestionIsTaken_data() {
        QTest::addColumn<Qt::Key>("key");
        QTest::newRow("Enter") << Qt::Key_Return;
        QTest::newRow("Tab") << Qt::Key_Tab;
    }
    void theOnlySuggestionIsTaken() {
        QFETCH(Qt::Key, key);
        m_bench->put(50);
        QVERIFY(m_bench->show());
        QTRY_COMPARE(m_bench->rows(), 50);
        QLineEdit* edit = m_bench->field()->edit();
        edit->setFocus();
        QTest::keyClicks(edit, QStringLiteral("status:inv"));
        QTRY_VERIFY(suggestions() && suggestions()->model()->index(0, 0).data() == QStringLiteral("invalid"));
        QTest::keyClick(edit, key);
        QCOMPARE(m_bench->field()->query(), QStringLiteral("status:invalid"));
        QVERIFY(edit->hasFocus());
    }

    // "4000" is only an example of what may stand there.
    void anExampleIsNotTakenForWhatIsTyped() {
        m_bench->put(50);
        QVERIFY(m_bench->show());
        QTRY_COMPARE(m_bench->rows(), 50);
        QLineEdit* edit = m_bench->field()->edit();
        edit->setFocus();
        QTest::keyClicks(edit, QStringLiteral("tokens>4"));
        QTRY_VERIFY(suggestions() && suggestions()->model()->index(0, 0).data() == QStringLiteral("4000"));
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(m_bench->field()->query(), QStringLiteral("tokens>4"));
    }

    void selectAllTakesTheChipsToo() {
        m_bench->put(50);
        QVERIFY(m_bench->show());
        QTRY_COMPARE(m_bench->rows(), 50);
        m_bench->field()->setQuery(QStringLiteral("origin:production status:ok"));
        QLineEdit* edit = m_bench->field()->edit();
        edit->setFocus();
        QTest::keyClicks(edit, QStringLiteral("tie"));
        QTest::keyClick(edit, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(edit, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("origin:production status:ok tie"));
        QTest::keyClick(edit, Qt::Key_Backspace);
        QCOMPARE(m_bench->field()->query(), QString());
        QCOMPARE(edit->text(), QString());
        QTRY_COMPARE(m_bench->rows(), 50);
    }

    void arrowsLeadIntoTheChips() {
        m_bench->put(50);
        QVERIFY(m_bench->show());
        m_bench->field()->setQuery(QStringLiteral("origin:production status:ok"));
        QLineEdit* edit = m_bench->field()->edit();
        edit->setFocus();
        QTest::keyClick(edit, Qt::Key_Left);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Left);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Delete);
        QCOMPARE(m_bench->field()->query(), QStringLiteral("status:ok"));
    }

    void chipsWithoutRoomAreBehindAButton() {
        m_bench->put(50);
        QVERIFY(m_bench->show({1232, 700}));
        m_bench->field()->setQuery(
            QStringLiteral("origin:production workflow:support-triage,order-lookup feature:support.triage latency>1ms "
                           "tokens>10 -status:failed journey:checkout"));
        auto* more = m_bench->child<QToolButton>("moreTerms");
        QTRY_VERIFY(more->isVisible());
        int shown = 0;
        for (const QWidget* chip :
             m_bench->field()->findChildren<QWidget*>(QRegularExpression(QStringLiteral("^term"))))
            if (chip->isVisible()) {
                ++shown;
                QVERIFY(chip->geometry().right() < more->geometry().left());
                QVERIFY(chip->width() >= chip->sizeHint().width());
            }
        QCOMPARE(more->text(), QStringLiteral("+%1").arg(7 - shown));
        QVERIFY(m_bench->field()->edit()->width() >= 100);
    }

    void brushIsMovedByKeys() {
        TimeBrush brush(m_theme);
        brush.resize(1000, 68);
        const WallTime from{std::chrono::seconds(1'770'000'000)};
        const std::chrono::nanoseconds hour = std::chrono::hours(1);
        const WallTime to = from + 10 * hour;
        brush.setTimeline({from, to, std::vector<store::TimelineBucket>(10, {5, 1})});
        brush.setRange(TimeRange{from + 3 * hour, from + 5 * hour});
        QTest::keyClick(&brush, Qt::Key_Home);
        QVERIFY((*brush.range() == TimeRange{from, from + 2 * hour}));
        QTest::keyClick(&brush, Qt::Key_Left);
        QVERIFY((*brush.range() == TimeRange{from, from + 2 * hour}));  // it keeps its length
        QTest::keyClick(&brush, Qt::Key_End);
        QVERIFY((*brush.range() == TimeRange{to - 2 * hour, to}));
        QTest::keyClick(&brush, Qt::Key_Left, Qt::ShiftModifier);
        QVERIFY((*brush.range() == TimeRange{to - 2 * hour, to - hour}));
        QTest::keyClick(&brush, Qt::Key_Return);
        QVERIFY(!brush.range());
    }

private:
    static QAbstractItemView* suggestions() {
        for (QWidget* widget : QApplication::topLevelWidgets())
            if (widget->objectName() == QStringLiteral("suggestions") && widget->isVisible())
                return qobject_cast<QAbstractItemView*>(widget);
        return nullptr;
    }

    Theme m_theme{ThemeMode::Light};
    std::unique_ptr<TracesBench> m_bench;
};

GUI_TEST_MAIN(TracesKeyboardTest)
#include "tst_traces_keyboard.moc"
