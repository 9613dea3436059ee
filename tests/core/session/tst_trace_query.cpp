// SPDX-License-Identifier: Apache-2.0

#include "session/trace_query.h"

#include "base/random.h"
#include "support/printing.h"

#include <QTest>

using namespace touchstone;
using session::parseTraceQuery;
using session::TraceKey;
using session::TraceQuery;
using session::TraceTerm;

namespace {

// A term as "begin-end [-]key op value|value".
std::string shown(const TraceTerm& term) {
    constexpr std::array<const char*, 5> kSigns = {":", ">", ">=", "<", "<="};
    std::string name = "?";
    for (const session::TraceKeyInfo& info : session::traceKeys())
        if (info.key == term.key)
            name = info.name;
    std::string text = std::to_string(term.range.begin) + "-" + std::to_string(term.range.end) + " " +
                       (term.isExcluded ? "-" : "") + name + kSigns.at(static_cast<std::size_t>(term.comparison));
    for (std::size_t i = 0; i < term.values.size(); ++i)
        text += (i == 0 ? "" : "|") + term.values[i];
    return text;
}

std::string shown(const TraceQuery& query) {
    std::string text;
    for (const TraceTerm& term : query.terms)
        text += (text.empty() ? "" : "; ") + shown(term);
    return text;
}

std::string placeOf(const session::TraceQueryFinding& finding) {
    return std::to_string(finding.range.begin) + "-" + std::to_string(finding.range.end);
}

}  // namespace

class TraceQueryTest : public QObject {
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void finds_data();
    void finds();
    void examplesAreQueries();
    void keepsTheGoodTerms();
    void hostileTexts_data();
    void hostileTexts();
    void anyTextIsSafe();
    void quotedValuesComeBack_data();
    void quotedValuesComeBack();
};

void TraceQueryTest::reads_data() {
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QByteArray>("terms");
    const auto row = [](const char* query, const char* terms) {
        QTest::newRow(query) << QByteArray(query) << QByteArray(terms);
    };
    row("", "");
    row("  \t\n ", "");
    row("feature:support.triage", "0-22 feature:support.triage");
    row("version:v3,v4 origin:production", "0-13 version:v3|v4; 14-31 origin:production");
    row("status:invalid,failed", "0-21 status:invalid|failed");
    row("latency>2s", "0-10 latency>2s");
    row("latency>=1.5s latency<=2min", "0-13 latency>=1.5s; 14-27 latency<=2min");
    row("cost>0.001 cost<$2", "0-10 cost>0.001; 11-18 cost<$2");
    row("cost:0", "0-6 cost:0");
    row("tokens>4000 retries>0", "0-11 tokens>4000; 12-21 retries>0");
    row("fell-back:yes", "0-13 fell-back:yes");
    row("-status:ok", "0-10 -status:ok");
    row("after:2026-11-22 before:2026-11-22T16:30", "0-16 after:2026-11-22; 17-40 before:2026-11-22T16:30");
    row("last:2h", "0-7 last:2h");
    row("id:9f02,9F03aa", "0-14 id:9f02|9F03aa");
    row("journey:\"check out\",b", "0-21 journey:check out|b");
    row("text:\"a \\\"b\\\" \\\\ \\n\"", "0-20 text:a \"b\" \\ \\n");
    row("\"free text\"", "0-11 text:free text");
    row("refund march", "0-6 text:refund; 7-12 text:march");
    row("-5 > 3", "0-2 text:-5; 3-4 text:>; 5-6 text:3");
    row("a,b \xC3\xA4:", "0-3 text:a,b; 4-7 text:\xC3\xA4:");
    row("journey:\xE5\xB0\xBA\xE5\xAF\xB8", "0-14 journey:\xE5\xB0\xBA\xE5\xAF\xB8");
    row("model:a:b/c\"d", "0-13 model:a:b/c\"d");
    row("\"\"", "");
}

void TraceQueryTest::reads() {
    QFETCH(QByteArray, query);
    QFETCH(QByteArray, terms);
    const TraceQuery read = parseTraceQuery(query.toStdString());
    QVERIFY2(read.findings.empty(), read.findings.empty() ? "" : read.findings.front().text.c_str());
    QCOMPARE(shown(read), terms.toStdString());
}

