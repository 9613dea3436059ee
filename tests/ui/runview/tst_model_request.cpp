// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is copied is really run: by a shell, by Python's own parser, by Node's where it is installed.

#include "uirunview/model_request.h"

#include "support/printing.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace touchstone;
using namespace touchstone::ui;

namespace {

trace::Trace traceOf(const std::string& text) {
    trace::Trace trace;
    trace.summary.model = "gpt-test";
    trace.detail.messages = Json::array({{{"role", "user"}, {"content", text}}});
    return trace;
}

workflow::Tier tierOf(const std::string& provider, const std::string& baseUrl, const std::string& key) {
    workflow::Tier tier;
    tier.provider = provider;
    tier.baseUrl = baseUrl;
    tier.apiKeyEnv = key;
    tier.params = {{"temperature", 0.2}, {"stream", false}, {"stop", nullptr}};
    return tier;
}

const std::string kAwkward = "it's \"quoted\" $HOME `id` \\ and\na second line — €";

}  // namespace

class ModelRequestTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void addressAndKey_data() {
        QTest::addColumn<QString>("provider");
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("expectedUrl");
        QTest::addColumn<QString>("expectedKey");
        QTest::newRow("openai") << "openai"
                                << ""
                                << ""
                                << "https://api.openai.com/v1"
                                << "OPENAI_API_KEY";
        QTest::newRow("another key") << "openai"
                                     << ""
                                     << "MY_KEY"
                                     << "https://api.openai.com/v1"
                                     << "MY_KEY";
        QTest::newRow("own server") << "vllm"
                                    << "http://localhost:8000/v1/"
                                    << ""
                                    << "http://localhost:8000/v1"
                                    << "";
        QTest::newRow("a key that is no name") << "vllm"
                                               << "http://x/v1"
                                               << "$(id)"
                                               << "http://x/v1"
                                               << "";
    }

    void addressAndKey() {
        QFETCH(QString, provider);
        QFETCH(QString, url);
        QFETCH(QString, key);
        const auto request =
            modelRequest(traceOf("hello"), tierOf(provider.toStdString(), url.toStdString(), key.toStdString()));
        VERIFY_OK(request);
        QTEST(QString::fromStdString(request->baseUrl), "expectedUrl");
        QTEST(QString::fromStdString(request->keyVariable), "expectedKey");
        QCOMPARE(toText(request->body["messages"][0]["content"]), std::string("\"hello\""));
    }

    void notEveryRunIsARequest() {
        QVERIFY(modelRequest(traceOf("x"), tierOf("builtin", "", "")).error().code == ErrorCode::Unsupported);
        QVERIFY(modelRequest(trace::Trace(), tierOf("openai", "", "")).error().code == ErrorCode::Unsupported);
    }

    void aShellSendsTheSameBody() {
        const auto request = modelRequest(traceOf(kAwkward), tierOf("openai", "", ""));
        VERIFY_OK(request);
        // "curl" that prints what it was given, one argument a line end and a zero byte
        const QByteArray script =
            "curl() { printf '%s\\0' \"$@\"; }\n" + QByteArray::fromStdString(toCurl(request.value()));
        const QList<QByteArray> words = run(QStringLiteral("sh"), {QStringLiteral("-c"), QString::fromUtf8(script)},
                                            {{QStringLiteral("OPENAI_API_KEY"), QStringLiteral("sk-test")}})
                                            .split('\0');
        QVERIFY(words.contains("https://api.openai.com/v1/chat/completions"));
        QVERIFY(words.contains("Authorization: Bearer sk-test"));
        const auto body = parseJson(words.at(words.indexOf("--data-raw") + 1).toStdString());
        VERIFY_OK(body);
        QCOMPARE(toText(body.value()), toText(request->body));
        QVERIFY(toCurl(request.value()).find("sk-test") == std::string::npos);
    }

    void pythonReadsIt() {
        const QString python = QStandardPaths::findExecutable(QStringLiteral("python3"));
        if (python.isEmpty())
            QSKIP("there is no python3 here");
        const auto request = modelRequest(traceOf(kAwkward), tierOf("vllm", "http://localhost:1/v1", "MY_KEY"));
        VERIFY_OK(request);
        // An "openai" of our own prints what create() was given.
        QTemporaryDir folder;
        write(folder.filePath(QStringLiteral("openai.py")),
              "import json\nclass C:\n  def create(self, **k):\n    print(json.dumps(k)); raise SystemExit\n"
              "class OpenAI:\n  def __init__(self, api_key, base_url): self.chat = self; self.completions = C();"
              " print(api_key, base_url)\n");
        write(folder.filePath(QStringLiteral("copied.py")), QByteArray::fromStdString(toPython(request.value())));
        const QList<QByteArray> lines = run(python, {folder.filePath(QStringLiteral("copied.py"))},
                                            {{QStringLiteral("MY_KEY"), QStringLiteral("k")}})
                                            .split('\n');
        QCOMPARE(lines.value(0), QByteArray("k http://localhost:1/v1"));
        const auto sent = parseJson(lines.value(1).toStdString());
        VERIFY_OK(sent);
        QCOMPARE(toText(sent.value()), toText(request->body));
    }

    void nodeReadsIt() {
        const QString node = QStandardPaths::findExecutable(QStringLiteral("node"));
        if (node.isEmpty())
            QSKIP("there is no node here");
        const auto request = modelRequest(traceOf(kAwkward), tierOf("openai", "", ""));
        VERIFY_OK(request);
        QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("node_modules/openai")));
        write(folder.filePath(QStringLiteral("node_modules/openai/index.mjs")),
              "export default class { chat = { completions: { create: async (b) => { console.log(JSON.stringify(b)); "
              "process.exit(0); } } } }\n");
        write(folder.filePath(QStringLiteral("node_modules/openai/package.json")),
              "{\"name\":\"openai\",\"main\":\"index.mjs\"}\n");
        write(folder.filePath(QStringLiteral("copied.mjs")), QByteArray::fromStdString(toJavaScript(request.value())));
        const auto sent = parseJson(run(node, {folder.filePath(QStringLiteral("copied.mjs"))}, {}).toStdString());
        VERIFY_OK(sent);
        QCOMPARE(toText(sent.value()), toText(request->body));
    }

private:
    static void write(const QString& path, const QByteArray& text) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    static QByteArray run(const QString& program, const QStringList& arguments,
                          const QMap<QString, QString>& variables) {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (auto each = variables.begin(); each != variables.end(); ++each)
            environment.insert(each.key(), each.value());
        process.setProcessEnvironment(environment);
        process.start(program, arguments);
        process.waitForFinished();
        const QByteArray errors = process.readAllStandardError();
        if (!errors.isEmpty())
            qInfo("%s", errors.constData());
        return process.readAllStandardOutput();
    }
};

QTEST_GUILESS_MAIN(ModelRequestTest)
#include "tst_model_request.moc"
