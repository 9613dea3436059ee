// SPDX-License-Identifier: Apache-2.0

#include "registry.h"

#include "ops.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <vector>

namespace touchstone::text::jinja {

namespace {

// One table, sorted by name, of what is declared in several files.
template <class Item>
class Table {
public:
    Table(std::initializer_list<std::span<const Item>> groups) {
        for (const std::span<const Item> group : groups) {
            for (const Item& item : group)
                m_byName.emplace(doc(item).name, &item);
        }
        for (const auto& [name, item] : m_byName)
            m_docs.push_back(doc(*item));
        std::sort(m_docs.begin(), m_docs.end(),
                  [](const LanguageName& a, const LanguageName& b) { return a.name < b.name; });
    }

    [[nodiscard]] const Item* find(std::string_view name) const {
        const auto at = m_byName.find(name);
        return at == m_byName.end() ? nullptr : at->second;
    }
    [[nodiscard]] std::span<const LanguageName> docs() const { return m_docs; }

private:
    static const LanguageName& doc(const Item& item) {
        if constexpr (requires { item.signature; })
            return item.signature.doc;
        else
            return item.doc;
    }

    std::unordered_map<std::string_view, const Item*> m_byName;
    std::vector<LanguageName> m_docs;
};

const Table<Filter>& filterTable() {
    static const Table<Filter> table{textFilters(), layoutFilters(), listFilters(), selectionFilters(),
                                     numberFilters()};
    return table;
}

const Table<Test>& testTable() {
    static const Table<Test> table{valueTests()};
    return table;
}

const Table<Function>& functionTable() {
    static const Table<Function> table{functions()};
    return table;
}

// Positional arguments put into the places of the parameters.
std::array<Value, kMaxParameters> place(Run& run, const Signature& signature, std::span<const Value> rest) {
    std::array<Value, kMaxParameters> fixed;
    fixed.fill(Value::missing());
    const bool fits =
        rest.size() >= signature.required && (signature.rest || rest.size() <= signature.parameters.size());
    if (!fits)
        run.fail(FailureKind::Type,
                 "'" + std::string(signature.doc.name) + "' has the form " + std::string(signature.doc.signature));
    if (!signature.rest)
        std::copy(rest.begin(), rest.end(), fixed.begin());
    return fixed;
}

}  // namespace

const Filter* findFilter(std::string_view name) {
    return filterTable().find(name);
}

const Test* findTest(std::string_view name) {
    return testTable().find(name);
}

const Function* findFunction(std::string_view name) {
    return functionTable().find(name);
}

Value applyNamedFilter(Run& run, std::string_view name, const Value& input, std::span<const Value> rest) {
    const Filter* const filter = findFilter(name);
    if (!filter)
        run.fail(FailureKind::Value, "there is no filter '" + std::string(name) + "'");
    const Signature& signature = filter->signature;
    const auto fixed = place(run, signature, rest);
    run.charge(1);
    const Args args(run, std::span(fixed).first(signature.parameters.size()),
                    signature.rest ? rest : std::span<const Value>{});
    return filter->apply(run, input, args);
}

bool applyNamedTest(Run& run, std::string_view name, const Value& input, std::span<const Value> rest) {
    const Test* const test = findTest(name);
    if (!test)
        run.fail(FailureKind::Value, "there is no test '" + std::string(name) + "'");
    const auto fixed = place(run, test->signature, rest);
    run.charge(1);
    return test->check(run, input, Args(run, std::span(fixed).first(test->signature.parameters.size()), {}));
}

std::int64_t Args::integer(std::size_t i, std::int64_t fallback) const {
    if (!has(i) || m_fixed[i].kind == Kind::None)
        return fallback;
    if (!m_fixed[i].isInteger()) {
        requireDefined(m_run, m_fixed[i]);
        m_run.fail(FailureKind::Type, "an integer is needed as argument, not " + std::string(describe(m_fixed[i])));
    }
    return m_fixed[i].asInteger();
}

std::string_view Args::text(std::size_t i, std::string_view fallback) const {
    if (!has(i) || m_fixed[i].kind == Kind::None)
        return fallback;
    if (!m_fixed[i].isString()) {
        requireDefined(m_run, m_fixed[i]);
        m_run.fail(FailureKind::Type, "a text is needed as argument, not " + std::string(describe(m_fixed[i])));
    }
    return m_fixed[i].text();
}

bool Args::flag(std::size_t i, bool fallback) const {
    return has(i) ? truth(m_run, m_fixed[i]) : fallback;
}

}  // namespace touchstone::text::jinja

namespace touchstone::text {

std::span<const LanguageName> templateFilters() {
    return jinja::filterTable().docs();
}

std::span<const LanguageName> templateTests() {
    return jinja::testTable().docs();
}

std::span<const LanguageName> templateFunctions() {
    return jinja::functionTable().docs();
}

}  // namespace touchstone::text
