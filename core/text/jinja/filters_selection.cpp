// SPDX-License-Identifier: Apache-2.0

#include "ops.h"
#include "registry.h"

#include <array>
#include <vector>

namespace touchstone::text::jinja {

namespace {

std::string_view nameOf(Run& run, const Value& name, std::string_view what) {
    if (!name.isString())
        run.fail(FailureKind::Type, "the name of a " + std::string(what) + " is text: map('upper'), select('odd')");
    return name.text();
}

Value mapItems(Run& run, const Value& input, const Args& args) {
    const Value items = iterable(run, input);
    const std::span<const Value> rest = args.rest();
    if (rest.empty() && !args.has(0))
        run.fail(FailureKind::Type, "map needs the name of a filter, or attribute='...'");
    std::vector<Value> mapped;
    for (std::size_t i = 0; i < sequenceSize(items); ++i) {
        const Value item = sequenceItem(items, i);
        if (!rest.empty()) {
            mapped.push_back(applyNamedFilter(run, nameOf(run, rest[0], "filter"), item, rest.subspan(1)));
            continue;
        }
        const Value value = attributePath(run, item, args[0]);
        mapped.push_back(value.isUndefined() && args.has(1) ? args[1] : value);
    }
    return run.list(mapped);
}

struct Selection {
    bool keep;         // select, or reject
    bool byAttribute;  // selectattr, rejectattr
};

Value choose(Run& run, const Value& input, const Args& args, Selection selection) {
    const Value items = iterable(run, input);
    std::span<const Value> rest = args.rest();
    const Value attribute = selection.byAttribute ? rest[0] : Value::none();
    if (selection.byAttribute)
        rest = rest.subspan(1);
    std::vector<Value> chosen;
    for (std::size_t i = 0; i < sequenceSize(items); ++i) {
        const Value item = sequenceItem(items, i);
        const Value tested = selection.byAttribute ? attributePath(run, item, attribute) : item;
        const bool holds = rest.empty() ? truth(run, tested)
                                        : applyNamedTest(run, nameOf(run, rest[0], "test"), tested, rest.subspan(1));
        if (holds == selection.keep)
            chosen.push_back(item);
    }
    return run.list(chosen);
}

Value select(Run& run, const Value& input, const Args& args) {
    return choose(run, input, args, {true, false});
}

Value reject(Run& run, const Value& input, const Args& args) {
    return choose(run, input, args, {false, false});
}

Value selectAttr(Run& run, const Value& input, const Args& args) {
    return choose(run, input, args, {true, true});
}

Value rejectAttr(Run& run, const Value& input, const Args& args) {
    return choose(run, input, args, {false, true});
}

constexpr std::array<std::string_view, 2> kMap = {"attribute", "default"};

constexpr std::array kFilters = std::to_array<Filter>({
    {{{"map", "map(filter, arguments...) or map(attribute='name', default=none)", "Each item changed by a filter."},
      kMap,
      0,
      true},
     mapItems},
    {{{"select", "select(test, arguments...)", "The items that pass a test."}, {}, 0, true}, select},
    {{{"reject", "reject(test, arguments...)", "The items that fail a test."}, {}, 0, true}, reject},
    {{{"selectattr", "selectattr(attribute, test, arguments...)", "The items whose attribute passes a test."},
      {},
      1,
      true},
     selectAttr},
    {{{"rejectattr", "rejectattr(attribute, test, arguments...)", "The items whose attribute fails a test."},
      {},
      1,
      true},
     rejectAttr},
});

}  // namespace

std::span<const Filter> selectionFilters() {
    return kFilters;
}

}  // namespace touchstone::text::jinja
