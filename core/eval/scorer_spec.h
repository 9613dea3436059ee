// SPDX-License-Identifier: Apache-2.0
//
// Reads the JSON object a scorer is made from; every error names the key.

#pragma once

#include "base/json.h"
#include "base/result.h"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace touchstone::eval {

class ScorerSpec {
public:
    // REQUIRES: spec.is_object()
    explicit ScorerSpec(const Json& spec) : m_spec(spec) {}

    [[nodiscard]] Error error(std::string what) const;
    // Refuses keys that are neither common to all scorers nor among `own`.
    [[nodiscard]] Result<void> allowKeys(std::initializer_list<std::string_view> own) const;

    [[nodiscard]] const Json* find(std::string_view key) const { return memberAt(m_spec, key); }
    [[nodiscard]] Result<bool> flag(std::string_view key, bool fallback) const;
    [[nodiscard]] Result<double> number(std::string_view key, double fallback) const;
    [[nodiscard]] Result<std::string> text(std::string_view key, std::string_view fallback) const;
    [[nodiscard]] Result<std::string> requiredText(std::string_view key) const;
    // A JSON pointer, default "".
    [[nodiscard]] Result<std::string> pointer(std::string_view key) const;

private:
    const Json& m_spec;
};

}  // namespace touchstone::eval
