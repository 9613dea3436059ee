// SPDX-License-Identifier: Apache-2.0

#include "describe.h"
#include "evaluator.h"

#include <algorithm>

namespace touchstone::schema {
namespace {

constexpr std::size_t kNamesConsidered = 1'000;

std::string unknownProperty(const PropertyTable& table, const std::string& key) {
    std::vector<std::string_view> names;
    for (const PropertyTable::Entry& entry : table.entries())
        if (entry.declared && names.size() < kNamesConsidered)
            names.push_back(entry.name);
    const std::string nearest = nearestName(key, names);
    return "unknown property " + quote(key) + (nearest.empty() ? "" : "; did you mean " + quote(nearest) + "?");
}

}  // namespace

bool Evaluator::checkMembers(const Instruction& instruction, const Frame& frame) {
    const MemberRule& rule = m_program.memberRules[instruction.a];
    const auto& members = frame.at.value.get_ref<const Json::object_t&>();
    std::size_t required = 0;
    std::size_t index = 0;
    bool valid = true;
    for (const auto& [key, value] : members) {
        const PropertyTable::Entry* entry = rule.table.find(key);
        bool known = entry && entry->declared;
        if (entry)
            required += entry->required ? 1 : 0;
        if (known && !child(entry->node, frame, key, value))
            valid = false;
        else if (!known || !rule.patterns.empty())
            valid = checkOtherMember(rule, frame, key, value, known) && valid;
        if (!valid && !keepsGoing())
            return false;
        if (frame.seen && known)
            (*frame.seen)[index] = true;
        ++index;
    }
    return (required == rule.required.size() || missingMembers(rule, frame)) && valid;
}

// A member that `properties` does not name, or that patterns may apply to as well.
bool Evaluator::checkOtherMember(const MemberRule& rule, const Frame& frame, const std::string& key, const Json& value,
                                 bool& known) {
    bool valid = spend(1, frame);
    for (const auto& [pattern, node] : rule.patterns) {
        const auto found = searches(pattern, frame, "patternProperties", key);
        if (!found)
            return false;
        if (!*found)
            continue;
        known = true;
        valid = child(node, frame, key, value) && valid;
    }
    if (known || rule.additional == kNoNode)
        return valid;
    known = true;
    if (m_program.nodes[rule.additional].never)
        return unknownMember(rule, frame, key, value);
    return child(rule.additional, frame, key, value) && valid;
}

bool Evaluator::unknownMember(const MemberRule& rule, const Frame& frame, const std::string& key, const Json& value) {
    const ValuePlace place{value, &frame.at, &key};
    return fail({frame.node, place, nullptr}, "additionalProperties", [&] { return unknownProperty(rule.table, key); });
}

bool Evaluator::missingMembers(const MemberRule& rule, const Frame& frame) {
    if (!m_report)
        return false;
    std::vector<std::string_view> present;
    for (const auto& [key, value] : frame.at.value.get_ref<const Json::object_t&>())
        present.push_back(key);
    std::sort(present.begin(), present.end());
    bool complete = true;
    for (const std::string& name : rule.required)
        if (!std::binary_search(present.begin(), present.end(), name))
            complete = fail(
                frame, "required", [&] { return "the property " + quote(name) + " is missing"; }, name);
    return complete;
}

bool Evaluator::checkPropertyNames(const Instruction& instruction, const Frame& frame) {
    bool valid = true;
    for (const auto& [key, value] : frame.at.value.get_ref<const Json::object_t&>()) {
        const Json name = key;
        valid = check(instruction.a, {name, &frame.at, &key}, nullptr) && valid;
        if (!valid && !keepsGoing())
            return false;
    }
    return valid;
}

bool Evaluator::checkDependentRequired(const Instruction& instruction, const Frame& frame) {
    const DependentNames& dependent = m_program.dependentNames[instruction.a];
    bool valid = true;
    for (const auto& [name, needed] : dependent.names) {
        if (!spend(static_cast<std::int64_t>(frame.at.value.size()), frame))
            return false;
        if (!memberAt(frame.at.value, name))
            continue;
        for (const std::string& other : needed) {
            if (!spend(static_cast<std::int64_t>(frame.at.value.size()), frame))
                return false;
            if (!memberAt(frame.at.value, other))
                valid = fail(
                    frame, dependent.keyword,
                    [&, &trigger = name] {
                        return "the property " + quote(other) + " is missing; " + quote(trigger) + " needs it";
                    },
                    other);
        }
    }
    return valid;
}

bool Evaluator::checkDependentSchemas(const Instruction& instruction, const Frame& frame) {
    bool valid = true;
    for (const auto& [name, node] : m_program.dependentNodes[instruction.a].nodes) {
        if (!spend(static_cast<std::int64_t>(frame.at.value.size()), frame))
            return false;
        if (memberAt(frame.at.value, name))
            valid = check(node, frame.at, frame.seen) && valid;
        if (!valid && !keepsGoing())
            return false;
    }
    return valid;
}

bool Evaluator::checkUnevaluatedMembers(const Frame& frame) {
    std::size_t index = 0;
    bool valid = true;
    for (const auto& [key, value] : frame.at.value.get_ref<const Json::object_t&>()) {
        if ((*frame.seen)[index++])
            continue;
        if (m_program.nodes[frame.node.unevaluatedProperties].never) {
            const ValuePlace place{value, &frame.at, &key};
            valid = fail({frame.node, place, nullptr}, "unevaluatedProperties",
                         [&name = key] { return "unknown property " + quote(name); });
        } else {
            valid = child(frame.node.unevaluatedProperties, frame, key, value) && valid;
        }
        if (!valid && !keepsGoing())
            return false;
    }
    return valid;
}

}  // namespace touchstone::schema
