// SPDX-License-Identifier: Apache-2.0
//
// Time as a constructor parameter: what the hour is, how long something took, and "wake me later".
//
// Thread-safe: every member may be called from any thread. Wake-ups run on the clock's own thread and must return
// quickly.

#pragma once

#include <chrono>
#include <cstdint>
#include <functional>

namespace touchstone {

// UTC, nanoseconds since 1970. For display, storage and expiry; it may jump.
using WallTime = std::chrono::time_point<std::chrono::system_clock, std::chrono::nanoseconds>;
// Never jumps; its origin means nothing. For durations and deadlines.
using MonoTime = std::chrono::time_point<std::chrono::steady_clock, std::chrono::nanoseconds>;

using TimerId = std::uint64_t;

class Clock {
public:
    virtual ~Clock() = default;

    [[nodiscard]] virtual WallTime wallNow() const = 0;
    [[nodiscard]] virtual MonoTime monoNow() const = 0;

    // Calls `wake` once, `delay` from now. The id is good for cancel().
    virtual TimerId wakeAfter(std::chrono::nanoseconds delay, std::function<void()> wake) = 0;
    // True when the wake-up was still pending and now will not happen.
    virtual bool cancel(TimerId timer) = 0;
};

}  // namespace touchstone
