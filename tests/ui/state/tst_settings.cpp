// SPDX-License-Identifier: GPL-3.0-or-later

#include "uistate/settings.h"

#include "uibase/theme.h"

#include "ui/gui_test.h"

#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace touchstone::ui;

class SettingsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = std::make_unique<QSettings>(m_folder->filePath(QStringLiteral("test.conf")), QSettings::IniFormat);
    }

    void everySettingIsDescribed() {
        const Settings settings(*m_file);
        QStringList keys;
        for (const SettingInfo& info : settings.table()) {
            QVERIFY2(!keys.contains(info.key), qPrintable(info.key));
            keys.append(info.key);
            QVERIFY2(!info.title.isEmpty() && !info.help.isEmpty() && !info.section.isEmpty(), qPrintable(info.key));
            QVERIFY(settings.isDefault(info.key));
            QCOMPARE(settings.value(info.key), info.fallback);
        }
        QVERIFY(!settings.find(QStringLiteral("look/nothing")));
    }

    void keepsWhatIsSet() {
        Settings settings(*m_file);
        const QSignalSpy changed(&settings, &Settings::changed);
        QVERIFY(settings.setValue(kThemeSetting, QStringLiteral("dark")));
        QVERIFY(settings.setValue(kZoomSetting, 1.5));
        QVERIFY(settings.setValue(kKeyringSetting, false));
        QVERIFY(settings.setValue(kAuthorSetting, QStringLiteral("  Ada, Countess of Lovelace ")));
        QCOMPARE(changed.count(), 4);
        QVERIFY(settings.setValue(kZoomSetting, 1.5));
        QCOMPARE(changed.count(), 4);
        m_file->sync();
        QSettings file(m_file->fileName(), QSettings::IniFormat);
        const Settings again(file);
        QCOMPARE(again.text(kThemeSetting), QStringLiteral("dark"));
        QCOMPARE(again.number(kZoomSetting), 1.5);
        QVERIFY(!again.flag(kKeyringSetting));
        QCOMPARE(again.text(kAuthorSetting), QStringLiteral("Ada, Countess of Lovelace"));
        QVERIFY(again.notes().isEmpty());
    }

    void theDefaultIsNotStored() {
        Settings settings(*m_file);
        settings.setValue(kThemeSetting, QStringLiteral("dark"));
        QVERIFY(m_file->contains(kThemeSetting));
        settings.reset(kThemeSetting);
        QVERIFY(settings.isDefault(kThemeSetting));
        QVERIFY(!m_file->contains(kThemeSetting));
    }

    void resetsAll() {
        Settings settings(*m_file);
        m_file->setValue(QStringLiteral("window/workflow"), QStringLiteral("kept"));
        settings.setValue(kThemeSetting, QStringLiteral("dark"));
        settings.setValue(kZoomSetting, 2.0);
        const QSignalSpy changed(&settings, &Settings::changed);
        settings.resetAll();
        QCOMPARE(changed.count(), 2);
        QVERIFY(settings.isDefault(kThemeSetting) && settings.isDefault(kZoomSetting));
        QCOMPARE(m_file->value(QStringLiteral("window/workflow")).toString(), QStringLiteral("kept"));
    }

    void refusesWhatASettingCannotBe_data() {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QVariant>("value");
        QTest::newRow("no such theme") << QString(kThemeSetting) << QVariant(QStringLiteral("pink"));
        QTest::newRow("empty theme") << QString(kThemeSetting) << QVariant(QString());
        QTest::newRow("theme by index") << QString(kThemeSetting) << QVariant(3);
        QTest::newRow("too small") << QString(kZoomSetting) << QVariant(0.49);
        QTest::newRow("too large") << QString(kZoomSetting) << QVariant(3.01);
        QTest::newRow("no number") << QString(kZoomSetting) << QVariant(QStringLiteral("big"));
        QTest::newRow("not a number") << QString(kZoomSetting) << QVariant(std::nan(""));
        QTest::newRow("infinite") << QString(kZoomSetting) << QVariant(QStringLiteral("inf"));
        QTest::newRow("list") << QString(kZoomSetting)
                              << QVariant(QStringList{QStringLiteral("1"), QStringLiteral("2")});
        QTest::newRow("maybe") << QString(kKeyringSetting) << QVariant(QStringLiteral("maybe"));
        QTest::newRow("two lines") << QString(kAuthorSetting) << QVariant(QStringLiteral("Ada\nEve"));
        QTest::newRow("long name") << QString(kAuthorSetting) << QVariant(QString(201, QLatin1Char('a')));
        QTest::newRow("bytes") << QString(kThemeSetting) << QVariant(QByteArray("\xff\xfe"));
    }
    void refusesWhatASettingCannotBe() {
        QFETCH(QString, key);
        QFETCH(QVariant, value);
        Settings settings(*m_file);
        const QSignalSpy changed(&settings, &Settings::changed);
        QVERIFY(!settings.setValue(key, value));
        QVERIFY(settings.isDefault(key));
        QCOMPARE(changed.count(), 0);
        m_file->setValue(key, value);
        QCOMPARE(settings.value(key), settings.find(key)->fallback);
        QCOMPARE(settings.notes().size(), 1);
        QVERIFY2(settings.notes().front().contains(key), qPrintable(settings.notes().front()));
        settings.reset(key);
        QVERIFY(settings.notes().isEmpty());
    }

    void readsFilesOfBefore() {
        const Settings settings(*m_file);
        m_file->setValue(kThemeSetting, 2);
        m_file->setValue(kZoomSetting, QStringLiteral("1.21"));
        QCOMPARE(settings.text(kThemeSetting), QStringLiteral("dark"));
        QCOMPARE(settings.number(kZoomSetting), 1.21);
        QVERIFY(settings.notes().isEmpty());
    }

    void readsAnUnquotedComma() {
        {
            QFile file(m_file->fileName());
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("[net]\nplain-http=gpu.lan, 10.0.0.7\n");
        }
        QSettings reread(m_file->fileName(), QSettings::IniFormat);
        const Settings settings(reread);
        QCOMPARE(settings.text(kPlainHttpSetting), QStringLiteral("gpu.lan, 10.0.0.7"));
    }

    void finds_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("keys");
        QTest::newRow("title") << QStringLiteral("zoom") << QStringList{kZoomSetting};
        QTest::newRow("keyword") << QStringLiteral("KEYCHAIN") << QStringList{kKeyringSetting};
        QTest::newRow("choice") << QStringLiteral("dark") << QStringList{kThemeSetting};
        QTest::newRow("every word") << QStringLiteral("theme light") << QStringList{kThemeSetting};
        QTest::newRow("key") << QStringLiteral("commit/author") << QStringList{kAuthorSetting};
        QTest::newRow("nothing") << QStringLiteral("xyzzy") << QStringList();
    }
    void finds() {
        QFETCH(QString, text);
        QFETCH(QStringList, keys);
        QCOMPARE(Settings(*m_file).search(text), keys);
    }

    void emptySearchFindsAll() {
        const Settings settings(*m_file);
        QCOMPARE(settings.search({}).size(), settings.table().size());
    }

    void themeFollows() {
        Settings settings(*m_file);
        settings.setValue(kZoomSetting, 1.5);
        Theme theme;
        followLook(theme, settings);
        QCOMPARE(theme.zoom(), 1.5);
        QCOMPARE(theme.mode(), ThemeMode::System);
        settings.setValue(kThemeSetting, QStringLiteral("dark"));
        QCOMPARE(theme.mode(), ThemeMode::Dark);
        theme.setMode(ThemeMode::Light);  // as the command line does
        settings.setValue(kAuthorSetting, QStringLiteral("Ada"));
        QCOMPARE(theme.mode(), ThemeMode::Light);
        settings.resetAll();
        QCOMPARE(theme.mode(), ThemeMode::System);
        QCOMPARE(theme.zoom(), 1.0);
    }

    void theAuthorIsTheSettingFirst() {
        Settings settings(*m_file);
        qputenv("TOUCHSTONE_AUTHOR", "eve");
        QCOMPARE(commitAuthor(settings), QStringLiteral("eve"));
        settings.setValue(kAuthorSetting, QStringLiteral("Ada"));
        QCOMPARE(commitAuthor(settings), QStringLiteral("Ada"));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_file;
};

GUI_TEST_MAIN(SettingsTest)
#include "tst_settings.moc"
