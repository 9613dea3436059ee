// SPDX-License-Identifier: Apache-2.0

#include "store/corpora.h"

#include "content.h"
#include "database.h"
#include "names.h"

#include "base/canonical_json.h"

#include <unordered_set>

namespace touchstone::store {
namespace {

constexpr IdTable kCorpora = {"corpus", "corpus", 32};
constexpr std::size_t kLargestText = 64U << 20U;
constexpr std::size_t kMostDocuments = 1'000'000;
constexpr std::string_view kIdMark = "@sha256:";

void requireSound(const std::vector<CorpusDocument>& documents) {
    if (documents.size() > kMostDocuments)
        throw Failure{{ErrorCode::InvalidArgument, "a corpus has at most 1,000,000 documents. Split it"}};
    std::unordered_set<std::string_view> ids;
    for (const CorpusDocument& document : documents) {
        requireTitle("the document", document.id);
        requireText("the title of document " + document.id, document.title, 2'000);
        requireText("document " + document.id, document.text, kLargestText);
        if (!ids.insert(document.id).second)
            throw Failure{{ErrorCode::InvalidArgument,
                           "two documents of the corpus have the id " + document.id + ". Give each its own"}};
    }
}

std::int64_t storeCorpus(Connection& connection, const CorpusId& id, const std::vector<CorpusDocument>& documents) {
    const std::string bytes = idBytes("the corpus", id.text, kCorpora.bytes);
    if (const std::int64_t known = connection.number("SELECT seq FROM corpus WHERE id = ?", Blob{bytes}); known != 0)
        return known;
    std::size_t size = 0;
    for (const CorpusDocument& document : documents)
        size += document.text.size();
    connection.run("INSERT INTO corpus(id, documents, bytes) VALUES(?, ?, ?)", Blob{bytes}, documents.size(), size);
    const std::int64_t seq = connection.lastRowId();
    std::int64_t position = 0;
    for (const CorpusDocument& document : documents)
        connection.run("INSERT INTO corpus_document(corpus, position, id, title, content) VALUES(?, ?, ?, ?, ?)", seq,
                       position++, document.id, document.title, putContent(connection, packContent(document.text)));
    return seq;
}

// A name stands for its row with the largest seq; the rows before it are its past.
void nameCorpus(Connection& connection, std::string_view name, std::int64_t corpus, WallTime created) {
    connection.run("DELETE FROM corpus_name WHERE name = ? AND corpus = ?", name, corpus);
    connection.run("INSERT INTO corpus_name(name, corpus, created) VALUES(?, ?, ?)", name, corpus,
                   nanoseconds(created));
}

constexpr std::string_view kInfo =
    "SELECT c.id, n.name, c.documents, c.bytes, n.created, c.seq "
    "FROM corpus_name n JOIN corpus c ON c.seq = n.corpus ";
constexpr std::string_view kCurrent =
    "n.seq = (SELECT max(latest.seq) FROM corpus_name latest WHERE latest.name = n.name) ";

std::string infoWhere(std::string_view condition, std::string_view tail = {}) {
    std::string sql(kInfo);
    return sql.append("WHERE ").append(condition).append(tail);
}

CorpusInfo infoOf(const Statement& row) {
    return {CorpusId(toHex(row.blob(0))), std::string(row.text(1)), row.integer(2), row.integer(3),
            wallTime(row.integer(4))};
}

// The row of a name, or the newest row of the content that an id or its beginning means.
Statement resolve(Connection& connection, std::string_view reference) {
    Statement named = connection.query(infoWhere(kCurrent, "AND n.name = ?"), reference);
    if (named.step())
        return named;
    const auto mark = reference.find(kIdMark);
    const std::string_view id = mark == std::string_view::npos ? reference : reference.substr(mark + kIdMark.size());
    const std::int64_t seq = matchPrefix(connection, kCorpora, id);
    if (seq == 0)
        refuseUnknown("this workspace has no corpus", reference, namesIn(connection, "corpus_name"));
    Statement row = connection.query(infoWhere("c.seq = ? ORDER BY n.seq DESC LIMIT 1"), seq);
    if (!row.step())
        throw Failure{{ErrorCode::Corrupt, "a corpus has lost its name. Work with a backup"}};
    return row;
}

Corpus loadCorpus(Connection& connection, std::string_view reference) {
    const Statement row = resolve(connection, reference);
    Corpus corpus{infoOf(row), {}};
    Statement rows = connection.query(
        "SELECT id, title, content FROM corpus_document WHERE corpus = ? ORDER BY position", row.integer(5));
    while (rows.step())
        corpus.documents.push_back(
            {std::string(rows.text(0)), std::string(rows.text(1)), getContent(connection, rows.integer(2))});
    return corpus;
}

}  // namespace

CorpusId corpusId(const std::vector<CorpusDocument>& documents) {
    Json list = Json::array();
    for (const CorpusDocument& document : documents)
        list.push_back(Json::array({document.id, document.title, sha256(document.text).hex()}));
    const Result<std::string> text = canonicalJson(list);
    TOUCHSTONE_CHECK(text.ok(), "a list of texts has a canonical form");
    return CorpusId(sha256(text.value()).hex());
}

Pending<CorpusInfo> CorpusStore::put(std::string name, std::vector<CorpusDocument> documents) {
    return m_database.write<CorpusInfo>(
        Durability::Full, Change::Corpora,
        [name = std::move(name), documents = std::move(documents),
         created = m_database.clock().wallNow()](WriteSession& session) {
            requireCorpusName(name);
            requireSound(documents);
            const CorpusId id = corpusId(documents);
            const std::int64_t seq = storeCorpus(session.connection, id, documents);
            nameCorpus(session.connection, name, seq, created);
            return CorpusInfo{id, name, static_cast<std::int64_t>(documents.size()),
                              session.connection.number("SELECT bytes FROM corpus WHERE seq = ?", seq), created};
        });
}

Result<std::vector<CorpusInfo>> CorpusStore::list() const {
    return m_database.read([](Connection& connection) {
        std::vector<CorpusInfo> corpora;
        Statement rows = connection.query(infoWhere(kCurrent, "ORDER BY n.seq DESC"));
        while (rows.step())
            corpora.push_back(infoOf(rows));
        return corpora;
    });
}

Result<Corpus> CorpusStore::load(std::string_view reference) const {
    return m_database.read([&](Connection& connection) { return loadCorpus(connection, reference); });
}

Result<CorpusInfo> CorpusStore::find(std::string_view reference) const {
    return m_database.read([&](Connection& connection) { return infoOf(resolve(connection, reference)); });
}

}  // namespace touchstone::store
