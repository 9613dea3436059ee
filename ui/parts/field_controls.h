// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the controls of form fields share. GUI thread only.

#pragma once

#include "form_field.h"

#include <QHBoxLayout>

namespace touchstone::ui {

// A control whose one widget fills it.
class SimpleControl : public FieldControl {
public:
    explicit SimpleControl(QWidget* input) : m_input(input) {
        auto* line = new QHBoxLayout(this);
        line->setContentsMargins(0, 0, 0, 0);
        line->addWidget(input);
        setFocusProxy(input);
    }
    [[nodiscard]] QWidget* input() const override { return m_input; }

private:
    QWidget* m_input;
};

// "Default: 4", or that nothing is set.
[[nodiscard]] QString unsetText(const FieldSpec& spec);
// Whether a control's value is the one shown; null: not set.
[[nodiscard]] bool same(const std::optional<Json>& a, const Json* b);

// Text, code, a list or any JSON in one line, with what is known to be offered.
[[nodiscard]] FieldControl* makeLineControl(const Theme& theme, const FieldSpec& spec);

}  // namespace touchstone::ui
