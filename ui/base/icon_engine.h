// SPDX-License-Identifier: GPL-3.0-or-later
//
// Draws one of our SVG icons in a colour of the current theme, at any size and pixel ratio. Icons therefore follow a
// change of the theme by themselves.

#pragma once

#include "look.h"
#include "uibase/icons.h"

#include <QIconEngine>

#include <memory>

namespace touchstone::ui {

class SvgIconEngine : public QIconEngine {
public:
    SvgIconEngine(Icon icon, Role tint, std::shared_ptr<const Look> look);

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override;
    [[nodiscard]] QIconEngine* clone() const override { return new SvgIconEngine(*this); }

private:
    [[nodiscard]] QColor colorFor(QIcon::Mode mode, QIcon::State state) const;

    Icon m_icon;
    Role m_tint;
    std::shared_ptr<const Look> m_look;
};

}  // namespace touchstone::ui
