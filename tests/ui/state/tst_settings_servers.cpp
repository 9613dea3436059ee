// SPDX-License-Identifier: GPL-3.0-or-later

#include "uistate/settings_servers.h"

#include "base/json.h"
#include "support/printing.h"

#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace touchstone;
using namespace touchstone::ui;

class ModelServersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = std::make_unique<QSettings>(m_folder->filePath(QStringLiteral("test.conf")), QSettings::IniFormat);
    }

    void keepsServers() {
        ModelServers servers(*m_file);
        const QSignalSpy changed(&servers, &ModelServers::changed);
        QVERIFY(servers.put(groq()));
        QVERIFY(servers.put({text("ollama"), text("http://localhost:11434/v1"), {}}));
        QCOMPARE(changed.count(), 2);
        QCOMPARE(ModelServers(*m_file).list(), servers.list());
        ModelServer moved = groq();
        moved.baseUrl = text("https://eu.groq.example/v1");
        QVERIFY(servers.put(moved));
        QCOMPARE(servers.list().size(), 2);
        QCOMPARE(servers.list().front(), moved);
        servers.remove(text("groq"));
        servers.remove(text("never there"));
        QCOMPARE(ModelServers(*m_file).list().size(), 1);
    }

    void refuses_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("key");
        const QString url = text("https://host/v1");
        QTest::newRow("no name") << QString() << url << QString();
        QTest::newRow("capital") << text("Groq") << url << QString();
        QTest::newRow("digit first") << text("1st") << url << QString();
        QTest::newRow("space") << text("my server") << url << QString();
        QTest::newRow("long") << QString(65, QLatin1Char('a')) << url << QString();
        QTest::newRow("builtin") << text("builtin") << url << QString();
        QTest::newRow("no URL") << text("here") << QString() << QString();
        QTest::newRow("no scheme") << text("here") << text("localhost:8080/v1") << QString();
        QTest::newRow("file") << text("here") << text("file:///etc/passwd") << QString();
        QTest::newRow("password") << text("here") << text("https://me:secret@host/v1") << QString();
        QTest::newRow("query") << text("here") << text("https://host/v1?key=1") << QString();
        QTest::newRow("no host") << text("here") << text("https:///v1") << QString();
        QTest::newRow("a key instead of its name") << text("here") << url << text("sk-0123");
        QTest::newRow("key begins with a digit") << text("here") << url << text("1KEY");
    }
    void refuses() {
        QFETCH(QString, name);
        QFETCH(QString, url);
        QFETCH(QString, key);
        ModelServers servers(*m_file);
        QVERIFY(!ModelServers::problemWith({name, url, key}).isEmpty());
        QVERIFY(!servers.put({name, url, key}));
        QVERIFY(servers.list().isEmpty());
    }

    void readsOnlyWhatCanBeUsed() {
        m_file->beginWriteArray(text("providers/servers"));
        for (int i = 0; i < 150; ++i) {
            m_file->setArrayIndex(i);
            m_file->setValue(text("name"), i == 3 ? text("Bad Name") : text("s%1").arg(i % 90));
            m_file->setValue(text("base_url"), text("http://localhost/v1"));
        }
        m_file->endArray();
        QCOMPARE(ModelServers(*m_file).list().size(), 90);
    }

    void hasALimit() {
        ModelServers servers(*m_file);
        for (int i = 0; i < ModelServers::kMost; ++i)
            QVERIFY(servers.put({text("s%1").arg(i), text("http://localhost/v1"), {}}));
        QVERIFY(!servers.put(groq()));
    }

    void tierStatesAllItNeeds() {
        const auto tier = parseJson(tierJson(groq(), text("llama \"70b\"")).toStdString());
        VERIFY_OK(tier);
        QCOMPARE(toText(tier.value()),
                 std::string("{\"provider\":\"groq\",\"model\":\"llama \\\"70b\\\"\",\"base_url\":"
                             "\"https://api.groq.com/openai/v1\",\"api_key_env\":\"GROQ_API_KEY\"}"));
    }

private:
    static QString text(const char* latin) { return QString::fromLatin1(latin); }
    static ModelServer groq() { return {text("groq"), text("https://api.groq.com/openai/v1"), text("GROQ_API_KEY")}; }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_file;
};

QTEST_GUILESS_MAIN(ModelServersTest)
#include "tst_settings_servers.moc"
