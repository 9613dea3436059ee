// SPDX-License-Identifier: Apache-2.0
//
// From source to Program, reporting every syntax error: a tag that cannot be read is skipped and parsing goes on.

#pragma once

#include "ast.h"
#include "base/finding.h"

#include <memory>
#include <string_view>
#include <vector>

namespace touchstone::text::jinja {

struct Parsed {
    std::shared_ptr<const Program> program;  // null when a finding is an error
    std::vector<Finding> findings;
};

[[nodiscard]] Parsed parseTemplate(std::string_view source, const TemplateOptions& options);
[[nodiscard]] Parsed parseExpression(std::string_view source, const TemplateOptions& options);

}  // namespace touchstone::text::jinja
