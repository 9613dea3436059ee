// SPDX-License-Identifier: GPL-3.0-or-later
//
// What goes into a run, for reading: one row a variable, its name in a column of its own. Scrolls when it is long.
// GUI thread only.

#pragma once

#include "base/json.h"

#include <QTextEdit>

namespace touchstone::ui {

class Theme;

class InputText : public QTextEdit {
    Q_OBJECT

public:
    explicit InputText(const Theme& theme, QWidget* parent = nullptr);

    // `input`: an object, or null for nothing.
    void showInput(const Json& input);
    // As JSON, to the clipboard.
    void copyInput() const;

private:
    void fill();

    const Theme& m_theme;
    Json m_input;
};

// Strings as they are, all else indented.
[[nodiscard]] std::string readableJson(const Json& value);

// A model's answer: indented where it is JSON.
[[nodiscard]] std::string readableAnswer(const std::string& answer);

}  // namespace touchstone::ui
