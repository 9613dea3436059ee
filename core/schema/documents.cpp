// SPDX-License-Identifier: Apache-2.0

#include "documents.h"

#include "meta_schemas.h"
#include "uri.h"

#include <charconv>

namespace touchstone::schema {
namespace {

constexpr std::string_view kValidation = "https://json-schema.org/draft/2020-12/vocab/validation";
constexpr std::string_view kFormatAssertion = "https://json-schema.org/draft/2020-12/vocab/format-assertion";

constexpr std::string_view kSupportedDrafts =
    "use https://json-schema.org/draft/2020-12/schema or http://json-schema.org/draft-07/schema#";

std::string withoutFragment(std::string_view uri) {
    return std::string(uri.substr(0, uri.find('#')));
}

// Counts values and stops at the limits, before anything copies or walks the document.
bool measure(const Json& value, std::size_t depth, std::size_t& values) {
    if (depth == 0 || values == 0)
        return false;
    --values;
    if (value.is_structured())
        for (const Json& part : value)
            if (!measure(part, depth - 1, values))
                return false;
    return true;
}

std::string unescape(std::string_view token) {
    std::string text;
    for (std::size_t i = 0; i < token.size(); ++i) {
        const bool escaped = token[i] == '~' && i + 1 < token.size() && (token[i + 1] == '0' || token[i + 1] == '1');
        if (escaped)
            text += token[++i] == '0' ? '~' : '/';
        else
            text += token[i];
    }
    return text;
}

const Json* step(const Json& value, const std::string& token) {
    if (!value.is_array())
        return memberAt(value, token);
    std::size_t index = 0;
    const auto [end, status] = std::from_chars(token.data(), token.data() + token.size(), index);
    const bool whole = status == std::errc() && end == token.data() + token.size();
    return whole && index < value.size() ? &value[index] : nullptr;
}

// Draft-07 ignores whatever stands beside a `$ref`.
bool ignoresSiblings(const Json& schema, Draft draft) {
    return draft == Draft::Draft7 && memberAt(schema, "$ref");
}

}  // namespace

void Documents::complain(std::string_view code, PointerId where, std::string text, std::string_view suggestion) {
    m_findings.push_back(
        {Severity::Error, std::string(code), m_pointers.text(where), {}, std::move(text), std::string(suggestion)});
}

const SchemaPlace* Documents::addMain(const Json& schema) {
    const PointerId pointer = m_pointers.addDocument("");
    const SchemaPlace* main = addDocument(withoutFragment(m_options.uri), schema, pointer);
    return main;
}

const SchemaPlace* Documents::addDocument(const std::string& uri, const Json& schema, PointerId pointer) {
    if (!withinLimits(schema, pointer))
        return nullptr;
    const std::size_t before = m_findings.size();
    const ResourceId id = startResource(uri, {&schema, 0, pointer}, {m_mainDraft, true, m_options.assertFormats});
    if (m_resources.size() == 1)
        m_mainDraft = m_resources[id].draft;
    if (!m_byUri.contains(uri))
        m_byUri.emplace(uri, id);
    index(m_resources[id].root);
    return m_findings.size() == before ? &m_resources[id].root : nullptr;
}

bool Documents::withinLimits(const Json& schema, PointerId pointer) {
    std::size_t values = m_options.limits.schemaValues;
    if (measure(schema, m_options.limits.schemaDepth, values))
        return true;
    complain("too-large", pointer,
             values == 0
                 ? "the schema has more than " + std::to_string(m_options.limits.schemaValues) + " values"
                 : "the schema is nested deeper than " + std::to_string(m_options.limits.schemaDepth) + " levels",
             "split it up with $defs and $ref");
    return false;
}

ResourceId Documents::startResource(std::string uri, const SchemaPlace& place, const Dialect& inherited) {
    Dialect dialect = inherited;
    const auto id = static_cast<ResourceId>(m_resources.size());
    if (!readDialect(place, dialect))
        dialect = inherited;
    if (const Json* own = memberAt(*place.schema, "$id");
        own && own->is_string() && !ignoresSiblings(*place.schema, dialect.draft))
        uri = resolveUri(uri, own->get_ref<const std::string&>());
    m_resources.push_back(
        {uri, {place.schema, id, place.pointer}, dialect.draft, dialect.validates, dialect.assertFormats});
    m_roots.emplace(place.schema, id);
    if (const auto [known, added] = m_byUri.emplace(std::move(uri), id); !added && !known->first.empty())
        complain("duplicate-id", place.pointer, "another schema already has the URI " + known->first,
                 "give each $id a URI of its own");
    return id;
}

void Documents::index(const SchemaPlace& place) {
    addNames(place);
    const Draft draft = m_resources[place.resource].draft;
    forEachSubschema(*place.schema, draft, [&](std::string_view keyword, std::string_view key, const Json& subschema) {
        PointerId pointer = m_pointers.child(place.pointer, keyword);
        if (&subschema != memberAt(*place.schema, keyword))
            pointer = m_pointers.child(pointer, key);
        SchemaPlace inner{&subschema, place.resource, pointer};
        const Json* id = memberAt(subschema, "$id");
        if (id && !id->is_string())
            complain("wrong-type", pointer, "$id must be a string");
        else if (id && !ignoresSiblings(subschema, draft) && !id->get_ref<const std::string&>().starts_with('#')) {
            const Resource& outer = m_resources[place.resource];
            inner.resource = startResource(outer.uri, inner, {outer.draft, outer.validates, outer.assertFormats});
        }
        index(inner);
    });
}

void Documents::addNames(const SchemaPlace& place) {
    Resource& resource = m_resources[place.resource];
    const auto add = [&](std::string_view keyword, auto& names) {
        const Json* name = memberAt(*place.schema, keyword);
        if (name && !name->is_string())
            complain("wrong-type", place.pointer, std::string(keyword) + " must be a string");
        else if (name && !names.emplace(name->get_ref<const std::string&>(), place).second)
            complain("duplicate-anchor", place.pointer, "another schema already has the name " + toText(*name));
    };
    if (resource.draft == Draft::Draft2020) {
        add("$anchor", resource.anchors);
        add("$dynamicAnchor", resource.dynamicAnchors);
    } else if (const Json* id = memberAt(*place.schema, "$id"); id && id->is_string() &&
                                                                hasFragment(id->get_ref<const std::string&>()) &&
                                                                !ignoresSiblings(*place.schema, resource.draft)) {
        resource.anchors.emplace(fragmentOf(id->get_ref<const std::string&>()), place);
    }
}

bool Documents::readDialect(const SchemaPlace& place, Dialect& dialect) {
    const Json* member = memberAt(*place.schema, "$schema");
    if (!member)
        return true;
    const std::string uri = member->is_string() ? withoutFragment(member->get_ref<const std::string&>()) : "";
    const std::string_view bare =
        std::string_view(uri).substr(uri.find("://") == std::string::npos ? 0 : uri.find("://"));
    if (bare == "://json-schema.org/draft-07/schema" || bare == "://json-schema.org/draft-06/schema") {
        dialect = {Draft::Draft7, true, m_options.assertFormats};
        return true;
    }
    if (bare == "://json-schema.org/draft/2020-12/schema" || bare == "://json-schema.org/schema") {
        dialect = {Draft::Draft2020, true, m_options.assertFormats};
        return true;
    }
    const Json* custom = customMetaSchema(uri);
    const Json* vocabulary = custom ? memberAt(*custom, "$vocabulary") : nullptr;
    if (!vocabulary) {
        complain("unsupported-draft", place.pointer, toText(*member) + " in $schema is not supported",
                 kSupportedDrafts);
        return false;
    }
    dialect = {Draft::Draft2020, memberAt(*vocabulary, kValidation) != nullptr,
               m_options.assertFormats || memberAt(*vocabulary, kFormatAssertion)};
    return true;
}

const Json* Documents::customMetaSchema(const std::string& uri) const {
    for (const Document& document : m_options.documents)
        if (withoutFragment(document.uri) == uri || stringAt(document.schema, "$id") == uri)
            return &document.schema;
    return nullptr;
}

const SchemaPlace* Documents::resolve(ResourceId from, std::string_view reference) {
    const SchemaPlace* root = findResource(resolveUri(m_resources[from].uri, reference));
    if (!root)
        return nullptr;
    const std::string fragment = fragmentOf(reference);
    if (fragment.empty())
        return root;
    if (fragment.starts_with('/'))
        return walk(*root, fragment);
    const Resource& resource = m_resources[root->resource];
    for (const auto* names : {&resource.anchors, &resource.dynamicAnchors})
        if (const auto found = names->find(fragment); found != names->end())
            return &found->second;
    return nullptr;
}

const SchemaPlace* Documents::findResource(const std::string& uri) {
    if (const auto known = m_byUri.find(uri); known != m_byUri.end())
        return &m_resources[known->second].root;
    if (const SchemaPlace* loaded = loadResource(uri))
        return loaded;
    // It may be embedded in a document that nobody has named yet.
    for (const Document& document : m_options.documents)
        (void)loadResource(withoutFragment(document.uri));
    const auto known = m_byUri.find(uri);
    return known == m_byUri.end() ? nullptr : &m_resources[known->second].root;
}

const SchemaPlace* Documents::loadResource(const std::string& uri) {
    if (!m_tried.insert(uri).second)
        return nullptr;
    for (const Document& document : m_options.documents)
        if (withoutFragment(document.uri) == uri)
            return addDocument(uri, document.schema, m_pointers.addDocument(uri + "#"));
    const std::string_view text = metaSchemaText(uri);
    if (text.empty())
        return nullptr;
    auto parsed = parseJson(text);
    TOUCHSTONE_CHECK(parsed.ok(), "the meta-schemas are our own constants");
    m_metaSchemas.push_back(std::move(parsed).value());
    return addDocument(uri, m_metaSchemas.back(), m_pointers.addDocument(uri + "#"));
}

const SchemaPlace* Documents::walk(const SchemaPlace& root, std::string_view pointer) {
    SchemaPlace here = root;
    while (!pointer.empty()) {
        const auto end = pointer.find('/', 1);
        const std::string token = unescape(pointer.substr(1, end == std::string_view::npos ? end : end - 1));
        const Json* next = step(*here.schema, token);
        if (!next)
            return nullptr;
        here = child(here, *next, m_pointers.child(here.pointer, token));
        pointer.remove_prefix(end == std::string_view::npos ? pointer.size() : end);
    }
    return &m_walked.emplace_back(here);
}

SchemaPlace Documents::child(const SchemaPlace& parent, const Json& subschema, PointerId pointer) const {
    const auto own = m_roots.find(&subschema);
    return {&subschema, own == m_roots.end() ? parent.resource : own->second, pointer};
}

}  // namespace touchstone::schema
