// SPDX-License-Identifier: GPL-3.0-or-later
//
// Zooming and panning the time of a waterfall.

#include "uibase/theme.h"
#include "uibase/waterfall_view.h"

#include "ui/gui_test.h"

#include <QApplication>
#include <QTest>
#include <QWheelEvent>

using namespace touchstone::ui;
using namespace std::chrono_literals;

namespace {

void turn(WaterfallView& view, QPoint angle, Qt::KeyboardModifiers modifiers) {
    const QPointF place = view.viewport()->rect().center();
    QWheelEvent event(place, view.viewport()->mapToGlobal(place), {}, angle, Qt::NoButton, modifiers, Qt::NoScrollPhase,
                      false);
    QApplication::sendEvent(view.viewport(), &event);
}

}  // namespace

class WaterfallTimeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTheme(*qApp, m_theme); }
    void init() {
        m_view = std::make_unique<WaterfallView>(m_theme, QStringLiteral("Spans"));
        m_view->resize(600, 300);
        m_view->setSpans({{QStringLiteral("run"), 0, 0ms, 1000ms}, {QStringLiteral("step"), 1, 400ms, 200ms}});
        m_view->show();
    }

    void keysZoomAndPan() {
        QCOMPARE(m_view->shownTime().count(), std::chrono::nanoseconds(1000ms).count());
        QTest::keyClick(m_view.get(), Qt::Key_Left);  // nowhere to go
        QCOMPARE(m_view->shownFrom().count(), 0);
        QTest::keyClick(m_view.get(), Qt::Key_Plus);
        QCOMPARE(m_view->shownTime().count(), std::chrono::nanoseconds(800ms).count());
        QCOMPARE(m_view->shownFrom().count(), std::chrono::nanoseconds(100ms).count());
        QTest::keyClick(m_view.get(), Qt::Key_Right);
        QCOMPARE(m_view->shownFrom().count(), std::chrono::nanoseconds(180ms).count());
        for (int i = 0; i < 5; ++i)
            QTest::keyClick(m_view.get(), Qt::Key_Right);
        QCOMPARE(m_view->shownFrom().count(), std::chrono::nanoseconds(200ms).count());  // the end
        QTest::keyClick(m_view.get(), Qt::Key_Minus);
        QTest::keyClick(m_view.get(), Qt::Key_Minus);
        QCOMPARE(m_view->shownTime().count(), std::chrono::nanoseconds(1000ms).count());
        QTest::keyClick(m_view.get(), Qt::Key_Plus);
        QTest::keyClick(m_view.get(), Qt::Key_0);
        QCOMPARE(m_view->shownTime().count(), std::chrono::nanoseconds(1000ms).count());
        QCOMPARE(m_view->shownFrom().count(), 0);
    }

    void wheelZoomsUnderThePointer() {
        turn(*m_view, {0, 240}, Qt::ControlModifier);
        const auto shown = m_view->shownTime();
        QVERIFY(shown < 700ms && shown > 600ms);
        QVERIFY(m_view->shownFrom() > 0ms);
        turn(*m_view, {0, -120}, Qt::ShiftModifier);
        QVERIFY(m_view->shownTime() == shown);
        QVERIFY(m_view->shownFrom() > 100ms);
        turn(*m_view, {0, -100000}, Qt::ControlModifier);
        QCOMPARE(m_view->shownTime().count(), std::chrono::nanoseconds(1000ms).count());
    }

    void zoomHasAnEnd() {
        for (int i = 0; i < 300; ++i)
            m_view->zoomTime(0.5, 500ms);
        QCOMPARE(m_view->shownTime().count(), std::chrono::nanoseconds(1us).count());
        m_view->panTime(1e9);
        QVERIFY(m_view->shownFrom() + m_view->shownTime() <= 1000ms);
        m_view->grab();
    }

    void anotherRunIsShownWhole() {
        m_view->zoomTime(0.1, 500ms);
        m_view->setSpans({{QStringLiteral("run"), 0, 0ms, 50ms}});
        QCOMPARE(m_view->shownTime().count(), std::chrono::nanoseconds(50ms).count());
        m_view->setSpans({});
        QTest::keyClick(m_view.get(), Qt::Key_Plus);
        m_view->grab();
    }

private:
    Theme m_theme{ThemeMode::Light};
    std::unique_ptr<WaterfallView> m_view;
};

GUI_TEST_MAIN(WaterfallTimeTest)
#include "tst_waterfall_time.moc"
