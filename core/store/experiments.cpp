// SPDX-License-Identifier: Apache-2.0

#include "store/experiments.h"

#include "content.h"
#include "database.h"
#include "names.h"

#include "base/hash.h"

#include <cmath>

namespace touchstone::store {
namespace {

constexpr IdTable kExperiments = {"experiment", "experiment", 16};
constexpr std::size_t kMostContestants = 256;
constexpr std::size_t kLargestText = 16U << 20U;

Json contestantsJson(const std::vector<eval::Contestant>& contestants) {
    Json list = Json::array();
    for (const eval::Contestant& contestant : contestants)
        list.push_back({{"version", contestant.version.text}, {"label", contestant.label}, {"tier", contestant.tier}});
    return list;
}

// What a draft says is content; its contestant holds the number of the row.
std::string storeContestants(Connection& connection, const std::vector<eval::Contestant>& contestants) {
    Json list = contestantsJson(contestants);
    for (std::size_t i = 0; i < contestants.size(); ++i)
        if (!contestants[i].document.empty())
            list[i]["document"] = putContent(connection, packContent(contestants[i].document));
    return toText(list);
}

std::vector<eval::Contestant> parseContestants(const Json& list) {
    std::vector<eval::Contestant> contestants;
    for (const Json& item : list)
        contestants.push_back({VersionId(stringAt(item, "version")), stringAt(item, "label"), stringAt(item, "tier")});
    return contestants;
}

void loadDocuments(Connection& connection, const Json& list, std::vector<eval::Contestant>& contestants) {
    for (std::size_t i = 0; i < contestants.size(); ++i)
        if (const Json* row = memberAt(list[i], "document"); row && row->is_number_integer())
            contestants[i].document = getContent(connection, row->get<std::int64_t>());
}

Json scoresJson(const std::vector<eval::ScoreEntry>& scores) {
    Json list = Json::array();
    for (const eval::ScoreEntry& entry : scores)
        list.push_back(
            {{"scorer", entry.scorer}, {"value", entry.value}, {"passed", entry.passed}, {"reason", entry.reason}});
    return list;
}

std::vector<eval::ScoreEntry> parseScores(std::string_view text) {
    std::vector<eval::ScoreEntry> scores;
    for (const Json& item : valueOrThrow(parseJson(text)))
        scores.push_back(
            {stringAt(item, "scorer"), numberAt(item, "value"), boolAt(item, "passed"), stringAt(item, "reason")});
    return scores;
}

void requireSound(const eval::ExperimentSpec& spec) {
    requireWorkflowName(spec.workflow);
    requireTitle("the dataset", spec.datasetName);
    requireText("the list of scorers", toText(spec.scorers), kLargestText);
    if (spec.contestants.empty() || spec.contestants.size() > kMostContestants)
        throw Failure{{ErrorCode::InvalidArgument, "an experiment has 1 to 256 contestants"}};
    requireText("the list of contestants", toText(contestantsJson(spec.contestants)), kLargestText);
    for (const eval::Contestant& contestant : spec.contestants)
        requireText("the draft", contestant.document, kLargestText);
}

void requireSound(const eval::CaseResult& result) {
    bool finite = std::isfinite(result.score);
    for (const eval::ScoreEntry& entry : result.scores)
        finite = finite && std::isfinite(entry.value);
    if (!finite)
        throw Failure{{ErrorCode::InvalidArgument, "a score of case " + std::to_string(result.caseIndex + 1) +
                                                       " is not a number. Look at its scorer"}};
}

std::int64_t findExperiment(Connection& connection, const ExperimentId& id) {
    const std::int64_t seq = connection.number("SELECT seq FROM experiment WHERE id = ?",
                                               Blob{idBytes("the experiment", id.text, kExperiments.bytes)});
    if (seq == 0)
        throw Failure{{ErrorCode::NotFound, "this workspace has no experiment " + shortText(id)}};
    return seq;
}

void writeExperiment(Connection& connection, const eval::Experiment& experiment) {
    requireSound(experiment.spec);
    const std::string id = idBytes("the experiment", experiment.id.text, kExperiments.bytes);
    if (connection.number("SELECT seq FROM experiment WHERE id = ?", Blob{id}) != 0)
        throw Failure{{ErrorCode::AlreadyExists, "experiment " + shortText(experiment.id) + " exists already"}};
    connection.run(
        "INSERT INTO experiment(id, workflow, dataset_name, dataset, scorers, contestants, status, created) "
        "VALUES(?, ?, ?, ?, ?, ?, ?, ?)",
        Blob{id}, experiment.spec.workflow, experiment.spec.datasetName,
        Blob{idBytes("the dataset", experiment.spec.dataset.text, 32)}, toText(experiment.spec.scorers),
        storeContestants(connection, experiment.spec.contestants), static_cast<int>(experiment.status),
        nanoseconds(experiment.created));
}

void writeResult(Connection& connection, std::int64_t experiment, const eval::CaseResult& result) {
    requireSound(result);
    const std::string trace = result.trace.empty() ? "" : idBytes("the trace", result.trace.text, 16);
    std::optional<std::int64_t> cost;
    if (result.cost)
        cost = result.cost->picodollars();
    connection.run(
        "INSERT OR REPLACE INTO experiment_result(experiment, contestant, case_index, trace, status, output, scores, "
        "score, passed, latency, cost, error, fell_back) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        experiment, result.contestant, result.caseIndex, Blob{trace}, static_cast<int>(result.status), result.output,
        toText(scoresJson(result.scores)), result.score, result.passed,
        static_cast<std::int64_t>(result.latency.count()), cost, result.error, result.fellBack);
}

eval::CaseResult resultOf(const Statement& row) {
    eval::CaseResult result;
    result.contestant = static_cast<std::size_t>(row.integer(0));
    result.caseIndex = static_cast<std::size_t>(row.integer(1));
    result.trace = TraceId(toHex(row.blob(2)));
    result.status = static_cast<trace::Status>(row.integer(3));
    result.output = row.text(4);
    result.scores = parseScores(row.text(5));
    result.score = row.real(6);
    result.passed = row.integer(7) != 0;
    result.latency = std::chrono::nanoseconds(row.integer(8));
    if (!row.isNull(9))
        result.cost = Money::fromPicodollars(row.integer(9));
    result.error = row.text(10);
    result.fellBack = row.text(11);
    if (!row.isNull(12))
        result.tier = row.text(12);
    return result;
}

constexpr std::string_view kInfo =
    "SELECT id, workflow, dataset_name, dataset, scorers, contestants, status, created, finished, "
    "(SELECT count(*) FROM experiment_result r WHERE r.experiment = e.seq) FROM experiment e ";

std::string infoWhere(std::string_view tail) {
    std::string sql(kInfo);
    return sql.append(tail);
}

ExperimentInfo infoOf(const Statement& row) {
    ExperimentInfo info;
    info.experiment.id = ExperimentId(toHex(row.blob(0)));
    info.experiment.spec.workflow = row.text(1);
    info.experiment.spec.datasetName = row.text(2);
    info.experiment.spec.dataset = DatasetId(toHex(row.blob(3)));
    info.experiment.spec.scorers = valueOrThrow(parseJson(row.text(4)));
    info.experiment.spec.contestants = parseContestants(valueOrThrow(parseJson(row.text(5))));
    info.experiment.status = static_cast<eval::ExperimentStatus>(row.integer(6));
    info.experiment.created = wallTime(row.integer(7));
    if (!row.isNull(8))
        info.finished = wallTime(row.integer(8));
    info.results = row.integer(9);
    return info;
}

std::vector<ExperimentInfo> listExperiments(Connection& connection, std::string_view workflow) {
    std::vector<ExperimentInfo> experiments;
    Statement rows = workflow.empty() ? connection.query(infoWhere("ORDER BY seq DESC"))
                                      : connection.query(infoWhere("WHERE workflow = ? ORDER BY seq DESC"), workflow);
    while (rows.step())
        experiments.push_back(infoOf(rows));
    return experiments;
}

}  // namespace

Pending<void> ExperimentStore::create(eval::Experiment experiment) {
    return m_database.write<void>(Durability::Full, Change::Experiments,
                                  [experiment = std::move(experiment)](WriteSession& session) {
                                      writeExperiment(session.connection, experiment);
                                  });
}

Pending<void> ExperimentStore::appendResults(ExperimentId experiment, std::vector<eval::CaseResult> results) {
    return m_database.write<void>(
        Durability::Batched, Change::Experiments,
        [experiment = std::move(experiment), results = std::move(results)](WriteSession& session) {
            const std::int64_t seq = findExperiment(session.connection, experiment);
            for (const eval::CaseResult& result : results)
                writeResult(session.connection, seq, result);
        });
}

Pending<void> ExperimentStore::finish(ExperimentId experiment, eval::ExperimentStatus status) {
    return m_database.write<void>(
        Durability::Full, Change::Experiments,
        [experiment = std::move(experiment), status, now = m_database.clock().wallNow()](WriteSession& session) {
            std::optional<std::int64_t> finished;
            if (status != eval::ExperimentStatus::Running)
                finished = nanoseconds(now);
            session.connection.run("UPDATE experiment SET status = ?, finished = ? WHERE seq = ?",
                                   static_cast<int>(status), finished, findExperiment(session.connection, experiment));
        });
}

Result<std::vector<ExperimentInfo>> ExperimentStore::list(std::string_view workflow) const {
    return m_database.read([&](Connection& connection) { return listExperiments(connection, workflow); });
}

Result<ExperimentInfo> ExperimentStore::load(std::string_view idOrPrefix) const {
    return m_database.read([&](Connection& connection) {
        Statement row =
            connection.query(infoWhere("WHERE seq = ?"), findByPrefix(connection, kExperiments, idOrPrefix));
        if (!row.step())
            throw Failure{{ErrorCode::Corrupt, "an experiment is missing from the workspace. Work with a backup"}};
        ExperimentInfo info = infoOf(row);
        loadDocuments(connection, valueOrThrow(parseJson(row.text(5))), info.experiment.spec.contestants);
        return info;
    });
}

Result<std::vector<eval::CaseResult>> ExperimentStore::results(const ExperimentId& experiment) const {
    return m_database.read([&](Connection& connection) {
        std::vector<eval::CaseResult> results;
        Statement rows = connection.query(
            "SELECT contestant, case_index, trace, status, output, scores, score, passed, latency, cost, error, "
            "fell_back, (SELECT term.text FROM trace JOIN trace_group ON trace_group.id = trace.trace_group "
            "JOIN term ON term.id = trace_group.tier WHERE trace.id = experiment_result.trace) "
            "FROM experiment_result WHERE experiment = ? ORDER BY contestant, case_index",
            findExperiment(connection, experiment));
        while (rows.step())
            results.push_back(resultOf(rows));
        return results;
    });
}

Result<std::vector<ResultKey>> ExperimentStore::completed(const ExperimentId& experiment) const {
    return m_database.read([&](Connection& connection) {
        std::vector<ResultKey> keys;
        Statement rows = connection.query(
            "SELECT contestant, case_index FROM experiment_result WHERE experiment = ? ORDER BY contestant, case_index",
            findExperiment(connection, experiment));
        while (rows.step())
            keys.emplace_back(rows.integer(0), rows.integer(1));
        return keys;
    });
}

}  // namespace touchstone::store
