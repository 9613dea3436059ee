// SPDX-License-Identifier: GPL-3.0-or-later
//
// A way to look at one part of the draft and to edit it, other than as text: a table, a tree, a diagram, a form. It
// shows the value it is given and reports edits as the whole part's new value; who hosts it puts them into the draft,
// where they can be undone and are checked like anything typed.
//
// GUI thread only.

#pragma once

#include "base/finding.h"
#include "base/json.h"

#include <QString>
#include <QWidget>

#include <vector>

namespace touchstone::ui {

class PartView : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    // Shows `part`; null: the document does not have it. Keeps selection and scrolling where they still make sense.
    // Emits nothing. Values of a shape the view does not know are shown as they are and kept, never dropped.
    virtual void setPart(const Json& part) = 0;
    virtual void setReadOnly(bool readOnly) = 0;
    // What the checks say of this part; pointers begin with "/<part>".
    virtual void setFindings(const std::vector<Finding>& findings) { static_cast<void>(findings); }
    // Selects what a JSON pointer into the document ("/routing/rules/1/when") names; false when nothing here does.
    virtual bool goTo(const std::string& pointer) {
        static_cast<void>(pointer);
        return false;
    }

Q_SIGNALS:
    // A person changed the part; `what` names the change for undo: "Add rule".
    void edited(const touchstone::Json& part, const QString& what);
};

}  // namespace touchstone::ui
