// SPDX-License-Identifier: Apache-2.0

#include "eval/dataset.h"

#include "base/canonical_json.h"
#include "base/hash.h"

#include <array>
#include <cmath>
#include <string_view>

namespace touchstone::eval {
namespace {

Error malformed(std::string what) {
    return {ErrorCode::InvalidArgument, "not a test case: " + std::move(what)};
}

Result<std::vector<std::string>> parseTags(const Json& value) {
    std::vector<std::string> tags;
    if (!value.is_array())
        return malformed("\"tags\" must be a list of strings");
    for (const Json& tag : value) {
        if (!tag.is_string())
            return malformed("\"tags\" must be a list of strings");
        tags.push_back(tag.get<std::string>());
    }
    return tags;
}

Result<void> checkKeys(const Json& value) {
    constexpr std::array<std::string_view, 6> kKeys = {"id", "name", "input", "expected", "tags", "weight"};
    for (const auto& [key, member] : value.items()) {
        if (std::find(kKeys.begin(), kKeys.end(), key) == kKeys.end())
            return malformed("the key \"" + key.substr(0, 80) +
                             "\" is none of name, input, expected, tags, weight; move it into \"input\"");
    }
    if (value.contains("id") && value.contains("name"))
        return malformed("it has both \"id\" and \"name\"; keep one");
    return {};
}

}  // namespace

Json toJson(const Case& testCase) {
    Json value = Json::object();
    if (!testCase.name.empty())
        value["name"] = testCase.name;
    value["input"] = testCase.input;
    if (testCase.expected)
        value["expected"] = *testCase.expected;
    if (!testCase.tags.empty())
        value["tags"] = testCase.tags;
    if (testCase.weight != 1)
        value["weight"] = testCase.weight;
    return value;
}

Result<Case> parseCase(const Json& value) {
    if (!value.is_object())
        return malformed("it must be an object with the key \"input\"");
    TOUCHSTONE_TRY_VOID(checkKeys(value));
    Case result;
    const Json* name = memberAt(value, value.contains("id") ? "id" : "name");
    if (name && !name->is_string())
        return malformed("its name must be a string");
    if (name)
        result.name = name->get<std::string>();
    const Json* input = memberAt(value, "input");
    if (!input || !input->is_object())
        return malformed("\"input\" must be an object: the workflow's input variables");
    result.input = *input;
    if (const Json* expected = memberAt(value, "expected"))
        result.expected = *expected;
    if (const Json* tags = memberAt(value, "tags")) {
        TOUCHSTONE_TRY(result.tags, parseTags(*tags));
    }
    if (const Json* weight = memberAt(value, "weight")) {
        if (!weight->is_number() || !(weight->get<double>() > 0) || !std::isfinite(weight->get<double>()))
            return malformed("\"weight\" must be a number above 0");
        result.weight = weight->get<double>();
    }
    return result;
}

Result<CaseId> caseId(const Case& testCase) {
    TOUCHSTONE_TRY(const std::string text, canonicalJson(toJson(testCase)));
    return CaseId(sha256(text).hex());
}

Result<DatasetId> datasetId(const Dataset& dataset) {
    Json ids = Json::array();
    for (std::size_t i = 0; i < dataset.cases.size(); ++i) {
        auto id = caseId(dataset.cases[i]);
        if (!id.ok())
            return Error{id.error().code, "case " + std::to_string(i + 1) + ": " + id.error().message};
        ids.push_back(std::move(id).value().text);
    }
    TOUCHSTONE_TRY(const std::string text, canonicalJson(ids));
    return DatasetId(sha256(text).hex());
}

}  // namespace touchstone::eval
