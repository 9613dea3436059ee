// SPDX-License-Identifier: Apache-2.0

#include "retrieval/chunks.h"

#include "pieces.h"

#include <algorithm>

namespace touchstone::retrieval {

namespace {

using workflow::ChunkMethod;

struct Limits {
    ChunkMethod method;
    std::size_t size;
    std::size_t overlap;
};

Limits limitsOf(const workflow::ChunkingPart& chunking) {
    const auto size = static_cast<std::size_t>(std::max<std::int64_t>(chunking.size, 1));
    const auto overlap = static_cast<std::size_t>(std::max<std::int64_t>(chunking.overlap, 0));
    return {chunking.method, size, overlap < size ? overlap : size / 2};
}

// The first piece of the next chunk when whole pieces overlap: after `first`, and what is repeated fits the overlap.
std::size_t firstRepeated(const std::vector<Piece>& pieces, std::size_t first, std::size_t next, std::size_t overlap) {
    std::size_t tokens = 0;
    while (next > first + 1 && tokens + pieces[next - 1].tokens <= overlap)
        tokens += pieces[--next].tokens;
    return next;
}

// How many pieces from `first` on fit into `size`; at least one.
std::size_t fitting(const std::vector<Piece>& pieces, std::size_t first, std::size_t size) {
    std::size_t tokens = pieces[first].tokens;
    std::size_t last = first + 1;
    while (last < pieces.size() && tokens + pieces[last].tokens <= size)
        tokens += pieces[last++].tokens;
    return last;
}

// Overlap by whole sentences: the next chunk repeats pieces.
void packRepeatingPieces(const std::vector<Piece>& pieces, const Limits& limits, std::vector<Chunk>& chunks) {
    for (std::size_t first = 0, done = 0; done < pieces.size();) {
        std::size_t last = fitting(pieces, first, limits.size);
        if (last <= done) {
            first = done;
            last = fitting(pieces, first, limits.size);
        }
        chunks.push_back({pieces[first].begin, pieces[last - 1].end});
        done = last;
        first = firstRepeated(pieces, first, last, limits.overlap);
    }
}

// Overlap by words: each chunk begins with the last words of the one before it.
void packRepeatingWords(std::string_view text, const std::vector<Piece>& pieces, const Limits& limits,
                        std::vector<Chunk>& chunks) {
    for (std::size_t first = 0; first < pieces.size();) {
        const std::size_t previous = chunks.empty() ? pieces[first].begin : chunks.back().begin;
        const std::size_t spare = limits.size - std::min(limits.size, pieces[first].tokens);
        const std::size_t repeated = first > 0 ? std::min(limits.overlap, spare) : 0;
        const std::size_t begin = wordsBefore(text, previous, pieces[first].begin, repeated);
        const std::size_t last = fitting(pieces, first, limits.size - repeated);
        chunks.push_back({begin > previous ? begin : pieces[first].begin, pieces[last - 1].end});
        first = last;
    }
}

void chunkRange(std::string_view text, text::ByteRange range, const Limits& limits, std::vector<Chunk>& chunks) {
    const std::vector<Piece> pieces = piecesOf(text, range, limits.method, limits.size);
    if (limits.method == ChunkMethod::Sentences)
        packRepeatingPieces(pieces, limits, chunks);
    else
        packRepeatingWords(text, pieces, limits, chunks);
}

}  // namespace

std::vector<Chunk> chunkText(std::string_view text, const workflow::ChunkingPart& chunking) {
    const Limits limits = limitsOf(chunking);
    std::vector<Chunk> chunks;
    if (limits.method != ChunkMethod::Markdown) {
        chunkRange(text, {0, text.size()}, limits, chunks);
        return chunks;
    }
    for (const Section& section : sectionsOf(text)) {
        std::vector<Chunk> ofSection;
        chunkRange(text, section.range, limits, ofSection);
        for (Chunk& chunk : ofSection)
            chunks.push_back({chunk.begin, chunk.end, section.path});
    }
    return chunks;
}

}  // namespace touchstone::retrieval
