// SPDX-License-Identifier: GPL-3.0-or-later
//
// How many traces began when, and the span of time that is looked at: drag over the bars to choose one, its edges to
// change it, its middle to move it; a double click or Delete takes it away. By keyboard: ← and → move it, Home and End
// bring it to an end; with Shift only its end moves, with Ctrl its beginning; Enter shows all. GUI thread only.

#pragma once

#include "store/traces.h"

#include <QWidget>

#include <optional>

namespace touchstone::ui {

class Theme;

struct TimeRange {
    WallTime from;  // included
    WallTime to;    // not included
    bool operator==(const TimeRange&) const = default;
};

class TimeBrush : public QWidget {
    Q_OBJECT

public:
    explicit TimeBrush(const Theme& theme, QWidget* parent = nullptr);

    void setTimeline(store::TraceTimeline timeline);
    // Empty: all of it. Says nothing to anybody.
    void setRange(std::optional<TimeRange> range);
    [[nodiscard]] const std::optional<TimeRange>& range() const { return m_range; }
    // Bars that the present width has room for.
    [[nodiscard]] std::size_t buckets() const;
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    // A person chose another one.
    void rangeChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    enum class Grip { None, Begin, End, Middle, New };

    [[nodiscard]] QRectF plot() const;
    [[nodiscard]] qreal xOf(WallTime time) const;
    [[nodiscard]] WallTime timeAt(qreal x) const;
    [[nodiscard]] std::chrono::nanoseconds step() const;
    [[nodiscard]] Grip gripAt(qreal x) const;
    [[nodiscard]] bool isEmpty() const { return m_timeline.buckets.empty() || m_timeline.to <= m_timeline.from; }
    void drag(qreal x);
    void moveBy(std::chrono::nanoseconds step, Qt::KeyboardModifiers modifiers);
    void choose(std::optional<TimeRange> range);
    void take(std::optional<TimeRange> range);
    void describe();
    void paintBars(QPainter& painter) const;
    void paintBrush(QPainter& painter) const;
    void paintAxes(QPainter& painter) const;

    const Theme& m_theme;
    store::TraceTimeline m_timeline;
    std::int64_t m_most = 0;  // traces in a bar
    std::optional<TimeRange> m_range;
    std::optional<TimeRange> m_before;  // when the drag began
    Grip m_grip = Grip::None;
    WallTime m_grabbed;
};

}  // namespace touchstone::ui
