// SPDX-License-Identifier: GPL-3.0-or-later

#include "uitryout/input_form.h"

#include "input_field.h"
#include "uibase/theme.h"
#include "uistate/text.h"

#include <QFormLayout>
#include <QLabel>

#include <algorithm>
#include <utility>

namespace touchstone::ui {
namespace {

constexpr std::size_t kMostFields = 40;

bool isRequired(const Json& schema, const std::string& name) {
    const Json* required = memberAt(schema, "required");
    return required && required->is_array() && std::find(required->begin(), required->end(), name) != required->end();
}

}  // namespace

InputForm::InputForm(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_layout(new QFormLayout(this)) {
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setHorizontalSpacing(12);
    m_layout->setVerticalSpacing(8);
    m_layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_layout->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
}

InputForm::~InputForm() = default;

void InputForm::setSchema(const Json& schema) {
    if (schema == m_schema)
        return;
    const Json kept = values();
    m_schema = schema;
    clearProblem();
    m_fields.clear();
    while (m_layout->rowCount() > 0)
        m_layout->removeRow(0);
    if (const Json* properties = memberAt(schema, "properties"); properties && properties->is_object())
        for (const auto& property : properties->items())
            if (m_fields.size() < kMostFields)
                addField(property.key(), property.value(), isRequired(schema, property.key()));
    setValues(kept);
}

void InputForm::addField(const std::string& name, const Json& schema, bool required) {
    auto field = makeInputField(m_theme, name, schema, required, [this] {
        clearProblem();
        Q_EMIT edited();
    });
    const QString title = toQString(stringAt(schema, "title", name));
    const QString help = toQString(stringAt(schema, "description"));
    auto* label = new QLabel(title, this);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setWordWrap(true);
    const auto fit = [this, label] {
        label->setFixedWidth(m_theme.px(72));
        label->setContentsMargins(0, m_theme.px(5), 0, 0);
    };
    fit();
    connect(&m_theme, &Theme::themeChanged, label, fit);
    label->setToolTip(help);
    label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    QWidget* widget = field->widget();
    widget->setObjectName(QStringLiteral("input.%1").arg(toQString(name)));
    widget->setAccessibleName(required ? title : tr("%1 (optional)").arg(title));
    widget->setAccessibleDescription(help);
    widget->setToolTip(help);
    m_layout->addRow(label, widget);
    m_fields.push_back(std::move(field));
}

void InputForm::showProblem(const std::string& place, const QString& text) {
    clearProblem();
    const std::string name = place.substr(0, place.find('/', 1));
    const auto field = std::ranges::find_if(
        m_fields, [&name](const std::unique_ptr<InputField>& one) { return childPointer("", one->name()) == name; });
    if (field == m_fields.end())
        return;
    m_problem = new QLabel(QStringLiteral("✕ ") + text, this);
    m_problem->setObjectName(QStringLiteral("inputProblem"));
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_problem->setForegroundRole(QPalette::WindowText);  // not that of the page it stands on
    QPalette ink = m_problem->palette();
    ink.setColor(QPalette::WindowText, m_theme.color(Role::Worse));
    m_problem->setPalette(ink);
    m_layout->insertRow(static_cast<int>(field - m_fields.begin()) + 1, QString(), m_problem);
}

void InputForm::clearProblem() {
    if (m_problem)
        m_layout->removeRow(std::exchange(m_problem, nullptr));
}

void InputForm::setValues(const Json& values) {
    for (const auto& field : m_fields) {
        const Json* value = memberAt(values, field->name());
        if (value == nullptr)
            value = field->initialValue();
        if (value != nullptr)
            field->setValue(*value);
    }
}

Json InputForm::values() const {
    Json values = Json::object();
    for (const auto& field : m_fields)
        if (auto value = field->value())
            values[field->name()] = *std::move(value);
    return values;
}

}  // namespace touchstone::ui
