// SPDX-License-Identifier: GPL-3.0-or-later
//
// The catalogues in resources/translations: complete, true to the texts they translate, and up with the sources.

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>

namespace {

const QString kRoot = QStringLiteral(TEST_DIR "/../../..");
const QString kFolder = kRoot + QStringLiteral("/resources/translations/");

struct Message {
    QString context;
    QString source;
    QStringList forms;  // one, or as many as the language has plurals
    bool counted = false;
    bool finished = true;
};

// The content of <message>.
Message readMessage(QXmlStreamReader& xml, const QString& context) {
    Message message{context, {}, {}, xml.attributes().hasAttribute(QStringLiteral("numerus"))};
    while (xml.readNextStartElement()) {
        if (xml.name() == QStringLiteral("source")) {
            message.source = xml.readElementText();
        } else if (xml.name() != QStringLiteral("translation")) {
            xml.skipCurrentElement();
        } else {
            message.finished = !xml.attributes().hasAttribute(QStringLiteral("type"));
            if (!message.counted)
                message.forms.append(xml.readElementText());
            while (message.counted && xml.readNextStartElement())
                message.forms.append(xml.readElementText());
        }
    }
    return message;
}

QList<Message> readCatalogue(const QString& language) {
    QFile file(kFolder + QStringLiteral("touchstone_%1.ts").arg(language));
    QList<Message> messages;
    if (!file.open(QIODevice::ReadOnly))
        return messages;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QStringLiteral("name"))
            context = xml.readElementText();
        else if (xml.name() == QStringLiteral("message"))
            messages.append(readMessage(xml, context));
    }
    return xml.hasError() ? QList<Message>() : messages;
}

QStringList placeholders(const QString& text) {
    static const QRegularExpression pattern(QStringLiteral("%[0-9]|%n"));
    QStringList found;
    for (auto each = pattern.globalMatch(text); each.hasNext();)
        found.append(each.next().captured());
    std::sort(found.begin(), found.end());
    return found;
}

// "✕ ", "▲ ", "… ", "= ": what is said in a sign is said in every language.
QString leadingSign(const QString& text) {
    static const QRegularExpression pattern(QStringLiteral("^[✓✕▲▼■●→=?…+{\\[]*\\s*"));
    return pattern.match(text).captured();
}

QString faultOf(const Message& message, qsizetype form) {
    const QString& source = message.source;
    const QString& text = message.forms[form];
    if (!message.finished || text.trimmed().isEmpty())
        return QStringLiteral("is not translated");
    QStringList expected = placeholders(source);
    if (form == 0 && message.counted && !text.contains(QStringLiteral("%n")))
        expected.removeAll(QStringLiteral("%n"));  // "the first case"
    if (placeholders(text) != expected)
        return QStringLiteral("has other placeholders");
    if (text.endsWith(QChar(0x2026)) != source.endsWith(QChar(0x2026)))
        return QStringLiteral("has lost or gained the “…” that says a question follows");
    if (leadingSign(text) != leadingSign(source))
        return QStringLiteral("begins with another sign");
    if (text.count(QLatin1Char('\n')) != source.count(QLatin1Char('\n')))
        return QStringLiteral("has other lines");
    if (text.startsWith(QLatin1Char(' ')) != source.startsWith(QLatin1Char(' ')) ||
        text.endsWith(QLatin1Char(' ')) != source.endsWith(QLatin1Char(' ')))
        return QStringLiteral("has lost or gained space at an end");
    return text.count(QLatin1Char('&')) == source.count(QLatin1Char('&')) ? QString()
                                                                          : QStringLiteral("has another “&”");
}

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace

class CataloguesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void complete_data() {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("least");
        QTest::newRow("English plurals") << QStringLiteral("en") << 50;
        QTest::newRow("German") << QStringLiteral("de") << 1000;
    }
    void complete() {
        QFETCH(QString, language);
        QFETCH(int, least);
        const QList<Message> messages = readCatalogue(language);
        QVERIFY2(messages.size() >= least, "the catalogue is missing, broken or cut off");
        QStringList faults;
        for (const Message& message : messages) {
            if (message.counted && message.forms.size() != 2)
                faults.append(message.source + QStringLiteral(" needs two forms"));
            for (qsizetype form = 0; form < message.forms.size(); ++form)
                if (const QString fault = faultOf(message, form); !fault.isEmpty())
                    faults.append(QStringLiteral("%1: “%2” as “%3” %4")
                                      .arg(message.context, message.source, message.forms[form], fault));
        }
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
    }

    void faultsAreFound_data() {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isFault");
        QTest::newRow("right") << "✕ %1 of %2…" << QStringLiteral("✕ %1 von %2 …") << false;
        QTest::newRow("placeholder") << "%1 of %2"
                                     << "%1 von %1" << true;
        QTest::newRow("dots") << "Open…" << QStringLiteral("Öffnen") << true;
        QTest::newRow("sign") << "✕ failed" << QStringLiteral("✓ gescheitert") << true;
        QTest::newRow("space") << " or "
                               << "oder" << true;
        QTest::newRow("nothing") << "Open"
                                 << "" << true;
    }
    void faultsAreFound() {
        QFETCH(QString, source);
        QFETCH(QString, text);
        const Message message{{}, source, {text}};
        QTEST(!faultOf(message, 0).isEmpty(), "isFault");
    }

    // Adding, changing or removing a text in the sources wants packaging/translate and the translation with it.
    void upWithTheSources() {
        if (!QFileInfo(QStringLiteral("/usr/lib/qt6/bin/lupdate")).isExecutable())
            QSKIP("lupdate is not installed (qt6-l10n-tools)");
        const QTemporaryDir folder;
        const QStringList names = QDir(kFolder).entryList({QStringLiteral("*.ts")});
        for (const QString& name : names)
            QVERIFY(QFile::copy(kFolder + name, folder.filePath(name)));
        QProcess translate;
        translate.start(kRoot + QStringLiteral("/packaging/translate"), {folder.path()});
        QVERIFY(translate.waitForFinished(60000));
        QVERIFY2(translate.exitCode() == 0, translate.readAllStandardError().constData());
        for (const QString& name : names)
            QVERIFY2(contentOf(folder.filePath(name)) == contentOf(kFolder + name),
                     qPrintable(name + QStringLiteral(" is not up with the sources: run packaging/translate, then "
                                                      "translate what it says is left")));
    }
};

QTEST_GUILESS_MAIN(CataloguesTest)
#include "tst_catalogues.moc"
