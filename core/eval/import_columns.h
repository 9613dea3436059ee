// SPDX-License-Identifier: Apache-2.0
//
// Which column of a file plays which role in a case.

#pragma once

#include "eval/dataset_import.h"
#include "import_report.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace touchstone::eval {

struct Column {
    std::string name;
    bool json = false;  // its cells are JSON texts
};

// Indices into the columns.
struct ColumnRoles {
    struct Input {
        std::size_t column;
        std::string field;
    };

    std::vector<Input> inputs;
    std::optional<std::size_t> wholeInput;
    std::optional<std::size_t> name;
    std::optional<std::size_t> expected;
    std::optional<std::size_t> tags;
    std::optional<std::size_t> weight;
};

// A header cell as a column: spaces trimmed, the mark ":json" taken off.
[[nodiscard]] Column parseHeaderCell(std::string_view cell);

// A header that means something else than an input field, so that export must not write a field under it.
[[nodiscard]] bool isReservedHeader(std::string_view header);

// What cannot be resolved is reported as errors on line 1.
[[nodiscard]] ColumnRoles resolveColumns(std::span<const Column> columns, const ColumnMapping& mapping,
                                         ImportReport& report);

// What was made of the columns, for people.
[[nodiscard]] std::vector<ColumnUse> describeColumns(std::span<const Column> columns, const ColumnRoles& roles);

}  // namespace touchstone::eval
