// SPDX-License-Identifier: Apache-2.0
//
// data/format-N.db holds the first 60 generated traces as a program of format N wrote them.

#include "fixtures.h"
#include "support/trace_generator.h"
#include "trace/trace_json.h"

#include <QFile>

using namespace touchstone;

namespace {

constexpr std::uint64_t kTraces = 60;
constexpr quint64 kRated = 59;

// The trace of format-2.db that got a person's word.
trace::Trace makeRated() {
    trace::Trace trace = makeTrace(kRated);
    trace.summary.feedback = trace::Thumb::Down;
    trace.detail.feedback = {
        {trace::Thumb::Down, "wrong queue", WallTime(std::chrono::nanoseconds(1'795'464'398'191'452'631))}};
    return trace;
}

}  // namespace

class TraceFormatsTest : public QObject {
    Q_OBJECT

private slots:
    void tracesOfOlderFilesStay_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<quint64>("rated");
        QTest::newRow("format 1") << "format-1.db" << quint64{kTraces};
        QTest::newRow("format 2") << "format-2.db" << kRated;
    }
    void tracesOfOlderFilesStay() {
        QFETCH(QString, file);
        QFETCH(quint64, rated);
        fixtures::Desk desk;
        const QString path = QString::fromStdString(desk.path());
        QVERIFY(QFile::copy(QStringLiteral(STORE_DATA "/") + file, path));
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
        const auto workspace = desk.reopen();
        std::int64_t thumbs = 0;
        for (std::uint64_t i = 0; i < kTraces; ++i) {
            const trace::Trace made = i == rated ? makeRated() : makeTrace(i);
            thumbs += made.summary.feedback == trace::Thumb::None ? 0 : 1;
            const auto loaded = workspace->traces().load(made.summary.id.text);
            REQUIRE_OK(loaded);
            QCOMPARE(toText(trace::toJson(loaded->summary)), toText(trace::toJson(made.summary)));
            QCOMPARE(toText(trace::toJson(loaded->detail, true)), toText(trace::toJson(made.detail, true)));
        }
        store::TraceStore& traces = workspace->traces();
        QCOMPARE(traces.count({}).value(), static_cast<std::int64_t>(kTraces));
        QCOMPARE(traces.list({}, 1'000)->traces.size(), static_cast<std::size_t>(kTraces));
        QCOMPARE(traces.count({.feedback = trace::Thumb::None}).value(), static_cast<std::int64_t>(kTraces) - thumbs);
        REQUIRE_OK(traces.append(makeTrace(kTraces)));
        REQUIRE_OK(traces.flush().wait());
        QCOMPARE(traces.list({}, 1)->traces.front().id.text, makeTrace(kTraces).summary.id.text);
    }
};

QTEST_GUILESS_MAIN(TraceFormatsTest)
#include "tst_trace_formats.moc"
