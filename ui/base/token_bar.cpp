// SPDX-License-Identifier: GPL-3.0-or-later

#include "uibase/token_bar.h"

#include "uibase/format.h"
#include "uibase/theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

namespace touchstone::ui {

namespace {

constexpr int kSentence = 24;
constexpr int kBar = 14;
constexpr int kLegendRow = 22;
constexpr int kSwatch = 10;
constexpr int kGap = 6;

}  // namespace

TokenBar::TokenBar(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&theme, &Theme::themeChanged, this, &QWidget::updateGeometry);
}

void TokenBar::setUsage(std::vector<TokenSegment> segments, std::optional<std::int64_t> window, std::int64_t reserve) {
    m_segments = std::move(segments);
    m_window = window ? std::optional(std::max<std::int64_t>(*window, 0)) : std::nullopt;
    m_reserve = std::max<std::int64_t>(reserve, 0);
    if (m_window)
        m_reserve = std::min(m_reserve, *m_window);
    m_used = 0;
    for (const TokenSegment& segment : m_segments)
        m_used += std::max<std::int64_t>(segment.tokens, 0);
    describe();
}

void TokenBar::setNote(const QString& note) {
    m_note = note;
    describe();
}

void TokenBar::setStale(bool stale) {
    m_stale = stale;
    update();
}

std::int64_t TokenBar::overrun() const {
    return m_window ? std::max<std::int64_t>(m_used + m_reserve - *m_window, 0) : 0;
}

std::int64_t TokenBar::scale() const {
    return std::max(m_window.value_or(0), m_used + m_reserve);
}

void TokenBar::describe() {
    setAccessibleName(tr("Token budget"));
    setAccessibleDescription(QStringLiteral("%1, %2").arg(sumText(), restText()));
    updateGeometry();
    update();
}

QString TokenBar::sumText() const {
    if (!m_window)
        return m_note;
    const QString sum = tr("of %1").arg(formatCount(*m_window));
    return m_note.isEmpty() ? sum : QStringLiteral("%1 · %2").arg(sum, m_note);
}

QString TokenBar::restText() const {
    if (!m_window)
        return m_reserve > 0 ? tr("reply at most %1").arg(formatTokens(m_reserve)) : tr("context window not declared");
    if (m_reserve == 0)
        return overrun() > 0 ? tr("▲ %1 over").arg(formatTokens(overrun()))
                             : tr("free %1").arg(formatCount(*m_window - m_used));
    const QString reserve = tr("reply reserve %1").arg(formatCount(m_reserve));
    if (overrun() > 0)
        return tr("▲ %1 over · %2").arg(formatTokens(overrun()), reserve);
    return tr("free %1 · %2").arg(formatCount(*m_window - m_used - m_reserve), reserve);
}

QSize TokenBar::sizeHint() const {
    return {m_theme.px(420), heightForWidth(m_theme.px(420))};
}

int TokenBar::heightForWidth(int width) const {
    int legend = 0;
    (void)legendPlaces(width, legend);
    return m_theme.px(kSentence + kBar + kGap) + legend;
}

QRectF TokenBar::barRect() const {
    return {0.5, m_theme.px(kSentence) + 0.5, width() - 1.0, m_theme.px(kBar) - 1.0};
}

qreal TokenBar::xOf(std::int64_t tokens) const {
    const QRectF bar = barRect();
    return bar.left() +
           bar.width() * static_cast<double>(tokens) / static_cast<double>(std::max<std::int64_t>(scale(), 1));
}

QColor TokenBar::colorOf(std::size_t segment) const {
    const std::vector<QColor>& ramp = m_theme.tokens().partRamp;
    return ramp[m_segments[segment].color.value_or(segment) % ramp.size()];
}

std::vector<QRect> TokenBar::legendPlaces(int width, int& height) const {
    const QFontMetrics names(m_theme.font(TextStyle::Caption));
    const QFontMetrics counts(m_theme.font(TextStyle::BodyStrong));
    std::vector<QRect> places;
    int x = 0;
    int y = 0;
    for (const TokenSegment& segment : m_segments) {
        const int needed = m_theme.px(kSwatch + 2 * kGap) + names.horizontalAdvance(segment.name) +
                           counts.horizontalAdvance(formatCount(segment.tokens));
        if (x > 0 && x + needed > width) {
            x = 0;
            y += m_theme.px(kLegendRow);
        }
        places.emplace_back(x, y, needed, m_theme.px(kLegendRow));
        x += needed + m_theme.px(16);
    }
    height = places.empty() ? 0 : y + m_theme.px(kLegendRow);
    return places;
}

void TokenBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintSentence(painter);
    paintBar(painter);
    paintLegend(painter);
}

void TokenBar::paintSentence(QPainter& painter) const {
    const QRect line(0, 0, width(), m_theme.px(kSentence - 4));
    const QString used = formatTokens(m_used);
    painter.setFont(m_theme.font(TextStyle::BodyStrong));
    painter.setPen(m_theme.color(m_stale ? Role::TextMuted : Role::Text));
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, used);
    const int usedWidth = painter.fontMetrics().horizontalAdvance(used) + m_theme.px(8);
    painter.setFont(m_theme.font(TextStyle::Body));
    const QString rest = restText();
    const int restWidth = painter.fontMetrics().horizontalAdvance(rest);
    painter.setPen(m_theme.color(overrun() > 0 ? Role::Worse : Role::TextMuted));
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, rest);
    const QRect middle = line.adjusted(usedWidth, 0, -restWidth - m_theme.px(12), 0);
    painter.setPen(m_theme.color(Role::TextMuted));
    painter.drawText(middle, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(sumText(), Qt::ElideRight, std::max(middle.width(), 0)));
}

void TokenBar::paintBar(QPainter& painter) const {
    const QRectF bar = barRect();
    painter.save();
    painter.setOpacity(fillOpacity());
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath shape;
    shape.addRoundedRect(bar, 3, 3);
    painter.setClipPath(shape);
    painter.fillRect(bar, m_theme.color(Role::Sunken));
    const auto span = [&](std::int64_t from, std::int64_t to) {
        return QRectF(QPointF(xOf(from), bar.top()), QPointF(xOf(to), bar.bottom()));
    };
    std::int64_t at = 0;
    for (std::size_t i = 0; i < m_segments.size(); ++i) {
        const std::int64_t next = at + std::max<std::int64_t>(m_segments[i].tokens, 0);
        painter.fillRect(span(at, next).adjusted(0, 0, i + 1 < m_segments.size() ? -1 : 0, 0), colorOf(i));
        at = next;
    }
    if (overrun() > 0) {
        painter.fillRect(span(m_used - std::min(overrun(), m_used), m_used), m_theme.color(Role::WorseTint));
        painter.fillRect(span(m_used - std::min(overrun(), m_used), m_used),
                         QBrush(m_theme.color(Role::Worse), Qt::BDiagPattern));
    }
    painter.fillRect(span(scale() - m_reserve, scale()), QBrush(m_theme.color(Role::BorderStrong), Qt::FDiagPattern));
    painter.restore();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.color(Role::Border));
    painter.drawPath(shape);
    painter.restore();
}

void TokenBar::paintLegend(QPainter& painter) const {
    int height = 0;
    const std::vector<QRect> places = legendPlaces(width(), height);
    const int top = m_theme.px(kSentence + kBar + kGap);
    for (std::size_t i = 0; i < places.size(); ++i) {
        const QRect place = places[i].translated(0, top);
        const int side = m_theme.px(kSwatch);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colorOf(i));
        painter.setOpacity(fillOpacity());
        painter.drawRoundedRect(QRect(place.left(), place.center().y() - side / 2, side, side), 2, 2);
        painter.setOpacity(1);
        painter.setFont(m_theme.font(TextStyle::Caption));
        painter.setPen(m_theme.color(Role::TextMuted));
        painter.drawText(place.adjusted(side + m_theme.px(kGap), 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         m_segments[i].name);
        painter.setFont(m_theme.font(TextStyle::BodyStrong));
        painter.setPen(m_theme.color(m_stale ? Role::TextMuted : Role::Text));
        painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter, formatCount(m_segments[i].tokens));
    }
}

bool TokenBar::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    QString text = restText();
    std::int64_t at = 0;
    for (const TokenSegment& segment : m_segments) {
        const std::int64_t next = at + std::max<std::int64_t>(segment.tokens, 0);
        if (help->pos().x() >= xOf(at) && help->pos().x() < xOf(next))
            text = QStringLiteral("%1: %2").arg(segment.name, formatTokens(segment.tokens));
        at = next;
    }
    QToolTip::showText(help->globalPos(), text.toHtmlEscaped(), this);
    return true;
}

}  // namespace touchstone::ui
