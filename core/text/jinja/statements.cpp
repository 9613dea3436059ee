// SPDX-License-Identifier: Apache-2.0
//
// Evaluator: the tags.

#include "evaluator.h"
#include "ops.h"
#include "printing.h"

#include <algorithm>

namespace touchstone::text::jinja {

void Evaluator::render(std::string& output, std::vector<Written>* trace) {
    m_out = &output;
    m_trace = trace;
    exec(m_program.body);
}

void Evaluator::exec(Body body) {
    for (const Node* node : body) {
        m_run.charge(1);
        if (node->kind == NodeKind::Text)
            copy(static_cast<const TextNode&>(*node));
        else
            exec(*node);
    }
}

void Evaluator::exec(const Node& node) {
    m_run.at = node.offset;
    switch (node.kind) {
        case NodeKind::Text:
            break;
        case NodeKind::Output:
            return output(static_cast<const OutputNode&>(node));
        case NodeKind::If:
            return branch(static_cast<const IfNode&>(node));
        case NodeKind::For:
            return loop(static_cast<const ForNode&>(node));
        case NodeKind::Set: {
            const auto& set = static_cast<const SetNode&>(node);
            return assign(set.target, eval(*set.value));
        }
        case NodeKind::SetBlock:
            return setBlock(static_cast<const SetBlockNode&>(node));
        case NodeKind::Macro: {
            const auto& macro = static_cast<const MacroNode&>(node);
            Value& slot = m_frame->slots[macro.slot];
            slot = Value::none();
            slot.kind = Kind::Macro;
            slot.macro = m_run.make<MacroObject>(macro.code, m_frame);
            return;
        }
        case NodeKind::CallBlock: {
            const auto& block = static_cast<const CallBlockNode&>(node);
            return write(node, call(*block.call, m_run.make<MacroObject>(block.caller, m_frame)), false);
        }
        case NodeKind::FilterBlock: {
            const auto& block = static_cast<const FilterBlockNode&>(node);
            clear(block.slots);
            m_blockText = capture(block.body);
            return write(node, eval(*block.filters), false);
        }
        case NodeKind::With:
            return with(static_cast<const WithNode&>(node));
    }
}

void Evaluator::output(const OutputNode& node) {
    const Value value = eval(*node.expression);
    m_run.at = node.expression->offset;
    write(node, value, node.allowFloat);
}

void Evaluator::write(const Node& node, const Value& value, bool allowFloat) {
    const std::size_t begin = m_out->size();
    Writer writer(m_run, *m_out);
    print(writer, value, allowFloat);
    trace(node, begin);
}

void Evaluator::copy(const TextNode& node) {
    const std::size_t begin = m_out->size();
    Writer(m_run, *m_out).put(node.text);
    trace(node, begin);
}

void Evaluator::trace(const Node& node, std::size_t begin) {
    if (m_trace && m_out->size() > begin)
        m_trace->push_back({begin, m_out->size(), &node});
}

void Evaluator::branch(const IfNode& node) {
    for (const Branch& one : node.branches) {
        const Value condition = eval(*one.condition);
        m_run.at = one.condition->offset;
        if (truth(m_run, condition))
            return exec(one.body);
    }
    exec(node.otherwise);
}

// ---- Loops

void Evaluator::clear(Slots slots) {
    for (const std::uint32_t slot : slots)
        m_frame->slots[slot] = Value::missing();
}

void Evaluator::loop(const ForNode& node) {
    const Value source = eval(*node.iterable);
    m_run.at = node.iterable->offset;
    const Value all = iterable(m_run, source);
    const Value items = node.filter ? filtered(node, all) : all;
    if (sequenceSize(items) > 0)
        return turns(node, items);
    clear(node.otherwiseSlots);
    exec(node.otherwise);
}

Value Evaluator::filtered(const ForNode& node, const Value& items) {
    std::vector<Value> kept;
    for (std::size_t i = 0; i < sequenceSize(items); ++i) {
        clear(node.slots);
        const Value item = sequenceItem(items, i);
        assign(node.target, item);
        const Value wanted = eval(*node.filter);
        m_run.at = node.filter->offset;
        if (truth(m_run, wanted))
            kept.push_back(item);
    }
    return m_run.list(kept);
}

void Evaluator::turns(const ForNode& node, const Value& items) {
    auto* const state = m_run.make<LoopObject>();
    state->length = sequenceSize(items);
    Value loopValue = Value::none();
    loopValue.kind = Kind::Loop;
    loopValue.loop = state;
    Value item = sequenceItem(items, 0);
    for (std::size_t i = 0; i < state->length; ++i) {
        m_run.charge(1);
        clear(node.slots);
        state->index = i;
        const bool isLast = i + 1 == state->length;
        state->next = isLast ? Value::undefined("loop.nextitem") : sequenceItem(items, i + 1);
        m_frame->slots[node.loopSlot] = loopValue;
        assign(node.target, item);
        exec(node.body);
        state->previous = item;
        item = state->next;
    }
}

// ---- Assignments and captured text

void Evaluator::assign(const Target& target, const Value& value) {
    m_run.at = target.offset;
    switch (target.kind) {
        case Target::Kind::Slot:
            m_frame->slots[target.slot] = value;
            return;
        case Target::Kind::NamespaceField:
            return assignField(target, value);
        case Target::Kind::Tuple:
            break;
    }
    const Value items = iterable(m_run, value);
    if (sequenceSize(items) != target.targets.size())
        m_run.fail(FailureKind::Value, std::to_string(target.targets.size()) + " names cannot take " +
                                           std::to_string(sequenceSize(items)) + " values");
    for (std::size_t i = 0; i < target.targets.size(); ++i)
        assign(target.targets[i], sequenceItem(items, i));
}

void Evaluator::assignField(const Target& target, const Value& value) {
    const Value object = eval(*target.object);
    m_run.at = target.offset;
    if (object.kind != Kind::Namespace)
        m_run.fail(FailureKind::Type, "only fields of a namespace can be set; make one with namespace()");
    auto& entries = object.names->entries;
    const auto known = std::find_if(entries.begin(), entries.end(),
                                    [&](const Entry& entry) { return entry.key.text() == target.field; });
    if (known == entries.end())
        entries.push_back({Value::string(target.field), value});
    else
        known->value = value;
}

Value Evaluator::capture(Body body) {
    std::string text;
    std::string* const out = std::exchange(m_out, &text);
    auto* const trace = std::exchange(m_trace, nullptr);
    exec(body);
    m_out = out;
    m_trace = trace;
    return m_run.text(text);
}

void Evaluator::setBlock(const SetBlockNode& node) {
    clear(node.slots);
    m_blockText = capture(node.body);
    assign(node.target, node.filters ? eval(*node.filters) : m_blockText);
}

void Evaluator::with(const WithNode& node) {
    const std::span<const Value> values = evalAll(node.values);
    clear(node.slots);
    for (std::size_t i = 0; i < values.size(); ++i)
        assign(node.targets[i], values[i]);
    exec(node.body);
}

}  // namespace touchstone::text::jinja
