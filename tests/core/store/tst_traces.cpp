// SPDX-License-Identifier: Apache-2.0

#include "fixtures.h"
#include "support/trace_generator.h"
#include "trace/trace_json.h"

#include <algorithm>
#include <limits>
#include <map>

using namespace touchstone;
using store::TraceFilter;

namespace {

constexpr std::uint64_t kTraces = 3'000;

// What the store should answer, the slow way.
bool fits(const trace::Trace& trace, const TraceFilter& filter) {
    const trace::Summary& s = trace.summary;
    const auto is = [](const auto& wanted, const auto& value) {
        return wanted.isEmpty() || (std::ranges::count(wanted.values, value) != 0) != wanted.isExcluded;
    };
    const auto atLeast = [](const auto& least, const auto& value) { return !least || value >= *least; };
    const auto atMost = [](const auto& most, const auto& value) { return !most || value <= *most; };
    const bool costFits = (!filter.minCost && !filter.maxCost) ||
                          (s.cost && atLeast(filter.minCost, *s.cost) && atMost(filter.maxCost, *s.cost));
    const auto idFits = [&](const std::string& prefix) { return s.id.text.starts_with(prefix); };
    const auto textFits = [&](const std::string& text) {
        return toText(trace.detail.input).find(text) != std::string::npos ||
               trace.detail.output.find(text) != std::string::npos;
    };
    return is(filter.workflow, s.workflow) && is(filter.version, s.version) && is(filter.feature, s.context.feature) &&
           is(filter.journey, s.context.journey) && is(filter.environment, s.context.environment) &&
           is(filter.provider, s.provider) && is(filter.tier, s.tier) && is(filter.model, s.model) &&
           is(filter.origin, s.origin) && is(filter.status, s.status) && is(filter.feedback, s.feedback) &&
           atLeast(filter.minLatency, s.duration) && atMost(filter.maxLatency, s.duration) && costFits &&
           atLeast(filter.minTokens, s.inputTokens + s.outputTokens) &&
           atMost(filter.maxTokens, s.inputTokens + s.outputTokens) && atLeast(filter.minRetries, s.retries) &&
           atMost(filter.maxRetries, s.retries) && (!filter.fellBack || s.fellBack == *filter.fellBack) &&
           atLeast(filter.from, s.start) && (!filter.to || s.start < *filter.to) &&
           (filter.ids.empty() || std::ranges::any_of(filter.ids, idFits)) &&
           std::ranges::all_of(filter.texts, textFits);
}

// Generated traces never repeat a call; some of these do.
trace::Trace makeNumbered(std::uint64_t number) {
    trace::Trace trace = makeTrace(number);
    trace.summary.retries = static_cast<std::int32_t>(number % 5 == 0 ? number % 4 : 0);
    trace.summary.fellBack = number % 7 == 0;
    return trace;
}

std::map<std::string, std::int64_t> counted(const std::vector<store::ValueCount>& values) {
    std::map<std::string, std::int64_t> counts;
    for (const store::ValueCount& value : values)
        counts[value.text] = value.traces;
    return counts;
}

std::vector<TraceFilter> filterList() {
    using std::chrono::milliseconds;
    const WallTime noon{std::chrono::seconds(1'760'001'000)};
    return {{},
            {.workflow = "support-triage"},
            {.version = VersionId(std::string(64, 'a'))},
            {.version = VersionId("")},
            {.feature = "orders.lookup", .model = "gpt-large"},
            {.journey = "billing", .tier = "small", .status = trace::Status::Ok},
            {.journey = "no such journey"},
            {.environment = "production"},
            {.environment = "staging"},
            {.provider = "builtin"},
            {.feature = "orders.lookup", .environment = "production", .provider = "openai"},
            {.tier = "small", .model = "gpt-large"},
            {.origin = trace::Origin::Experiment},
            {.status = trace::Status::Failed},
            {.feedback = trace::Thumb::Down},
            {.feedback = trace::Thumb::None},
            {.minLatency = milliseconds(500)},
            {.maxLatency = milliseconds(120)},
            {.minLatency = milliseconds(200), .maxLatency = milliseconds(300)},
            {.model = "gpt-small", .minLatency = milliseconds(900)},
            {.from = noon},
            {.to = noon},
            {.from = noon - std::chrono::seconds(100), .to = noon + std::chrono::seconds(100)},
            {.status = trace::Status::Invalid, .texts = {"refund"}},
            {.status = trace::Status::Invalid, .texts = {"refund", "order"}},
            {.texts = {"no such text anywhere"}},
            {.model = std::vector<std::string>{"gpt-large", "gpt-small"}},
            {.journey = std::vector<std::string>{"billing", "no such journey"}},
            {.status = std::vector{trace::Status::Invalid, trace::Status::Failed}, .minLatency = milliseconds(200)},
            {.journey = {{"billing", "checkout"}, true}},
            {.journey = {{"no such journey"}, true}},
            {.tier = {{"small"}, true}, .status = {{trace::Status::Ok}, true}},
            {.minCost = Money::fromPicodollars(150'000'000)},
            {.maxCost = Money::fromPicodollars(60'000'000)},
            {.provider = "openai", .minCost = Money::fromPicodollars(200'000'000)},
            {.minTokens = 1'000},
            {.minTokens = 400, .maxTokens = 420},
            {.minRetries = 1},
            {.maxRetries = 0, .fellBack = true},
            {.fellBack = false},
            {.feedback = trace::Thumb::Up, .fellBack = true},
            {.minLatency = milliseconds(500), .minTokens = 900, .from = noon},
            {.ids = {makeTrace(7).summary.id.text}},
            {.ids = {makeTrace(8).summary.id.text.substr(0, 5), makeTrace(9).summary.id.text.substr(0, 8)}},
            {.status = trace::Status::Ok, .ids = {makeTrace(8).summary.id.text.substr(0, 5), "0000"}}};
}

}  // namespace

class TracesTest : public QObject {
    Q_OBJECT

private:
    fixtures::Desk m_desk;
    std::unique_ptr<store::Workspace> m_workspace;
    std::vector<trace::Trace> m_traces;  // newest first

private slots:
    void initTestCase() {
        m_workspace = m_desk.create();
        for (std::uint64_t i = 0; i < kTraces; ++i)
            m_traces.push_back(makeNumbered(i));
        for (const trace::Trace& trace : m_traces)
            REQUIRE_OK(m_workspace->traces().append(trace));
        REQUIRE_OK(m_workspace->traces().flush().wait());
        std::sort(m_traces.begin(), m_traces.end(),
                  [](const auto& a, const auto& b) { return a.summary.start > b.summary.start; });
    }

    void comesBackExactly() {
        for (std::size_t i = 0; i < m_traces.size(); i += 97) {
            const trace::Trace& made = m_traces[i];
            const auto loaded = m_workspace->traces().load(made.summary.id.text);
            REQUIRE_OK(loaded);
            QCOMPARE(toText(trace::toJson(loaded->summary)), toText(trace::toJson(made.summary)));
            QVERIFY(loaded->summary.start == made.summary.start);
            QVERIFY(loaded->summary.duration == made.summary.duration);
            QCOMPARE(toText(trace::toJson(loaded->detail, true)), toText(trace::toJson(made.detail, true)));
        }
    }

    void filters_data() {
        QTest::addColumn<int>("number");
        for (int i = 0; i < static_cast<int>(filterList().size()); ++i)
            QTest::addRow("filter %d", i) << i;
    }
    void filters() {
        QFETCH(int, number);
        const TraceFilter filter = filterList()[static_cast<std::size_t>(number)];
        std::vector<std::string> expected;
        std::vector<std::int64_t> durations;
        for (const trace::Trace& trace : m_traces)
            if (fits(trace, filter)) {
                expected.push_back(trace.summary.id.text);
                durations.push_back(trace.summary.duration.count());
            }
        std::vector<std::string> found;
        std::optional<store::TraceCursor> cursor;
        do {
            const auto page = m_workspace->traces().list(filter, 70, cursor);
            REQUIRE_OK(page);
            for (const trace::Summary& summary : page->traces)
                found.push_back(summary.id.text);
            cursor = page->next;
        } while (cursor);
        QVERIFY(found == expected);
        if (!filter.texts.empty()) {
            QVERIFY(m_workspace->traces().count(filter).error().code == ErrorCode::Unsupported);
            return;
        }
        QCOMPARE(m_workspace->traces().count(filter).value(), static_cast<std::int64_t>(expected.size()));
        const auto totals = m_workspace->traces().totals(filter);
        REQUIRE_OK(totals);
        QCOMPARE(totals->count, static_cast<std::int64_t>(expected.size()));
        if (durations.empty())
            return;
        std::sort(durations.begin(), durations.end());
        QCOMPARE(totals->p95.count(), durations[(durations.size() * 95 + 99) / 100 - 1]);
    }
    void prefixesAndUnknownIds() {
        const std::string id = m_traces.front().summary.id.text;
        REQUIRE_OK(m_workspace->traces().load(id.substr(0, 12)));
        QVERIFY(m_workspace->traces().load(std::string(32, '0')).error().code == ErrorCode::NotFound);
        QVERIFY(m_workspace->traces().load("x").error().code == ErrorCode::NotFound);
    }

    void valuesCompleteFilters() {
        using store::TraceColumn;
        for (const TraceFilter& filter :
             {TraceFilter{}, TraceFilter{.tier = "small"}, TraceFilter{.status = {{trace::Status::Ok}, true}}}) {
            std::map<std::string, std::int64_t> models;
            std::map<std::string, std::int64_t> states;
            for (const trace::Trace& trace : m_traces)
                if (fits(trace, filter)) {
                    ++models[trace.summary.model];
                    ++states[std::string(toString(trace.summary.status))];
                }
            QVERIFY(counted(m_workspace->traces().values(TraceColumn::Model, filter).value()) == models);
            QVERIFY(counted(m_workspace->traces().values(TraceColumn::Status, filter).value()) == states);
        }
        QCOMPARE(m_workspace->traces().values(TraceColumn::Origin)->front().text, std::string("production"));
        QVERIFY(m_workspace->traces().values(TraceColumn::Tier, {.tier = "none"})->empty());
        QVERIFY(m_workspace->traces().values(TraceColumn::Tier, {.minTokens = 1}).error().code ==
                ErrorCode::Unsupported);
        QVERIFY(m_workspace->traces().values(TraceColumn::Tier, {.texts = {"a"}}).error().code ==
                ErrorCode::Unsupported);
    }

    void timelineCountsStarts_data() { filters_data(); }
    void timelineCountsStarts() {
        QFETCH(int, number);
        const TraceFilter filter = filterList()[static_cast<std::size_t>(number)];
        const auto timeline = m_workspace->traces().timeline(filter, 37);
        if (!filter.texts.empty()) {
            QVERIFY(timeline.error().code == ErrorCode::Unsupported);
            return;
        }
        REQUIRE_OK(timeline);
        const auto tick = std::chrono::nanoseconds(1);
        QVERIFY(timeline->from == filter.from.value_or(m_traces.back().summary.start));
        QVERIFY(timeline->to == filter.to.value_or(m_traces.front().summary.start + tick));
        std::vector<store::TimelineBucket> expected(37);
        for (const trace::Trace& trace : m_traces)
            if (fits(trace, filter)) {
                const auto whole = static_cast<double>((timeline->to - timeline->from).count());
                const auto part = static_cast<double>((trace.summary.start - timeline->from).count());
                store::TimelineBucket& bucket = expected[static_cast<std::size_t>(part / whole * 37)];
                ++bucket.count;
                bucket.failed +=
                    trace.summary.status == trace::Status::Failed || trace.summary.status == trace::Status::Invalid ? 1
                                                                                                                    : 0;
            }
        QVERIFY(timeline->buckets == expected);
    }

    void timelinesOfNothing() {
        fixtures::Desk desk;
        const auto workspace = desk.create();
        const auto bare = workspace->traces().timeline({}, 5);
        REQUIRE_OK(bare);
        QVERIFY(bare->from == WallTime() && bare->to == WallTime());
        QCOMPARE(bare->buckets.size(), std::size_t{5});
        for (const std::size_t buckets : {std::size_t{0}, std::size_t{10'001}})
            QVERIFY(workspace->traces().timeline({}, buckets).error().code == ErrorCode::InvalidArgument);
        const WallTime noon{std::chrono::seconds(1'760'001'000)};
        const auto backwards = m_workspace->traces().timeline({.from = noon, .to = noon - std::chrono::hours(1)}, 2);
        REQUIRE_OK(backwards);
        QCOMPARE(backwards->buckets[0].count + backwards->buckets[1].count, std::int64_t{0});
        const auto ages = m_workspace->traces().timeline({.from = WallTime::min(), .to = WallTime::max()}, 1);
        REQUIRE_OK(ages);
        QCOMPARE(ages->buckets[0].count, static_cast<std::int64_t>(kTraces));
    }

    void refusesFiltersThatAreNone() {
        for (const char* id : {"", "abc", "xyz1", "ABCD", "0123456789012345678901234567890123"})
            QVERIFY(m_workspace->traces().list({.ids = {id}}, 1).error().code == ErrorCode::InvalidArgument);
        const TraceFilter crowded{.tier = std::vector<std::string>(store::kMostFilterValues + 1, "small")};
        QVERIFY(m_workspace->traces().count(crowded).error().code == ErrorCode::InvalidArgument);
    }

    void oneInstantHoldsMany() {
        fixtures::Desk desk;
        const auto workspace = desk.create();
        TraceGeneratorOptions options;
        options.step = std::chrono::nanoseconds(0);
        for (std::uint64_t i = 0; i < 2'000; ++i)
            REQUIRE_OK(workspace->traces().append(makeTrace(i, options)));
        REQUIRE_OK(workspace->traces().flush().wait());
        const TraceFilter instant{.from = options.start, .to = options.start + std::chrono::nanoseconds(1)};
        QCOMPARE(workspace->traces().count(instant).value(), std::int64_t{2'000});
        QVERIFY(workspace->traces().list(instant, 1)->traces.front().start == options.start);
        QCOMPARE(workspace->traces().timeline(instant, 1)->buckets.front().count, std::int64_t{2'000});
    }

    void repeatsAreOneTrace() {
        fixtures::Desk desk;
        const auto workspace = desk.create();
        for (int i = 0; i < 3; ++i)
            REQUIRE_OK(workspace->traces().append(makeTrace(7)));
        REQUIRE_OK(workspace->traces().flush().wait());
        QCOMPARE(workspace->traces().count({}).value(), std::int64_t{1});
    }

    void payloadsOfEverySizeComeBack_data() {
        QTest::addColumn<int>("bytes");
        for (const int bytes : {0, 1, 100, 8180, 8190, 8191, 8192, 8193, 200000})
            QTest::addRow("%d bytes", bytes) << bytes;
    }
    // Short ones lie together, long ones apart, and each may be either.
    void payloadsOfEverySizeComeBack() {
        QFETCH(int, bytes);
        const std::string odd("a\nb\r\n\0\xFF \xC3\xA4", 11);
        const std::string text(static_cast<std::size_t>(bytes), 'x');
        fixtures::Desk desk;
        const auto workspace = desk.create();
        for (const std::size_t which : {0U, 1U, 2U, 3U}) {
            trace::Trace made = makeTrace(1000000 + static_cast<std::uint64_t>(bytes) * 4 + which);
            made.detail.input = which == 0 ? Json(text) : Json("in\nput");
            made.detail.messages = Json::array({which == 1 ? text : "mess\nage"});
            made.detail.output = which == 2 ? odd + text : odd;
            made.detail.error = which == 3 ? text : "error\n";
            REQUIRE_OK(workspace->traces().append(made));
            REQUIRE_OK(workspace->traces().flush().wait());
            const auto loaded = workspace->traces().load(made.summary.id.text);
            REQUIRE_OK(loaded);
            QVERIFY(loaded->detail.input == made.detail.input);
            QVERIFY(loaded->detail.messages == made.detail.messages);
            QVERIFY(loaded->detail.output == made.detail.output);
            QVERIFY(loaded->detail.error == made.detail.error);
            QCOMPARE(workspace->traces().list({.texts = {"A\nB"}}, 10)->traces.size(), which + 1);
            QCOMPARE(workspace->traces().list({.texts = {"mess"}}, 10)->traces.size(), std::size_t{0});
        }
    }

    void feedbackAttaches() {
        fixtures::Desk desk;
        const auto workspace = desk.create();
        const trace::Trace made = makeTrace(1);
        REQUIRE_OK(workspace->traces().append(made));
        const WallTime at{std::chrono::seconds(1'770'000'000)};
        REQUIRE_OK(workspace->traces().addFeedback(made.summary.id, {trace::Thumb::Down, "wrong label", at}).wait());
        const trace::Feedback second{trace::Thumb::None, "see ticket 9", at, 0.25, "It was order 7."};
        REQUIRE_OK(workspace->traces().addFeedback(made.summary.id, second).wait());
        const auto loaded = workspace->traces().load(made.summary.id.text);
        REQUIRE_OK(loaded);
        QVERIFY(loaded->summary.feedback == trace::Thumb::Down);
        QCOMPARE(loaded->detail.feedback.size(), std::size_t{2});
        QCOMPARE(loaded->detail.feedback[1].comment, std::string("see ticket 9"));
        QVERIFY(loaded->detail.feedback[1].score == 0.25);
        QCOMPARE(loaded->detail.feedback[1].correction, std::string("It was order 7."));
        QVERIFY(!loaded->detail.feedback[0].score);
        for (const double score : {-0.1, 1.1, std::numeric_limits<double>::quiet_NaN()})
            QVERIFY(workspace->traces()
                        .addFeedback(made.summary.id, {trace::Thumb::Up, "", at, score})
                        .wait()
                        .error()
                        .code == ErrorCode::InvalidArgument);
        QCOMPARE(workspace->traces().count({.feedback = trace::Thumb::Down}).value(), std::int64_t{1});
        const auto unknown = workspace->traces().addFeedback(TraceId(std::string(32, 'b')), {trace::Thumb::Up, "", at});
        QVERIFY(unknown.wait().error().code == ErrorCode::NotFound);
    }

    // A replay repeats what another trace paid.
    void replaysAreInNoSumOfMoney() {
        fixtures::Desk desk;
        const auto workspace = desk.create();
        for (std::uint64_t i = 0; i < 6; ++i) {
            trace::Trace one = makeTrace(i);
            one.summary.origin = i < 2 ? trace::Origin::Replay : trace::Origin::Production;
            one.summary.cost = Money::fromPicodollars(10);
            REQUIRE_OK(workspace->traces().append(one));
        }
        REQUIRE_OK(workspace->traces().flush().wait());
        const auto all = workspace->traces().totals({});
        REQUIRE_OK(all);
        QCOMPARE(all->count, std::int64_t{6});
        QCOMPARE(all->unpaid, std::int64_t{2});
        QCOMPARE(all->cost.picodollars(), std::int64_t{40});
        const auto replays = workspace->traces().totals({.origin = trace::Origin::Replay});
        REQUIRE_OK(replays);
        QCOMPARE(replays->unpaid, std::int64_t{0});
        QCOMPARE(replays->cost.picodollars(), std::int64_t{20});
        const auto page = workspace->traces().list({.origin = trace::Origin::Replay}, 10);
        REQUIRE_OK(page);
        QCOMPARE(page->traces.size(), 2U);
        QVERIFY(page->traces.front().origin == trace::Origin::Replay);
    }

    void hostileValuesAreKeptOrRefused() {
        fixtures::Desk desk;
        const auto workspace = desk.create();
        trace::Trace odd = makeTrace(1);
        odd.summary.context.journey = "\xFF\x00'; DROP TABLE trace; --";
        odd.summary.duration = std::chrono::nanoseconds(-5);
        odd.detail.output = std::string("\xC3(\0x", 4);
        odd.summary.cost.reset();
        REQUIRE_OK(workspace->traces().append(odd));
        REQUIRE_OK(workspace->traces().flush().wait());
        const auto loaded = workspace->traces().load(odd.summary.id.text);
        REQUIRE_OK(loaded);
        QCOMPARE(loaded->detail.output, odd.detail.output);
        QCOMPARE(loaded->summary.context.journey, odd.summary.context.journey);
        QCOMPARE(workspace->traces().totals({})->costUnknown, std::int64_t{1});
        odd.summary.id = TraceId("not an id");
        QVERIFY(workspace->traces().append(odd).error().code == ErrorCode::InvalidArgument);
        trace::Trace deep = makeTrace(3);
        deep.detail.input = Json::array();
        for (int i = 0; i < 10000; ++i)
            deep.detail.input = Json::array({std::move(deep.detail.input)});
        QVERIFY(workspace->traces().append(deep).error().code == ErrorCode::InvalidArgument);
        trace::Trace large = makeTrace(2);
        large.summary.model = std::string(2'000, 'm');
        QVERIFY(workspace->traces().append(large).error().code == ErrorCode::InvalidArgument);
    }
};

QTEST_GUILESS_MAIN(TracesTest)
#include "tst_traces.moc"
