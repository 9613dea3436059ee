// SPDX-License-Identifier: GPL-3.0-or-later
//
// The mark of a version: one shape and colour, the same in every list, head and chart.
//
// GUI thread only.

#pragma once

#include <QColor>
#include <QIcon>
#include <QPointF>

#include <cstdint>

class QPainter;

namespace touchstone::ui {

class Theme;

[[nodiscard]] QColor versionColor(const Theme& theme, std::int64_t number);
// `size` is the mark's width in pixels.
void paintVersionMark(QPainter& painter, const Theme& theme, std::int64_t number, QPointF centre, qreal size);
[[nodiscard]] QIcon versionIcon(const Theme& theme, std::int64_t number);

}  // namespace touchstone::ui
