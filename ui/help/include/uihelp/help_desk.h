// SPDX-License-Identifier: GPL-3.0-or-later
//
// All help of one window: F1 opens the page about what has the focus, "?" the sheet of shortcuts, and about. Give its
// actions to a menu; their shortcuts work in the whole window.
//
// GUI thread only.

#pragma once

#include "uistate/destination.h"

#include <QList>
#include <QObject>

class QAction;
class QWidget;

namespace touchstone::ui {

class HelpView;
class Theme;

class HelpDesk : public QObject {
    Q_OBJECT

public:
    // `window` owns the desk; `theme` outlives it.
    HelpDesk(const Theme& theme, QWidget& window);

    [[nodiscard]] QAction* helpAction() const { return m_help; }
    [[nodiscard]] QAction* shortcutsAction() const { return m_shortcuts; }
    [[nodiscard]] QAction* aboutAction() const { return m_about; }
    [[nodiscard]] QList<QAction*> actions() const { return {m_help, m_shortcuts, m_about}; }

    // Shows a page of the help in a window of its own; false when it is no page.
    bool goTo(const Destination& destination);
    // Null until it was opened.
    [[nodiscard]] HelpView* view() const { return m_view; }

private:
    QAction* makeAction(const char* name, const QString& text, const QList<QKeySequence>& keys);
    void showHelp();
    void showShortcuts();
    void showAbout();

    const Theme& m_theme;
    QWidget& m_window;
    QAction* m_help;
    QAction* m_shortcuts;
    QAction* m_about;
    HelpView* m_view = nullptr;  // the window's too
};

// The help page about a widget: the property "helpPage" of it or the nearest of its parents, else the page that is
// named like one of them ("traces"); empty when there is none.
[[nodiscard]] QString helpPageOf(const QWidget* widget);

}  // namespace touchstone::ui
