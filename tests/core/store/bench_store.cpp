// SPDX-License-Identifier: Apache-2.0
//
// bench_store FILE [TRACES]: fills a new workspace with generated traces and prints how fast that was and how fast it
// answers. Goals on two cores: 30,000 traces/s written, any first page within 50 ms, opening within 500 ms.

#include "base/system_clock.h"
#include "store/workspace.h"
#include "support/trace_generator.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>

using namespace touchstone;

namespace {

double millisecondsOf(const auto& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

// Of all threads, so that it tells something on a busy machine, too.
double cpuSeconds() {
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

// Generated ahead, in pieces, so that only the store is timed.
void fill(store::Workspace& workspace, std::uint64_t count) {
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
    std::printf("written: %.0f traces/s, %.0f us of CPU a trace on two threads\n",
                static_cast<double>(count) / total * 1000, cpu / static_cast<double>(count) * 1e6);
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
void ask(store::Workspace& workspace, const Question& question) {
    store::TracePage page;
    const auto next = [&] {
        auto listed = workspace.traces().list(question.filter, 100, page.next);
        page = listed.ok() ? std::move(listed).value() : store::TracePage{};
    };
    const double first = millisecondsOf(next);
    const std::size_t rows = page.traces.size();
    double later = 0;
    for (int i = 0; i < 99 && page.next; ++i)
        later = millisecondsOf(next);
    std::int64_t count = 0;
    const double counting = millisecondsOf([&] { count = workspace.traces().count(question.filter).valueOr(-1); });
    const double adding = millisecondsOf([&] { static_cast<void>(workspace.traces().totals(question.filter)); });
    std::printf(
        "%-38s first page %6.1f ms (%zu rows)  last of 100 pages %6.1f ms  count %6.1f ms (%lld)  totals %6.1f ms\n",
        question.name, first, rows, later, counting, static_cast<long long>(count), adding);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2)
        return 64;
    SystemClock clock;
    const std::string path = argv[1];
    const std::uint64_t count = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 100'000;
    if (auto created = store::Workspace::open(path, store::OpenMode::Create, clock); created.ok())
        fill(*created.value(), count);
    auto opened = store::Workspace::open(path, store::OpenMode::ReadWrite, clock);
    if (!opened.ok()) {
        std::printf("%s\n", opened.error().message.c_str());
        return 1;
    }
    const std::unique_ptr<store::Workspace> workspace = std::move(opened).value();
    const auto info = workspace->info();
    std::printf("%lld traces, %.0f MB\n", static_cast<long long>(info.ok() ? info->traces : -1),
                info.ok() ? static_cast<double>(info->bytes) / 1e6 : 0);
    for (const Question& question : questions())
        ask(*workspace, question);
    std::printf("opening again, read-only: %.1f ms\n", millisecondsOf([&] {
                    static_cast<void>(store::Workspace::open(path, store::OpenMode::ReadOnly, clock).ok());
                }));
    return 0;
}
