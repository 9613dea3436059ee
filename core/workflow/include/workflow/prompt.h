// SPDX-License-Identifier: Apache-2.0
//
// What a version's templates render to: provider-neutral messages and the shape the answer must have.

#pragma once

#include "base/json.h"

#include <string>
#include <string_view>
#include <vector>

namespace touchstone::workflow {

enum class Role { System, User, Assistant };

[[nodiscard]] std::string_view toString(Role role);

struct Message {
    Role role = Role::User;
    std::string content;  // UTF-8
    auto operator<=>(const Message&) const = default;
};

enum class OutputMode { Text, Json };

struct Prompt {
    // Instructions first (Role::System), then few-shot examples as User/Assistant turns, then the messages themselves.
    std::vector<Message> messages;
    OutputMode outputMode = OutputMode::Text;
    Json outputSchema;  // JSON Schema of the answer; null when any answer will do
};

}  // namespace touchstone::workflow
