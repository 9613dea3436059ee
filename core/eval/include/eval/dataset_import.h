// SPDX-License-Identifier: Apache-2.0
//
// Files to datasets. All or nothing: one error and nothing is imported, but every problem found is reported with its
// line and a remedy, up to a limit.
//
// Pure functions but for importDatasetFile, which reads; safe from any thread.

#pragma once

#include "base/finding.h"
#include "eval/dataset.h"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace touchstone::eval {

struct InputColumn {
    std::string column;
    std::string field;  // the key in the case's input
};

// Which column means what. Names are those of the header (CSV) or of the records' keys (JSONL). Unset members are
// found by name, whatever the case of its letters:
//   name      "id", else "name"
//   expected  "expected", else the only one of "label", "category", "output", "answer"
//   tags      "tags": a JSON list, or words separated by , or ;
//   weight    "case_weight"
// What is found this way is reported as an Info finding. An empty string says "none".
struct ColumnMapping {
    std::vector<InputColumn> inputs = {};  // empty: every column without another role, under its own name
    std::optional<std::string> name = {};
    std::optional<std::string> expected = {};
    std::optional<std::string> tags = {};
    std::optional<std::string> weight = {};
    std::vector<std::string> json = {};  // CSV columns whose cells are JSON; a header "amount:json" says the same

    [[nodiscard]] bool isDefault() const;
};

struct ImportLimits {
    std::size_t rows = 1'000'000;
    std::size_t cellBytes = 1U << 20U;    // of one CSV cell
    std::size_t lineBytes = 16U << 20U;   // of one JSONL record
    std::size_t fileBytes = 512U << 20U;  // of the whole text
    std::size_t findings = 100;           // then the import stops
};

struct ImportOptions {
    std::string name;  // of the dataset
    ColumnMapping columns;
    std::optional<char> delimiter;  // unset: comma, semicolon or tab, whichever fits
    ImportLimits limits;
    std::stop_token stop;  // when asked to stop, the import ends with the finding "cancelled"
};

// What one column was taken as: "input text", "the expected answer", "ignored".
struct ColumnUse {
    std::string column;
    std::string use;
};

struct DatasetImport {
    std::optional<Dataset> dataset;  // present when no finding is an error
    std::vector<Finding> findings;
    std::vector<ColumnUse> columns = {};  // in the file's order; empty when the file has test cases and no columns
};

// CSV with a header. A column "input:json" holds the whole input as one JSON object.
[[nodiscard]] DatasetImport importCsv(std::string_view text, const ImportOptions& options = {});
// One JSON object a line: test cases as toJson(Case) writes them when the first has an object "input" and no mapping
// is given, otherwise flat records whose keys are columns.
[[nodiscard]] DatasetImport importJsonl(std::string_view text, const ImportOptions& options = {});
// By extension: .jsonl and .ndjson, otherwise CSV. The dataset is named after the file unless a name is given.
[[nodiscard]] DatasetImport importDatasetFile(const std::filesystem::path& path, ImportOptions options = {});

}  // namespace touchstone::eval
