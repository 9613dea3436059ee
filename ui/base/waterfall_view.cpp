// SPDX-License-Identifier: GPL-3.0-or-later

#include "uibase/waterfall_view.h"

#include "time_scale.h"
#include "uibase/format.h"
#include "uibase/theme.h"

#include <QAbstractListModel>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QWheelEvent>

#include <cmath>

namespace touchstone::ui {

namespace {

using namespace std::chrono_literals;

constexpr int kRowHeight = 22;
constexpr int kAxisHeight = 22;
constexpr int kMaxTicks = 4;
constexpr int kMaxIndent = 8;
constexpr double kZoomStep = 1.25;
constexpr double kPanStep = 0.1;

// What of the run's time is shown.
struct TimeWindow {
    std::chrono::nanoseconds from{0};
    std::chrono::nanoseconds span{1};
};

TimeScale scaleFor(const Theme& theme, int width, const TimeWindow& window) {
    const int names = std::clamp(width * 3 / 10, theme.px(84), theme.px(170));
    const int notes = std::clamp(width / 4, theme.px(64), theme.px(124));
    return {window.span, qreal(names), qreal(std::max(width - names - notes - theme.px(12), 1)), window.from};
}

QString signOf(const WaterfallSpan& span) {
    switch (span.status) {
        case SpanStatus::Error:
            return QStringLiteral("✕ ");
        case SpanStatus::Warning:
            return QStringLiteral("▲ ");
        case SpanStatus::Ok:
            break;
    }
    return span.kind == SpanKind::Model ? QStringLiteral("● ") : QString();
}

Role inkOf(const WaterfallSpan& span) {
    switch (span.status) {
        case SpanStatus::Error:
            return Role::Worse;
        case SpanStatus::Warning:
            return Role::Warning;
        case SpanStatus::Ok:
            break;
    }
    return span.kind == SpanKind::Model ? Role::Better : Role::TextMuted;
}

QColor barColor(const Theme& theme, const WaterfallSpan& span) {
    if (span.status == SpanStatus::Error)
        return theme.color(Role::Worse);
    if (span.status == SpanStatus::Warning)
        return theme.color(Role::WarningMark);
    const std::vector<QColor>& ramp = theme.tokens().partRamp;
    switch (span.kind) {
        case SpanKind::Model:
            return ramp[1];
        case SpanKind::Retrieval:
            return ramp[2];
        case SpanKind::Step:
            return ramp[3];
        case SpanKind::Group:
            break;
    }
    return theme.color(Role::BorderStrong);
}

// On a whole pixel of the screen, at 1x as at 2x.
qreal snapped(const QPainter& painter, qreal place) {
    const qreal scale = painter.device()->devicePixelRatioF();
    return std::round(place * scale) / scale;
}

// Clocks of other machines say odd things; sums of what is left here cannot overflow.
void clampTimes(WaterfallSpan& span) {
    constexpr std::chrono::nanoseconds kLongest = std::chrono::hours(24 * 365 * 100);
    for (std::chrono::nanoseconds* time : {&span.start, &span.duration, &span.waited})
        *time = std::clamp(*time, std::chrono::nanoseconds(0), kLongest);
}

QString noteOf(const WaterfallSpan& span) {
    const QString duration = formatDuration(span.duration);
    return signOf(span) + (span.note.isEmpty() ? duration : QStringLiteral("%1 · %2").arg(span.note, duration));
}

}  // namespace

class WaterfallView::Rows : public QAbstractListModel {
public:
    using QAbstractListModel::QAbstractListModel;

    void assign(std::vector<WaterfallSpan> spans) {
        beginResetModel();
        m_spans = std::move(spans);
        m_total = 1ns;
        for (WaterfallSpan& span : m_spans) {
            clampTimes(span);
            m_total = std::max(m_total, span.start + span.duration);
        }
        m_window = {0ns, m_total};
        endResetModel();
    }

