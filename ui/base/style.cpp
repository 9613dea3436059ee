// SPDX-License-Identifier: GPL-3.0-or-later

#include "style.h"

#include "uibase/primary.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QPainter>
#include <QPlainTextEdit>
#include <QStyleOption>
#include <QTabBar>
#include <QTextEdit>

namespace touchstone::ui {

namespace {

template <class Option>
const Option* as(const QStyleOption* option) {
    return qstyleoption_cast<const Option*>(option);
}

// A text of several lines that is a field of a form, not a panel of its own: those have no frame.
bool isTextField(const QWidget* widget) {
    return qobject_cast<const QPlainTextEdit*>(widget) || qobject_cast<const QTextEdit*>(widget);
}

}  // namespace

Style::Style(std::shared_ptr<const Look> look) : QProxyStyle(QStringLiteral("fusion")), m_look(std::move(look)) {}

void Style::polish(QWidget* widget) {
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton*>(widget) || qobject_cast<QComboBox*>(widget) ||
        qobject_cast<QAbstractSpinBox*>(widget) || qobject_cast<QTabBar*>(widget))
        widget->setAttribute(Qt::WA_Hover);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
    switch (metric) {
        case PM_SplitterWidth:
        case PM_MenuPanelWidth:
        case PM_DefaultFrameWidth:
            return 1;
        case PM_ButtonShiftHorizontal:
        case PM_ButtonShiftVertical:
        case PM_TabBarTabShiftVertical:
        case PM_TabBarBaseOverlap:
            return 0;
        case PM_ScrollBarExtent:
            return px(12);
        case PM_IndicatorWidth:
        case PM_IndicatorHeight:
        case PM_ExclusiveIndicatorWidth:
        case PM_ExclusiveIndicatorHeight:
        case PM_SmallIconSize:
        case PM_ButtonIconSize:
        case PM_TabBarIconSize:
        case PM_ListViewIconSize:
            return px(16);
        case PM_ToolBarIconSize:
            return px(20);
        case PM_TabBarTabHSpace:
            return px(24);
        case PM_FocusFrameHMargin:
        case PM_HeaderMargin:
            return px(10);
        default:
            return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                     QStyleHintReturn* result) const {
    switch (hint) {
        case SH_EtchDisabledText:
        case SH_ComboBox_Popup:
        case SH_Widget_Animation_Duration:
        case SH_DialogButtonBox_ButtonsHaveIcons:
        case SH_UnderlineShortcut:
            return 0;
        case SH_Menu_KeyboardSearch:  // typing a name finds it in a long menu
            return 1;
        default:
            return QProxyStyle::styleHint(hint, option, widget, result);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                              const QWidget* widget) const {
    const QSize natural = QProxyStyle::sizeFromContents(type, option, size, widget);
    const auto atLeast = [&](int width, int height) { return natural.expandedTo(QSize(px(width), px(height))); };
    switch (type) {
        case CT_PushButton:
            return atLeast(64, 28) + QSize(px(12), 0);
        case CT_ComboBox:
            return atLeast(64, 28) + QSize(px(12), 0);
        case CT_LineEdit:
        case CT_SpinBox:
            return atLeast(28, 28);
        case CT_ToolButton: {
            const auto* button = as<QStyleOptionToolButton>(option);
            return atLeast(28, 28) + QSize(button && showsChevron(*button) ? px(kChevronRoom) : 0, 0);
        }
        case CT_TabBarTab:
            return atLeast(0, 32);
        case CT_HeaderSection:
            return {natural.width(), natural.height() - px(10)};  // its margin counts for the width
        case CT_MenuItem: {
            const auto* item = as<QStyleOptionMenuItem>(option);
            return item && item->menuItemType == QStyleOptionMenuItem::Separator ? natural : atLeast(0, 28);
        }
        case CT_ItemViewItem:
            return atLeast(0, 26);
        default:
            return natural;
    }
}

QRect Style::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const {
    switch (element) {
        case SE_PushButtonFocusRect:
        case SE_ComboBoxFocusRect:
            return option->rect;
        case SE_LineEditContents:
            return QProxyStyle::subElementRect(element, option, widget).adjusted(px(4), 0, -px(4), 0);
        default:
            return QProxyStyle::subElementRect(element, option, widget);
    }
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                            const QWidget* widget) const {
    if (const auto* bar = as<QStyleOptionSlider>(option); control == CC_ScrollBar && bar)
        return scrollBarRect(*bar, part);
    const QRect natural = QProxyStyle::subControlRect(control, option, part, widget);
    return control == CC_ComboBox && part == SC_ComboBoxEditField ? natural.adjusted(px(4), 0, 0, 0) : natural;
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                          const QWidget* widget) const {
    switch (element) {
        case PE_FrameFocusRect:
            if (option->state & State_KeyboardFocusChange)
                drawFocusRing(*painter, option->rect);
            return;
        case PE_PanelButtonCommand:
            return drawButton(*painter, *option, isPrimary(widget));
        case PE_PanelButtonTool:
            return drawFlatButton(*painter, *option);
        case PE_PanelLineEdit:
            if (const auto* frame = as<QStyleOptionFrame>(option); frame && frame->lineWidth > 0)
                return drawField(*painter, *option);
            return painter->fillRect(option->rect, option->palette.base());
        case PE_FrameLineEdit:
            return;  // drawn with its panel
        case PE_Frame:
            if (isTextField(widget))
                return drawField(*painter, *option);
            painter->setPen(color(Role::Border));
            painter->setBrush(Qt::NoBrush);
            return painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        case PE_FrameMenu:
        case PE_PanelTipLabel:
            painter->setPen(color(Role::BorderStrong));
            painter->setBrush(color(element == PE_FrameMenu ? Role::Surface : Role::Raised));
            return painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        case PE_PanelMenu:
            return painter->fillRect(option->rect, color(Role::Surface));
        case PE_FrameTabBarBase:
            return painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                                     color(Role::Border));
        case PE_FrameTabWidget:
        case PE_FrameStatusBarItem:
            return;
        case PE_IndicatorCheckBox:
        case PE_IndicatorItemViewItemCheck:
            return drawCheckMark(*painter, *option);
        case PE_IndicatorRadioButton:
            return drawRadioMark(*painter, *option);
        case PE_IndicatorArrowDown:
            return drawChevron(*painter, option->rect, Qt::DownArrow, color(Role::TextMuted));
        case PE_IndicatorArrowUp:
            return drawChevron(*painter, option->rect, Qt::UpArrow, color(Role::TextMuted));
        case PE_IndicatorArrowRight:
            return drawChevron(*painter, option->rect, Qt::RightArrow, color(Role::TextMuted));
        case PE_IndicatorArrowLeft:
            return drawChevron(*painter, option->rect, Qt::LeftArrow, color(Role::TextMuted));
        case PE_IndicatorHeaderArrow:
            if (const auto* header = as<QStyleOptionHeader>(option))
                drawChevron(*painter, option->rect,
                            header->sortIndicator == QStyleOptionHeader::SortUp ? Qt::UpArrow : Qt::DownArrow,
                            color(Role::TextMuted));
            return;
        case PE_IndicatorBranch:
            return drawBranch(*painter, *option);
        case PE_PanelItemViewItem:
        case PE_PanelItemViewRow:
            if (const auto* item = as<QStyleOptionViewItem>(option))
                drawItemPanel(*painter, *item);
            return;
        default:
            return QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                        const QWidget* widget) const {
    switch (element) {
        case CE_Splitter:
            return painter->fillRect(option->rect, color(Role::Border));
        case CE_TabBarTabShape:
            if (const auto* tab = as<QStyleOptionTab>(option))
                drawTab(*painter, *tab);
            return;
        case CE_TabBarTabLabel:
            if (const auto* tab = as<QStyleOptionTab>(option))
                drawTabLabel(*painter, *tab, widget);
            return;
        case CE_HeaderSection:
        case CE_HeaderEmptyArea:
            painter->fillRect(option->rect, color(Role::Raised));
            return painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                                     color(Role::Border));
        case CE_HeaderLabel:
            if (const auto* header = as<QStyleOptionHeader>(option)) {
                QStyleOptionHeaderV2 muted;
                static_cast<QStyleOptionHeader&>(muted) = *header;
                muted.palette.setColor(QPalette::ButtonText, color(Role::TextMuted));
                muted.rect.adjust(0, -px(5), 0, px(5));
                muted.state &= ~State_On;  // a selected cell does not make its head bold
                QProxyStyle::drawControl(element, &muted, painter, widget);
            }
            return;
        case CE_PushButtonLabel:
            if (const auto* button = as<QStyleOptionButton>(option)) {
                QStyleOptionButton label = *button;
                if (isPrimary(widget) && (label.state & State_Enabled))
                    label.palette.setColor(QPalette::ButtonText, color(Role::OnAccent));
                QProxyStyle::drawControl(element, &label, painter, widget);
            }
            return;
        case CE_MenuItem:
            if (const auto* item = as<QStyleOptionMenuItem>(option);
                item && item->menuItemType == QStyleOptionMenuItem::Separator)
                return painter->fillRect(QRect(item->rect.left(), item->rect.center().y(), item->rect.width(), 1),
                                         color(Role::Border));
            return QProxyStyle::drawControl(element, option, painter, widget);
        case CE_ComboBoxLabel:
            if (const auto* combo = as<QStyleOptionComboBox>(option))
                drawComboLabel(*painter, *combo, widget);
            return;
        case CE_ProgressBarGroove:
        case CE_ProgressBarLabel:
            return;
        case CE_ProgressBarContents:
            if (const auto* bar = as<QStyleOptionProgressBar>(option))
                drawProgress(*painter, *bar);
            return;
        default:
            return QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                               const QWidget* widget) const {
    if (const auto* combo = as<QStyleOptionComboBox>(option); control == CC_ComboBox && combo)
        return drawComboBox(*painter, *combo, widget);
    if (const auto* spin = as<QStyleOptionSpinBox>(option); control == CC_SpinBox && spin)
        return drawSpinBox(*painter, *spin, widget);
    if (const auto* bar = as<QStyleOptionSlider>(option); control == CC_ScrollBar && bar)
        return drawScrollBar(*painter, *bar, widget);
    if (const auto* button = as<QStyleOptionToolButton>(option);
        control == CC_ToolButton && button && opensMenu(*button))
        return drawMenuButton(*painter, *button, widget);
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

}  // namespace touchstone::ui
