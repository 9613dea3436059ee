// SPDX-License-Identifier: Apache-2.0
//
// The same templates through jinja2 itself (Debian's python3-jinja2), compared exactly.

#include "base/json.h"
#include "support/printing.h"
#include "text/template.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>

using namespace touchstone;
using namespace touchstone::text;

namespace {

constexpr auto kPeer = R"(
import json, sys
import jinja2
job = json.load(sys.stdin)
kind = jinja2.StrictUndefined if job["strict"] else jinja2.Undefined
env = jinja2.Environment(undefined=kind, **job["options"])
env.policies["json.dumps_kwargs"] = {"sort_keys": False, "ensure_ascii": False}
results = []
for template in job["templates"]:
    try:
        results.append({"text": env.from_string(template).render(job["variables"])})
    except Exception as error:
        results.append({"error": type(error).__name__ + ": " + str(error)})
json.dump(results, sys.stdout)
)";

Json readCases() {
    QFile file(QStringLiteral(TEST_DIR "/data/peer_templates.json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return parseJson(file.readAll().toStdString()).value();
}

// What the peer says for each template; empty when there is no python3 with jinja2.
Json askPeer(const Json& cases, bool strict, const Json& options) {
    const QString python = QFile::exists(QStringLiteral("/usr/bin/python3"))
                               ? QStringLiteral("/usr/bin/python3")
                               : QStandardPaths::findExecutable(QStringLiteral("python3"));
    if (python.isEmpty())
        return {};
    QProcess process;
    process.start(python, {QStringLiteral("-c"), QString::fromUtf8(kPeer)});
    Json job = cases;
    job["strict"] = strict;
    job["options"] = options;
    process.write(QByteArray::fromStdString(toText(job)));
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000) || process.exitCode() != 0)
        return {};
    return parseJson(process.readAllStandardOutput().toStdString()).value();
}

// The text, or what went wrong.
Result<std::string> renderOurs(const std::string& source, const TemplateOptions& options, const Json& variables) {
    const TemplateParse parsed = Template::parse(source, options);
    if (parsed.value)
        return parsed.value->render(variables);
    return Error{ErrorCode::InvalidArgument, toLine(parsed.findings.front())};
}

}  // namespace

class TemplatePeerTest : public QObject {
    Q_OBJECT

private slots:
    void agrees_data() {
        QTest::addColumn<bool>("strict");
        QTest::addColumn<bool>("trim");
        QTest::newRow("lenient") << false << false;
        QTest::newRow("strict about undefined") << true << false;
        QTest::newRow("trimming blocks") << false << true;
    }
    void agrees() {
        QFETCH(bool, strict);
        QFETCH(bool, trim);
        const Json cases = readCases();
        QVERIFY(cases.is_object());
        const Json wanted = askPeer(cases, strict, {{"trim_blocks", trim}, {"lstrip_blocks", trim}});
        if (wanted.is_null())
            QSKIP("no python3 with jinja2 here: nothing to compare with");
        TemplateOptions options = TemplateOptions::jinja();
        options.undefined = strict ? Undefined::Strict : Undefined::Lenient;
        options.trimBlocks = trim;
        options.lstripBlocks = trim;
        QVERIFY(wanted.size() >= 150);
        QStringList differences;
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            const auto source = cases["templates"][i].get<std::string>();
            const auto ours = renderOurs(source, options, cases["variables"]);
            const bool peerFails = wanted[i].contains("error");
            const bool same = peerFails ? !ours.ok() : ours.ok() && Json(ours.value()) == wanted[i]["text"];
            if (!same)
                differences.append(QString::fromStdString(
                    "\ntemplate: " + source + "\n    peer: " + toText(wanted[i]) +
                    "\n    ours: " + (ours.ok() ? toText(Json(ours.value())) : ours.error().message)));
        }
        QVERIFY2(differences.isEmpty(), qPrintable(differences.join(QString())));
    }
};

QTEST_GUILESS_MAIN(TemplatePeerTest)
#include "tst_template_peer.moc"
