// SPDX-License-Identifier: GPL-3.0-or-later
//
// Inputs and output as trees, by keyboard and mouse.

#include "schema_view.h"

#include "uibase/inline_banner.h"
#include "uibase/theme.h"

#include "support/printing.h"
#include "ui/gui_test.h"

#include <QAbstractItemModelTester>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QTreeView>

using namespace touchstone;
using namespace touchstone::ui;

namespace {

Json parsed(const char* text) {
    return parseJson(text).value();
}

const char* const kInputs = R"({
  "type": "object",
  "properties": {
    "ticket": {"type": "string", "description": "What was written.", "maxLength": 8000, "x-hint": 1},
    "plan": {"type": "string", "enum": ["starter", "team"]}
  },
  "required": ["ticket"]
})";

}  // namespace

class SchemaViewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTheme(*qApp, m_theme); }
    void cleanup() { m_view.reset(); }

    void aPropertyIsAddedAndNamedByKeys() {
        openInputs(kInputs);
        select("/inputs/properties/ticket");
        QTest::keyClick(tree(), Qt::Key_Insert);
        auto* editor = tree()->findChild<QLineEdit*>();
        QVERIFY(editor && !editor->accessibleName().isEmpty());
        QTest::keyClick(editor, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(editor, QStringLiteral("since"));
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(names(), QStringLiteral("ticket since plan"));
        QCOMPARE(m_what, QStringLiteral("Rename property"));
    }

    void aNameIsEditedInPlace() {
        openInputs(kInputs);
        select("/inputs/properties/plan");
        QTest::keyClick(tree(), Qt::Key_F2);
        auto* editor = tree()->findChild<QLineEdit*>();
        QVERIFY(editor);
        editor->setText(QStringLiteral("ticket"));
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_VERIFY(child<InlineBanner>("schemaBanner")->isVisible());
        QCOMPARE(m_edits, 0);
        QVERIFY(child<InlineBanner>("schemaBanner")->text().contains(QStringLiteral("ticket")));
        const QRect cell = tree()->visualRect(tree()->currentIndex());
        QTest::mouseClick(tree()->viewport(), Qt::LeftButton, {}, cell.center());
        QTest::mouseDClick(tree()->viewport(), Qt::LeftButton, {}, cell.center());
        QTRY_COMPARE(tree()->findChildren<QLineEdit*>().size(), 1);
        editor = tree()->findChild<QLineEdit*>();
        editor->setText(QStringLiteral("tariff"));
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(names(), QStringLiteral("ticket tariff"));
        QVERIFY(!child<InlineBanner>("schemaBanner")->isVisible());
    }

    void theTypeIsAChoice() {
        openInputs(kInputs);
        select("/inputs/properties/ticket");
        tree()->setCurrentIndex(tree()->currentIndex().siblingAtColumn(1));
        QTest::keyClick(tree(), Qt::Key_Return);
        auto* combo = tree()->findChild<QComboBox*>();
        QVERIFY(combo);
        QCOMPARE(combo->currentText(), QStringLiteral("string"));
        combo->setCurrentIndex(combo->findText(QStringLiteral("array")));
        Q_EMIT combo->activated(combo->currentIndex());
        QCOMPARE(stringAt(m_part["properties"]["ticket"], "type"), std::string("array"));
        QCOMPARE(integerAt(m_part["properties"]["ticket"], "maxLength"), 8000);
        auto* items = child<QToolButton>("schemaAddItems");
        QTRY_VERIFY(items->isVisible());
        QTest::mouseClick(items, Qt::LeftButton);
        QCOMPARE(toText(m_part["properties"]["ticket"]["items"]), std::string(R"({"type":"string"})"));
    }

    void requiredIsACheckBox() {
        openInputs(kInputs);
        select("/inputs/properties/plan");
        tree()->setCurrentIndex(tree()->currentIndex().siblingAtColumn(2));
        QTest::keyClick(tree(), Qt::Key_Space);
        QCOMPARE(toText(m_part["required"]), std::string(R"(["ticket","plan"])"));
        QTest::keyClick(tree(), Qt::Key_Space);
        QCOMPARE(toText(m_part), toText(parsed(kInputs)));
    }

    void rowsMoveAndGoByKeys() {
        openInputs(kInputs);
        select("/inputs/properties/plan");
        QTest::keyClick(tree(), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(names(), QStringLiteral("plan ticket"));
        QCOMPARE(tree()->currentIndex().row(), 0);
        QTest::keyClick(tree(), Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(toText(m_part), toText(parsed(kInputs)));
        QTest::keyClick(tree(), Qt::Key_Delete);
        QCOMPARE(names(), QStringLiteral("ticket"));
        QCOMPARE(m_what, QStringLiteral("Remove plan"));
        select("/inputs/properties/ticket");
        QTest::mouseClick(child<QToolButton>("schemaDuplicate"), Qt::LeftButton);
        QCOMPARE(names(), QStringLiteral("ticket ticket_copy"));
    }

    void theInspectorShowsAllOfTheRow() {
        openInputs(kInputs);
        select("/inputs/properties/ticket");
        QVERIFY(child<QLabel>("schemaOthers")->text().endsWith(QStringLiteral("x-hint")));
        auto* most = child<QAbstractSpinBox>("field.schema.maxLength");
        QCOMPARE(most->text(), QStringLiteral("8000"));
        most->selectAll();
        QTest::keyClicks(most, QStringLiteral("90"));
        QCOMPARE(toText(m_part["properties"]["ticket"]),
                 std::string(R"({"type":"string","description":"What was written.","maxLength":90,"x-hint":1})"));
        auto* pattern = child<QLineEdit>("field.schema.pattern");
        QTest::keyClicks(pattern, QStringLiteral("^a"));
        QCOMPARE(stringAt(m_part["properties"]["ticket"], "pattern"), std::string("^a"));
        QTest::mouseClick(child<QToolButton>("reset.schema.pattern"), Qt::LeftButton);
        QVERIFY(!m_part["properties"]["ticket"].contains("pattern"));
    }

    void choicesAreAList() {
        openInputs(kInputs);
        select("/inputs/properties/plan");
        auto* values = child<QLineEdit>("field.schema.enum");
        QCOMPARE(values->text(), QStringLiteral("starter, team"));
        values->setFocus();
        QTest::keyClick(values, Qt::Key_End);
        QTest::keyClicks(values, QStringLiteral(", \"a, b"));
        QCOMPARE(m_part["properties"]["plan"]["enum"].size(), std::size_t(2));
        QVERIFY(child<QLabel>("note.schema.enum")->isVisible());
        QTest::keyClicks(values, QStringLiteral("\""));
        QCOMPARE(toText(m_part["properties"]["plan"]["enum"]), std::string(R"(["starter","team","a, b"])"));
        QCOMPARE(values->text(), QStringLiteral("starter, team, \"a, b\""));
    }

    void whatIsTypedForOneRowIsNotShownForAnother() {
        openInputs(R"({"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "string"}}})");
        select("/inputs/properties/a");
        QTest::keyClicks(child<QAbstractSpinBox>("field.schema.minLength"), QStringLiteral("x"));
        select("/inputs/properties/b");
        QCOMPARE(child<QAbstractSpinBox>("field.schema.minLength")->text(), QString());
    }

    void findingsAndPointersLeadToRows() {
        openInputs(kInputs);
        m_view->setFindings({{Severity::Error, "x", "/inputs/properties/plan/enum", {}, "twice", {}},
                             {Severity::Error, "x", "/output/schema", {}, "elsewhere", {}}});
        QVERIFY(m_view->goTo("/inputs/properties/plan/enum/0"));
        QCOMPARE(tree()->currentIndex().data().toString(), QStringLiteral("plan"));
        QVERIFY(tree()->currentIndex().data(Qt::DecorationRole).isValid());
        QCOMPARE(child<QLabel>("schemaFindings")->text(), QStringLiteral("twice"));
        QVERIFY(!m_view->goTo("/outputs"));
    }

    void outputHasSettingsAndATree() {
        openOutput(R"({"mode": "json", "x-a": [1.50], "schema": {"type": "object", "properties": {"a": {}}},
                       "attempts": 2})");
        const std::string before = toText(m_part);
        auto* attempts = child<QAbstractSpinBox>("field.output.attempts");
        attempts->selectAll();
        QTest::keyClicks(attempts, QStringLiteral("3"));
        QCOMPARE(integerAt(m_part, "attempts"), 3);
        attempts->selectAll();
        QTest::keyClicks(attempts, QStringLiteral("2"));
        QCOMPARE(toText(m_part), before);
        QVERIFY(m_view->goTo("/output/schema/properties/a"));
        QTest::keyClick(tree(), Qt::Key_Insert);
        QVERIFY(m_part["schema"]["properties"].contains("property"));
        QTest::keyClick(tree()->findChild<QLineEdit*>(), Qt::Key_Return);
        QTRY_VERIFY(!tree()->findChild<QLineEdit*>());
        QTest::keyClick(tree(), Qt::Key_Delete);
        QCOMPARE(toText(m_part), before);
    }

    void textNeedsNoSchemaAndJsonDoes() {
        openOutput(R"({"mode": "text"})");
        QVERIFY(!tree()->isVisible());
        auto* mode = child<QComboBox>("field.output.mode");
        mode->setFocus();
        QTest::keyClick(mode, Qt::Key_Down);
        QCOMPARE(stringAt(m_part, "mode"), std::string("json"));
        auto* banner = child<InlineBanner>("outputBanner");
        QVERIFY(banner->isVisible());
        QTest::mouseClick(banner->findChild<QPushButton*>(QStringLiteral("bannerAction")), Qt::LeftButton);
        QCOMPARE(toText(m_part), std::string(R"({"mode":"json","schema":{"type":"object","properties":{}}})"));
        QVERIFY(tree()->isVisible());
        QVERIFY(!banner->isVisible());
    }

    void readOnlyChangesNothing() {
        openInputs(kInputs);
        m_view->setReadOnly(true);
        select("/inputs/properties/plan");
        for (int key : {Qt::Key_F2, Qt::Key_Return, Qt::Key_Insert, Qt::Key_Delete, Qt::Key_Space})
            QTest::keyClick(tree(), Qt::Key(key));
        QVERIFY(!tree()->findChild<QLineEdit*>());
        QVERIFY(child<QLineEdit>("field.schema.enum")->isReadOnly());
        QVERIFY(!child<QToolButton>("schemaAdd")->isEnabled());
        QCOMPARE(m_edits, 0);
    }

    void otherShapesAreShownAndKept_data() {
        QTest::addColumn<QByteArray>("part");
        for (const char* part : {"null", "true", "7", "[1]", "{}", R"({"mode": 5, "schema": 7})"})
            QTest::newRow(part) << QByteArray(part);
    }
    void otherShapesAreShownAndKept() {
        QFETCH(QByteArray, part);
        openInputs(part.constData());
        QTest::keyClick(tree(), Qt::Key_Delete);
        QCOMPARE(m_edits, 0);
        openOutput(part.constData());
        QCOMPARE(m_edits, 0);
    }

