// SPDX-License-Identifier: GPL-3.0-or-later
//
// What an editor shows beside a part's text: where findings are in it, and how its lines differ from the version the
// draft began from. Reads large texts, so it is done on a worker.
//
// Pure functions; safe from any thread.

#pragma once

#include "base/finding.h"
#include "base/json.h"
#include "uibase/code_editor.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace touchstone::ui {

struct MarksRequest {
    QString text;
    std::string part;
    std::string templatePointer;       // of the template that `text` is; empty: it is the part's JSON source
    std::vector<Finding> findings;     // all of the document
    std::shared_ptr<const Json> base;  // the version the draft began from; null: none
};

struct FoundProblem {
    Problem problem;  // without fixes
    Finding finding;
};

struct PartMarks {
    std::vector<FoundProblem> problems;              // at most kMostMarks
    std::optional<std::vector<LineChange>> changes;  // empty: there is nothing to compare with
};
inline constexpr std::size_t kMostMarks = 100;

[[nodiscard]] PartMarks readMarks(const MarksRequest& request);

// Where in a part's source a finding is; empty when it is about another part.
[[nodiscard]] std::optional<TextPosition> placeInSource(const Finding& finding, const std::string& part,
                                                        std::string_view source);
[[nodiscard]] std::vector<LineChange> lineChanges(std::string_view before, std::string_view after);

}  // namespace touchstone::ui
