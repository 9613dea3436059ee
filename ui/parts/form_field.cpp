// SPDX-License-Identifier: GPL-3.0-or-later

#include "form_field.h"

#include "field_controls.h"
#include "flow_layout.h"
#include "json_members.h"
#include "number_edit.h"
#include "uibase/theme.h"
#include "uistate/text.h"
#include "value_text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QLineEdit>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace touchstone::ui {
namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(FormField)
};

QString number(double value) {
    return toQString(value == std::floor(value) && std::abs(value) < 1e15
                         ? toText(Json(static_cast<std::int64_t>(value)))
                         : toText(Json(value)));
}

bool isInteger(const FieldSpec& spec) {
    return stringAt(spec.schema, "type") == "integer";
}

std::optional<double> bound(const FieldSpec& spec, const char* key) {
    const Json* value = memberAt(spec.schema, key);
    return value && value->is_number() ? std::optional(value->get<double>()) : std::nullopt;
}

class NumberControl final : public SimpleControl {
public:
    explicit NumberControl(const FieldSpec& spec) : NumberControl(spec, new NumberEdit(rangeOf(spec))) {}

    void show(const Json* value) override {
        if (m_shown && same(*m_shown, value))
            return;  // what is being typed, right or wrong, stays
        m_shown = value ? std::optional(*value) : std::optional<Json>();
        if (!read().problem.isEmpty() || !same(read().value, value))
            m_edit->setText(value ? toQString(toText(*value)) : QString());
    }
    [[nodiscard]] FieldReading read() const override {
        const QString typed = m_edit->text().trimmed();
        if (typed.isEmpty())
            return {};
        auto value = parseJson(toUtf8(typed));
        if (!value.ok() || !value.value().is_number())
            return {{}, Words::tr("“%1” is no number. Write %2.").arg(typed, rangeText(m_spec))};
        return {std::move(value).value(), {}};
    }
    void discard() override { m_shown.reset(); }
    void setReadOnly(bool readOnly) override { m_edit->setReadOnly(readOnly); }

private:
    NumberControl(const FieldSpec& spec, NumberEdit* edit) : SimpleControl(edit), m_spec(spec), m_edit(edit) {
        edit->setPlaceholder(unsetText(spec));
        edit->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
        connect(edit, &NumberEdit::textEdited, this, &FieldControl::changed);
    }
    static NumberRange rangeOf(const FieldSpec& spec) {
        const auto least = bound(spec, "minimum");
        return {least, bound(spec, "maximum"), isInteger(spec), numberAt(spec.schema, "default", least.value_or(0))};
    }

    FieldSpec m_spec;
    NumberEdit* m_edit;
    std::optional<std::optional<Json>> m_shown;
};

// Scrolling a form must not change it.
class QuietCombo final : public QComboBox {
protected:
    void wheelEvent(QWheelEvent* event) override { event->ignore(); }
};

class ChoiceControl final : public SimpleControl {
public:
    explicit ChoiceControl(const FieldSpec& spec) : ChoiceControl(spec, new QuietCombo) {}

    void show(const Json* value) override {
        while (m_combo->count() > m_known)
            m_combo->removeItem(m_combo->count() - 1);
        int at = 0;
        if (value) {
            const QString text = toQString(toText(*value));
            at = m_combo->findData(text);
            if (at < 0) {
                m_combo->addItem(nameOf(*value), text);
                at = m_combo->count() - 1;
            }
        }
        m_combo->setCurrentIndex(at);
    }
    [[nodiscard]] FieldReading read() const override {
        const QString json = m_combo->currentData().toString();
        if (json.isEmpty())
            return {};
        return {parseJson(toUtf8(json)).valueOr(Json()), {}};
    }
    void setReadOnly(bool readOnly) override { m_combo->setEnabled(!readOnly); }

private:
    ChoiceControl(const FieldSpec& spec, QComboBox* combo)
        : SimpleControl(combo), m_combo(combo), m_choices(spec.choices) {
        combo->setFocusPolicy(Qt::StrongFocus);
        combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        combo->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        combo->addItem(unsetItem(spec));
        for (const FieldChoice& choice : spec.choices)
            if (!choice.refused)
                combo->addItem(choice.text, toQString(toText(Json(choice.value))));
        m_known = combo->count();
        connect(combo, &QComboBox::activated, this, &FieldControl::changed);
    }
    static QString unsetItem(const FieldSpec& spec) {
        const std::string fallback = stringAt(spec.schema, "default");
        for (const FieldChoice& choice : spec.choices)
            if (choice.value == fallback)
                return Words::tr("Default: %1").arg(choice.text);
        return unsetText(spec);
    }

