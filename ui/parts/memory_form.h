// SPDX-License-Identifier: GPL-3.0-or-later
//
// Memory as a form, with a picture of what its settings leave of the window: the latest messages, and what is free for
// older ones. How long messages are nobody knows beforehand, so their length is an assumption that can be changed here
// and is not part of the draft.
//
// GUI thread only.

#pragma once

#include "form_view.h"

namespace touchstone::ui {

class NumberEdit;
class TokenBar;

class MemoryForm : public FormView {
    Q_OBJECT

public:
    explicit MemoryForm(const Theme& theme, QWidget* parent = nullptr);

protected:
    void partShown(const Json& part) override;

private:
    void buildSplit(const Theme& theme);
    void showSplit();
    [[nodiscard]] QString olderText() const;

    Json m_shown;
    TokenBar* m_bar = nullptr;
    NumberEdit* m_length = nullptr;
    QLabel* m_sentence = nullptr;
    QWidget* m_assumption = nullptr;
};

}  // namespace touchstone::ui
