// SPDX-License-Identifier: Apache-2.0

#include "ops.h"
#include "registry.h"

#include <algorithm>
#include <array>
#include <vector>

namespace touchstone::text::jinja {

namespace {

std::int64_t integerAt(Run& run, std::span<const Value> positional, std::size_t i) {
    if (!positional[i].isInteger()) {
        requireDefined(run, positional[i]);
        run.fail(FailureKind::Type, "range needs integers, not " + std::string(describe(positional[i])));
    }
    return positional[i].asInteger();
}

Value range(Run& run, std::span<const Value> positional, std::span<const Entry> named) {
    if (positional.empty() || positional.size() > 3 || !named.empty())
        run.fail(FailureKind::Type, "range has the form range(stop) or range(start, stop, step)");
    const bool hasStart = positional.size() > 1;
    const std::int64_t start = hasStart ? integerAt(run, positional, 0) : 0;
    const std::int64_t stop = integerAt(run, positional, hasStart ? 1 : 0);
    const std::int64_t step = positional.size() > 2 ? integerAt(run, positional, 2) : 1;
    if (step == 0)
        run.fail(FailureKind::Value, "the step of range may not be 0");
    std::vector<Value> numbers;
    for (std::int64_t at = start; step > 0 ? at < stop : at > stop;) {
        run.charge(1);
        numbers.push_back(Value::integerOf(at));
        if (__builtin_add_overflow(at, step, &at))
            break;
    }
    return run.list(numbers);
}

// The entries of a mapping given first, then those given by name.
std::vector<Entry> collect(Run& run, std::span<const Value> positional, std::span<const Entry> named,
                           std::string_view function) {
    std::vector<Entry> entries;
    if (positional.size() > 1 || (positional.size() == 1 && !positional[0].isMapping()))
        run.fail(FailureKind::Type, std::string(function) + " takes one mapping, and arguments with names");
    if (positional.size() == 1) {
        run.charge(mappingSize(positional[0]));
        forEachEntry(positional[0], [&](const Value& key, const Value& value) { entries.push_back({key, value}); });
    }
    for (const Entry& entry : named) {
        run.charge(entries.size() / 16);
        const auto known = std::find_if(entries.begin(), entries.end(),
                                        [&](const Entry& other) { return equal(other.key, entry.key); });
        if (known == entries.end())
            entries.push_back(entry);
        else
            known->value = entry.value;
    }
    return entries;
}

Value dict(Run& run, std::span<const Value> positional, std::span<const Entry> named) {
    return run.dict(collect(run, positional, named, "dict"));
}

Value makeNamespace(Run& run, std::span<const Value> positional, std::span<const Entry> named) {
    const std::vector<Entry> entries = collect(run, positional, named, "namespace");
    for (const Entry& entry : entries) {
        if (!entry.key.isString())
            run.fail(FailureKind::Type, "the fields of a namespace are named by text");
    }
    Value value = Value::none();
    value.kind = Kind::Namespace;
    value.names = run.make<NamespaceObject>(
        NamespaceObject{std::pmr::vector<Entry>(entries.begin(), entries.end(), run.arena())});
    return value;
}

constexpr std::array kFunctions = std::to_array<Function>({
    {{"range", "range(stop) or range(start, stop, step=1)", "A list of integers."}, range},
    {{"dict", "dict(name=value, ...)", "A mapping."}, dict},
    {{"namespace", "namespace(name=value, ...)", "Fields that {% set ns.field = ... %} can change from inside a loop."},
     makeNamespace},
});

}  // namespace

std::span<const Function> functions() {
    return kFunctions;
}

}  // namespace touchstone::text::jinja
