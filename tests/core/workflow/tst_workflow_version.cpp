// SPDX-License-Identifier: Apache-2.0

#include "workflow/version.h"

#include "base/hash.h"
#include "sample_documents.h"
#include "support/printing.h"
#include "workflow/document.h"
#include "workflow/parse.h"

#include <fstream>
#include <iterator>
#include <set>

using namespace touchstone;
using namespace touchstone::workflow;

namespace {

// The same value with the keys of every object in reverse.
Json reversed(const Json& value) {
    Json result = value;
    if (value.is_object()) {
        result = Json::object();
        for (auto member = value.rbegin(); member != value.rend(); ++member)
            result[member.key()] = reversed(member.value());
    } else if (value.is_array()) {
        for (Json& item : result)
            item = reversed(item);
    }
    return result;
}

CommitInfo commit() {
    return {{VersionId(std::string(64, 'a'))}, "Ada <ada@x.example>", "First", WallTime(std::chrono::nanoseconds(1))};
}

}  // namespace

class WorkflowVersionTest : public QObject {
    Q_OBJECT

private slots:
    void keyOrderDoesNotMatter_data() {
        QTest::addColumn<QByteArray>("document");
        for (const auto& [place, document] : touchstone::testing::sampleDocuments())
            QTest::newRow(place.c_str()) << QByteArray::fromStdString(toText(document));
    }
    void keyOrderDoesNotMatter() {
        QFETCH(QByteArray, document);
        const Json one = parseJson(document.toStdString()).value();
        const Json other = reversed(one);
        QVERIFY(toText(one) != toText(other));
        QCOMPARE(hashDocument(one).value(), hashDocument(other).value());
        QVERIFY(hashParts(one).value() == hashParts(other).value());
        QCOMPARE(makeVersion(one, commit())->id.text, makeVersion(other, commit())->id.text);
    }

    void numbersAreTheirValue() {
        Json one = starterDocument("n");
        Json other = one;
        one["chunking"] = {{"method", "tokens"}, {"size", 100}};
        other["chunking"] = {{"method", "tokens"}, {"size", 100.0}};
        QCOMPARE(hashDocument(one).value(), hashDocument(other).value());
    }

    void partsAreHashedByThemselves() {
        const Json document = starterDocument("n");
        const PartHashes before = hashParts(document).value();
        std::string names;
        for (const auto& part : before)
            names += part.first + " ";
        QCOMPARE(names, std::string("inputs instructions prompt routing "));
        // {"text":"Answer briefly.\n"} by hand
        QCOMPARE(before[1].second.text, sha256(R"({"text":"Answer briefly.\n"})").hex());
        Json changed = document;
        changed["instructions"]["text"] = "Answer at length.\n";
        const PartHashes after = hashParts(changed).value();
        for (std::size_t i = 0; i < before.size(); ++i)
            QCOMPARE(before[i].second == after[i].second, before[i].first != "instructions");
    }

    // Ids are for ever: when this fails, every stored version has lost its name.
    void goldenIds() {
        const Json document = parseJson(R"({"format":"touchstone.workflow/1","name":"golden","feature":"a.b",
            "inputs":{"type":"object"},"prompt":{"messages":[{"role":"user","content":"Grüße\n"}]},
            "routing":{"tiers":{"small":{"provider":"builtin","model":"builtin/small"}}}})")
                                  .value();
        std::ifstream file(TEST_DIR "/data/golden_version.json", std::ios::binary);
        const std::string record(std::istreambuf_iterator<char>(file), {});
        const auto version = makeVersion(document, commit());
        VERIFY_OK(version);
        QCOMPARE(versionRecord(version.value()).value(), record);
        QCOMPARE(version->id.text, sha256(record).hex());
        QCOMPARE(version->id.text, std::string(kGoldenId));
        QCOMPARE(hashDocument(document).value(), std::string(kGoldenDocument));
        QCOMPARE(version->number, std::int64_t{0});
        QCOMPARE(version->workflow, std::string("golden"));
        QVERIFY(jsonEqual(version->document, document));
    }

    void everythingInACommitMakesTheId() {
        const Json document = starterDocument("n");
        std::set<std::string> ids;
        ids.insert(makeVersion(document, commit())->id.text);
        CommitInfo info = commit();
        info.author += "x";
        ids.insert(makeVersion(document, info)->id.text);
        info = commit();
        info.message += "x";
        ids.insert(makeVersion(document, info)->id.text);
        info = commit();
        info.created += std::chrono::nanoseconds(1);
        ids.insert(makeVersion(document, info)->id.text);
        info = commit();
        info.parents.clear();
        ids.insert(makeVersion(document, info)->id.text);
        for (const char* key : {"name", "feature", "description", "instructions"}) {
            Json changed = document;
            changed[key] = "other";
            ids.insert(makeVersion(changed, commit())->id.text);
        }
        QCOMPARE(ids.size(), std::size_t{9});
        Version numbered = makeVersion(document, commit()).value();
        const std::string record = versionRecord(numbered).value();
        numbered.number = 12;
        QCOMPARE(versionRecord(numbered).value(), record);
    }

    void integersBeyondDoublesAreRefused() {
        Json document = starterDocument("n");
        document["routing"]["tiers"]["small"]["params"] = {{"seed", std::int64_t{9'007'199'254'740'993}}};
        for (const auto& error :
             {hashDocument(document).error(), hashParts(document).error(), makeVersion(document, commit()).error()})
            QVERIFY2(error.message.find("/tiers/small/params/seed") != std::string::npos, error.message.c_str());
    }

private:
    static constexpr const char* kGoldenId = "5c26b4bc6ae18e52c3345e93ff2ee4c20c8f587377318308595775f519d51786";
    static constexpr const char* kGoldenDocument = "a4712ae7b63f3bd6c7c65c45c6329df47a4ee98d045ada588696bf5a0f18a2bb";
};

QTEST_APPLESS_MAIN(WorkflowVersionTest)
#include "tst_workflow_version.moc"
