// SPDX-License-Identifier: GPL-3.0-or-later

#include "side_scroll.h"

#include <QEvent>
#include <QScrollBar>

namespace touchstone::ui {

SideScroll::SideScroll(QWidget* line, QWidget* parent) : QScrollArea(parent) {
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidgetResizable(true);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setWidget(line);
    line->installEventFilter(this);
    fitHeight();
}

QSize SideScroll::sizeHint() const {
    return {widget()->sizeHint().width(), height()};
}

QSize SideScroll::minimumSizeHint() const {
    return {0, height()};
}

void SideScroll::fitHeight() {
    const QSize least = widget()->minimumSizeHint();
    const bool scrolls = least.width() > width();
    setFixedHeight(widget()->sizeHint().height() + (scrolls ? horizontalScrollBar()->sizeHint().height() : 0));
}

bool SideScroll::eventFilter(QObject* watched, QEvent* event) {
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        fitHeight();
    return QScrollArea::eventFilter(watched, event);
}

void SideScroll::resizeEvent(QResizeEvent* event) {
    QScrollArea::resizeEvent(event);
    fitHeight();
}

}  // namespace touchstone::ui
