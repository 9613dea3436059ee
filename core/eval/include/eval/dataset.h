// SPDX-License-Identifier: Apache-2.0
//
// Evaluation inputs with what is expected of them. Both cases and datasets are named by their content: the same cases
// in the same order have the same id, whatever file they came from.
//
// Plain values.

#pragma once

#include "base/ids.h"
#include "base/json.h"
#include "base/result.h"

#include <optional>
#include <string>
#include <vector>

namespace touchstone::eval {

struct Case {
    std::string name = {};              // for people; may be empty
    Json input = Json::object();        // the workflow's input variables: an object
    std::optional<Json> expected = {};  // absent: nothing is expected, which is not the same as null
    std::vector<std::string> tags = {};
    double weight = 1;  // positive
};

struct Dataset {
    std::string name;  // not part of the id
    std::vector<Case> cases;
};

// {"name":…,"input":{…},"expected":…,"tags":[…],"weight":…}, without what has its default: one line of a JSONL file and
// the text that CaseId is taken over.
[[nodiscard]] Json toJson(const Case& testCase);
// The reverse; "id" is accepted for "name". Unknown keys, wrong types and weights that are not positive are errors.
[[nodiscard]] Result<Case> parseCase(const Json& value);

// SHA-256 of the case's canonical JSON. Fails for integers beyond 2^53, which canonical JSON cannot hold.
[[nodiscard]] Result<CaseId> caseId(const Case& testCase);
// SHA-256 of the canonical JSON array of the case ids, so that an edit rehashes one case only.
[[nodiscard]] Result<DatasetId> datasetId(const Dataset& dataset);

}  // namespace touchstone::eval
