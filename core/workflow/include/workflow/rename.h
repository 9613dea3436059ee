// SPDX-License-Identifier: Apache-2.0
//
// A field of the input or of the answer is called by its name in many places: here it gets another name, or goes, in
// all of them at once.
//
// Pure functions; what cannot be read (a template that does not parse) stays as it is.

#pragma once

#include "base/json.h"

#include <string>
#include <string_view>

namespace touchstone::workflow {

// `document` with `to` wherever templates, rules, conditions, the query, `required` and the inputs of examples say
// `from`; the schema's own property is not touched. Where `to` is no name of the template language, templates and rules
// stay.
[[nodiscard]] Json withInputCalled(Json document, const std::string& from, const std::string& to);

// The same of a property of the output schema: `required` and the outputs of examples.
[[nodiscard]] Json withOutputCalled(Json document, const std::string& from, const std::string& to);

// `document` whose inputs and examples do not have `name`; templates stay.
[[nodiscard]] Json withoutInput(Json document, const std::string& name);

}  // namespace touchstone::workflow
