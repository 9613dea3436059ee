// SPDX-License-Identifier: GPL-3.0-or-later
//
// The spans of a run as rows of a waterfall. Pure functions.

#pragma once

#include "trace/trace.h"
#include "uibase/waterfall_view.h"

#include <optional>
#include <string_view>
#include <vector>

namespace touchstone::ui {

// The kind of a failure ("rate_limited") in plain words.
[[nodiscard]] QString failureName(std::string_view kind);

// Nested by parent; the pause before a repeated attempt belongs to the attempt.
[[nodiscard]] std::vector<WaterfallSpan> waterfallOf(const std::vector<trace::Span>& spans);

// Which spans the rows of waterfallOf() are.
[[nodiscard]] std::vector<SpanId> spanIdsOf(const std::vector<trace::Span>& spans);

// From the run's start to the first text of its answer; empty when none came.
[[nodiscard]] std::optional<std::chrono::nanoseconds> firstTokenOf(const std::vector<trace::Span>& spans);

}  // namespace touchstone::ui
