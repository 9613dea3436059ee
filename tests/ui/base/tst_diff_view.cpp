// SPDX-License-Identifier: GPL-3.0-or-later

#include "uibase/diff_view.h"
#include "uibase/theme.h"

#include "support/printing.h"
#include "ui/gui_test.h"
#include "ui/painted_texts.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QScrollBar>

using namespace touchstone;
using namespace touchstone::ui;

namespace {

// "line 1" … with those of `changed` reworded and `extra` at the end.
std::string lines(int count, const QList<int>& changed = {}, const std::string& extra = {}) {
    std::string text;
    for (int i = 1; i <= count; ++i)
        text += (changed.contains(i) ? "the new line number " : "the old line number ") + std::to_string(i) + "\n";
    return text + extra;
}

std::vector<DiffSection> sections() {
    return {{QStringLiteral("prompt"), QStringLiteral("reworded"), text::alignLines(lines(40), lines(40, {20, 33}))},
            {QStringLiteral("policy"), {}, text::alignLines("", "one\n")}};
}

}  // namespace

class DiffViewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_theme = std::make_unique<Theme>(ThemeMode::Light);
        m_view = std::make_unique<DiffView>(*m_theme, QStringLiteral("Difference"));
        new QAbstractItemModelTester(m_view->model(), QAbstractItemModelTester::FailureReportingMode::QtTest,
                                     m_view.get());
        m_view->resize(600, 400);
        m_view->setSections(sections());
        m_view->show();
        m_view->setFocus();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }

    void cleanup() {
        m_view.reset();
        m_theme.reset();
    }

    void equalLinesAreFolded() {
        // heading, fold 16, 3 + change + 3, fold 6, 3 + change + 3, fold 4; heading, one line
        QCOMPARE(textOfRow(0), QStringLiteral("prompt"));
        QCOMPARE(textOfRow(1), QStringLiteral("16 equal line(s)"));
        QCOMPARE(m_view->model()->rowCount(), 1 + 1 + 7 + 1 + 7 + 1 + 1 + 1);
        QCOMPARE(m_view->accessibleName(), QStringLiteral("Difference"));
    }

    void returnAndClickUnfold() {
        const int before = m_view->model()->rowCount();
        m_view->setCurrentIndex(m_view->model()->index(1, 0));
        QTest::keyClick(m_view.get(), Qt::Key_Return);
        QCOMPARE(m_view->model()->rowCount(), before + 15);
        QCOMPARE(textOfRow(1), QStringLiteral("the old line number 1"));
        const int fold = rowOf(QStringLiteral("4 equal line(s)"));
        m_view->scrollTo(m_view->model()->index(fold, 0));
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {},
                          m_view->visualRect(m_view->model()->index(fold, 0)).center());
        QCOMPARE(m_view->model()->rowCount(), before + 15 + 3);
    }

    void keysStepThroughChanges() {
        QTest::keyClick(m_view.get(), Qt::Key_N);
        QVERIFY(currentText().contains(QStringLiteral("number 20")));
        QTest::keyClick(m_view.get(), Qt::Key_N);
        QVERIFY(currentText().contains(QStringLiteral("number 33")));
        QTest::keyClick(m_view.get(), Qt::Key_N);
        QVERIFY(currentText().contains(QStringLiteral("one")));
        QVERIFY(!m_view->stepChange());
        QTest::keyClick(m_view.get(), Qt::Key_P);
        QTest::keyClick(m_view.get(), Qt::Key_P);
        QVERIFY(currentText().contains(QStringLiteral("number 20")));
    }

    void rowsAreReadOut_data() {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("expected");
        QTest::newRow("equal") << "a"
                               << "a"
                               << "a";
        QTest::newRow("added") << ""
                               << "a"
                               << "Added: a";
        QTest::newRow("removed") << "a"
                                 << ""
                                 << "Removed: a";
        QTest::newRow("changed") << "a b c"
                                 << "a b d"
                                 << "a b c, now: a b d";
    }

    void rowsAreReadOut() {
        QFETCH(QString, before);
        QFETCH(QString, after);
        m_view->setSections({{{}, {}, text::alignLines(before.toStdString(), after.toStdString())}});
        QTEST(m_view->model()->index(0, 0).data(Qt::AccessibleTextRole).toString(), "expected");
    }

    void copiesAUnifiedDiff() {
        m_view->setSections({{QStringLiteral("p"), {}, text::alignLines("a\nold one here\n", "a\nnew one here\n")}});
        QCOMPARE(m_view->copyText(), QStringLiteral("@@ p\n  a\n- old one here\n+ new one here\n"));
        m_view->setCurrentIndex(m_view->model()->index(2, 0));
        m_view->selectionModel()->select(m_view->model()->index(2, 0), QItemSelectionModel::ClearAndSelect);
        QTest::keyClick(m_view.get(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("- old one here\n+ new one here\n"));
    }

    void narrowViewsWrap() {
        m_view->setSections({{{}, {}, text::alignLines(std::string(400, 'x'), std::string(400, 'y'))}});
        const auto height = [this] {
            QCoreApplication::processEvents();
            return m_view->visualRect(m_view->model()->index(0, 0)).height();
        };
        const int wide = height();
        m_view->resize(300, 400);
        QTRY_VERIFY(height() > wide);
        const int whole = height();
        m_view->setMode(DiffView::Mode::Split);
        QTRY_VERIFY(height() > whole);
    }

    void aLineOfManyMegabytesIsCutWhereItIsShown() {
        const std::string line(8'000'000, 'x');
        m_view->setSections({{{}, {}, {{1, 1, {{text::Change::Equal, line}}}}}});
        QCoreApplication::processEvents();
        QString painted;
        for (const test::PaintedText& each : test::paintedTexts(*m_view))
            painted += each.text;
        QVERIFY(painted.size() < 10'000);
        QVERIFY(painted.contains(QStringLiteral("the line goes on")) || m_view->verticalScrollBar()->maximum() > 0);
        m_view->scrollToBottom();
        QVERIFY(m_view->verticalScrollBar()->maximum() < 5000);
        QVERIFY(m_view->copyText().size() > 8'000'000);
    }

    void changesShowInBothModes_data() {
        QTest::addColumn<int>("mode");
        QTest::newRow("inline") << int(DiffView::Mode::Inline);
        QTest::newRow("split") << int(DiffView::Mode::Split);
    }

    void changesShowInBothModes() {
        QFETCH(int, mode);
        m_view->setMode(static_cast<DiffView::Mode>(mode));
        m_view->setSections({{{}, {}, text::alignLines("the old line\n", "the new line\n")}});
        QCoreApplication::processEvents();
        const QImage image = m_view->viewport()->grab().toImage();
        const auto has = [&image](const QColor& color) {
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    if (image.pixelColor(x, y) == color)
                        return true;
            return false;
        };
        QVERIFY(has(m_theme->color(Role::DiffAdd)));
        QVERIFY(has(m_theme->color(Role::DiffDel)));
    }

private:
    QString textOfRow(int row) const { return m_view->model()->index(row, 0).data().toString(); }
    QString currentText() const { return m_view->currentIndex().data().toString(); }
    int rowOf(const QString& text) const {
        for (int row = 0; row < m_view->model()->rowCount(); ++row)
            if (textOfRow(row) == text)
                return row;
        return -1;
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<DiffView> m_view;
};

GUI_TEST_MAIN(DiffViewTest)
#include "tst_diff_view.moc"
