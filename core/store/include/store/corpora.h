// SPDX-License-Identifier: Apache-2.0
//
// The documents that retrieval reads. A corpus is content-addressed: equal documents in equal order have one id, and a
// name stands for the corpus that was stored under it last.
//
// Thread-safe. Queries block on SQLite; verbs return at once and are on disk (synchronous=FULL) when they complete.

#pragma once

#include "base/clock.h"
#include "base/ids.h"
#include "base/result.h"
#include "store/pending.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace touchstone::store {

class Database;

struct CorpusDocument {
    std::string id;  // unique in its corpus
    std::string title;
    std::string text;  // UTF-8
    bool operator==(const CorpusDocument&) const = default;
};

struct CorpusInfo {
    CorpusId id;
    std::string name;
    std::int64_t documents = 0;
    std::int64_t bytes = 0;  // of text
    WallTime created;        // when it was stored under this name
};

struct Corpus {
    CorpusInfo info;
    std::vector<CorpusDocument> documents;
};

// SHA-256 of the canonical JSON array of [id, title, SHA-256 of the text in hexadecimal], one a document.
[[nodiscard]] CorpusId corpusId(const std::vector<CorpusDocument>& documents);

class CorpusStore {
public:
    explicit CorpusStore(Database& database) : m_database(database) {}

    // Stores the documents under `name`. InvalidArgument for two documents with one id, or text that is not UTF-8.
    [[nodiscard]] Pending<CorpusInfo> put(std::string name, std::vector<CorpusDocument> documents);

    // Every name once, the one stored last first.
    [[nodiscard]] Result<std::vector<CorpusInfo>> list() const;
    // By "name" (its latest), "name@sha256:<64 hex digits>", or an id or prefix of at least four digits.
    // NotFound says what was probably meant.
    [[nodiscard]] Result<Corpus> load(std::string_view reference) const;
    // The same without its documents.
    [[nodiscard]] Result<CorpusInfo> find(std::string_view reference) const;

private:
    Database& m_database;
};

}  // namespace touchstone::store
