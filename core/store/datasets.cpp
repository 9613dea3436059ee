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

// A name stands for its row with the largest seq; the rows before it are its past.
void nameDataset(Connection& connection, const DatasetInfo& info, std::int64_t dataset) {
    connection.run("DELETE FROM dataset_name WHERE name = ? AND dataset = ?", info.name, dataset);
    connection.run("INSERT INTO dataset_name(name, dataset, scorers, created) VALUES(?, ?, ?, ?)", info.name, dataset,
                   toText(info.scorers), nanoseconds(info.created));
}

constexpr std::string_view kNamed =
    "SELECT d.id, n.name, d.cases, n.scorers, n.created, d.seq FROM dataset_name n JOIN dataset d ON d.seq = n.dataset "
    "WHERE n.seq = (SELECT max(latest.seq) FROM dataset_name latest WHERE latest.name = n.name) ";

std::string namedWhere(std::string_view tail) {
    std::string sql(kNamed);
    return sql.append(tail);
}

// A dataset and the row of its content.
struct Found {
    DatasetInfo info;
    std::int64_t seq = 0;
};

Found foundIn(const Statement& row) {
    return {{DatasetId(toHex(row.blob(0))), std::string(row.text(1)), row.integer(2),
             valueOrThrow(parseJson(row.text(3))), wallTime(row.integer(4))},
            row.integer(5)};
}

std::optional<Found> findNamed(Connection& connection, std::string_view name) {
    Statement row = connection.query(namedWhere("AND n.name = ?"), name);
    return row.step() ? std::optional(foundIn(row)) : std::nullopt;
}

// Content by its id: under the only name that stands for it now, else under none.
Found findContent(Connection& connection, std::int64_t seq) {
    Statement names = connection.query(namedWhere("AND d.seq = ? LIMIT 2"), seq);
    if (names.step()) {
        Found only = foundIn(names);
        if (!names.step())
            return only;
    }
    Statement row = connection.query(
        "SELECT d.id, d.cases, (SELECT max(n.created) FROM dataset_name n WHERE n.dataset = d.seq) FROM dataset d "
        "WHERE d.seq = ?",
        seq);
    if (!row.step())
        throw Failure{{ErrorCode::Corrupt, "a dataset is missing from the workspace. Work with a backup"}};
    return {{DatasetId(toHex(row.blob(0))), "", row.integer(1), Json::array(), wallTime(row.integer(2))}, seq};
}

Found resolve(Connection& connection, std::string_view nameOrId) {
    if (auto named = findNamed(connection, nameOrId))
        return *std::move(named);
    if (const std::int64_t seq = matchPrefix(connection, kDatasets, nameOrId); seq != 0)
        return findContent(connection, seq);
    refuseUnknown("this workspace has no dataset", nameOrId, namesIn(connection, "dataset_name"));
}

DatasetInfo store(Connection& connection, const eval::Dataset& dataset, const std::optional<Json>& scorers,
                  WallTime created) {
    requireTitle("the dataset", dataset.name);
    DatasetInfo info{valueOrThrow(eval::datasetId(dataset)), dataset.name,
                     static_cast<std::int64_t>(dataset.cases.size()), Json::array(), created};
    if (scorers)
        info.scorers = *scorers;
    else if (auto before = findNamed(connection, dataset.name))
        info.scorers = std::move(before->info.scorers);
    requireText("the list of scorers", toText(info.scorers), kLargestScorers);
    nameDataset(connection, info, storeDataset(connection, info.id, caseTexts(dataset)));
    return info;
}

void requireStanding(Connection& connection, const std::string& name, const std::optional<DatasetId>& before) {
    const auto now = findNamed(connection, name);
    if ((now ? std::optional(now->info.id) : std::nullopt) != before)
        throw Failure{{ErrorCode::Conflict, "the dataset \"" + name + "\" was changed meanwhile. Try again"}};
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

eval::Dataset loadDataset(Connection& connection, const Found& found) {
    return {found.info.name, loadCases(connection, found.seq, 0, kMostCases)};
}

}  // namespace

Pending<DatasetInfo> DatasetStore::put(eval::Dataset dataset, std::optional<Json> scorers) {
    return m_database.write<DatasetInfo>(
        Durability::Full, Change::Datasets,
        [dataset = std::move(dataset), scorers = std::move(scorers), created = m_database.clock().wallNow()](
            WriteSession& session) { return store(session.connection, dataset, scorers, created); });
}

Pending<DatasetInfo> DatasetStore::replace(std::optional<DatasetId> before, eval::Dataset dataset) {
    return m_database.write<DatasetInfo>(Durability::Full, Change::Datasets,
                                         [before = std::move(before), dataset = std::move(dataset),
                                          created = m_database.clock().wallNow()](WriteSession& session) {
                                             requireStanding(session.connection, dataset.name, before);
                                             return store(session.connection, dataset, std::nullopt, created);
                                         });
}

Pending<DatasetId> DatasetStore::putNameless(std::vector<eval::Case> cases) {
    return m_database.write<DatasetId>(Durability::Full, Change::Datasets,
                                       [dataset = eval::Dataset{{}, std::move(cases)}](WriteSession& session) {
                                           DatasetId id = valueOrThrow(eval::datasetId(dataset));
                                           storeDataset(session.connection, id, caseTexts(dataset));
                                           return id;
                                       });
}

Result<std::vector<DatasetInfo>> DatasetStore::list() const {
    return m_database.read([](Connection& connection) {
        std::vector<DatasetInfo> datasets;
        Statement rows = connection.query(namedWhere("ORDER BY n.seq DESC"));
        while (rows.step())
            datasets.push_back(foundIn(rows).info);
        return datasets;
    });
}

Result<DatasetInfo> DatasetStore::info(std::string_view nameOrId) const {
    return m_database.read([&](Connection& connection) { return resolve(connection, nameOrId).info; });
}

Result<eval::Dataset> DatasetStore::load(std::string_view nameOrId) const {
    return m_database.read(
        [&](Connection& connection) { return loadDataset(connection, resolve(connection, nameOrId)); });
}

Result<eval::Dataset> DatasetStore::load(const DatasetId& id) const {
    return m_database.read([&](Connection& connection) {
        return loadDataset(connection, findContent(connection, findByPrefix(connection, kDatasets, id.text)));
    });
}

Result<std::vector<eval::Case>> DatasetStore::cases(const DatasetId& id, std::size_t first, std::size_t limit) const {
    return m_database.read([&](Connection& connection) {
        return loadCases(connection, findByPrefix(connection, kDatasets, id.text), first, std::min(limit, kMostCases));
    });
}

}  // namespace touchstone::store
