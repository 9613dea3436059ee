// SPDX-License-Identifier: GPL-3.0-or-later
//
// One way to look at a part in its editor: a view, its template, its source, what changed. A page shows the draft when
// it is asked to, and puts what people change into the draft.
//
// GUI thread only.

#pragma once

#include "base/finding.h"

#include <QVariantMap>
#include <QWidget>

namespace touchstone::ui {

class CodeEditor;

class PartPage : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    // Shows the draft as it is now; `fresh`: it is another document.
    virtual void showPart(bool fresh) = 0;
    // The part's source is not JSON: the last good value is shown, to read.
    virtual void setLocked(bool locked) { static_cast<void>(locked); }
    // The draft has been checked.
    virtual void showFindings() {}
    // False when this page cannot show the place.
    virtual bool goTo(const Finding& finding) {
        static_cast<void>(finding);
        return false;
    }
    // The text of the page, or null.
    [[nodiscard]] virtual CodeEditor* editor() const { return nullptr; }
    // Cursor and scrolling.
    [[nodiscard]] virtual QVariantMap saveState() const { return {}; }
    virtual void restoreState(const QVariantMap& state) { static_cast<void>(state); }

Q_SIGNALS:
    // Around the change of the draft that comes from this page.
    void editBegun();
    void editEnded();
};

}  // namespace touchstone::ui
