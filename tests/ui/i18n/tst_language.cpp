// SPDX-License-Identifier: GPL-3.0-or-later
//
// The whole window in another language than its sources are written in.

#include "ui/gui_test.h"
#include "ui/window_fixture.h"
#include "ui/workspace_fixture.h"
#include "uibase/elided_label.h"
#include "uibase/translation.h"
#include "uishell/workspace_page.h"
#include "uistate/place.h"

#include <QAbstractButton>
#include <QLabel>
#include <QPushButton>
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

// A language whose words are as long as those of any, so that layouts made for English show where they break.
class LongWords : public QTranslator {
public:
    [[nodiscard]] QString translate(const char* context, const char* source, const char*, int) const override {
        if (!isOurs(context))
            return {};
        const QString text = QString::fromUtf8(source);
        return QStringLiteral("[%1%2]").arg(text, QString(text.size() * 2 / 5, QLatin1Char('~')));
    }
    [[nodiscard]] bool isEmpty() const override { return false; }
};

template <typename Widget>
Widget* child(const QWidget& parent, const char* name) {
    return parent.findChild<Widget*>(QString::fromLatin1(name));
}

QString nameOf(const QWidget& widget) {
    QString path;
    for (const QWidget* each = &widget; each && !each->isWindow(); each = each->parentWidget())
        path =
            (each->objectName().isEmpty() ? QString::fromLatin1(each->metaObject()->className()) : each->objectName()) +
            (path.isEmpty() ? QString() : QLatin1Char('/') + path);
    return path;
}

QString textOf(const QWidget& widget) {
    const auto* label = qobject_cast<const QLabel*>(&widget);
    const auto* button = qobject_cast<const QAbstractButton*>(&widget);
    return label ? label->text() : button ? button->text() : QString();
}

bool showsFixedText(const QWidget& widget) {
    const auto* label = qobject_cast<const QLabel*>(&widget);
    if (label && (label->wordWrap() || qobject_cast<const ui::ElidedLabel*>(label)))
        return false;
    return (label || qobject_cast<const QPushButton*>(&widget) || qobject_cast<const QToolButton*>(&widget)) &&
           !textOf(widget).isEmpty();
}

// What is visible, does not elide on purpose and has less room than its text needs.
QStringList clippedIn(const QWidget& window) {
    QStringList clipped;
    for (const QWidget* widget : window.findChildren<QWidget*>())
        if (widget->isVisible() && showsFixedText(*widget) && widget->width() < widget->minimumSizeHint().width())
            clipped.append(QStringLiteral("%1 “%2” has %3 of %4")
                               .arg(nameOf(*widget), textOf(*widget))
                               .arg(widget->width())
                               .arg(widget->minimumSizeHint().width()));
    return clipped;
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
        visitPlaces(desk, [](const QString&) {});
        QStringList missed;
        for (const std::string& text : unknown.texts)
            missed.append(QString::fromStdString(text));
        QVERIFY2(missed.isEmpty(), qPrintable(missed.join(QLatin1Char('\n'))));
    }

    void longWordsAreNotCutOff() {
        LongWords longWords;
        QCoreApplication::installTranslator(&longWords);
        WindowFixture desk(m_fixture.wiring(), m_fixture.path());
        QVERIFY(desk.show());
        desk.window().resize(1280, 800);
        QTRY_COMPARE(desk.window().size(), QSize(1280, 800));
        QStringList clipped;
        visitPlaces(desk, [&](const QString& place) {
            if (place != QStringLiteral("compare"))
                clipped.append(clippedIn(desk.window()));
        });
        clipped.removeDuplicates();
        QVERIFY2(clipped.isEmpty(), qPrintable(clipped.join(QLatin1Char('\n'))));
    }

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
};

GUI_TEST_MAIN(LanguageTest)
#include "tst_language.moc"
