// SPDX-License-Identifier: GPL-3.0-or-later

#include "uibase/empty_state.h"

#include "uibase/format.h"
#include "uibase/pill.h"
#include "uibase/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeySequence>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace touchstone::ui {
namespace {

constexpr int kLeast = 180;  // design pixels: of the widget
constexpr int kMost = 360;   // of the sentence

}  // namespace

EmptyState::EmptyState(const Theme& theme, Icon icon, const QString& sentence, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_iconName(icon),
      m_icon(new QLabel(this)),
      m_sentence(new QLabel(this)),
      m_action(new QPushButton(this)),
      m_shortcut(new Pill(theme, QString(), PillTone::Outline, this)) {
    m_sentence->setObjectName(QStringLiteral("emptySentence"));
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignHCenter);
    m_sentence->setForegroundRole(QPalette::PlaceholderText);
    m_action->setObjectName(QStringLiteral("emptyAction"));
    m_action->hide();
    m_shortcut->hide();
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addStretch();
    row->addWidget(m_action);
    row->addWidget(m_shortcut);
    row->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addStretch();
    layout->addWidget(m_icon, 0, Qt::AlignHCenter);
    layout->addWidget(m_sentence, 0, Qt::AlignHCenter);
    layout->addLayout(row);
    layout->addStretch();
    connect(m_action, &QPushButton::clicked, this, &EmptyState::actionTriggered);
    connect(&theme, &Theme::themeChanged, this, &EmptyState::applyTheme);
    setSentence(sentence);
    applyTheme();
}

void EmptyState::setSentence(const QString& sentence) {
    m_sentence->setText(sentence);
    setAccessibleName(sentence);
    fitSentence();
}

void EmptyState::setAction(const QString& text, const QKeySequence& shortcut) {
    m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
    m_shortcut->setText(formatShortcut(shortcut));
    m_shortcut->setVisible(!text.isEmpty() && !shortcut.isEmpty());
}

void EmptyState::applyTheme() {
    const QSize side(m_theme.px(24), m_theme.px(24));
    m_icon->setPixmap(m_theme.icon(m_iconName).pixmap(side, devicePixelRatioF()));
    fitSentence();
}

// Another size of type takes other room; the sentence has it before its parent is told.
void EmptyState::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange)
        fitSentence();
    QWidget::changeEvent(event);
}

QSize EmptyState::minimumSizeHint() const {
    return {m_theme.px(kLeast), QWidget::minimumSizeHint().height()};
}

void EmptyState::resizeEvent(QResizeEvent* event) {
    fitSentence();
    QWidget::resizeEvent(event);
}

// A layout does not ask a centred label how high it is at its width.
void EmptyState::fitSentence() {
    m_sentence->ensurePolished();
    const QMargins margins = layout()->contentsMargins();
    const int edges = margins.left() + margins.right();
    const int width = std::clamp(this->width() - edges, m_theme.px(kLeast) - edges, m_theme.px(kMost));
    m_sentence->setFixedSize(width, std::max(m_sentence->heightForWidth(width), 0));
}

}  // namespace touchstone::ui
