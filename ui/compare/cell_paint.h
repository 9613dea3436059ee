// SPDX-License-Identifier: GPL-3.0-or-later
//
// What cells, heads and the strip of changes are painted with. GUI thread only.

#pragma once

#include "head_words.h"
#include "text/diff.h"

#include <QPainter>
#include <QTextLayout>

#include <memory>
#include <vector>

namespace touchstone::ui {

class Theme;

// Paints "✕ failed" on its plate from `left` on, in the middle of `line`; returns where it ends.
int drawWord(QPainter& painter, const Theme& theme, const QRect& line, int left, const StateWord& word);
// The same in an outline: "baseline".
int drawOutlined(QPainter& painter, const Theme& theme, const QRect& line, int left, const QString& text);
// One line of text that ends in "…" where it does not fit; returns its width.
int drawLine(QPainter& painter, const QRect& rect, const QString& text, int alignment = Qt::AlignLeft);

// A paragraph with its differences marked, wrapped to `width` and cut after `lines` lines.
class MarkedText {
public:
    MarkedText(const Theme& theme, const std::vector<text::DiffPiece>& pieces, int width, int lines);

    void draw(QPainter& painter, QPoint place, const QColor& ink) const;

private:
    QTextLayout m_layout;
    bool m_cut = false;
};

}  // namespace touchstone::ui
