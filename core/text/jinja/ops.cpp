// SPDX-License-Identifier: Apache-2.0

#include "ops.h"

#include "literals.h"
#include "text/utf8.h"

#include <algorithm>
#include <limits>
#include <vector>

namespace touchstone::text::jinja {

namespace {

Value loopField(const LoopObject& loop, std::string_view name) {
    const auto integer = [](std::size_t value) { return Value::integerOf(static_cast<std::int64_t>(value)); };
    if (name == "index")
        return integer(loop.index + 1);
    if (name == "index0")
        return integer(loop.index);
    if (name == "first")
        return Value::boolOf(loop.index == 0);
    if (name == "last")
        return Value::boolOf(loop.index + 1 == loop.length);
    if (name == "length")
        return integer(loop.length);
    if (name == "revindex")
        return integer(loop.length - loop.index);
    if (name == "revindex0")
        return integer(loop.length - loop.index - 1);
    if (name == "previtem")
        return loop.previous;
    if (name == "nextitem")
        return loop.next;
    if (name == "depth")
        return integer(1);
    if (name == "depth0")
        return integer(0);
    return Value::missing();
}

Value namespaceField(const NamespaceObject& names, std::string_view name) {
    for (const Entry& entry : names.entries) {
        if (entry.key.text() == name)
            return entry.value;
    }
    return Value::missing();
}

Value field(Run& run, const Value& object, std::string_view name) {
    switch (object.kind) {
        case Kind::Dict:
        case Kind::Object:
            run.charge(mappingSize(object) / 16);
            return mappingItem(object, Value::string(name));
        case Kind::Namespace:
            return namespaceField(*object.names, name);
        case Kind::Loop:
            return loopField(*object.loop, name);
        case Kind::List:
            if (object.mark == Mark::Group && (name == "grouper" || name == "list"))
                return object.items[name == "grouper" ? 0 : 1];
            return Value::missing();
        default:
            return Value::missing();
    }
}

// The undefined value that stands for a missing member, remembering what was asked for.
Value missingMember(Run& run, const Value& object, std::string_view name) {
    if (object.isUndefined()) {
        if (run.options.undefined != Undefined::Chainable)
            run.fail(FailureKind::Undefined, "'" + std::string(object.text()) + "' is undefined, so it has no '" +
                                                 std::string(name) + "'; give it a value or use | default(...)");
        return object;
    }
    return Value::undefined(name);
}

std::int64_t clampIndex(std::int64_t index, std::int64_t size, std::int64_t low, std::int64_t high) {
    if (index < 0)
        index += size;
    return std::clamp(index, low, high);
}

std::string_view codePointAt(std::string_view text, std::size_t index) {
    const std::size_t begin = offsetOfCodePoint(text, index);
    return text.substr(begin, decodeUtf8(text, begin).bytes);
}

Value itemAt(Run& run, const Value& object, std::int64_t index) {
    const bool isText = object.isString();
    if (isText)
        run.chargeBytes(object.size);
    const auto size = static_cast<std::int64_t>(isText ? countCodePoints(object.text()) : sequenceSize(object));
    const std::int64_t at = index < 0 ? index + size : index;
    if (at < 0 || at >= size)
        return Value::undefined("list item");
    const auto position = static_cast<std::size_t>(at);
    return isText ? Value::string(codePointAt(object.text(), position)) : sequenceItem(object, position);
}

bool containsText(Run& run, const Value& text, const Value& item) {
    if (!item.isString())
        run.fail(FailureKind::Type, "'in' a text needs a text on its left, not " + std::string(describe(item)));
    run.chargeBytes(text.size);
    return text.text().find(item.text()) != std::string_view::npos;
}

std::partial_ordering orderSequences(Run& run, const Value& a, const Value& b) {
    const std::size_t common = std::min(sequenceSize(a), sequenceSize(b));
    run.charge(common + 1);
    for (std::size_t i = 0; i < common; ++i) {
        const Value left = sequenceItem(a, i);
        const Value right = sequenceItem(b, i);
        if (!equal(left, right))
            return order(run, left, right);
    }
    return sequenceSize(a) <=> sequenceSize(b);
}

bool ordered(Run& run, CompareOp op, const Value& left, const Value& right) {
    const std::partial_ordering result = order(run, left, right);
    switch (op) {
        case CompareOp::Less:
            return result < 0;
        case CompareOp::LessEqual:
            return result <= 0;
        case CompareOp::Greater:
            return result > 0;
        default:
            return result >= 0;
    }
}

bool strictlyEqual(Run& run, const Value& left, const Value& right) {
    if (isRefused(run, left) || isRefused(run, right))
        requireDefined(run, isRefused(run, left) ? left : right);
    if (left.isString() && right.isString())
        run.chargeBytes(std::min(left.size, right.size) / 8);
    return equal(left, right);
}

std::int64_t sliceBound(Run& run, const Value& bound, std::int64_t fallback, std::int64_t size, bool forward) {
    if (bound.kind == Kind::Missing || bound.kind == Kind::None)
        return fallback;
    if (!bound.isInteger())
        run.fail(FailureKind::Type, "a slice needs integers, not " + std::string(describe(bound)));
    return clampIndex(bound.asInteger(), size, forward ? 0 : -1, forward ? size : size - 1);
}

}  // namespace

void requireDefined(Run& run, const Value& value) {
    if (value.isUndefined())
        run.fail(FailureKind::Undefined,
                 "'" + std::string(value.text()) + "' is undefined; give it a value or use | default(...)");
}

void requireKey(Run& run, const Value& key) {
    requireDefined(run, key);
    if (key.isSequence() || key.isMapping() || key.kind >= Kind::Namespace)
        run.fail(FailureKind::Type, std::string(describe(key)) + " cannot be a key");
}

bool truth(Run& run, const Value& value) {
    switch (value.kind) {
        case Kind::Undefined:
            if (isRefused(run, value))
                requireDefined(run, value);
            return false;
        case Kind::Missing:
        case Kind::None:
            return false;
        case Kind::Bool:
            return value.boolean;
        case Kind::Int:
            return value.integer != 0;
        case Kind::Float:
            return value.number != 0;
        case Kind::String:
            return value.size > 0;
        case Kind::List:
        case Kind::Array:
            return sequenceSize(value) > 0;
        case Kind::Dict:
        case Kind::Object:
            return mappingSize(value) > 0;
        default:
            return true;
    }
}

std::partial_ordering order(Run& run, const Value& a, const Value& b) {
    if (a.isInteger() && b.isInteger())
        return a.asInteger() <=> b.asInteger();
    if (a.isNumber() && b.isNumber())
        return a.asNumber() <=> b.asNumber();
    if (a.isString() && b.isString()) {
        run.chargeBytes(std::min(a.size, b.size) / 8);
        return a.text().compare(b.text()) <=> 0;
    }
    if (a.isSequence() && b.isSequence() && a.isTuple() == b.isTuple())
        return orderSequences(run, a, b);
    if (a.isUndefined() || b.isUndefined())
        requireDefined(run, a.isUndefined() ? a : b);
    run.fail(FailureKind::Type,
             std::string(describe(a)) + " and " + std::string(describe(b)) + " have no order; convert one of them");
}

bool contains(Run& run, const Value& container, const Value& item) {
    if (isRefused(run, item))
        requireDefined(run, item);
    if (container.isString())
        return containsText(run, container, item);
    if (container.isMapping()) {
        run.charge(mappingSize(container) / 16);
        return mappingItem(container, item).kind != Kind::Missing;
    }
    if (container.isSequence()) {
        const std::size_t size = sequenceSize(container);
        run.charge(size / 4);
        for (std::size_t i = 0; i < size; ++i) {
            if (strictlyEqual(run, sequenceItem(container, i), item))
                return true;
        }
        return false;
    }
    if (container.isUndefined() && !isRefused(run, container))
        return false;
    requireDefined(run, container);
    run.fail(FailureKind::Type,
             "'in' needs a list, a mapping or a text on its right, not " + std::string(describe(container)));
}

bool compare(Run& run, CompareOp op, const Value& left, const Value& right) {
    switch (op) {
        case CompareOp::Equal:
            return strictlyEqual(run, left, right);
        case CompareOp::NotEqual:
            return !strictlyEqual(run, left, right);
        case CompareOp::In:
            return contains(run, right, left);
        case CompareOp::NotIn:
            return !contains(run, right, left);
        default:
            return ordered(run, op, left, right);
    }
}

Value attribute(Run& run, const Value& object, std::string_view name) {
    const Value found = field(run, object, name);
    return found.kind == Kind::Missing ? missingMember(run, object, name) : found;
}

Value subscript(Run& run, const Value& object, const Value& key) {
    if (isRefused(run, key))
        requireDefined(run, key);
    if ((object.isSequence() || object.isString()) && key.isInteger())
        return itemAt(run, object, key.asInteger());
    if (object.isMapping()) {
        run.charge(mappingSize(object) / 16);
        const Value found = mappingItem(object, key);
        if (found.kind != Kind::Missing)
            return found;
        return Value::undefined(key.isString() ? key.text() : "the key");
    }
    if (key.isString())
        return attribute(run, object, key.text());
    return missingMember(run, object, "item");
}

Value slice(Run& run, const Value& object, const Value& start, const Value& stop, const Value& step) {
    if (!object.isSequence() && !object.isString()) {
        requireDefined(run, object);
        run.fail(FailureKind::Type, "only lists and texts have slices, not " + std::string(describe(object)));
    }
    const Value items = iterable(run, object);
    const auto size = static_cast<std::int64_t>(sequenceSize(items));
    const std::int64_t stride = step.kind == Kind::Missing || step.kind == Kind::None ? 1
                                : step.isInteger()                                    ? step.asInteger()
                                                                                      : 0;
    if (stride == 0 || stride == std::numeric_limits<std::int64_t>::min())
        run.fail(FailureKind::Value, "the step of a slice is an integer other than 0");
    const bool forward = stride > 0;
    const std::int64_t end = sliceBound(run, stop, forward ? size : -1, size, forward);
    std::vector<Value> picked;
    std::string text;
    std::int64_t at = sliceBound(run, start, forward ? 0 : size - 1, size, forward);
    while (forward ? at < end : at > end) {
        const Value item = sequenceItem(items, static_cast<std::size_t>(at));
        if (object.isString())
            text += item.text();
        else
            picked.push_back(item);
        if (__builtin_add_overflow(at, stride, &at))
            break;
    }
    return object.isString() ? run.text(text, object.mark)
                             : run.list(picked, object.isTuple() ? Mark::Tuple : Mark::None);
}

Value attributePath(Run& run, const Value& object, const Value& path) {
    if (path.isInteger())
        return subscript(run, object, path);
    if (!path.isString())
        run.fail(FailureKind::Type, "an attribute is named by text or a number, not " + std::string(describe(path)));
    Value at = object;
    std::string_view rest = path.text();
    while (true) {
        const std::size_t dot = std::min(rest.find('.'), rest.size());
        const std::string_view part = rest.substr(0, dot);
        const auto index = parseInteger(part);
        at = index ? subscript(run, at, Value::integerOf(*index)) : subscript(run, at, Value::string(part));
        if (dot == rest.size())
            return at;
        rest.remove_prefix(dot + 1);
    }
}

Value iterable(Run& run, const Value& value) {
    if (value.isSequence()) {
        run.charge(sequenceSize(value));
        return value;
    }
    std::vector<Value> items;
    if (value.isMapping()) {
        run.charge(mappingSize(value));
        forEachEntry(value, [&](const Value& key, const Value&) { items.push_back(key); });
        return run.list(items);
    }
    if (value.isString()) {
        run.charge(value.size);
        for (std::size_t at = 0; at < value.size;) {
            const std::size_t bytes = decodeUtf8(value.text(), at).bytes;
            items.push_back(Value::string(value.text().substr(at, bytes)));
            at += bytes;
        }
        return run.list(items);
    }
    if (value.isUndefined() && !isRefused(run, value))
        return run.list({});
    requireDefined(run, value);
    run.fail(FailureKind::Type, std::string(describe(value)) + " has no items to go through");
}

}  // namespace touchstone::text::jinja
