// SPDX-License-Identifier: GPL-3.0-or-later
//
// A form made from a JSON Schema of an object: one field a property, fit for its type. What no field fits is edited as
// one line of JSON.
//
// GUI thread only.

#pragma once

#include "base/json.h"

#include <QWidget>

#include <memory>
#include <string>
#include <vector>

class QFormLayout;
class QLabel;

namespace touchstone::ui {

class Theme;

class InputField;

class InputForm : public QWidget {
    Q_OBJECT

public:
    explicit InputForm(const Theme& theme, QWidget* parent = nullptr);
    ~InputForm() override;

    // Makes the fields anew when the schema is another one; values of properties that are in both stay.
    void setSchema(const Json& schema);
    // Fields without a value in `values` get the schema's default.
    void setValues(const Json& values);
    // What is filled in. Optional fields that are empty are left out.
    [[nodiscard]] Json values() const;
    [[nodiscard]] bool isEmpty() const { return m_fields.empty(); }

    // Says at the field what is wrong with it; `place` is a JSON pointer into the input. Nothing happens where no field
    // stands for it; an edit takes it away.
    void showProblem(const std::string& place, const QString& text);

Q_SIGNALS:
    void edited();

private:
    void addField(const std::string& name, const Json& schema, bool required);
    void clearProblem();

    const Theme& m_theme;
    QFormLayout* m_layout;
    Json m_schema;
    QLabel* m_problem = nullptr;  // below its field; null: nothing is wrong
    std::vector<std::unique_ptr<InputField>> m_fields;
};

}  // namespace touchstone::ui
