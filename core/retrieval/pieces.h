// SPDX-License-Identifier: Apache-2.0
//
// The units that chunks are made of.
//
// Pure functions; safe from any thread.

#pragma once

#include "text/sentences.h"
#include "workflow/document.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace touchstone::retrieval {

struct Piece {
    std::size_t begin = 0;  // bytes
    std::size_t end = 0;
    std::size_t tokens = 0;  // the sum over its words
};

// Pieces that cover `range` of `text` without gaps, none above `size` tokens unless a piece is a part of a word.
[[nodiscard]] std::vector<Piece> piecesOf(std::string_view text, text::ByteRange range, workflow::ChunkMethod method,
                                          std::size_t size);

// Where the whole words begin that end at `end` and have at most `tokens` tokens together; not before `begin`.
[[nodiscard]] std::size_t wordsBefore(std::string_view text, std::size_t begin, std::size_t end, std::size_t tokens);

// A section of a markdown document: its headings and the text below them.
struct Section {
    text::ByteRange range;
    std::string path;
};

// Sections that cover the text without gaps. Headings inside fenced code blocks are text.
[[nodiscard]] std::vector<Section> sectionsOf(std::string_view markdown);

}  // namespace touchstone::retrieval
