// SPDX-License-Identifier: GPL-3.0-or-later

#include "bar_buttons.h"

#include "key_frame.h"
#include "uibase/format.h"
#include "uibase/primary.h"
#include "uibase/theme.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>
#include <QPainter>
#include <QStyleOption>
#include <QStylePainter>

namespace touchstone::ui {
namespace {

constexpr int kHeight = 28;
constexpr int kPadding = 12;
constexpr int kGap = 8;
constexpr int kIconSide = 16;

}  // namespace

ActionButton::ActionButton(const Theme& theme, bool primary, QWidget* parent)
    : QPushButton(parent), m_theme(theme), m_primary(primary) {
    if (primary)
        setPrimary(*this);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(this, &QPushButton::clicked, this, [this] {
        if (m_action)
            m_action->trigger();
    });
    connect(&theme, &Theme::themeChanged, this, &QWidget::updateGeometry);
}

void ActionButton::setAction(QAction* action) {
    if (m_action)
        m_action->disconnect(this);
    m_action = action;
    setVisible(action != nullptr);
    if (!action)
        return;
    connect(action, &QAction::changed, this, &ActionButton::follow);
    follow();
}

void ActionButton::setCompact(bool compact) {
    m_compact = compact;
    updateGeometry();
    update();
}

void ActionButton::follow() {
    setText(m_action->text());
    setIcon(m_action->icon());
    setToolTip(m_action->toolTip());
    setAccessibleName(m_action->text());
    setEnabled(m_action->isEnabled());
    updateGeometry();
}

// Only the filled button shows its keys: two frames side by side would be read as one.
QKeySequence ActionButton::shownKeys() const {
    return m_primary && !m_compact && m_action ? m_action->shortcut() : QKeySequence();
}

QSize ActionButton::sizeHint() const {
    const int icon = QPushButton::icon().isNull() ? 0 : m_theme.px(kIconSide);
    const int text = m_compact && icon > 0 ? 0 : fontMetrics().horizontalAdvance(QPushButton::text());
    const int keys = keyFrameWidth(m_theme, shownKeys());
    const int gaps = (icon > 0 && text > 0 ? kGap : 0) + (keys > 0 ? kGap : 0);
    const int side = m_theme.px(text > 0 ? kPadding : 6);
    return {2 * side + icon + text + keys + m_theme.px(gaps), m_theme.px(kHeight)};
}

void ActionButton::paintEvent(QPaintEvent*) {
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    painter.drawControl(QStyle::CE_PushButtonBevel, option);
    const bool filled = m_primary && isEnabled();
    const QColor ink = m_theme.color(!isEnabled() ? Role::TextDisabled : filled ? Role::OnAccent : Role::Text);
    const bool bare = m_compact && !icon().isNull();
    QRect inner = rect().adjusted(m_theme.px(bare ? 6 : kPadding), 0, -m_theme.px(bare ? 6 : kPadding), 0);
    paintKeyFrame(painter, m_theme, inner.adjusted(0, 0, m_theme.px(4), 0), shownKeys(), ink, ink);
    if (!icon().isNull()) {
        const int side = m_theme.px(kIconSide);
        icon().paint(&painter, QRect(inner.left(), (height() - side) / 2, side, side), Qt::AlignCenter,
                     isEnabled() ? QIcon::Normal : QIcon::Disabled);
        inner.setLeft(inner.left() + side + m_theme.px(kGap));
    }
    if (!bare) {
        painter.setPen(ink);
        painter.drawText(inner, Qt::AlignLeft | Qt::AlignVCenter, text());
    }
    if (hasFocus() && (option.state & QStyle::State_KeyboardFocusChange)) {
        QStyleOptionFocusRect focus;
        focus.initFrom(this);
        painter.drawPrimitive(QStyle::PE_FrameFocusRect, focus);
    }
}

PickButton::PickButton(const Theme& theme, std::optional<Icon> icon, const QString& what, QWidget* parent)
    : QToolButton(parent), m_theme(theme), m_iconName(icon), m_what(what) {
    setAutoRaise(true);
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setMenu(new QMenu(this));
    setCurrent({});
    connect(menu(), &QMenu::aboutToShow, this, &PickButton::fillMenu);
    connect(&theme, &Theme::themeChanged, this, &QWidget::updateGeometry);
}

void PickButton::setCurrent(const QString& name) {
    m_current = name;
    setText(name);
    setAccessibleName(QStringLiteral("%1: %2").arg(m_what, name));
    setToolTip(accessibleName());
    updateGeometry();
    update();
}

void PickButton::fillMenu() {
    menu()->clear();
    auto* group = new QActionGroup(menu());
    for (const QString& name : m_choices ? m_choices() : QStringList()) {
        QString shown = name;
        QAction* action = menu()->addAction(shown.replace(QLatin1Char('&'), QStringLiteral("&&")), this,
                                            [this, name] { Q_EMIT chosen(name); });
        action->setCheckable(true);
        action->setChecked(name == m_current);
        group->addAction(action);
    }
}

QSize PickButton::sizeHint() const {
    const int text = std::min(fontMetrics().horizontalAdvance(m_current), m_theme.px(240));
    const int icon = m_iconName ? m_theme.px(kIconSide + kGap) : 0;
    return {text + icon + m_theme.px(8 + kGap + 10 + 6), m_theme.px(kHeight)};
}

QSize PickButton::minimumSizeHint() const {
    const int icon = m_iconName ? m_theme.px(kIconSide + kGap) : 0;
    const int text = std::min(fontMetrics().horizontalAdvance(m_current), m_theme.px(56));
    return {text + icon + m_theme.px(8 + kGap + 10 + 6), m_theme.px(kHeight)};
}

void PickButton::paintEvent(QPaintEvent*) {
    QStylePainter painter(this);
    QStyleOptionToolButton option;
    initStyleOption(&option);
    if (!(option.state & (QStyle::State_MouseOver | QStyle::State_Sunken)))
        option.state &= ~QStyle::State_Raised;
    painter.drawPrimitive(QStyle::PE_PanelButtonTool, option);
    QRect inner = rect().adjusted(m_theme.px(8), 0, -m_theme.px(6), 0);
    const int chevron = m_theme.px(10);
    QStyleOption arrow;
    arrow.initFrom(this);
    arrow.rect = QRect(inner.right() - chevron + 1, (height() - chevron) / 2, chevron, chevron);
    painter.drawPrimitive(QStyle::PE_IndicatorArrowDown, arrow);
    inner.setRight(inner.right() - chevron - m_theme.px(kGap));
    if (m_iconName) {
        const int side = m_theme.px(kIconSide);
        m_theme.icon(*m_iconName).paint(&painter, QRect(inner.left(), (height() - side) / 2, side, side));
        inner.setLeft(inner.left() + side + m_theme.px(kGap));
    }
    painter.setPen(m_theme.color(isEnabled() ? Role::Text : Role::TextDisabled));
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(m_current, Qt::ElideRight, inner.width() + 1));
}

