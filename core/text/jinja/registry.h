// SPDX-License-Identifier: Apache-2.0
//
// The filters, tests and functions a template may name. They are pure: a value and arguments in, a value out.

#pragma once

#include "run.h"
#include "text/template.h"
#include "value.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace touchstone::text::jinja {

// Arguments in the order of the parameters, Missing where not given; `rest` holds those beyond the parameters.
class Args {
public:
    Args(Run& run, std::span<const Value> fixed, std::span<const Value> rest)
        : m_run(run), m_fixed(fixed), m_rest(rest) {}

    [[nodiscard]] bool has(std::size_t i) const { return m_fixed[i].kind != Kind::Missing; }
    [[nodiscard]] const Value& operator[](std::size_t i) const { return m_fixed[i]; }
    [[nodiscard]] std::span<const Value> rest() const { return m_rest; }

    // Typed reads; a given argument of another type is an error of the template.
    [[nodiscard]] std::int64_t integer(std::size_t i, std::int64_t fallback) const;
    [[nodiscard]] std::string_view text(std::size_t i, std::string_view fallback) const;
    [[nodiscard]] bool flag(std::size_t i, bool fallback) const;

private:
    Run& m_run;
    std::span<const Value> m_fixed;
    std::span<const Value> m_rest;
};

inline constexpr std::size_t kMaxParameters = 6;

struct Signature {
    LanguageName doc;
    std::span<const std::string_view> parameters;  // at most kMaxParameters
    std::size_t required = 0;
    bool rest = false;  // takes more positional arguments; `parameters` can then only be given by name
};

struct Filter {
    Signature signature;
    Value (*apply)(Run& run, const Value& input, const Args& args);
    bool givesFloat = false;  // its float may be printed under Printing::Strict
};

struct Test {
    Signature signature;
    bool (*check)(Run& run, const Value& input, const Args& args);
};

struct Function {
    LanguageName doc;
    Value (*call)(Run& run, std::span<const Value> positional, std::span<const Entry> named);
};

// Null when there is none.
[[nodiscard]] const Filter* findFilter(std::string_view name);
[[nodiscard]] const Test* findTest(std::string_view name);
[[nodiscard]] const Function* findFunction(std::string_view name);

// The tables, by subject.
[[nodiscard]] std::span<const Filter> textFilters();
[[nodiscard]] std::span<const Filter> layoutFilters();
[[nodiscard]] std::span<const Filter> listFilters();
[[nodiscard]] std::span<const Filter> selectionFilters();
[[nodiscard]] std::span<const Filter> numberFilters();
[[nodiscard]] std::span<const Test> valueTests();
[[nodiscard]] std::span<const Function> functions();

// Applies a filter or test named at run time, as `map('upper')` and `select('odd')` do.
[[nodiscard]] Value applyNamedFilter(Run& run, std::string_view name, const Value& input, std::span<const Value> rest);
[[nodiscard]] bool applyNamedTest(Run& run, std::string_view name, const Value& input, std::span<const Value> rest);

}  // namespace touchstone::text::jinja
