// SPDX-License-Identifier: Apache-2.0
//
// One rendering: its budget, and the arena that all values made on the way live in. Failures leave by an exception of
// our own that render() and evaluate() turn into an Error.

#pragma once

#include "text/template.h"
#include "value.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory_resource>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace touchstone::text::jinja {

enum class FailureKind : std::uint8_t {
    Undefined,
    Type,
    Value,
    PrintRefused,
    StepLimit,
    OutputLimit,
    RecursionLimit,
    SizeLimit,
};

struct RenderFailure {
    FailureKind kind;
    std::uint32_t offset;
    std::string message;
};

class Run {
public:
    Run(const TemplateOptions& templateOptions, const RenderLimits& renderLimits)
        : options(templateOptions), limits(renderLimits), m_steps(renderLimits.steps) {}
    Run(const Run&) = delete;
    Run& operator=(const Run&) = delete;

    // Takes `steps` from the budget, or fails.
    void charge(std::size_t steps) {
        if (steps > static_cast<std::size_t>(m_steps))
            failSteps();
        m_steps -= static_cast<std::int64_t>(steps);
    }
    void chargeBytes(std::size_t bytes) { charge(bytes / kBytesPerStep + 1); }

    [[noreturn]] void fail(FailureKind kind, std::string message) const;

    // Fails when text of this size may not be made.
    void checkSize(std::size_t bytes) const {
        if (bytes > limits.outputBytes)
            failOutput();
    }

    // Copies into the arena.
    [[nodiscard]] Value text(std::string_view text, Mark mark = Mark::None);
    [[nodiscard]] Value list(std::span<const Value> items, Mark mark = Mark::None);
    [[nodiscard]] Value dict(std::span<const Entry> entries);
    [[nodiscard]] Value tuple(const Value& a, const Value& b) { return list(std::array<Value, 2>{a, b}, Mark::Tuple); }

    // Uninitialised room in the arena.
    template <class T>
    [[nodiscard]] std::span<T> room(std::size_t count) {
        return {static_cast<T*>(m_arena.allocate(count * sizeof(T), alignof(T))), count};
    }
    template <class T, class... Args>
    [[nodiscard]] T* make(Args&&... args) {
        return new (m_arena.allocate(sizeof(T), alignof(T))) T{std::forward<Args>(args)...};
    }
    [[nodiscard]] std::pmr::memory_resource* arena() { return &m_arena; }

    const TemplateOptions& options;
    const RenderLimits& limits;
    std::uint32_t at = 0;   // source offset of what is being evaluated, for messages
    std::size_t depth = 0;  // of nested evaluation

private:
    static constexpr std::size_t kBytesPerStep = 32;
    static constexpr std::uint16_t kMaxNesting = 200;

    [[noreturn]] void failSteps() const;
    [[noreturn]] void failOutput() const;
    std::uint16_t nesting(std::uint16_t inner) const;

    std::int64_t m_steps;
    std::array<std::byte, 8192> m_first;
    std::pmr::monotonic_buffer_resource m_arena{m_first.data(), m_first.size()};
};

}  // namespace touchstone::text::jinja
