// SPDX-License-Identifier: GPL-3.0-or-later

#include "uibase/elided_label.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace touchstone::ui {

ElidedLabel::ElidedLabel(const QString& text, QWidget* parent) : QLabel(text, parent) {
    setTextFormat(Qt::PlainText);
}

QSize ElidedLabel::minimumSizeHint() const {
    constexpr int kLeast = 4;  // characters, the last of them "…"
    return {std::min(sizeHint().width(), fontMetrics().averageCharWidth() * kLeast), sizeHint().height()};
}

QString ElidedLabel::shownText() const {
    QStringList lines = text().split(QLatin1Char('\n'));
    for (QString& line : lines)
        line = fontMetrics().elidedText(line, Qt::ElideRight, contentsRect().width());
    return lines.join(QLatin1Char('\n'));
}

bool ElidedLabel::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip || !toolTip().isEmpty() || shownText() == text())
        return QLabel::event(event);
    QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), text(), this);
    return true;
}

void ElidedLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    style()->drawItemText(&painter, contentsRect(), static_cast<int>(alignment()), palette(), isEnabled(), shownText(),
                          foregroundRole());
}

}  // namespace touchstone::ui
