// SPDX-License-Identifier: GPL-3.0-or-later
//
// One line of a message as it is laid out: wrapped, and knowing which run of it is of which piece.
//
// GUI thread only.

#pragma once

#include "message_blocks.h"

#include <QRectF>
#include <QTextLayout>

#include <optional>
#include <vector>

class QFont;

namespace touchstone::ui {

class MessageLine {
public:
    // UTF-16 units [begin, end) of the line.
    struct Run {
        std::size_t piece;
        int begin;
        int end;
    };
    struct Hit {
        std::size_t piece;
        std::size_t byte;  // of the message
    };

    // REQUIRES: `block` is a line of `message`
    MessageLine(const ShownMessage& message, const MessageBlock& block, const QFont& font, int width, int rowHeight);

    [[nodiscard]] const std::vector<Run>& runs() const { return m_runs; }
    [[nodiscard]] int height() const;
    // Where a run stands: a rectangle a row, from the line's top left.
    [[nodiscard]] std::vector<QRectF> placesOf(const Run& run) const;
    // What is under a place; empty beside the text and where no piece is.
    [[nodiscard]] std::optional<Hit> hitAt(const QPointF& place) const;
    void draw(QPainter& painter, const QPointF& at) const { m_layout.draw(&painter, at); }

private:
    void addText(const ShownMessage& message, const MessageBlock& block);

    QTextLayout m_layout;
    std::vector<Run> m_runs;
    std::size_t m_begin;
    int m_rowHeight;
};

}  // namespace touchstone::ui
