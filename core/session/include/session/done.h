// SPDX-License-Identifier: Apache-2.0
//
// How verbs report, and how a program without an event loop waits for them.

#pragma once

#include "base/result.h"

#include <functional>
#include <future>
#include <memory>
#include <utility>

namespace touchstone::session {

// Called exactly once, on a worker thread.
template <class T>
using Done = std::function<void(Result<T>)>;

// Starts a verb and blocks until it reports: `await<Version>([&](auto done) { authoring.commit(request, done); })`.
// For command lines and tests; never on a GUI or worker thread.
template <class T, class Start>
[[nodiscard]] Result<T> await(Start&& start) {
    auto promise = std::make_shared<std::promise<Result<T>>>();
    auto future = promise->get_future();
    std::forward<Start>(start)(Done<T>([promise](Result<T> result) { promise->set_value(std::move(result)); }));
    return future.get();
}

}  // namespace touchstone::session