    // What is not offered, but set.
    [[nodiscard]] QString nameOf(const Json& value) const {
        for (const FieldChoice& choice : m_choices)
            if (value == choice.value)
                return Words::tr("%1 (not carried out yet)").arg(choice.text);
        return valueText(value);
    }

    QComboBox* m_combo;
    const std::vector<FieldChoice> m_choices;
    int m_known = 0;
};

class FlagControl final : public SimpleControl {
public:
    explicit FlagControl(const FieldSpec& spec) : FlagControl(spec, new QCheckBox(spec.title)) {}

    void show(const Json* value) override {
        m_value = value ? std::optional(*value) : std::nullopt;
        m_box->setChecked(value ? value->is_boolean() && value->get<bool>() : m_default);
    }
    [[nodiscard]] FieldReading read() const override { return {m_value, {}}; }
    void setReadOnly(bool readOnly) override { m_box->setEnabled(!readOnly); }

private:
    FlagControl(const FieldSpec& spec, QCheckBox* box)
        : SimpleControl(box), m_box(box), m_default(boolAt(spec.schema, "default")) {
        connect(box, &QCheckBox::clicked, this, &FlagControl::take);
    }
    void take(bool on) {
        m_value = Json(on);
        Q_EMIT changed();
    }

    QCheckBox* m_box;
    bool m_default;
    std::optional<Json> m_value;
};

// Members that no box stands for, and the order, stay as they are.
class SetControl final : public FieldControl {
public:
    SetControl(const FieldSpec& spec, const QString& name) {
        auto* line = new FlowLayout(16, 4, this);
        for (const FieldChoice& choice : spec.choices) {
            auto* box =
                new QCheckBox(choice.refused ? Words::tr("%1 (not carried out yet)").arg(choice.text) : choice.text);
            box->setObjectName(QStringLiteral("%1.%2").arg(name, toQString(choice.value)));
            box->setAccessibleName(Words::tr("%1: %2").arg(spec.title, choice.text));
            connect(box, &QCheckBox::clicked, this, [this, value = choice.value](bool on) { toggle(value, on); });
            line->addWidget(box);
            m_boxes[choice.value] = box;
            m_order.push_back(choice.value);
            if (choice.refused)
                m_refused.insert(choice.value);
        }
    }

    void show(const Json* value) override {
        if (!same(m_value, value))
            m_made = false;
        m_value = value ? std::optional(*value) : std::nullopt;
        for (const auto& entry : m_boxes) {
            entry.second->setChecked(placeOf(entry.first).has_value());
            entry.second->setVisible(!m_refused.contains(entry.first) || entry.second->isChecked());
        }
    }
    [[nodiscard]] FieldReading read() const override { return {m_value, {}}; }
    void setReadOnly(bool readOnly) override {
        for (const auto& entry : m_boxes)
            entry.second->setEnabled(!readOnly);
    }
    [[nodiscard]] QWidget* input() const override {
        const auto offered =
            std::ranges::find_if(m_order, [this](const auto& one) { return !m_refused.contains(one); });
        return m_boxes.at(offered == m_order.end() ? m_order.front() : *offered);
    }

private:
    [[nodiscard]] std::optional<std::size_t> placeOf(const std::string& value) const {
        if (!m_value || !m_value->is_array())
            return std::nullopt;
        const auto found = std::find(m_value->begin(), m_value->end(), value);
        return found == m_value->end() ? std::nullopt
                                       : std::optional(static_cast<std::size_t>(found - m_value->begin()));
    }

