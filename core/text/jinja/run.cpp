// SPDX-License-Identifier: Apache-2.0

#include "run.h"

#include <algorithm>
#include <cstring>

namespace touchstone::text::jinja {

void Run::fail(FailureKind kind, std::string message) const {
    throw RenderFailure{kind, at, std::move(message)};
}

void Run::failSteps() const {
    fail(FailureKind::StepLimit,
         "the template needs more than " + std::to_string(limits.steps) + " steps; make its loops or lists smaller");
}

void Run::failOutput() const {
    fail(FailureKind::OutputLimit, "the text grows beyond " + std::to_string(limits.outputBytes) +
                                       " bytes; make the input or its repetition smaller");
}

std::uint16_t Run::nesting(std::uint16_t inner) const {
    if (inner >= kMaxNesting)
        fail(FailureKind::SizeLimit, "lists or mappings are nested deeper than " + std::to_string(kMaxNesting));
    return static_cast<std::uint16_t>(inner + 1);
}

Value Run::text(std::string_view text, Mark mark) {
    checkSize(text.size());
    chargeBytes(text.size());
    const auto copy = room<char>(text.size() + 1);
    std::memcpy(copy.data(), text.data(), text.size());
    return Value::string({copy.data(), text.size()}, mark);
}

Value Run::list(std::span<const Value> items, Mark mark) {
    charge(items.size() + 1);
    const auto copy = room<Value>(items.size());
    std::uint16_t inner = 0;
    for (std::size_t i = 0; i < items.size(); ++i) {
        std::construct_at(&copy[i], items[i]);
        inner = std::max(inner, items[i].depth);
    }
    Value list = Value::list(copy, mark);
    list.depth = nesting(inner);
    return list;
}

Value Run::dict(std::span<const Entry> entries) {
    charge(2 * entries.size() + 1);
    const auto copy = room<Entry>(entries.size());
    std::uint16_t inner = 0;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        std::construct_at(&copy[i], entries[i]);
        inner = std::max({inner, entries[i].key.depth, entries[i].value.depth});
    }
    Value dict = Value::dict(copy);
    dict.depth = nesting(inner);
    return dict;
}

}  // namespace touchstone::text::jinja
