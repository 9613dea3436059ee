// SPDX-License-Identifier: GPL-3.0-or-later

#include "routing_node.h"

#include "uibase/theme.h"
#include "uistate/text.h"

#include <QPainter>

namespace touchstone::ui {
namespace {

constexpr int kPort = 22;

// What two lines can hold.
QString fitted(const QString& text, const QFontMetrics& metrics, int width) {
    return metrics.elidedText(text.simplified(), Qt::ElideRight, width * 9 / 5);
}

}  // namespace

RoutingNode::RoutingNode(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
    setFocusPolicy(Qt::ClickFocus);
    setAttribute(Qt::WA_Hover);
}

void RoutingNode::setText(const RoutingNodeText& text) {
    m_text = text;
    setAccessibleName(text.spoken);
    setToolTip(text.spoken);
    update();
}

void RoutingNode::setCurrent(bool current) {
    m_current = current;
    setFocusPolicy(current ? Qt::StrongFocus : Qt::ClickFocus);
    update();
}

void RoutingNode::setTarget(bool target) {
    m_target = target;
    update();
}

QRect RoutingNode::port() const {
    if (m_text.place.kind != RoutingKind::Rule)
        return {};
    const int side = m_theme.px(kPort);
    return {width() - side, 0, side, height()};
}

QRect RoutingNode::content() const {
    const int right = m_text.place.kind == RoutingKind::Rule ? kPort : 10;
    return rect().adjusted(m_theme.px(12), m_theme.px(8), -m_theme.px(right), -m_theme.px(8));
}

// Below the title.
QStringList RoutingNode::lines() const {
    QStringList lines;
    for (const QString& line : {m_text.detail, m_text.note})
        if (!line.isEmpty())
            lines.append(line.split(QLatin1Char('\n')));
    if (m_text.refused)
        lines.append(tr("Touchstone does not carry this out yet"));
    return lines;
}

// As many lines as a text takes there, at most two.
int RoutingNode::linesOf(const QString& text, int width) const {
    const QFontMetrics metrics(m_theme.font(TextStyle::Caption));
    constexpr int kRounding = 2;
    return metrics.horizontalAdvance(text) + kRounding > width ? 2 : 1;
}

int RoutingNode::heightFor(int width) const {
    const int title = QFontMetrics(m_theme.font(TextStyle::BodyStrong)).height();
    const int line = QFontMetrics(m_theme.font(TextStyle::Caption)).height() + m_theme.px(2);
    const int bar = m_text.shares.size() > 1 ? m_theme.px(12) : 0;
    const int inside = width - (this->width() - content().width());
    int rows = 0;
    for (const QString& text : lines())
        rows += linesOf(text, inside);
    return title + bar + rows * line + m_theme.px(16);
}

void RoutingNode::enterEvent(QEnterEvent*) {
    update();
}

void RoutingNode::leaveEvent(QEvent*) {
    update();
}

void RoutingNode::paintFrame(QPainter& painter) const {
    const bool strong = m_current || m_target;
    const Role fill = m_target || (m_current && hasFocus()) ? Role::Selection
                      : m_current                           ? Role::SelectionInactive
                      : underMouse()                        ? Role::Hover
                                                            : Role::Surface;
    painter.setBrush(m_theme.color(fill));
    painter.setPen(QPen(m_theme.color(hasFocus() ? Role::Focus
                                      : strong   ? Role::Accent
                                                 : Role::BorderStrong),
                        strong || hasFocus() ? 2 : 1));
    const qreal inset = strong || hasFocus() ? 1 : 0.5;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), m_theme.px(6), m_theme.px(6));
    if (m_text.place.kind != RoutingKind::Rule)
        return;
    const int side = m_theme.px(14);
    m_theme.icon(Icon::ArrowRight)
        .paint(&painter, QRect(port().center() - QPoint(side / 2, side / 2), QSize(side, side)));
}

// Gives back the room they take.
int RoutingNode::paintMarks(QPainter& painter, const QRect& rect) const {
    const bool error = m_text.severity == Severity::Error;
    if (!error && m_text.severity != Severity::Warning && !m_text.refused)
        return 0;
    const int side = m_theme.px(14);
    const QRect place(rect.right() - side, rect.top() + m_theme.px(1), side, side);
    m_theme.icon(error ? Icon::Error : Icon::Warning, error ? Role::Worse : Role::Warning).paint(&painter, place);
    return side + m_theme.px(6);
}

void RoutingNode::paintShares(QPainter& painter, const QRect& bar) const {
    const auto& ramp = m_theme.tokens().partRamp;
    qreal x = bar.left();
    for (std::size_t i = 0; i < m_text.shares.size(); ++i) {
        const qreal width = bar.width() * m_text.shares[i].share;
        painter.fillRect(QRectF(x, bar.top(), std::max(width - 1, 0.0), bar.height()), ramp[i % ramp.size()]);
        x += width;
    }
}

void RoutingNode::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintFrame(painter);
    QRect line = content();
    const QFont titleFont = m_theme.font(m_text.code ? TextStyle::Mono : TextStyle::BodyStrong);
    const QFontMetrics metrics(m_theme.font(TextStyle::BodyStrong));
    line.setHeight(metrics.height());
    const QRect title = line.adjusted(0, 0, -paintMarks(painter, line), 0);
    painter.setFont(titleFont);
    painter.setPen(m_theme.color(Role::Text));
    painter.drawText(title, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_text.title.simplified(), Qt::ElideRight, title.width()));
    int y = line.bottom() + 1;
    if (m_text.shares.size() > 1) {
        paintShares(painter, {line.left(), y + m_theme.px(3), line.width(), m_theme.px(6)});
        y += m_theme.px(12);
    }
    painter.setFont(m_theme.font(TextStyle::Caption));
    const int step = painter.fontMetrics().height() + m_theme.px(2);
    const QStringList below = lines();
    for (int i = 0; i < below.size(); ++i) {
        const bool last = m_text.refused && i + 1 == below.size();
        const int height = step * linesOf(below[i], line.width());
        painter.setPen(m_theme.color(last ? Role::Warning : Role::TextMuted));
        painter.drawText(QRect(line.left(), y, line.width(), height), Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap,
                         fitted(below[i], painter.fontMetrics(), line.width()));
        y += height;
    }
}

}  // namespace touchstone::ui
