// SPDX-License-Identifier: Apache-2.0
//
// The official JSON-Schema-Test-Suite, with its remotes given as documents.

#include "schema/schema.h"
#include "support/printing.h"

#include <filesystem>
#include <fstream>
#include <sstream>

using namespace touchstone;
using namespace touchstone::schema;
namespace fs = std::filesystem;

namespace {

struct Score {
    int passed = 0;
    int failed = 0;
};

Json readJson(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    auto parsed = parseJson(text.str());
    if (!parsed.ok())
        qFatal("%s: %s", path.c_str(), parsed.error().message.c_str());
    return std::move(parsed).value();
}

}  // namespace

class SchemaSuiteTest : public QObject {
    Q_OBJECT

private:
    const fs::path m_suite = fs::path(TOUCHSTONE_TEST_DATA) / "json-schema-test-suite";
    std::vector<Document> m_documents;

    void runGroup(const fs::path& file, const Json& group, const CompileOptions& options, const std::string& dialect,
                  Score& score) const {
        const std::string name = file.filename().string() + ": " + stringAt(group, "description");
        Json text = group["schema"];
        if (text.is_object() && !text.contains("$schema"))
            text["$schema"] = dialect;
        const auto schema = Schema::compile(text, options);
        if (!schema.ok())
            qWarning("%s: %s", name.c_str(), schema.error().message.c_str());
        for (const Json& test : group["tests"]) {
            const bool expected = boolAt(test, "valid");
            const bool right = schema.ok() && schema.value().isValid(test["data"]) == expected &&
                               schema.value().validate(test["data"]).valid() == expected;
            ++(right ? score.passed : score.failed);
            if (!right)
                qWarning("%s: %s", name.c_str(), stringAt(test, "description").c_str());
        }
    }

private slots:
    void initTestCase() {
        if (!fs::exists(m_suite))
            QSKIP("public data not present: JSON-Schema-Test-Suite not run");
        const fs::path remotes = m_suite / "remotes";
        for (const auto& entry : fs::recursive_directory_iterator(remotes))
            if (entry.path().extension() == ".json")
                m_documents.push_back({"http://localhost:1234/" + fs::relative(entry.path(), remotes).generic_string(),
                                       readJson(entry.path())});
    }

    void required_data() {
        QTest::addColumn<QByteArray>("draft");
        QTest::addColumn<QByteArray>("dialect");
        QTest::addColumn<int>("passed");
        QTest::newRow("2020-12") << QByteArray("draft2020-12")
                                 << QByteArray("https://json-schema.org/draft/2020-12/schema") << 1299;
        QTest::newRow("draft-07") << QByteArray("draft7") << QByteArray("http://json-schema.org/draft-07/schema#")
                                  << 927;
    }
    void required() {
        QFETCH(QByteArray, draft);
        QFETCH(QByteArray, dialect);
        QFETCH(int, passed);
        CompileOptions options;
        options.documents = m_documents;
        Score score;
        for (const auto& entry : fs::directory_iterator(m_suite / "tests" / draft.toStdString())) {
            if (entry.path().extension() != ".json")
                continue;
            for (const Json& group : readJson(entry.path()))
                runGroup(entry.path(), group, options, dialect.toStdString(), score);
        }
        QCOMPARE(score.failed, 0);
        QCOMPARE(score.passed, passed);
    }
};

QTEST_APPLESS_MAIN(SchemaSuiteTest)
#include "tst_schema_suite.moc"
