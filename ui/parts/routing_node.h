// SPDX-License-Identifier: GPL-3.0-or-later
//
// One node of the routing diagram: a rule, a tier, a step. It paints itself and takes the focus, so screen readers see
// it as the button it is; what keys and drags do is the diagram's.
//
// GUI thread only.

#pragma once

#include "routing_picture.h"

#include <QWidget>

namespace touchstone::ui {

class Theme;

class RoutingNode : public QWidget {
    Q_OBJECT

public:
    RoutingNode(const Theme& theme, QWidget* parent);

    void setText(const RoutingNodeText& text);
    [[nodiscard]] const RoutingNodeText& text() const { return m_text; }
    [[nodiscard]] RoutingPlace place() const { return m_text.place; }
    // The node whose form is shown; only it is reached by Tab.
    void setCurrent(bool current);
    // Something that is being dragged would land here.
    void setTarget(bool target);
    // Where rules are dragged from to a tier.
    [[nodiscard]] QRect port() const;
    [[nodiscard]] int heightFor(int width) const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void paintFrame(QPainter& painter) const;
    int paintMarks(QPainter& painter, const QRect& rect) const;
    void paintShares(QPainter& painter, const QRect& bar) const;
    [[nodiscard]] QStringList lines() const;
    [[nodiscard]] int linesOf(const QString& text, int width) const;
    [[nodiscard]] QRect content() const;

    const Theme& m_theme;
    RoutingNodeText m_text;
    bool m_current = false;
    bool m_target = false;
};

}  // namespace touchstone::ui
