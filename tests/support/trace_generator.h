// SPDX-License-Identifier: Apache-2.0
//
// Traces as a support desk makes them, by the million and the same for the same seed: two features, four versions,
// three models, skewed latencies, some failures, little feedback, payloads of 2 to 4 KB.

#pragma once

#include "trace/trace.h"

#include <cstdint>

namespace touchstone {

struct TraceGeneratorOptions {
    std::uint64_t seed = 1;
    WallTime start = WallTime(std::chrono::seconds(1'760'000'000));  // of the first trace
    std::chrono::nanoseconds step = std::chrono::milliseconds(700);  // between two traces, on average
};

// The trace with this number; safe to call from several threads.
[[nodiscard]] trace::Trace makeTrace(std::uint64_t number, const TraceGeneratorOptions& options = {});

}  // namespace touchstone