SearchButton::SearchButton(const Theme& theme, const QKeySequence& keys, QWidget* parent)
    : QPushButton(parent), m_theme(theme), m_keys(keys) {
    setObjectName(QStringLiteral("search"));
    setText(tr("Search or do anything"));
    setAccessibleName(text());
    setToolTip(QStringLiteral("%1 (%2)").arg(text(), formatShortcut(keys)));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::themeChanged, this, &QWidget::updateGeometry);
}

void SearchButton::setWidth(Width width) {
    m_width = width;
    updateGeometry();
    update();
}

QSize SearchButton::sizeHint() const {
    const int width = m_width == Width::Full ? 300 : m_width == Width::Short ? 200 : kHeight;
    return {m_theme.px(width), m_theme.px(kHeight)};
}

void SearchButton::paintEvent(QPaintEvent*) {
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    painter.drawControl(QStyle::CE_PushButtonBevel, option);
    const int side = m_theme.px(kIconSide);
    const int left = m_width == Width::Icon ? (width() - side) / 2 : m_theme.px(10);
    m_theme.icon(Icon::Search).paint(&painter, QRect(left, (height() - side) / 2, side, side));
    if (m_width != Width::Icon) {
        QRect inner = rect().adjusted(left + side + m_theme.px(kGap), 0, -m_theme.px(8), 0);
        paintKeyFrame(painter, m_theme, inner, m_keys, m_theme.color(Role::TextMuted), m_theme.color(Role::Border));
        inner.setRight(inner.right() - keyFrameWidth(m_theme, m_keys) - m_theme.px(kGap));
        painter.setPen(m_theme.color(Role::TextMuted));
        painter.drawText(inner, Qt::AlignLeft | Qt::AlignVCenter,
                         fontMetrics().elidedText(text(), Qt::ElideRight, inner.width()));
    }
    if (hasFocus() && (option.state & QStyle::State_KeyboardFocusChange)) {
        QStyleOptionFocusRect focus;
        focus.initFrom(this);
        painter.drawPrimitive(QStyle::PE_FrameFocusRect, focus);
    }
}

}  // namespace touchstone::ui
