// SPDX-License-Identifier: GPL-3.0-or-later
//
// Tab leads through every control of every place, and back by Shift+Tab; nobody is caught and nothing is left out.

#include "place_tour.h"

#include "ui/gui_test.h"
#include "ui/layout_faults.h"

#include <QApplication>
#include <QSet>

using namespace touchstone::test;

namespace {

constexpr int kMostSteps = 600;
constexpr int kMostLinks = 100;

bool takesTab(const QWidget& widget) {
    return widget.isVisible() && widget.isEnabled() && (widget.focusPolicy() & Qt::TabFocus) && !widget.focusProxy();
}

// An editor writes tabs; it is left by Esc and Tab. In a page of the help Tab goes from link to link before it leads
// on.
QWidget* step(QWidget& focus, Qt::Key tab) {
    const Qt::KeyboardModifiers modifiers = tab == Qt::Key_Backtab ? Qt::ShiftModifier : Qt::NoModifier;
    if (focus.inherits("QsciScintilla"))
        QTest::keyClick(&focus, Qt::Key_Escape);
    int links = focus.inherits("QTextBrowser") ? kMostLinks : 0;
    do
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &focus, tab, modifiers);
    while (QApplication::focusWidget() == &focus && links-- > 0);
    return QApplication::focusWidget();
}

}  // namespace

class TabSweepTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        m_tour = std::make_unique<PlaceTour>();
        QVERIFY(m_tour->isReady());
        m_tour->resize({1440, 900});
    }
    void cleanupTestCase() { m_tour.reset(); }

    void forwards_data() { PlaceTour::addRows(); }
    void forwards() { sweep(Qt::Key_Tab); }

    void backwards_data() { PlaceTour::addRows(); }
    void backwards() { sweep(Qt::Key_Backtab); }

private:
    void sweep(Qt::Key tab) {
        QFETCH(QString, stop);
        if (stop == QStringLiteral("menu"))
            return;  // arrow keys lead through a menu
        QWidget* window = m_tour->show(stop);
        QVERIFY(window);
        QWidget* first = QApplication::focusWidget();
        if (!first || !takesTab(*first))
            first = firstControl(*window);
        QVERIFY2(first, "there is nothing to do here by keyboard");
        first->setFocus(Qt::TabFocusReason);
        QSet<const QWidget*> reached;
        QList<const QWidget*> walk;
        QWidget* focus = first;
        for (int steps = 0; steps < kMostSteps && !reached.contains(focus); ++steps) {
            reached.insert(focus);
            walk.append(focus);
            QWidget* next = step(*focus, tab);
            QVERIFY2(next, qPrintable(pathOf(*focus) + QStringLiteral(" leads nowhere")));
            QVERIFY2(next != focus || reached.size() == 1, qPrintable(pathOf(*focus) + QStringLiteral(" is a trap")));
            focus = next;
        }
        if (focus != first) {
            qInfo("the walk goes round in a part of the window, from %s back to:", qPrintable(pathOf(*walk.last())));
            for (qsizetype i = walk.indexOf(focus); i < walk.size(); ++i)
                qInfo("  %s", qPrintable(pathOf(*walk[i])));
        }
        int missed = 0;
        for (const QWidget* widget : window->findChildren<QWidget*>())
            if (takesTab(*widget) && widget->window() == window && !reached.contains(widget)) {
                qInfo("not reached: %s (%s)", qPrintable(pathOf(*widget)), widget->metaObject()->className());
                ++missed;
            }
        QCOMPARE(missed, 0);
        QCOMPARE(focus, first);
    }
    static QWidget* firstControl(const QWidget& window) {
        for (QWidget* each = window.nextInFocusChain(); each && each != &window; each = each->nextInFocusChain())
            if (takesTab(*each) && each->window() == &window)
                return each;
        return nullptr;
    }

    std::unique_ptr<PlaceTour> m_tour;
};

GUI_TEST_MAIN(TabSweepTest)
#include "tst_tab_sweep.moc"
