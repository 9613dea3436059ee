// SPDX-License-Identifier: GPL-3.0-or-later
//
// The two views that show what came from a model: as a tree and as Markdown.

#include "uibase/json_tree.h"
#include "uibase/markdown_view.h"
#include "uibase/theme.h"

#include "support/printing.h"
#include "ui/gui_test.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QImage>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextTable>

using namespace touchstone;
using namespace touchstone::ui;

namespace {

std::shared_ptr<const Json> parsed(const char* text) {
    return std::make_shared<const Json>(parseJson(text).value());
}

// "name = value", nested by blanks
QStringList rowsOf(const QAbstractItemModel& model, const QModelIndex& parent = {}, const QString& indent = {}) {
    QStringList rows;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex name = model.index(row, 0, parent);
        rows.append(
            QStringLiteral("%1%2 = %3").arg(indent, name.data().toString(), name.siblingAtColumn(1).data().toString()));
        rows.append(rowsOf(model, name, indent + QLatin1Char(' ')));
    }
    return rows;
}

}  // namespace

class AnswerViewsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsValues_data() {
        QTest::addColumn<QString>("json");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("nothing") << "null" << QStringList();
        QTest::newRow("a number") << "7" << QStringList{" = 7"};
        QTest::newRow("an object") << R"({"a":1,"b":[true,null]})"
                                   << QStringList{"a = 1", "b = [ 2 item(s) ]", " 0 = true", " 1 = null"};
        QTest::newRow("lines") << R"({"t":"one\n two"})" << QStringList{"t = \"one two\""};
        QTest::newRow("empty") << R"({"o":{},"l":[]})" << QStringList{"o = { 0 member(s) }", "l = [ 0 item(s) ]"};
    }

    void showsValues() {
        QFETCH(QString, json);
        JsonTreeModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setValue(parsed(json.toUtf8().constData()));
        QTEST(rowsOf(model), "expected");
    }

    void pointersAreEscaped() {
        JsonTreeModel model;
        model.setValue(parsed(R"({"a/b":{"~":[10,20]}})"));
        const QModelIndex list = model.index(0, 0, model.index(0, 0));
        QCOMPARE(model.pointerOf(model.index(1, 0, list)), std::string("/a~1b/~0/1"));
        QCOMPARE(toText(model.valueOf(model.index(1, 1, list))), std::string("20"));
        QCOMPARE(model.pointerOf({}), std::string());
    }

    void copiesByKey() {
        const Theme theme(ThemeMode::Light);
        JsonTreeView view(theme, QStringLiteral("Answer"));
        view.setValue(parsed(R"({"label":"refund","more":{"x":1}})"));
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        view.setFocus();
        QVERIFY(view.isExpanded(view.model()->index(1, 0)));
        QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("\"refund\""));
        QTest::keyClick(&view, Qt::Key_Down);
        QTest::keyClick(&view, Qt::Key_Down);
        QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("/more/x"));
    }

    void aLargeListIsShownAtOnce() {
        Json list = Json::array();
        for (int i = 0; i < 200000; ++i)
            list.push_back({{"i", i}});
        const Theme theme(ThemeMode::Light);
        JsonTreeView view(theme, QStringLiteral("Answer"));
        view.setValue(std::make_shared<const Json>(Json{{"list", std::move(list)}}));
        QVERIFY(!view.isExpanded(view.model()->index(0, 0)));  // it is asked for first
        QCOMPARE(view.model()->rowCount(view.model()->index(0, 0)), 200000);
    }

    void markdownIsSafe_data() {
        QTest::addColumn<QString>("markdown");
        QTest::addColumn<QString>("shown");
        QTest::newRow("heading") << "# Hello\n\n**bold** words"
                                 << "Hello\nbold words";
        QTest::newRow("html is text") << "a <b>c</b>"
                                      << "a <b>c</b>";
        QTest::newRow("script") << "<script>alert(1)</script>"
                                << "<script>alert(1)</script>";
    }

    void markdownIsSafe() {
        QFETCH(QString, markdown);
        const Theme theme(ThemeMode::Light);
        MarkdownView view(theme, QStringLiteral("Answer"));
        view.setMarkdownText(markdown);
        QTEST(view.toPlainText().trimmed(), "shown");
    }

    void picturesAreNotLoaded() {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("p.png"));
        QImage picture(8, 8, QImage::Format_RGB32);
        picture.fill(Qt::red);
        QVERIFY(picture.save(file));
        const Theme theme(ThemeMode::Light);
        MarkdownView view(theme, QStringLiteral("Answer"));
        view.resize(200, 100);
        view.setMarkdownText(QStringLiteral("![x](%1)").arg(file));
        const QImage image = view.grab().toImage();
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                QVERIFY(image.pixelColor(x, y) != QColor(Qt::red));
    }

    void whatCannotBeLaidOutIsShownAsText_data() {
        QTest::addColumn<QString>("markdown");
        QTest::addColumn<bool>("asText");
        const auto times = [](const char* text, int count) { return QString::fromLatin1(text).repeated(count); };
        QTest::newRow("a table") << QStringLiteral("|a|b|\n|---|---|\n|1|2|\n") << false;
        QTest::newRow("thousands of columns") << times("|a", 3000) + QLatin1Char('\n') + times("|-", 3000) << true;
        QTest::newRow("thousands of cells") << QStringLiteral("|a|b|\n|---|---|\n") + times("|1|2|\n", 5000) << true;
        QTest::newRow("quotations") << times("> ", 8) + QStringLiteral("said") << false;
        QTest::newRow("quotations without end") << times(">", 20000) + QStringLiteral("said") << true;
        QTest::newRow("lists without end") << times("- ", 5000) + QStringLiteral("said") << true;
        QTest::newRow("numbered lists without end") << times("1. ", 5000) << true;
        QTest::newRow("a paragraph") << times("words ", 500) << false;
        QTest::newRow("a paragraph without end") << times("words ", 1000) << true;
        QTest::newRow("many paragraphs") << times("words and words\n\n", 1000) << false;
        QTest::newRow("cells that no row has")
            << times("|a", 60) + QLatin1Char('\n') + times("|-", 60) + QLatin1Char('\n') + times("x\n", 60) << true;
        QTest::newRow("cells in a quotation") << QStringLiteral("> a|b\n> -|-\n") + times("> x\n", 300) << true;
        QTest::newRow("small tables") << times("|a|b|\n|-|-|\n|1|2|\n\nand\n\n", 20) << false;
        QTest::newRow("code with bars") << QStringLiteral("```\n") + times("a || b || c;\n", 800) +
                                               QStringLiteral("```\n")
                                        << false;
        QTest::newRow("a rule") << times("-", 80) << false;
        QTest::newRow("blanks") << QStringLiteral("- a\n") + times(" ", 3000) + QStringLiteral("- b") << true;
    }
    void whatCannotBeLaidOutIsShownAsText() {
        QFETCH(QString, markdown);
        const Theme theme(ThemeMode::Light);
        MarkdownView view(theme, QStringLiteral("Answer"));
        view.setMarkdownText(markdown);
        QTEST(view.toPlainText().contains(QStringLiteral("shown as plain text")), "asText");
        QVERIFY(!view.toPlainText().contains(QStringLiteral("shown as plain text")) ||
                view.toPlainText().startsWith(markdown.left(100)));
    }

    void aTableAfterAQuotationHasItsHead() {
        const Theme theme(ThemeMode::Light);
        MarkdownView view(theme, QStringLiteral("Answer"));
        view.setMarkdownText(QStringLiteral("> quoted\n\n|a|b|\n|---|---|\n|1|2|\n"));
        const auto* table = qobject_cast<QTextTable*>(view.document()->rootFrame()->childFrames().value(0));
        QVERIFY(table);
        for (int column = 0; column < 2; ++column) {
            const QTextBlock head = table->cellAt(0, column).firstCursorPosition().block();
            QCOMPARE(head.text(), column == 0 ? QStringLiteral("a") : QStringLiteral("b"));
            QVERIFY(head.begin().fragment().charFormat().fontWeight() >= QFont::DemiBold);
        }
    }

    void everyPieceOfALongListIsDressed() {
        const Theme theme(ThemeMode::Light);
        MarkdownView view(theme, QStringLiteral("Answer"));
        view.setMarkdownText(QStringLiteral("- item `code`\n").repeated(1000));
        int items = 0;
        for (QTextBlock block = view.document()->begin(); block.isValid(); block = block.next(), ++items) {
            QCOMPARE(block.blockFormat().lineHeightType(), static_cast<int>(QTextBlockFormat::ProportionalHeight));
            QTextCursor end(block);
            end.movePosition(QTextCursor::EndOfBlock);
            QCOMPARE(end.charFormat().font().family(), theme.font(TextStyle::Mono).family());
        }
        QCOMPARE(items, 1000);
    }

    void aGrowingTextStaysWhereItIsRead() {
        const Theme theme(ThemeMode::Light);
        MarkdownView view(theme, QStringLiteral("Answer"));
        view.resize(300, 200);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        const QString text = QStringLiteral("words and words\n\n").repeated(500);
        view.setMarkdownText(text);
        view.verticalScrollBar()->setValue(view.verticalScrollBar()->maximum());
        const int place = view.verticalScrollBar()->value();
        QVERIFY(place > 0);
        view.setMarkdownText(text + QStringLiteral("more"));
        QCOMPARE(view.verticalScrollBar()->value(), place);
        view.setMarkdownText(QStringLiteral("another ").repeated(400));
        QCOMPARE(view.verticalScrollBar()->value(), 0);
    }

    void longTextIsCutAndSaysSo() {
        const Theme theme(ThemeMode::Light);
        MarkdownView view(theme, QStringLiteral("Answer"));
        view.setMarkdownText(QStringLiteral("word ").repeated(30000));
        QVERIFY(view.toPlainText().contains(QStringLiteral("130000 more character(s)")));
    }
};

GUI_TEST_MAIN(AnswerViewsTest)
#include "tst_answer_views.moc"
