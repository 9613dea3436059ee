// SPDX-License-Identifier: Apache-2.0
//
// bench_store [--smoke | TRACES [FILE]]: fills a new workspace with generated traces (a million unless told otherwise)
// and tells how fast that was and how fast it answers. A FILE is kept, and only asked when it exists already. Goals on
// two cores: 30,000 traces/s written, any first page within 50 ms, opening within 500 ms.

#include "base/system_clock.h"
#include "bench/bench_table.h"
#include "store/workspace.h"
#include "support/trace_generator.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <string_view>

using namespace touchstone;

namespace {

using bench::Better;

constexpr double kInsertGoal = 30'000;  // traces/s
constexpr double kPageGoal = 50;        // ms
constexpr double kOpenGoal = 500;       // ms

double millisecondsOf(const auto& work) {
    return bench::secondsOf(work) * 1e3;
}

// Of all threads, so that it tells something on a busy machine, too.
double cpuSeconds() {
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

// Generated ahead, in pieces, so that only the store is timed.
void fill(store::Workspace& workspace, std::uint64_t count, bench::Table& table) {
    constexpr std::uint64_t kPiece = 20'000;
    double total = 0;
    double cpu = 0;
    for (std::uint64_t first = 0; first < count; first += kPiece) {
        std::vector<trace::Trace> traces;
        for (std::uint64_t i = first; i < std::min(first + kPiece, count); ++i)
            traces.push_back(makeTrace(i));
        cpu -= cpuSeconds();
        total += millisecondsOf([&] {
            for (const trace::Trace& trace : traces)
                if (const auto appended = workspace.traces().append(trace); !appended.ok())
                    std::printf("%s\n", appended.error().message.c_str());
            if (const auto flushed = workspace.traces().flush().wait(); !flushed.ok())
                std::printf("%s\n", flushed.error().message.c_str());
        });
        cpu += cpuSeconds();
    }
    table.add("insert traces", static_cast<double>(count) / total * 1000, kInsertGoal, "traces/s", Better::Higher);
    table.add("processor time of both threads for a trace", cpu / static_cast<double>(count) * 1e6, "µs");
}

struct Question {
    const char* name;
    store::TraceFilter filter;
};

std::vector<Question> questions() {
    using std::chrono::seconds;
    return {{"everything", {}},
            {"feature", {.feature = "support.triage"}},
            {"status failed", {.status = trace::Status::Failed}},
            {"feedback down", {.feedback = trace::Thumb::Down}},
            {"feedback down, status failed", {.status = trace::Status::Failed, .feedback = trace::Thumb::Down}},
            {"feature, model, journey", {.feature = "orders.lookup", .journey = "checkout", .model = "gpt-large"}},
            {"latency over 5 s", {.minLatency = seconds(5)}},
            {"latency over 0.3 s", {.minLatency = std::chrono::milliseconds(300)}},
            {"model gpt-large, tier small: no rows", {.tier = "small", .model = "gpt-large"}},
            {"invalid, experiments, gpt-small",
             {.model = "gpt-small", .origin = trace::Origin::Experiment, .status = trace::Status::Invalid}}};
}

// The first page, the hundredth page, and what a status line shows.
void ask(store::Workspace& workspace, const Question& question, bench::Table& table) {
    store::TracePage page;
    const auto next = [&] {
        auto listed = workspace.traces().list(question.filter, 100, page.next);
        page = listed.ok() ? std::move(listed).value() : store::TracePage{};
    };
    const std::string name = question.name;
    table.add("first page: " + name, millisecondsOf(next), kPageGoal, "ms", Better::Lower);
    double later = 0;
    for (int i = 0; i < 99 && page.next; ++i)
        later = millisecondsOf(next);
    if (later > 0)
        table.add("  its last of 100 pages", later, kPageGoal, "ms", Better::Lower);
    table.add("  counting its rows",
              millisecondsOf([&] { static_cast<void>(workspace.traces().count(question.filter)); }), "ms");
}

std::unique_ptr<store::Workspace> open(const std::string& path, store::OpenMode mode, Clock& clock) {
    auto opened = store::Workspace::open(path, mode, clock);
    if (!opened.ok()) {
        std::printf("%s\n", opened.error().message.c_str());
        std::exit(1);
    }
    return std::move(opened).value();
}

void measure(const std::string& path, std::uint64_t count, bench::Table& table) {
    SystemClock clock;
    if (!std::filesystem::exists(path))
        fill(*open(path, store::OpenMode::Create, clock), count, table);
    std::unique_ptr<store::Workspace> workspace;
    table.add("open the workspace", millisecondsOf([&] { workspace = open(path, store::OpenMode::ReadWrite, clock); }),
              kOpenGoal, "ms", Better::Lower);
    const auto info = workspace->info();
    table.add("traces in it", info.ok() ? static_cast<double>(info->traces) : 0, "");
    table.add("its size", info.ok() ? static_cast<double>(info->bytes) / 1e6 : 0, "MB");
    for (const Question& question : questions())
        ask(*workspace, question, table);
    table.add("memory at most", bench::peakMemory(), "MB");
}

}  // namespace

int main(int argc, char** argv) {
    const bool smoke = argc > 1 && std::string_view(argv[1]) == "--smoke";
    const std::uint64_t count = smoke ? 2000 : argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 1'000'000;
    bench::Table table;
    if (argc > 2) {
        measure(argv[2], count, table);
    } else {
        std::string folder = (std::filesystem::temp_directory_path() / "touchstone-bench-XXXXXX").string();
        if (!::mkdtemp(folder.data()))
            return 1;
        measure(folder + "/traces.touchstone", count, table);
        std::error_code ignored;
        std::filesystem::remove_all(folder, ignored);
    }
    table.print();
    return 0;
}
