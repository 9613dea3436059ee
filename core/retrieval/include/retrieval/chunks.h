// SPDX-License-Identifier: Apache-2.0
//
// Cuts a document into the pieces that are searched and shown to a model.
//
// Pure functions; safe from any thread.

#pragma once

#include "workflow/document.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace touchstone::retrieval {

struct Chunk {
    std::size_t begin = 0;  // bytes into the document's text
    std::size_t end = 0;
    std::string path = {};  // markdown: the headings above, "Billing › Refunds"; else empty
    auto operator<=>(const Chunk&) const = default;
};

// In text order. Together they cover the whole text; neighbours share up to `overlap` tokens; none begins or ends
// inside a UTF-8 sequence. A chunk has at most `size` tokens as text::estimateTokens counts its words one by one.
//   tokens     as many words as fit
//   sentences  whole sentences; overlaps by whole sentences
//   recursive  whole paragraphs, where one is too long its sentences, where one is too long its words
//   markdown   recursive inside each section, never across a heading
// Words too long for a chunk are cut. An overlap of the size or more counts as half the size.
[[nodiscard]] std::vector<Chunk> chunkText(std::string_view text, const workflow::ChunkingPart& chunking);

}  // namespace touchstone::retrieval
