// SPDX-License-Identifier: GPL-3.0-or-later

#include "uistate/version_mark.h"

#include "uibase/theme.h"

#include <QPainter>
#include <QPixmap>
#include <QPolygonF>

namespace touchstone::ui {
namespace {

std::size_t slotOf(std::int64_t number, std::size_t slots) {
    return static_cast<std::size_t>(number < 1 ? 0 : number - 1) % slots;
}

QPolygonF polygonOf(std::size_t shape) {
    switch (shape) {
        case 1:
            return QPolygonF({{-0.44, -0.44}, {0.44, -0.44}, {0.44, 0.44}, {-0.44, 0.44}});
        case 2:
            return QPolygonF({{0, -0.5}, {0.52, 0.42}, {-0.52, 0.42}});
        case 3:
            return QPolygonF({{0, -0.55}, {0.55, 0}, {0, 0.55}, {-0.55, 0}});
        case 4:
            return QPolygonF({{0, 0.5}, {0.52, -0.42}, {-0.52, -0.42}});
        default:
            return QPolygonF({{-0.18, -0.5},
                              {0.18, -0.5},
                              {0.18, -0.18},
                              {0.5, -0.18},
                              {0.5, 0.18},
                              {0.18, 0.18},
                              {0.18, 0.5},
                              {-0.18, 0.5},
                              {-0.18, 0.18},
                              {-0.5, 0.18},
                              {-0.5, -0.18},
                              {-0.18, -0.18}});
    }
}

}  // namespace

QColor versionColor(const Theme& theme, std::int64_t number) {
    const auto& colors = theme.tokens().versions;
    return colors[slotOf(number, colors.size())];
}

void paintVersionMark(QPainter& painter, const Theme& theme, std::int64_t number, QPointF centre, qreal size) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(centre);
    painter.scale(size, size);
    painter.setPen(Qt::NoPen);
    painter.setBrush(versionColor(theme, number));
    if (const std::size_t shape = slotOf(number, theme.tokens().versions.size()); shape == 0)
        painter.drawEllipse(QPointF(0, 0), 0.5, 0.5);
    else
        painter.drawPolygon(polygonOf(shape));
    painter.restore();
}

QIcon versionIcon(const Theme& theme, std::int64_t number) {
    constexpr qreal kSharpest = 3;
    const int side = theme.px(16);
    QPixmap pixmap(QSize(side, side) * kSharpest);
    pixmap.setDevicePixelRatio(kSharpest);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paintVersionMark(painter, theme, number, {side / 2.0, side / 2.0}, side * 0.6);
    return QIcon(pixmap);
}

}  // namespace touchstone::ui
