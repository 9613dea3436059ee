// SPDX-License-Identifier: GPL-3.0-or-later

#include "setting_row.h"

#include "setting_control.h"
#include "uibase/panel_head.h"
#include "uibase/theme.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace touchstone::ui {

SettingRow::SettingRow(const Theme& theme, Settings& settings, const SettingInfo& info, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_settings(settings),
      m_key(info.key),
      m_control(makeSettingControl(theme, settings, info)),
      m_reset(makeToolButton(theme, Icon::Restore, tr("Reset “%1”").arg(info.title), this)) {
    m_reset->setObjectName(QStringLiteral("reset:") + m_key);
    QSizePolicy keepsPlace = m_reset->sizePolicy();
    keepsPlace.setRetainSizeWhenHidden(true);
    m_reset->setSizePolicy(keepsPlace);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 12, 0, 13);
    layout->setSpacing(16);
    layout->addWidget(makeWords(info), 1);
    layout->addWidget(m_control, 0, Qt::AlignTop);
    layout->addWidget(m_reset, 0, Qt::AlignTop);
    connect(m_reset, &QToolButton::clicked, this, [this] {
        m_settings.reset(m_key);
        focusControl();
    });
    connect(&settings, &Settings::changed, this, &SettingRow::showReset);
    showReset();
}

QWidget* SettingRow::makeWords(const SettingInfo& info) {
    auto* words = new QWidget;
    auto* title = new QLabel(info.title);
    setTextStyle(*title, m_theme, TextStyle::BodyStrong);
    title->setBuddy(m_control);
    auto* help = new QLabel(info.atStart ? tr("%1 Takes effect at the next start.").arg(info.help) : info.help);
    help->setTextFormat(Qt::PlainText);
    help->setForegroundRole(QPalette::PlaceholderText);
    help->setWordWrap(true);
    auto* layout = new QVBoxLayout(words);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(title);
    layout->addWidget(help);
    return words;
}

// A choice is entered at what is chosen.
void SettingRow::focusControl() {
    const auto segments = m_control->findChildren<QAbstractButton*>();
    const auto chosen =
        std::find_if(segments.begin(), segments.end(), [](const auto* each) { return each->isChecked(); });
    (chosen == segments.end() ? m_control : *chosen)->setFocus(Qt::TabFocusReason);
}

void SettingRow::showReset() {
    m_reset->setVisible(!m_settings.isDefault(m_key));
}

void SettingRow::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(0, height() - 1, width(), 1, m_theme.color(Role::Border));
}

}  // namespace touchstone::ui
