// SPDX-License-Identifier: Apache-2.0
//
// The schema being compiled, the documents it may reference, and every place in them that has a name of its own
// ($id, $anchor, $dynamicAnchor). Used by one thread during compilation.

#pragma once

#include "keywords.h"
#include "pointer_table.h"
#include "schema/schema.h"

#include <deque>
#include <map>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace touchstone::schema {

using ResourceId = std::uint32_t;

// A (sub)schema in one of the documents.
struct SchemaPlace {
    const Json* schema;
    ResourceId resource;
    PointerId pointer;
};

// A schema with a URI: a document, or a part of one that has its own `$id`.
struct Resource {
    std::string uri;  // without fragment; "" when nobody gave it one
    SchemaPlace root;
    Draft draft;
    bool validates = true;       // false when its meta-schema leaves out the validation vocabulary
    bool assertFormats = false;  // true when its meta-schema demands it
    std::map<std::string, SchemaPlace, std::less<>> anchors = {};
    std::map<std::string, SchemaPlace, std::less<>> dynamicAnchors = {};
};

class Documents {
public:
    explicit Documents(const CompileOptions& options) : m_options(options) {}
    Documents(const Documents&) = delete;
    Documents& operator=(const Documents&) = delete;

    // Null when the document is over a limit or its draft is not supported; findings() says why.
    [[nodiscard]] const SchemaPlace* addMain(const Json& schema);

    // The place that `reference` in a schema of resource `from` means, or null.
    [[nodiscard]] const SchemaPlace* resolve(ResourceId from, std::string_view reference);

    // A subschema of `parent`, with its own `$id` taken into account.
    [[nodiscard]] SchemaPlace child(const SchemaPlace& parent, const Json& subschema, PointerId pointer) const;

    [[nodiscard]] const Resource& resource(ResourceId id) const { return m_resources[id]; }
    [[nodiscard]] std::size_t resourceCount() const { return m_resources.size(); }
    [[nodiscard]] PointerTable& pointers() { return m_pointers; }

    void complain(std::string_view code, PointerId where, std::string text, std::string_view suggestion = {});
    [[nodiscard]] std::vector<Finding>& findings() { return m_findings; }

private:
    struct Dialect {
        Draft draft;
        bool validates;
        bool assertFormats;
    };

    const SchemaPlace* addDocument(const std::string& uri, const Json& schema, PointerId pointer);
    bool withinLimits(const Json& schema, PointerId pointer);
    void index(const SchemaPlace& place);
    ResourceId startResource(std::string uri, const SchemaPlace& place, const Dialect& inherited);
    void addNames(const SchemaPlace& place);
    bool readDialect(const SchemaPlace& place, Dialect& dialect);
    const Json* customMetaSchema(const std::string& uri) const;
    const SchemaPlace* findResource(const std::string& uri);
    const SchemaPlace* loadResource(const std::string& uri);
    const SchemaPlace* walk(const SchemaPlace& root, std::string_view pointer);

    const CompileOptions& m_options;
    std::deque<Resource> m_resources;
    std::deque<Json> m_metaSchemas;
    std::deque<SchemaPlace> m_walked;
    std::unordered_map<std::string, ResourceId> m_byUri;
    std::unordered_map<const Json*, ResourceId> m_roots;
    std::unordered_set<std::string> m_tried;
    PointerTable m_pointers;
    std::vector<Finding> m_findings;
    Draft m_mainDraft = Draft::Draft2020;
};

}  // namespace touchstone::schema
