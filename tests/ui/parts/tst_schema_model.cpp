// SPDX-License-Identifier: GPL-3.0-or-later

#include "schema_model.h"

#include "uibase/theme.h"

#include "support/printing.h"
#include "ui/gui_test.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QMimeData>
#include <QSignalSpy>

using namespace touchstone;
using namespace touchstone::ui;

namespace {

Json parsed(const char* text) {
    return parseJson(text).value();
}

const char* const kSchema = R"({
  "x-owner": {"team": "support", "since": 2.50},
  "type": "object",
  "required": ["plan", "ticket", "gone"],
  "properties": {
    "ticket": {"maxLength": 8000, "type": "string", "minLength": 1, "x-hint": [1, 2]},
    "plan": {"enum": ["starter", "team"], "type": "string", "default": "team"},
    "note": {"type": ["string", "null"], "pattern": "^a"},
    "customer": {
      "type": "object",
      "properties": {"id": {"type": "integer", "minimum": 1}, "mail": {"$ref": "#/$defs/mail"}},
      "additionalProperties": false,
      "required": []
    },
    "tags": {"type": "array", "items": {"type": "string"}, "maxItems": 5, "uniqueItems": true},
    "any": {"anyOf": [{"type": "string"}, {"type": "number"}]},
    "yes": true
  },
  "$defs": {"mail": {"type": "string", "format": "email"}},
  "additionalProperties": false
})";

}  // namespace

class SchemaModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTheme(*qApp, m_theme); }
    void init() {
        m_model = std::make_unique<SchemaModel>(m_theme, QStringLiteral("input"));
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_model->setSchema(parsed(kSchema));
    }
    void cleanup() {
        m_tester.reset();
        m_model.reset();
    }

    void aRowForEachProperty() {
        QCOMPARE(m_model->rowCount(), 1);
        const QModelIndex root = m_model->index(0, 0);
        QCOMPARE(m_model->rowCount(root), 8);  // seven properties and $defs
        QCOMPARE(root.data().toString(), QStringLiteral("input"));
        QCOMPARE(text("/properties/ticket", SchemaModel::Limits), QStringLiteral("1–8000 characters"));
        QCOMPARE(text("/properties/plan", SchemaModel::Limits), QStringLiteral("starter | team · default team"));
        QCOMPARE(text("/properties/note", SchemaModel::Type), QStringLiteral("string or null"));
        QCOMPARE(text("/properties/customer/properties/mail", SchemaModel::Type), QStringLiteral("→ #/$defs/mail"));
        QCOMPARE(text("/properties/tags", SchemaModel::Limits), QStringLiteral("up to 5 items · no duplicates"));
        QCOMPARE(text("/properties/tags/items", SchemaModel::Name), QStringLiteral("each item"));
        QCOMPARE(text("/properties/any", SchemaModel::Type), QStringLiteral("combination"));
        QCOMPARE(text("/properties/yes", SchemaModel::Type), QStringLiteral("anything"));
        QVERIFY(!(at("/properties/any/anyOf").flags() & Qt::ItemIsEditable));
        QVERIFY(!(at("/properties/customer/properties/mail", SchemaModel::Type).flags() & Qt::ItemIsEditable));
        QCOMPARE(at("/properties/plan", SchemaModel::Required).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
        QCOMPARE(at("/properties/note", SchemaModel::Required).data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
    }

    // Each edit and its reverse by hand give the very same text.
    void anEditAndItsReverseLeaveNoTrace_data() {
        QTest::addColumn<std::string>("pointer");
        QTest::addColumn<int>("column");
        QTest::addColumn<QVariant>("value");
        const auto row = [](const char* name, const char* pointer, SchemaModel::Column column, const QVariant& value) {
            QTest::newRow(name) << std::string(pointer) << int(column) << value;
        };
        row("rename", "/properties/plan", SchemaModel::Name, QStringLiteral("tariff"));
        row("rename nested", "/properties/customer/properties/id", SchemaModel::Name, QStringLiteral("a/b~c"));
        row("type", "/properties/ticket", SchemaModel::Type, QStringLiteral("\"integer\""));
        row("no type", "/properties/note", SchemaModel::Type, QString());
        row("type where there is none", "/properties/any", SchemaModel::Type, QStringLiteral("\"array\""));
        row("optional", "/properties/ticket", SchemaModel::Required, int(Qt::Unchecked));
        row("first of the list", "/properties/plan", SchemaModel::Required, int(Qt::Unchecked));
        row("required", "/properties/tags", SchemaModel::Required, int(Qt::Checked));
        row("into an empty list", "/properties/customer/properties/id", SchemaModel::Required, int(Qt::Checked));
        row("description", "/properties/ticket", SchemaModel::Description, QStringLiteral("What was written."));
        row("of the whole", "", SchemaModel::Description, QStringLiteral("All of it."));
    }
    void anEditAndItsReverseLeaveNoTrace() {
        QFETCH(std::string, pointer);
        QFETCH(int, column);
        QFETCH(QVariant, value);
        const std::string before = toText(m_model->schema());
        const int role = column == SchemaModel::Required ? Qt::CheckStateRole : Qt::EditRole;
        const QPersistentModelIndex index(at(pointer.c_str(), column));
        QCOMPARE(m_model->pointerOf(index), pointer);
        const QVariant old = index.data(column == SchemaModel::Type ? SchemaModel::TypeJsonRole : role);
        QSignalSpy edited(m_model.get(), &SchemaModel::edited);
        QVERIFY(m_model->setData(index, value, role));
        QCOMPARE(edited.count(), 1);
        QVERIFY(toText(m_model->schema()) != before);
        QVERIFY(index.isValid());
        m_model->setSchema(Json(m_model->schema()));  // the host's echo
        QVERIFY(m_model->setData(index, old, role));
        QCOMPARE(toText(m_model->schema()), before);
        QVERIFY(!m_model->setData(index, old, role));  // nothing changes, nothing is announced
        QCOMPARE(edited.count(), 2);
    }

    void requiredMadeByATickGoesWithIt() {
        m_model->setSchema(parsed(R"({"type": "object", "properties": {"a": {}, "b": {}}, "x": 1})"));
        const std::string before = toText(m_model->schema());
        const QModelIndex index = at("/properties/b", SchemaModel::Required);
        QVERIFY(m_model->setData(index, Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(toText(m_model->schema()["required"]), std::string("[\"b\"]"));
        QVERIFY(m_model->setData(index, Qt::Unchecked, Qt::CheckStateRole));
        QCOMPARE(toText(m_model->schema()), before);
    }

    void aNewPropertyStandsBelowTheSelectedOne() {
        const QModelIndex added = m_model->addProperty(at("/properties/ticket"));
        QCOMPARE(m_model->pointerOf(added), std::string("/properties/property"));
        QCOMPARE(added.row(), 1);
        QCOMPARE(m_model->pointerOf(m_model->addProperty(at("/properties/customer"))),
                 std::string("/properties/customer/properties/property"));
        QCOMPARE(m_model->pointerOf(m_model->addProperty(at("/properties/tags/items"))),
                 std::string("/properties/property_2"));
        QVERIFY(m_model->remove({added}));
        QVERIFY(!m_model->schema()["properties"].contains("property"));
    }

    void onlyObjectsHaveProperties() {
        m_model->setSchema(parsed(R"({"type": "array"})"));
        QSignalSpy refused(m_model.get(), &SchemaModel::refused);
        QVERIFY(!m_model->canAddProperty(m_model->index(0, 0)));
        QVERIFY(!m_model->addProperty(m_model->index(0, 0)).isValid());
        QCOMPARE(refused.count(), 1);
        QVERIFY(m_model->canAddItems(m_model->index(0, 0)));
        QCOMPARE(m_model->pointerOf(m_model->addItems(m_model->index(0, 0))), std::string("/items"));
    }

    void namesAreChecked() {
        QSignalSpy refused(m_model.get(), &SchemaModel::refused);
        QSignalSpy edited(m_model.get(), &SchemaModel::edited);
        QVERIFY(!m_model->setData(at("/properties/plan"), QStringLiteral("ticket")));
        QVERIFY(!m_model->setData(at("/properties/plan"), QString()));
        QCOMPARE(refused.count(), 2);
        QCOMPARE(edited.count(), 0);
        QVERIFY(m_model->setData(at("/properties/plan"), QStringLiteral("tariff")));
        QCOMPARE(toText(m_model->schema()["required"]), std::string(R"(["tariff","ticket","gone"])"));
    }

    void movingKeepsRowsWhoTheyAre() {
        const QPersistentModelIndex customer(at("/properties/customer"));
        const QPersistentModelIndex id(at("/properties/customer/properties/id"));
        const std::string before = toText(m_model->schema());
        QVERIFY(m_model->moveBy(customer, -1));
        QCOMPARE(customer.row(), 2);
        QVERIFY(id.isValid());
        QVERIFY(m_model->moveBy(customer, 1));
        QCOMPARE(toText(m_model->schema()), before);
        QVERIFY(!m_model->canMove(at("/properties/ticket"), -1));
        QVERIFY(!m_model->canMove(at("/properties/yes"), 1));
    }

    void draggingReordersAndNests() {
        drag("/properties/tags", "", 0);
        QCOMPARE(m_model->schema()["properties"].begin().key(), std::string("tags"));
        drag("/properties/tags", "", 3);
        QCOMPARE(m_model->pointerOf(m_model->index(2, 0, m_model->index(0, 0))), std::string("/properties/tags"));
        drag("/properties/plan", "/properties/customer", -1);
        QVERIFY(m_model->schema()["properties"]["customer"]["properties"].contains("plan"));
        QVERIFY(!m_model->schema()["properties"].contains("plan"));
        QCOMPARE(toText(m_model->schema()["required"]), std::string(R"(["ticket","gone"])"));
        QCOMPARE(toText(m_model->schema()["properties"]["customer"]["required"]), std::string(R"(["plan"])"));
    }

    void draggingWhereItCannotBeIsRefused() {
        const std::string before = toText(m_model->schema());
        drag("/properties/customer", "/properties/customer", 0);
        drag("/properties/ticket", "/properties/plan", 0);
        drag("/$defs", "", 0);
        QCOMPARE(toText(m_model->schema()), before);
    }

    void aCopyStandsBelow() {
        const QModelIndex copy = m_model->duplicate(at("/properties/ticket"));
        QCOMPARE(m_model->pointerOf(copy), std::string("/properties/ticket_copy"));
        QVERIFY(m_model->schemaOf(copy) == m_model->schema()["properties"]["ticket"]);
    }

    void anotherSchemaKeepsTheRowsItShares() {
        const QPersistentModelIndex id(at("/properties/customer/properties/id"));
        Json schema = parsed(kSchema);
        schema["properties"].erase("ticket");
        schema["properties"]["new"] = {{"type", "string"}};
        m_model->setSchema(schema);
        QVERIFY(id.isValid());
        QCOMPARE(m_model->pointerOf(id), std::string("/properties/customer/properties/id"));
    }

    void findingsMarkTheNearestRow() {
        m_model->setFindings({{Severity::Error, "a", "/properties/ticket/maxLength", {}, "too long", {}},
                              {Severity::Warning, "b", "/x-owner", {}, "who?", {}}});
        QVERIFY(at("/properties/ticket").data(Qt::DecorationRole).isValid());
        QCOMPARE(at("/properties/ticket").data(Qt::ToolTipRole).toString(), QStringLiteral("too long"));
        QCOMPARE(m_model->index(0, 0).data(Qt::AccessibleDescriptionRole).toString(), QStringLiteral("who?"));
        QVERIFY(!at("/properties/plan").data(Qt::DecorationRole).isValid());
    }

    void readOnlyRefusesEverything() {
        m_model->setReadOnly(true);
        const std::string before = toText(m_model->schema());
        QVERIFY(!m_model->setData(at("/properties/plan"), QStringLiteral("x")));
        QVERIFY(!m_model->remove({at("/properties/plan")}));
        QVERIFY(!m_model->moveBy(at("/properties/plan"), 1));
        QVERIFY(!m_model->duplicate(at("/properties/plan")).isValid());
        drag("/properties/tags", "", 0);
        QCOMPARE(toText(m_model->schema()), before);
    }

    void hostileSchemas_data() {
        QTest::addColumn<QByteArray>("schema");
        for (const char* schema : {"null", "true", "5", "[]", "\"x\"", R"({"properties": 5})", R"({"required": 5})",
                                   R"({"properties": {"": null, "a": 5, "b": []}, "required": {"a": 1}})",
                                   R"({"type": 5, "enum": 7, "items": [1], "minLength": "x"})",
                                   R"({"type": ["string", 5, null], "$ref": 7, "description": 5})"})
            QTest::newRow(schema) << QByteArray(schema);
    }
    void hostileSchemas() {
        QFETCH(QByteArray, schema);
        m_model->setSchema(parsed(schema.constData()));
        const std::string before = toText(m_model->schema());
        QCOMPARE(before, toText(parsed(schema.constData())));
        visit(m_model->index(0, 0));
        for (int row = m_model->rowCount(m_model->index(0, 0)); row-- > 0;)
            m_model->setData(m_model->index(row, SchemaModel::Required, m_model->index(0, 0)), Qt::Checked,
                             Qt::CheckStateRole);
    }

    void deepSchemasEnd() {
        Json schema = {{"type", "string"}};
        for (int i = 0; i < 100; ++i)
            schema = {{"type", "array"}, {"items", schema}};
        m_model->setSchema(schema);
        visit(m_model->index(0, 0));
        QVERIFY(m_model->schema() == schema);
    }

private:
    [[nodiscard]] QModelIndex at(const char* pointer, int column = SchemaModel::Name) const {
        return m_model->indexOf(std::string(pointer)).siblingAtColumn(column);
    }
    [[nodiscard]] QString text(const char* pointer, int column) const { return at(pointer, column).data().toString(); }

    void drag(const char* from, const char* into, int row) {
        const std::unique_ptr<QMimeData> data(m_model->mimeData({at(from)}));
        QVERIFY(!m_model->dropMimeData(data.get(), Qt::MoveAction, row, 0, at(into)));
    }

    void visit(const QModelIndex& index) {
        for (int column = 0; column < SchemaModel::ColumnCount; ++column)
            for (int role : {int(Qt::DisplayRole), int(Qt::EditRole), int(Qt::CheckStateRole), int(Qt::ToolTipRole)})
                (void)index.siblingAtColumn(column).data(role);
        for (int row = 0; row < m_model->rowCount(index); ++row)
            visit(m_model->index(row, 0, index));
    }

    Theme m_theme{ThemeMode::Light};
    std::unique_ptr<SchemaModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

GUI_TEST_MAIN(SchemaModelTest)
#include "tst_schema_model.moc"
