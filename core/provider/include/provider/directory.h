// SPDX-License-Identifier: Apache-2.0
//
// Which provider serves a tier. The applications' wiring implements it; the engine only asks.
//
// Thread-safe: forTier() may be called from any thread.

#pragma once

#include "base/result.h"
#include "provider/provider.h"
#include "workflow/document.h"

#include <memory>

namespace touchstone::provider {

class Directory {
public:
    virtual ~Directory() = default;

    // Fails with a message that says what to set (a key's environment variable, a base URL) or which providers exist.
    [[nodiscard]] virtual Result<std::shared_ptr<Provider>> forTier(const workflow::Tier& tier) = 0;
};

}  // namespace touchstone::provider
