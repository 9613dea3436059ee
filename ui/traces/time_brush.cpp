// SPDX-License-Identifier: GPL-3.0-or-later

#include "time_brush.h"

#include "time_axis.h"
#include "uibase/format.h"
#include "uibase/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

namespace touchstone::ui {
namespace {

constexpr int kHeight = 68;
constexpr int kLeft = 56;
constexpr int kRight = 16;
constexpr int kTop = 7;
constexpr int kBottom = 20;  // the axis
constexpr int kBarWidth = 11;
constexpr int kGrip = 6;  // how far from an edge it can be grabbed
constexpr int kTickRoom = 110;

}  // namespace

TimeBrush::TimeBrush(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
    setObjectName(QStringLiteral("timeBrush"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setTextStyle(*this, theme, TextStyle::Caption);
    setAccessibleName(tr("Time"));
    connect(&theme, &Theme::themeChanged, this, [this] {
        updateGeometry();
        update();
    });
    describe();
}

QSize TimeBrush::sizeHint() const {
    return {m_theme.px(400), m_theme.px(kHeight)};
}

std::size_t TimeBrush::buckets() const {
    return static_cast<std::size_t>(std::clamp(int(plot().width()) / m_theme.px(kBarWidth), 20, 400));
}

QRectF TimeBrush::plot() const {
    return QRectF(rect()).adjusted(m_theme.px(kLeft), m_theme.px(kTop), -m_theme.px(kRight), -m_theme.px(kBottom));
}

void TimeBrush::setTimeline(store::TraceTimeline timeline) {
    m_timeline = std::move(timeline);
    m_most = 0;
    for (const store::TimelineBucket& bucket : m_timeline.buckets)
        m_most = std::max(m_most, bucket.count);
    describe();
    update();
}

void TimeBrush::setRange(std::optional<TimeRange> range) {
    m_range = range;
    describe();
    update();
}

qreal TimeBrush::xOf(WallTime time) const {
    const QRectF area = plot();
    const auto whole = static_cast<double>((m_timeline.to - m_timeline.from).count());
    const double share = static_cast<double>((time - m_timeline.from).count()) / whole;
    return area.left() + area.width() * std::clamp(share, 0.0, 1.0);
}

WallTime TimeBrush::timeAt(qreal x) const {
    const QRectF area = plot();
    const double share = std::clamp((x - area.left()) / area.width(), 0.0, 1.0);
    const auto whole = static_cast<double>((m_timeline.to - m_timeline.from).count());
    return m_timeline.from + std::chrono::nanoseconds(static_cast<std::int64_t>(whole * share));
}

std::chrono::nanoseconds TimeBrush::step() const {
    return (m_timeline.to - m_timeline.from) / static_cast<std::int64_t>(m_timeline.buckets.size());
}

TimeBrush::Grip TimeBrush::gripAt(qreal x) const {
    if (!m_range)
        return Grip::New;
    const qreal reach = m_theme.px(kGrip);
    if (std::abs(x - xOf(m_range->from)) <= reach)
        return Grip::Begin;
    if (std::abs(x - xOf(m_range->to)) <= reach)
        return Grip::End;
    return x > xOf(m_range->from) && x < xOf(m_range->to) ? Grip::Middle : Grip::New;
}

void TimeBrush::take(std::optional<TimeRange> range) {
    m_range = range;
    describe();
    update();
}

// All there is, is no choice.
void TimeBrush::choose(std::optional<TimeRange> range) {
    if (range && range->from <= m_timeline.from && range->to >= m_timeline.to)
        range.reset();
    if (range == m_range)
        return;
    take(range);
    Q_EMIT rangeChanged();
}

void TimeBrush::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || isEmpty())
        return;
    m_before = m_range;
    m_grip = gripAt(event->position().x());
    m_grabbed = timeAt(event->position().x());
}

void TimeBrush::mouseMoveEvent(QMouseEvent* event) {
    if (isEmpty())
        return;
    if (m_grip != Grip::None)
        return drag(event->position().x());
    const Grip grip = gripAt(event->position().x());
    setCursor(grip == Grip::Begin || grip == Grip::End ? Qt::SizeHorCursor
              : grip == Grip::Middle                   ? Qt::OpenHandCursor
                                                       : Qt::CrossCursor);
}

void TimeBrush::drag(qreal x) {
    const WallTime now = timeAt(x);
    const auto ordered = [](WallTime a, WallTime b) { return TimeRange{std::min(a, b), std::max(a, b)}; };
    switch (m_grip) {
        case Grip::Begin:
            return take(ordered(now, m_before->to));
        case Grip::End:
            return take(ordered(m_before->from, now));
        case Grip::New:
            return take(ordered(m_grabbed, now));
        case Grip::Middle: {
            const auto moved =
                std::clamp(now - m_grabbed, m_timeline.from - m_before->from, m_timeline.to - m_before->to);
            return take(TimeRange{m_before->from + moved, m_before->to + moved});
        }
        case Grip::None:
            return;
    }
}

// A click chooses nothing: what is narrower than a few pixels was none.
void TimeBrush::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || std::exchange(m_grip, Grip::None) == Grip::None)
        return;
    const std::optional<TimeRange> chosen = std::exchange(m_range, m_before);
    const bool meant = chosen && xOf(chosen->to) - xOf(chosen->from) >= 3;
    take(m_before);
    if (meant)
        choose(chosen);
}

