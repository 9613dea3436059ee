// SPDX-License-Identifier: GPL-3.0-or-later

#include "input_field.h"

#include "uibase/theme.h"
#include "uistate/text.h"

#include <QAbstractTextDocumentLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>

#include <cmath>
#include <limits>

namespace touchstone::ui {
namespace {

using Edited = std::function<void()>;

QString optionalHint(bool required) {
    return required ? QString() : QCoreApplication::translate("InputForm", "optional");
}

// Schemas that limit a text to fewer characters get one line.
constexpr std::int64_t kOneLine = 200;

class LineField final : public InputField {
public:
    LineField(std::string name, const Json& schema, bool required, const Edited& edited)
        : InputField(std::move(name), schema, required), m_edit(new QLineEdit) {
        m_edit->setPlaceholderText(optionalHint(required));
        QObject::connect(m_edit, &QLineEdit::textChanged, m_edit, edited);
    }
    [[nodiscard]] QWidget* widget() const override { return m_edit; }
    [[nodiscard]] std::optional<Json> value() const override {
        if (m_edit->text().isEmpty() && !isRequired())
            return std::nullopt;
        return Json(toUtf8(m_edit->text()));
    }
    void setValue(const Json& value) override {
        m_edit->setText(value.is_string() ? toQString(value.get_ref<const std::string&>()) : QString());
    }

private:
    QLineEdit* m_edit;
};

// As high as its text, from one line to six.
class GrowingEdit final : public QPlainTextEdit {
public:
    GrowingEdit() {
        setTabChangesFocus(true);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        document()->setDocumentMargin(3);
        setViewportMargins(kSide, kTop, kSide, kTop);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
                &GrowingEdit::fit);
    }

protected:
    void resizeEvent(QResizeEvent* event) override {
        QPlainTextEdit::resizeEvent(event);
        fit();
    }

private:
    // Clear of the round corners and of the focus ring.
    static constexpr int kSide = 4;
    static constexpr int kTop = 1;

