// SPDX-License-Identifier: Apache-2.0
//
// bench_store [--smoke | TRACES [FILE]]: fills a new workspace with generated traces (a million unless told otherwise)
// and tells how fast that was and how fast it answers. A FILE is kept, and only asked when it exists already. Goals on
// two cores: 30,000 traces/s written, any first page within 50 ms, opening within 500 ms; with up to 100,000 traces, a
// first page and its totals together within 100 ms.

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
constexpr double kFilterGoal = 100;     // ms
constexpr std::int64_t kFilterGoalTraces = 100'000;

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

// Of `count` generated traces, the start of about the one at `part` of them.
WallTime startAt(double part, std::uint64_t count) {
    const TraceGeneratorOptions options;
    return options.start + options.step * static_cast<std::int64_t>(part * static_cast<double>(count));
}

std::vector<Question> questions(std::uint64_t count) {
    using std::chrono::seconds;
    const auto version = [](char digit) { return VersionId(std::string(64, digit)); };
    const auto start = [count](double part) { return startAt(part, count); };
    return {{"everything", {}},
            {"feature", {.feature = "support.triage"}},
            {"status failed", {.status = trace::Status::Failed}},
            {"feedback down", {.feedback = trace::Thumb::Down}},
            {"feedback down, status failed", {.status = trace::Status::Failed, .feedback = trace::Thumb::Down}},
            {"feature, model, journey", {.feature = "orders.lookup", .journey = "checkout", .model = "gpt-large"}},
            {"workflow", {.workflow = "support-triage"}},
            {"two versions", {.version = std::vector{version('a'), version('f')}}},
            {"journey", {.journey = "billing"}},
            {"environment", {.environment = "production"}},
            {"tier", {.tier = "large"}},
            {"provider", {.provider = "builtin"}},
            {"two models", {.model = std::vector<std::string>{"gpt-large", "gpt-small"}}},
            {"origin experiment", {.origin = trace::Origin::Experiment}},
            {"status not ok", {.status = {{trace::Status::Ok}, true}}},
            {"cost over $0.0002", {.minCost = Money::fromPicodollars(200'000'000)}},
            {"cost over $0.001: no rows", {.minCost = Money::fromPicodollars(1'000'000'000)}},
            {"tokens over 1000", {.minTokens = 1'000}},
            {"retries over 0: no rows", {.minRetries = 1}},
            {"fell back: no rows", {.fellBack = true}},
            {"id", {.ids = {"9f02"}}},
            {"the last tenth", {.from = start(0.9)}},
            {"a tenth in the middle", {.from = start(0.5), .to = start(0.6)}},
            {"production, a tenth in the middle",
             {.origin = trace::Origin::Production, .from = start(0.5), .to = start(0.6)}},
            {"invalid or failed, latency over 2 s",
             {.status = std::vector{trace::Status::Invalid, trace::Status::Failed}, .minLatency = seconds(2)}},
            {"tier large, latency over 1 s", {.tier = "large", .minLatency = seconds(1)}},
            {"builtin, cost known: no rows", {.provider = "builtin", .minCost = Money()}},
            {"latency over 1 s, tokens over 1000", {.minLatency = seconds(1), .minTokens = 1'000}},
            {"latency over 5 s", {.minLatency = seconds(5)}},
            {"latency over 0.3 s", {.minLatency = std::chrono::milliseconds(300)}},
            {"model gpt-large, tier small: no rows", {.tier = "small", .model = "gpt-large"}},
            {"invalid, experiments, gpt-small",
             {.model = "gpt-small", .origin = trace::Origin::Experiment, .status = trace::Status::Invalid}}};
}

// The first page, the hundredth page, and what a status line shows.
void ask(store::Workspace& workspace, const Question& question, std::int64_t stored, bench::Table& table) {
    store::TracePage page;
    const auto next = [&] {
        auto listed = workspace.traces().list(question.filter, 100, page.next);
        page = listed.ok() ? std::move(listed).value() : store::TracePage{};
    };
    const std::string name = question.name;
    const double first = millisecondsOf(next);
    table.add("first page: " + name, first, kPageGoal, "ms", Better::Lower);
    double later = 0;
    for (int i = 0; i < 99 && page.next; ++i)
        later = millisecondsOf(next);
    if (later > 0)
        table.add("  its last of 100 pages", later, kPageGoal, "ms", Better::Lower);
    const auto& traces = workspace.traces();
    table.add("  counting its rows", millisecondsOf([&] { static_cast<void>(traces.count(question.filter)); }), "ms");
    const double totals = millisecondsOf([&] { static_cast<void>(traces.totals(question.filter)); });
    if (stored <= kFilterGoalTraces)
        table.add("  its first page and totals", first + totals, kFilterGoal, "ms", Better::Lower);
    else
        table.add("  its first page and totals", first + totals, "ms");
    table.add("  its timeline of 120 pieces",
              millisecondsOf([&] { static_cast<void>(traces.timeline(question.filter, 120)); }), "ms");
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
    const std::int64_t stored = info.ok() ? info->traces : 0;
    for (const Question& question : questions(static_cast<std::uint64_t>(stored)))
        ask(*workspace, question, stored, table);
    for (const store::TraceColumn column : {store::TraceColumn::Journey, store::TraceColumn::Status})
        table.add(column == store::TraceColumn::Journey ? "journeys with counts" : "states of one tier with counts",
                  millisecondsOf([&] {
                      static_cast<void>(workspace->traces().values(column, column == store::TraceColumn::Status
                                                                               ? store::TraceFilter{.tier = "large"}
                                                                               : store::TraceFilter{}));
                  }),
                  "ms");
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