void TimeBrush::mouseDoubleClickEvent(QMouseEvent*) {
    choose(std::nullopt);
}

void TimeBrush::keyPressEvent(QKeyEvent* event) {
    const std::chrono::nanoseconds all = m_timeline.to - m_timeline.from;
    switch (event->key()) {
        case Qt::Key_Delete:
        case Qt::Key_Backspace:
        case Qt::Key_Return:
        case Qt::Key_Enter:
            return choose(std::nullopt);
        case Qt::Key_Left:
        case Qt::Key_Right:
            if (!isEmpty())
                moveBy(event->key() == Qt::Key_Left ? -step() : step(), event->modifiers());
            return;
        case Qt::Key_Home:
        case Qt::Key_End:
            if (!isEmpty())
                moveBy(event->key() == Qt::Key_Home ? -all : all, event->modifiers());
            return;
        default:
            return QWidget::keyPressEvent(event);
    }
}

// The first key takes the last tenth of the time. What is moved keeps its length at the ends of the time.
void TimeBrush::moveBy(std::chrono::nanoseconds distance, Qt::KeyboardModifiers modifiers) {
    const std::chrono::nanoseconds tenth = (m_timeline.to - m_timeline.from) / 10;
    TimeRange range = m_range.value_or(TimeRange{m_timeline.to - tenth, m_timeline.to});
    const bool isNew = !m_range;
    if (modifiers & Qt::ShiftModifier) {
        range.to = std::clamp(range.to + distance, m_timeline.from + step(), m_timeline.to);
    } else if (modifiers & Qt::ControlModifier) {
        range.from = std::clamp(range.from + distance, m_timeline.from, m_timeline.to - step());
    } else if (!isNew || std::chrono::abs(distance) > step()) {
        const auto moved = std::clamp(distance, m_timeline.from - range.from, m_timeline.to - range.to);
        range = {range.from + moved, range.to + moved};
    }
    if (range.from < range.to)
        choose(range);
}

bool TimeBrush::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip || isEmpty())
        return QWidget::event(event);
    const auto& help = static_cast<QHelpEvent&>(*event);
    const WallTime at = timeAt(help.pos().x());
    const auto bar =
        std::min(static_cast<std::size_t>((at - m_timeline.from) / std::max(step(), std::chrono::nanoseconds(1))),
                 m_timeline.buckets.size() - 1);
    const WallTime from = m_timeline.from + step() * static_cast<std::int64_t>(bar);
    const store::TimelineBucket& bucket = m_timeline.buckets[bar];
    QToolTip::showText(
        help.globalPos(),
        tr("%1: %2 trace(s), %3 failed", nullptr, static_cast<int>(bucket.count))
            .arg(formatTimeRange(from, from + step()), formatCount(bucket.count), formatCount(bucket.failed)),
        this);
    return true;
}

void TimeBrush::describe() {
    const QString keys =
        tr("Arrow keys move the chosen time, Home and End bring it to an end, Shift moves its end only and Ctrl its "
           "beginning; Enter shows all.");
    if (isEmpty())
        setAccessibleDescription(keys);
    else
        setAccessibleDescription(tr("%1. %2").arg(
            m_range ? formatTimeRange(m_range->from, m_range->to) : formatTimeRange(m_timeline.from, m_timeline.to),
            keys));
}

