// SPDX-License-Identifier: GPL-3.0-or-later
//
// The author place by keyboard alone: Tab goes round all its controls in the order in which they stand, in each view of
// each part.

#include "uiauthor/author_view.h"

#include "part_fact.h"
#include "uibase/segmented_control.h"
#include "uibase/theme.h"
#include "uistate/part_names.h"
#include "uistate/text.h"

#include "support/printing.h"
#include "ui/gui_test.h"
#include "ui/workspace_fixture.h"

#include <QAbstractButton>
#include <QAction>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QToolButton>

using namespace touchstone;
using namespace touchstone::test;
using namespace touchstone::ui;

namespace {

QString nameOf(const QWidget* widget) {
    QStringList path;
    for (const QWidget* each = widget; each && path.size() < 4; each = each->parentWidget())
        path.prepend(QStringLiteral("%1(%2)").arg(QLatin1String(each->metaObject()->className()), each->objectName()));
    return path.join(QLatin1Char('/'));
}

QString namesOf(const QList<QWidget*>& widgets) {
    QStringList names;
    for (const QWidget* widget : widgets)
        names.append(nameOf(widget));
    return names.join(QLatin1Char('\n'));
}

// A choice counts as one control: Tab enters it, the arrow keys choose.
QWidget* controlOf(QWidget* widget) {
    auto* choice = qobject_cast<SegmentedControl*>(widget->parentWidget());
    return choice ? static_cast<QWidget*>(choice) : widget;
}

}  // namespace

class AuthorFocusTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        installTheme(*qApp, m_theme);
        auto opened = m_fixture.open(store::OpenMode::Create);
        VERIFY_OK(opened);
        m_session = std::move(opened).value();
        VERIFY_OK(m_fixture.fill(*m_session));
        m_draft = std::make_unique<DraftModel>(*m_session);
        m_history = std::make_unique<HistoryModel>(*m_session);
        m_view = std::make_unique<AuthorView>(*m_session, m_theme, *m_draft, *m_history);
        m_view->resize(1500, 900);
        m_view->show();
        m_view->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
        QSignalSpy shown(m_draft.get(), &DraftModel::opened);
        m_draft->open(QString::fromLatin1(WorkspaceFixture::kWorkflow), QStringLiteral("main"));
        QTRY_COMPARE(shown.count(), 1);
        QSignalSpy finished(m_view.get(), &AuthorView::runFinished);
        m_view->findChild<QPlainTextEdit*>(QStringLiteral("input.text"))->setPlainText(QStringLiteral("refund me"));
        m_view->runAction()->trigger();
        QTRY_COMPARE(finished.count(), 1);
        for (const std::string_view part : workflow::kPartNames)
            if (!m_draft->hasPart(part) && !isPartRefused(part))
                m_draft->setSource(part, toQString(toPrettyText(partStarter(part))), {});
    }
    void cleanupTestCase() {
        m_view.reset();
        m_history.reset();
        m_draft.reset();
        m_session.reset();
    }

    void tabGoesRound_data() {
        QTest::addColumn<QString>("part");
        QTest::addColumn<int>("way");
        for (const std::string_view part : workflow::kPartNames)
            for (int way = 0; way < 4; ++way) {
                const QString name = toQString(part);
                QTest::addRow("%s %d", qPrintable(name), way) << name << way;
            }
    }
    void tabGoesRound() {
        QFETCH(QString, part);
        QFETCH(int, way);
        m_view->setCurrentPart(part);
        auto* ways = m_view->findChild<SegmentedControl*>(part + QStringLiteral("Views"));
        if (way >= ways->count())
            return;
        ways->setCurrentIndex(way);
        QTest::qWait(0);
        const QSet<QWidget*> wanted = controls();
        const QList<QWidget*> forward = walk(Qt::Key_Tab);
        const QSet<QWidget*> met(forward.begin(), forward.end());
        QVERIFY2(met.size() == forward.size(), qPrintable(namesOf(forward.mid(met.size() - 2, 8))));
        QVERIFY2(met == wanted,
                 qPrintable(QStringLiteral("never reached:\n%1\nreached only:\n%2")
                                .arg(namesOf((wanted - met).values()), namesOf((met - wanted).values()))));
        QList<QWidget*> backward = walk(Qt::Key_Backtab);
        std::reverse(backward.begin() + 1, backward.end());
        QCOMPARE(namesOf(backward), namesOf(forward));
    }

    void thePanesFollowEachOther() {
        m_view->setCurrentPart(QStringLiteral("prompt"));
        m_view->findChild<SegmentedControl*>(QStringLiteral("promptViews"))->setCurrentIndex(0);
        QTest::qWait(0);
        const QList<QWidget*> order = walk(Qt::Key_Tab);
        qsizetype before = -1;
        for (const char* name : {"parts", "history", "partTabs", "promptViews", "codeEditorText", "lowerTabs",
                                 "pickCase", "input.text", "answerModes", "runTabs"}) {
            const auto found = std::find_if(order.begin(), order.end(), [name](const QWidget* widget) {
                return widget->objectName() == QLatin1String(name);
            });
            QVERIFY2(found != order.end(), name);
            QVERIFY2(found - order.begin() > before, name);
            before = found - order.begin();
        }
    }

private:
    QSet<QWidget*> controls() {
        QSet<QWidget*> found;
        for (QWidget* widget : m_view->findChildren<QWidget*>())
            if (widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) &&
                !widget->focusProxy())
                found.insert(controlOf(widget));
        return found;
    }

    // Where a code editor takes Tab for itself, Esc leads on.
    static void press(Qt::Key key) {
        QWidget* before = QApplication::focusWidget();
        QTest::keyClick(before, key, key == Qt::Key_Backtab ? Qt::ShiftModifier : Qt::NoModifier);
        if (QApplication::focusWidget() != before)
            return;
        QTest::keyClick(before, Qt::Key_Escape);
        QTest::keyClick(before, key, key == Qt::Key_Backtab ? Qt::ShiftModifier : Qt::NoModifier);
    }

    // From the list of parts until it is there again.
    QList<QWidget*> walk(Qt::Key key) {
        QList<QWidget*> order;
        auto* start = m_view->findChild<QWidget*>(QStringLiteral("parts"));
        start->setFocus();
        while (order.size() < 300) {
            order.append(controlOf(QApplication::focusWidget()));
            press(key);
            if (QApplication::focusWidget() == start)
                break;
            if (controlOf(QApplication::focusWidget()) == order.back())
                break;
        }
        return order;
    }

    Theme m_theme{ThemeMode::Light};
    WorkspaceFixture m_fixture;
    std::unique_ptr<session::Session> m_session;
    std::unique_ptr<DraftModel> m_draft;
    std::unique_ptr<HistoryModel> m_history;
    std::unique_ptr<AuthorView> m_view;
};

GUI_TEST_MAIN(AuthorFocusTest)
#include "tst_author_focus.moc"
