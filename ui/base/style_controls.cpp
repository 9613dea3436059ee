// SPDX-License-Identifier: GPL-3.0-or-later
//
// The drawing half of Style: each function paints one kind of control.

#include "style.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>

namespace touchstone::ui {

struct Style::Frame {
    QColor fill;
    QColor edge;
    qreal width = 1;
};

namespace {

constexpr qreal kRadius = 4;
constexpr int kFocusWidth = 2;
constexpr int kSelectionEdge = 3;

class Saved {
public:
    explicit Saved(QPainter& painter) : m_painter(painter) {
        m_painter.save();
        m_painter.setRenderHint(QPainter::Antialiasing);
    }
    ~Saved() { m_painter.restore(); }
    Saved(const Saved&) = delete;
    Saved& operator=(const Saved&) = delete;

private:
    QPainter& m_painter;
};

void drawRounded(QPainter& painter, const QRectF& rect, const QColor& fill, const QColor& edge, qreal width) {
    const Saved saved(painter);
    const qreal half = width / 2;
    painter.setBrush(fill);
    painter.setPen(edge.isValid() ? QPen(edge, width) : QPen(Qt::NoPen));
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), kRadius - half, kRadius - half);
}

}  // namespace

void Style::drawFocusRing(QPainter& painter, const QRectF& rect) const {
    drawRounded(painter, rect, Qt::transparent, color(Role::Focus), kFocusWidth);
}

Style::Frame Style::fieldFrame(const QStyleOption& option) const {
    if (!(option.state & State_Enabled))
        return {color(Role::Window), color(Role::Border), 1};
    if (option.state & State_HasFocus)
        return {color(Role::Surface), color(Role::Focus), kFocusWidth};
    return {color(Role::Surface), color(Role::BorderStrong), 1};
}

void Style::drawField(QPainter& painter, const QStyleOption& option) const {
    const Frame frame = fieldFrame(option);
    drawRounded(painter, option.rect, frame.fill, frame.edge, frame.width);
}

void Style::drawButton(QPainter& painter, const QStyleOption& option, bool primary) const {
    const bool down = option.state & (State_Sunken | State_On);
    const bool hover = option.state & State_MouseOver;
    if (!(option.state & State_Enabled))
        return drawRounded(painter, option.rect, color(Role::Window), color(Role::Border), 1);
    if (primary)
        return drawRounded(painter, option.rect, color(down || hover ? Role::AccentHover : Role::AccentFill), {}, 0);
    const Role fill = down ? Role::Sunken : hover ? Role::Hover : Role::Surface;
    drawRounded(painter, option.rect, color(fill), color(Role::BorderStrong), 1);
}

void Style::drawFlatButton(QPainter& painter, const QStyleOption& option) const {
    if (!(option.state & State_Enabled))
        return;
    if (option.state & State_On)
        drawRounded(painter, option.rect, color(Role::AccentTint), {}, 0);
    else if (option.state & State_Sunken)
        drawRounded(painter, option.rect, color(Role::SelectionInactive), {}, 0);
    else if (option.state & State_MouseOver)
        drawRounded(painter, option.rect, color(Role::Hover), {}, 0);
    if ((option.state & State_HasFocus) && (option.state & State_KeyboardFocusChange))
        drawFocusRing(painter, option.rect);
}

void Style::drawCheckMark(QPainter& painter, const QStyleOption& option) const {
    const bool enabled = option.state & State_Enabled;
    const bool marked = option.state & (State_On | State_NoChange);
    const QRectF rect = QRectF(option.rect).adjusted(1, 1, -1, -1);
    const QColor fill = color(!enabled ? Role::Sunken : marked ? Role::AccentFill : Role::Surface);
    const QColor edge = color(!enabled ? Role::Border : marked ? Role::AccentFill : Role::BorderStrong);
    drawRounded(painter, rect, fill, edge, 1);
    if (!marked)
        return;
    const Saved saved(painter);
    painter.setPen(QPen(color(enabled ? Role::OnAccent : Role::TextDisabled), rect.width() / 8, Qt::SolidLine,
                        Qt::RoundCap, Qt::RoundJoin));
    const auto at = [&rect](qreal x, qreal y) {
        return QPointF(rect.left() + x * rect.width(), rect.top() + y * rect.height());
    };
    if (option.state & State_NoChange)
        painter.drawLine(at(0.28, 0.5), at(0.72, 0.5));
    else
        painter.drawPolyline(QPolygonF({at(0.24, 0.52), at(0.43, 0.71), at(0.77, 0.31)}));
}

void Style::drawRadioMark(QPainter& painter, const QStyleOption& option) const {
    const bool enabled = option.state & State_Enabled;
    const bool marked = option.state & State_On;
    const QRectF rect = QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -1.5);
    const Saved saved(painter);
    painter.setPen(QPen(color(!enabled ? Role::Border : marked ? Role::AccentFill : Role::BorderStrong), 1));
    painter.setBrush(color(enabled ? Role::Surface : Role::Sunken));
    painter.drawEllipse(rect);
    if (!marked)
        return;
    const qreal inset = rect.width() * 0.26;
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(enabled ? Role::AccentFill : Role::TextDisabled));
    painter.drawEllipse(rect.adjusted(inset, inset, -inset, -inset));
}

