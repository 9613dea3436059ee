// SPDX-License-Identifier: Apache-2.0
//
// A prompt as the built-in model sees it: instructions, few-shot turns and the last user message.
//
// Values that view the prompt they were read from.

#pragma once

#include "workflow/prompt.h"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace touchstone::provider {

struct BuiltinTier {
    std::string_view model;
    std::size_t contextTokens;
    std::size_t turns;
    std::size_t sentences;
    bool wordsOnly;
};

// Null for a model that does not exist.
[[nodiscard]] const BuiltinTier* builtinTier(std::string_view model);

struct BuiltinTurn {
    std::string_view user;      // the whole message
    std::string_view question;  // without the template that all turns share
    std::string_view answer;
};

struct BuiltinReading {
    const BuiltinTier* tier = nullptr;
    std::vector<std::string_view> instructions;  // the system messages
    std::vector<BuiltinTurn> turns;              // as many as the tier looks at, in prompt order
    std::string_view wholeMessage;               // the last user message
    std::string_view message;                    // as much of it as the tier reads
    std::string_view question;                   // the same without the shared template
};

// Empty when the prompt has no user message.
[[nodiscard]] std::optional<BuiltinReading> readPrompt(const workflow::Prompt& prompt, const BuiltinTier& tier);

// The first `tokens` tokens of `text`, whole words as long as there are blanks to cut at.
[[nodiscard]] std::string_view firstTokens(std::string_view text, std::size_t tokens);

[[nodiscard]] std::string_view trimmed(std::string_view text);

}  // namespace touchstone::provider