    // As near to it as the run allows.
    void setWindow(TimeWindow window) {
        window.span = std::clamp(window.span, std::min(kShortest, m_total), m_total);
        window.from = std::clamp(window.from, 0ns, m_total - window.span);
        m_window = window;
    }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : static_cast<int>(m_spans.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override {
        const WaterfallSpan& span = at(index.row());
        switch (role) {
            case Qt::DisplayRole:
                return span.name;
            case Qt::ToolTipRole:
                return span.toolTip.isEmpty() ? QStringLiteral("%1: %2").arg(span.name, noteOf(span)) : span.toolTip;
            case Qt::AccessibleTextRole:
                return WaterfallView::tr("%1, %2, after %3").arg(span.name, noteOf(span), formatDuration(span.start));
            default:
                return {};
        }
    }

    [[nodiscard]] const WaterfallSpan& at(int row) const { return m_spans[static_cast<std::size_t>(row)]; }
    [[nodiscard]] const std::vector<WaterfallSpan>& spans() const { return m_spans; }
    [[nodiscard]] std::chrono::nanoseconds total() const { return m_total; }
    [[nodiscard]] const TimeWindow& window() const { return m_window; }

private:
    static constexpr std::chrono::nanoseconds kShortest = 1us;

    std::vector<WaterfallSpan> m_spans;
    std::chrono::nanoseconds m_total{1};
    TimeWindow m_window;
};

class WaterfallView::Axis : public QWidget {
public:
    Axis(const Theme& theme, const Rows& rows, QWidget* parent) : QWidget(parent), m_theme(theme), m_rows(rows) {
        setTextStyle(*this, theme, TextStyle::Caption);
        setToolTip(WaterfallView::tr(
            "Ctrl+wheel or + and − zoom, Shift+wheel or ← and → move, 0 or a double click shows the whole run"));
    }

protected:
    void mouseDoubleClickEvent(QMouseEvent*) override { static_cast<WaterfallView*>(parent())->showAllTime(); }

    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.fillRect(rect(), m_theme.color(Role::Surface));
        painter.setPen(m_theme.color(Role::TextMuted));
        const TimeScale scale = scaleFor(m_theme, width(), m_rows.window());
        for (const auto tick : scale.ticks(kMaxTicks)) {
            const QString text = tick == 0ns ? QStringLiteral("0") : shortTime(tick);
            const QRectF place(scale.xOf(tick) - 40, 0, 80, height());
            painter.drawText(place, Qt::AlignCenter, text);
        }
    }

private:
    // "1 s" rather than "1.00 s": ticks are round.
    static QString shortTime(std::chrono::nanoseconds time) {
        QString text = formatDuration(time);
        for (const char* zeros : {".00", ".0"})
            text.remove(QLatin1StringView(zeros));
        return text;
    }

    const Theme& m_theme;
    const Rows& m_rows;
};

class WaterfallView::Delegate : public QStyledItemDelegate {
public:
    Delegate(const Theme& theme, const Rows& rows, QObject* parent)
        : QStyledItemDelegate(parent), m_theme(theme), m_rows(rows) {}

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        return {m_theme.px(200), m_theme.px(kRowHeight)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        QStyleOptionViewItem row = option;
        initStyleOption(&row, index);
        row.widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &row, painter, row.widget);
        const WaterfallSpan& span = m_rows.at(index.row());
        const TimeScale scale = scaleFor(m_theme, row.rect.width(), m_rows.window());
        paintGrid(*painter, row.rect, scale);
        paintName(*painter, row.rect, scale, span);
        paintBar(*painter, row.rect, scale, span);
        paintNote(*painter, row.rect, span);
        if ((row.state & QStyle::State_HasFocus) && (row.state & QStyle::State_KeyboardFocusChange)) {
            painter->setPen(QPen(m_theme.color(Role::Focus), 2));
            painter->drawRect(row.rect.adjusted(1, 1, -1, -1));
        }
    }

private:
    void paintGrid(QPainter& painter, const QRect& rect, const TimeScale& scale) const {
        for (const auto tick : scale.ticks(kMaxTicks))
            painter.fillRect(QRectF(snapped(painter, scale.xOf(tick)), rect.top(),
                                    1 / painter.device()->devicePixelRatioF(), rect.height()),
                             m_theme.color(Role::ChartGrid));
    }

    void paintName(QPainter& painter, const QRect& rect, const TimeScale& scale, const WaterfallSpan& span) const {
        const int indent = m_theme.px(12) * (1 + std::clamp(span.depth, 0, kMaxIndent));
        const QRect place(rect.left() + indent, rect.top(), int(scale.left) - indent - m_theme.px(6), rect.height());
        painter.setFont(
            m_theme.font(span.depth == 0 && span.kind == SpanKind::Group ? TextStyle::BodyStrong : TextStyle::Body));
        painter.setPen(m_theme.color(Role::Text));
        painter.drawText(place, Qt::AlignVCenter | Qt::AlignLeft,
                         painter.fontMetrics().elidedText(span.name, Qt::ElideMiddle, place.width()));
    }

    void paintBar(QPainter& painter, const QRect& rect, const TimeScale& scale, const WaterfallSpan& span) const {
        if (!scale.shows(span.start - span.waited, span.start + span.duration))
            return;
        const qreal height = m_theme.px(span.kind == SpanKind::Group ? 7 : 12);
        const qreal middle = rect.top() + rect.height() / 2.0;
        const qreal from = snapped(painter, scale.xOf(span.start));
        const qreal width = std::max(snapped(painter, scale.xOf(span.start + span.duration)) - from, 2.0);
        const QColor color = barColor(m_theme, span);
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        if (span.waited > 0ns) {
            painter.setPen(QPen(color, 1.5, Qt::DotLine));
            painter.drawLine(QPointF(scale.xOf(span.start - span.waited), middle), QPointF(from, middle));
        }
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        const qreal radius = std::min(2.0, width / 2);
        painter.drawRoundedRect(QRectF(from, snapped(painter, middle - height / 2), width, height), radius, radius);
        painter.restore();
    }

