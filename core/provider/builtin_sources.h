// SPDX-License-Identifier: Apache-2.0
//
// The sources and the question in a prompt whose template is not known.
//
// Values that view the prompt; pure functions.

#pragma once

#include "builtin_reading.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace touchstone::provider {

struct BuiltinSource {
    std::size_t number = 0;  // as the prompt numbers it, "[2]"; 0: not numbered
    std::string_view title;
    std::string_view text;
};

struct BuiltinContext {
    std::vector<BuiltinSource> sources;  // in prompt order
    std::string_view question;
};

// Sources are numbered blocks, "[1] Title: text", "[1] Title" with the text below, or "1. Title", in the last user
// message or else in the instructions; without any, the paragraphs of the last user message beside the question. The
// question is what follows "Question:" or the like, or else the paragraph that ends with a question mark, or the last.
[[nodiscard]] BuiltinContext findContext(const BuiltinReading& reading);

}  // namespace touchstone::provider
