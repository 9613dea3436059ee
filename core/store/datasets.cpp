// SPDX-License-Identifier: Apache-2.0

#include "store/datasets.h"

#include "content.h"
#include "database.h"
#include "names.h"

namespace touchstone::store {
namespace {

constexpr IdTable kDatasets = {"dataset", "dataset", 32};
constexpr std::size_t kMostCases = 1'000'000;
constexpr std::size_t kLargestCase = 16U << 20U;
constexpr std::size_t kLargestScorers = 1U << 20U;

std::vector<std::string> caseTexts(const eval::Dataset& dataset) {
    if (dataset.cases.size() > kMostCases)
        throw Failure{{ErrorCode::InvalidArgument, "a dataset has at most 1,000,000 cases. Split it"}};
    std::vector<std::string> texts;
    for (const eval::Case& testCase : dataset.cases) {
        texts.push_back(toText(eval::toJson(testCase)));
        requireText("case " + std::to_string(texts.size()) + " of the dataset", texts.back(), kLargestCase);
    }
    return texts;
}

std::int64_t storeDataset(Connection& connection, const DatasetId& id, const std::vector<std::string>& cases) {
    const std::string bytes = idBytes("the dataset", id.text, kDatasets.bytes);
    if (const std::int64_t known = connection.number("SELECT seq FROM dataset WHERE id = ?", Blob{bytes}); known != 0)
        return known;
    connection.run("INSERT INTO dataset(id, cases) VALUES(?, ?)", Blob{bytes}, cases.size());
    const std::int64_t seq = connection.lastRowId();
    std::int64_t position = 0;
    for (const std::string& text : cases)
        connection.run("INSERT INTO dataset_case(dataset, position, content) VALUES(?, ?, ?)", seq, position++,
                       putContent(connection, packContent(text)));
    return seq;
}

// The name's latest dataset is the row with the largest seq, so one that is stored again moves to the end.
void nameDataset(Connection& connection, const DatasetInfo& info, std::int64_t dataset) {
    connection.run("DELETE FROM dataset_name WHERE name = ? AND dataset = ?", info.name, dataset);
    connection.run("INSERT INTO dataset_name(name, dataset, scorers, created) VALUES(?, ?, ?, ?)", info.name, dataset,
                   toText(info.scorers), nanoseconds(info.created));
}

DatasetInfo store(Connection& connection, const eval::Dataset& dataset, const Json& scorers, WallTime created) {
    requireTitle("the dataset", dataset.name);
    requireText("the list of scorers", toText(scorers), kLargestScorers);
    const DatasetInfo info{valueOrThrow(eval::datasetId(dataset)), dataset.name,
                           static_cast<std::int64_t>(dataset.cases.size()), scorers, created};
    nameDataset(connection, info, storeDataset(connection, info.id, caseTexts(dataset)));
    return info;
}

constexpr std::string_view kInfo =
    "SELECT d.id, n.name, d.cases, n.scorers, n.created FROM dataset_name n JOIN dataset d ON d.seq = n.dataset ";

std::string infoWhere(std::string_view tail) {
    std::string sql(kInfo);
    return sql.append(tail);
}

DatasetInfo infoOf(const Statement& row) {
    return {DatasetId(toHex(row.blob(0))), std::string(row.text(1)), row.integer(2),
            valueOrThrow(parseJson(row.text(3))), wallTime(row.integer(4))};
}

std::int64_t resolve(Connection& connection, std::string_view nameOrId) {
    const std::int64_t named =
        connection.number("SELECT dataset FROM dataset_name WHERE name = ? ORDER BY seq DESC LIMIT 1", nameOrId);
    return named != 0 ? named : findByPrefix(connection, kDatasets, nameOrId);
}

DatasetInfo loadInfo(Connection& connection, std::int64_t seq) {
    Statement row = connection.query(infoWhere("WHERE d.seq = ? ORDER BY n.seq DESC LIMIT 1"), seq);
    if (!row.step())
        throw Failure{{ErrorCode::Corrupt, "a dataset has lost its name. Work with a backup"}};
    return infoOf(row);
}

std::vector<eval::Case> loadCases(Connection& connection, std::int64_t seq, std::size_t first, std::size_t limit) {
    std::vector<eval::Case> cases;
    Statement rows = connection.query(
        "SELECT content FROM dataset_case WHERE dataset = ? AND position >= ? ORDER BY position LIMIT ?", seq, first,
        limit);
    while (rows.step())
        cases.push_back(
            valueOrThrow(eval::parseCase(valueOrThrow(parseJson(getContent(connection, rows.integer(0)))))));
    return cases;
}

}  // namespace

Pending<DatasetInfo> DatasetStore::put(eval::Dataset dataset, Json scorers) {
    return m_database.write<DatasetInfo>(
        Durability::Full, Change::Datasets,
        [dataset = std::move(dataset), scorers = std::move(scorers), created = m_database.clock().wallNow()](
            WriteSession& session) { return store(session.connection, dataset, scorers, created); });
}

Result<std::vector<DatasetInfo>> DatasetStore::list() const {
    return m_database.read([](Connection& connection) {
        std::vector<DatasetInfo> datasets;
        Statement rows = connection.query(infoWhere("ORDER BY n.seq DESC"));
        while (rows.step())
            datasets.push_back(infoOf(rows));
        return datasets;
    });
}

Result<DatasetInfo> DatasetStore::info(std::string_view nameOrId) const {
    return m_database.read([&](Connection& connection) { return loadInfo(connection, resolve(connection, nameOrId)); });
}

Result<eval::Dataset> DatasetStore::load(std::string_view nameOrId) const {
    return m_database.read([&](Connection& connection) {
        const std::int64_t seq = resolve(connection, nameOrId);
        return eval::Dataset{loadInfo(connection, seq).name, loadCases(connection, seq, 0, kMostCases)};
    });
}

Result<std::vector<eval::Case>> DatasetStore::cases(const DatasetId& id, std::size_t first, std::size_t limit) const {
    return m_database.read([&](Connection& connection) {
        return loadCases(connection, findByPrefix(connection, kDatasets, id.text), first, std::min(limit, kMostCases));
    });
}

}  // namespace touchstone::store
