// SPDX-License-Identifier: Apache-2.0

#include "eval/dataset_import.h"

#include "base/canonical_json.h"
#include "base/hash.h"
#include "base/random.h"
#include "eval/dataset.h"
#include "eval/dataset_export.h"
#include "support/printing.h"

#include <QFile>
#include <QTemporaryDir>

#include <limits>
#include <string>

using namespace touchstone;
using namespace touchstone::eval;

namespace {

QString lines(const std::vector<Finding>& findings) {
    QStringList all;
    for (const Finding& finding : findings)
        all << QString::fromStdString(toLine(finding));
    return all.join('\n');
}

// "bad-json@3": the first error's code and line.
std::string firstError(const DatasetImport& import) {
    for (const Finding& finding : import.findings)
        if (finding.severity == Severity::Error)
            return finding.code + "@" + std::to_string(finding.position ? finding.position->line : 0);
    return "";
}

DatasetImport importText(const QString& format, const std::string& text, const ImportOptions& options = {}) {
    return format == "csv" ? importCsv(text, options) : importJsonl(text, options);
}

std::string firstCase(const DatasetImport& import) {
    return import.dataset ? toText(toJson(import.dataset->cases.front())) : "";
}

std::string idOf(const Dataset& dataset) {
    const auto id = datasetId(dataset);
    return id.ok() ? id->text : id.error().message;
}

Json randomValue(Random& random, int depth) {
    switch (random.below(depth > 0 ? 7 : 5)) {
        case 0:
            return nullptr;
        case 1:
            return random.below(2) == 0;
        case 2:
            return static_cast<std::int64_t>(random.below(2000)) - 1000;
        case 3:
            return random.uniform() * 1e-7;
        case 4:
            return std::string(random.below(4), "\"a,\n;="[random.below(6)]);
        case 5:
            return Json::array({randomValue(random, depth - 1), randomValue(random, depth - 1)});
        default:
            return Json{{"k", randomValue(random, depth - 1)}, {"", 1}};
    }
}

Dataset randomDataset(Random& random) {
    const std::vector<std::string> fields = {"text", "Label", "a b", " x", "id", "q\"", "input", "n:json", "weight"};
    const bool stringsOnly = random.below(2) == 0;
    const std::size_t fieldCount = random.below(4);
    Dataset dataset{"random", std::vector<Case>(1 + random.below(5))};
    for (Case& testCase : dataset.cases) {
        for (std::size_t i = 0; i < fieldCount; ++i)
            if (const std::string& field = fields[random.below(fields.size())]; stringsOnly)
                testCase.input[field] = std::string(random.below(3), 'x');
            else
                testCase.input[field] = randomValue(random, 2);
        if (random.below(3) > 0)
            testCase.expected = stringsOnly ? Json(std::string(random.below(3), 'y')) : randomValue(random, 2);
        if (random.below(4) == 0)
            testCase.tags = {"a", "b,c", " d", "[e"};
        if (random.below(4) == 0)
            testCase.weight = 0.1 + random.uniform();
        if (random.below(3) == 0)
            testCase.name = "case " + std::to_string(random.below(100));
    }
    return dataset;
}

}  // namespace

class DatasetTest : public QObject {
    Q_OBJECT

private slots:
    void idsNameContent() {
        Case testCase{.name = "n", .input = {{"b", 1}, {"a", "x"}}, .expected = "y"};
        QCOMPARE(caseId(testCase)->text, sha256(R"({"expected":"y","input":{"a":"x","b":1},"name":"n"})").hex());
        const Dataset dataset{"any name", {testCase, testCase}};
        const std::string id = caseId(testCase)->text;
        QCOMPARE(idOf(dataset), sha256("[\"" + id + "\",\"" + id + "\"]").hex());
        testCase.input = {{"a", "x"}, {"b", 1.0}};
        QCOMPARE(caseId(testCase)->text, id);
        testCase.expected = nullptr;
        const std::string null = caseId(testCase)->text;
        testCase.expected.reset();
        QVERIFY(null != id && caseId(testCase)->text != null);
        testCase.input["big"] = std::numeric_limits<std::int64_t>::max();
        QVERIFY(!caseId(testCase).ok());
        QVERIFY(idOf({"", {Case{}, testCase}}).starts_with("case 2: "));
    }

