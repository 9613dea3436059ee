// SPDX-License-Identifier: GPL-3.0-or-later
//
// The whole window in another language than its sources are written in.

#include "place_tour.h"
#include "ui/gui_test.h"
#include "ui/layout_faults.h"
#include "ui/window_fixture.h"
#include "ui/workspace_fixture.h"
#include "uibase/translation.h"
#include "uishell/workspace_page.h"
#include "uistate/place.h"

#include <QAbstractButton>
#include <QTest>
#include <QToolButton>
#include <QTranslator>

#include <set>

using namespace touchstone;
using namespace touchstone::test;

namespace {

bool isOurs(const char* context) {
    return *context != 'Q';
}

// Is asked last, so it learns what no catalogue has: texts whose context lupdate took for another one.
class Unknown : public QTranslator {
public:
    [[nodiscard]] QString translate(const char* context, const char* source, const char*, int) const override {
        if (isOurs(context))
            texts.insert(std::string(context) + ": " + source);
        return {};
    }
    [[nodiscard]] bool isEmpty() const override { return false; }

    mutable std::set<std::string> texts;
};

constexpr qsizetype kLongWord = 12;  // characters

// A language whose words are as long as those of any, so that layouts made for English show where they break.
class LongWords : public QTranslator {
public:
    [[nodiscard]] QString translate(const char* context, const char* source, const char*, int) const override {
        if (!isOurs(context))
            return {};
        const QString text = QString::fromUtf8(source);
        QString longer = QLatin1Char('[') + text;
        for (qsizetype i = 0; i < text.size() * 2 / 5; ++i)
            longer += QLatin1Char(i % kLongWord == kLongWord - 1 ? ' ' : '~');
        return longer + QLatin1Char(']');
    }
    [[nodiscard]] bool isEmpty() const override { return false; }
};

template <typename Widget>
Widget* child(const QWidget& parent, const char* name) {
    return parent.findChild<Widget*>(QString::fromLatin1(name));
}

}  // namespace

class LanguageTest : public QObject {
    Q_OBJECT

public:
    // Whatever the tester's desktop speaks; first in the system's list is a language we have no catalogue for.
    static void initMain() {
        for (const char* variable : {"LC_ALL", "LC_MESSAGES"})
            qunsetenv(variable);
        qputenv("LANG", "fr_FR.UTF-8");
        qputenv("LANGUAGE", "fr:de:en");
    }

private Q_SLOTS:
    void initTestCase() {
        auto session = m_fixture.open(store::OpenMode::Create);
        QVERIFY2(session.ok() && m_fixture.fill(*session.value()).ok(), "no workspace");
    }

    void settingChoosesTheLanguage_data() {
        QTest::addColumn<QString>("setting");
        QTest::addColumn<QString>("language");
        const auto row = [](const char* name, const char* setting, const char* language) {
            QTest::newRow(name) << QString::fromLatin1(setting) << QString::fromLatin1(language);
        };
        row("German", "de", "de");
        row("English", "en", "en");
        row("as the system", "system", "de");
        row("unknown, so as the system", "tlh", "de");
    }
    void settingChoosesTheLanguage() {
        QFETCH(QString, setting);
        QTEST(ui::languageOf(setting), "language");
    }

    void englishHasPlurals() {
        const auto errors = [](int count) {
            return QCoreApplication::translate("touchstone::ui::StatusLine", "✕ %n error(s)", nullptr, count);
        };
        QCOMPARE(errors(1), QStringLiteral("✕ 1 error(s)"));
        const ui::Translation english(QStringLiteral("en"));
        QCOMPARE(errors(1), QStringLiteral("✕ 1 error"));
        QCOMPARE(errors(2), QStringLiteral("✕ 2 errors"));
    }

    void germanWindow() {
        Unknown unknown;
        QCoreApplication::installTranslator(&unknown);
        const ui::Translation german(QStringLiteral("de"));
        WindowFixture desk(m_fixture.wiring(), m_fixture.path());
        QVERIFY(desk.show());
        const QWidget& window = desk.window();
        QStringList names;
        for (const QToolButton* button : child<QWidget>(window, "rail")->findChildren<QToolButton*>())
            names.append(button->text());
        for (const char* place : {"Entwurf", "Vergleich", "Traces", "Einstellungen"})
            QVERIFY2(names.contains(QString::fromLatin1(place)), qPrintable(names.join(QStringLiteral(", "))));
        QCOMPARE(child<QAbstractButton>(window, "primary")->text(), QStringLiteral("Ausführen"));
        QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), QStringLiteral("Abbrechen"));
        QCOMPARE(QCoreApplication::translate("QsciScintilla", "&Undo"), QStringLiteral("&Rückgängig"));
        visitPlaces(desk, [](const QString&) {});
        QStringList missed;
        for (const std::string& text : unknown.texts)
            missed.append(QString::fromStdString(text));
        QVERIFY2(missed.isEmpty(), qPrintable(missed.join(QLatin1Char('\n'))));
    }

    void longWordsAreNotCutOff_data() { PlaceTour::addRows(); }
    void longWordsAreNotCutOff() {
        QFETCH(QString, stop);
        if (!m_longTour) {
            QCoreApplication::installTranslator(&m_longWords);
            m_longTour = std::make_unique<PlaceTour>();
        }
        QVERIFY(m_longTour->isReady());
        const QWidget* window = m_longTour->show(stop);
        QVERIFY(window);
        const QStringList clipped = clippedTexts(*window);
        for (const QString& each : clipped)
            qInfo("%s", qPrintable(each));
        QVERIFY(clipped.isEmpty());
    }
    void cleanupTestCase() { m_longTour.reset(); }

private:
    template <typename Look>
    void visitPlaces(WindowFixture& desk, Look look) {
        for (const char* name : {"author", "compare", "traces", "settings"}) {
            desk.window().page()->showPlace(QString::fromLatin1(name));
            QTRY_VERIFY(child<QWidget>(desk.window(), name)->isVisible());
            QCoreApplication::processEvents();
            look(QString::fromLatin1(name));
        }
    }

    WorkspaceFixture m_fixture;
    LongWords m_longWords;
    std::unique_ptr<PlaceTour> m_longTour;  // in that language
};

GUI_TEST_MAIN(LanguageTest)
#include "tst_language.moc"