void TraceQueryTest::finds_data() {
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QByteArray>("place");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("replacement");
    const auto row = [](const char* query, const char* place, const char* text, const char* replacement = "") {
        QTest::newRow(query) << QByteArray(query) << QByteArray(place) << QByteArray(text) << QByteArray(replacement);
    };
    row("staus:ok", "0-5", "there is no key 'staus'; did you mean 'status'?", "status");
    row("http://example.org", "0-18", "there is no key 'http'; to look for this text, put it in quotes",
        "\"http://example.org\"");
    row("status:", "0-7", "status lacks a value; for example status:invalid,failed");
    row("status:ok,", "10-10", "status lacks a value here");
    row("tier:a,,b", "7-7", "tier lacks a value here");
    row("journey:\"\"", "8-10", "journey lacks a value here");
    row("status:invald", "7-13",
        "status is ok, invalid, blocked, failed or cancelled, not 'invald'; did you mean 'invalid'?", "invalid");
    row("origin:x", "7-8", "origin is production, experiment, try or replay, not 'x'");
    row("feedback:bad", "9-12", "feedback is none, up or down, not 'bad'");
    row("fell-back:maybe", "10-15", "fell-back is yes or no, not 'maybe'");
    row("latency>2", "8-9", "latency is a time such as 500ms, 2s or 1min, not '2'");
    row("latency>-2s", "8-11", "latency is a time such as");
    row("latency>9999999s", "8-16", "latency is a time such as");
    row("latency>nans", "8-12", "latency is a time such as");
    row("latency:2s", "7-8", "a latency is compared; write latency>2s or latency<500ms", ">");
    row("latency>1s,2s", "11-13", "latency takes one value");
    row("cost>1e3", "5-8", "cost is an amount in USD such as 0.001, not '1e3'");
    row("cost>-1", "5-7", "cost is an amount in USD");
    row("tokens>4k", "7-9", "tokens is a whole number, not '4k'");
    row("retries>99999999999999999999", "8-28", "retries is a whole number");
    row("tier>large", "4-5", "tier is not compared; write tier:", ":");
    row("after:yesterday", "6-15", "after is a time such as 2026-11-22, 2026-11-22T16:30 (UTC), or 2h ago");
    row("last:2y", "5-7", "last is an age such as 30m, 12h or 7d, not '2y'");
    row("id:9f0", "3-6", "id is the beginning of an id: at least four hexadecimal digits, not '9f0'");
    row("-latency>2s", "0-8", "'-' does not go with latency; turn the condition around", "latency");
    row("-text:a", "0-5", "'-' does not go with text; turn the condition around", "text");
    row("\"open", "0-5", "this quote does not end; put a \" behind the text", "\"open\"");
    row("tier:\"open end", "5-14", "this quote does not end", "\"open end\"");
    row("status:ok tier:a status:failed", "17-30",
        "status is given already; write all its values with commas: status:a,b");
    row("tier:a -tier:b", "7-14", "tier is given already");
    row("latency>1s latency>2s", "11-21", "latency is limited already; leave one of them out");
    row("cost:1 cost<2", "7-13", "cost is limited already");
    row("after:1d last:2h", "9-16", "the filter says already from when on");
}

void TraceQueryTest::finds() {
    QFETCH(QByteArray, query);
    QFETCH(QByteArray, place);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, replacement);
    const TraceQuery read = parseTraceQuery(query.toStdString());
    QCOMPARE(read.findings.size(), std::size_t{1});
    const session::TraceQueryFinding& finding = read.findings.front();
    QVERIFY2(finding.text.starts_with(text.toStdString()), finding.text.c_str());
    QCOMPARE(placeOf(finding), place.toStdString());
    QCOMPARE(finding.replacement, replacement.toStdString());
}

void TraceQueryTest::examplesAreQueries() {
    for (const session::TraceKeyInfo& info : session::traceKeys()) {
        const TraceQuery read = parseTraceQuery(info.example);
        QVERIFY2(read.findings.empty(), info.example.data());
        QCOMPARE(read.terms.size(), std::size_t{1});
        QVERIFY(read.terms.front().key == info.key);
        QVERIFY(info.example.starts_with(info.name));
    }
}

