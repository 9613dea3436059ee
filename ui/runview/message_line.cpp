// SPDX-License-Identifier: GPL-3.0-or-later

#include "message_line.h"

#include "uistate/text.h"

#include <QTextOption>

#include <algorithm>

namespace touchstone::ui {
namespace {

// The first piece that ends behind `byte`.
std::size_t pieceFrom(const std::vector<session::Piece>& pieces, std::size_t byte) {
    const auto found = std::partition_point(pieces.begin(), pieces.end(),
                                            [byte](const session::Piece& piece) { return piece.end <= byte; });
    return static_cast<std::size_t>(found - pieces.begin());
}

}  // namespace

MessageLine::MessageLine(const ShownMessage& message, const MessageBlock& block, const QFont& font, int width,
                         int rowHeight)
    : m_begin(block.begin), m_rowHeight(rowHeight) {
    addText(message, block);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_layout.setTextOption(option);
    m_layout.setFont(font);
    m_layout.beginLayout();
    int top = 0;
    for (QTextLine row = m_layout.createLine(); row.isValid(); row = m_layout.createLine()) {
        row.setLineWidth(width);
        row.setPosition(QPointF(0, top));
        top += m_rowHeight;
    }
    m_layout.endLayout();
}

void MessageLine::addText(const ShownMessage& message, const MessageBlock& block) {
    const std::string_view content = message.content;
    QString text;
    std::size_t at = block.begin;
    for (std::size_t i = pieceFrom(message.pieces, at); i < message.pieces.size(); ++i) {
        const std::size_t begin = std::clamp<std::size_t>(message.pieces[i].begin, at, block.end);
        const std::size_t end = std::clamp<std::size_t>(message.pieces[i].end, at, block.end);
        if (begin == block.end)
            break;
        text += toQString(content.substr(at, begin - at));
        const auto from = static_cast<int>(text.size());
        text += toQString(content.substr(begin, end - begin));
        m_runs.push_back({i, from, static_cast<int>(text.size())});
        at = end;
    }
    text += toQString(content.substr(at, block.end - at));
    m_layout.setText(text);
}

int MessageLine::height() const {
    return std::max(m_layout.lineCount(), 1) * m_rowHeight;
}

std::vector<QRectF> MessageLine::placesOf(const Run& run) const {
    std::vector<QRectF> places;
    for (int i = 0; i < m_layout.lineCount(); ++i) {
        const QTextLine row = m_layout.lineAt(i);
        const int begin = std::max(run.begin, row.textStart());
        const int end = std::min(run.end, row.textStart() + row.textLength());
        if (begin >= end)
            continue;
        const qreal one = row.cursorToX(begin);
        const qreal other = row.cursorToX(end);
        places.emplace_back(std::min(one, other), row.y(), std::abs(other - one), m_rowHeight);
    }
    return places;
}

std::optional<MessageLine::Hit> MessageLine::hitAt(const QPointF& place) const {
    const int number = static_cast<int>(place.y()) / m_rowHeight;
    if (place.y() < 0 || number >= m_layout.lineCount())
        return std::nullopt;
    const QTextLine row = m_layout.lineAt(number);
    if (place.x() < 0 || place.x() > row.naturalTextWidth())
        return std::nullopt;
    const int unit = row.xToCursor(place.x(), QTextLine::CursorOnCharacter);
    for (const Run& run : m_runs)
        if (unit >= run.begin && unit < run.end)
            return Hit{run.piece, m_begin + static_cast<std::size_t>(m_layout.text().left(unit).toUtf8().size())};
    return std::nullopt;
}

}  // namespace touchstone::ui
