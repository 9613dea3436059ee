// SPDX-License-Identifier: Apache-2.0
//
// What may fail returns a Result: a value, or one Error with a code for programs and a message for people.
//
// Values only; no thread has to be considered.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace touchstone {

// Closed set. Programs decide by it (retry, exit status, icon); people read Error::message.
enum class ErrorCode {
    InvalidArgument,
    NotFound,
    AlreadyExists,
    Conflict,
    PermissionDenied,
    PolicyRefused,
    RateLimited,
    Timeout,
    Unavailable,
    Cancelled,
    Corrupt,
    Unsupported,
    Internal,
};

// "invalid-argument", "not-found", …: the stable spelling used in JSON output and in the store.
[[nodiscard]] std::string_view toString(ErrorCode code);

struct [[nodiscard]] Error {
    ErrorCode code;
    // One sentence or two: what failed, where, what to do. Never a secret, never prompt text.
    std::string message;
    // For the trace and the log: provider's words, SQL state, file position.
    std::string detail = {};
};

// Thrown by TOUCHSTONE_CHECK: a promise our own code makes was broken.
[[noreturn]] void failCheck(const char* condition, const char* why, const char* file, int line);

template <class T>
class [[nodiscard]] Result {
public:
    using Value = T;

    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    [[nodiscard]] bool ok() const { return m_state.index() == 0; }
    operator bool() const = delete;  // `if (result)` on a Result<bool> would read the wrong thing

    // REQUIRES: ok()
    [[nodiscard]] T& value() & { return std::get<0>(m_state); }
    [[nodiscard]] const T& value() const& { return std::get<0>(m_state); }
    [[nodiscard]] T&& value() && { return std::get<0>(std::move(m_state)); }
    T* operator->() { return &std::get<0>(m_state); }
    const T* operator->() const { return &std::get<0>(m_state); }

    // REQUIRES: !ok()
    [[nodiscard]] const Error& error() const& { return std::get<1>(m_state); }
    [[nodiscard]] Error&& error() && { return std::get<1>(std::move(m_state)); }

    [[nodiscard]] T valueOr(T fallback) && { return ok() ? std::get<0>(std::move(m_state)) : std::move(fallback); }

private:
    std::variant<T, Error> m_state;
};

template <>
class [[nodiscard]] Result<void> {
public:
    using Value = void;

    Result() = default;
    Result(Error error) : m_error(std::move(error)) {}

    [[nodiscard]] bool ok() const { return !m_error; }
    operator bool() const = delete;
    void value() const {}

    // REQUIRES: !ok()
    [[nodiscard]] const Error& error() const& { return *m_error; }
    [[nodiscard]] Error&& error() && { return *std::move(m_error); }

private:
    std::optional<Error> m_error;
};

}  // namespace touchstone

// Stops the program's current job when one of our own promises is broken; active in release builds.
#define TOUCHSTONE_CHECK(condition, why) \
    ((condition) ? static_cast<void>(0) : ::touchstone::failCheck(#condition, why, __FILE__, __LINE__))

// TOUCHSTONE_TRY(auto x, f()); declares x from f()'s value, or returns f()'s error. One per line.
#define TOUCHSTONE_TRY(declaration, ...) TOUCHSTONE_TRY_AS(return, __LINE__, declaration, __VA_ARGS__)
// The same inside a coroutine.
#define TOUCHSTONE_CO_TRY(declaration, ...) TOUCHSTONE_TRY_AS(co_return, __LINE__, declaration, __VA_ARGS__)

#define TOUCHSTONE_TRY_AS(leave, line, declaration, ...) TOUCHSTONE_TRY_NAMED(leave, line, declaration, __VA_ARGS__)
#define TOUCHSTONE_TRY_NAMED(leave, line, declaration, ...) \
    auto tryResult##line = (__VA_ARGS__);                   \
    if (!tryResult##line.ok())                              \
        leave std::move(tryResult##line).error();           \
    declaration = std::move(tryResult##line).value()

// For a Result<void>: TOUCHSTONE_TRY_VOID(f());
#define TOUCHSTONE_TRY_VOID(...) TOUCHSTONE_TRY_VOID_AS(return, __VA_ARGS__)
#define TOUCHSTONE_CO_TRY_VOID(...) TOUCHSTONE_TRY_VOID_AS(co_return, __VA_ARGS__)

#define TOUCHSTONE_TRY_VOID_AS(leave, ...)               \
    if (auto tryResult = (__VA_ARGS__); !tryResult.ok()) \
    leave std::move(tryResult).error()
