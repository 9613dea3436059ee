// SPDX-License-Identifier: Apache-2.0

#include "fixtures.h"
#include "support/trace_generator.h"
#include "trace/trace_json.h"

#include <algorithm>

using namespace touchstone;
using store::TraceFilter;

namespace {

constexpr std::uint64_t kTraces = 3'000;

// What the store should answer, the slow way.
bool fits(const trace::Trace& trace, const TraceFilter& filter) {
    const trace::Summary& s = trace.summary;
    const auto is = [](const auto& wanted, const auto& value) { return !wanted || *wanted == value; };
    return is(filter.workflow, s.workflow) && is(filter.version, s.version) && is(filter.feature, s.context.feature) &&
           is(filter.journey, s.context.journey) && is(filter.environment, s.context.environment) &&
           is(filter.provider, s.provider) && is(filter.tier, s.tier) && is(filter.model, s.model) &&
           is(filter.origin, s.origin) && is(filter.status, s.status) && is(filter.feedback, s.feedback) &&
           (!filter.minLatency || s.duration >= *filter.minLatency) &&
           (!filter.maxLatency || s.duration <= *filter.maxLatency) && (!filter.from || s.start >= *filter.from) &&
           (!filter.to || s.start < *filter.to) &&
           (filter.text.empty() || toText(trace.detail.input).find(filter.text) != std::string::npos ||
            trace.detail.output.find(filter.text) != std::string::npos);
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
            {.status = trace::Status::Invalid, .text = "refund"},
            {.text = "no such text anywhere"}};
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
            m_traces.push_back(makeTrace(i));
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
        if (!filter.text.empty()) {
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
        const std::vector<std::string> models = {"builtin/small", "gpt-large", "gpt-small"};
        QVERIFY(m_workspace->traces().values(store::TraceColumn::Model).value() == models);
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
            QCOMPARE(workspace->traces().list({.text = "A\nB"}, 10)->traces.size(), which + 1);
            QCOMPARE(workspace->traces().list({.text = "mess"}, 10)->traces.size(), std::size_t{0});
        }
    }

    void feedbackAttaches() {
        fixtures::Desk desk;
        const auto workspace = desk.create();
        const trace::Trace made = makeTrace(1);
        REQUIRE_OK(workspace->traces().append(made));
        const WallTime at{std::chrono::seconds(1'770'000'000)};
        REQUIRE_OK(workspace->traces().addFeedback(made.summary.id, {trace::Thumb::Down, "wrong label", at}).wait());
        REQUIRE_OK(workspace->traces().addFeedback(made.summary.id, {trace::Thumb::None, "see ticket 9", at}).wait());
        const auto loaded = workspace->traces().load(made.summary.id.text);
        REQUIRE_OK(loaded);
        QVERIFY(loaded->summary.feedback == trace::Thumb::Down);
        QCOMPARE(loaded->detail.feedback.size(), std::size_t{2});
        QCOMPARE(loaded->detail.feedback[1].comment, std::string("see ticket 9"));
        QCOMPARE(workspace->traces().count({.feedback = trace::Thumb::Down}).value(), std::int64_t{1});
        const auto unknown = workspace->traces().addFeedback(TraceId(std::string(32, 'b')), {trace::Thumb::Up, "", at});
        QVERIFY(unknown.wait().error().code == ErrorCode::NotFound);
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
