// SPDX-License-Identifier: GPL-3.0-or-later

#include "uihistory/history_panel.h"
#include "uihistory/version_view.h"

#include "support/printing.h"
#include "ui/gui_test.h"
#include "ui/workspace_fixture.h"
#include "uibase/diff_view.h"
#include "uibase/theme.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace touchstone;
using namespace touchstone::ui;

class HistoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        auto opened =
            m_fixture.open(QFile::exists(QString::fromStdString(m_fixture.path())) ? store::OpenMode::ReadWrite
                                                                                   : store::OpenMode::Create);
        VERIFY_OK(opened);
        m_session = std::move(opened).value();
        const auto history = session::await<session::History>(
            [&](auto done) { m_session->authoring().history("sorter", std::move(done)); });
        VERIFY_OK(history);
        if (history->versions.empty())
            VERIFY_OK(m_fixture.fill(*m_session));
        m_desk = std::make_unique<Desk>(*m_session);
        m_desk->history.setWorkflow(QStringLiteral("sorter"));
        m_desk->draft.open(QStringLiteral("sorter"), QStringLiteral("main"));
        m_desk->resize(900, 600);
        m_desk->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_desk.get()));
        QTRY_COMPARE(list().model()->rowCount(), 3);
        QTRY_VERIFY(!m_desk->draft.baseName().isEmpty());
    }

    void cleanup() {
        m_desk.reset();
        m_session.reset();
    }

    void listsTheDraftAndTheVersions() {
        new QAbstractItemModelTester(list().model(), QAbstractItemModelTester::FailureReportingMode::QtTest, this);
        QCOMPARE(textOf(0), QStringLiteral("draft · no changes"));
        QVERIFY(textOf(1).startsWith(QStringLiteral("v2 · ")));
        QVERIFY(textOf(2).endsWith(QStringLiteral("two labels")));
        m_desk->draft.setInstructions(QStringLiteral("Other words."));
        QTRY_COMPARE(textOf(0), QStringLiteral("draft · 1 part(s) changed"));
        m_desk->draft.setInstructions(QStringLiteral("Answer with the label of the message.\n"));
        QTRY_COMPARE(textOf(0), QStringLiteral("draft · no changes"));
        QTRY_VERIFY(!m_desk->draft.isUnsaved());
    }

    void searchLeavesOutWhatDoesNotFit() {
        QTest::mouseClick(child<QWidget>("searchHistory"), Qt::LeftButton);
        auto* search = child<QLineEdit>("historySearch");
        QVERIFY(search->isVisible());
        QTest::keyClicks(search, QStringLiteral("TWO lab"));
        QCOMPARE(list().model()->rowCount(), 2);
        QCOMPARE(textOf(0), QStringLiteral("draft · no changes"));
        QTest::keyClick(search, Qt::Key_Escape);
        QCOMPARE(list().model()->rowCount(), 3);
    }

    void twoSelectedVersionsAreCompared() {
        QSignalSpy compare(m_desk->panel, &HistoryPanel::compareRequested);
        QSignalSpy difference(m_desk->panel, &HistoryPanel::differenceRequested);
        select({1, 2});
        child<QAction>("history.compare")->trigger();
        QCOMPARE(compare.at(0).at(0).toStringList(), QStringList({QStringLiteral("v1"), QStringLiteral("v2")}));
        child<QAction>("history.difference")->trigger();
        QCOMPARE(difference.at(0), QVariantList({QStringLiteral("v1"), QStringLiteral("v2")}));
        select({0, 2});
        child<QAction>("history.compare")->trigger();
        QCOMPARE(compare.at(1).at(0).toStringList(), QStringList({QStringLiteral("v1"), QStringLiteral("draft")}));
        select({1});
        QVERIFY(!child<QAction>("history.compare")->isEnabled());
        QVERIFY(!child<QAction>("history.difference")->isEnabled());
    }

    void returnReadsAVersion() {
        QSignalSpy read(m_desk->panel, &HistoryPanel::readRequested);
        select({2});
        list().setFocus();
        QTest::keyClick(&list(), Qt::Key_Return);
        QTRY_COMPARE(read.size(), 1);
        QCOMPARE(read.at(0).at(0).toString(), QStringLiteral("v1"));
        QTest::keyClick(&list(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text().size(), 64);
    }

    void namesAreAskedForInPlace_data() {
        QTest::addColumn<QString>("action");
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("works");
        QTest::newRow("branch") << "history.branch"
                                << "polite" << true;
        QTest::newRow("tag") << "history.tag"
                             << "reviewed" << true;
        QTest::newRow("a name that reads as a version") << "history.tag"
                                                        << "v7" << false;
        QTest::newRow("one that is taken") << "history.branch"
                                           << "main" << false;
    }

    void namesAreAskedForInPlace() {
        QFETCH(QString, action);
        QFETCH(QString, name);
        QFETCH(bool, works);
        select({2});
        child<QAction>(action.toLatin1().constData())->trigger();
        auto* line = child<QLineEdit>("newName");
        QVERIFY(line->isVisible());
        QVERIFY(!line->accessibleName().isEmpty());
        QTest::keyClicks(line, name);
        QTest::keyClick(line, Qt::Key_Return);
        if (works) {
            QTRY_VERIFY(!line->isVisible());
            QTRY_VERIFY(list().model()->index(2, 0).data(HistoryModel::NamesRole).toStringList().contains(name));
        } else {
            QTRY_VERIFY(child<QLabel>("nameProblem")->isVisible());
            QTest::keyClick(line, Qt::Key_Escape);
            QVERIFY(!line->isVisible());
        }
    }

    void aVersionIsReadAgainstItsParent() {
        m_desk->view->read(QStringLiteral("sorter"), QStringLiteral("v2"));
        QTRY_VERIFY(difference().copyText().contains(QStringLiteral("+ ")));
        QVERIFY(child<QLabel>("versionTitle")->text().contains(QStringLiteral("all labels")));
        QCOMPARE(child<QComboBox>("versionBase")->currentText(), QStringLiteral("v1"));
        const QString text = difference().copyText();
        QVERIFY(text.contains(QStringLiteral("@@ prompt")));
        QVERIFY(!text.contains(QStringLiteral("@@ instructions")));
        QVERIFY(
            text.contains(QStringLiteral("+ {\"input\":{\"text\":\"cancel my subscription\"},\"output\":\"cancel\"}")));
    }

    void anythingIsComparedWithAnything() {
        m_desk->view->compare(QStringLiteral("sorter"), QStringLiteral("draft"), QStringLiteral("v1"));
        QTRY_VERIFY(difference().copyText().contains(QStringLiteral("- {\"input\"")));
        auto* base = child<QComboBox>("versionBase");
        base->setFocus();
        QTest::keyClick(base, Qt::Key_Home);
        QTRY_VERIFY(difference().copyText().contains(QStringLiteral("@@ instructions")));  // all of v1
        QVERIFY(!difference().copyText().contains(QStringLiteral("\n- ")));
        m_desk->view->compare(QStringLiteral("sorter"), QStringLiteral("draft"), QStringLiteral("v2"));
        QTRY_VERIFY(difference().copyText().contains(QStringLiteral("Nothing differs")));
    }

    void whatIsNotThereIsSaid() {
        m_desk->view->read(QStringLiteral("sorter"), QStringLiteral("v9"));
        QTRY_VERIFY(child<QWidget>("versionBanner")->isVisible());
        m_desk->view->read(QStringLiteral("sorter"), QStringLiteral("v1"));
        QTRY_VERIFY(child<QLabel>("versionTitle")->text().contains(QStringLiteral("two labels")));
        QVERIFY(!child<QWidget>("versionBanner")->isVisible());
    }

    void buttonsAndEscapeLeadOn() {
        m_desk->view->read(QStringLiteral("sorter"), QStringLiteral("v1"));
        QSignalSpy restore(m_desk->view, &VersionView::restoreRequested);
        QSignalSpy closed(m_desk->view, &VersionView::closed);
        QSignalSpy run(m_desk->view, &VersionView::runSideBySideRequested);
        QTest::mouseClick(child<QPushButton>("restoreVersion"), Qt::LeftButton);
        QCOMPARE(restore.at(0).at(0).toString(), QStringLiteral("v1"));
        QTest::mouseClick(child<QPushButton>("runSideBySide"), Qt::LeftButton);
        QCOMPARE(run.at(0).at(0).toStringList(), QStringList({QStringLiteral("draft"), QStringLiteral("v1")}));
        QTest::keyClick(&difference(), Qt::Key_Escape);
        QCOMPARE(closed.size(), 1);
    }

private:
    // A window with both, as the author place has them.
    struct Desk : QWidget {
        explicit Desk(session::Session& session)
            : history(session),
              draft(session),
              panel(new HistoryPanel(session, theme, draft, history)),
              view(new VersionView(session, theme, draft, history)) {
            auto* layout = new QHBoxLayout(this);
            layout->addWidget(panel);
            layout->addWidget(view, 1);
        }
        ~Desk() override {
            delete panel;
            delete view;
        }

        Theme theme{ThemeMode::Light};
        HistoryModel history;
        DraftModel draft;
        HistoryPanel* panel;
        VersionView* view;
    };

    template <class T>
    T* child(const char* name) {
        return m_desk->findChild<T*>(QString::fromLatin1(name));
    }
    QListView& list() { return *child<QListView>("history"); }
    DiffView& difference() { return *child<DiffView>("versionDifference"); }
    QString textOf(int row) { return list().model()->index(row, 0).data(Qt::AccessibleTextRole).toString(); }
    void select(const QList<int>& rows) {
        list().clearSelection();
        for (const int row : rows)
            list().selectionModel()->select(list().model()->index(row, 0), QItemSelectionModel::Select);
        list().selectionModel()->setCurrentIndex(list().model()->index(rows.front(), 0), QItemSelectionModel::NoUpdate);
    }

    test::WorkspaceFixture m_fixture;
    std::unique_ptr<session::Session> m_session;
    std::unique_ptr<Desk> m_desk;
};

GUI_TEST_MAIN(HistoryTest)
#include "tst_history.moc"