void Style::drawChevron(QPainter& painter, const QRectF& rect, Qt::ArrowType direction, const QColor& tint) const {
    const Saved saved(painter);
    const qreal reach = std::min({rect.width(), rect.height(), qreal(px(10))}) * 0.4;
    painter.translate(rect.center());
    painter.rotate(direction == Qt::UpArrow      ? 180
                   : direction == Qt::LeftArrow  ? 90
                   : direction == Qt::RightArrow ? -90
                                                 : 0);
    painter.setPen(QPen(tint, 1.4 * m_look->zoom, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(QPolygonF({{-reach, -reach / 2}, {0, reach / 2}, {reach, -reach / 2}}));
}

void Style::drawBranch(QPainter& painter, const QStyleOption& option) const {
    if (option.state & State_Children)
        drawChevron(painter, option.rect, option.state & State_Open ? Qt::DownArrow : Qt::RightArrow,
                    color(Role::TextMuted));
}

void Style::drawItemPanel(QPainter& painter, const QStyleOptionViewItem& option) const {
    if (option.backgroundBrush.style() != Qt::NoBrush)
        painter.fillRect(option.rect, option.backgroundBrush);
    if (!(option.state & State_Selected)) {
        if ((option.state & State_MouseOver) && (option.state & State_Enabled))
            painter.fillRect(option.rect, color(Role::Hover));
        return;
    }
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    const bool focused = view ? view->hasFocus() : bool(option.state & State_Active);
    painter.fillRect(option.rect, color(focused ? Role::Selection : Role::SelectionInactive));
    const bool first = option.viewItemPosition == QStyleOptionViewItem::OnlyOne ||
                       option.viewItemPosition == QStyleOptionViewItem::Beginning || option.index.column() == 0;
    if (first)
        painter.fillRect(QRect(0, option.rect.top(), kSelectionEdge, option.rect.height()),
                         color(focused ? Role::Accent : Role::BorderStrong));
}

void Style::drawTab(QPainter& painter, const QStyleOptionTab& option) const {
    const QRect& rect = option.rect;
    const bool selected = option.state & State_Selected;
    if (!selected && (option.state & State_MouseOver) && (option.state & State_Enabled))
        painter.fillRect(rect.adjusted(0, 0, 0, -1), color(Role::Hover));
    if (selected)
        painter.fillRect(QRect(rect.left(), rect.bottom() - 1, rect.width(), 2), color(Role::Accent));
}

void Style::drawTabLabel(QPainter& painter, const QStyleOptionTab& option, const QWidget* widget) const {
    QStyleOptionTab label = option;
    const Saved saved(painter);
    const bool selected = option.state & State_Selected;
    if (option.state & State_Enabled)
        label.palette.setColor(QPalette::WindowText, color(selected ? Role::Text : Role::TextMuted));
    if (selected) {
        QFont font = painter.font();
        font.setWeight(QFont::DemiBold);
        painter.setFont(font);
    }
    QProxyStyle::drawControl(CE_TabBarTabLabel, &label, &painter, widget);
}

void Style::drawProgress(QPainter& painter, const QStyleOptionProgressBar& option) const {
    const Saved saved(painter);
    const qreal height = px(6);
    const QRectF track(option.rect.left(), option.rect.center().y() - height / 2 + 0.5, option.rect.width(), height);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(Role::Border));
    painter.drawRoundedRect(track, height / 2, height / 2);
    const double span = double(option.maximum) - option.minimum;
    // A job of unknown length shows a full, quiet track: nothing moves by itself here.
    const double share = span > 0 ? std::clamp((option.progress - option.minimum) / span, 0.0, 1.0) : 1.0;
    painter.setBrush(color(span > 0 && (option.state & State_Enabled) ? Role::Accent : Role::BorderStrong));
    if (share > 0)
        painter.drawRoundedRect(QRectF(track.topLeft(), QSizeF(std::max(height, track.width() * share), height)),
                                height / 2, height / 2);
}

void Style::drawComboBox(QPainter& painter, const QStyleOptionComboBox& option, const QWidget* widget) const {
    if (option.frame || option.editable)
        drawField(painter, option);
    else if (option.state & State_MouseOver)
        drawRounded(painter, option.rect, color(Role::Hover), {}, 0);
    const QRect arrow = proxy()->subControlRect(CC_ComboBox, &option, SC_ComboBoxArrow, widget);
    drawChevron(painter, arrow, Qt::DownArrow,
                color(option.state & State_Enabled ? Role::TextMuted : Role::TextDisabled));
}

// Qt would cut a long text off in the middle of a letter.
bool opensMenu(const QStyleOptionToolButton& option) {
    return option.features.testFlag(QStyleOptionToolButton::HasMenu) &&
           !option.features.testFlag(QStyleOptionToolButton::MenuButtonPopup);
}

bool showsChevron(const QStyleOptionToolButton& option) {
    return opensMenu(option) && option.toolButtonStyle != Qt::ToolButtonIconOnly && !option.text.isEmpty();
}

void Style::drawMenuButton(QPainter& painter, const QStyleOptionToolButton& option, const QWidget* widget) const {
    QStyleOptionToolButton panel = option;
    panel.features.setFlag(QStyleOptionToolButton::HasMenu, false);
    if (!showsChevron(option))
        return QProxyStyle::drawComplexControl(CC_ToolButton, &panel, &painter, widget);
    QStyleOptionToolButton label = panel;
    panel.text.clear();
    panel.icon = {};
    QProxyStyle::drawComplexControl(CC_ToolButton, &panel, &painter, widget);
    label.rect.adjust(px(4), 0, -px(kChevronRoom), 0);
    drawControl(CE_ToolButtonLabel, &label, &painter, widget);
    const QRectF end(option.rect.right() - px(kChevronRoom) - px(2), option.rect.top(), px(kChevronRoom),
                     option.rect.height());
    drawChevron(painter, end, Qt::DownArrow,
                color(option.state & State_Enabled ? Role::TextMuted : Role::TextDisabled));
}

void Style::drawComboLabel(QPainter& painter, const QStyleOptionComboBox& option, const QWidget* widget) const {
    QStyleOptionComboBox label = option;
    constexpr int kGap = 4;  // as QCommonStyle leaves beside the icon
    const int icon = option.currentIcon.isNull() ? 0 : option.iconSize.width() + kGap;
    const QRect room = proxy()->subControlRect(CC_ComboBox, &option, SC_ComboBoxEditField, widget);
    label.currentText = option.fontMetrics.elidedText(option.currentText, Qt::ElideRight, room.width() - icon - kGap);
    QProxyStyle::drawControl(CE_ComboBoxLabel, &label, &painter, widget);
}

void Style::drawSpinBox(QPainter& painter, const QStyleOptionSpinBox& option, const QWidget* widget) const {
    if (option.frame)
        drawField(painter, option);
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const auto drawStep = [&](SubControl part, QAbstractSpinBox::StepEnabledFlag flag, Qt::ArrowType direction) {
        const QRect rect = proxy()->subControlRect(CC_SpinBox, &option, part, widget);
        const bool able = (option.state & State_Enabled) && (option.stepEnabled & flag);
        const bool pressed = (option.activeSubControls & part) && (option.state & State_Sunken);
        drawChevron(painter, rect, direction,
                    color(!able     ? Role::TextDisabled
                          : pressed ? Role::AccentText
                                    : Role::TextMuted));
    };
    drawStep(SC_SpinBoxUp, QAbstractSpinBox::StepUpEnabled, Qt::UpArrow);
    drawStep(SC_SpinBoxDown, QAbstractSpinBox::StepDownEnabled, Qt::DownArrow);
}

QRect Style::scrollBarRect(const QStyleOptionSlider& bar, SubControl part) const {
    const bool lying = bar.orientation == Qt::Horizontal;
    const int room = lying ? bar.rect.width() : bar.rect.height();
    const qint64 range = qint64(bar.maximum) - bar.minimum;
    const qint64 share = range > 0 ? qint64(room) * bar.pageStep / (range + bar.pageStep) : room;
    const int length = static_cast<int>(std::clamp<qint64>(share, std::min(px(28), room), room));
    const int start =
        sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition, room - length, bar.upsideDown);
    const auto stretch = [&](int from, int to) {
        const QRect rect =
            lying ? QRect(from, 0, to - from, bar.rect.height()) : QRect(0, from, bar.rect.width(), to - from);
        return visualRect(bar.direction, bar.rect, rect.translated(bar.rect.topLeft()));
    };
    switch (part) {
        case SC_ScrollBarSlider:
            return stretch(start, start + length);
        case SC_ScrollBarSubPage:
            return stretch(0, start);
        case SC_ScrollBarAddPage:
            return stretch(start + length, room);
        case SC_ScrollBarGroove:
            return bar.rect;
        default:
            return {};
    }
}

void Style::drawScrollBar(QPainter& painter, const QStyleOptionSlider& option, const QWidget* widget) const {
    painter.fillRect(option.rect, color(Role::Surface));
    if (option.minimum == option.maximum)
        return;
    const QRect slider = proxy()->subControlRect(CC_ScrollBar, &option, SC_ScrollBarSlider, widget);
    const bool grabbed = (option.state & (State_MouseOver | State_Sunken)) && option.activeSubControls != SC_None;
    const Saved saved(painter);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(grabbed ? Role::TextDisabled : Role::BorderStrong));
    const QRectF thumb = QRectF(slider).adjusted(3, 3, -3, -3);
    const qreal radius = std::min(thumb.width(), thumb.height()) / 2;
    painter.drawRoundedRect(thumb, radius, radius);
}

}  // namespace touchstone::ui
