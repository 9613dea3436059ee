// SPDX-License-Identifier: Apache-2.0
//
// What makes a page of traces cheap: groups that are counted exactly, and steps that read one row.

#include "trace_walk.h"

#include "fixtures.h"
#include "support/trace_generator.h"

using namespace touchstone;
using store::Access;
using store::Connection;
using store::Statement;
using store::TraceFilter;

namespace {

std::vector<std::string> planOf(Connection& connection, const std::string& sql) {
    std::vector<std::string> plan;
    Statement rows = connection.query("EXPLAIN QUERY PLAN " + sql);
    while (rows.step())
        plan.emplace_back(rows.text(3));
    return plan;
}

std::vector<std::int64_t> walked(Connection& connection, const TraceFilter& filter) {
    const store::TraceQuery query(connection, filter);
    store::TraceWalk walk(connection, query, query.range());
    std::vector<std::int64_t> seqs;
    while (const auto seq = walk.next())
        seqs.push_back(*seq);
    return seqs;
}

}  // namespace

class TraceWalkTest : public QObject {
    Q_OBJECT

private:
    static constexpr std::uint64_t kTraces = 4'000;
    fixtures::Desk m_desk;

private slots:
    void initTestCase() {
        const auto workspace = m_desk.create();
        for (std::uint64_t i = 0; i < kTraces; ++i) {
            trace::Trace trace = makeTrace(i);
            trace.summary.retries = i % 40 == 0 ? 2 : 0;
            trace.summary.fellBack = i % 60 == 0;
            REQUIRE_OK(workspace->traces().append(trace));
        }
        REQUIRE_OK(workspace->traces().flush().wait());
    }

