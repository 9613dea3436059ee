// SPDX-License-Identifier: GPL-3.0-or-later
//
// One field of an input form: a widget, and JSON in and out of it. GUI thread only.

#pragma once

#include "base/json.h"

#include <QWidget>

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace touchstone::ui {

class Theme;

class InputField {
public:
    InputField(std::string name, const Json& schema, bool required)
        : m_name(std::move(name)), m_schema(schema), m_required(required) {}
    virtual ~InputField() = default;

    [[nodiscard]] virtual QWidget* widget() const = 0;
    // Empty: nothing is given.
    [[nodiscard]] virtual std::optional<Json> value() const = 0;
    virtual void setValue(const Json& value) = 0;

    [[nodiscard]] const std::string& name() const { return m_name; }
    // What the field starts with: the schema's default, else its first example.
    [[nodiscard]] const Json* initialValue() const;

protected:
    [[nodiscard]] bool isRequired() const { return m_required; }
    [[nodiscard]] const Json& schema() const { return m_schema; }

private:
    const std::string m_name;
    const Json m_schema;
    const bool m_required;
};

// The field that fits `schema`; `edited` is called whenever its value changes.
[[nodiscard]] std::unique_ptr<InputField> makeInputField(const Theme& theme, std::string name, const Json& schema,
                                                         bool required, const std::function<void()>& edited);

}  // namespace touchstone::ui
