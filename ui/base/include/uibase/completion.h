// SPDX-License-Identifier: GPL-3.0-or-later
//
// What an editor may offer while something is typed. The editor shows and inserts it; who knows the language of the
// text makes it.
//
// Plain values.

#pragma once

#include <QString>

#include <functional>
#include <vector>

namespace touchstone::ui {

struct Completion {
    QString text;   // what is inserted
    QString label;  // what is listed: "truncate(length=255, end='...')"
    QString kind;   // "filter"
    QString help;   // one line, or empty
};

struct Completions {
    QString prefix;                 // the end of the text before the cursor that an item replaces
    std::vector<Completion> items;  // in the order they are listed; empty: nothing fits
    QString tip;                    // shown where there are no items: the signature of what is being called
};

// `before` is the text before the cursor; `asked` is false while somebody only types.
using Completer = std::function<Completions(const QString& before, bool asked)>;

}  // namespace touchstone::ui
