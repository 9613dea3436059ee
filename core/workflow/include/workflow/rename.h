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

// Whether every template, rule and condition that reads the input `from` could read it as `to`. Not where `to` is no
// name of the template language, or is another thing's: of a loop, of `sources` beside retrieval, of `examples`.
[[nodiscard]] bool canCallInput(const Json& document, const std::string& from, const std::string& to);

// `document` with `to` wherever templates, rules, conditions, the query, `required` and the inputs of examples say
// `from`; the schema's own property is not touched, nor what has a meaning of its own where it stands (`text` in a
// policy's condition). Unchanged unless canCallInput().
[[nodiscard]] Json withInputCalled(Json document, const std::string& from, const std::string& to);

// The same of a property of the output schema: `required` and the outputs of examples.
[[nodiscard]] Json withOutputCalled(Json document, const std::string& from, const std::string& to);

// `document` whose inputs and examples do not have `name`; templates stay.
[[nodiscard]] Json withoutInput(Json document, const std::string& name);

}  // namespace touchstone::workflow
