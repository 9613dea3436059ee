// SPDX-License-Identifier: GPL-3.0-or-later

#include "uihelp/shortcuts.h"

#include "uibase/format.h"
#include "uistate/place.h"

#include <QAbstractButton>
#include <QAction>
#include <QCoreApplication>
#include <QMenu>
#include <QSet>

#include <algorithm>

namespace touchstone::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Shortcuts)
};

QString keysOf(const QAction& action) {
    QStringList keys;
    for (const QKeySequence& each : action.shortcuts())
        keys.append(formatShortcut(each));
    return keys.join(QStringLiteral(", "));
}

// Without the mark of its access key and the dots of a question to come.
QString wordsOf(QString text) {
    text.replace(QStringLiteral("&&"), QStringLiteral("\x01")).remove(QLatin1Char('&'));
    text.replace(QLatin1Char('\x01'), QLatin1Char('&'));
    while (text.endsWith(QChar(0x2026)) || text.endsWith(QLatin1Char('.')))
        text.chop(1);
    return text;
}

const Place* placeOf(const QWidget* widget) {
    for (; widget; widget = widget->parentWidget())
        if (const auto* place = qobject_cast<const Place*>(widget))
            return place;
    return nullptr;
}

class Collector {
public:
    void add(const Place* place, const QAction& action) {
        if (action.shortcuts().isEmpty() || action.text().isEmpty() || m_seen.contains(&action))
            return;
        m_seen.insert(&action);
        put(place, {wordsOf(action.text()), keysOf(action)});
    }
    void add(const QAbstractButton& button) {
        const QString text = button.text().isEmpty() ? button.accessibleName() : button.text();
        if (!button.shortcut().isEmpty() && !text.isEmpty())
            put(placeOf(&button), {wordsOf(text), formatShortcut(button.shortcut())});
    }
    [[nodiscard]] QList<ShortcutGroup> groups() && {
        QList<ShortcutGroup> groups;
        for (const Entry& entry : m_entries)
            groups.append({entry.place ? entry.place->accessibleName() : Words::tr("Everywhere"), entry.shortcuts});
        return groups;
    }

private:
    struct Entry {
        const Place* place;
        QList<Shortcut> shortcuts;
    };

    void put(const Place* place, const Shortcut& shortcut) {
        auto found = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry& e) { return e.place == place; });
        if (found == m_entries.end())
            found = m_entries.insert(place ? m_entries.end() : m_entries.begin(), Entry{place, {}});
        const bool isKnown = std::any_of(found->shortcuts.begin(), found->shortcuts.end(), [&](const Shortcut& each) {
            return each.what == shortcut.what && each.keys == shortcut.keys;
        });
        if (!isKnown)
            found->shortcuts.append(shortcut);
    }

    QList<Entry> m_entries;
    QSet<const QAction*> m_seen;
};

}  // namespace

QList<ShortcutGroup> shortcutsOf(const QWidget& window) {
    Collector collector;
    for (const QAction* action : window.actions())
        collector.add(nullptr, *action);
    for (const QWidget* widget : window.findChildren<QWidget*>()) {
        if (widget->isWindow() && !qobject_cast<const QMenu*>(widget))
            continue;
        for (const QAction* action : widget->actions())
            collector.add(placeOf(widget), *action);
        if (const auto* place = qobject_cast<const Place*>(widget))
            for (const QAction* action : place->commands())
                collector.add(place, *action);
        if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
            collector.add(*button);
    }
    return std::move(collector).groups();
}

QString shortcutsAsMarkdown(const QList<ShortcutGroup>& groups) {
    QString text;
    for (const ShortcutGroup& group : groups) {
        text += QStringLiteral("## %1\n\n| %2 | %3 |\n| --- | --- |\n")
                    .arg(group.title, Words::tr("keys"), Words::tr("what they do"));
        for (const Shortcut& each : group.shortcuts)
            text += QStringLiteral("| `%1` | %2 |\n").arg(each.keys, each.what);
        text += QLatin1Char('\n');
    }
    return text;
}

}  // namespace touchstone::ui
