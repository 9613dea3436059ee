// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every place of the window by the same yardstick: each control has a name, Tab is caught nowhere, nothing asks for
// more room than a small screen has, each model keeps the rules of models.

#include "support/printing.h"
#include "ui/gui_test.h"
#include "ui/window_fixture.h"
#include "ui/workspace_fixture.h"
#include "uishell/workspace_page.h"

#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QAccessible>
#include <QApplication>
#include <QHeaderView>
#include <QPlainTextEdit>
#include <QSet>
#include <QTest>

using namespace touchstone;
using namespace touchstone::test;
using namespace touchstone::ui;

namespace {

constexpr QSize kSmallScreen(1280, 800);

QString nameOf(const QWidget* widget) {
    QStringList path;
    for (const QWidget* each = widget; each && path.size() < 4; each = each->parentWidget())
        path.prepend(QStringLiteral("%1(%2)").arg(QLatin1String(each->metaObject()->className()), each->objectName()));
    return path.join(QLatin1Char('/'));
}

bool takesKeys(const QWidget& widget) {
    return widget.isVisible() && widget.isEnabled() && (widget.focusPolicy() & Qt::TabFocus) && !widget.focusProxy();
}

}  // namespace

class WindowSweepTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        {
            auto session = m_fixture.open(store::OpenMode::Create);
            VERIFY_OK(session);
            VERIFY_OK(m_fixture.fill(*session.value()));
        }
        m_desk = std::make_unique<WindowFixture>(m_fixture.wiring(), m_fixture.path());
        QVERIFY(m_desk->show());
        window().resize(kSmallScreen);
        // A run, so that there is an answer and a trace.
        auto* input = window().findChild<QPlainTextEdit*>(QStringLiteral("input.text"));
        QVERIFY(input);
        input->setPlainText(QStringLiteral("please refund the double charge"));
        QTest::keyClick(&window(), Qt::Key_Return, Qt::ControlModifier);
        auto* status = window().findChild<QWidget*>(QStringLiteral("runStatus"));
        QTRY_VERIFY(status && status->isVisible());
    }
    void cleanupTestCase() { m_desk.reset(); }

    void controlsHaveNames_data() { addPlaces(); }
    void controlsHaveNames() {
        show();
        QStringList nameless;
        for (QWidget* widget : controls()) {
            const QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(widget);
            if (!accessible || accessible->text(QAccessible::Name).isEmpty())
                nameless.append(nameOf(widget));
        }
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QLatin1Char('\n'))));
    }

    // Nobody is caught: Tab leaves each control that it comes to; an editor that writes tabs is left by Esc and Tab.
    void tabLeavesEveryControl_data() { addPlaces(); }
    void tabLeavesEveryControl() {
        show();
        window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window()));
        window().page()->currentPlace()->setFocus();
        if (!QApplication::focusWidget())
            QTest::keyClick(&window(), Qt::Key_Tab);
        QSet<const QWidget*> reached;
        for (QWidget* focus = QApplication::focusWidget(); focus && !reached.contains(focus);) {
            reached.insert(focus);
            QWidget* next = leave(*focus);
            QVERIFY2(next != focus, qPrintable(nameOf(focus)));
            focus = next;
        }
        QVERIFY(reached.size() > 8);
    }

    void placesFitASmallScreen_data() { addPlaces(); }
    void placesFitASmallScreen() {
        show();
        const QSize least = window().minimumSizeHint();
        QVERIFY2(least.width() <= kSmallScreen.width() && least.height() <= kSmallScreen.height(),
                 qPrintable(QStringLiteral("%1 x %2").arg(least.width()).arg(least.height())));
    }

    void modelsKeepTheirRules() {
        std::vector<std::unique_ptr<QAbstractItemModelTester>> testers;
        QSet<QAbstractItemModel*> seen;
        const auto meet = [&] {
            for (const QAbstractItemView* view : window().findChildren<QAbstractItemView*>())
                if (view->model() && !qobject_cast<const QHeaderView*>(view) && !seen.contains(view->model())) {
                    seen.insert(view->model());
                    testers.push_back(std::make_unique<QAbstractItemModelTester>(
                        view->model(), QAbstractItemModelTester::FailureReportingMode::QtTest));
                }
        };
        for (const char* place : {"author", "compare", "traces", "settings"}) {
            QVERIFY(window().page()->showPlace(QString::fromLatin1(place)));
            QTest::qWait(0);
            meet();
        }
        for (const std::string_view part : workflow::kPartNames) {
            QVERIFY(window().page()->goTo(PartDestination{std::string(part)}));
            QTest::qWait(0);
            meet();
        }
        QVERIFY(testers.size() > 8);
        window().page()->draft().setPromptText(QStringLiteral("{{ text }} {{ nothing }}"));
        QTest::keyClick(&window(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(!window().page()->draft().isUnsaved());
        window().page()->draft().setPromptText(QStringLiteral("{{ text }}"));
        QTRY_VERIFY(!window().page()->draft().isUnsaved());
    }

private:
    MainWindow& window() { return m_desk->window(); }

    static void addPlaces() {
        QTest::addColumn<QString>("place");
        for (const char* place : {"author", "compare", "traces", "settings"})
            QTest::newRow(place) << QString::fromLatin1(place);
        for (const std::string_view part : workflow::kPartNames)
            QTest::addRow("part %s", std::string(part).c_str())
                << QStringLiteral("part.%1").arg(QString::fromLatin1(part.data(), static_cast<qsizetype>(part.size())));
    }
    void show() {
        QFETCH(QString, place);
        const QString part = place.section(QLatin1Char('.'), 1);
        QVERIFY(part.isEmpty() ? window().page()->showPlace(place)
                               : window().page()->goTo(PartDestination{part.toStdString()}));
        QTest::qWait(20);
    }
    QList<QWidget*> controls() {
        QList<QWidget*> controls;
        for (QWidget* widget : window().findChildren<QWidget*>())
            if (takesKeys(*widget))
                controls.append(widget);
        return controls;
    }
    static QWidget* leave(QWidget& focus) {
        QTest::keyClick(&focus, Qt::Key_Tab);
        if (QApplication::focusWidget() == &focus) {
            QTest::keyClick(&focus, Qt::Key_Escape);
            QTest::keyClick(&focus, Qt::Key_Tab);
        }
        return QApplication::focusWidget();
    }

    WorkspaceFixture m_fixture;
    std::unique_ptr<WindowFixture> m_desk;
};

GUI_TEST_MAIN(WindowSweepTest)
#include "tst_window_sweep.moc"
