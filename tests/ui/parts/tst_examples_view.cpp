// SPDX-License-Identifier: GPL-3.0-or-later
//
// The examples of a real draft as a table, by keyboard and mouse.

#include "examples_view.h"

#include "examples_model.h"
#include "paste_model.h"
#include "uibase/inline_banner.h"
#include "uibase/theme.h"
#include "uistate/draft_model.h"

#include "support/printing.h"
#include "ui/gui_test.h"
#include "ui/workspace_fixture.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QSignalSpy>
#include <QTableView>
#include <QToolButton>

using namespace touchstone;
using namespace touchstone::test;
using namespace touchstone::ui;

namespace {

Json parsed(const char* text) {
    return parseJson(text).value();
}

const char* const kInputs = R"({
  "type": "object",
  "properties": {
    "ticket": {"type": "string", "title": "Ticket text", "maxLength": 100},
    "plan": {"type": "string", "enum": ["starter", "team"]},
    "seats": {"type": "integer"}
  },
  "required": ["ticket"]
})";

const char* const kOutput = R"({
  "mode": "json",
  "schema": {"type": "object", "properties": {"label": {"type": "string"}}, "required": ["label"]}
})";

const char* const kPrompt = R"({
  "x-keep": {"b": 1.0, "a": [2.50]},
  "messages": [{"role": "user", "content": "{{ ticket }}"}],
  "examples": [
    {"output": {"label": "refund"}, "input": {"plan": "team", "ticket": "Twice charged"}},
    {"input": {"ticket": "Cannot log in\nsince Monday", "seats": 3.0, "extra": [1, 2]}, "output": {"label": "login"}},
    {"input": {"ticket": "Thanks"}, "output": {"label": "none"}, "x-source": "CRM"}
  ]
})";

Json manyExamples(int count) {
    Json examples = Json::array();
    for (int i = 0; i < count; ++i)
        examples.push_back(
            {{"input", {{"ticket", "Ticket number " + std::to_string(i)}, {"plan", "team"}, {"seats", i}}},
             {"output", {{"label", "refund"}}}});
    return {{"messages", Json::array()}, {"examples", std::move(examples)}};
}

}  // namespace

class ExamplesViewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        installTheme(*qApp, m_theme);
        auto session = m_fixture.open(store::OpenMode::Create);
        VERIFY_OK(session);
        m_session = std::move(session).value();
        VERIFY_OK(m_fixture.fill(*m_session));
        m_draft = std::make_unique<DraftModel>(*m_session);
        m_draft->open(QString::fromLatin1(WorkspaceFixture::kWorkflow), QStringLiteral("main"));
        QTRY_VERIFY(m_draft->isOpen());
        m_draft->setSource("inputs", QString::fromUtf8(kInputs));
        m_draft->setSource("output", QString::fromUtf8(kOutput));
    }
    void cleanup() { m_view.reset(); }

    void columnsComeFromSchemaAndExamples() {
        open(kPrompt);
        QStringList heads;
        for (int column = 0; column < model().columnCount(); ++column)
            heads.append(model().headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        QCOMPARE(heads.join(QLatin1Char(' ')), QStringLiteral("ticket plan seats extra Output"));
        QCOMPARE(model().rowCount(), 3);
        QCOMPARE(cell(0, 4).data().toString(), QStringLiteral("{\"label\":\"refund\"}"));
        QCOMPARE(cell(1, 2).data().toString(), QStringLiteral("3.0"));
        QCOMPARE(cell(2, 1).data().toString(), QString());
        QCOMPARE(child<QLabel>("exampleCount")->text(), QStringLiteral("3 example(s)"));
    }

    void columnsFollowTheInputs() {
        open(kPrompt);
        m_draft->setSource("inputs",
                           QStringLiteral(R"({"type": "object", "properties": {"mail": {"type": "string"}}})"));
        QCOMPARE(model().headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("mail"));
        m_draft->setSource("inputs", QString::fromUtf8(kInputs));
        QCOMPARE(model().headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("ticket"));
        QCOMPARE(m_edits, 0);
    }

    void textIsEditedInSeveralLines() {
        open(kPrompt);
        edit(0, 0);
        auto* editor = table()->findChild<QPlainTextEdit*>();
        QVERIFY(editor && editor->accessibleName().contains(QStringLiteral("ticket")));
        QVERIFY(editor->height() > table()->rowHeight(0));
        QTest::keyClick(editor, Qt::Key_End, Qt::ControlModifier);
        QTest::keyClick(editor, Qt::Key_Return, Qt::ShiftModifier);
        QTest::keyClicks(editor, QStringLiteral("Twice!"));
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(m_edits, 1);
        QCOMPARE(stringAt(m_part["examples"][0]["input"], "ticket"), std::string("Twice charged\nTwice!"));
        QCOMPARE(m_what, QStringLiteral("Edit example 1"));
    }

    void escapeLeavesAsItWas() {
        open(kPrompt);
        edit(0, 4);
        auto* editor = table()->findChild<QPlainTextEdit*>();
        QVERIFY(editor->toPlainText().contains(QLatin1Char('\n')));  // JSON is edited indented
        editor->setPlainText(QStringLiteral("{}"));
        QTest::keyClick(editor, Qt::Key_Escape);
        QTRY_VERIFY(!table()->findChild<QPlainTextEdit*>());
        edit(0, 4);
        QTest::keyClick(table()->findChild<QPlainTextEdit*>(), Qt::Key_Return);  // without a change
        QTRY_VERIFY(!table()->findChild<QPlainTextEdit*>());
        QCOMPARE(m_edits, 0);
    }

    void choicesAreChosen() {
        open(kPrompt);
        edit(0, 1);
        auto* combo = table()->findChild<QComboBox*>();
        QVERIFY(combo);
        QCOMPARE(combo->currentText(), QStringLiteral("team"));
        combo->setCurrentIndex(0);
        Q_EMIT combo->activated(0);
        QTRY_COMPARE(stringAt(m_part["examples"][0]["input"], "plan"), std::string("starter"));
    }

    void typesFollowTheSchema_data() {
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QByteArray>("written");
        QTest::newRow("number") << 2 << QStringLiteral("12") << QByteArray("12");
        QTest::newRow("no number") << 2 << QStringLiteral("many") << QByteArray("\"many\"");
        QTest::newRow("text that looks like one") << 0 << QStringLiteral("12") << QByteArray("\"12\"");
        QTest::newRow("JSON") << 4 << QStringLiteral("{\"label\": \"a\", \"n\": 1.50}")
                              << QByteArray(R"({"label":"a","n":1.5})");
        QTest::newRow("broken JSON is kept") << 4 << QStringLiteral("{\"label\":") << QByteArray("\"{\\\"label\\\":\"");
        QTest::newRow("unknown") << 3 << QStringLiteral("free") << QByteArray("\"free\"");
    }
    void typesFollowTheSchema() {
        QFETCH(int, column);
        QFETCH(QString, typed);
        QFETCH(QByteArray, written);
        open(kPrompt);
        const QString before = cell(0, column).data(Qt::EditRole).toString();
        const std::string part = toText(m_part);
        QVERIFY(model().setData(cell(0, column), typed));
        QCOMPARE(toText(*model().valueAt(0, column)), written.toStdString());
        if (before.isEmpty())
            model().clear({cell(0, column)});
        else
            QVERIFY(model().setData(cell(0, column), before));
        QCOMPARE(toText(m_part), part);  // nothing else was touched, not even its order
    }

    void rowsComeAndGoByKeys() {
        open(kPrompt);
        table()->selectRow(0);
        QTest::keyClick(table(), Qt::Key_Insert);
        QCOMPARE(model().rowCount(), 4);
        QCOMPARE(toText(m_part["examples"][1]), std::string(R"({"input":{"ticket":""},"output":{}})"));
        auto* editor = table()->findChild<QPlainTextEdit*>();
        QVERIFY(editor);
        QTest::keyClick(editor, Qt::Key_Escape);
        QTRY_VERIFY(!table()->findChild<QPlainTextEdit*>());
        table()->selectRow(1);
        QTest::keyClick(table(), Qt::Key_Delete);
        QCOMPARE(toText(m_part), toText(parsed(kPrompt)));
        table()->selectRow(0);
        QTest::keyClick(table(), Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(m_part["examples"][1]["output"]["label"].get<std::string>(), std::string("refund"));
        QCOMPARE(table()->currentIndex().row(), 1);
        QTest::keyClick(table(), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(toText(m_part), toText(parsed(kPrompt)));
        QTest::keyClick(table(), Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(toText(m_part["examples"][1]), toText(m_part["examples"][0]));
    }

    void severalRowsAtOnce() {
        open(kPrompt);
        table()->selectAll();
        QTest::mouseClick(child<QToolButton>("exampleDuplicate"), Qt::LeftButton);
        QCOMPARE(model().rowCount(), 6);
        select({0, 2, 3});
        QTest::mouseClick(child<QToolButton>("exampleRemove"), Qt::LeftButton);
        QCOMPARE(model().rowCount(), 3);
        QCOMPARE(m_what, QStringLiteral("Remove 3 example(s)"));
        QCOMPARE(m_part["examples"][0]["output"]["label"].get<std::string>(), std::string("login"));
        select({0, 1});
        QTest::keyClick(table(), Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(m_part["examples"][1]["output"]["label"].get<std::string>(), std::string("login"));
    }

    void allRowsGoneShowsWhatToDo() {
        open(kPrompt);
        table()->selectAll();
        QTest::keyClick(table(), Qt::Key_Delete);
        QVERIFY(!table()->isVisible());
        QCOMPARE(toText(m_part["examples"]), std::string("[]"));
        auto* start = m_view->findChild<QPushButton*>(QStringLiteral("emptyAction"));
        if (!start)
            for (auto* button : m_view->findChildren<QPushButton*>())
                if (button->isVisible() && button->text() == QStringLiteral("Add example"))
                    start = button;
        QVERIFY(start);
        QTest::mouseClick(start, Qt::LeftButton);
        QVERIFY(table()->isVisible());
        QCOMPARE(model().rowCount(), 1);
    }

    void searchingShowsWhatHasTheText() {
        open(kPrompt);
        auto* search = child<QLineEdit>("exampleSearch");
        QTest::keyClicks(search, QStringLiteral("LOG IN"));
        QCOMPARE(table()->model()->rowCount(), 1);
        QCOMPARE(child<QLabel>("exampleCount")->text(), QStringLiteral("1 of 3"));
        table()->selectRow(0);
        QVERIFY(!child<QToolButton>("exampleDown")->isEnabled());
        QTest::keyClick(table(), Qt::Key_Delete);
        QCOMPARE(m_part["examples"].size(), std::size_t(2));
        QTest::keyClick(search, Qt::Key_Escape);
        QCOMPARE(table()->model()->rowCount(), 2);
    }

    void howManyAreSent() {
        open(kPrompt);
        auto* by = child<QComboBox>("field.select.by");
        by->setFocus();
        QTest::keyClick(by, Qt::Key_End);
        QCOMPARE(toText(m_part["select"]), std::string(R"({"by":"similarity"})"));
        QTest::keyClicks(child<QWidget>("field.select.count"), QStringLiteral("6"));
        QCOMPARE(toText(m_part["select"]), std::string(R"({"by":"similarity","count":6})"));
        QTest::mouseClick(child<QToolButton>("reset.select.count"), Qt::LeftButton);
        QTest::mouseClick(child<QToolButton>("reset.select.by"), Qt::LeftButton);
        QCOMPARE(toText(m_part), toText(parsed(kPrompt)));
    }

    void findingsMarkCellsAndAreVisited() {
        open(kPrompt);
        m_view->setFindings({{Severity::Error, "example", "/prompt/examples/1/input/seats", {}, "no integer", {}},
                             {Severity::Error, "example", "/prompt/examples/2/output/label", {}, "no label", {}},
                             {Severity::Error, "example", "/prompt/examples/99/output", {}, "gone", {}},
                             {Severity::Error, "x", "/prompt/messages", {}, "other", {}}});
        QVERIFY(cell(1, 2).data(Qt::DecorationRole).isValid());
        QCOMPARE(cell(1, 2).data(Qt::ToolTipRole).toString(), QStringLiteral("no integer"));
        QVERIFY(!cell(1, 0).data(Qt::DecorationRole).isValid());
        auto* problems = child<QPushButton>("exampleProblems");
        QCOMPARE(problems->text(), QStringLiteral("2 with problems"));
        QTest::mouseClick(problems, Qt::LeftButton);
        QCOMPARE(table()->currentIndex(), table()->model()->index(1, 2));
        QTest::mouseClick(problems, Qt::LeftButton);
        QCOMPARE(table()->currentIndex(), table()->model()->index(2, 4));
        QVERIFY(!m_view->goTo("/prompt/messages/0"));
        QVERIFY(!m_view->goTo("/prompt/examples/99"));
    }

    // A change from outside comes in as few steps as views understand.
    void undoKeepsTheSelection() {
        open(kPrompt);
        const QPersistentModelIndex last(cell(2, 0));
        Json fewer = parsed(kPrompt);
        fewer["examples"].erase(1);
        QSignalSpy reset(&model(), &QAbstractItemModel::modelReset);
        m_view->setPart(parsed(kPrompt));
        QCOMPARE(model().rowCount(), 3);
        fewer["examples"][0]["input"]["ticket"] = "else";
        m_view->setPart(fewer);
        QCOMPARE(last.row(), 1);
        m_view->setPart(parsed(kPrompt));
        QCOMPARE(last.row(), 2);
        QCOMPARE(reset.count(), 0);
    }

    void copiesAreTablesAndJson() {
        open(kPrompt);
        select({0, 2});
        QTest::keyClick(table(), Qt::Key_C, Qt::ControlModifier);
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY(copied.startsWith(QStringLiteral("ticket\tplan\tseats\textra\tOutput")));
        QCOMPARE(parseClipboardTable(copied).rows.size(), std::size_t(3));
    }

    void aTableIsPasted() {
        open(kPrompt);
        table()->selectRow(0);
        QGuiApplication::clipboard()->setText(
            QStringLiteral("Output\tTICKET TEXT\tNote\n"
                           "{\"label\":\"a\"}\t\"two\nlines, \"\"quoted\"\"\"\t\n"
                           "none\tplain\tignored\n"));
        QTest::keyClick(table(), Qt::Key_V, Qt::ControlModifier);
        QVERIFY(child<QWidget>("pastePanel")->isVisible());
        QVERIFY(child<QCheckBox>("pasteHeader")->isChecked());
        QShortcut undo(QKeySequence::Undo, table()->window());  // of the place: it would undo behind the preview
        QSignalSpy undone(&undo, &QShortcut::activated);
        QTest::keyClick(child<QPushButton>("pasteAll"), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(undone.count(), 0);
        QCOMPARE(child<QComboBox>("pasteColumn.1")->currentText(), QStringLiteral("ticket"));
        QCOMPARE(child<QComboBox>("pasteColumn.2")->currentIndex(), 0);
        auto* preview = child<QTableView>("pasteTable");
        QCOMPARE(preview->model()->rowCount(), 2);
        QTRY_VERIFY(child<QPushButton>("pasteFitting")->isVisible());
        const QString wrong = preview->model()->index(1, preview->model()->columnCount() - 1).data().toString();
        QVERIFY2(wrong.contains(QStringLiteral("“Note” is left out")), qPrintable(wrong));
        QVERIFY(wrong.contains(QStringLiteral("output")));
        QCOMPARE(m_edits, 0);
        QTest::mouseClick(child<QPushButton>("pasteFitting"), Qt::LeftButton);
        QCOMPARE(m_edits, 1);
        QCOMPARE(m_part["examples"].size(), std::size_t(4));
        QCOMPARE(toText(m_part["examples"][1]),
                 std::string("{\"input\":{\"ticket\":\"two\\nlines, \\\"quoted\\\"\"},\"output\":{\"label\":\"a\"}}"));
        QCOMPARE(table()->currentIndex().row(), 1);
        QVERIFY(table()->isVisible());
    }

    void whereColumnsGoCanBeChosen() {
        open(kPrompt);
        table()->setFocus();
        QGuiApplication::clipboard()->setText(QStringLiteral("one\t1\ntwo\t2\n"));
        QTest::mouseClick(child<QToolButton>("examplePaste"), Qt::LeftButton);
        QVERIFY(!child<QCheckBox>("pasteHeader")->isChecked());
        auto* second = child<QComboBox>("pasteColumn.1");
        QCOMPARE(second->currentText(), QStringLiteral("plan"));
        second->setCurrentIndex(3);
        Q_EMIT second->activated(3);
        QTest::mouseClick(child<QPushButton>("pasteAll"), Qt::LeftButton);
        QCOMPARE(toText(m_part["examples"][1]), std::string(R"({"input":{"ticket":"one","seats":1},"output":null})"));
        QTest::keyClick(table(), Qt::Key_V, Qt::ControlModifier);
        QTest::keyClick(child<QPushButton>("pasteAll"), Qt::Key_Escape);
        QVERIFY(table()->isVisible());
        QCOMPARE(m_edits, 1);
    }

    void nothingToPasteIsSaid() {
        open(kPrompt);
        QGuiApplication::clipboard()->setText(QStringLiteral("\n\t\n"));
        table()->setFocus();
        QTest::keyClick(table(), Qt::Key_V, Qt::ControlModifier);
        QVERIFY(table()->isVisible());
        QVERIFY(child<InlineBanner>("examplesBanner")->isVisible());
    }

    void clipboardTables_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("cells");  // rows by "/", cells by "|"
        const auto row = [](const char* name, const char* text, const char* cells) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(cells);
        };
        row("nothing", "", "");
        row("one cell", "a", "a");
        row("rows of spreadsheets on Windows", "a\tb\r\nc\td\r\n", "a|b/c|d");
        row("line ends of old", "a\rb\r", "a/b");
        row("quoted", "\"a\tb\"\t\"c\r\nd\"", "a\tb|c\nd");
        row("doubled", "\"say \"\"hi\"\"\"\tx", "say \"hi\"|x");
        row("a quotation mark inside", "5\" disk\tx", "5\" disk|x");
        row("text that begins with a quote", "\"Hi\" she said\tx", "\"Hi\" she said|x");
        row("left open", "\"a\nb", "\"a/b");
        row("empty rows and cells", "\t\na\t\t\n\nb", "a||/b");
    }
    void clipboardTables() {
        QFETCH(QString, text);
        QFETCH(QString, cells);
        QStringList rows;
        for (const ClipboardRow& row : parseClipboardTable(text).rows)
            rows.append(QStringList(row.begin(), row.end()).join(QLatin1Char('|')));
        QCOMPARE(rows.join(QLatin1Char('/')), cells);
    }

    void readOnlyChangesNothing() {
        open(kPrompt);
        m_view->setReadOnly(true);
        table()->selectRow(1);
        for (int key : {Qt::Key_Insert, Qt::Key_Delete, Qt::Key_Backspace, Qt::Key_F2})
            QTest::keyClick(table(), Qt::Key(key));
        QTest::keyClick(table(), Qt::Key_V, Qt::ControlModifier);
        QVERIFY(!table()->findChild<QPlainTextEdit*>());
        QVERIFY(table()->isVisible());
        QCOMPARE(m_edits, 0);
    }

    void otherShapesAreShownAndKept_data() {
        QTest::addColumn<QByteArray>("part");
        for (const char* part :
             {"null", "7", "[1]", "{}", R"({"examples": {"a": 1}})", R"({"examples": [5, null, "x", [], {}]})",
              R"({"examples": [{"input": 5, "output": null}, {"input": {"": 1}}], "select": 9})"})
            QTest::newRow(part) << QByteArray(part);
    }
    void otherShapesAreShownAndKept() {
        QFETCH(QByteArray, part);
        open(part.constData());
        for (int row = 0; row < model().rowCount(); ++row)
            for (int column = 0; column < model().columnCount(); ++column)
                (void)cell(row, column).data();
        table()->selectAll();
        QTest::keyClick(table(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(m_edits, 0);
        QCOMPARE(toText(model().part()), toText(parsed(part.constData())));
    }

    void anEditOfTenThousand() {
        m_part = manyExamples(10000);
        open(m_part);
        m_view->disconnect(this);  // what a host does with the part is not measured, its echo is
        connect(m_view.get(), &PartView::edited, this, [this](const Json& edited) {
            ++m_edits;
            m_view->setPart(edited);
        });
        int number = 0;
        QBENCHMARK {
            QVERIFY(model().setData(cell(5000, 0), QStringLiteral("text %1").arg(++number)));
        }
        QCOMPARE(m_edits, number);
        QCOMPARE(model().rowCount(), 10000);
    }

    void tenThousandArePasted() {
        open(manyExamples(10000));
        QString text;
        for (int i = 0; i < 10000; ++i)
            text += QStringLiteral("ticket %1\tteam\t%1\t{\"label\":\"x\"}\n").arg(i);
        QGuiApplication::clipboard()->setText(text);
        table()->setFocus();
        QTest::keyClick(table(), Qt::Key_V, Qt::ControlModifier);
        QTest::mouseClick(child<QPushButton>("pasteAll"), Qt::LeftButton);
        QCOMPARE(m_part["examples"].size(), std::size_t(20000));
    }

private:
    void open(const char* json) { open(parsed(json)); }
    void open(const Json& part) {
        m_view = std::make_unique<ExamplesView>(m_theme, *m_draft);
        m_edits = 0;
        m_part = part;
        connect(m_view.get(), &PartView::edited, this, [this](const Json& edited, const QString& what) {
            m_part = edited;
            m_what = what;
            ++m_edits;
            m_view->setPart(m_part);  // as the host does
        });
        m_view->setPart(m_part);
        m_view->resize(900, 600);
        m_view->show();
        m_view->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
        new QAbstractItemModelTester(&model(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_view.get());
        table()->setFocus();
    }

    QTableView* table() { return child<QTableView>("examples"); }
    ExamplesModel& model() { return *m_view->findChild<ExamplesModel*>(); }
    QModelIndex cell(int row, int column) { return model().index(row, column); }

    void edit(int row, int column) {
        const QModelIndex index = table()->model()->index(row, column);
        const QPoint place = table()->visualRect(index).center();
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, place);
        QTest::mouseDClick(table()->viewport(), Qt::LeftButton, {}, place);
    }

    void select(std::initializer_list<int> rows) {
        table()->clearSelection();
        table()->setCurrentIndex(table()->model()->index(*rows.begin(), 0));
        for (const int row : rows)
            table()->selectionModel()->select(table()->model()->index(row, 0),
                                              QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }

    template <class Widget>
    Widget* child(const char* name) {
        const auto found = m_view->findChildren<Widget*>(QString::fromLatin1(name));
        if (found.isEmpty())
            qFatal("no %s", name);
        return found.last();  // one being replaced may not be gone yet
    }

    Theme m_theme{ThemeMode::Light};
    WorkspaceFixture m_fixture;
    std::unique_ptr<session::Session> m_session;
    std::unique_ptr<DraftModel> m_draft;
    std::unique_ptr<PartView> m_view;
    Json m_part;
    QString m_what;
    int m_edits = 0;
};

GUI_TEST_MAIN(ExamplesViewTest)
#include "tst_examples_view.moc"
