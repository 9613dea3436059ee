// SPDX-License-Identifier: Apache-2.0

#include "meta_schemas.h"

#include <algorithm>
#include <array>

namespace touchstone::schema {
namespace {

struct MetaSchema {
    std::string_view uri;
    std::string_view text;
};

// What the documents published at these addresses assert; titles, comments and defaults are left out.
constexpr std::array kMetaSchemas = std::to_array<MetaSchema>({
    {"https://json-schema.org/draft/2020-12/schema",
     R"~({"$schema":"https://json-schema.org/draft/2020-12/schema",)~"
     R"~("$id":"https://json-schema.org/draft/2020-12/schema",)~"
     R"~("$vocabulary":{"https://json-schema.org/draft/2020-12/vocab/core":true,)~"
     R"~("https://json-schema.org/draft/2020-12/vocab/applicator":true,)~"
     R"~("https://json-schema.org/draft/2020-12/vocab/unevaluated":true,)~"
     R"~("https://json-schema.org/draft/2020-12/vocab/validation":true,)~"
     R"~("https://json-schema.org/draft/2020-12/vocab/meta-data":true,)~"
     R"~("https://json-schema.org/draft/2020-12/vocab/format-annotation":true,)~"
     R"~("https://json-schema.org/draft/2020-12/vocab/content":true},"$dynamicAnchor":"meta",)~"
     R"~("allOf":[{"$ref":"meta/core"},{"$ref":"meta/applicator"},{"$ref":"meta/unevaluated"},)~"
     R"~({"$ref":"meta/validation"},{"$ref":"meta/meta-data"},{"$ref":"meta/format-annotation"},)~"
     R"~({"$ref":"meta/content"}],"type":["object","boolean"],"properties":{"definitions":{"type":"object",)~"
     R"~("additionalProperties":{"$dynamicRef":"#meta"}},"dependencies":{"type":"object",)~"
     R"~("additionalProperties":{"anyOf":[{"$dynamicRef":"#meta"},)~"
     R"~({"$ref":"meta/validation#/$defs/stringArray"}]}},)~"
     R"~("$recursiveAnchor":{"$ref":"meta/core#/$defs/anchorString"},)~"
     R"~("$recursiveRef":{"$ref":"meta/core#/$defs/uriReferenceString"}}})~"},
    {"https://json-schema.org/draft/2020-12/meta/core",
     R"~({"$schema":"https://json-schema.org/draft/2020-12/schema",)~"
     R"~("$id":"https://json-schema.org/draft/2020-12/meta/core",)~"
     R"~("$vocabulary":{"https://json-schema.org/draft/2020-12/vocab/core":true},"$dynamicAnchor":"meta",)~"
     R"~("type":["object","boolean"],"properties":{"$id":{"$ref":"#/$defs/uriReferenceString",)~"
     R"~("pattern":"^[^#]*#?$"},"$schema":{"$ref":"#/$defs/uriString"},)~"
     R"~("$ref":{"$ref":"#/$defs/uriReferenceString"},"$anchor":{"$ref":"#/$defs/anchorString"},)~"
     R"~("$dynamicRef":{"$ref":"#/$defs/uriReferenceString"},"$dynamicAnchor":{"$ref":"#/$defs/anchorString"},)~"
     R"~("$vocabulary":{"type":"object","propertyNames":{"$ref":"#/$defs/uriString"},)~"
     R"~("additionalProperties":{"type":"boolean"}},"$comment":{"type":"string"},"$defs":{"type":"object",)~"
     R"~("additionalProperties":{"$dynamicRef":"#meta"}}},"$defs":{"anchorString":{"type":"string",)~"
     R"~("pattern":"^[A-Za-z_][-A-Za-z0-9._]*$"},"uriString":{"type":"string","format":"uri"},)~"
     R"~("uriReferenceString":{"type":"string","format":"uri-reference"}}})~"},
    {"https://json-schema.org/draft/2020-12/meta/applicator",
     R"~({"$schema":"https://json-schema.org/draft/2020-12/schema",)~"
     R"~("$id":"https://json-schema.org/draft/2020-12/meta/applicator",)~"
     R"~("$vocabulary":{"https://json-schema.org/draft/2020-12/vocab/applicator":true},"$dynamicAnchor":"meta",)~"
     R"~("type":["object","boolean"],"properties":{"prefixItems":{"$ref":"#/$defs/schemaArray"},)~"
     R"~("items":{"$dynamicRef":"#meta"},"contains":{"$dynamicRef":"#meta"},)~"
     R"~("additionalProperties":{"$dynamicRef":"#meta"},"properties":{"type":"object",)~"
     R"~("additionalProperties":{"$dynamicRef":"#meta"}},"patternProperties":{"type":"object",)~"
     R"~("additionalProperties":{"$dynamicRef":"#meta"},"propertyNames":{"format":"regex"}},)~"
     R"~("dependentSchemas":{"type":"object","additionalProperties":{"$dynamicRef":"#meta"}},)~"
     R"~("propertyNames":{"$dynamicRef":"#meta"},"if":{"$dynamicRef":"#meta"},"then":{"$dynamicRef":"#meta"},)~"
     R"~("else":{"$dynamicRef":"#meta"},"allOf":{"$ref":"#/$defs/schemaArray"},)~"
     R"~("anyOf":{"$ref":"#/$defs/schemaArray"},"oneOf":{"$ref":"#/$defs/schemaArray"},)~"
     R"~("not":{"$dynamicRef":"#meta"}},"$defs":{"schemaArray":{"type":"array","minItems":1,)~"
     R"~("items":{"$dynamicRef":"#meta"}}}})~"},
    {"https://json-schema.org/draft/2020-12/meta/unevaluated",
     R"~({"$schema":"https://json-schema.org/draft/2020-12/schema",)~"
     R"~("$id":"https://json-schema.org/draft/2020-12/meta/unevaluated",)~"
     R"~("$vocabulary":{"https://json-schema.org/draft/2020-12/vocab/unevaluated":true},"$dynamicAnchor":"meta",)~"
     R"~("type":["object","boolean"],"properties":{"unevaluatedItems":{"$dynamicRef":"#meta"},)~"
     R"~("unevaluatedProperties":{"$dynamicRef":"#meta"}}})~"},
    {"https://json-schema.org/draft/2020-12/meta/validation",
     R"~({"$schema":"https://json-schema.org/draft/2020-12/schema",)~"
     R"~("$id":"https://json-schema.org/draft/2020-12/meta/validation",)~"
     R"~("$vocabulary":{"https://json-schema.org/draft/2020-12/vocab/validation":true},"$dynamicAnchor":"meta",)~"
     R"~("type":["object","boolean"],"properties":{"type":{"anyOf":[{"$ref":"#/$defs/simpleTypes"},)~"
     R"~({"type":"array","items":{"$ref":"#/$defs/simpleTypes"},"minItems":1,"uniqueItems":true}]},"const":true,)~"
     R"~("enum":{"type":"array","items":true},"multipleOf":{"type":"number","exclusiveMinimum":0},)~"
     R"~("maximum":{"type":"number"},"exclusiveMaximum":{"type":"number"},"minimum":{"type":"number"},)~"
     R"~("exclusiveMinimum":{"type":"number"},"maxLength":{"$ref":"#/$defs/nonNegativeInteger"},)~"
     R"~("minLength":{"$ref":"#/$defs/nonNegativeIntegerDefault0"},"pattern":{"type":"string","format":"regex"},)~"
     R"~("maxItems":{"$ref":"#/$defs/nonNegativeInteger"},)~"
     R"~("minItems":{"$ref":"#/$defs/nonNegativeIntegerDefault0"},"uniqueItems":{"type":"boolean"},)~"
     R"~("maxContains":{"$ref":"#/$defs/nonNegativeInteger"},"minContains":{"$ref":"#/$defs/nonNegativeInteger"},)~"
     R"~("maxProperties":{"$ref":"#/$defs/nonNegativeInteger"},)~"
     R"~("minProperties":{"$ref":"#/$defs/nonNegativeIntegerDefault0"},"required":{"$ref":"#/$defs/stringArray"},)~"
     R"~("dependentRequired":{"type":"object","additionalProperties":{"$ref":"#/$defs/stringArray"}}},)~"
     R"~("$defs":{"nonNegativeInteger":{"type":"integer","minimum":0},)~"
     R"~("nonNegativeIntegerDefault0":{"$ref":"#/$defs/nonNegativeInteger"},"simpleTypes":{"enum":["array",)~"
     R"~("boolean","integer","null","number","object","string"]},"stringArray":{"type":"array",)~"
     R"~("items":{"type":"string"},"uniqueItems":true}}})~"},
    {"https://json-schema.org/draft/2020-12/meta/meta-data",
     R"~({"$schema":"https://json-schema.org/draft/2020-12/schema",)~"
     R"~("$id":"https://json-schema.org/draft/2020-12/meta/meta-data",)~"
     R"~("$vocabulary":{"https://json-schema.org/draft/2020-12/vocab/meta-data":true},"$dynamicAnchor":"meta",)~"
     R"~("type":["object","boolean"],"properties":{"title":{"type":"string"},"description":{"type":"string"},)~"
     R"~("default":true,"deprecated":{"type":"boolean"},"readOnly":{"type":"boolean"},)~"
     R"~("writeOnly":{"type":"boolean"},"examples":{"type":"array","items":true}}})~"},
    {"https://json-schema.org/draft/2020-12/meta/format-annotation",
     R"~({"$schema":"https://json-schema.org/draft/2020-12/schema",)~"
     R"~("$id":"https://json-schema.org/draft/2020-12/meta/format-annotation",)~"
     R"~("$vocabulary":{"https://json-schema.org/draft/2020-12/vocab/format-annotation":true},)~"
     R"~("$dynamicAnchor":"meta","type":["object","boolean"],"properties":{"format":{"type":"string"}}})~"},
    {"https://json-schema.org/draft/2020-12/meta/format-assertion",
     R"~({"$schema":"https://json-schema.org/draft/2020-12/schema",)~"
     R"~("$id":"https://json-schema.org/draft/2020-12/meta/format-assertion",)~"
     R"~("$vocabulary":{"https://json-schema.org/draft/2020-12/vocab/format-assertion":true},)~"
     R"~("$dynamicAnchor":"meta","type":["object","boolean"],"properties":{"format":{"type":"string"}}})~"},
    {"https://json-schema.org/draft/2020-12/meta/content",
     R"~({"$schema":"https://json-schema.org/draft/2020-12/schema",)~"
     R"~("$id":"https://json-schema.org/draft/2020-12/meta/content",)~"
     R"~("$vocabulary":{"https://json-schema.org/draft/2020-12/vocab/content":true},"$dynamicAnchor":"meta",)~"
     R"~("type":["object","boolean"],"properties":{"contentEncoding":{"type":"string"},)~"
     R"~("contentMediaType":{"type":"string"},"contentSchema":{"$dynamicRef":"#meta"}}})~"},
    {"http://json-schema.org/draft-07/schema",
     R"~({"$schema":"http://json-schema.org/draft-07/schema#","$id":"http://json-schema.org/draft-07/schema#",)~"
     R"~("definitions":{"schemaArray":{"type":"array","minItems":1,"items":{"$ref":"#"}},)~"
     R"~("nonNegativeInteger":{"type":"integer","minimum":0},)~"
     R"~("nonNegativeIntegerDefault0":{"$ref":"#/definitions/nonNegativeInteger"},"simpleTypes":{"enum":["array",)~"
     R"~("boolean","integer","null","number","object","string"]},"stringArray":{"type":"array",)~"
     R"~("items":{"type":"string"},"uniqueItems":true}},"type":["object","boolean"],)~"
     R"~("properties":{"$id":{"type":"string","format":"uri-reference"},"$schema":{"type":"string",)~"
     R"~("format":"uri"},"$ref":{"type":"string","format":"uri-reference"},"$comment":{"type":"string"},)~"
     R"~("title":{"type":"string"},"description":{"type":"string"},"default":true,"readOnly":{"type":"boolean"},)~"
     R"~("writeOnly":{"type":"boolean"},"examples":{"type":"array","items":true},"multipleOf":{"type":"number",)~"
     R"~("exclusiveMinimum":0},"maximum":{"type":"number"},"exclusiveMaximum":{"type":"number"},)~"
     R"~("minimum":{"type":"number"},"exclusiveMinimum":{"type":"number"},)~"
     R"~("maxLength":{"$ref":"#/definitions/nonNegativeInteger"},)~"
     R"~("minLength":{"$ref":"#/definitions/nonNegativeIntegerDefault0"},"pattern":{"type":"string",)~"
     R"~("format":"regex"},"additionalItems":{"$ref":"#"},"items":{"anyOf":[{"$ref":"#"},)~"
     R"~({"$ref":"#/definitions/schemaArray"}]},"maxItems":{"$ref":"#/definitions/nonNegativeInteger"},)~"
     R"~("minItems":{"$ref":"#/definitions/nonNegativeIntegerDefault0"},"uniqueItems":{"type":"boolean"},)~"
     R"~("contains":{"$ref":"#"},"maxProperties":{"$ref":"#/definitions/nonNegativeInteger"},)~"
     R"~("minProperties":{"$ref":"#/definitions/nonNegativeIntegerDefault0"},)~"
     R"~("required":{"$ref":"#/definitions/stringArray"},"additionalProperties":{"$ref":"#"},)~"
     R"~("definitions":{"type":"object","additionalProperties":{"$ref":"#"}},"properties":{"type":"object",)~"
     R"~("additionalProperties":{"$ref":"#"}},"patternProperties":{"type":"object",)~"
     R"~("additionalProperties":{"$ref":"#"},"propertyNames":{"format":"regex"}},"dependencies":{"type":"object",)~"
     R"~("additionalProperties":{"anyOf":[{"$ref":"#"},{"$ref":"#/definitions/stringArray"}]}},)~"
     R"~("propertyNames":{"$ref":"#"},"const":true,"enum":{"type":"array","items":true},)~"
     R"~("type":{"anyOf":[{"$ref":"#/definitions/simpleTypes"},{"type":"array",)~"
     R"~("items":{"$ref":"#/definitions/simpleTypes"},"minItems":1,"uniqueItems":true}]},)~"
     R"~("format":{"type":"string"},"contentMediaType":{"type":"string"},"contentEncoding":{"type":"string"},)~"
     R"~("if":{"$ref":"#"},"then":{"$ref":"#"},"else":{"$ref":"#"},"allOf":{"$ref":"#/definitions/schemaArray"},)~"
     R"~("anyOf":{"$ref":"#/definitions/schemaArray"},"oneOf":{"$ref":"#/definitions/schemaArray"},)~"
     R"~("not":{"$ref":"#"}}})~"},
});

}  // namespace

std::string_view metaSchemaText(std::string_view uri) {
    const auto* found = std::find_if(kMetaSchemas.begin(), kMetaSchemas.end(),
                                     [uri](const MetaSchema& meta) { return meta.uri == uri; });
    return found == kMetaSchemas.end() ? std::string_view() : found->text;
}

}  // namespace touchstone::schema
