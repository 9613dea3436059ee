// SPDX-License-Identifier: GPL-3.0-or-later

#include "schema_inspector.h"

#include "form_view.h"
#include "part_form.h"
#include "schema_keywords.h"
#include "uibase/theme.h"
#include "uistate/text.h"

#include <QCoreApplication>
#include <QLabel>
#include <QVBoxLayout>

namespace touchstone::ui {
namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(SchemaInspector)
};

using Fields = std::vector<FieldSpec>;

FieldSpec line(const char* key, const QString& title, const QString& help = {}) {
    return {.key = key, .kind = FieldKind::Line, .title = title, .help = help, .schema = {{"type", "string"}}};
}

FieldSpec count(const char* key, const QString& title, const QString& unit) {
    return {.key = key,
            .kind = FieldKind::Number,
            .title = title,
            .unit = unit,
            .schema = {{"type", "integer"}, {"minimum", 0}}};
}

FieldSpec number(const char* key, const QString& title) {
    return {.key = key, .kind = FieldKind::Number, .title = title, .schema = {{"type", "number"}}};
}

FieldSpec values(const Json& schema) {
    FieldSpec field{.key = "enum",
                    .kind = FieldKind::Values,
                    .title = Words::tr("One of"),
                    .help = Words::tr("The values it may have, separated by commas."),
                    .schema = {{"type", "array"}, {"minItems", 1}}};
    if (const Json* type = memberAt(schema, "type"))
        field.schema["items"] = {{"type", *type}};
    field.wrong = Words::tr("Write values of the type above, separated by commas.");
    return field;
}

void addTexts(Fields& fields) {
    fields.push_back(count("minLength", Words::tr("At least"), Words::tr("characters")));
    fields.push_back(count("maxLength", Words::tr("At most"), Words::tr("characters")));
    FieldSpec format = line("format", Words::tr("Format"), Words::tr("Describes the text: date, e-mail, address."));
    format.suggestions = [] {
        return QStringList({QStringLiteral("date"), QStringLiteral("date-time"), QStringLiteral("email"),
                            QStringLiteral("uri"), QStringLiteral("uuid"), QStringLiteral("time")});
    };
    fields.push_back(std::move(format));
    FieldSpec pattern = line("pattern", Words::tr("Pattern"), Words::tr("A regular expression the text must match."));
    pattern.kind = FieldKind::Code;
    fields.push_back(std::move(pattern));
}

void addNumbers(Fields& fields) {
    fields.push_back(number("minimum", Words::tr("At least")));
    fields.push_back(number("maximum", Words::tr("At most")));
    fields.push_back(number("exclusiveMinimum", Words::tr("More than")));
    fields.push_back(number("exclusiveMaximum", Words::tr("Less than")));
}

void addLists(Fields& fields) {
    fields.push_back(count("minItems", Words::tr("At least"), Words::tr("items")));
    fields.push_back(count("maxItems", Words::tr("At most"), Words::tr("items")));
    fields.push_back({.key = "uniqueItems",
                      .kind = FieldKind::Flag,
                      .title = Words::tr("No item twice"),
                      .schema = {{"type", "boolean"}}});
}

FieldSpec otherProperties() {
    return {.key = "additionalProperties",
            .kind = FieldKind::Flag,
            .title = Words::tr("Other properties are allowed"),
            .schema = {{"type", Json::array({"boolean", "object"})}, {"default", true}}};
}

Fields fieldsFor(const Json& schema) {
    const std::string type = mainType(schema);
    Fields fields = {line("title", Words::tr("Title")),
                     line("description", Words::tr("Description"), Words::tr("The model reads it."))};
    if (type == "string" || type == "number" || type == "integer" || type.empty())
        fields.push_back(values(schema));
    if (type == "string")
        addTexts(fields);
    if (type == "number" || type == "integer")
        addNumbers(fields);
    if (type == "array")
        addLists(fields);
    if (const Json* others = memberAt(schema, "additionalProperties");
        isObjectSchema(schema) && (!others || others->is_boolean()))
        fields.push_back(otherProperties());
    Json fallback = Json::object();
    if (const Json* declared = memberAt(schema, "type"))
        fallback["type"] = *declared;
    fields.push_back({.key = "default",
                      .kind = FieldKind::Value,
                      .title = Words::tr("Default"),
                      .schema = std::move(fallback),
                      .wrong = Words::tr("Write a value of the type above.")});
    return fields;
}

