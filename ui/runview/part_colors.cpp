// SPDX-License-Identifier: GPL-3.0-or-later

#include "part_colors.h"

#include "uibase/theme.h"
#include "uirunview/messages_view.h"

#include <QPainter>

namespace touchstone::ui {
namespace {

constexpr int kSwatch = 10;
constexpr int kGap = 6;
constexpr int kBetween = 14;

}  // namespace

QColor partColor(const Theme& theme, session::PromptPart part) {
    const std::vector<QColor>& ramp = theme.tokens().partRamp;
    return ramp[static_cast<std::size_t>(part) % ramp.size()];
}

QColor tintOf(const Theme& theme, session::PromptPart part, bool fromVariable) {
    QColor tint = partColor(theme, part);
    tint.setAlphaF(fromVariable ? 0.20F : 0.10F);
    return tint;
}

PartLegend::PartLegend(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
    setAccessibleName(tr("Legend"));
    setTextStyle(*this, theme, TextStyle::Caption);
    connect(&theme, &Theme::themeChanged, this, &QWidget::updateGeometry);
}

void PartLegend::setParts(std::vector<session::PromptPart> parts) {
    m_parts = std::move(parts);
    QStringList names;
    for (const session::PromptPart part : m_parts)
        names.append(promptPartName(part));
    setAccessibleDescription(names.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

QSize PartLegend::sizeHint() const {
    int width = 0;
    for (const session::PromptPart part : m_parts)
        width += m_theme.px(kSwatch + kGap + kBetween) + fontMetrics().horizontalAdvance(promptPartName(part));
    return {width, m_theme.px(22)};
}

void PartLegend::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    int x = 0;
    for (const session::PromptPart part : m_parts) {
        const QString name = promptPartName(part);
        const int side = m_theme.px(kSwatch);
        painter.setPen(Qt::NoPen);
        painter.setBrush(partColor(m_theme, part));
        painter.drawRoundedRect(QRect(x, (height() - side) / 2, side, side), 2, 2);
        x += side + m_theme.px(kGap);
        const int words = fontMetrics().horizontalAdvance(name);
        painter.setPen(m_theme.color(Role::TextMuted));
        painter.drawText(QRect(x, 0, words, height()), Qt::AlignLeft | Qt::AlignVCenter, name);
        x += words + m_theme.px(kBetween);
    }
}

}  // namespace touchstone::ui
