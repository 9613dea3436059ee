// SPDX-License-Identifier: Apache-2.0
//
// Files of cases as few-shot examples of a draft. Reads files: for workers.

#pragma once

#include "session/exchange.h"

namespace touchstone::session {

[[nodiscard]] Result<ImportedExamples> importExamplesNow(Context& context, const ExampleFile& request);

// The cases of a file with what was noticed about it; the errors as one message when there are some.
struct ReadCases {
    eval::Dataset dataset;
    std::vector<eval::ColumnUse> columns;
    std::vector<Finding> warnings;
};
[[nodiscard]] Result<ReadCases> readCases(const std::filesystem::path& file, const eval::ImportOptions& options);

}  // namespace touchstone::session
