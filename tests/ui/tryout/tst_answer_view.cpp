// SPDX-License-Identifier: GPL-3.0-or-later
//
// An answer that is too long to show as a whole is shown in part, and said so.

#include "answer_view.h"
#include "uibase/code_editor.h"
#include "uibase/theme.h"

#include "support/printing.h"
#include "ui/gui_test.h"

#include <QLabel>
#include <QTest>

using namespace touchstone;
using namespace touchstone::ui;

class AnswerViewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLongTextIsCut_data() {
        QTest::addColumn<QString>("answer");
        QTest::addColumn<int>("shown");
        QTest::newRow("nothing") << QString() << 0;
        QTest::newRow("as much as there is room for") << QStringLiteral("a").repeated(40000) << 40000;
        QTest::newRow("one letter more") << QStringLiteral("é").repeated(40001) << 40000;
        QTest::newRow("letters of other fonts") << QString(QChar(0x4e2d)).repeated(10001) << 10000;
        QTest::newRow("no half of a character")
            << QStringLiteral("four") + QString::fromUtf8("\xF0\x9F\x98\x80").repeated(6000) << 10002;
    }
    void aLongTextIsCut() {
        QFETCH(QString, answer);
        QFETCH(int, shown);
        const Theme theme(ThemeMode::Light);
        AnswerView view(theme, QStringLiteral("Answer"));
        auto outcome = std::make_shared<engine::Outcome>();
        outcome->output = answer.toStdString();
        view.showOutcome(outcome);
        QCOMPARE(view.findChild<CodeEditor*>(QStringLiteral("output"))->text(), answer.left(shown));
        QCOMPARE(view.text(), answer);  // what is copied
        const auto* rest = view.findChild<QLabel*>(QStringLiteral("outputRest"));
        QCOMPARE(rest->isHidden(), shown == answer.size());
        if (!rest->isHidden())
            QVERIFY(rest->text().contains(QStringLiteral(" %1 ").arg(answer.size() - shown)));
    }

    void theSentenceGoesWithItsText() {
        const Theme theme(ThemeMode::Light);
        AnswerView view(theme, QStringLiteral("Answer"));
        const auto* rest = view.findChild<QLabel*>(QStringLiteral("outputRest"));
        view.showStream(QStringLiteral("word ").repeated(10000));
        QVERIFY(!rest->isHidden());
        view.setMode(AnswerView::Markdown);  // which says so itself
        QVERIFY(rest->isHidden());
        view.setMode(AnswerView::Text);
        QVERIFY(!rest->isHidden());
        view.showStream(QStringLiteral("word"));
        QVERIFY(rest->isHidden());
    }
};

GUI_TEST_MAIN(AnswerViewTest)
#include "tst_answer_view.moc"
