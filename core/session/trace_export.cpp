// SPDX-License-Identifier: Apache-2.0

#include "trace_export.h"

#include "session/files.h"

#include "staged_file.h"

#include "eval/csv.h"
#include "trace/trace_json.h"

namespace touchstone::session {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kPage = 500;
constexpr std::int64_t kTellEvery = 50;  // traces

std::string textOf(const Json& value) {
    return value.is_string() ? value.get<std::string>() : value.is_null() ? std::string() : toText(value);
}

std::string csvLine(const std::vector<std::string>& cells) {
    std::string line;
    for (const std::string& cell : cells)
        line.append(line.empty() ? "" : ",").append(eval::csvCell(cell));
    return line + "\r\n";
}

// What a list of traces shows, then input and answer.
std::string csvHead() {
    std::vector<std::string> cells;
    const Json summary = trace::toJson(trace::Summary());
    for (const auto& member : summary.items())
        cells.push_back(member.key());
    cells.insert(cells.end(), {"input", "output"});
    return csvLine(cells);
}

std::string csvRow(const trace::Trace& trace) {
    std::vector<std::string> cells;
    const Json summary = trace::toJson(trace.summary);
    for (const auto& member : summary.items())
        cells.push_back(textOf(member.value()));
    cells.insert(cells.end(), {textOf(trace.detail.input), trace.detail.output});
    return csvLine(cells);
}

std::string jsonLine(const trace::Trace& trace) {
    Json json = trace::toJson(trace.summary);
    json.update(trace::toJson(trace.detail, true));
    return toText(json) + "\n";
}

// What a link leads to is written, not the link.
fs::path targetOf(const fs::path& path) {
    std::error_code problem;
    const fs::path target = fs::weakly_canonical(path, problem);
    return problem ? path : target;
}

}  // namespace

Result<std::int64_t> visitTraces(Context& context, const store::TraceFilter& filter, std::int64_t most,
                                 const std::stop_token& stop,
                                 const std::function<Result<void>(const trace::Trace&)>& take) {
    const store::TraceStore& traces = context.workspace().traces();
    std::optional<store::TraceCursor> after;
    std::int64_t count = 0;
    do {
        TOUCHSTONE_TRY(const store::TracePage page, traces.list(filter, kPage, after));
        for (const trace::Summary& summary : page.traces) {
            if (count == most)
                return count;
            if (stop.stop_requested())
                return Error{ErrorCode::Cancelled, "stopped"};
            TOUCHSTONE_TRY(const trace::Trace trace, traces.load(summary.id.text));
            TOUCHSTONE_TRY_VOID(take(trace));
            ++count;
        }
        after = page.next;
    } while (after);
    return count;
}

Result<std::int64_t> exportTraces(Context& context, const TraceFile& request, const std::stop_token& stop,
                                  const Traces::OnCount& progress) {
    const bool isCsv = request.file.extension() == ".csv";
    if (!isCsv && request.file.extension() != ".jsonl")
        return Error{ErrorCode::InvalidArgument, "traces are written to .jsonl (whole) or .csv (a row each), not to " +
                                                     request.file.filename().string()};
    const fs::path target = targetOf(request.file);
    TOUCHSTONE_TRY_VOID(checkOutput(target));
    TOUCHSTONE_TRY(StagedFile file, StagedFile::make(target));
    TOUCHSTONE_TRY_VOID(file.append(isCsv ? csvHead() : std::string()));
    std::int64_t count = 0;
    const auto write = [&](const trace::Trace& trace) -> Result<void> {
        TOUCHSTONE_TRY_VOID(file.append(isCsv ? csvRow(trace) : jsonLine(trace)));
        if (++count % kTellEvery == 0 && progress)
            progress(count);
        return {};
    };
    TOUCHSTONE_TRY(const std::int64_t written, visitTraces(context, request.filter, INT64_MAX, stop, write));
    if (written == 0)
        return Error{ErrorCode::NotFound, "no trace passes the filter: nothing was written"};
    TOUCHSTONE_TRY_VOID(file.finish());
    TOUCHSTONE_TRY_VOID(checkOutput(target));  // again, for by now a workspace may have been made there
    TOUCHSTONE_TRY_VOID(file.put());
    return written;
}

}  // namespace touchstone::session
