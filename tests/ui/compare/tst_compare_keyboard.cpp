// SPDX-License-Identifier: GPL-3.0-or-later
//
// The place for comparisons without a mouse and in little room.

#include "compare_place.h"

#include "support/printing.h"
#include "ui/gui_test.h"
#include "uibase/diff_view.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QSet>

using namespace touchstone;
using namespace touchstone::test;
using namespace touchstone::ui;

namespace {

QSet<QWidget*> stopsIn(const QWidget& place) {
    QSet<QWidget*> stops;
    for (QWidget* widget : place.findChildren<QWidget*>())
        if (widget->isVisible() && widget->isEnabled() && widget->focusPolicy() & Qt::TabFocus && !widget->focusProxy())
            stops.insert(widget);
    return stops;
}

QString nameOf(const QWidget* widget) {
    return widget ? widget->objectName() + QLatin1Char(' ') + QString::fromLatin1(widget->metaObject()->className())
                  : QStringLiteral("nothing");
}

}  // namespace

class CompareKeyboardTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTheme(*qApp, m_theme); }
    void cleanup() {
        m_place.reset();
        m_theme.setZoom(1);
    }

    void tabGoesRound_data() {
        QTest::addColumn<QString>("state");
        QTest::addColumn<bool>("forward");
        for (const char* state : {"empty", "full", "open"}) {
            QTest::addRow("%s", state) << QString::fromLatin1(state) << true;
            QTest::addRow("%s, back", state) << QString::fromLatin1(state) << false;
        }
    }
    void tabGoesRound() {
        QFETCH(QString, state);
        QFETCH(bool, forward);
        m_place = std::make_unique<ComparePlace>(m_theme);
        if (state != QStringLiteral("empty"))
            VERIFY_OK(m_place->fill());
        else
            VERIFY_OK(m_place->commit(WorkspaceFixture::document(WorkspaceFixture::fewExamples())));
        QVERIFY(m_place->show());
        if (state != QStringLiteral("empty")) {
            QVERIFY(m_place->compare());
            QTRY_VERIFY(m_place->child("partChanges")->isVisible());
        }
        if (state == QStringLiteral("open"))
            QTest::keyClick(&m_place->table(), Qt::Key_Return);
        const QSet<QWidget*> expected = stopsIn(*m_place->view);
        QWidget* first = m_place->chip("v1") ? m_place->chip("v1") : *expected.begin();
        first->setFocus();
        QVERIFY(first->hasFocus());
        QSet<QWidget*> met;
        QStringList way;
        for (qsizetype i = 0; i < expected.size(); ++i) {
            met.insert(QApplication::focusWidget());
            way.append(nameOf(QApplication::focusWidget()));
            QTest::keyClick(QApplication::focusWidget(), forward ? Qt::Key_Tab : Qt::Key_Backtab,
                            forward ? Qt::NoModifier : Qt::ShiftModifier);
        }
        for (QWidget* stop : expected)
            QVERIFY2(met.contains(stop), qPrintable(nameOf(stop)));
        way.append(nameOf(QApplication::focusWidget()));
        QVERIFY2(QApplication::focusWidget() == first, qPrintable(way.join(QStringLiteral(", "))));
    }

    void theOrderIsThatOfTheScreen() {
        prepare();
        QStringList names;
        m_place->chip("v1")->setFocus();
        for (int i = 0; i < 40 && (i == 0 || !m_place->chip("v1")->hasFocus()); ++i) {
            names.append(QApplication::focusWidget()->objectName());
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        QStringList wanted{QStringLiteral("chip.v1"),     QStringLiteral("chip.v2"),
                           QStringLiteral("addVersion"),  QStringLiteral("dataset"),
                           QStringLiteral("compareTier"), QStringLiteral("exportReport"),
                           QStringLiteral("foldChanges"), QStringLiteral("openPartDiff"),
                           QStringLiteral("searchCases"), QStringLiteral("cases")};
        qsizetype last = -1;
        for (const QString& name : wanted) {
            const qsizetype at = names.indexOf(name);
            QVERIFY2(at > last, qPrintable(name + QStringLiteral(" in ") + names.join(QLatin1Char(' '))));
            last = at;
        }
        // Also when a chip was made anew.
        m_place->chip("v2")->setFocus();
        QTest::keyClick(m_place->chip("v2"), Qt::Key_Left, Qt::ControlModifier);
        QTRY_VERIFY(m_place->chip("v2")->hasFocus());
        QVERIFY(m_place->chip("v2")->accessibleName().contains(QStringLiteral("baseline")));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QVERIFY2(m_place->chip("v1")->hasFocus(), qPrintable(nameOf(QApplication::focusWidget())));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("addVersion"));
    }

    void theFullDifferenceFollowsTheTable() {
        prepare();
        QTableView& table = m_place->table();
        table.setFocus();
        QTest::keyClick(&table, Qt::Key_N);
        const QModelIndex at = table.currentIndex();
        QTest::keyClick(&table, Qt::Key_D);
        auto* lines = m_place->child<DiffView>("caseDifference");
        QVERIFY(lines->isVisible());
        QVERIFY(lines->hasFocus());
        QTRY_VERIFY(lines->model()->rowCount() > 0);
        QVERIFY(lines->copyText().contains(at.data().toString()));
        QTest::keyClick(lines, Qt::Key_N);
        QVERIFY(table.currentIndex() != at);
        QTRY_VERIFY(lines->copyText().contains(table.currentIndex().data().toString()));
        QVERIFY(lines->hasFocus());
        QTest::keyClick(lines, Qt::Key_P);
        QCOMPARE(table.currentIndex(), at);
        QTest::keyClick(lines, Qt::Key_Escape);
        QVERIFY(table.hasFocus());
    }

    void partsAreReadInFull() {
        prepare();
        auto* parts = m_place->child<QTableView>("partChanges");
        QTRY_VERIFY(parts->model()->rowCount() > 0);
        m_place->child<QPushButton>("openPartDiff")->click();
        auto* lines = m_place->child<DiffView>("partDifference");
        QVERIFY(lines->isVisible());
        QVERIFY(!m_place->table().isVisible());
        QVERIFY2(lines->copyText().contains(QStringLiteral("outage")), qPrintable(lines->copyText()));
        QTest::keyClick(lines, Qt::Key_N);
        QVERIFY(lines->currentIndex().isValid());
        QTest::keyClick(lines, Qt::Key_Escape);
        QVERIFY(!lines->isVisible());
        QVERIFY(m_place->table().isVisible());
        parts->setCurrentIndex(parts->model()->index(0, CompareModel::columnOf(1)));
        parts->setFocus();
        QTest::keyClick(parts, Qt::Key_Return);
        QVERIFY(lines->isVisible());
        QVERIFY(m_place->child<QComboBox>("partDiffPart")->currentIndex() > 0);
    }

    void theDraftHasOneNameAndOneId() {
        m_place = std::make_unique<ComparePlace>(m_theme);
        VERIFY_OK(m_place->fill());
        QVERIFY(m_place->show());
        QVERIFY(m_place->view->goTo(ComparisonDestination{{QStringLiteral("v1"), QStringLiteral("draft")}}));
        QCOMPARE(m_place->chip("draft")->accessibleName(), QStringLiteral("draft of main"));
        QVERIFY(m_place->compare());
        const QString head =
            m_place->table().model()->headerData(CompareModel::columnOf(1), Qt::Horizontal, Qt::DisplayRole).toString();
        QCOMPARE(head, QStringLiteral("draft of main"));
        const QString label = QString::fromStdString(m_place->experiments->report()->contestants[1].label);
        const QString id = label.section(QLatin1Char(' '), -1);
        const auto hasId = [&] {
            for (const QLabel* text : m_place->chip("draft")->findChildren<QLabel*>())
                if (text->text() == id)
                    return true;
            return false;
        };
        QTRY_VERIFY2(hasId(), qPrintable(label));
        m_place->draft->setInstructions(QStringLiteral("Other words.\n"));
        QVERIFY2(!hasId(), "what stands there now has another id");
    }

    void filesAreNamedAfterWhatIsInThem() {
        prepare();
        m_place->child<QAction>("exportCsv")->trigger();
        auto* dialog = m_place->view->window()->findChild<QFileDialog*>();
        QVERIFY(dialog);
        const QString name = QFileInfo(dialog->selectedFiles().value(0)).fileName();
        const QRegularExpression wanted(QStringLiteral("^sorter-v1-vs-v2-\\d{4}-\\d\\d-\\d\\d\\.csv$"));
        QVERIFY2(wanted.match(name).hasMatch(), qPrintable(name));
        dialog->close();
    }

    void everythingIsReachableInLittleRoom_data() {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("zoom");
        QTest::newRow("small") << QSize(800, 600) << 1.0;
        QTest::newRow("one and a half") << QSize(1280, 800) << 1.5;
        QTest::newRow("twice") << QSize(1280, 800) << 2.0;
        QTest::newRow("small and twice") << QSize(800, 600) << 2.0;
    }
    // Nothing asks for more room than there is, no two controls overlap, and the one with the keyboard is in sight.
    void everythingIsReachableInLittleRoom() {
        QFETCH(QSize, size);
        QFETCH(double, zoom);
        m_theme.setZoom(zoom);
        m_place = std::make_unique<ComparePlace>(m_theme);
        VERIFY_OK(m_place->fill());
        QVERIFY(m_place->show(size));
        QVERIFY(m_place->compare());
        const QSize least = m_place->view->minimumSizeHint();
        QVERIFY2(least.width() <= size.width(), qPrintable(QString::number(least.width())));
        QCOMPARE(m_place->view->size(), size);
        for (QWidget* stop : stopsIn(*m_place->view)) {
            stop->setFocus(Qt::TabFocusReason);
            for (QWidget* parent = stop->parentWidget(); parent; parent = parent->parentWidget())
                if (auto* area = qobject_cast<QScrollArea*>(parent))
                    area->ensureWidgetVisible(stop, 0, 0);
            QVERIFY2(!stop->visibleRegion().isEmpty(), qPrintable(nameOf(stop)));
            for (const QWidget* other : stopsIn(*m_place->view))
                if (other != stop && other->parentWidget() == stop->parentWidget())
                    QVERIFY2(!other->geometry().intersects(stop->geometry()),
                             qPrintable(nameOf(stop) + QStringLiteral(" over ") + nameOf(other)));
        }
    }

private:
    // Two versions, compared.
    void prepare() {
        m_place = std::make_unique<ComparePlace>(m_theme);
        VERIFY_OK(m_place->fill());
        QVERIFY(m_place->show());
        QVERIFY(m_place->compare());
        QTRY_VERIFY(m_place->child("partChanges")->isVisible());
    }

    Theme m_theme{ThemeMode::Light};
    std::unique_ptr<ComparePlace> m_place;
};

GUI_TEST_MAIN(CompareKeyboardTest)
#include "tst_compare_keyboard.moc"