// Schemas of the same shape have the same fields.
std::string shapeOf(const Json& schema) {
    const Json* type = memberAt(schema, "type");
    const Json* others = memberAt(schema, "additionalProperties");
    return (type ? toText(*type) : std::string()) + (isObjectSchema(schema) ? "/object" : "") +
           (others && !others->is_boolean() ? "/others" : "");
}

}  // namespace

SchemaInspector::SchemaInspector(const Theme& theme, QWidget* parent)
    : QScrollArea(parent),
      m_theme(theme),
      m_title(new QLabel),
      m_findings(new QLabel),
      m_others(new QLabel),
      m_layout(new QVBoxLayout) {
    setObjectName(QStringLiteral("schemaInspector"));
    setAccessibleName(tr("Details of the selected property"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setTextStyle(*m_title, theme, TextStyle::BodyStrong);
    for (QLabel* label : {m_title, m_findings, m_others}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        m_layout->addWidget(label);
    }
    m_findings->setObjectName(QStringLiteral("schemaFindings"));
    m_others->setObjectName(QStringLiteral("schemaOthers"));
    m_others->setForegroundRole(QPalette::PlaceholderText);
    m_making.setSingleShot(true);
    m_making.setInterval(0);
    connect(&m_making, &QTimer::timeout, this, &SchemaInspector::makeForm);
    m_layout->setContentsMargins(16, 12, 16, 12);
    m_layout->setSpacing(12);
    m_layout->addStretch(1);
    auto* page = new QWidget;
    page->setLayout(m_layout);
    page->setAutoFillBackground(true);
    page->setBackgroundRole(QPalette::Base);
    setWidget(page);
}

void SchemaInspector::makeForm() {
    delete m_form;
    m_shape = shapeOf(m_schema);
    m_formPointer = m_pointer;
    Fields fields = fieldsFor(m_schema);
    m_keys = {"type", "properties", "required", "items"};
    for (const FieldSpec& field : fields)
        m_keys.push_back(field.key);
    m_form = new PartForm(m_theme, QStringLiteral("schema"), std::move(fields));
    m_form->setObjectName(QStringLiteral("schemaForm"));
    m_form->setReadOnly(m_readOnly);
    m_layout->insertWidget(2, m_form);
    connect(m_form, &PartForm::edited, this, &SchemaInspector::edited);
    fillForm();
}

void SchemaInspector::fillForm() {
    m_form->show();
    m_form->setValue(m_schema);
    m_form->setFindings(m_said, m_pointer);
    m_others->setText(othersText(m_schema, m_keys));
    m_others->setVisible(!m_others->text().isEmpty());
}

// What is being typed belongs to its row, so another row has another form. It is made from the event loop: this may be
// called by the form itself, or by an editor that ends because its window is being destroyed.
void SchemaInspector::showRow(const QString& name, const Json& schema, const std::string& pointer,
                              const std::vector<Finding>& findings) {
    const bool same = m_form && pointer == m_formPointer && shapeOf(schema) == m_shape;
    m_schema = schema;
    m_pointer = pointer;
    m_said = findings;
    m_making.stop();
    if (schema.is_object() && same) {
        fillForm();
    } else {
        if (m_form)
            m_form->hide();
        m_others->hide();
        if (schema.is_object())
            m_making.start();
    }
    m_title->setText(schema.is_null() ? tr("Select a property to see all that is said of it.")
                                      : QStringLiteral("%1 · %2").arg(name, schemaTypeText(schema)));
    QStringList lines;
    for (const Finding& finding : findings)
        lines.append(toQString(finding.text));
    m_findings->setText(lines.join(QLatin1Char('\n')));
    m_findings->setVisible(!lines.isEmpty());
}

void SchemaInspector::setReadOnly(bool readOnly) {
    m_readOnly = readOnly;
    if (m_form)
        m_form->setReadOnly(readOnly);
}

}  // namespace touchstone::ui
