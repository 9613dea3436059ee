// SPDX-License-Identifier: GPL-3.0-or-later
//
// The spans of one run on a shared time axis, one row each, nested by indentation. It is a list: arrow keys select,
// a screen reader reads each row, long traces scroll. Ctrl and the wheel, or + and −, zoom in time; Shift and the
// wheel, or ← and →, move along it; 0 or a double click on the axis shows all.
//
// GUI thread only.

#pragma once

#include <QListView>

#include <chrono>
#include <vector>

namespace touchstone::ui {

class Theme;

enum class SpanKind { Group, Step, Retrieval, Model };
enum class SpanStatus { Ok, Warning, Error };

struct WaterfallSpan {
    QString name;
    int depth = 0;
    std::chrono::nanoseconds start{0};  // since the run began
    std::chrono::nanoseconds duration{0};
    std::chrono::nanoseconds waited{0};  // directly before `start`; dotted
    SpanKind kind = SpanKind::Step;
    SpanStatus status = SpanStatus::Ok;
    QString note = {};  // before the duration: "429", "aborted"
    QString toolTip = {};
};

class WaterfallView : public QListView {
    Q_OBJECT

public:
    // `name` is what a screen reader calls the list.
    WaterfallView(const Theme& theme, const QString& name, QWidget* parent = nullptr);
    ~WaterfallView() override;

    // Keeps the selected row when there is still one at its place.
    void setSpans(std::vector<WaterfallSpan> spans);
    void setAxisVisible(bool visible);
    void setCurrentSpan(int row);

    // Shows `factor` times as much time (below 1: zooms in) around `centre`; never more than all.
    void zoomTime(double factor, std::chrono::nanoseconds centre);
    // Moves by that share of what is shown.
    void panTime(double share);
    void showAllTime();
    [[nodiscard]] std::chrono::nanoseconds shownFrom() const;
    [[nodiscard]] std::chrono::nanoseconds shownTime() const;

    // −1 when none is selected.
    [[nodiscard]] int currentSpan() const;
    [[nodiscard]] const std::vector<WaterfallSpan>& spans() const;
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void currentSpanChanged(int row);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    class Rows;
    class Axis;
    class Delegate;

    void layoutAxis();
    void showTime();

    const Theme& m_theme;
    Rows* m_rows;
    Axis* m_axis;
};

}  // namespace touchstone::ui
