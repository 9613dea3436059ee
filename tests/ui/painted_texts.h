// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every text that a widget and its children really paint, whoever paints it - a label, the style, a delegate, an editor
// - with its ink and the ground below it.
//
// GUI thread only.

#pragma once

#include <QColor>
#include <QString>
#include <QWidget>

#include <vector>

namespace touchstone::test {

struct PaintedText {
    QString text;
    QColor ink;
    QColor ground;      // the commonest colour below the text
    QString painter;    // class and name of the widget
    double pixels = 0;  // size of the font
    bool bold = false;
    bool disabled = false;  // the widget, or the row, tab or entry of it

    // As WCAG 2.1 counts (1.4.3): 4.5, for large text 3, for what is disabled nothing.
    [[nodiscard]] double neededContrast() const;
    [[nodiscard]] double contrast() const;
    [[nodiscard]] QString describe() const;
};

// `widget` is visible and laid out.
[[nodiscard]] std::vector<PaintedText> paintedTexts(QWidget& widget);
// What is too faint, one line each, without repetitions.
[[nodiscard]] QStringList faintTexts(const std::vector<PaintedText>& texts);

// Selects everything in the item views below `widget` / lets the pointer be over its buttons and first rows.
void selectEverything(QWidget& widget);
void hoverEverything(QWidget& widget);

}  // namespace touchstone::test