private:
    void openInputs(const char* json) { open(std::make_unique<InputsView>(m_theme), json); }
    void openOutput(const char* json) { open(std::make_unique<OutputView>(m_theme), json); }

    void open(std::unique_ptr<PartView> view, const char* json) {
        m_view = std::move(view);
        m_edits = 0;
        m_part = parsed(json);
        connect(m_view.get(), &PartView::edited, this, [this](const Json& edited, const QString& what) {
            m_part = edited;
            m_what = what;
            ++m_edits;
            m_view->setPart(Json(m_part));  // as the host does
        });
        m_tester = nullptr;
        m_view->setPart(m_part);
        m_view->resize(900, 700);
        m_view->show();
        m_view->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
        m_tester = new QAbstractItemModelTester(tree()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest,
                                                m_view.get());
        tree()->setFocus();
    }

    QTreeView* tree() { return child<QTreeView>("schemaTree"); }
    void select(const char* pointer) {
        QVERIFY(m_view->goTo(pointer));
        // The inspector's form is made by the event loop.
        const auto form = [this] { return m_view->findChild<QWidget*>(QStringLiteral("schemaForm")); };
        QTRY_VERIFY(form() && form()->isVisible());
    }

    QString names() const {
        QStringList names;
        for (const auto& property : m_part["properties"].items())
            names.append(QString::fromStdString(property.key()));
        return names.join(QLatin1Char(' '));
    }

    template <class Widget>
    Widget* child(const char* name) {
        const auto found = m_view->findChildren<Widget*>(QString::fromLatin1(name));
        if (found.isEmpty())
            qFatal("no %s", name);
        return found.last();  // one being replaced may not be gone yet
    }

    Theme m_theme{ThemeMode::Light};
    std::unique_ptr<PartView> m_view;
    QAbstractItemModelTester* m_tester = nullptr;
    Json m_part;
    QString m_what;
    int m_edits = 0;
};

GUI_TEST_MAIN(SchemaViewTest)
#include "tst_schema_view.moc"
