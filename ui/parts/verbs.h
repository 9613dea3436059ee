// SPDX-License-Identifier: GPL-3.0-or-later
//
// What can be done with the rows of a table or tree, as buttons above it that say their keys. GUI thread only.

#pragma once

#include "uibase/icons.h"

#include <QKeySequence>

class QAction;
class QHBoxLayout;
class QWidget;

namespace touchstone::ui {

class Theme;

struct Verb {
    Icon icon;
    QString name;
    QString objectName;  // of the button
    QKeySequence keys;   // work while `target` has the focus
};

// Adds the button to the end of `line`; the action belongs to `target`.
QAction* addVerb(const Theme& theme, QHBoxLayout& line, QWidget& target, const Verb& verb);

}  // namespace touchstone::ui
