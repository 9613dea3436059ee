// SPDX-License-Identifier: Apache-2.0

#include "workflow/rename.h"

#include "text/expression.h"

#include <algorithm>
#include <cctype>
#include <set>
#include <vector>

namespace touchstone::workflow {
namespace {

bool isWordCharacter(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

bool isTemplateName(std::string_view name) {
    return !name.empty() && std::isdigit(static_cast<unsigned char>(name[0])) == 0 &&
           std::ranges::all_of(name, isWordCharacter);
}

// Keeps the key's place among the others; nothing happens when `to` is there already.
void renameKey(Json& object, const std::string& from, const std::string& to) {
    if (!object.is_object() || !object.contains(from) || object.contains(to))
        return;
    Json renamed = Json::object();
    for (const auto& member : object.items())
        renamed[member.key() == from ? to : member.key()] = std::move(member.value());
    object = std::move(renamed);
}

Json* find(Json& value, std::string_view pointer) {
    return const_cast<Json*>(resolvePointer(static_cast<const Json&>(value), pointer));
}

// ---- Templates and expressions

std::size_t offsetOf(std::string_view source, const TextPosition& place) {
    std::size_t at = 0;
    for (std::size_t line = 1; line < place.line; ++line)
        at = std::min(source.find('\n', at), source.size() - 1) + 1;
    const auto isInside = [&](std::size_t i) { return (static_cast<unsigned char>(source[i]) & 0xC0U) == 0x80U; };
    for (std::size_t column = 1; column < place.column && at < source.size(); ++column)
        for (++at; at < source.size() && isInside(at);)
            ++at;
    return at;
}

bool standsAt(std::string_view source, std::size_t at, std::string_view name) {
    return source.substr(std::min(at, source.size())).starts_with(name) &&
           (at + name.size() >= source.size() || !isWordCharacter(source[at + name.size()]));
}

// Where the name is written: at the use itself, or behind "input." in rules.
std::size_t placeOf(std::string_view source, const text::VariableUse& use, std::string_view name) {
    constexpr std::string_view kInput = "input";
    std::size_t at = offsetOf(source, use.position);
    if (use.name != kInput || name == kInput)
        return at;
    at += kInput.size();
    while (at < source.size() && (source[at] == '.' || source[at] == ' '))
        ++at;
    return at;
}

bool reads(const text::VariableUse& use, const std::string& name) {
    const std::string through = "input." + name;
    return use.name == name || use.path == through || use.path.starts_with(through + ".");
}

void renameIn(Json& text, const std::vector<text::VariableUse>& uses, const std::string& from, const std::string& to) {
    std::string& source = text.get_ref<std::string&>();
    std::set<std::size_t, std::greater<>> places;  // from the end, so that the others keep their offsets
    for (const text::VariableUse& use : uses)
        if (reads(use, from))
            places.insert(placeOf(source, use, from));
    for (const std::size_t at : places)
        if (standsAt(source, at, from))
            source.replace(at, from.size(), to);
}

void renameInTemplate(Json& document, const std::string& pointer, const std::string& from, const std::string& to) {
    Json* text = find(document, pointer);
    if (!text || !text->is_string())
        return;
    if (const auto parsed = text::Template::parse(text->get_ref<const std::string&>()); parsed.value)
        renameIn(*text, parsed.value->variables(), from, to);
}

void renameInExpression(Json& document, const std::string& pointer, const std::string& from, const std::string& to) {
    Json* text = find(document, pointer);
    if (!text || !text->is_string())
        return;
    if (const auto parsed = text::Expression::parse(text->get_ref<const std::string&>()); parsed.value)
        renameIn(*text, parsed.value->variables(), from, to);
}

std::size_t countAt(const Json& document, std::string_view pointer) {
    const Json* list = resolvePointer(document, pointer);
    return list && list->is_array() ? list->size() : 0;
}

void renameVariable(Json& document, const std::string& from, const std::string& to) {
    renameInTemplate(document, "/instructions/text", from, to);
    renameInTemplate(document, "/retrieval/query", from, to);
    for (std::size_t i = 0; i < countAt(document, "/prompt/messages"); ++i)
        renameInTemplate(document, "/prompt/messages/" + std::to_string(i) + "/content", from, to);
    for (std::size_t i = 0; i < countAt(document, "/routing/rules"); ++i)
        for (const char* key : {"/when", "/sticky"})
            renameInExpression(document, "/routing/rules/" + std::to_string(i) + key, from, to);
    for (std::size_t i = 0; i < countAt(document, "/policy"); ++i)
        renameInExpression(document, "/policy/" + std::to_string(i) + "/detect/when", from, to);
}

// ---- Schemas and examples

void renameRequired(Json& document, std::string_view schema, const std::string& from, const std::string& to) {
    Json* required = find(document, std::string(schema) + "/required");
    if (!required || !required->is_array())
        return;
    if (std::find(required->begin(), required->end(), to) == required->end())
        std::replace(required->begin(), required->end(), Json(from), Json(to));
    else
        required->erase(std::remove(required->begin(), required->end(), from), required->end());
}

template <class Change>
void eachExample(Json& document, const char* side, const Change& change) {
    Json* examples = find(document, "/prompt/examples");
    if (!examples || !examples->is_array())
        return;
    for (Json& example : *examples)
        if (example.is_object() && example.contains(side))
            change(example[side]);
}

}  // namespace

Json withInputCalled(Json document, const std::string& from, const std::string& to) {
    eachExample(document, "input", [&](Json& input) { renameKey(input, from, to); });
    renameRequired(document, "/inputs", from, to);
    if (isTemplateName(to))
        renameVariable(document, from, to);
    return document;
}

Json withOutputCalled(Json document, const std::string& from, const std::string& to) {
    eachExample(document, "output", [&](Json& output) { renameKey(output, from, to); });
    renameRequired(document, "/output/schema", from, to);
    return document;
}

Json withoutInput(Json document, const std::string& name) {
    eachExample(document, "input", [&](Json& input) {
        if (input.is_object())
            input.erase(name);
    });
    if (Json* properties = find(document, "/inputs/properties"); properties && properties->is_object())
        properties->erase(name);
    if (Json* required = find(document, "/inputs/required"); required && required->is_array())
        required->erase(std::remove(required->begin(), required->end(), name), required->end());
    return document;
}

}  // namespace touchstone::workflow
