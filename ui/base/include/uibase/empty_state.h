// SPDX-License-Identifier: GPL-3.0-or-later
//
// What an empty place shows: one sentence about what it is for, and the next action with its shortcut.
//
// GUI thread only.

#pragma once

#include "uibase/icons.h"

#include <QWidget>

class QKeySequence;
class QLabel;
class QPushButton;

namespace touchstone::ui {

class Pill;
class Theme;

class EmptyState : public QWidget {
    Q_OBJECT

public:
    EmptyState(const Theme& theme, Icon icon, const QString& sentence, QWidget* parent = nullptr);

    void setSentence(const QString& sentence);
    // Without this there is no button. The shortcut is only shown: the action behind the button owns it.
    void setAction(const QString& text, const QKeySequence& shortcut);

    // The sentence takes less width where there is less.
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void actionTriggered();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void applyTheme();
    void fitSentence();

    const Theme& m_theme;
    Icon m_iconName;
    QLabel* m_icon;
    QLabel* m_sentence;
    QPushButton* m_action;
    Pill* m_shortcut;
};

}  // namespace touchstone::ui
