// SPDX-License-Identifier: GPL-3.0-or-later
//
// A text beside another: its differences marked, a very long one cut with a sentence, all of it copied.

#include "answer_column.h"
#include "uibase/shown_length.h"
#include "uibase/theme.h"

#include "ui/gui_test.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QGridLayout>
#include <QPlainTextEdit>

using namespace touchstone;
using namespace touchstone::ui;

class AnswerColumnTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsTheBeginningAndCopiesAll() {
        const std::string equal(60000, 'a');
        const std::string inserted(60000, 'b');
        m_column.setText(
            {{text::Change::Equal, equal}, {text::Change::Deleted, "gone"}, {text::Change::Inserted, inserted}},
            text::Change::Inserted);
        const QString whole = QString::fromStdString(equal + inserted);
        const qsizetype shown = shownLength(whole);
        QVERIFY(shown < whole.size());
        const QString text = m_column.text().toPlainText();
        QVERIFY(text.startsWith(whole.left(shown) + QLatin1Char('\n')));
        QVERIFY2(text.contains(QString::number(whole.size() - shown)), qPrintable(text.right(100)));
        copy();
        QCOMPARE(QApplication::clipboard()->text(), whole);
    }

    void aShortTextIsWholeAndMarked() {
        m_column.setText(
            {{text::Change::Equal, "same "}, {text::Change::Deleted, "old"}, {text::Change::Inserted, "new"}},
            text::Change::Deleted);
        QCOMPARE(m_column.text().toPlainText(), QStringLiteral("same old"));
        m_column.setPlainText(QStringLiteral("plain"));
        QCOMPARE(m_column.text().toPlainText(), QStringLiteral("plain"));
        copy();
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("plain"));
    }

private:
    void copy() { m_widget.findChild<QAbstractButton*>(QStringLiteral("copy.answer"))->click(); }

    Theme m_theme{ThemeMode::Light};
    QWidget m_widget;
    QGridLayout m_grid{&m_widget};
    AnswerColumn m_column{m_theme, QStringLiteral("answer"), "answer", m_grid, 0};
};

GUI_TEST_MAIN(AnswerColumnTest)
#include "tst_answer_column.moc"
