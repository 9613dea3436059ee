// SPDX-License-Identifier: Apache-2.0

#include "trace_export.h"

#include "session/files.h"

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

// A file beside the one that is meant, which takes its place when it is whole and goes away when it is not.
class NewFile {
public:
    explicit NewFile(fs::path path) : m_path(std::move(path)), m_part(m_path.string() + ".part") {}
    ~NewFile() {
        std::error_code ignored;
        fs::remove(m_part, ignored);
    }
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;

    [[nodiscard]] const fs::path& part() const { return m_part; }
    Result<void> keep() {
        std::error_code problem;
        fs::rename(m_part, m_path, problem);
        if (problem)
            return Error{ErrorCode::Unavailable, "cannot write " + m_path.string() + ": " + problem.message()};
        return {};
    }

private:
    const fs::path m_path;
    const fs::path m_part;
};

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
    NewFile file(target);
    TOUCHSTONE_TRY(const auto lines, GrowingFile::make(file.part(), isCsv ? csvHead() : std::string()));
    std::int64_t count = 0;
    TOUCHSTONE_TRY(const std::int64_t written, visitTraces(context, request.filter, INT64_MAX, stop,
                                                           [&](const trace::Trace& trace) -> Result<void> {
                                                               lines->append(isCsv ? csvRow(trace) : jsonLine(trace));
                                                               if (++count % kTellEvery == 0 && progress)
                                                                   progress(count);
                                                               return {};
                                                           }));
    if (written == 0)
        return Error{ErrorCode::NotFound, "no trace passes the filter: nothing was written"};
    TOUCHSTONE_TRY_VOID(lines->sync());
    TOUCHSTONE_TRY_VOID(file.keep());
    return written;
}

}  // namespace touchstone::session
