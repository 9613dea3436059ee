// SPDX-License-Identifier: Apache-2.0

#include "routing/router.h"

#include <algorithm>

namespace touchstone::routing {
namespace {

// The word of routing.retry.on that covers this failure, or "" for one that repeats itself.
std::string_view retryWord(provider::FailureKind kind) {
    using provider::FailureKind;
    switch (kind) {
        case FailureKind::RateLimited:
            return "rate_limited";
        case FailureKind::Server:
        case FailureKind::Malformed:
            return "server";
        case FailureKind::Timeout:
            return "timeout";
        case FailureKind::Network:
        case FailureKind::Interrupted:
            return "network";
        case FailureKind::Unauthorized:
        case FailureKind::ModelNotFound:
        case FailureKind::BadRequest:
        case FailureKind::ContextTooLong:
        case FailureKind::ContentFilter:
        case FailureKind::QuotaSpent:
        case FailureKind::NotRecorded:
        case FailureKind::Cancelled:
            return {};
    }
    return {};
}

}  // namespace

std::optional<std::chrono::milliseconds> retryDelay(const workflow::RetryPolicy& policy, std::int64_t attempt,
                                                    const provider::Failure& failure, Random& random) {
    const std::string_view word = retryWord(failure.kind);
    if (word.empty() || attempt >= policy.attempts ||
        std::find(policy.on.begin(), policy.on.end(), word) == policy.on.end())
        return std::nullopt;
    if (failure.retryAfter && *failure.retryAfter > policy.maxBackoff)
        return std::nullopt;
    constexpr std::int64_t kMostDoublings = 20;  // beyond it every allowed backoff is at its maximum
    const auto ceiling =
        std::min(policy.maxBackoff, policy.backoff * (std::int64_t{1} << std::min(attempt - 1, kMostDoublings)));
    const auto jittered = policy.jitter ? std::chrono::milliseconds(static_cast<std::int64_t>(
                                              random.uniform() * static_cast<double>(ceiling.count() + 1)))
                                        : ceiling;
    return std::max(jittered, failure.retryAfter.value_or(std::chrono::milliseconds(0)));
}

bool worthFallingBack(provider::FailureKind kind) {
    return kind != provider::FailureKind::Cancelled;
}

}  // namespace touchstone::routing
