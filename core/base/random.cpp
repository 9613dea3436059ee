// SPDX-License-Identifier: Apache-2.0

#include "base/random.h"

#include "base/hash.h"

#include <atomic>
#include <random>

namespace touchstone {
namespace {

class SplitMix64 final : public Random {
public:
    explicit SplitMix64(std::uint64_t seed) : m_state(seed) {}

    std::uint64_t next() override {
        std::uint64_t z = m_state.fetch_add(kStep, std::memory_order_relaxed) + kStep;
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31U);
    }

private:
    static constexpr std::uint64_t kStep = 0x9E3779B97F4A7C15ULL;
    std::atomic<std::uint64_t> m_state;
};

std::string hexWord(std::uint64_t word) {
    std::string bytes(sizeof word, '\0');
    for (std::size_t i = 0; i < sizeof word; ++i)
        bytes[i] = static_cast<char>(word >> (8U * (sizeof word - 1 - i)));
    return toHex(bytes);
}

// All zeros is invalid in W3C Trace Context, so it is never handed out.
std::uint64_t nonZero(Random& random) {
    std::uint64_t word = 0;
    while (word == 0)
        word = random.next();
    return word;
}

// Word by word: in one expression, each compiler would draw them in an order of its own.
std::string twoWords(Random& random) {
    const std::uint64_t low = random.next();
    const std::uint64_t high = nonZero(random);
    return hexWord(high) + hexWord(low);
}

}  // namespace

std::uint64_t Random::below(std::uint64_t bound) {
    const std::uint64_t threshold = (0 - bound) % bound;
    for (;;)
        if (const std::uint64_t word = next(); word >= threshold)
            return word % bound;
}

std::unique_ptr<Random> makeSeededRandom(std::uint64_t seed) {
    return std::make_unique<SplitMix64>(seed);
}

std::unique_ptr<Random> makeSystemRandom() {
    std::random_device device;
    return std::make_unique<SplitMix64>((static_cast<std::uint64_t>(device()) << 32U) | device());
}

TraceId makeTraceId(Random& random) {
    return TraceId(twoWords(random));
}

SpanId makeSpanId(Random& random) {
    return SpanId(hexWord(nonZero(random)));
}

ExperimentId makeExperimentId(Random& random) {
    return ExperimentId(twoWords(random));
}

}  // namespace touchstone
