// SPDX-License-Identifier: GPL-3.0-or-later
//
// The buttons of the top bar: one that is an action, one that chooses from a list, and the field that opens the command
// palette. GUI thread only.

#pragma once

#include "uibase/icons.h"

#include <QPointer>
#include <QPushButton>
#include <QToolButton>

#include <functional>
#include <optional>

class QAction;

namespace touchstone::ui {

class Theme;

// Text, icon, enabled state and tooltip follow the action; its shortcut stands in the button.
class ActionButton : public QPushButton {
    Q_OBJECT

public:
    ActionButton(const Theme& theme, bool primary, QWidget* parent = nullptr);

    // Null hides the button.
    void setAction(QAction* action);
    // Without the text and the shortcut, for narrow windows.
    void setCompact(bool compact);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void follow();
    [[nodiscard]] QKeySequence shownKeys() const;

    const Theme& m_theme;
    const bool m_primary;
    bool m_compact = false;
    QPointer<QAction> m_action;
};

// A flat button with the chosen name and a menu of the others.
class PickButton : public QToolButton {
    Q_OBJECT

public:
    // `icon` stands before the name; `what` is said to screen readers.
    PickButton(const Theme& theme, std::optional<Icon> icon, const QString& what, QWidget* parent = nullptr);

    // Asked each time the menu opens.
    void setChoices(std::function<QStringList()> choices) { m_choices = std::move(choices); }
    void setCurrent(const QString& name);
    [[nodiscard]] QString current() const { return m_current; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(const QString& name);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void fillMenu();

    const Theme& m_theme;
    const std::optional<Icon> m_iconName;
    const QString m_what;
    QString m_current;
    std::function<QStringList()> m_choices;
};

// Looks like a search field; a click opens the command palette.
class SearchButton : public QPushButton {
    Q_OBJECT

public:
    enum class Width { Full, Short, Icon };

    SearchButton(const Theme& theme, const QKeySequence& keys, QWidget* parent = nullptr);

    void setWidth(Width width);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    const QKeySequence m_keys;
    Width m_width = Width::Full;
};

}  // namespace touchstone::ui
