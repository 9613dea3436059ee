// SPDX-License-Identifier: Apache-2.0
//
// What a refusal by the server, or a failure on the way to it, means to us. Pure functions.

#pragma once

#include "base/clock.h"
#include "net/transport.h"
#include "provider/openai.h"

#include <string>
#include <string_view>

namespace touchstone::provider {

// An answer whose status is not 200, read as far as it came.
[[nodiscard]] Failure openAiFailure(const net::Head& head, std::string_view body, const OpenAiOptions& options,
                                    WallTime now);

// An "error" object inside an answer of status 200, before or after some text.
[[nodiscard]] Failure openAiFailure(const Json& error, const OpenAiOptions& options);

[[nodiscard]] Failure toFailure(const net::TransportFailure& failure);

// At most 512 bytes of what a server said, fit for a screen and a log: printable, and without the key or anything that
// begins like it.
[[nodiscard]] std::string safeProviderText(std::string_view text, std::string_view apiKey);

}  // namespace touchstone::provider