void TimeBrush::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Role::Surface));
    painter.fillRect(0, height() - 1, width(), 1, m_theme.color(Role::Border));
    if (!isEmpty()) {
        if (m_range)
            painter.fillRect(QRectF(QPointF(xOf(m_range->from), 0), QPointF(xOf(m_range->to), plot().bottom())),
                             m_theme.color(Role::AccentTint));
        paintBars(painter);
        paintAxes(painter);
        if (m_range)
            paintBrush(painter);
    }
    if (hasFocus()) {
        painter.setPen(QPen(m_theme.color(Role::Focus), 2));
        painter.drawRect(rect().adjusted(1, 1, -1, -2));
    }
}

void TimeBrush::paintBars(QPainter& painter) const {
    const QRectF area = plot();
    const qreal width = area.width() / static_cast<qreal>(m_timeline.buckets.size());
    const auto heightOf = [&](std::int64_t count) {
        return m_most > 0 ? area.height() * static_cast<qreal>(count) / static_cast<qreal>(m_most) : 0;
    };
    QColor accent = m_theme.color(Role::Accent);
    accent.setAlphaF(static_cast<float>(m_theme.tokens().barAlpha));
    for (std::size_t i = 0; i < m_timeline.buckets.size(); ++i) {
        const store::TimelineBucket& bucket = m_timeline.buckets[i];
        if (bucket.count == 0)
            continue;
        const qreal left = area.left() + width * static_cast<qreal>(i);
        const WallTime middle = timeAt(left + width / 2);
        const bool chosen = m_range && middle >= m_range->from && middle < m_range->to;
        const auto paint = [&](qreal height, const QColor& color) {
            painter.fillRect(QRectF(left + 0.5, area.bottom() - height, std::max(width - 1, 1.0), height), color);
        };
        paint(std::max(heightOf(bucket.count), 1.0), chosen ? accent : m_theme.color(Role::BorderStrong));
        if (bucket.failed > 0)
            paint(std::max(heightOf(bucket.failed), 1.5), m_theme.color(Role::Worse));
    }
}

void TimeBrush::paintBrush(QPainter& painter) const {
    const QRectF area = plot();
    for (const WallTime edge : {m_range->from, m_range->to}) {
        const qreal x = xOf(edge);
        painter.fillRect(QRectF(x - 1, 0, 2, area.bottom()), m_theme.color(Role::Accent));
        painter.fillRect(QRectF(x - 2.5, area.center().y() - m_theme.px(6), 5, m_theme.px(12)),
                         m_theme.color(Role::Accent));
    }
}

void TimeBrush::paintAxes(QPainter& painter) const {
    const QRectF area = plot();
    painter.setPen(m_theme.color(Role::TextMuted));
    const QRectF left(0, 0, area.left() - m_theme.px(8), m_theme.px(16));
    painter.drawText(left.translated(0, area.top() - m_theme.px(5)), Qt::AlignRight | Qt::AlignVCenter,
                     formatCount(m_most));
    painter.drawText(left.translated(0, area.bottom() - m_theme.px(12)), Qt::AlignRight | Qt::AlignVCenter,
                     QStringLiteral("0"));
    const qreal top = area.bottom() + m_theme.px(2);
    const QString legend = tr("✕ failed");
    const QRectF legendPlace(m_theme.px(8), top, fontMetrics().horizontalAdvance(legend) + 2.0, m_theme.px(16));
    const qreal taken = legendPlace.right() + m_theme.px(8);
    for (const TimeTick& tick :
         timeTicks(m_timeline.from, m_timeline.to, std::max(int(area.width()) / m_theme.px(kTickRoom), 1))) {
        const QRectF place(xOf(tick.at) - m_theme.px(40), top, m_theme.px(80), m_theme.px(16));
        if (place.center().x() - fontMetrics().horizontalAdvance(tick.text) / 2.0 > taken)
            painter.drawText(place, Qt::AlignCenter, tick.text);
    }
    painter.setPen(m_theme.color(Role::Worse));
    painter.drawText(legendPlace, Qt::AlignLeft | Qt::AlignVCenter, legend);
}

}  // namespace touchstone::ui
