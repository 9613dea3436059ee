// SPDX-License-Identifier: GPL-3.0-or-later
//
// The columns of the list of traces: their names and how a trace's summary is written in them. Pure functions.

#pragma once

#include "trace/trace.h"

#include <QStringList>
#include <QVariant>

namespace touchstone::ui {

enum TraceColumn {
    TimeColumn,
    VersionColumn,
    InputColumn,
    StatusColumn,
    TierColumn,
    LatencyColumn,
    TokensColumn,
    CostColumn,
    FeedbackColumn,
    ModelColumn,
    OriginColumn,
    JourneyColumn,
    FeatureColumn,
    EnvironmentColumn,
    AttemptsColumn,
    WorkflowColumn,
    IdColumn,
    kTraceColumns
};

// The column's word in settings and JSON: "time", "latency_ms".
[[nodiscard]] const QStringList& traceColumnKeys();
[[nodiscard]] QString traceColumnTitle(int column);
[[nodiscard]] bool isNumberColumn(int column);

// "13:34:55.067" today, else "16 Nov 13:34"; local time.
[[nodiscard]] QString formatTraceTime(WallTime time);
// "2026-11-16 13:34:55.067", local time.
[[nodiscard]] QString formatFullTime(WallTime time);

// What a cell says, all but the version and the input, which a summary does not hold.
[[nodiscard]] QString traceText(const trace::Summary& summary, int column);
// The value for programs: seconds, dollars and words rather than text for people; invalid where they are the same.
[[nodiscard]] QVariant traceValue(const trace::Summary& summary, int column);

}  // namespace touchstone::ui