    void malformedCases_data() {
        QTest::addColumn<QByteArray>("text");
        for (const char* text :
             {"[]", "1", "{}", R"({"input":"x"})", R"({"input":{},"weight":0})", R"({"input":{},"weight":-1})",
              R"({"input":{},"weight":"1"})", R"({"input":{},"tags":"a"})", R"({"input":{},"tags":[1]})",
              R"({"input":{},"name":1})", R"({"input":{},"extra":1})", R"({"input":{},"id":"a","name":"b"})"})
            QTest::newRow(text) << QByteArray(text);
    }
    void malformedCases() {
        QFETCH(QByteArray, text);
        QVERIFY(!parseCase(parseJson(text.toStdString()).value()).ok());
    }

    void imports_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("expected");  // the first case
        const auto row = [](const char* name, const char* format, const char* text, const char* expected) {
            QTest::newRow(name) << QString(format) << QByteArray(text) << QByteArray(expected);
        };
        row("banking", "csv", "text,category\nhi,greeting\n", R"({"input":{"text":"hi"},"expected":"greeting"})");
        row("all roles", "csv", "id;text;expected;tags;case_weight\n7;hi;x;a, b;2.5\n",
            R"({"name":"7","input":{"text":"hi"},"expected":"x","tags":["a","b"],"weight":2.5})");
        row("two candidates", "csv", "text,label,category\nhi,x,y\n",
            R"({"input":{"text":"hi","label":"x","category":"y"}})");
        row("expected wins", "csv", "text,label,Expected\nhi,x,y\n",
            R"({"input":{"text":"hi","label":"x"},"expected":"y"})");
        row("id wins", "csv", "id,name\n1,Ann\n", R"({"name":"1","input":{"name":"Ann"}})");
        row("empty expectation", "csv", "text,label\nhi,\n", R"({"input":{"text":"hi"}})");
        row("json cells", "csv", "n:json,label:json\n\"[1,2]\",\"{\"\"a\"\":1}\"\n",
            R"({"input":{"n":[1,2]},"expected":{"a":1}})");
        row("whole input", "csv", "input:json,label\n\"{\"\"a\"\":1}\",x\n", R"({"input":{"a":1},"expected":"x"})");
        row("input as text", "csv", "input,output\nhi,x\n", R"({"input":{"input":"hi"},"expected":"x"})");
        row("spaces in header", "csv", "text, label\nhi,x\n", R"({"input":{"text":"hi"},"expected":"x"})");
        row("tag list", "csv", "text,tags\nhi,\"[\"\"a,b\"\"]\"\n", R"({"input":{"text":"hi"},"tags":["a,b"]})");
        row("native", "jsonl", R"({"id":"7","input":{"a":1},"expected":null,"tags":["t"],"weight":2})",
            R"({"name":"7","input":{"a":1},"expected":null,"tags":["t"],"weight":2.0})");
        row("flat", "jsonl", "\xEF\xBB\xBF{\"text\":\"hi\",\"label\":3}\r\n\r\n{\"text\":\"ho\"}\n",
            R"({"input":{"text":"hi"},"expected":3})");
        row("flat input", "jsonl", R"({"input":"hi","expected":"x","tags":["a"]})",
            R"({"input":{"input":"hi"},"expected":"x","tags":["a"]})");
    }
    void imports() {
        QFETCH(QString, format);
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, expected);
        const DatasetImport import = importText(format, text.toStdString());
        QVERIFY2(import.dataset, qPrintable(lines(import.findings)));
        QCOMPARE(firstCase(import), expected.toStdString());
    }

    void mapping() {
        ImportOptions options;
        options.name = "mapped";
        options.columns.inputs = {{"q", "question"}, {"label", "hint"}};
        options.columns.expected = "a";
        options.columns.json = {"a"};
        const DatasetImport import = importCsv("q,label,a,id\nhi,x,[1],9\n", options);
        QVERIFY2(import.dataset, qPrintable(lines(import.findings)));
        QCOMPARE(import.dataset->name, std::string("mapped"));
        QCOMPARE(firstCase(import), std::string(R"({"name":"9","input":{"question":"hi","hint":"x"},"expected":[1]})"));
        options.columns = {.name = "", .expected = ""};
        QCOMPARE(firstCase(importCsv("id,label\n1,x\n", options)), std::string(R"({"input":{"id":"1","label":"x"}})"));
    }

    void whatWasGuessedIsSaid() {
        const DatasetImport import = importCsv("text,category\nhi,x\nhi,x\n");
        QCOMPARE(lines(import.findings),
                 QString("info /: the column \"category\" is taken as the expected answer\n"
                         "warning / 3:1: line 3 repeats the case of line 2 (remove it, or give each its own id)"));
    }

    void problems_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("problem");
        const auto row = [](const char* name, const char* format, const QByteArray& text, const char* problem) {
            QTest::newRow(name) << QString(format) << text << QByteArray(problem);
        };
        for (const char* format : {"csv", "jsonl"}) {
            const auto named = [&](const char* name) { return QByteArray(format) + ' ' + name; };
            row(named("empty"), format, "", "empty@1");
            row(named("blank"), format, "\xEF\xBB\xBF \n\r\n", "empty@1");
            row(named("NUL"), format, QByteArray("a,b\n1,\0\n", 8), "nul-byte@2");
            row(named("Latin-1"), format, "a,b\n1,2\ncaf\xE9,3\n", "encoding@3");
            row(named("overlong"), format, "a\xC0\x80", "encoding@1");
            row(named("surrogate"), format, "a\n\xED\xA0\x80", "encoding@2");
            row(named("UTF-16"), format,
                QByteArray("\xFF\xFE"
                           "a\0",
                           4),
                "encoding@1");
        }
        row("header only", "csv", "a,b\n", "empty@1");
        row("ragged", "csv", "a,b\n1,2\n1\n", "ragged-row@3");
        row("ragged after lines in a cell", "csv", "a,b\n\"1\n2\n3\",x\n1,2,3\n", "ragged-row@5");
        row("duplicate header", "csv", "a,b,a\n1,2,3\n", "duplicate-header@1");
        row("duplicate header by mark", "csv", "a,a:json\n1,2\n", "duplicate-header@1");
        row("unnamed column", "csv", "a,\n1,2\n", "unnamed-column@1");
        row("open quote", "csv", "a\n1\n\"2\n3\n", "open-quote@3");
        row("bad JSON cell", "csv", "a:json\n{\n", "bad-json@2");
        row("input not an object", "csv", "input:json\n3\n", "bad-value@2");
        row("input twice", "csv", "input:json,text\n{},x\n", "input-twice@1");
        row("bad weight", "csv", "a,case_weight\n1,0\n", "bad-value@2");
        row("weight beyond the limit", "csv", "a,case_weight\n1,1e308\n", "bad-value@2");
        row("weight beyond the limit, native", "jsonl", R"({"input":{},"weight":1000001})", "bad-case@1");
        row("infinite weight", "csv", "a,case_weight\n1,inf\n", "bad-value@2");
        row("bad tags", "csv", "a,tags\n1,[2]\n", "bad-value@2");
        row("integer too large", "csv", "a:json\n9007199254740993\n", "bad-value@2");
        row("bad JSON line", "jsonl", "{\"a\":1}\n\n{\"a\":}\n", "bad-json@3");
        row("list", "jsonl", "[{\"a\":1}]\n", "not-an-object@1");
        row("pretty list", "jsonl", "[\n{\"a\":1}\n]\n", "bad-json@1");
        row("duplicate key", "jsonl", "{\"a\":1,\"a\":2}\n", "bad-json@1");
        row("native, then flat", "jsonl", "{\"input\":{}}\n{\"text\":\"x\"}\n", "bad-case@2");
        row("deep", "jsonl", "{\"a\":" + QByteArray(100'000, '[') + "\n", "bad-json@1");
    }
    void problems() {
        QFETCH(QString, format);
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, problem);
        const DatasetImport import = importText(format, {text.constData(), static_cast<std::size_t>(text.size())});
        QVERIFY(!import.dataset);
        QVERIFY2(firstError(import) == problem.toStdString(), qPrintable(lines(import.findings)));
    }

    void everyProblemIsReported() {
        const DatasetImport import = importCsv("a,b\n1\n1,2\n1,2,3\n\"x\"y,2\n");
        QCOMPARE(import.findings.size(), std::size_t{3});
        QCOMPARE(import.findings[0].text, std::string("line 2 has 1 cell where the header has 2"));
        QCOMPARE(import.findings[1].position->line, std::size_t{4});
        QCOMPARE(import.findings[2].code, std::string("text-after-quote"));
        std::string many = "a,b\n";
        for (int i = 0; i < 500; ++i)
            many += "1\n";
        const DatasetImport stopped = importCsv(many);
        QCOMPARE(stopped.findings.size(), std::size_t{101});
        QCOMPARE(stopped.findings.back().code, std::string("too-many-problems"));
    }

    void messagesNamePlaceAndRemedy() {
        QCOMPARE(
            lines(importCsv("a\nb\ncaf\xE9\n").findings),
            QString("error / 3:1: line 3, byte 4: 0xE9 is not UTF-8 (convert the file first: iconv -f WINDOWS-1252 "
                    "-t UTF-8 OLD > NEW)"));
        ImportOptions options;
        options.columns.expected = "labl";
        QCOMPARE(lines(importCsv("text,label\na,b\n", options).findings),
                 QString("error / 1:1: there is no column \"labl\", which was named for expected (did you mean "
                         "\"label\"?)"));
        const QString json = lines(importJsonl("{\"a\":1}\n{\"a\":tru}\n").findings);
        QVERIFY2(json.startsWith("error / 2:1: line 2: not valid JSON at column "), qPrintable(json));
    }

    void limits() {
        ImportOptions options;
        options.limits.rows = 2;
        QVERIFY(importCsv("a\n1\n2\n", options).dataset);
        QCOMPARE(firstError(importCsv("a\n1\n2\n3\n", options)), std::string("too-many-rows@4"));
        QCOMPARE(firstError(importJsonl("{\"a\":1}\n{\"a\":2}\n{\"a\":3}\n", options)), std::string("too-many-rows@3"));
        options.limits = {.cellBytes = 3, .lineBytes = 8};
        QCOMPARE(firstError(importCsv("a\nlong\n", options)), std::string("cell-too-large@2"));
        QCOMPARE(firstError(importJsonl("{\"a\":1}\n{\"a\":12345}\n", options)), std::string("bad-json@2"));
        options.limits = {.fileBytes = 3};
        QCOMPARE(firstError(importCsv("a\n1\n", options)), std::string("file-too-large@1"));
    }

    void cancelling() {
        std::stop_source source;
        source.request_stop();
        ImportOptions options;
        options.stop = source.get_token();
        QCOMPARE(firstError(importCsv("a\n1\n", options)), std::string("cancelled@2"));
        QCOMPARE(firstError(importJsonl("{\"a\":1}\n", options)), std::string("cancelled@1"));
    }

    void exportsComeBack() {
        const auto random = makeSeededRandom(12);
        for (int round = 0; round < 3000; ++round) {
            const Dataset dataset = randomDataset(*random);
            const std::string csv = exportCsv(dataset);
            const std::string jsonl = exportJsonl(dataset);
            for (const DatasetImport& import : {importCsv(csv), importJsonl(jsonl)}) {
                QVERIFY2(import.dataset, qPrintable(lines(import.findings) + '\n' + QString::fromStdString(csv)));
                QVERIFY2(idOf(*import.dataset) == idOf(dataset), csv.c_str());
            }
        }
    }

    void exportIsReadable() {
        const Dataset dataset{"", {{.input = {{"text", "hi, you"}}, .expected = "x"}, {.input = {{"text", ""}}}}};
        QCOMPARE(exportCsv(dataset), std::string("text,expected\r\n\"hi, you\",x\r\n\"\",\r\n"));
    }

    void files() {
        QTemporaryDir folder;
        const auto write = [&](const QString& name, const QByteArray& text) {
            QFile file(folder.filePath(name));
            const bool written = file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
            return written ? std::filesystem::path(file.fileName().toStdString()) : std::filesystem::path();
        };
        const auto csv = importDatasetFile(write("greetings.csv", "text,label\nhi,x\n"));
        QVERIFY(csv.dataset);
        QCOMPARE(csv.dataset->name, std::string("greetings"));
        QVERIFY(importDatasetFile(write("a.jsonl", "{\"input\":{}}\n")).dataset);
        QCOMPARE(importDatasetFile(folder.filePath("absent.csv").toStdString()).findings.front().code,
                 std::string("unreadable"));
        QCOMPARE(importDatasetFile(folder.path().toStdString()).findings.front().code, std::string("unreadable"));
    }

    void banking77() {
        const std::filesystem::path file = std::filesystem::path(TOUCHSTONE_TEST_DATA) / "banking77/test.csv";
        if (!std::filesystem::exists(file))
            QSKIP("the public data set banking77 is not here");
        const DatasetImport import = importDatasetFile(file);
        QVERIFY2(import.dataset, qPrintable(lines(import.findings)));
        QCOMPARE(import.dataset->cases.size(), std::size_t{3080});
        QCOMPARE(toText(*import.dataset->cases.front().expected), std::string("\"card_arrival\""));
        QCOMPARE(idOf(*importCsv(exportCsv(*import.dataset)).dataset), idOf(*import.dataset));
    }
};

QTEST_APPLESS_MAIN(DatasetTest)
#include "tst_dataset.moc"
