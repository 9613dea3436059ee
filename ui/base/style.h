// SPDX-License-Identifier: GPL-3.0-or-later
//
// Fusion with our own outlines: fields, buttons, marks, tabs, heads, rows and scroll bars drawn from the tokens,
// because plain Fusion loses them in the dark. There is no style sheet anywhere: a sheet would hide this style from its
// widgets.
//
// GUI thread only.

#pragma once

#include "look.h"

#include <QProxyStyle>

#include <memory>

class QStyleOptionComboBox;
class QStyleOptionProgressBar;
class QStyleOptionSlider;
class QStyleOptionSpinBox;
class QStyleOptionTab;
class QStyleOptionToolButton;
class QStyleOptionViewItem;

namespace touchstone::ui {

// Whether a tool button opens a menu as a whole, and whether it says so beside its text.
[[nodiscard]] bool opensMenu(const QStyleOptionToolButton& option);
[[nodiscard]] bool showsChevron(const QStyleOptionToolButton& option);
inline constexpr int kChevronRoom = 16;  // design pixels

class Style : public QProxyStyle {
    Q_OBJECT

public:
    explicit Style(std::shared_ptr<const Look> look);

    void polish(QWidget* widget) override;
    using QProxyStyle::polish;

    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* result) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                           const QWidget* widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const override;

    QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                         const QWidget* widget) const override;

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override;

private:
    struct Frame;

    [[nodiscard]] QColor color(Role role) const { return m_look->color(role); }
    [[nodiscard]] int px(int pixels) const { return m_look->px(pixels); }
    [[nodiscard]] Frame fieldFrame(const QStyleOption& option) const;

    // Scroll bars have no arrow buttons: the groove is all of them.
    [[nodiscard]] QRect scrollBarRect(const QStyleOptionSlider& bar, SubControl part) const;

    void drawFocusRing(QPainter& painter, const QRectF& rect) const;
    void drawField(QPainter& painter, const QStyleOption& option) const;
    void drawButton(QPainter& painter, const QStyleOption& option, bool primary) const;
    void drawFlatButton(QPainter& painter, const QStyleOption& option) const;
    void drawCheckMark(QPainter& painter, const QStyleOption& option) const;
    void drawRadioMark(QPainter& painter, const QStyleOption& option) const;
    void drawChevron(QPainter& painter, const QRectF& rect, Qt::ArrowType direction, const QColor& tint) const;
    void drawBranch(QPainter& painter, const QStyleOption& option) const;
    void drawItemPanel(QPainter& painter, const QStyleOptionViewItem& option) const;
    void drawTab(QPainter& painter, const QStyleOptionTab& option) const;
    void drawTabLabel(QPainter& painter, const QStyleOptionTab& option, const QWidget* widget) const;
    void drawProgress(QPainter& painter, const QStyleOptionProgressBar& option) const;
    void drawComboLabel(QPainter& painter, const QStyleOptionComboBox& option, const QWidget* widget) const;
    void drawComboBox(QPainter& painter, const QStyleOptionComboBox& option, const QWidget* widget) const;
    // A button that opens a menu: with a text it has a chevron behind it, an icon alone says enough.
    void drawMenuButton(QPainter& painter, const QStyleOptionToolButton& option, const QWidget* widget) const;
    void drawSpinBox(QPainter& painter, const QStyleOptionSpinBox& option, const QWidget* widget) const;
    void drawScrollBar(QPainter& painter, const QStyleOptionSlider& option, const QWidget* widget) const;

    std::shared_ptr<const Look> m_look;
};

}  // namespace touchstone::ui
