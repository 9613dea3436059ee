// SPDX-License-Identifier: Apache-2.0

#include "evaluator.h"

#include "describe.h"

namespace touchstone::schema {
namespace {

std::uint8_t kindOf(const Json& value) {
    switch (value.type()) {
        case Json::value_t::null:
            return kNull;
        case Json::value_t::boolean:
            return kBoolean;
        case Json::value_t::number_integer:
        case Json::value_t::number_unsigned:
            return kInteger;
        case Json::value_t::number_float:
            return isIntegral(value) ? kInteger : kFraction;
        case Json::value_t::string:
            return kString;
        case Json::value_t::array:
            return kArray;
        case Json::value_t::object:
            return kObject;
        case Json::value_t::binary:
        case Json::value_t::discarded:
            break;
    }
    return 0;
}

// The group of instructions for values of a kind; All when only those for every value apply.
Group groupFor(std::uint8_t kind) {
    switch (kind) {
        case kInteger:
        case kFraction:
            return Group::Numbers;
        case kString:
            return Group::Strings;
        case kArray:
            return Group::Arrays;
        case kObject:
            return Group::Objects;
        default:
            return Group::All;
    }
}

}  // namespace

bool Evaluator::evaluate(const Json& value) {
    const bool valid = check(0, {value}, nullptr);
    return valid && !m_stopped;
}

bool Evaluator::outOfSteps(const Frame& frame) {
    return stop(ErrorCode::Timeout, frame, "", "it used up its steps; simplify the schema or shorten the value");
}

bool Evaluator::stop(ErrorCode code, const Frame& frame, std::string_view keyword, const std::string& why) {
    if (!m_stopped)
        m_stopped =
            Error{code, "the check stopped at " + quote(frame.at.pointer()) + ": " + why, pointerTo(frame, keyword)};
    return false;
}

std::string Evaluator::pointerTo(const Frame& frame, std::string_view keyword) const {
    const std::string schema = m_program.pointers.text(frame.node.pointer);
    return keyword.empty() ? schema : childPointer(schema, keyword);
}

bool Evaluator::check(NodeId id, const ValuePlace& at, Seen* seen) {
    const Frame frame{m_program.nodes[id], at, seen};
    if (m_stopped || !spend(1, frame))
        return false;
    if (m_depth == 0)
        return stop(ErrorCode::InvalidArgument, frame, "",
                    "schemas are nested too deeply; flatten the value or end the recursion of the schema");
    --m_depth;
    const bool enters = !m_program.dynamicTargets.empty() && (m_scope.empty() || m_scope.back() != frame.node.resource);
    if (enters)
        m_scope.push_back(frame.node.resource);
    const bool valid = checkInside(frame);
    if (enters)
        m_scope.pop_back();
    ++m_depth;
    return valid;
}

bool Evaluator::checkInside(const Frame& frame) {
    const Node& node = frame.node;
    const std::uint8_t kind = kindOf(frame.at.value);
    if ((node.types & kind) == 0)
        return wrongKind(frame);
    const Group group = groupFor(kind);
    const NodeId unevaluated = group == Group::Arrays    ? node.unevaluatedItems
                               : group == Group::Objects ? node.unevaluatedProperties
                                                         : kNoNode;
    if (unevaluated == kNoNode) {
        const bool valid = run(node.groups[0], frame);
        if (group == Group::All || (!valid && !keepsGoing()))
            return valid;
        return run(node.groups[static_cast<std::size_t>(group)], frame) && valid;
    }
    Seen seen(frame.at.value.size());
    const Frame inner{node, frame.at, &seen};
    bool valid = spend(static_cast<std::int64_t>(seen.size() / 64), frame) && run(node.groups[0], inner);
    if (valid || keepsGoing())
        valid = run(node.groups[static_cast<std::size_t>(group)], inner) && valid;
    // What a broken keyword has not looked at says nothing, so a list of it would only confuse.
    if (valid)
        valid = group == Group::Arrays ? checkUnevaluatedItems(inner) : checkUnevaluatedMembers(inner);
    if (valid && frame.seen)
        frame.seen->assign(frame.seen->size(), true);
    return valid;
}

bool Evaluator::wrongKind(const Frame& frame) {
    return fail(frame, "type",
                [&] { return "expected " + kindNames(frame.node.types) + ", got " + describe(frame.at.value); });
}

bool Evaluator::run(const Range& range, const Frame& frame) {
    bool valid = true;
    for (std::uint32_t i = range.begin; i != range.end; ++i) {
        if (step(m_program.code[i], frame))
            continue;
        valid = false;
        if (!keepsGoing())
            return false;
    }
    return valid;
}

bool Evaluator::step(const Instruction& instruction, const Frame& frame) {
    switch (instruction.op) {
        case Op::Never:
            return fail(frame, "", [] { return std::string("nothing is allowed here"); });
        case Op::Const:
            return checkConst(instruction, frame);
        case Op::Enum:
            return checkEnum(instruction, frame);
        case Op::Ref:
            return check(instruction.a, frame.at, frame.seen);
        case Op::DynamicRef:
            return checkReference(instruction, frame);
        case Op::AllOf:
            return checkAllOf(instruction, frame);
        case Op::AnyOf:
            return checkAnyOf(instruction, frame);
        case Op::OneOf:
            return checkOneOf(instruction, frame);
        case Op::Not:
            return checkNot(instruction, frame);
        case Op::If:
            return checkConditional(instruction, frame);
        case Op::Minimum:
        case Op::Maximum:
        case Op::ExclusiveMinimum:
        case Op::ExclusiveMaximum:
            return checkBound(instruction, frame);
        case Op::MultipleOf:
            return checkMultiple(instruction, frame);
        case Op::MinLength:
        case Op::MaxLength:
            return checkLength(instruction, frame);
        case Op::Matches:
            return checkPattern(instruction, frame);
        case Op::HasFormat:
            return checkFormat(instruction, frame);
        case Op::MinItems:
        case Op::MaxItems:
        case Op::MinProperties:
        case Op::MaxProperties:
            return checkCount(instruction, frame);
        case Op::UniqueItems:
            return checkUnique(frame);
        case Op::Items:
            return checkItems(instruction, frame);
        case Op::Contains:
            return checkContains(instruction, frame);
        case Op::Members:
            return checkMembers(instruction, frame);
        case Op::PropertyNames:
            return checkPropertyNames(instruction, frame);
        case Op::DependentRequired:
            return checkDependentRequired(instruction, frame);
        case Op::DependentSchemas:
            return checkDependentSchemas(instruction, frame);
    }
    return false;
}

bool Evaluator::checkQuietly(NodeId id, const ValuePlace& at, Seen* seen) {
    Report* const report = std::exchange(m_report, nullptr);
    const bool valid = check(id, at, seen);
    m_report = report;
    return valid;
}

bool Evaluator::child(NodeId id, const Frame& frame, const std::string& key, const Json& value) {
    return check(id, {value, &frame.at, &key}, nullptr);
}

bool Evaluator::child(NodeId id, const Frame& frame, std::size_t index) {
    return check(id, {frame.at.value.get_ref<const Json::array_t&>()[index], &frame.at, nullptr, index}, nullptr);
}

}  // namespace touchstone::schema
