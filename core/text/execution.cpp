// SPDX-License-Identifier: Apache-2.0

#include "execution.h"

#include "text/utf8.h"

#include <array>

namespace touchstone::text {

Error toError(const jinja::RenderFailure& failure, std::string_view source) {
    static constexpr std::array<std::string_view, 8> kWords = {"undefined",       "type-error", "value-error",
                                                               "print-refused",   "step-limit", "output-limit",
                                                               "recursion-limit", "size-limit"};
    const TextPosition position = positionAt(source, failure.offset);
    const auto code = failure.kind == jinja::FailureKind::Undefined ? ErrorCode::NotFound : ErrorCode::InvalidArgument;
    return {code, std::to_string(position.line) + ":" + std::to_string(position.column) + ": " + failure.message,
            std::string(kWords[static_cast<std::size_t>(failure.kind)])};
}

}  // namespace touchstone::text
