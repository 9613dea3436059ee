// SPDX-License-Identifier: Apache-2.0
//
// Our call as a Chat Completions request.

#pragma once

#include "net/transport.h"
#include "provider/openai.h"

namespace touchstone::provider {

// Fails when the call's parameters would replace what the prompt says ("model", "messages").
[[nodiscard]] Result<Json> openAiBody(const Call& call);

[[nodiscard]] net::Request openAiRequest(const OpenAiOptions& options, const Deadlines& deadlines, const Json& body);

// GET {base URL}/models
[[nodiscard]] net::Request openAiModelsRequest(const OpenAiOptions& options);

// Whether the API's strict mode accepts the schema: every object closed, every property required, and only keywords
// that mode knows. Others are sent without the promise.
[[nodiscard]] bool fitsStrictMode(const Json& schema);

}  // namespace touchstone::provider
