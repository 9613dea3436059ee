// SPDX-License-Identifier: Apache-2.0
//
// A prompt that passed the policy gate. Providers accept nothing else and only policy::Gate can make one, so policy
// cannot be skipped by accident.
//
// A value that shares its prompt; copying is cheap; safe from any thread.

#pragma once

#include "workflow/prompt.h"

#include <memory>
#include <utility>

namespace touchstone::policy {

class ClearedPrompt {
public:
    [[nodiscard]] const workflow::Prompt& prompt() const { return *m_prompt; }

private:
    friend class Gate;
    explicit ClearedPrompt(std::shared_ptr<const workflow::Prompt> prompt) : m_prompt(std::move(prompt)) {}

    std::shared_ptr<const workflow::Prompt> m_prompt;
};

}  // namespace touchstone::policy
