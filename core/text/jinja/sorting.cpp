// SPDX-License-Identifier: Apache-2.0

#include "sorting.h"

#include "ops.h"
#include "printing.h"
#include "text_ops.h"
#include "unicode_case.h"

#include <algorithm>
#include <bit>
#include <numeric>
#include <string>
#include <unordered_set>

namespace touchstone::text::jinja {

namespace {

Value foldCase(Run& run, const Value& value, const SortRules& rules) {
    return rules.caseSensitive || !value.isString() ? value : run.text(toLower(value.text()));
}

// Two missing keys have no order but are no error either, unless undefined is one.
bool before(Run& run, const Value& a, const Value& b) {
    const bool bothMissing = a.isUndefined() && b.isUndefined() && !isRefused(run, a);
    return !bothMissing && order(run, a, b) < 0;
}

}  // namespace

Value sortKey(Run& run, const Value& item, const SortRules& rules) {
    if (rules.attribute.kind == Kind::None)
        return foldCase(run, item, rules);
    if (!rules.attribute.isString() || rules.attribute.text().find(',') == std::string_view::npos)
        return foldCase(run, attributePath(run, item, rules.attribute), rules);
    std::vector<Value> keys;
    for (const std::string_view part : splitText(rules.attribute.text(), ",", -1))
        keys.push_back(foldCase(run, attributePath(run, item, Value::string(part)), rules));
    return run.list(keys);
}

void sortValues(Run& run, std::vector<Value>& items, const SortRules& rules) {
    std::vector<Value> keys;
    for (const Value& item : items)
        keys.push_back(sortKey(run, item, rules));
    run.charge(items.size() * std::bit_width(items.size()) / 4);
    std::vector<std::size_t> places(items.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    std::stable_sort(places.begin(), places.end(), [&](std::size_t a, std::size_t b) {
        return rules.reverse ? before(run, keys[b], keys[a]) : before(run, keys[a], keys[b]);
    });
    std::vector<Value> sorted;
    for (const std::size_t place : places)
        sorted.push_back(items[place]);
    items = std::move(sorted);
}

std::vector<Value> uniqueValues(Run& run, std::span<const Value> items, const SortRules& rules) {
    std::unordered_set<std::string> seen;
    std::vector<Value> unique;
    for (const Value& item : items) {
        const Value key = sortKey(run, item, rules);
        std::string print;
        Writer writer(run, print);
        if (key.isNumber() && key.asNumber() == static_cast<double>(static_cast<std::int64_t>(key.asNumber())))
            printRepr(writer, Value::integerOf(static_cast<std::int64_t>(key.asNumber())));
        else
            printRepr(writer, key);
        if (seen.insert(std::move(print)).second)
            unique.push_back(item);
    }
    return unique;
}

}  // namespace touchstone::text::jinja
