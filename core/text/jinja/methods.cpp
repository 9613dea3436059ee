// SPDX-License-Identifier: Apache-2.0

#include "methods.h"

#include "ops.h"
#include "text/utf8.h"
#include "text_ops.h"
#include "unicode_case.h"

#include <algorithm>
#include <array>
#include <vector>

namespace touchstone::text::jinja {

namespace {

struct Call {
    Run& run;
    Value object;
    std::string_view name;
    std::span<const Value> given;

    void takes(std::size_t least, std::size_t most) const {
        if (given.size() < least || given.size() > most)
            run.fail(FailureKind::Type, "'" + std::string(name) + "' takes " + std::to_string(least) + " to " +
                                            std::to_string(most) + " arguments");
    }
    [[nodiscard]] bool has(std::size_t i) const { return i < given.size() && given[i].kind != Kind::None; }
    [[nodiscard]] std::string_view text(std::size_t i) const {
        if (!has(i))
            return {};
        if (!given[i].isString()) {
            requireDefined(run, given[i]);
            run.fail(FailureKind::Type,
                     "'" + std::string(name) + "' needs text, not " + std::string(describe(given[i])));
        }
        return given[i].text();
    }
    [[nodiscard]] std::int64_t integer(std::size_t i, std::int64_t fallback) const {
        if (!has(i))
            return fallback;
        if (!given[i].isInteger())
            run.fail(FailureKind::Type,
                     "'" + std::string(name) + "' needs an integer, not " + std::string(describe(given[i])));
        return given[i].asInteger();
    }
    [[nodiscard]] std::string_view self() const { return object.text(); }
};

struct Method {
    std::string_view name;
    Value (*apply)(const Call& call);
};

Value textList(Run& run, const std::vector<std::string_view>& parts) {
    std::vector<Value> items;
    for (const std::string_view part : parts)
        items.push_back(Value::string(part));
    return run.list(items);
}

// ---- Mappings

Value pairs(const Call& call) {
    call.takes(0, 0);
    std::vector<Value> items;
    forEachEntry(call.object,
                 [&](const Value& key, const Value& value) { items.push_back(call.run.tuple(key, value)); });
    return call.run.list(items);
}

Value keys(const Call& call) {
    call.takes(0, 0);
    return iterable(call.run, call.object);
}

Value values(const Call& call) {
    call.takes(0, 0);
    std::vector<Value> items;
    forEachEntry(call.object, [&](const Value&, const Value& value) { items.push_back(value); });
    return call.run.list(items);
}

Value get(const Call& call) {
    call.takes(1, 2);
    call.run.charge(mappingSize(call.object) / 16);
    requireKey(call.run, call.given[0]);
    const Value found = mappingItem(call.object, call.given[0]);
    if (found.kind != Kind::Missing)
        return found;
    return call.given.size() > 1 ? call.given[1] : Value::none();
}

// ---- Texts

Value stripped(const Call& call, bool left, bool right) {
    call.takes(0, 1);
    const std::string_view chars = call.text(0);
    return Value::string(strip(call.self(), call.has(0) ? &chars : nullptr, left, right));
}

Value split(const Call& call) {
    call.takes(0, 2);
    if (call.has(0) && call.text(0).empty())
        call.run.fail(FailureKind::Value, "the separator of split may not be empty");
    return textList(call.run, splitText(call.self(), call.text(0), call.integer(1, -1)));
}

Value replace(const Call& call) {
    call.takes(2, 3);
    const std::string_view old = call.text(0);
    const std::string_view replacement = call.text(1);
    std::size_t matches = old.empty() ? call.self().size() + 1 : 0;
    for (std::size_t at = old.empty() ? std::string_view::npos : call.self().find(old); at != std::string_view::npos;
         at = call.self().find(old, at + old.size()))
        ++matches;
    call.run.checkSize(call.self().size() + matches * replacement.size());
    return call.run.text(replaceAll(call.self(), old, replacement, call.integer(2, -1)));
}

// A text or a tuple of texts.
template <class Matches>
Value matchesAny(const Call& call, Matches matches) {
    call.takes(1, 1);
    if (!call.given[0].isTuple())
        return Value::boolOf(matches(call.text(0)));
    for (const Value& option : std::span(call.given[0].items, call.given[0].size)) {
        if (option.isString() && matches(option.text()))
            return Value::boolOf(true);
    }
    return Value::boolOf(false);
}

Value startsWith(const Call& call) {
    return matchesAny(call, [&](std::string_view part) { return call.self().starts_with(part); });
}

Value endsWith(const Call& call) {
    return matchesAny(call, [&](std::string_view part) { return call.self().ends_with(part); });
}

Value codePointIndex(const Call& call, std::size_t at) {
    return Value::integerOf(
        at == std::string_view::npos ? -1 : static_cast<std::int64_t>(countCodePoints(call.self().substr(0, at))));
}

Value find(const Call& call) {
    call.takes(1, 1);
    return codePointIndex(call, call.self().find(call.text(0)));
}

Value rfind(const Call& call) {
    call.takes(1, 1);
    return codePointIndex(call, call.self().rfind(call.text(0)));
}

Value countText(const Call& call) {
    call.takes(1, 1);
    const std::string_view part = call.text(0);
    if (part.empty())
        return Value::integerOf(static_cast<std::int64_t>(countCodePoints(call.self())) + 1);
    std::int64_t count = 0;
    for (std::size_t at = call.self().find(part); at != std::string_view::npos;
         at = call.self().find(part, at + part.size()))
        ++count;
    return Value::integerOf(count);
}

Value joinText(const Call& call) {
    call.takes(1, 1);
    const Value items = iterable(call.run, call.given[0]);
    std::string text;
    for (std::size_t i = 0; i < sequenceSize(items); ++i) {
        const Value item = sequenceItem(items, i);
        if (!item.isString())
            call.run.fail(FailureKind::Type,
                          "join needs texts, not " + std::string(describe(item)) + "; use the filter join");
        text.append(i > 0 ? call.self() : std::string_view()).append(item.text());
        call.run.checkSize(text.size());
    }
    return call.run.text(text);
}

template <bool (*holds)(char32_t)>
Value all(const Call& call) {
    call.takes(0, 0);
    const CodePoints points(call.self());
    for (const char32_t point : points) {
        if (!holds(point))
            return Value::boolOf(false);
    }
    return Value::boolOf(!call.self().empty());
}

bool isDigit(char32_t point) {
    return point >= '0' && point <= '9';
}

bool isAlphanumeric(char32_t point) {
    return isWordPart(point) && point != '_';
}

bool isLetter(char32_t point) {
    return isAlphanumeric(point) && !isDigit(point);
}

constexpr std::array kTextMethods = std::to_array<Method>({
    {"upper", [](const Call& call) { return call.run.text(toUpper(call.self())); }},
    {"lower", [](const Call& call) { return call.run.text(toLower(call.self())); }},
    {"title", [](const Call& call) { return call.run.text(titleMethod(call.self())); }},
    {"capitalize", [](const Call& call) { return call.run.text(capitalize(call.self())); }},
    {"strip", [](const Call& call) { return stripped(call, true, true); }},
    {"lstrip", [](const Call& call) { return stripped(call, true, false); }},
    {"rstrip", [](const Call& call) { return stripped(call, false, true); }},
    {"split", split},
    {"splitlines", [](const Call& call) { return textList(call.run, splitLines(call.self())); }},
    {"replace", replace},
    {"startswith", startsWith},
    {"endswith", endsWith},
    {"find", find},
    {"rfind", rfind},
    {"count", countText},
    {"join", joinText},
    {"isdigit", all<isDigit>},
    {"isalpha", all<isLetter>},
    {"isalnum", all<isAlphanumeric>},
    {"isspace", all<isSpace>},
});

constexpr std::array kMappingMethods = std::to_array<Method>({
    {"items", pairs},
    {"keys", keys},
    {"values", values},
    {"get", get},
});

// ---- Lists and loops

Value indexOf(const Call& call) {
    call.takes(1, 1);
    call.run.charge(sequenceSize(call.object));
    for (std::size_t i = 0; i < sequenceSize(call.object); ++i) {
        if (equal(sequenceItem(call.object, i), call.given[0]))
            return Value::integerOf(static_cast<std::int64_t>(i));
    }
    call.run.fail(FailureKind::Value, "the list does not contain this item; test with 'in' first");
}

Value countItems(const Call& call) {
    call.takes(1, 1);
    call.run.charge(sequenceSize(call.object));
    std::int64_t count = 0;
    for (std::size_t i = 0; i < sequenceSize(call.object); ++i)
        count += equal(sequenceItem(call.object, i), call.given[0]) ? 1 : 0;
    return Value::integerOf(count);
}

Value cycle(const Call& call) {
    call.takes(1, 1000);
    return call.given[call.object.loop->index % call.given.size()];
}

Value changed(const Call& call) {
    const Value now = call.run.list(call.given, Mark::Tuple);
    Value& last = call.object.loop->lastChanged;
    const bool isChanged = last.kind == Kind::Missing || !equal(last, now);
    last = now;
    return Value::boolOf(isChanged);
}

constexpr std::array kListMethods = std::to_array<Method>({{"index", indexOf}, {"count", countItems}});
constexpr std::array kLoopMethods = std::to_array<Method>({{"cycle", cycle}, {"changed", changed}});

std::span<const Method> methodsOf(const Value& object) {
    if (object.isString())
        return kTextMethods;
    if (object.isMapping())
        return kMappingMethods;
    if (object.isSequence())
        return kListMethods;
    if (object.kind == Kind::Loop)
        return kLoopMethods;
    return {};
}

}  // namespace

Value callMethod(Run& run, const Value& object, std::string_view name, std::span<const Value> positional,
                 std::span<const Entry> named) {
    const std::span<const Method> methods = methodsOf(object);
    const auto method =
        std::find_if(methods.begin(), methods.end(), [name](const Method& one) { return one.name == name; });
    if (method == methods.end())
        return Value::missing();
    if (!named.empty())
        run.fail(FailureKind::Type, "'" + std::string(name) + "' takes no arguments with names");
    if (object.isString())
        run.chargeBytes(object.size);
    return method->apply({run, object, name, positional});
}

}  // namespace touchstone::text::jinja
