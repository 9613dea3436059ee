// SPDX-License-Identifier: GPL-3.0-or-later

#include "uibase/theme.h"
#include "uitryout/input_form.h"

#include "support/printing.h"
#include "ui/gui_test.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QSpinBox>

using namespace touchstone;
using namespace touchstone::ui;

namespace {

Json parsed(const char* text) {
    return parseJson(text).value();
}

const char* const kSchema = R"({
  "type": "object",
  "properties": {
    "ticket": {"type": "string", "title": "Ticket", "description": "What was written.", "maxLength": 8000},
    "name": {"type": "string", "maxLength": 60},
    "plan": {"type": "string", "enum": ["starter", "team"], "default": "team"},
    "level": {"enum": [1, 2, "all"]},
    "count": {"type": "integer", "minimum": 1, "maximum": 9},
    "share": {"type": "number", "minimum": 0, "maximum": 1},
    "urgent": {"type": "boolean"},
    "tags": {"type": "array", "items": {"type": "string"}}
  },
  "required": ["ticket", "plan", "count", "share"]
})";

}  // namespace

class InputFormTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTheme(*qApp, m_theme); }

    void init() {
        m_form = std::make_unique<InputForm>(m_theme);
        m_form->setSchema(parsed(kSchema));
    }
    void cleanup() { m_form.reset(); }

    void fieldsFitTheirTypes() {
        QVERIFY(field<QPlainTextEdit>("ticket"));
        QVERIFY(field<QLineEdit>("name"));
        QVERIFY(field<QComboBox>("plan"));
        QVERIFY(field<QComboBox>("level"));
        QVERIFY(field<QSpinBox>("count"));
        QVERIFY(field<QDoubleSpinBox>("share"));
        QVERIFY(field<QCheckBox>("urgent"));
        QVERIFY(field<QLineEdit>("tags"));
        QCOMPARE(field<QPlainTextEdit>("ticket")->accessibleName(), QStringLiteral("Ticket"));
        QCOMPARE(field<QPlainTextEdit>("ticket")->toolTip(), QStringLiteral("What was written."));
    }

    void aProblemStandsAtItsField() {
        const auto problem = [this] { return m_form->findChild<QLabel*>(QStringLiteral("inputProblem")); };
        m_form->setBackgroundRole(QPalette::Base);  // as in the panel
        m_form->show();
        m_form->showProblem("/tags/1", QStringLiteral("expected string"));
        QCOMPARE(problem()->palette().color(problem()->foregroundRole()), m_theme.color(Role::Worse));
        QVERIFY(problem() && problem()->text().contains(QStringLiteral("expected string")));
        QTRY_VERIFY(problem()->y() > field<QLineEdit>("tags")->y());
        m_form->showProblem("/name", QStringLiteral("too long"));
        QCOMPARE(m_form->findChildren<QLabel*>(QStringLiteral("inputProblem")).size(), 1);
        QTRY_VERIFY(problem()->y() > field<QLineEdit>("name")->y() && problem()->y() < field<QComboBox>("plan")->y());
        field<QLineEdit>("name")->setText(QStringLiteral("Ann"));
        QVERIFY(!problem());
        for (const char* place : {"", "/nobody"}) {
            m_form->showProblem(place, QStringLiteral("x"));
            QVERIFY(!problem());
        }
        m_form->showProblem("/name", QStringLiteral("too long"));
        m_form->setSchema(parsed("{\"properties\": {\"a\": {}}}"));
        QVERIFY(!problem());
    }

    void startsWithDefaultsAndLeavesOutWhatIsNotGiven() {
        const Json values = m_form->values();
        QVERIFY(
            jsonEqual(values, parsed(R"({"ticket": "", "plan": "team", "count": 1, "share": 0.0, "urgent": false})")));
    }

    void valuesComeBack() {
        const Json values = parsed(R"({"ticket": "two\nlines €", "name": "Ada", "plan": "starter", "level": "all",
                                       "count": 7, "share": 0.25, "urgent": true, "tags": ["a", "b"]})");
        m_form->setValues(values);
        QVERIFY2(jsonEqual(m_form->values(), values), toText(m_form->values()).c_str());
    }

    void whatDoesNotFitIsHeldWithinLimits() {
        m_form->setValues(
            parsed(R"({"ticket": 5, "plan": "none such", "count": 1e300, "share": -4, "urgent": "yes"})"));
        const Json values = m_form->values();
        QCOMPARE(stringAt(values, "ticket"), std::string());
        QCOMPARE(stringAt(values, "plan"), std::string("starter"));
        QCOMPARE(integerAt(values, "count"), std::int64_t(9));
        QCOMPARE(numberAt(values, "share"), 0.0);
        QVERIFY(!boolAt(values, "urgent"));
    }

    void typingIsAnnouncedAndRead() {
        QSignalSpy edited(m_form.get(), &InputForm::edited);
        QTest::keyClicks(field<QPlainTextEdit>("ticket"), QStringLiteral("hi"));
        QCOMPARE(edited.count(), 2);
        QCOMPARE(stringAt(m_form->values(), "ticket"), std::string("hi"));
        QTest::keyClicks(field<QLineEdit>("tags"), QStringLiteral("[1]"));
        QVERIFY(jsonEqual(m_form->values()["tags"], parsed("[1]")));
    }

    void textThatIsNotJsonIsGivenAsText() {
        QTest::keyClicks(field<QLineEdit>("tags"), QStringLiteral("[1"));
        QCOMPARE(stringAt(m_form->values(), "tags"), std::string("[1"));
    }

    void valuesSurviveAnotherSchema() {
        m_form->setValues(parsed(R"({"ticket": "kept", "count": 3})"));
        Json schema = parsed(kSchema);
        schema["properties"].erase("share");
        schema["properties"]["extra"] = {{"type", "string"}};
        m_form->setSchema(schema);
        QCOMPARE(stringAt(m_form->values(), "ticket"), std::string("kept"));
        QCOMPARE(integerAt(m_form->values(), "count"), std::int64_t(3));
        QVERIFY(!field<QDoubleSpinBox>("share"));
    }

    void hostileSchemas_data() {
        QTest::addColumn<QByteArray>("schema");
        QTest::newRow("null") << QByteArray("null");
        QTest::newRow("list") << QByteArray("[1]");
        QTest::newRow("properties is a list") << QByteArray(R"({"properties": [1, 2]})");
        QTest::newRow("property is a number") << QByteArray(R"({"properties": {"a": 5, "b": true, "c": null}})");
        QTest::newRow("empty enum") << QByteArray(R"({"properties": {"a": {"enum": []}}})");
        QTest::newRow("odd limits") << QByteArray(
            R"({"properties": {"a": {"type": "integer", "minimum": 1e300, "maximum": -1e300}}, "required": ["a"]})");
        QTest::newRow("odd keywords") << QByteArray(
            R"({"properties": {"a": {"type": ["string", "null"], "title": 5}}, "required": 5})");
    }
    void hostileSchemas() {
        QFETCH(QByteArray, schema);
        m_form->setSchema(parsed(schema.constData()));
        m_form->setValues(Json::object());
        QVERIFY(m_form->values().is_object());
    }

private:
    template <class Widget>
    Widget* field(const char* name) {
        return m_form->findChild<Widget*>(QStringLiteral("input.%1").arg(QString::fromLatin1(name)));
    }

    Theme m_theme{ThemeMode::Light};
    std::unique_ptr<InputForm> m_form;
};

GUI_TEST_MAIN(InputFormTest)
#include "tst_input_form.moc"
