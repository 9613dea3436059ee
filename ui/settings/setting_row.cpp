// SPDX-License-Identifier: GPL-3.0-or-later

#include "setting_row.h"

#include "setting_control.h"
#include "uibase/panel_head.h"
#include "uibase/theme.h"

#include <QAbstractButton>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace touchstone::ui {
namespace {

constexpr int kLeastWords = 200;

}  // namespace

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
    m_words = makeWords(info);
    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(0, 12, 0, 13);
    layout->setHorizontalSpacing(16);
    layout->setColumnStretch(0, 1);
    arrange(false);
    connect(m_reset, &QToolButton::clicked, this, [this] {
        m_settings.reset(m_key);
        focusControl();
    });
    connect(&settings, &Settings::changed, this, &SettingRow::showReset);
    showReset();
}

// Where the words would have little room beside the control, it goes below them.
void SettingRow::arrange(bool narrow) {
    auto* grid = static_cast<QGridLayout*>(layout());
    grid->addWidget(m_words, 0, 0, 1, narrow ? 2 : 1);
    grid->addWidget(m_control, narrow ? 1 : 0, narrow ? 0 : 1, narrow ? Qt::AlignLeft | Qt::AlignTop : Qt::AlignTop);
    grid->addWidget(m_reset, narrow ? 1 : 0, narrow ? 1 : 2, Qt::AlignTop);
    m_narrow = narrow;
}

void SettingRow::resizeEvent(QResizeEvent* event) {
    const int beside = m_control->sizeHint().width() + m_reset->sizeHint().width() + m_theme.px(32 + kLeastWords);
    if (const bool narrow = width() < beside; narrow != m_narrow)
        arrange(narrow);
    QWidget::resizeEvent(event);
}

QSize SettingRow::minimumSizeHint() const {
    const int control = m_control->minimumSizeHint().width() + m_reset->sizeHint().width() + m_theme.px(16);
    return {std::max(control, m_words->minimumSizeHint().width()), QWidget::minimumSizeHint().height()};
}

QWidget* SettingRow::makeWords(const SettingInfo& info) {
    auto* words = new QWidget;
    auto* title = new QLabel(info.title);
    setTextStyle(*title, m_theme, TextStyle::BodyStrong);
    title->setWordWrap(true);
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
