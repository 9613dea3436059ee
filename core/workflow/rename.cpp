// SPDX-License-Identifier: Apache-2.0

#include "workflow/rename.h"

#include "text/expression.h"

#include <algorithm>
#include <cctype>
#include <functional>
#include <map>
#include <optional>
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

// What a text calls the inputs.
struct Scope {
    bool isTemplate = true;                    // else an expression
    bool throughInput = false;                 // `input.plan` is the plan
    std::vector<std::string_view> taken = {};  // names that mean something else here

    [[nodiscard]] bool takes(std::string_view name) const { return std::ranges::find(taken, name) != taken.end(); }
};

constexpr std::string_view kInput = "input";
constexpr std::string_view kThrough = "input.";

using Uses = std::optional<std::vector<text::VariableUse>>;

Uses usesIn(std::string_view source, const Scope& scope) {
    if (scope.isTemplate) {
        const auto parsed = text::Template::parse(source);
        return parsed.value ? Uses(parsed.value->variables()) : std::nullopt;
    }
    const auto parsed = text::Expression::parse(source);
    return parsed.value ? Uses(parsed.value->variables()) : std::nullopt;
}

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

// Where the key of `input.key` or `input['key']` is written.
std::size_t keyOffset(std::string_view source, std::size_t input) {
    return std::min(source.find_first_not_of(". \t\r\n['\"", input + kInput.size()), source.size());
}

// Whether `path` is `name` or begins with it.
bool leadsTo(std::string_view path, std::string_view name) {
    return path.starts_with(name) && (path.size() == name.size() || path[name.size()] == '.');
}

using Paths = std::vector<std::string>;

Paths pathsOf(const std::vector<text::VariableUse>& uses) {
    Paths paths;
    for (const text::VariableUse& use : uses)
        paths.push_back(use.path);
    std::ranges::sort(paths);
    return paths;
}

// A text in which an input gets another name.
class Renaming {
public:
    Renaming(std::string_view source, const Scope& scope, const std::string& from, const std::string& to)
        : m_source(source),
          m_scope(scope),
          m_from(from),
          m_to(to),
          m_written(!scope.takes(to)     ? to
                    : scope.throughInput ? std::string(kThrough) + to
                                         : std::string()) {}

    // Empty when the text would not read under the new name what it reads under the old one: the new one is no name
    // of the language, or another thing's here.
    [[nodiscard]] std::optional<std::string> run() && {
        const Uses uses = usesIn(m_source, m_scope);
        if (!uses)
            return m_source;  // what cannot be read stays as it is
        for (const text::VariableUse& use : *uses)
            take(use);
        if (m_edits.empty())
            return m_source;
        if (!isTemplateName(m_to) || !applyEdits())
            return std::nullopt;
        const Uses changed = usesIn(m_source, m_scope);
        std::ranges::sort(m_wanted);
        return changed && pathsOf(*changed) == m_wanted ? std::optional(std::move(m_source)) : std::nullopt;
    }

private:
    void take(const text::VariableUse& use) {
        const std::string through = std::string(kThrough) + m_from;
        const std::size_t at = offsetOf(m_source, use.position);
        if (use.name == m_from && !m_scope.takes(m_from)) {
            m_edits[at] = m_written;
            m_wanted.push_back(m_written + use.path.substr(m_from.size()));
        } else if (m_scope.throughInput && use.name == kInput && leadsTo(use.path, through)) {
            m_edits[keyOffset(m_source, at)] = m_to;
            m_wanted.push_back(std::string(kThrough) + m_to + use.path.substr(through.size()));
        } else {
            m_wanted.push_back(use.path);
        }
    }

    bool applyEdits() {
        for (const auto& edit : m_edits) {
            if (edit.second.empty() || !standsAt(m_source, edit.first, m_from))
                return false;
            m_source.replace(edit.first, m_from.size(), edit.second);
        }
        return true;
    }

    std::string m_source;
    const Scope& m_scope;
    const std::string& m_from;
    const std::string& m_to;
    const std::string m_written;                                 // what reads the new name here; empty: nothing does
    std::map<std::size_t, std::string, std::greater<>> m_edits;  // from the end: the others keep their offsets
    Paths m_wanted;                                              // what is to be read afterwards
};

// ---- Where a document has such texts

struct Place {
    std::string pointer;
    Scope scope;
};

std::size_t countAt(const Json& document, std::string_view pointer) {
    const Json* list = resolvePointer(document, pointer);
    return list && list->is_array() ? list->size() : 0;
}

std::vector<Place> placesIn(const Json& document) {
    Scope prompt{.isTemplate = true, .taken = {"examples"}};
    if (memberAt(document, "retrieval"))
        prompt.taken.emplace_back("sources");
    std::vector<Place> places = {{"/instructions/text", prompt}, {"/retrieval/query", {}}};
    for (std::size_t i = 0; i < countAt(document, "/prompt/messages"); ++i)
        places.push_back({"/prompt/messages/" + std::to_string(i) + "/content", prompt});
    for (std::size_t i = 0; i < countAt(document, "/routing/rules"); ++i)
        for (const char* key : {"/when", "/sticky"})
            places.push_back({"/routing/rules/" + std::to_string(i) + key, {false, true, {"tokens", kInput}}});
    for (std::size_t i = 0; i < countAt(document, "/policy"); ++i)
        places.push_back({"/policy/" + std::to_string(i) + "/detect/when", {false, true, {"text", kInput}}});
    return places;
}

// The texts as they are to be, by their pointers; empty when one of them cannot be.
std::optional<std::map<std::string, std::string>> renamedTexts(const Json& document, const std::string& from,
                                                               const std::string& to) {
    std::map<std::string, std::string> texts;
    for (const Place& place : placesIn(document)) {
        const Json* source = resolvePointer(document, place.pointer);
        if (!source || !source->is_string())
            continue;
        auto renamed = Renaming(source->get_ref<const std::string&>(), place.scope, from, to).run();
        if (!renamed)
            return std::nullopt;
        texts.emplace(place.pointer, *std::move(renamed));
    }
    return texts;
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

bool canCallInput(const Json& document, const std::string& from, const std::string& to) {
    return renamedTexts(document, from, to).has_value();
}

Json withInputCalled(Json document, const std::string& from, const std::string& to) {
    auto texts = renamedTexts(document, from, to);
    if (!texts)
        return document;
    for (auto& text : *texts)
        *find(document, text.first) = std::move(text.second);
    eachExample(document, "input", [&](Json& input) { renameKey(input, from, to); });
    renameRequired(document, "/inputs", from, to);
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
