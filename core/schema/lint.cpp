// SPDX-License-Identifier: Apache-2.0

#include "compiler.h"
#include "describe.h"

#include <algorithm>

namespace touchstone::schema {
namespace {

class Linter {
public:
    explicit Linter(std::vector<Finding>& findings) : m_findings(findings) {}

    void visit(const Json& schema, Draft draft, const std::string& pointer) {
        if (!schema.is_object())
            return;
        if (stringAt(schema, "$schema").find("draft-07") != std::string::npos)
            draft = Draft::Draft7;
        unknownKeywords(schema, draft, pointer);
        pointlessKeywords(schema, draft, pointer);
        undescribedProperties(schema, pointer);
        forEachSubschema(schema, draft, [&](std::string_view keyword, std::string_view key, const Json& subschema) {
            const std::string below = childPointer(pointer, keyword);
            visit(subschema, draft, &subschema == memberAt(schema, keyword) ? below : childPointer(below, key));
        });
    }

private:
    void warn(std::string code, std::string pointer, std::string text, std::string suggestion) {
        m_findings.push_back(
            {Severity::Warning, std::move(code), std::move(pointer), {}, std::move(text), std::move(suggestion)});
    }

    void unknownKeywords(const Json& schema, Draft draft, const std::string& pointer) {
        for (const auto& [name, value] : schema.get_ref<const Json::object_t&>()) {
            if (findKeyword(draft, name) || name.starts_with("x-"))
                continue;
            const std::string nearest = nearestName(name, keywordNames(draft));
            warn("unknown-keyword", childPointer(pointer, name), quote(name) + " is not a keyword and has no effect",
                 nearest.empty() ? "remove it, or call it x-… if it is your own"
                                 : "did you mean " + quote(nearest) + "?");
        }
    }

    // {"type": "string", "minimum": 3}
    void pointlessKeywords(const Json& schema, Draft draft, const std::string& pointer) {
        const Json* type = memberAt(schema, "type");
        if (!type)
            return;
        std::uint8_t kinds = 0;
        const Json names = type->is_array() ? *type : Json::array({*type});
        for (const Json& name : names)
            kinds |= name.is_string() ? kindsOf(name.get_ref<const std::string&>()) : std::uint8_t{0};
        for (const auto& [name, value] : schema.get_ref<const Json::object_t&>()) {
            const Keyword* keyword = findKeyword(draft, name);
            if (kinds != 0 && keyword && keyword->applies != 0 && (keyword->applies & kinds) == 0)
                warn("pointless-keyword", childPointer(pointer, name),
                     name + " says nothing about " + kindNames(kinds) + ", the only type allowed here",
                     "remove it or change the type");
        }
    }

    void undescribedProperties(const Json& schema, const std::string& pointer) {
        const Json* required = memberAt(schema, "required");
        const Json* properties = memberAt(schema, "properties");
        if (!required || !required->is_array() || !properties || !properties->is_object())
            return;
        std::vector<std::string_view> known;
        for (const auto& [name, value] : properties->get_ref<const Json::object_t&>())
            known.push_back(name);
        std::sort(known.begin(), known.end());
        for (std::size_t i = 0; i < required->size(); ++i) {
            const Json& name = (*required)[i];
            if (!name.is_string() || std::binary_search(known.begin(), known.end(), name.get_ref<const std::string&>()))
                continue;
            const std::string nearest = nearestName(name.get_ref<const std::string&>(), known);
            warn("undescribed-property", childPointer(childPointer(pointer, "required"), i),
                 "the required property " + brief(name) + " is not described under properties",
                 nearest.empty() ? "describe it" : "did you mean " + quote(nearest) + "?");
        }
    }

    std::vector<Finding>& m_findings;
};

}  // namespace

std::vector<Finding> lintSchema(const Json& schema, const CompileOptions& options) {
    Compiler compiler(options);
    (void)compiler.compile(schema);
    std::vector<Finding> findings = std::move(compiler.findings());
    const bool walkable = std::none_of(findings.begin(), findings.end(),
                                       [](const Finding& finding) { return finding.code == "too-large"; });
    if (walkable)
        Linter(findings).visit(schema, Draft::Draft2020, "");
    return findings;
}

}  // namespace touchstone::schema
