// SPDX-License-Identifier: Apache-2.0
//
// Splits a template into text and the tokens of its tags; white-space control, comments and raw blocks are settled
// here, so the parser never sees them.

#pragma once

#include "base/finding.h"
#include "text/template.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace touchstone::text::jinja {

enum class TokenKind : std::uint8_t {
    Text,  // template text, already trimmed
    OutputBegin,
    OutputEnd,
    BlockBegin,
    BlockEnd,
    Name,
    String,  // `text` is the body between the quotes, still escaped
    Integer,
    Float,
    Operator,
    End,
};

struct Token {
    TokenKind kind = TokenKind::End;
    std::uint32_t offset = 0;
    std::string_view text;
};

struct SyntaxProblem {
    std::size_t offset = 0;
    std::string code;
    std::string text;
    std::string suggestion;
};

struct Lexed {
    std::vector<Token> tokens;  // the last one is End
    std::vector<SyntaxProblem> problems;
};

// The views point into `source`.
[[nodiscard]] Lexed lexTemplate(std::string_view source, const TemplateOptions& options);
[[nodiscard]] Lexed lexExpression(std::string_view source);

}  // namespace touchstone::text::jinja
