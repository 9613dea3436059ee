// SPDX-License-Identifier: Apache-2.0

#include "input_screening.h"

#include "gate_rules.h"

#include <algorithm>
#include <iterator>
#include <map>

namespace touchstone::policy {
namespace {

void collectNames(const Json& schema, std::set<std::string>& names) {
    if (const Json* properties = memberAt(schema, "properties"); properties && properties->is_object())
        for (const auto& property : properties->items())
            names.insert(property.key());
    if (schema.is_structured())
        for (const Json& part : schema)
            collectNames(part, names);
}

// Gives out names that no key of one object has yet: "[card]", "[card] 2", "[card] 3".
class FreeNames {
public:
    void take(std::string name) { m_taken.insert(std::move(name)); }

    std::string next(const std::string& wanted) {
        std::size_t& count = m_counts[wanted];
        std::string name;
        do {
            name = ++count == 1 ? wanted : wanted + " " + std::to_string(count);
        } while (!m_taken.insert(name).second);
        return name;
    }

private:
    std::set<std::string> m_taken;
    std::map<std::string, std::size_t> m_counts;
};

bool onlyRedacts(const Screening& screening) {
    return std::ranges::all_of(screening.verdicts, [](const Verdict& verdict) {
        return verdict.action == workflow::PolicyAction::Redact && !verdict.hits.empty();
    });
}

}  // namespace

std::set<std::string> declaredNames(const Json& schema) {
    std::set<std::string> names;
    collectNames(schema, names);
    return names;
}

void InputScreening::absorb(Screening&& found, const std::string& where) {
    m_screening.blocked = m_screening.blocked || found.blocked;
    for (Verdict& verdict : found.verdicts)
        nameThePlace(verdict, where);
    std::move(found.verdicts.begin(), found.verdicts.end(), std::back_inserter(m_screening.verdicts));
}

void InputScreening::screenValue(Json& value, const std::string& pointer) {
    if (value.is_string() || value.is_number())
        screenLeaf(value, pointer);
    else if (value.is_object())
        screenObject(value, pointer);
    else if (value.is_array())
        for (std::size_t i = 0; i < value.size(); ++i)
            screenValue(value[i], childPointer(pointer, i));
}

// A number stays one unless something in it is redacted.
void InputScreening::screenLeaf(Json& value, const std::string& pointer) {
    const std::string before = value.is_string() ? value.get<std::string>() : toText(value);
    std::string text = before;
    absorb(m_screenText(text), pointer.empty() ? "input" : pointer);
    if (text != before)
        value = std::move(text);
}

void InputScreening::screenObject(Json& object, const std::string& pointer) {
    const std::vector<Key> keys = screenKeys(object, pointer);
    Json::object_t screened;
    screened.reserve(keys.size());
    auto key = keys.begin();
    for (auto member = object.begin(); member != object.end(); ++member, ++key) {
        screenValue(member.value(), childPointer(pointer, key->shown));
        screened.emplace_back(key->name, std::move(member.value()));
    }
    object = std::move(screened);
}

std::vector<InputScreening::Key> InputScreening::screenKeys(const Json& object, const std::string& pointer) {
    std::vector<Key> keys;
    std::vector<Screening> found;
    FreeNames names;
    for (const auto& member : object.items()) {
        std::string name = member.key();
        found.push_back(m_ownNames.contains(name) ? Screening{} : m_screenText(name));
        if (name == member.key())
            names.take(name);
        keys.push_back({std::move(name), {}});
    }
    std::size_t i = 0;
    for (const auto& member : object.items()) {
        Key& key = keys[i];
        if (key.name != member.key())
            key.name = names.next(key.name);
        key.shown = onlyRedacts(found[i]) ? key.name : "[key " + std::to_string(i + 1) + "]";
        absorb(std::move(found[i]), "key " + childPointer(pointer, key.shown));
        ++i;
    }
    return keys;
}

}  // namespace touchstone::policy
