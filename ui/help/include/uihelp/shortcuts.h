// SPDX-License-Identifier: GPL-3.0-or-later
//
// What can be done with keys in a window, read off its actions, so that no list has to be kept beside them.
//
// GUI thread only.

#pragma once

#include <QList>
#include <QString>

class QWidget;

namespace touchstone::ui {

struct Shortcut {
    QString what;
    QString keys;  // "Ctrl+Enter", several separated by ", "
};

struct ShortcutGroup {
    QString title;  // the place, or "Everywhere"
    QList<Shortcut> shortcuts;
};

// Everywhere first, then the places in the order they were made.
[[nodiscard]] QList<ShortcutGroup> shortcutsOf(const QWidget& window);

// The same as a Markdown table a group.
[[nodiscard]] QString shortcutsAsMarkdown(const QList<ShortcutGroup>& groups);

}  // namespace touchstone::ui
