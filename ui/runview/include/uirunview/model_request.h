// SPDX-License-Identifier: GPL-3.0-or-later
//
// The request that a recorded run sent to its model, as commands and programs for other desks: through the
// OpenAI-compatible API, with the tier's parameters; the key stays the name of its variable. Pure functions.

#pragma once

#include "base/result.h"
#include "trace/trace.h"
#include "workflow/document.h"

#include <string>

namespace touchstone::ui {

struct ModelRequest {
    std::string baseUrl;      // without a slash at its end
    std::string keyVariable;  // empty: no key is sent
    Json body;
};

// Unsupported for a model without such an API, and for a run that never got to a model.
[[nodiscard]] Result<ModelRequest> modelRequest(const trace::Trace& trace, const workflow::Tier& tier);

// A shell command, a Python program (openai package), a JavaScript module (openai package).
[[nodiscard]] std::string toCurl(const ModelRequest& request);
[[nodiscard]] std::string toPython(const ModelRequest& request);
[[nodiscard]] std::string toJavaScript(const ModelRequest& request);

// In single quotes, so that nothing in it is special to a shell.
[[nodiscard]] std::string shellQuoted(std::string_view text);

}  // namespace touchstone::ui
