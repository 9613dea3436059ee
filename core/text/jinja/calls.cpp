// SPDX-License-Identifier: Apache-2.0
//
// Evaluator: functions, methods and macros.

#include "evaluator.h"
#include "methods.h"
#include "ops.h"

#include <algorithm>

namespace touchstone::text::jinja {

namespace {

Value macroValue(const MacroObject* macro) {
    Value value;
    value.kind = Kind::Macro;
    value.macro = macro;
    return value;
}

const Entry* findNamed(std::span<const Entry> named, std::string_view name) {
    const auto at = std::find_if(named.begin(), named.end(), [&](const Entry& e) { return e.key.text() == name; });
    return at == named.end() ? nullptr : &*at;
}

bool isParameter(const MacroCode& code, std::string_view name) {
    return std::any_of(code.parameters.begin(), code.parameters.end(),
                       [&](const Parameter& parameter) { return parameter.name == name; });
}

}  // namespace

Evaluator::CallArguments Evaluator::arguments(const Arguments& arguments, const MacroObject* caller) {
    const std::span<const Value> positional = evalAll(arguments.positional);
    const std::size_t count = arguments.named.size();
    const std::span<Entry> named = m_run.room<Entry>(count + (caller ? 1 : 0));
    for (std::size_t i = 0; i < count; ++i)
        std::construct_at(&named[i], Entry{Value::string(arguments.named[i].name), eval(*arguments.named[i].value)});
    if (caller)
        std::construct_at(&named[count], Entry{Value::string("caller"), macroValue(caller)});
    return {positional, named};
}

Value Evaluator::call(const CallExpr& expr, const MacroObject* caller) {
    if (expr.callee->kind != ExprKind::Attribute) {
        const Value callee = eval(*expr.callee);
        const CallArguments given = arguments(expr.arguments, caller);
        m_run.at = expr.offset;
        return invoke(callee, given);
    }
    const auto& member = static_cast<const AttributeExpr&>(*expr.callee);
    const Value object = eval(*member.object);
    const CallArguments given = arguments(expr.arguments, caller);
    m_run.at = member.offset;
    const Value result = callMethod(m_run, object, member.name, given.positional, given.named);
    if (result.kind != Kind::Missing)
        return result;
    const Value callee = jinja::attribute(m_run, object, member.name);
    if (callee.isUndefined())
        m_run.fail(FailureKind::Type,
                   std::string(describe(object)) + " has no method '" + std::string(member.name) + "'");
    return invoke(callee, given);
}

Value Evaluator::invoke(const Value& callee, const CallArguments& arguments) {
    if (callee.kind == Kind::Macro)
        return callMacro(*callee.macro, arguments);
    if (callee.kind == Kind::Function)
        return callee.function->call(m_run, arguments.positional, arguments.named);
    requireDefined(m_run, callee);
    m_run.fail(FailureKind::Type, std::string(describe(callee)) + " cannot be called");
}

Value Evaluator::callMacro(const MacroObject& macro, const CallArguments& arguments) {
    if (++m_macroDepth > m_run.limits.recursion) {
        --m_macroDepth;
        m_run.fail(FailureKind::RecursionLimit,
                   "macros call each other deeper than " + std::to_string(m_run.limits.recursion));
    }
    const MacroCode& code = *macro.code;
    Frame* const callerFrame = m_frame;
    m_frame = newFrame(macro.frame, code.slotCount);
    bindParameters(code, *m_frame, arguments);
    const Value text = capture(code.body);
    m_frame = callerFrame;
    --m_macroDepth;
    return text;
}

void Evaluator::bindParameters(const MacroCode& code, Frame& frame, const CallArguments& arguments) {
    const std::size_t taken = std::min(arguments.positional.size(), code.parameters.size());
    for (std::size_t i = 0; i < code.parameters.size(); ++i) {
        const Parameter& parameter = code.parameters[i];
        const Entry* const named = findNamed(arguments.named, parameter.name);
        if (i < taken && named)
            m_run.fail(FailureKind::Type, "the macro '" + std::string(code.name) + "' was given '" +
                                              std::string(parameter.name) + "' twice");
        Value& slot = frame.slots[parameter.slot];
        if (i < taken)
            slot = arguments.positional[i];
        else if (named)
            slot = named->value;
        else
            slot = parameter.fallback ? eval(*parameter.fallback) : Value::undefined(parameter.name);
    }
    const auto extra = arguments.positional.subspan(taken);
    if (code.varargs != MacroCode::kNoSlot)
        frame.slots[code.varargs] = m_run.list(extra, Mark::Tuple);
    else if (!extra.empty())
        m_run.fail(FailureKind::Type, "the macro '" + std::string(code.name) + "' takes at most " +
                                          std::to_string(code.parameters.size()) + " arguments");
    const Value kwargs = extraNamed(code, arguments);
    if (code.kwargs != MacroCode::kNoSlot)
        frame.slots[code.kwargs] = kwargs;
}

Value Evaluator::extraNamed(const MacroCode& code, const CallArguments& arguments) {
    std::vector<Entry> extra;
    for (const Entry& argument : arguments.named) {
        const std::string_view name = argument.key.text();
        if (isParameter(code, name))
            continue;
        if (name == "caller" && code.caller != MacroCode::kNoSlot)
            m_frame->slots[code.caller] = argument.value;
        else if (code.kwargs != MacroCode::kNoSlot)
            extra.push_back(argument);
        else
            m_run.fail(FailureKind::Type,
                       "the macro '" + std::string(code.name) + "' has no argument named '" + std::string(name) + "'");
    }
    return m_run.dict(extra);
}

}  // namespace touchstone::text::jinja