    void paintNote(QPainter& painter, const QRect& rect, const WaterfallSpan& span) const {
        painter.setFont(m_theme.font(TextStyle::Body));
        painter.setPen(m_theme.color(inkOf(span)));
        painter.drawText(rect.adjusted(0, 0, -m_theme.px(12), 0), Qt::AlignVCenter | Qt::AlignRight, noteOf(span));
    }

    const Theme& m_theme;
    const Rows& m_rows;
};

WaterfallView::WaterfallView(const Theme& theme, const QString& name, QWidget* parent)
    : QListView(parent), m_theme(theme), m_rows(new Rows(this)), m_axis(new Axis(theme, *m_rows, this)) {
    setAccessibleName(name);
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setEditTriggers(NoEditTriggers);
    setMouseTracking(true);
    setModel(m_rows);
    setItemDelegate(new Delegate(theme, *m_rows, this));
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& current) { Q_EMIT currentSpanChanged(current.row()); });
    connect(&theme, &Theme::themeChanged, this, [this] {
        layoutAxis();
        scheduleDelayedItemsLayout();
    });
    layoutAxis();
}

WaterfallView::~WaterfallView() = default;

void WaterfallView::setSpans(std::vector<WaterfallSpan> spans) {
    const int row = currentSpan();
    m_rows->assign(std::move(spans));
    if (row >= 0)
        setCurrentSpan(row);
    m_axis->update();
    updateGeometry();
}

void WaterfallView::setAxisVisible(bool visible) {
    m_axis->setVisible(visible);
    layoutAxis();
}

void WaterfallView::setCurrentSpan(int row) {
    setCurrentIndex(m_rows->index(row));
}

int WaterfallView::currentSpan() const {
    return currentIndex().row();
}

const std::vector<WaterfallSpan>& WaterfallView::spans() const {
    return m_rows->spans();
}

void WaterfallView::zoomTime(double factor, std::chrono::nanoseconds centre) {
    const TimeWindow& now = m_rows->window();
    const auto scaled = [factor = std::clamp(factor, 0.01, 100.0)](std::chrono::nanoseconds time) {
        return std::chrono::nanoseconds(static_cast<std::int64_t>(static_cast<double>(time.count()) * factor));
    };
    m_rows->setWindow({centre - scaled(centre - now.from), scaled(now.span)});
    showTime();
}

void WaterfallView::panTime(double share) {
    const TimeWindow& now = m_rows->window();
    const auto step = static_cast<std::int64_t>(static_cast<double>(now.span.count()) * share);
    m_rows->setWindow({now.from + std::chrono::nanoseconds(step), now.span});
    showTime();
}

void WaterfallView::showAllTime() {
    m_rows->setWindow({0ns, m_rows->total()});
    showTime();
}

void WaterfallView::showTime() {
    m_axis->update();
    viewport()->update();
}

std::chrono::nanoseconds WaterfallView::shownFrom() const {
    return m_rows->window().from;
}

std::chrono::nanoseconds WaterfallView::shownTime() const {
    return m_rows->window().span;
}

void WaterfallView::keyPressEvent(QKeyEvent* event) {
    const std::chrono::nanoseconds middle = shownFrom() + shownTime() / 2;
    switch (event->key()) {
        case Qt::Key_Plus:
        case Qt::Key_Equal:
            return zoomTime(1 / kZoomStep, middle);
        case Qt::Key_Minus:
            return zoomTime(kZoomStep, middle);
        case Qt::Key_0:
            return showAllTime();
        case Qt::Key_Left:
            return panTime(-kPanStep);
        case Qt::Key_Right:
            return panTime(kPanStep);
        default:
            return QListView::keyPressEvent(event);
    }
}

void WaterfallView::wheelEvent(QWheelEvent* event) {
    const QPoint turned = event->angleDelta();
    constexpr double kNotch = 120;  // what one click of a wheel reports
    if (event->modifiers() & Qt::ControlModifier) {
        const TimeScale scale = scaleFor(m_theme, viewport()->width(), m_rows->window());
        zoomTime(std::pow(kZoomStep, -turned.y() / kNotch), scale.timeAt(event->position().x()));
    } else if (turned.x() != 0 || (event->modifiers() & Qt::ShiftModifier)) {
        panTime(-kPanStep * (turned.x() != 0 ? turned.x() : turned.y()) / kNotch);
    } else {
        return QListView::wheelEvent(event);
    }
    event->accept();
}

QSize WaterfallView::sizeHint() const {
    const int axis = m_axis->isHidden() ? 0 : m_theme.px(kAxisHeight);
    return {m_theme.px(420), m_rows->rowCount() * m_theme.px(kRowHeight) + axis};
}

void WaterfallView::resizeEvent(QResizeEvent* event) {
    QListView::resizeEvent(event);
    layoutAxis();
}

void WaterfallView::layoutAxis() {
    const int height = m_axis->isHidden() ? 0 : m_theme.px(kAxisHeight);
    setViewportMargins(0, height, 0, 0);
    m_axis->setGeometry(0, 0, viewport()->width(), height);
}

}  // namespace touchstone::ui
