// SPDX-License-Identifier: Apache-2.0

#include "checks.h"
#include "schema/schema.h"
#include "workflow/rename.h"

#include <algorithm>
#include <map>

namespace touchstone::workflow {
namespace {

// How often each key is there in one side of the examples, and a value it has.
struct Given {
    std::size_t count = 0;
    const Json* value = nullptr;
};
using GivenKeys = std::map<std::string, Given, std::less<>>;

GivenKeys keysOf(const std::vector<Example>& examples, Json Example::*side) {
    GivenKeys keys;
    for (const Example& example : examples) {
        const Json& object = example.*side;
        if (!object.is_object())
            continue;
        for (const auto& member : object.items()) {
            Given& given = keys[member.key()];
            ++given.count;
            given.value = &member.value();
        }
    }
    return keys;
}

// Null where a schema says nothing of its properties, or what is no schema.
const Json* propertiesOf(const Json& schema) {
    const Json* properties = memberAt(schema, "properties");
    return properties && properties->is_object() ? properties : nullptr;
}

bool isRequired(const Json& schema, const std::string& name) {
    const Json* required = memberAt(schema, "required");
    return required && required->is_array() && std::find(required->begin(), required->end(), name) != required->end();
}

// A property under its new name, which something still calls by the old one.
struct Renamed {
    std::string from;
    std::string to;
    std::size_t examples = 0;
};

// The one old name and the one new name that could be the same property's; empty when it is not that clear.
std::optional<Renamed> renamedIn(const Json& schema, const GivenKeys& given, const InputReading& reading) {
    const Json& properties = schema.at("properties");
    std::vector<std::string> old;
    for (const auto& [key, used] : given)
        if (!memberAt(properties, key))
            old.push_back(key);
    for (const std::string& name : reading.unknown)
        if (!given.contains(name))
            old.push_back(name);
    std::vector<std::string> fresh;
    for (const auto& property : properties.items())
        if (!given.contains(property.key()) && !reading.names.contains(property.key()))
            fresh.push_back(property.key());
    // What no example gives though it is required is the likelier one.
    if (const auto needed = std::ranges::find_if(fresh, [&](const auto& name) { return isRequired(schema, name); });
        needed != fresh.end())
        std::erase_if(fresh, [&](const std::string& name) { return !isRequired(schema, name); });
    if (old.size() != 1 || fresh.size() != 1)
        return std::nullopt;
    const auto used = given.find(old.front());
    if (used == given.end())
        return Renamed{old.front(), fresh.front(), 0};
    const auto type = schema::Schema::compile(properties[fresh.front()]);
    if (type.ok() && !type->isValid(*used->second.value))
        return std::nullopt;
    return Renamed{old.front(), fresh.front(), used->second.count};
}

std::string placesOf(const Renamed& renamed, bool inTemplates) {
    const std::string examples = std::to_string(renamed.examples) + (renamed.examples == 1 ? " example" : " examples");
    if (renamed.examples == 0)
        return "templates or rules still say";
    return examples + (inTemplates             ? " and templates or rules still say"
                       : renamed.examples == 1 ? " still says"
                                               : " still say");
}

Finding findingOf(const std::string& properties, const Renamed& renamed, bool inTemplates, bool sound) {
    return {sound ? Severity::Warning : Severity::Error,
            "renamed-field",
            childPointer(properties, renamed.to),
            {},
            "'" + renamed.from + "' seems to be called '" + renamed.to + "' now, but " +
                placesOf(renamed, inTemplates) + " '" + renamed.from + "'",
            "rename it there too"};
}

// Quiet: an input may be there for the one who reads traces.
void addUnused(const Json& properties, const InputReading& reading, std::vector<Finding>& findings) {
    for (const auto& property : properties.items())
        if (!reading.names.contains(property.key()))
            findings.push_back({Severity::Info,
                                "unused-input",
                                childPointer("/inputs/properties", property.key()),
                                {},
                                "no template, rule or query reads the input '" + property.key() + "'",
                                "use it, or remove it"});
}

}  // namespace

std::vector<Finding> checkFields(const Workflow& workflow, const InputReading& reading, bool sound) {
    std::vector<Finding> findings;
    const auto& examples = workflow.prompt.examples;
    const Json* inputs = propertiesOf(workflow.inputs);
    if (inputs && !reading.all) {
        const auto renamed = renamedIn(workflow.inputs, keysOf(examples, &Example::input), reading);
        if (renamed && canCallInput(workflow.json, renamed->from, renamed->to))
            findings.push_back(findingOf("/inputs/properties", *renamed, reading.names.contains(renamed->from), sound));
        else if (sound && (examples.empty() || workflow.prompt.selectBy != SelectBy::Similarity))
            addUnused(*inputs, reading, findings);
    }
    if (propertiesOf(workflow.output.schema))
        if (const auto renamed = renamedIn(workflow.output.schema, keysOf(examples, &Example::output), {}))
            findings.push_back(findingOf("/output/schema/properties", *renamed, false, sound));
    return findings;
}

}  // namespace touchstone::workflow
