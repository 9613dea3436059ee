// SPDX-License-Identifier: Apache-2.0

#include "scorer_spec.h"

#include "base/finding.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <vector>

namespace touchstone::eval {
namespace {

// "~" may only stand in "~0" and "~1" (RFC 6901).
bool isPointer(std::string_view text) {
    if (!text.empty() && text.front() != '/')
        return false;
    for (std::size_t at = text.find('~'); at != std::string_view::npos; at = text.find('~', at + 1))
        if (at + 1 == text.size() || (text[at + 1] != '0' && text[at + 1] != '1'))
            return false;
    return true;
}

}  // namespace

Error ScorerSpec::error(std::string what) const {
    const std::string type = stringAt(m_spec, "type").substr(0, 40);
    const std::string name = stringAt(m_spec, "name").substr(0, 80);
    return {ErrorCode::InvalidArgument,
            fmt::format("scorer {}: {}", name.empty() ? type : fmt::format("\"{}\" ({})", name, type), what)};
}

Result<void> ScorerSpec::allowKeys(std::initializer_list<std::string_view> own) const {
    std::vector<std::string_view> allowed(own);
    allowed.insert(allowed.end(), {"type", "name", "weight", "negate", "threshold"});
    for (const auto& member : m_spec.items()) {
        const std::string key = member.key().substr(0, 80);
        if (std::find(allowed.begin(), allowed.end(), member.key()) != allowed.end())
            continue;
        const std::string near = nearestName(key, allowed);
        return error(near.empty() ? fmt::format("unknown key \"{}\"; it takes {}", key, fmt::join(allowed, ", "))
                                  : fmt::format("unknown key \"{}\"; did you mean \"{}\"?", key, near));
    }
    return {};
}

Result<bool> ScorerSpec::flag(std::string_view key, bool fallback) const {
    const Json* value = find(key);
    if (!value)
        return fallback;
    if (!value->is_boolean())
        return error(fmt::format("\"{}\" must be true or false", key));
    return value->get<bool>();
}

Result<double> ScorerSpec::number(std::string_view key, double fallback) const {
    const Json* value = find(key);
    if (!value)
        return fallback;
    if (!value->is_number())
        return error(fmt::format("\"{}\" must be a number", key));
    return value->get<double>();
}

Result<std::string> ScorerSpec::text(std::string_view key, std::string_view fallback) const {
    const Json* value = find(key);
    if (!value)
        return std::string(fallback);
    if (!value->is_string())
        return error(fmt::format("\"{}\" must be a string", key));
    return value->get<std::string>();
}

Result<std::string> ScorerSpec::requiredText(std::string_view key) const {
    TOUCHSTONE_TRY(std::string value, text(key, ""));
    if (value.empty())
        return error(fmt::format("\"{}\" is missing", key));
    return value;
}

Result<std::string> ScorerSpec::pointer(std::string_view key) const {
    TOUCHSTONE_TRY(std::string value, text(key, ""));
    if (!isPointer(value))
        return error(fmt::format("\"{}\" must be a JSON pointer such as \"/label\"", key));
    return value;
}

}  // namespace touchstone::eval
