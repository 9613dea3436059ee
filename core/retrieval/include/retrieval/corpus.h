// SPDX-License-Identifier: Apache-2.0
//
// The documents that a workflow may search.
//
// Immutable; copies share the documents; safe from any thread.

#pragma once

#include "base/ids.h"
#include "base/result.h"

#include <memory>
#include <string>
#include <vector>

namespace touchstone::retrieval {

struct Document {
    std::string id;  // unique in its corpus: a path or a key
    std::string title;
    std::string text;
};

class Corpus {
public:
    // Fails for an empty or repeated document id and names it, and for more than 1 GiB of text.
    [[nodiscard]] static Result<Corpus> make(std::vector<Document> documents);

    // SHA-256 over the documents in the order of their ids: for each the digests of id, title and text in hexadecimal,
    // then a line feed.
    [[nodiscard]] const CorpusId& id() const { return m_contents->id; }
    // In the order of their ids.
    [[nodiscard]] const std::vector<Document>& documents() const { return m_contents->documents; }

private:
    struct Contents {
        CorpusId id;
        std::vector<Document> documents;
    };
    explicit Corpus(std::shared_ptr<const Contents> contents) : m_contents(std::move(contents)) {}

    std::shared_ptr<const Contents> m_contents;
};

}  // namespace touchstone::retrieval
