// SPDX-License-Identifier: Apache-2.0
//
// What a workflow may say of the built-in models: their names and how much they take. What they do is provider's.

#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace touchstone::workflow {

inline constexpr std::string_view kBuiltinFamily = "builtin/";  // may be left out of a model's name

struct BuiltinModel {
    std::string_view name;
    std::int64_t contextWindow;  // tokens of prompt and longest answer together, as text::estimateTokens counts
};

inline constexpr std::array<BuiltinModel, 2> kBuiltinModels = {{
    {"builtin/small", 8'192},
    {"builtin/large", 32'768},
}};

// Null for a model that does not exist.
[[nodiscard]] constexpr const BuiltinModel* builtinModel(std::string_view name) {
    for (const BuiltinModel& model : kBuiltinModels)
        if (name == model.name || name == model.name.substr(kBuiltinFamily.size()))
            return &model;
    return nullptr;
}

}  // namespace touchstone::workflow
