// SPDX-License-Identifier: Apache-2.0

#include "trace_groups.h"

#include "terms.h"

#include <array>

namespace touchstone::store {
namespace {

constexpr std::size_t kRemembered = 10'000;

// In the order of TraceColumn.
std::array<const std::string*, kTraceTexts> textsOf(const trace::Summary& summary) {
    return {&summary.workflow,
            &summary.version.text,
            &summary.document,
            &summary.context.feature,
            &summary.context.journey,
            &summary.context.environment,
            &summary.tier,
            &summary.provider,
            &summary.model};
}

std::int64_t makeGroup(Connection& connection, const trace::Summary& summary) {
    Statement find = connection.query(
        "SELECT id FROM trace_group WHERE workflow = ? AND version = ? AND document = ? AND feature = ? AND journey = "
        "? "
        "AND environment = ? AND tier = ? AND provider = ? AND model = ? AND origin = ? AND status = ? AND feedback = "
        "?");
    Statement insert = connection.query(
        "INSERT INTO trace_group(workflow, version, document, feature, journey, environment, tier, provider, model, "
        "origin, status, feedback, traces) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)");
    const auto bind = [&](std::int64_t value) {
        find.bind(value);
        insert.bind(value);
    };
    const auto texts = textsOf(summary);
    for (std::size_t i = 0; i < texts.size(); ++i)
        bind(makeTerm(connection, static_cast<TraceColumn>(i), *texts[i]));
    bind(static_cast<std::int64_t>(summary.origin));
    bind(static_cast<std::int64_t>(summary.status));
    bind(static_cast<std::int64_t>(summary.feedback));
    if (find.step())
        return find.integer(0);
    while (insert.step()) {
    }
    return connection.lastRowId();
}

void countTraces(Connection& connection, std::int64_t group, std::int64_t more) {
    connection.run("UPDATE trace_group SET traces = traces + ? WHERE id = ?", more, group);
}

// The group like `group` with another thumb, made when there is none.
std::int64_t makeSibling(Connection& connection, std::int64_t group, trace::Thumb thumb) {
    connection.run(
        "INSERT INTO trace_group(workflow, version, document, feature, journey, environment, tier, provider, model, "
        "origin, status, feedback, traces) SELECT workflow, version, document, feature, journey, environment, tier, "
        "provider, model, origin, status, ?, 0 FROM trace_group WHERE id = ? ON CONFLICT DO NOTHING",
        static_cast<int>(thumb), group);
    return connection.number(
        "SELECT other.id FROM trace_group AS own JOIN trace_group AS other USING(workflow, version, document, feature, "
        "journey, environment, tier, provider, model, origin, status) WHERE own.id = ? AND other.feedback = ?",
        group, static_cast<int>(thumb));
}

trace::Summary loadGroup(Connection& connection, std::int64_t group) {
    const auto term = [&](std::int64_t number) {
        Statement row = connection.query("SELECT text FROM term WHERE id = ?", number);
        return row.step() ? std::string(row.text(0)) : std::string();
    };
    trace::Summary summary;
    Statement row = connection.query(
        "SELECT workflow, version, document, feature, journey, environment, tier, provider, model, origin, status, "
        "feedback FROM trace_group WHERE id = ?",
        group);
    if (!row.step())
        throw Failure{{ErrorCode::Corrupt, "a trace has lost its group. Work with a backup"}};
    summary.workflow = term(row.integer(0));
    summary.version = VersionId(term(row.integer(1)));
    summary.document = term(row.integer(2));
    summary.context = {term(row.integer(3)), term(row.integer(4)), term(row.integer(5))};
    summary.tier = term(row.integer(6));
    summary.provider = term(row.integer(7));
    summary.model = term(row.integer(8));
    summary.origin = static_cast<trace::Origin>(row.integer(9));
    summary.status = static_cast<trace::Status>(row.integer(10));
    summary.feedback = static_cast<trace::Thumb>(row.integer(11));
    return summary;
}

}  // namespace

std::string groupKey(const trace::Summary& summary) {
    std::string key;
    for (const std::string* text : textsOf(summary))
        key.append(std::to_string(text->size())).append(":").append(*text);
    for (const int state :
         {static_cast<int>(summary.origin), static_cast<int>(summary.status), static_cast<int>(summary.feedback)})
        key += static_cast<char>('0' + state);
    return key;
}

std::string_view groupColumn(TraceColumn column) {
    constexpr std::array<std::string_view, 12> kNames = {"workflow", "version",     "document", "feature",
                                                         "journey",  "environment", "tier",     "provider",
                                                         "model",    "origin",      "status",   "feedback"};
    return kNames.at(static_cast<std::size_t>(column));
}

TraceGroups::Group& TraceGroups::find(Connection& connection, const std::string& key, const trace::Summary& summary) {
    if (const auto known = m_groups.find(key); known != m_groups.end())
        return known->second;
    return m_groups.emplace(key, Group{makeGroup(connection, summary), 0}).first->second;
}

void TraceGroups::save(Connection& connection) {
    for (auto& [key, group] : m_groups)
        if (group.added > 0)
            countTraces(connection, group.id, std::exchange(group.added, 0));
    if (m_groups.size() > kRemembered)
        m_groups.clear();
}

void moveToThumb(Connection& connection, std::int64_t seq, trace::Thumb thumb) {
    const std::int64_t from = connection.number("SELECT trace_group FROM trace WHERE seq = ?", seq);
    const std::int64_t to = makeSibling(connection, from, thumb);
    connection.run("UPDATE trace SET trace_group = ? WHERE seq = ?", to, seq);
    countTraces(connection, from, -1);
    countTraces(connection, to, 1);
}

const trace::Summary& GroupReader::read(std::int64_t group) {
    const auto known = m_groups.find(group);
    return known != m_groups.end() ? known->second
                                   : m_groups.emplace(group, loadGroup(m_connection, group)).first->second;
}

}  // namespace touchstone::store
