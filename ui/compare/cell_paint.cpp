// SPDX-License-Identifier: GPL-3.0-or-later

#include "cell_paint.h"

#include "uibase/theme.h"
#include "uistate/text.h"

namespace touchstone::ui {
namespace {

const QString kMore = QStringLiteral("…");
constexpr QChar kBetween = u'\u2009';  // what went and what came: a thin space, so that they are two words

QRect plateOf(QPainter& painter, const Theme& theme, const QRect& line, int left, const QString& text) {
    painter.setFont(theme.font(TextStyle::Caption));
    const int height = theme.px(18);
    const int width = painter.fontMetrics().horizontalAdvance(text) + theme.px(12);
    return {left, line.center().y() - height / 2 + 1, width, height};
}

void drawPlate(QPainter& painter, const QRect& rect, const QColor& fill, const QPen& edge) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(edge);
    painter.setBrush(fill);
    const qreal inset = edge.style() == Qt::NoPen ? 0 : 0.5;
    painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), 4, 4);
    painter.restore();
}

QTextCharFormat formatOf(const Theme& theme, text::Change change) {
    QTextCharFormat format;
    format.setBackground(theme.color(change == text::Change::Inserted ? Role::DiffAdd : Role::DiffDel));
    format.setForeground(theme.color(Role::Text));
    format.setFontStrikeOut(change == text::Change::Deleted);
    return format;
}

}  // namespace

int drawWord(QPainter& painter, const Theme& theme, const QRect& line, int left, const StateWord& word) {
    const QRect plate = plateOf(painter, theme, line, left, word.text);
    if (word.text.isEmpty() || plate.right() > line.right())
        return left;
    drawPlate(painter, plate, theme.color(word.fill), Qt::NoPen);
    painter.setPen(theme.color(word.ink));
    painter.drawText(plate, Qt::AlignCenter, word.text);
    return plate.right() + 1;
}

int drawOutlined(QPainter& painter, const Theme& theme, const QRect& line, int left, const QString& text) {
    const QRect plate = plateOf(painter, theme, line, left, text);
    if (plate.right() > line.right())
        return left;
    drawPlate(painter, plate, theme.color(Role::Surface), QPen(theme.color(Role::Border), 1));
    painter.setPen(theme.color(Role::TextMuted));
    painter.drawText(plate, Qt::AlignCenter, text);
    return plate.right() + 1;
}

int drawLine(QPainter& painter, const QRect& rect, const QString& text, int alignment) {
    if (text.isEmpty() || rect.width() <= 0)
        return 0;
    const int width = painter.fontMetrics().horizontalAdvance(text);
    const bool fits = width <= rect.width();
    painter.drawText(rect, alignment | Qt::AlignVCenter | Qt::TextSingleLine,
                     fits ? text : painter.fontMetrics().elidedText(text, Qt::ElideRight, rect.width()));
    return std::min(width, rect.width());
}

MarkedText::MarkedText(const Theme& theme, const std::vector<text::DiffPiece>& pieces, int width, int lines)
    : m_layout(QString(), theme.font(TextStyle::Body)) {
    QString text;
    QList<QTextLayout::FormatRange> formats;
    bool deleted = false;
    for (const text::DiffPiece& piece : pieces) {
        if (deleted && piece.change == text::Change::Inserted)
            text += kBetween;
        deleted = piece.change == text::Change::Deleted;
        const auto begin = static_cast<int>(text.size());
        text += toQString(piece.text);
        if (piece.change != text::Change::Equal)
            formats.append({begin, static_cast<int>(text.size()) - begin, formatOf(theme, piece.change)});
    }
    m_layout.setText(text);
    m_layout.setFormats(formats);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_layout.setTextOption(option);
    const QFontMetricsF metrics(m_layout.font());
    const qreal height = std::max<qreal>(theme.px(18), metrics.height());
    m_layout.beginLayout();
    for (int line = 0; line < lines; ++line) {
        QTextLine made = m_layout.createLine();
        if (!made.isValid())
            break;
        made.setLineWidth(line + 1 < lines ? width : width - metrics.horizontalAdvance(kMore));
        made.setPosition({0, line * height});
        m_cut = made.textStart() + made.textLength() < text.size();
    }
    m_layout.endLayout();
}

void MarkedText::draw(QPainter& painter, QPoint place, const QColor& ink) const {
    painter.setPen(ink);
    m_layout.draw(&painter, place);
    if (!m_cut)
        return;
    const QTextLine last = m_layout.lineAt(m_layout.lineCount() - 1);
    painter.setFont(m_layout.font());
    painter.drawText(QPointF(place) + QPointF(last.naturalTextWidth(), last.y() + last.ascent()), kMore);
}

}  // namespace touchstone::ui
