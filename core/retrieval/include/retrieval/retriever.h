// SPDX-License-Identifier: Apache-2.0
//
// Finds the chunks of a corpus that fit a query.
//
// Immutable after make(); copies share the index; safe from any thread.

#pragma once

#include "retrieval/corpus.h"
#include "workflow/document.h"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace touchstone::retrieval {

// One chunk that was found. Ranges are bytes into the document's text.
struct Hit {
    std::string documentId;
    std::string title;  // the document's; for markdown chunks with the headings above: "Billing › Refunds"
    std::string text;   // without blanks at its ends
    std::size_t begin = 0;
    std::size_t end = 0;
    double score = 0;  // 0..1
};

class Retriever {
public:
    // Chunks and indexes the whole corpus: do it once for a version and keep it.
    [[nodiscard]] static Retriever make(Corpus corpus, const workflow::ChunkingPart& chunking);

    // The `count` best chunks of at least `minScore`, best first; ties in the order of document ids and places. Chunks
    // that share no word with the query are never found. Scores are BM25 as a share of what the query allows at most.
    [[nodiscard]] std::vector<Hit> search(std::string_view query, std::size_t count, double minScore = 0) const;

    [[nodiscard]] const Corpus& corpus() const;
    [[nodiscard]] std::size_t chunkCount() const;

private:
    struct Index;
    explicit Retriever(std::shared_ptr<const Index> index) : m_index(std::move(index)) {}

    std::shared_ptr<const Index> m_index;
};

}  // namespace touchstone::retrieval
