// SPDX-License-Identifier: Apache-2.0
//
// Who answers: a pure decision from the version's rules and the facts of one request. Which tier first, which ones
// after it, whether a failure is worth another try and after how long. It sends nothing and remembers nothing.
//
// Immutable after make(); safe from any thread.

#pragma once

#include "base/json.h"
#include "base/random.h"
#include "base/result.h"
#include "provider/provider.h"
#include "workflow/document.h"

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace touchstone::routing {

// What overrules the rules.
struct Overrides {
    std::string caller;  // a tier chosen by hand, or ""
    std::string policy;  // a tier a policy rule asks for, or ""
};

struct Plan {
    std::vector<std::string> tiers;       // in the order to try, none twice; the first is the choice
    std::string reason;                   // for people: "rule 2: tokens.prompt > 800"
    std::vector<std::string> passedOver;  // for people: the rules that did not apply, and why
};

class Router {
public:
    // Fails for a rule whose expression does not compile and names it. The router shares `part`.
    // REQUIRES: `part` has a tier
    [[nodiscard]] static Result<Router> make(std::shared_ptr<const workflow::RoutingPart> part);

    // `variables`: the input's fields, `input` and `tokens.prompt`. A rule whose expression cannot be evaluated is an
    // error: guessing a tier would hide it. So is a tier, chosen or to fall back to, that the version does not have.
    [[nodiscard]] Result<Plan> plan(const Json& variables, const Overrides& overrides) const;

private:
    struct Compiled;
    explicit Router(std::shared_ptr<const Compiled> compiled) : m_compiled(std::move(compiled)) {}

    std::shared_ptr<const Compiled> m_compiled;
};

// How long to wait before the same tier is tried again after its `attempt`-th call failed (1 for the first), or empty
// when it should not be. Exponential backoff with full jitter (Brooker, "Exponential Backoff and Jitter", AWS 2015);
// a provider's Retry-After is a floor, and one beyond `maxBackoff` gives the tier up. REQUIRES: attempt > 0
[[nodiscard]] std::optional<std::chrono::milliseconds> retryDelay(const workflow::RetryPolicy& policy,
                                                                  std::int64_t attempt,
                                                                  const provider::Failure& failure, Random& random);

// Whether another tier may do better where this one failed. Not after a cancellation.
[[nodiscard]] bool worthFallingBack(provider::FailureKind kind);

}  // namespace touchstone::routing
