// SPDX-License-Identifier: GPL-3.0-or-later

#include "uirunview/run_spans.h"

#include "uibase/format.h"
#include "uistate/text.h"

#include <map>

namespace touchstone::ui {
namespace {

SpanKind kindOf(const trace::Span& span) {
    if (span.parent.empty() || span.name == "route")
        return SpanKind::Group;
    if (span.name.starts_with("attempt"))
        return SpanKind::Model;
    return span.name == "context" ? SpanKind::Retrieval : SpanKind::Step;
}

// Short enough for the narrow column: the workflow is known, and that a tier is called is plain from its bar.
QString nameOf(const trace::Span& span) {
    constexpr std::string_view kAttempt = "attempt ";
    if (span.parent.empty())
        return QStringLiteral("run");
    const std::string_view name = span.name;
    return toQString(name.starts_with(kAttempt) ? name.substr(kAttempt.size()) : name);
}

SpanStatus statusOf(trace::SpanStatus status) {
    switch (status) {
        case trace::SpanStatus::Ok:
            return SpanStatus::Ok;
        case trace::SpanStatus::Error:
            return SpanStatus::Error;
        case trace::SpanStatus::Cancelled:
            break;
    }
    return SpanStatus::Warning;
}

}  // namespace

QString failureName(std::string_view kind) {
    return toQString(kind).replace(QLatin1Char('_'), QLatin1Char(' '));
}

std::vector<WaterfallSpan> waterfallOf(const std::vector<trace::Span>& spans) {
    std::vector<WaterfallSpan> rows;
    std::map<SpanId, int> depths;
    std::chrono::nanoseconds waited{0};
    for (const trace::Span& span : spans) {
        const auto parent = depths.find(span.parent);
        const int depth = parent == depths.end() ? 0 : parent->second + 1;
        depths[span.id] = depth;
        if (span.name == "wait") {
            waited = span.duration;
            continue;
        }
        WaterfallSpan row;
        row.name = nameOf(span);
        row.depth = depth;
        row.start = span.start;
        row.duration = span.duration;
        row.kind = kindOf(span);
        row.status = statusOf(span.status);
        if (row.kind == SpanKind::Model)
            row.waited = std::exchange(waited, std::chrono::nanoseconds(0));
        row.note = failureName(stringAt(span.attributes, "error.type"));
        row.toolTip = toQString(span.message);
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<SpanId> spanIdsOf(const std::vector<trace::Span>& spans) {
    std::vector<SpanId> ids;
    for (const trace::Span& span : spans)
        if (span.name != "wait")
            ids.push_back(span.id);
    return ids;
}

std::optional<std::chrono::nanoseconds> firstTokenOf(const std::vector<trace::Span>& spans) {
    for (const trace::Span& span : spans)
        if (memberAt(span.attributes, "gen_ai.response.time_to_first_chunk"))
            return span.start + std::chrono::nanoseconds(static_cast<std::int64_t>(
                                    numberAt(span.attributes, "gen_ai.response.time_to_first_chunk") * 1e9));
    return std::nullopt;
}

}  // namespace touchstone::ui
