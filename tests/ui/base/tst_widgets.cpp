// SPDX-License-Identifier: GPL-3.0-or-later

#include "uibase/bar_delegate.h"
#include "uibase/deliver.h"
#include "uibase/empty_state.h"
#include "uibase/inline_banner.h"
#include "uibase/link_button.h"
#include "uibase/pill.h"
#include "uibase/search_line.h"
#include "uibase/segmented_control.h"
#include "uibase/splitter.h"
#include "uibase/theme.h"
#include "uibase/throttle.h"
#include "uibase/token_bar.h"
#include "uibase/waterfall_view.h"

#include "support/printing.h"
#include "ui/gui_test.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>
#include <QVBoxLayout>

#include <thread>

using namespace touchstone;
using namespace touchstone::ui;
using namespace std::chrono_literals;

namespace {

QString text(const char* utf8) {
    return QString::fromUtf8(utf8);
}

std::vector<WaterfallSpan> makeSpans() {
    return {{text("run"), 0, 0ms, 300ms, 0ms, SpanKind::Group},
            {text("attempt 1"), 1, 0ms, 100ms, 0ms, SpanKind::Model, SpanStatus::Error, text("429")},
            {text("attempt 2"), 1, 150ms, 150ms, 50ms, SpanKind::Model}};
}

void expose(QWidget& widget) {
    widget.show();
    widget.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&widget));
}

int countPixels(const QImage& image, const QColor& color) {
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y) == color ? 1 : 0;
    return count;
}

}  // namespace

class WidgetsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTheme(*qApp, m_theme); }

    void deliversFromAnyThreadInOrder() {
        QObject context;
        std::vector<int> seen;
        const QPointer<QObject> pointer(&context);
        std::jthread([pointer, &seen] {
            for (int i = 0; i < 100; ++i)
                deliverTo(pointer, [&seen, i] { seen.push_back(i); });
        }).join();
        QVERIFY(seen.empty());
        QCoreApplication::processEvents();
        QCOMPARE(seen.size(), std::size_t(100));
        QVERIFY(std::is_sorted(seen.begin(), seen.end()));
    }

    void deliversNothingToTheDead() {
        auto context = std::make_unique<QObject>();
        bool ran = false;
        const QPointer<QObject> pointer(context.get());
        std::jthread([pointer, &ran] { deliverTo(pointer, [&ran] { ran = true; }); }).join();
        context.reset();
        QCoreApplication::processEvents();
        QVERIFY(!ran);
        deliverTo(pointer, [&ran] { ran = true; });
        QCoreApplication::processEvents();
        QVERIFY(!ran);
    }

    void throttleDeliversFirstAndLast() {
        int value = 0;
        std::vector<int> shown;
        Throttle throttle([&] { shown.push_back(value); });
        for (value = 1; value <= 50; ++value)
            throttle.request();
        value = 50;
        QCOMPARE(shown, std::vector<int>{1});
        QTRY_COMPARE(shown.back(), 50);
        QCOMPARE(shown.size(), std::size_t(2));
        throttle.flush();
        QCOMPARE(shown.size(), std::size_t(2));
        value = 51;
        throttle.request();
        throttle.flush();
        QCOMPARE(shown.back(), 51);
    }

    void segmentsAreChosenByKeyAndMouse() {
        SegmentedControl control(m_theme, text("View"));
        for (const char* name : {"Source", "Messages", "Examples"})
            control.addSegment(text(name));
        control.setCount(2, 24);
        QCOMPARE(control.currentIndex(), 0);
        expose(control);
        QSignalSpy changed(&control, &SegmentedControl::currentChanged);
        auto* first = control.findChild<QWidget*>(text("segment0"));
        first->setFocus();
        QTest::keyClick(first, Qt::Key_Right);
        QCOMPARE(control.currentIndex(), 1);
        QTest::mouseClick(control.findChild<QWidget*>(text("segment2")), Qt::LeftButton);
        QCOMPARE(control.currentIndex(), 2);
        QCOMPARE(changed.count(), 2);
        control.setSegmentEnabled(0, false, text("nothing to show"));
        QCOMPARE(first->toolTip(), text("nothing to show"));
        control.setCurrentIndex(99);
        QCOMPARE(control.currentIndex(), 2);
        QCOMPARE(control.findChild<QWidget*>(text("segment2"))->accessibleName(), text("Examples 24"));
    }

    void segmentsKeepTheirWidth() {
        SegmentedControl control(m_theme, text("View"));
        control.addSegment(text("Source"));
        control.addSegment(text("Messages"));
        const QSize before = control.sizeHint();
        control.setCurrentIndex(1);
        QCOMPARE(control.sizeHint(), before);
    }

    void bannerSaysActsAndCloses() {
        InlineBanner banner(m_theme);
        QVERIFY(banner.isHidden());
        banner.showMessage(Severity::Error, text("Refused <b>it</b>"), text("429"), text("Try again"));
        expose(banner);
        QCOMPARE(banner.text(), text("Refused <b>it</b>"));
        QCOMPARE(banner.findChild<QLabel*>(text("bannerText"))->textFormat(), Qt::PlainText);
        QSignalSpy acted(&banner, &InlineBanner::actionTriggered);
        QSignalSpy closed(&banner, &InlineBanner::closed);
        auto* action = banner.findChild<QPushButton*>(text("bannerAction"));
        action->setFocus();
        QTest::keyClick(action, Qt::Key_Space);
        QCOMPARE(acted.count(), 1);
        QTest::keyClick(action, Qt::Key_Escape);
        QCOMPARE(closed.count(), 1);
        QVERIFY(banner.isHidden());
        banner.showMessage(Severity::Info, text("Done"));
        QVERIFY(action->isHidden());
        QTest::mouseClick(banner.findChild<QToolButton*>(text("bannerClose")), Qt::LeftButton);
        QCOMPARE(closed.count(), 2);
    }

    void emptyStateOffersItsAction() {
        EmptyState empty(m_theme, Icon::Traces, text("No traces yet"));
        auto* action = empty.findChild<QPushButton*>(text("emptyAction"));
        expose(empty);
        QVERIFY(!action->isVisible());
        empty.setAction(text("Run the draft"), QKeySequence(Qt::CTRL | Qt::Key_Return));
        QVERIFY(action->isVisible());
        QCOMPARE(empty.findChild<Pill*>()->text(), text("Ctrl+Enter"));
        QSignalSpy triggered(&empty, &EmptyState::actionTriggered);
        QTest::mouseClick(action, Qt::LeftButton);
        QCOMPARE(triggered.count(), 1);
    }

    void searchLineEmptiesAndLeadsOn() {
        QWidget window;
        auto* layout = new QVBoxLayout(&window);
        auto* search = new SearchLine(m_theme, text("Filter"));
        auto* target = new QLineEdit;
        layout->addWidget(search);
        layout->addWidget(target);
        search->setTarget(target);
        expose(window);
        search->setFocus();
        QTest::keyClicks(search, text("abc"));
        QTest::keyClick(search, Qt::Key_Escape);
        QCOMPARE(search->text(), QString());
        QTest::keyClick(search, Qt::Key_Down);
        QVERIFY(target->hasFocus());
        delete target;
        search->setFocus();
        QTest::keyClick(search, Qt::Key_Down);
    }

    void chipAsksToBeRemoved() {
        Chip chip(m_theme, text("tag: billing"));
        expose(chip);
        QSignalSpy asked(&chip, &Chip::removeRequested);
        chip.setFocus();
        QTest::keyClick(&chip, Qt::Key_Delete);
        QTest::keyClick(&chip, Qt::Key_X);
        QTest::mouseClick(chip.findChild<QToolButton*>(text("chipRemove")), Qt::LeftButton);
        QCOMPARE(asked.count(), 2);
    }

    void pillGrowsWithItsText() {
        Pill pill(m_theme, text("ok"));
        const int before = pill.sizeHint().width();
        pill.setTone(PillTone::Better);
        QVERIFY(pill.sizeHint().width() > before);
        pill.setText(text("valid"));
        QCOMPARE(pill.accessibleName(), text("valid"));
    }

    void waterfallIsAList() {
        WaterfallView view(m_theme, text("Spans"));
        QAbstractItemModelTester tester(view.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        view.setSpans(makeSpans());
        view.resize(600, 200);
        expose(view);
        QSignalSpy moved(&view, &WaterfallView::currentSpanChanged);
        view.setCurrentSpan(0);
        QTest::keyClick(&view, Qt::Key_Down);
        QCOMPARE(view.currentSpan(), 1);
        QCOMPARE(moved.last().at(0).toInt(), 1);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.visualRect(view.model()->index(2, 0)).center());
        QCOMPARE(view.currentSpan(), 2);
        const QString spoken = view.model()->index(1, 0).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(spoken.contains(text("429")) && spoken.contains(text("attempt 1")), qPrintable(spoken));
        QVERIFY(countPixels(view.grab().toImage(), m_theme.color(Role::Worse)) > 100);
        view.setSpans({});
        QCOMPARE(view.currentSpan(), -1);
        view.grab();
    }

    void waterfallTakesAnyTimes() {
        WaterfallView view(m_theme, text("Spans"));
        view.resize(300, 120);
        view.setSpans(
            {{text("zero")},
             {text("long"), 900, std::chrono::nanoseconds(INT64_MAX / 2), std::chrono::nanoseconds(INT64_MAX / 2)},
             {text("odd"), -4, -5ms, -5ms, 9s}});
        view.grab();
        view.resize(1, 1);
        view.grab();
    }

    void tokenBarCounts_data() {
        QTest::addColumn<int>("prompt");
        QTest::addColumn<int>("window");
        QTest::addColumn<int>("reserve");
        QTest::addColumn<int>("overrun");
        QTest::newRow("fits") << 1000 << 4096 << 512 << 0;
        QTest::newRow("exactly") << 3584 << 4096 << 512 << 0;
        QTest::newRow("over") << 3585 << 4096 << 512 << 1;
        QTest::newRow("far over") << 90'000 << 4096 << 512 << 90'000 + 512 - 4096;
        QTest::newRow("no window") << 10 << 0 << 512 << 10;
        QTest::newRow("nothing") << 0 << 0 << 0 << 0;
    }
    void tokenBarCounts() {
        QFETCH(int, prompt);
        QFETCH(int, window);
        QFETCH(int, reserve);
        TokenBar bar(m_theme);
        bar.setUsage({{text("prompt"), prompt}, {text("empty"), 0}}, window, reserve);
        bar.resize(400, bar.heightForWidth(400));
        QTEST(int(bar.overrun()), "overrun");
        const bool red = countPixels(bar.grab().toImage(), m_theme.color(Role::Worse)) > 0;
        QCOMPARE(red, bar.overrun() > 0);
        QVERIFY(bar.accessibleDescription().contains(bar.overrun() > 0 ? text("over") : text("free")));
    }

    // Nobody knows whether it fits, so nothing is said about it.
    void tokenBarWithoutAWindow() {
        TokenBar bar(m_theme);
        bar.setUsage({{text("prompt"), 90'000, 3}}, std::nullopt, 0);
        bar.setNote(text("estimated"));
        bar.resize(400, bar.heightForWidth(400));
        QCOMPARE(bar.overrun(), 0);
        QCOMPARE(bar.accessibleDescription(), text("estimated, context window not declared"));
        const QImage picture = bar.grab().toImage();
        QCOMPARE(countPixels(picture, m_theme.color(Role::Worse)), 0);
        QVERIFY(countPixels(picture, m_theme.tokens().partRamp[3]) > 0);
        bar.setStale(true);
        QCOMPARE(countPixels(bar.grab().toImage(), m_theme.tokens().partRamp[3]), 0);
        bar.setUsage({{text("prompt"), 10}}, std::nullopt, 512);
        QVERIFY(bar.accessibleDescription().contains(text("reply at most 512")));
    }

    void tokenBarWraps() {
        TokenBar bar(m_theme);
        bar.setUsage({{text("instructions"), 1}, {text("examples"), 2}, {text("context"), 3}}, 10, 1);
        QVERIFY(bar.heightForWidth(120) > bar.heightForWidth(600));
    }

    void splitterIsThinToSeeAndWideToGrab() {
        Splitter splitter(Qt::Horizontal);
        splitter.addWidget(new QLabel(text("a")));
        splitter.addWidget(new QLabel(text("b")));
        splitter.resize(400, 100);
        expose(splitter);
        QCOMPARE(splitter.handle(1)->width(), 7);
        QCOMPARE(splitter.handle(1)->contentsRect().width(), 1);
        const int before = splitter.sizes().at(0);
        QWidget* handle = splitter.handle(1);
        QTest::mousePress(handle, Qt::LeftButton, {}, QPoint(6, 50));
        QTest::mouseMove(handle, QPoint(46, 50));
        QTest::mouseRelease(handle, Qt::LeftButton, {}, QPoint(46, 50));
        QVERIFY(splitter.sizes().at(0) > before);
    }

    void everyFocusableWidgetHasAName() {
        QWidget window;
        auto* layout = new QVBoxLayout(&window);
        layout->addWidget(new SearchLine(m_theme, text("Filter")));
        auto* segments = new SegmentedControl(m_theme, text("View"));
        segments->addSegment(text("Source"));
        layout->addWidget(segments);
        auto* banner = new InlineBanner(m_theme);
        banner->showMessage(Severity::Info, text("Hello"), {}, text("Act"));
        layout->addWidget(banner);
        layout->addWidget(new WaterfallView(m_theme, text("Spans")));
        layout->addWidget(new Chip(m_theme, text("tag")));
        auto* empty = new EmptyState(m_theme, Icon::Traces, text("Nothing"));
        empty->setAction(text("Go"), {});
        layout->addWidget(empty);
        expose(window);
        for (QWidget* widget : window.findChildren<QWidget*>()) {
            if (widget->focusPolicy() == Qt::NoFocus || widget->isHidden() ||
                widget->objectName().startsWith(text("qt_")))
                continue;
            QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(widget);
            QVERIFY2(spoken && !spoken->text(QAccessible::Name).isEmpty(), widget->metaObject()->className());
        }
    }

private:
    Theme m_theme{ThemeMode::Light};
};

GUI_TEST_MAIN(WidgetsTest)
#include "tst_widgets.moc"
