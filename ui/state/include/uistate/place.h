// SPDX-License-Identifier: GPL-3.0-or-later
//
// One of the pages the rail leads to. The shell shows places and knows nothing of what is in them; places know nothing
// of each other and of the shell.
//
// GUI thread only.

#pragma once

#include "uibase/focus_order.h"
#include "uistate/destination.h"

#include <QList>
#include <QVariantMap>
#include <QWidget>

class QAction;

namespace touchstone::ui {

class Place : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    // What the filled button of the window does while this place is shown; null when it has none. Text, icon, enabled
    // state and tooltip of the button follow the action.
    [[nodiscard]] virtual QAction* primaryAction() const { return nullptr; }
    // Buttons of the top bar beside the filled one, from the left.
    [[nodiscard]] virtual QList<QAction*> barActions() const { return {}; }
    // All that can be done here, for the command palette and the sheet of shortcuts. Each has a text and an object
    // name; its shortcuts work while the place is visible.
    [[nodiscard]] virtual QList<QAction*> commands() const { return {}; }
    // What the left end of the status bar says of this place; see statusChanged().
    [[nodiscard]] virtual QString status() const { return {}; }

    // Where the keys go when the place is shown; null: to its first control.
    [[nodiscard]] virtual QWidget* firstFocus() const { return focusProxy(); }

    // Shows it when it is of this place's kind; false, and nothing happens, when it is not.
    virtual bool goTo(const Destination& destination) {
        static_cast<void>(destination);
        return false;
    }

    // Splitters, columns, filters, tabs, selection: what should be found again. Unknown keys are ignored.
    [[nodiscard]] virtual QVariantMap saveLayout() const { return {}; }
    virtual void restoreLayout(const QVariantMap& layout) { static_cast<void>(layout); }

protected:
    // Tab goes as the eye does. In a window the page around the places sees to it.
    bool focusNextPrevChild(bool next) override {
        return parentWidget() ? QWidget::focusNextPrevChild(next) : leadFocus(*this, next);
    }

Q_SIGNALS:
    // A person wants to be led there; it is another place's.
    void goToRequested(const touchstone::ui::Destination& destination);
    void statusChanged();
};

}  // namespace touchstone::ui
