// SPDX-License-Identifier: Apache-2.0

#include "retrieval/retriever.h"

#include "bm25.h"
#include "retrieval/chunks.h"

namespace touchstone::retrieval {

struct Retriever::Index {
    struct Place {
        std::size_t document = 0;
        Chunk chunk;
    };
    Corpus corpus;
    std::vector<Place> places;
    Bm25Index words;
};

namespace {

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(" \t\r\n") + 1 - begin);
}

// A document whose first heading is its title shall not show it twice.
std::string titleOf(const Document& document, const Chunk& chunk) {
    if (chunk.path.empty() || chunk.path == document.title)
        return document.title;
    if (document.title.empty() || chunk.path.starts_with(document.title + " › "))
        return chunk.path;
    return document.title + " › " + chunk.path;
}

}  // namespace

Retriever Retriever::make(Corpus corpus, const workflow::ChunkingPart& chunking) {
    std::vector<Index::Place> places;
    std::vector<std::string> texts;
    const std::vector<Document>& documents = corpus.documents();
    for (std::size_t i = 0; i < documents.size(); ++i)
        for (Chunk& chunk : chunkText(documents[i].text, chunking)) {
            texts.push_back(titleOf(documents[i], chunk) + "\n" +
                            documents[i].text.substr(chunk.begin, chunk.end - chunk.begin));
            places.push_back({i, std::move(chunk)});
        }
    Bm25Index words(texts);
    return Retriever(std::make_shared<const Index>(Index{std::move(corpus), std::move(places), std::move(words)}));
}

std::vector<Hit> Retriever::search(std::string_view query, std::size_t count, double minScore) const {
    std::vector<Hit> hits;
    for (const Ranked& ranked : m_index->words.search(query, count)) {
        if (ranked.score < minScore)
            break;
        const Index::Place& place = m_index->places[ranked.text];
        const Document& document = m_index->corpus.documents()[place.document];
        const auto [begin, end, path] = place.chunk;
        hits.push_back({document.id, titleOf(document, place.chunk),
                        std::string(trimmed(std::string_view(document.text).substr(begin, end - begin))), begin, end,
                        ranked.score});
    }
    return hits;
}

const Corpus& Retriever::corpus() const {
    return m_index->corpus;
}

std::size_t Retriever::chunkCount() const {
    return m_index->places.size();
}

}  // namespace touchstone::retrieval
