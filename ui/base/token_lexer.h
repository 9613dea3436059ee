// SPDX-License-Identifier: GPL-3.0-or-later
//
// Lets QScintilla colour with one of our line highlighters, asked only for what is about to be seen.

#pragma once

#include "highlight.h"
#include "qscintilla.h"

namespace touchstone::ui {

class TokenLexer : public QsciLexerCustom {
    Q_OBJECT

public:
    TokenLexer(HighlightLine highlight, QObject* parent);

    [[nodiscard]] const char* language() const override { return "touchstone"; }
    // The editor sets colours itself, so no style is announced here.
    [[nodiscard]] QString description(int) const override { return {}; }
    void styleText(int start, int end) override;

private:
    HighlightLine m_highlight;
};

}  // namespace touchstone::ui
