// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is known at the end of a piece of template: whether it is inside a tag, and the names that loops, {% set %} and
// macros around it have made. Reads what is typed, right or wrong.
//
// Pure function; safe from any thread.

#pragma once

#include <QString>

#include <vector>

namespace touchstone::ui {

struct ScopedName {
    enum Kind { LoopVariable, SetVariable, Macro, Argument };
    QString name;
    Kind kind = SetVariable;
    QString source = {};  // of a loop variable: what is looped over; of a macro: its arguments
};

struct TemplateScope {
    bool inTag = false;
    bool isStatement = false;  // {% … , not {{ …
    QString code;              // of the tag so far
    bool inLoop = false;
    std::vector<ScopedName> names;  // the innermost last
};

[[nodiscard]] TemplateScope scopeAtEnd(const QString& text);

}  // namespace touchstone::ui
