// SPDX-License-Identifier: GPL-3.0-or-later

#include "uibase/pill.h"

#include "uibase/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace touchstone::ui {

namespace {

struct PillLook {
    Role fill;
    Role text;
    const char* sign;
};

PillLook lookOf(PillTone tone) {
    switch (tone) {
        case PillTone::Outline:
            return {Role::Surface, Role::TextMuted, ""};
        case PillTone::Neutral:
            return {Role::Sunken, Role::TextMuted, ""};
        case PillTone::Accent:
            return {Role::AccentTint, Role::AccentText, ""};
        case PillTone::Better:
            return {Role::BetterTint, Role::Better, "✓ "};
        case PillTone::Worse:
            return {Role::WorseTint, Role::Worse, "✕ "};
        case PillTone::Warning:
            return {Role::WarningTint, Role::Warning, "▲ "};
        case PillTone::Info:
            return {Role::InfoTint, Role::Info, "● "};
    }
    return {Role::Sunken, Role::TextMuted, ""};
}

void drawPlate(QPainter& painter, const QRect& rect, const QColor& fill, const QColor& edge) {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(fill);
    painter.setPen(edge.isValid() ? QPen(edge, 1) : QPen(Qt::NoPen));
    const qreal inset = edge.isValid() ? 0.5 : 0;
    painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), 4, 4);
}

}  // namespace

Pill::Pill(const Theme& theme, const QString& text, PillTone tone, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_text(text), m_tone(tone) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setTextStyle(*this, theme, TextStyle::Caption);
    connect(&theme, &Theme::themeChanged, this, &Pill::refresh);
    refresh();
}

void Pill::setText(const QString& text) {
    m_text = text;
    refresh();
}

void Pill::setTone(PillTone tone) {
    m_tone = tone;
    refresh();
}

void Pill::refresh() {
    setAccessibleName(m_text);
    updateGeometry();
    update();
}

QString Pill::shownText() const {
    return QString::fromUtf8(lookOf(m_tone).sign) + m_text;
}

QSize Pill::sizeHint() const {
    return {fontMetrics().horizontalAdvance(shownText()) + m_theme.px(12), m_theme.px(18)};
}

void Pill::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const PillLook look = lookOf(m_tone);
    drawPlate(painter, rect(), m_theme.color(look.fill),
              m_tone == PillTone::Outline ? m_theme.color(Role::Border) : QColor());
    painter.setPen(m_theme.color(look.text));
    painter.drawText(rect(), Qt::AlignCenter, shownText());
}

Chip::Chip(const Theme& theme, const QString& text, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_label(new QLabel(text, this)), m_remove(new QToolButton(this)) {
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(text);
    setFixedHeight(theme.px(24));
    connect(&theme, &Theme::themeChanged, this, [this] { setFixedHeight(m_theme.px(24)); });
    m_label->setTextFormat(Qt::PlainText);
    m_remove->setObjectName(QStringLiteral("chipRemove"));
    m_remove->setAutoRaise(true);
    m_remove->setFocusPolicy(Qt::NoFocus);
    m_remove->setIcon(theme.icon(Icon::Close));
    m_remove->setIconSize(QSize(12, 12));
    m_remove->setFixedSize(18, 18);
    m_remove->setToolTip(tr("Remove %1").arg(text));
    m_remove->setAccessibleName(m_remove->toolTip());
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 0, 3, 0);
    layout->setSpacing(4);
    layout->addWidget(m_label);
    layout->addWidget(m_remove);
    connect(m_remove, &QToolButton::clicked, this, &Chip::removeRequested);
}

QString Chip::text() const {
    return m_label->text();
}

void Chip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    drawPlate(painter, rect(), m_theme.color(Role::Sunken), {});
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_theme.color(Role::Focus), 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 3, 3);
    }
}

void Chip::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)
        Q_EMIT removeRequested();
    else
        QWidget::keyPressEvent(event);
}

}  // namespace touchstone::ui
