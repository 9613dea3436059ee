// SPDX-License-Identifier: Apache-2.0

#include "bench/bench_table.h"

#include <sys/resource.h>
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <thread>

namespace touchstone::bench {
namespace {

std::string withUnit(double value, const std::string& unit) {
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f", value);
    return text.data() + (" " + unit);
}

std::string processor() {
    std::ifstream file("/proc/cpuinfo");
    for (std::string line; std::getline(file, line);)
        if (line.starts_with("model name"))
            return line.substr(std::min(line.find(": ") + 2, line.size()));
    return "unknown processor";
}

}  // namespace

double peakMemory() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

void Table::add(std::string what, double measured, double goal, std::string unit, Better better) {
    const bool met = better == Better::Lower ? measured <= goal : measured >= goal;
    m_rows.push_back({std::move(what), (better == Better::Lower ? "≤ " : "≥ ") + withUnit(goal, unit),
                      withUnit(measured, unit), met ? "met" : "MISSED"});
}

void Table::add(std::string what, double measured, std::string unit) {
    m_rows.push_back({std::move(what), "", withUnit(measured, unit), ""});
}

void Table::print() const {
    std::array<double, 1> load{};
    ::getloadavg(load.data(), 1);
    std::printf("%s, %u processors, load %.1f, %s\n\n", processor().c_str(), std::thread::hardware_concurrency(),
                load[0], __VERSION__);
    std::printf("%-58s %20s %20s\n", "what", "goal", "measured");
    for (const Row& row : m_rows) {
        const auto pad = [](const std::string& text) {  // "≤" and "µ" have more bytes than columns
            return 20 + static_cast<int>(std::ranges::count_if(
                            text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }));
        };
        std::printf("%-58s %*s %*s  %s\n", row.what.c_str(), pad(row.goal), row.goal.c_str(), pad(row.measured),
                    row.measured.c_str(), row.verdict.c_str());
    }
}

}  // namespace touchstone::bench
