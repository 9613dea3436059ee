// SPDX-License-Identifier: Apache-2.0
//
// What a benchmark found, beside what was hoped for.
//
// Not thread-safe.

#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

namespace touchstone::bench {

enum class Better { Lower, Higher };

// How long `work` took, in seconds.
template <class Work>
[[nodiscard]] double secondsOf(Work&& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

// The shortest of `rounds` rounds of `repeats` calls, in seconds a call: the least disturbed by what else runs.
template <class Work>
[[nodiscard]] double bestSecondsOf(std::size_t rounds, std::size_t repeats, Work&& work) {
    double best = 0;
    for (std::size_t round = 0; round < rounds; ++round) {
        const double seconds = secondsOf([&] {
            for (std::size_t i = 0; i < repeats; ++i)
                work();
        });
        best = round == 0 || seconds < best ? seconds : best;
    }
    return best / static_cast<double>(repeats);
}

// The most memory that this process ever had, in MB.
[[nodiscard]] double peakMemory();

class Table {
public:
    // `unit` follows the figures: "µs", "traces/s".
    void add(std::string what, double measured, double goal, std::string unit, Better better);
    // Without a goal.
    void add(std::string what, double measured, std::string unit);

    // To standard output, with a note on the machine and how busy it is.
    void print() const;

private:
    struct Row {
        std::string what;
        std::string goal;
        std::string measured;
        std::string verdict;
    };

    std::vector<Row> m_rows;
};

}  // namespace touchstone::bench
