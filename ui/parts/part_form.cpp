// SPDX-License-Identifier: GPL-3.0-or-later

#include "part_form.h"

#include "field_row.h"

#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace touchstone::ui {
namespace {

std::vector<std::string> keysOf(const std::vector<FieldSpec>& fields) {
    std::vector<std::string> keys;
    for (const FieldSpec& field : fields)
        keys.push_back(field.key);
    return keys;
}

}  // namespace

PartForm::PartForm(const Theme& theme, const QString& part, std::vector<FieldSpec> fields, QWidget* parent)
    : QWidget(parent), m_edits(keysOf(fields)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    for (FieldSpec& field : fields) {
        auto* row = new FieldRow(theme, std::move(field), part);
        connect(row, &FieldRow::edited, this, [this, row](const std::optional<Json>& value) { take(*row, value); });
        layout->addWidget(row);
        m_rows.push_back(row);
    }
    alignLabels();
}

FieldRow* PartForm::rowOf(const std::string& key) const {
    for (FieldRow* row : m_rows)
        if (row->spec().key == key)
            return row;
    return nullptr;
}

void PartForm::setValue(const Json& object) {
    m_object = object;
    for (FieldRow* row : m_rows) {
        const Json* value = memberAt(object, row->spec().key);
        row->show(value);
        if (row->spec().isIdle())
            row->setVisible(value != nullptr);
    }
    applyReadOnly();
}

void PartForm::take(const FieldRow& row, const std::optional<Json>& value) {
    m_edits.set(m_object, row.spec().key, value);
    Q_EMIT edited(m_object, (value ? tr("Change %1") : tr("Reset %1")).arg(row.spec().title));
}

void PartForm::setReadOnly(bool readOnly) {
    m_readOnly = readOnly;
    applyReadOnly();
}

void PartForm::applyReadOnly() {
    const bool editable = !m_readOnly && (m_object.is_null() || m_object.is_object());
    for (FieldRow* row : m_rows)
        row->setReadOnly(!editable);
}

void PartForm::setFindings(const std::vector<Finding>& findings, const std::string& prefix) {
    for (FieldRow* row : m_rows) {
        const std::string place = childPointer(prefix, row->spec().key);
        std::vector<Finding> here;
        for (const Finding& finding : findings)
            if (finding.pointer == place || finding.pointer.starts_with(place + "/"))
                here.push_back(finding);
        row->setFindings(here);
    }
}

void PartForm::setCheck(const std::string& key, Check check) {
    if (FieldRow* row = rowOf(key))
        row->setCheck([this, key, check = std::move(check)](const Json& value) {
            Json candidate = m_object.is_object() ? m_object : Json::object();
            candidate[key] = value;
            return check(candidate);
        });
}

void PartForm::setFieldVisible(const std::string& key, bool visible) {
    if (FieldRow* row = rowOf(key))
        row->setVisible(visible);
}

bool PartForm::focusField(const std::string& key) {
    FieldRow* row = rowOf(key);
    if (!row || row->isHidden())
        return false;
    row->focusControl();
    return true;
}

bool PartForm::isBare() const {
    return std::ranges::all_of(m_rows, [](const FieldRow* row) { return row->isHidden(); });
}

void PartForm::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LanguageChange)
        alignLabels();
}

// As wide as the longest name, within reason: longer ones wrap.
void PartForm::alignLabels() {
    constexpr int kMostCharacters = 24;
    int width = 0;
    for (const FieldRow* row : m_rows)
        width = std::max(width, row->labelWidth());
    width = std::min(width, fontMetrics().averageCharWidth() * kMostCharacters);
    for (FieldRow* row : m_rows)
        row->setLabelWidth(width + 2);
}

}  // namespace touchstone::ui
