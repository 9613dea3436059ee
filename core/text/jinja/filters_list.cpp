// SPDX-License-Identifier: Apache-2.0

#include "ops.h"
#include "printing.h"
#include "registry.h"
#include "sorting.h"
#include "text/utf8.h"

#include <algorithm>
#include <array>
#include <vector>

namespace touchstone::text::jinja {

namespace {

std::vector<Value> itemsOf(Run& run, const Value& input) {
    const Value items = iterable(run, input);
    std::vector<Value> copy;
    copy.reserve(sequenceSize(items));
    for (std::size_t i = 0; i < sequenceSize(items); ++i)
        copy.push_back(sequenceItem(items, i));
    return copy;
}

std::size_t positive(Run& run, const Args& args, std::string_view what) {
    const std::int64_t count = args.integer(0, 0);
    if (count <= 0)
        run.fail(FailureKind::Value, std::string(what) + " needs a number above 0");
    run.charge(static_cast<std::size_t>(count));
    return static_cast<std::size_t>(count);
}

Value fallback(Run& run, const Value& input, const Args& args) {
    const bool missing = input.isUndefined() || (args.flag(1, false) && !truth(run, input));
    if (!missing)
        return input;
    return args.has(0) ? args[0] : Value::string("");
}

Value length(Run& run, const Value& input, const Args&) {
    std::size_t size = 0;
    if (input.isString()) {
        run.chargeBytes(input.size);
        size = countCodePoints(input.text());
    } else if (input.isSequence()) {
        size = sequenceSize(input);
    } else if (input.isMapping()) {
        size = mappingSize(input);
    } else if (!input.isUndefined() || isRefused(run, input)) {
        requireDefined(run, input);
        run.fail(FailureKind::Type, std::string(describe(input)) + " has no length");
    }
    return Value::integerOf(static_cast<std::int64_t>(size));
}

Value join(Run& run, const Value& input, const Args& args) {
    const Value items = iterable(run, input);
    const Value separator = args.has(0) ? printed(run, args[0]) : Value::string("");
    std::string text;
    Writer writer(run, text);
    for (std::size_t i = 0; i < sequenceSize(items); ++i) {
        const Value item = sequenceItem(items, i);
        writer.put(i > 0 ? separator.text() : "");
        print(writer, args.has(1) ? attributePath(run, item, args[1]) : item);
    }
    return run.text(text);
}

Value first(Run& run, const Value& input, const Args&) {
    if (input.isSequence() && sequenceSize(input) > 0)
        return sequenceItem(input, 0);
    const Value items = iterable(run, input);
    return sequenceSize(items) > 0 ? sequenceItem(items, 0) : Value::undefined("first item");
}

Value last(Run& run, const Value& input, const Args&) {
    if (input.isSequence() && sequenceSize(input) > 0)
        return sequenceItem(input, sequenceSize(input) - 1);
    const Value items = iterable(run, input);
    const std::size_t size = sequenceSize(items);
    return size > 0 ? sequenceItem(items, size - 1) : Value::undefined("last item");
}

Value reverse(Run& run, const Value& input, const Args&) {
    std::vector<Value> items = itemsOf(run, input);
    std::reverse(items.begin(), items.end());
    if (!input.isString())
        return run.list(items);
    std::string text;
    for (const Value& item : items)
        text += item.text();
    return run.text(text);
}

Value list(Run& run, const Value& input, const Args&) {
    return run.list(itemsOf(run, input));
}

Value sort(Run& run, const Value& input, const Args& args) {
    std::vector<Value> items = itemsOf(run, input);
    sortValues(run, items, {args.has(2) ? args[2] : Value::none(), args.flag(1, false), args.flag(0, false)});
    return run.list(items);
}

Value unique(Run& run, const Value& input, const Args& args) {
    const std::vector<Value> items = itemsOf(run, input);
    const Value attribute = args.has(1) ? args[1] : Value::none();
    return run.list(uniqueValues(run, items, {attribute, args.flag(0, false), false}));
}

Value dictSort(Run& run, const Value& input, const Args& args) {
    if (!input.isMapping()) {
        requireDefined(run, input);
        run.fail(FailureKind::Type, "dictsort needs a mapping, not " + std::string(describe(input)));
    }
    const std::string_view by = args.text(1, "key");
    if (by != "key" && by != "value")
        run.fail(FailureKind::Value, "dictsort sorts by 'key' or by 'value'");
    std::vector<Value> pairs;
    forEachEntry(input, [&](const Value& key, const Value& value) { pairs.push_back(run.tuple(key, value)); });
    sortValues(run, pairs, {Value::integerOf(by == "key" ? 0 : 1), args.flag(0, false), args.flag(2, false)});
    return run.list(pairs);
}

Value items(Run& run, const Value& input, const Args&) {
    if (!input.isMapping()) {
        if (input.isUndefined() && !isRefused(run, input))
            return run.list({});
        requireDefined(run, input);
        run.fail(FailureKind::Type, "items needs a mapping, not " + std::string(describe(input)));
    }
    std::vector<Value> pairs;
    forEachEntry(input, [&](const Value& key, const Value& value) { pairs.push_back(run.tuple(key, value)); });
    return run.list(pairs);
}

Value batch(Run& run, const Value& input, const Args& args) {
    const std::vector<Value> all = itemsOf(run, input);
    const std::size_t size = positive(run, args, "batch");
    std::vector<Value> rows;
    for (std::size_t begin = 0; begin < all.size(); begin += size) {
        const auto from = all.begin() + static_cast<std::ptrdiff_t>(begin);
        std::vector<Value> row(from, from + static_cast<std::ptrdiff_t>(std::min(size, all.size() - begin)));
        if (args.has(1) && args[1].kind != Kind::None)
            row.resize(size, args[1]);
        rows.push_back(run.list(row));
    }
    return run.list(rows);
}

Value slices(Run& run, const Value& input, const Args& args) {
    const std::vector<Value> all = itemsOf(run, input);
    const std::size_t count = positive(run, args, "slice");
    const std::size_t size = all.size() / count;
    const std::size_t extra = all.size() % count;
    std::vector<Value> columns;
    auto at = all.begin();
    for (std::size_t i = 0; i < count; ++i) {
        const auto end = at + static_cast<std::ptrdiff_t>(size + (i < extra ? 1 : 0));
        std::vector<Value> column(at, end);
        if (i >= extra && args.has(1) && args[1].kind != Kind::None)
            column.push_back(args[1]);
        columns.push_back(run.list(column));
        at = end;
    }
    return run.list(columns);
}

// The real grouping key of an item: the attribute, or the given default.
Value groupKey(Run& run, const Value& item, const Args& args) {
    const Value key = attributePath(run, item, args[0]);
    return key.isUndefined() && args.has(1) && args[1].kind != Kind::None ? args[1] : key;
}

Value groupBy(Run& run, const Value& input, const Args& args) {
    const bool caseSensitive = args.flag(2, false);
    std::vector<Value> keyed;
    for (const Value& item : itemsOf(run, input))
        keyed.push_back(run.tuple(groupKey(run, item, args), item));
    const SortRules rules{Value::integerOf(0), caseSensitive, false};
    sortValues(run, keyed, rules);
    std::vector<Value> groups;
    for (std::size_t begin = 0; begin < keyed.size();) {
        const Value key = sortKey(run, keyed[begin], rules);
        std::vector<Value> members;
        std::size_t end = begin;
        for (; end < keyed.size() && equal(sortKey(run, keyed[end], rules), key); ++end)
            members.push_back(keyed[end].items[1]);
        groups.push_back(run.list(std::array<Value, 2>{keyed[begin].items[0], run.list(members)}, Mark::Group));
        begin = end;
    }
    return run.list(groups);
}

Value extreme(Run& run, const Value& input, const Args& args, bool largest) {
    const SortRules rules{args.has(1) ? args[1] : Value::none(), args.flag(0, false), false};
    const std::vector<Value> all = itemsOf(run, input);
    if (all.empty())
        return Value::undefined(largest ? "max of nothing" : "min of nothing");
    Value best = all.front();
    Value bestKey = sortKey(run, best, rules);
    for (std::size_t i = 1; i < all.size(); ++i) {
        const Value key = sortKey(run, all[i], rules);
        const bool better = largest ? order(run, key, bestKey) > 0 : order(run, key, bestKey) < 0;
        if (!better)
            continue;
        best = all[i];
        bestKey = key;
    }
    return best;
}

Value minimum(Run& run, const Value& input, const Args& args) {
    return extreme(run, input, args, false);
}

Value maximum(Run& run, const Value& input, const Args& args) {
    return extreme(run, input, args, true);
}

Value sum(Run& run, const Value& input, const Args& args) {
    Value total = args.has(1) ? args[1] : Value::integerOf(0);
    if (total.isString())
        run.fail(FailureKind::Type, "sum adds numbers or lists; use join for text");
    for (const Value& item : itemsOf(run, input)) {
        const bool byAttribute = args.has(0) && args[0].kind != Kind::None;
        total = arithmetic(run, BinaryOp::Add, total, byAttribute ? attributePath(run, item, args[0]) : item);
    }
    return total;
}

constexpr std::array<std::string_view, 2> kDefault = {"default_value", "boolean"};
constexpr std::array<std::string_view, 2> kJoin = {"d", "attribute"};
constexpr std::array<std::string_view, 3> kSort = {"reverse", "case_sensitive", "attribute"};
constexpr std::array<std::string_view, 2> kByCase = {"case_sensitive", "attribute"};
constexpr std::array<std::string_view, 3> kDictSort = {"case_sensitive", "by", "reverse"};
constexpr std::array<std::string_view, 2> kBatch = {"linecount", "fill_with"};
constexpr std::array<std::string_view, 2> kSlice = {"slices", "fill_with"};
constexpr std::array<std::string_view, 3> kGroupBy = {"attribute", "default", "case_sensitive"};
constexpr std::array<std::string_view, 2> kSum = {"attribute", "start"};

constexpr std::array kFilters = std::to_array<Filter>({
    {{{"default", "default(default_value='', boolean=false)", "Another value where this one is undefined."}, kDefault},
     fallback},
    {{{"d", "d(default_value='', boolean=false)", "Short for default."}, kDefault}, fallback},
    {{{"length", "length", "The number of items, keys or characters."}, {}}, length},
    {{{"count", "count", "The same as length."}, {}}, length},
    {{{"join", "join(d='', attribute=none)", "The items as one text, with a separator."}, kJoin}, join},
    {{{"first", "first", "The first item."}, {}}, first},
    {{{"last", "last", "The last item."}, {}}, last},
    {{{"reverse", "reverse", "The items or characters backwards."}, {}}, reverse},
    {{{"list", "list", "The items as a list."}, {}}, list},
    {{{"sort", "sort(reverse=false, case_sensitive=false, attribute=none)", "The items in order."}, kSort}, sort},
    {{{"unique", "unique(case_sensitive=false, attribute=none)", "Each item once."}, kByCase}, unique},
    {{{"dictsort", "dictsort(case_sensitive=false, by='key', reverse=false)", "Pairs of a mapping in order."},
      kDictSort},
     dictSort},
    {{{"items", "items", "Pairs of a mapping."}, {}}, items},
    {{{"batch", "batch(linecount, fill_with=none)", "Rows of so many items."}, kBatch, 1}, batch},
    {{{"slice", "slice(slices, fill_with=none)", "So many columns of items."}, kSlice, 1}, slices},
    {{{"groupby", "groupby(attribute, default=none, case_sensitive=false)", "Groups with .grouper and .list."},
      kGroupBy,
      1},
     groupBy},
    {{{"min", "min(case_sensitive=false, attribute=none)", "The smallest item."}, kByCase}, minimum, true},
    {{{"max", "max(case_sensitive=false, attribute=none)", "The largest item."}, kByCase}, maximum, true},
    {{{"sum", "sum(attribute=none, start=0)", "The items added up."}, kSum}, sum, true},
});

}  // namespace

std::span<const Filter> listFilters() {
    return kFilters;
}

}  // namespace touchstone::text::jinja