    void toggle(const std::string& value, bool on) {
        if (m_value && !m_value->is_array())
            m_value.reset();
        m_made = m_made || !m_value;
        Json list = m_value.value_or(Json::array());
        if (const auto place = placeOf(value); place && !on) {
            m_places[value] = *place;
            list.erase(*place);
        } else if (!place && on) {
            list.insert(list.begin() + static_cast<std::ptrdiff_t>(placeFor(value, list.size())), value);
        }
        m_value = list.empty() && m_made ? std::nullopt : std::optional(std::move(list));
        Q_EMIT changed();
    }

    [[nodiscard]] std::size_t placeFor(const std::string& value, std::size_t end) const {
        if (const auto known = m_places.find(value); known != m_places.end())
            return std::min(known->second, end);
        for (auto later = std::find(m_order.begin(), m_order.end(), value); later != m_order.end(); ++later)
            if (const auto place = placeOf(*later))
                return *place;
        return end;
    }

    std::map<std::string, QCheckBox*> m_boxes;
    std::vector<std::string> m_order;
    std::set<std::string> m_refused;              // shown only where they are set
    std::map<std::string, std::size_t> m_places;  // where values taken away stood
    std::optional<Json> m_value;
    bool m_made = false;  // the list is there because of a click
};

FieldControl* makeControl(const Theme& theme, const FieldSpec& spec, const QString& name) {
    switch (spec.kind) {
        case FieldKind::Number:
            return new NumberControl(spec);
        case FieldKind::Choice:
            return new ChoiceControl(spec);
        case FieldKind::Flag:
            return new FlagControl(spec);
        case FieldKind::Set:
            return new SetControl(spec, name);
        default:
            return makeLineControl(theme, spec);
    }
}

}  // namespace

QString unsetText(const FieldSpec& spec) {
    const Json* value = memberAt(spec.schema, "default");
    return value ? Words::tr("Default: %1").arg(valueText(*value)) : Words::tr("Not set");
}

bool same(const std::optional<Json>& a, const Json* b) {
    return a.has_value() == (b != nullptr) && (!b || identical(*a, *b));
}

bool FieldSpec::isIdle() const {
    const auto offered = std::ranges::count_if(choices, [](const FieldChoice& choice) { return !choice.refused; });
    return refused || (!choices.empty() && offered < (kind == FieldKind::Choice ? 2 : 1));
}

QString rangeText(const FieldSpec& spec) {
    if (spec.kind != FieldKind::Number)
        return {};
    const auto least = bound(spec, "minimum");
    const auto most = bound(spec, "maximum");
    if (least && most)
        return (isInteger(spec) ? Words::tr("a whole number from %1 to %2") : Words::tr("a number from %1 to %2"))
            .arg(number(*least), number(*most));
    if (least)
        return (isInteger(spec) ? Words::tr("a whole number, at least %1") : Words::tr("a number, at least %1"))
            .arg(number(*least));
    return isInteger(spec) ? Words::tr("a whole number") : Words::tr("a number");
}

FieldControl* makeFieldControl(const Theme& theme, const FieldSpec& spec, const QString& part) {
    const QString name = QStringLiteral("field.%1.%2").arg(part, toQString(spec.key));
    FieldControl* control = makeControl(theme, spec, name);
    if (spec.kind != FieldKind::Set) {
        control->input()->setObjectName(name);
        control->input()->setAccessibleName(spec.title);
    }
    control->setObjectName(name + QStringLiteral(".control"));
    return control;
}

}  // namespace touchstone::ui