void TraceQueryTest::keepsTheGoodTerms() {
    const TraceQuery read = parseTraceQuery("tier:small status:nonsense refund latency>x");
    QCOMPARE(shown(read), std::string("0-10 tier:small; 27-33 text:refund"));
    QCOMPARE(read.findings.size(), std::size_t{2});
    QCOMPARE(placeOf(read.findings[0]), std::string("18-26"));
    QCOMPARE(placeOf(read.findings[1]), std::string("42-43"));
}

void TraceQueryTest::hostileTexts_data() {
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<int>("findings");
    const int million = 1'000'000;
    QTest::newRow("a megabyte") << QByteArray(million, 'a') << 1;
    QTest::newRow("a megabyte of quotes") << QByteArray(million, '"') << 1;
    QTest::newRow("values without end") << "tier:" + QByteArray("a,").repeated(3'000) << 1;
    QTest::newRow("keys without end") << QByteArray("a:").repeated(4'000) << 1;
    QTest::newRow("minus signs") << QByteArray(9'000, '-') << 0;
    QTest::newRow("NUL") << QByteArray("tier:a\0b c\0:d", 13) << 0;
    QTest::newRow("broken UTF-8") << QByteArray("tier:\xFF\xC3 \xED\xA0\x80:x") << 0;
    QTest::newRow("broken UTF-8 in a word") << QByteArray("status:\xFF\xC3") << 1;
    QTest::newRow("a long word") << "status:" + QByteArray(9'000, 'x') << 1;
}

void TraceQueryTest::hostileTexts() {
    QFETCH(QByteArray, query);
    QFETCH(int, findings);
    const TraceQuery read = parseTraceQuery(query.toStdString());
    QCOMPARE(static_cast<int>(read.findings.size()), findings);
    for (const session::TraceQueryFinding& finding : read.findings) {
        QVERIFY2(finding.text.size() < 300, finding.text.c_str());
        QVERIFY(QString::fromStdString(finding.text).toStdString() == finding.text);
    }
}

void TraceQueryTest::anyTextIsSafe() {
    const auto random = makeSeededRandom(11);
    const std::string letters = "status:latency<>=-,\"\\ \tok2sfell-back\xC3\xA4\xFF";
    for (int i = 0; i < 20'000; ++i) {
        std::string query;
        for (std::uint64_t length = random->below(40); length > 0; --length)
            query += letters[random->below(letters.size())];
        const TraceQuery read = parseTraceQuery(query);
        for (const TraceTerm& term : read.terms)
            QVERIFY(term.range.begin < term.range.end && term.range.end <= query.size() && !term.values.empty());
        for (const session::TraceQueryFinding& finding : read.findings)
            QVERIFY(finding.range.begin <= finding.range.end && finding.range.end <= query.size());
    }
}

void TraceQueryTest::quotedValuesComeBack_data() {
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("written");
    QTest::newRow("plain") << QByteArray("support.triage") << QByteArray("support.triage");
    QTest::newRow("space") << QByteArray("a b") << QByteArray("\"a b\"");
    QTest::newRow("comma") << QByteArray("a,b") << QByteArray("\"a,b\"");
    QTest::newRow("quote") << QByteArray("a\"b\\") << QByteArray("\"a\\\"b\\\\\"");
    QTest::newRow("key") << QByteArray("http://a") << QByteArray("\"http://a\"");
    QTest::newRow("path") << QByteArray("builtin/small") << QByteArray("builtin/small");
    QTest::newRow("minus") << QByteArray("-tier:x") << QByteArray("\"-tier:x\"");
}

void TraceQueryTest::quotedValuesComeBack() {
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, written);
    const std::string quoted = session::quotedTraceValue(value.toStdString());
    QCOMPARE(quoted, written.toStdString());
    for (const std::string& query : {quoted, "model:" + quoted}) {
        const TraceQuery read = parseTraceQuery(query);
        QVERIFY(read.findings.empty());
        QCOMPARE(read.terms.size(), std::size_t{1});
        QCOMPARE(read.terms.front().values, std::vector<std::string>{value.toStdString()});
    }
}

QTEST_APPLESS_MAIN(TraceQueryTest)
#include "tst_trace_query.moc"