    void groupsAreCountedExactly() {
        fixtures::Desk desk;
        {
            const auto workspace = desk.create();
            const WallTime at{std::chrono::seconds(1'770'000'000)};
            for (const std::uint64_t number : {1U, 2U, 3U, 2U, 1U}) {
                trace::Trace trace = makeTrace(number);
                if (number == 3)
                    trace.detail.feedback = {{trace::Thumb::Up, "", at}};
                REQUIRE_OK(workspace->traces().append(trace));
            }
            REQUIRE_OK(workspace->traces().flush().wait());
            for (const trace::Thumb thumb : {trace::Thumb::Up, trace::Thumb::Down, trace::Thumb::Down})
                REQUIRE_OK(workspace->traces().addFeedback(makeTrace(1).summary.id, {thumb, "", at}).wait());
            REQUIRE_OK(workspace->traces().append(makeTrace(4)));
            REQUIRE_OK(workspace->traces().flush().wait());
            QCOMPARE(workspace->traces().count({.feedback = trace::Thumb::Up}).value(), std::int64_t{1});
            QCOMPARE(workspace->traces().count({.feedback = trace::Thumb::Down}).value(), std::int64_t{1});
        }
        Connection connection(desk.path(), Access::ReadOnly);
        QCOMPARE(connection.number("SELECT sum(traces) FROM trace_group"), std::int64_t{4});
        QCOMPARE(connection.number("SELECT count(*) FROM trace_group AS g WHERE traces <> "
                                   "(SELECT count(*) FROM trace WHERE trace_group = g.id)"),
                 std::int64_t{0});
    }

    void everyWayGivesTheSame_data() {
        QTest::addColumn<int>("number");
        for (int i = 0; i < static_cast<int>(filters().size()); ++i)
            QTest::addRow("filter %d", i) << i;
    }
    void everyWayGivesTheSame() {
        QFETCH(int, number);
        const TraceFilter filter = filters()[static_cast<std::size_t>(number)];
        Connection connection(m_desk.path(), Access::ReadOnly);
        const store::TraceQuery query(connection, filter);
        std::vector<std::int64_t> scanned;
        std::vector<std::int64_t> selected;
        for (auto rows = query.scan("seq", query.range(), "ORDER BY seq DESC"); rows.step();)
            scanned.push_back(rows.integer(0));
        for (auto rows = query.select("seq", query.range(), "ORDER BY seq DESC"); rows.step();)
            selected.push_back(rows.integer(0));
        QVERIFY(!scanned.empty());
        QVERIFY(walked(connection, filter) == scanned);
        QVERIFY(selected == scanned);
        if (const auto lists = query.lists()) {
            store::SeqMerge merge(connection, *lists, query.range());
            for (const std::int64_t seq : scanned)
                QVERIFY(merge.next() == seq);
            QVERIFY(!merge.next());
        }
    }

    // A step must neither sort nor read the table where the index alone answers.
    void stepsReadOneRow() {
        Connection connection(m_desk.path(), Access::ReadOnly);
        for (const TraceFilter& filter :
             {TraceFilter{.model = "gpt-small"}, TraceFilter{.minLatency = std::chrono::seconds(1)}}) {
            const auto lists = store::TraceQuery(connection, filter).lists();
            QVERIFY(lists.has_value());
            const auto plan = planOf(connection, store::SeqMerge::statementFor(*lists));
            QCOMPARE(plan.size(), std::size_t{1});
            const std::string covering = lists->conditions.empty() ? "COVERING " : "";
            QCOMPARE(plan.front(), "SEARCH trace USING " + covering + "INDEX " + lists->index + " (" + lists->column +
                                       "=? AND rowid>? AND rowid<?)");
        }
    }

    // Ids and what is rare are found by their own indexes, in order of time where the order is asked for.
    void rareTracesAreNotSearchedFor() {
        Connection connection(m_desk.path(), Access::ReadOnly);
        const std::string order = " AND seq >= 1 AND seq < 9 ORDER BY seq DESC";
        QCOMPARE(
            planOf(connection, "SELECT seq FROM trace INDEXED BY trace_that_retried WHERE retries > 0" + order).front(),
            std::string("SEARCH trace USING INDEX trace_that_retried (seq>? AND seq<?)"));
        const auto plan = planOf(connection,
                                 "SELECT seq FROM trace NOT INDEXED WHERE TRUE AND seq >= 1 AND seq < 9 AND "
                                 "seq IN (SELECT seq FROM trace WHERE id BETWEEN ? AND ?)");
        QCOMPARE(plan.front(), std::string("SEARCH trace USING INTEGER PRIMARY KEY (rowid=?)"));
    }

    // A name that many groups have their own of finds them by an index.
    void rareNamesFindTheirGroups() {
        Connection connection(m_desk.path(), Access::ReadOnly);
        for (const char* column : {"version", "document", "journey"}) {
            const auto plan =
                planOf(connection, "SELECT id FROM trace_group WHERE traces > 0 AND " + std::string(column) + " = 7");
            QCOMPARE(plan.front(),
                     "SEARCH trace_group USING INDEX trace_group_by_" + std::string(column) + " (" + column + "=?)");
        }
    }

private:
    static std::vector<TraceFilter> filters() {
        using std::chrono::milliseconds;
        const WallTime noon{std::chrono::seconds(1'760'001'000)};
        return {{},
                {.model = "gpt-small"},
                {.status = trace::Status::Failed},
                {.minLatency = milliseconds(700)},
                {.minLatency = milliseconds(200), .maxLatency = milliseconds(300)},
                {.tier = "small", .minLatency = milliseconds(600)},
                {.feature = "orders.lookup", .from = noon},
                {.fellBack = true},
                {.minRetries = 1},
                {.minRetries = 2, .fellBack = true},
                {.tier = "small", .minRetries = 1, .to = noon},
                {.minLatency = milliseconds(200), .minRetries = 1},
                {.model = {{"gpt-small"}, true}, .minTokens = 700},
                {.ids = {makeTrace(3).summary.id.text.substr(0, 4), makeTrace(4).summary.id.text}},
                {.status = trace::Status::Invalid, .to = noon},
                {.maxLatency = milliseconds(500), .from = noon - std::chrono::seconds(300), .to = noon}};
    }
};

QTEST_GUILESS_MAIN(TraceWalkTest)
#include "tst_trace_walk.moc"
