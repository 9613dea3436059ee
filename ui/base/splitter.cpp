// SPDX-License-Identifier: GPL-3.0-or-later

#include "uibase/splitter.h"

#include <QPainter>

namespace touchstone::ui {

namespace {

constexpr int kReach = 3;

class Handle : public QSplitterHandle {
public:
    Handle(Qt::Orientation orientation, QSplitter* splitter) : QSplitterHandle(orientation, splitter) {
        setAttribute(Qt::WA_MouseNoMask);
    }

protected:
    // QSplitter lays out and paints the contents only, so margins widen what can be grabbed. The base class would set
    // its own, and each change of margins comes back here.
    void resizeEvent(QResizeEvent* event) override {
        QWidget::resizeEvent(event);
        const bool upright = orientation() == Qt::Horizontal;
        setContentsMargins(upright ? kReach : 0, upright ? 0 : kReach, upright ? kReach : 0, upright ? 0 : kReach);
        setMask(QRegion(contentsRect()));
    }
};

}  // namespace

Splitter::Splitter(Qt::Orientation orientation, QWidget* parent) : QSplitter(orientation, parent) {
    setHandleWidth(1);
    setChildrenCollapsible(false);
}

QSplitterHandle* Splitter::createHandle() {
    return new Handle(orientation(), this);
}

}  // namespace touchstone::ui
