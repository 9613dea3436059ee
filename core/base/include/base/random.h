// SPDX-License-Identifier: Apache-2.0
//
// Randomness as a constructor parameter: seeded in tests and experiments, from the system elsewhere.

#pragma once

#include "base/ids.h"

#include <cstdint>
#include <memory>

namespace touchstone {

// Thread-safe: every member may be called from any thread.
class Random {
public:
    virtual ~Random() = default;
    [[nodiscard]] virtual std::uint64_t next() = 0;

    // Uniform in [0, 1).
    [[nodiscard]] double uniform() { return static_cast<double>(next() >> 11U) * 0x1.0p-53; }
    // Uniform in [0, bound), without modulo bias. REQUIRES: bound > 0
    [[nodiscard]] std::uint64_t below(std::uint64_t bound);
};

// The same sequence for the same seed, on every machine (SplitMix64, Steele et al. 2014).
[[nodiscard]] std::unique_ptr<Random> makeSeededRandom(std::uint64_t seed);
// Seeded by the operating system.
[[nodiscard]] std::unique_ptr<Random> makeSystemRandom();

[[nodiscard]] TraceId makeTraceId(Random& random);
[[nodiscard]] SpanId makeSpanId(Random& random);
[[nodiscard]] ExperimentId makeExperimentId(Random& random);

}  // namespace touchstone
