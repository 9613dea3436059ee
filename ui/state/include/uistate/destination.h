// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where a person can be led to. A place says where it wants to lead; the shell asks the other places who shows it. So
// places work together without knowing each other.
//
// Plain values.

#pragma once

#include "base/json.h"

#include <QString>
#include <QStringList>

#include <string>
#include <variant>

namespace touchstone::ui {

// A part of the draft that is open; `pointer` (JSON pointer into the document) is a place in it, or empty.
struct PartDestination {
    std::string part;
    std::string pointer = {};
};

// The draft of a workflow's branch.
struct DraftDestination {
    QString workflow;
    QString branch = QStringLiteral("main");
};

// A committed version, to read: "v3", a tag, an id or its beginning.
struct VersionDestination {
    QString workflow;
    QString reference;
};

// Two to six versions of the open workflow side by side, the baseline first; "draft" is the draft.
struct ComparisonDestination {
    QStringList references;
};

// One run: a trace's id or its beginning.
struct TraceDestination {
    QString trace;
};

// The traces that a filter passes, in the language of the filter bar: "status:invalid latency>2s".
struct TraceListDestination {
    QString filter;
};

// An input for the draft of a workflow, to be looked at, or with `run` to be run at once.
struct TryDestination {
    QString workflow;
    Json input;
    bool run = false;
};

// A setting by its key, or the settings when it is empty.
struct SettingDestination {
    QString key;
};

// A page of the help by its file's name without ending, or its contents when it is empty.
struct HelpDestination {
    QString page;
};

using Destination =
    std::variant<PartDestination, DraftDestination, VersionDestination, ComparisonDestination, TraceDestination,
                 TraceListDestination, TryDestination, SettingDestination, HelpDestination>;

}  // namespace touchstone::ui