    void fit() {
        constexpr double kMostLines = 6;
        const double lines = std::clamp(document()->size().height(), 1.0, kMostLines);
        setVerticalScrollBarPolicy(lines < kMostLines ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
        const double margins = 2 * (document()->documentMargin() + frameWidth() + kTop);
        const int wanted = static_cast<int>(std::ceil(lines * fontMetrics().lineSpacing() + margins));
        if (wanted != height())
            setFixedHeight(wanted);
    }
};

class TextField final : public InputField {
public:
    TextField(std::string name, const Json& schema, bool required, const Edited& edited)
        : InputField(std::move(name), schema, required), m_edit(new GrowingEdit) {
        m_edit->setPlaceholderText(optionalHint(required));
        QObject::connect(m_edit, &QPlainTextEdit::textChanged, m_edit, edited);
    }
    [[nodiscard]] QWidget* widget() const override { return m_edit; }
    [[nodiscard]] std::optional<Json> value() const override {
        const QString text = m_edit->toPlainText();
        if (text.isEmpty() && !isRequired())
            return std::nullopt;
        return Json(toUtf8(text));
    }
    void setValue(const Json& value) override {
        m_edit->setPlainText(value.is_string() ? toQString(value.get_ref<const std::string&>()) : QString());
    }

private:
    GrowingEdit* m_edit;
};

class ChoiceField final : public InputField {
public:
    ChoiceField(std::string name, const Json& schema, bool required, const Edited& edited)
        : InputField(std::move(name), schema, required), m_combo(new QComboBox) {
        if (!required)
            m_combo->addItem(QCoreApplication::translate("InputForm", "not given"));
        for (const Json& choice : schema["enum"])
            m_combo->addItem(toQString(choice.is_string() ? choice.get<std::string>() : toText(choice)),
                             toQString(toText(choice)));
        QObject::connect(m_combo, &QComboBox::currentIndexChanged, m_combo, edited);
    }
    [[nodiscard]] QWidget* widget() const override { return m_combo; }
    [[nodiscard]] std::optional<Json> value() const override {
        const QString json = m_combo->currentData().toString();
        if (json.isEmpty())
            return std::nullopt;
        return parseJson(toUtf8(json)).valueOr(Json());
    }
    void setValue(const Json& value) override {
        const int found = m_combo->findData(toQString(toText(value)));
        m_combo->setCurrentIndex(std::max(found, 0));
    }

private:
    QComboBox* m_combo;
};

class IntegerField final : public InputField {
public:
    IntegerField(std::string name, const Json& schema, bool required, const Edited& edited)
        : InputField(std::move(name), schema, required), m_spin(new QSpinBox) {
        const auto bound = [&](const char* key, int fallback) {
            const double limit = numberAt(schema, key, fallback);
            return static_cast<int>(
                std::clamp<double>(limit, std::numeric_limits<int>::min(), std::numeric_limits<int>::max()));
        };
        m_spin->setRange(bound("minimum", std::numeric_limits<int>::min()),
                         bound("maximum", std::numeric_limits<int>::max()));
        m_spin->setGroupSeparatorShown(true);
        m_spin->setValue(std::clamp(0, m_spin->minimum(), m_spin->maximum()));
        QObject::connect(m_spin, &QSpinBox::valueChanged, m_spin, edited);
    }
    [[nodiscard]] QWidget* widget() const override { return m_spin; }
    [[nodiscard]] std::optional<Json> value() const override { return Json(m_spin->value()); }
    void setValue(const Json& value) override {
        if (value.is_number())
            m_spin->setValue(
                static_cast<int>(std::clamp<double>(value.get<double>(), m_spin->minimum(), m_spin->maximum())));
    }

private:
    QSpinBox* m_spin;
};

class NumberField final : public InputField {
public:
    NumberField(std::string name, const Json& schema, bool required, const Edited& edited)
        : InputField(std::move(name), schema, required), m_spin(new QDoubleSpinBox) {
        constexpr double kFar = 1e12;
        m_spin->setDecimals(4);
        m_spin->setRange(std::max(numberAt(schema, "minimum", -kFar), -kFar),
                         std::min(numberAt(schema, "maximum", kFar), kFar));
        m_spin->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
        m_spin->setValue(0);
        QObject::connect(m_spin, &QDoubleSpinBox::valueChanged, m_spin, edited);
    }
    [[nodiscard]] QWidget* widget() const override { return m_spin; }
    [[nodiscard]] std::optional<Json> value() const override { return Json(m_spin->value()); }
    void setValue(const Json& value) override {
        if (value.is_number())
            m_spin->setValue(value.get<double>());
    }

private:
    QDoubleSpinBox* m_spin;
};

class BooleanField final : public InputField {
public:
    BooleanField(std::string name, const Json& schema, bool required, const Edited& edited)
        : InputField(std::move(name), schema, required), m_box(new QCheckBox) {
        QObject::connect(m_box, &QCheckBox::toggled, m_box, edited);
    }
    [[nodiscard]] QWidget* widget() const override { return m_box; }
    [[nodiscard]] std::optional<Json> value() const override { return Json(m_box->isChecked()); }
    void setValue(const Json& value) override { m_box->setChecked(value.is_boolean() && value.get<bool>()); }

private:
    QCheckBox* m_box;
};

// Lists, objects, and what the schema leaves open. Text that is not JSON is given as text, so that the run's own check
// of the input says what is wrong.
class JsonField final : public InputField {
public:
    JsonField(const Theme& theme, std::string name, const Json& schema, bool required, const Edited& edited)
        : InputField(std::move(name), schema, required), m_edit(new QLineEdit) {
        setTextStyle(*m_edit, theme, TextStyle::Mono);
        m_edit->setPlaceholderText(required ? QCoreApplication::translate("InputForm", "JSON")
                                            : QCoreApplication::translate("InputForm", "JSON, optional"));
        QObject::connect(m_edit, &QLineEdit::textChanged, m_edit, edited);
    }
    [[nodiscard]] QWidget* widget() const override { return m_edit; }
    [[nodiscard]] std::optional<Json> value() const override {
        const std::string text = toUtf8(m_edit->text());
        if (text.empty())
            return std::nullopt;
        return parseJson(text).valueOr(Json(text));
    }
    void setValue(const Json& value) override { m_edit->setText(toQString(toText(value))); }

private:
    QLineEdit* m_edit;
};

}  // namespace

const Json* InputField::initialValue() const {
    if (const Json* given = memberAt(m_schema, "default"))
        return given;
    const Json* examples = memberAt(m_schema, "examples");
    return examples && examples->is_array() && !examples->empty() ? &examples->front() : nullptr;
}

std::unique_ptr<InputField> makeInputField(const Theme& theme, std::string name, const Json& schema, bool required,
                                           const Edited& edited) {
    const std::string type = stringAt(schema, "type");
    if (const Json* choices = memberAt(schema, "enum"); choices && choices->is_array() && !choices->empty())
        return std::make_unique<ChoiceField>(std::move(name), schema, required, edited);
    if (type == "string" && integerAt(schema, "maxLength", kOneLine + 1) > kOneLine &&
        stringAt(schema, "format").empty())
        return std::make_unique<TextField>(std::move(name), schema, required, edited);
    if (type == "string")
        return std::make_unique<LineField>(std::move(name), schema, required, edited);
    if (type == "integer" && required)
        return std::make_unique<IntegerField>(std::move(name), schema, required, edited);
    if (type == "number" && required)
        return std::make_unique<NumberField>(std::move(name), schema, required, edited);
    if (type == "boolean")
        return std::make_unique<BooleanField>(std::move(name), schema, required, edited);
    return std::make_unique<JsonField>(theme, std::move(name), schema, required, edited);
}

}  // namespace touchstone::ui
