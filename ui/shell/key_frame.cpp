// SPDX-License-Identifier: GPL-3.0-or-later

#include "key_frame.h"

#include "uibase/format.h"
#include "uibase/theme.h"

#include <QFontMetrics>
#include <QPainter>

namespace touchstone::ui {

int keyFrameWidth(const Theme& theme, const QKeySequence& keys) {
    if (keys.isEmpty())
        return 0;
    return QFontMetrics(theme.font(TextStyle::Caption)).horizontalAdvance(formatShortcut(keys)) + theme.px(10);
}

void paintKeyFrame(QPainter& painter, const Theme& theme, const QRect& area, const QKeySequence& keys,
                   const QColor& ink, const QColor& edge) {
    if (keys.isEmpty())
        return;
    const QSize size(keyFrameWidth(theme, keys), theme.px(18));
    const QRect frame(QPoint(area.right() - size.width() + 1, area.center().y() - size.height() / 2), size);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(edge);
    painter.drawRoundedRect(QRectF(frame).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter.setFont(theme.font(TextStyle::Caption));
    painter.setPen(ink);
    painter.drawText(frame, Qt::AlignCenter, formatShortcut(keys));
    painter.restore();
}

}  // namespace touchstone::ui
