// SPDX-License-Identifier: Apache-2.0
//
// Asks an OpenAI-compatible server which models it has: the cheapest call that shows that its address, the network
// between and the key are right.
//
// Thread-safe.

#pragma once

#include "base/clock.h"
#include "net/transport.h"
#include "provider/openai.h"
#include "workflow/document.h"

#include <chrono>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

namespace touchstone::provider {

struct ModelList {
    std::vector<std::string> ids;         // as the server orders them; the first kMostModels
    std::chrono::milliseconds latency{};  // from the question to the whole answer
};

inline constexpr std::size_t kMostModels = 10'000;

// Called once. An Error's message says what is wrong and what to do, its detail holds the server's own words.
using OnModels = std::function<void(Result<ModelList>)>;

// GET {base URL}/models. The key goes to that host only: redirects are not followed. Calls back on the transport's
// thread, or from inside for a call that cannot be made.
// REQUIRES: `transport` and `clock` outlive the call.
void listModels(OpenAiOptions options, net::Transport& transport, const Clock& clock, std::stop_token stop,
                OnModels onModels);

// The same by tier, for programs: who knows the keys implements it.
class ModelCatalogue {
public:
    virtual ~ModelCatalogue() = default;

    // Thread-safe; returns at once. The model of `tier` is not looked at.
    virtual void listModels(const workflow::Tier& tier, std::stop_token stop, OnModels onModels) = 0;
};

}  // namespace touchstone::provider
