// SPDX-License-Identifier: GPL-3.0-or-later
//
// The settings of the parts that are edited as forms. Ranges and defaults come from the document's own schema, what is
// not carried out yet from the engine; only the words are here.
//
// GUI thread only.

#pragma once

#include "form_field.h"

#include <functional>
#include <vector>

namespace touchstone::ui {

// `tiers` lists the names of the draft's tiers.
[[nodiscard]] std::vector<FieldSpec> budgetFields(const std::function<QStringList()>& tiers);
[[nodiscard]] std::vector<FieldSpec> cacheFields();
[[nodiscard]] std::vector<FieldSpec> memoryFields();
[[nodiscard]] std::vector<FieldSpec> chunkingFields();
// Those of `output` besides its schema.
[[nodiscard]] std::vector<FieldSpec> outputFields();
// Those of `prompt.select`.
[[nodiscard]] std::vector<FieldSpec> selectFields();

// The schema of the member at `pointer` of the document's schema ("/properties/cache/properties/mode"), able to stand
// alone.
[[nodiscard]] Json memberSchema(const std::string& pointer);

}  // namespace touchstone::ui
