// SPDX-License-Identifier: GPL-3.0-or-later
//
// The command palette: how letters fit names, what is shown in which order, and the keys.

#include "command_palette.h"
#include "uibase/theme.h"

#include "ui/gui_test.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace touchstone::ui;

namespace {

int scoreOf(const char* pattern, const char* text) {
    const auto match = fuzzyMatch(QString::fromUtf8(pattern), QString::fromUtf8(text));
    return match ? match->score : -1000000;
}

// Entries that are there, or come when they are told to.
class ListedSource : public PaletteSource {
public:
    ListedSource(QChar prefix, const QString& title, PaletteEntries entries)
        : PaletteSource(prefix, title), m_listed(std::move(entries)) {}
    void refresh() override {
        if (!late)
            setEntries(m_listed);
    }
    void ask(const QString& text) override { asked.append(text); }
    void come() { setEntries(m_listed); }
    QStringList asked;
    bool late = false;

private:
    PaletteEntries m_listed;
};

PaletteEntry entry(const char* text, QStringList* done = nullptr) {
    PaletteEntry entry;
    entry.id = entry.text = QString::fromUtf8(text);
    entry.run = [done, text] {
        if (done)
            done->append(QString::fromUtf8(text));
    };
    return entry;
}

QString rowsOf(const PaletteModel& model) {
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QString text = model.index(row, 0).data().toString();
        rows.append(model.entryAt(row) ? text : QStringLiteral("[%1]").arg(text));
    }
    return rows.join(QLatin1Char(' '));
}

}  // namespace

class PaletteTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTheme(*qApp, m_theme); }

    void matchesLettersInOrder_data() {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<int>>("letters");
        QTest::newRow("nothing typed") << QString() << QStringLiteral("Run") << QList<int>();
        QTest::newRow("prefix") << QStringLiteral("ru") << QStringLiteral("Run") << QList<int>{0, 1};
        QTest::newRow("word starts") << QStringLiteral("nw") << QStringLiteral("New workflow…") << QList<int>{0, 4};
        QTest::newRow("humps") << QStringLiteral("pm") << QStringLiteral("paletteModel") << QList<int>{0, 7};
        QTest::newRow("numbers") << QStringLiteral("v3") << QStringLiteral("vary v13 v3") << QList<int>{9, 10};
        QTest::newRow("consecutive over scattered")
            << QStringLiteral("com") << QStringLiteral("icy room commit") << QList<int>{9, 10, 11};
        QTest::newRow("blanks do not count")
            << QStringLiteral("n w") << QStringLiteral("New workflow") << QList<int>{0, 4};
        QTest::newRow("not there") << QStringLiteral("xyz") << QStringLiteral("Run") << QList<int>{-1};
        QTest::newRow("wrong order") << QStringLiteral("ur") << QStringLiteral("Run") << QList<int>{-1};
        QTest::newRow("other alphabets") << QStringLiteral("ПР") << QStringLiteral("правка") << QList<int>{0, 1};
        QTest::newRow("longer than the text") << QStringLiteral("Runs") << QStringLiteral("Run") << QList<int>{-1};
    }
    void matchesLettersInOrder() {
        QFETCH(QString, pattern);
        QFETCH(QString, text);
        QFETCH(QList<int>, letters);
        const auto match = fuzzyMatch(pattern, text);
        if (letters == QList<int>{-1}) {
            QVERIFY(!match);
            return;
        }
        QVERIFY(match);
        QCOMPARE(QList<int>(match->positions.begin(), match->positions.end()), letters);
    }

    void betterFitsScoreMore() {
        QVERIFY(scoreOf("commit", "Commit…") > scoreOf("commit", "Compare the commit"));
        QVERIFY(scoreOf("cd", "Compare draft") > scoreOf("cd", "Accorded"));
        QVERIFY(scoreOf("run", "Run") > scoreOf("run", "Run the whole comparison of everything there is"));
        QVERIFY(scoreOf("dark", "Theme: dark") > scoreOf("dark", "Draw a rank"));
        QVERIFY(scoreOf("wo", "workflow") > scoreOf("wo", "two"));
    }

    void veryLongTextsAreBounded() {
        const QString text(100000, QLatin1Char('a'));
        const auto match = fuzzyMatch(QString(1000, QLatin1Char('a')), text);
        QVERIFY(match);
        QCOMPARE(match->positions.size(), std::size_t(64));
    }

    void aNameComesBeforeLettersScatteredOverSentences() {
        PaletteModel model;
        ListedSource versions(QLatin1Char('@'), QStringLiteral("Versions"),
                              {entry("v2  the right model answers, and examples"), entry("v3  Labels explained")});
        ListedSource settings({}, QStringLiteral("Settings"), {entry("Theme"), entry("Theme: Dark")});
        model.addSource(versions);
        model.addSource(settings);
        model.refresh();
        model.setText(QStringLiteral("theme"));
        QCOMPARE(rowsOf(model), QStringLiteral("[Settings] Theme Theme: Dark"));
        model.setText(QStringLiteral("trma"));  // nothing better: then the scattered ones
        QCOMPARE(rowsOf(model), QStringLiteral("[Versions] v2  the right model answers, and examples"));
    }

    void findsByKeywordsAndWhatItsSourceFound() {
        PaletteModel model;
        PaletteEntry theme = entry("Theme");
        theme.keywords = {QStringLiteral("night")};
        PaletteEntry trace = entry("I was charged twice");
        trace.foundByText = true;
        ListedSource source({}, QStringLiteral("All"), {theme, trace, entry("Zoom")});
        model.addSource(source);
        model.refresh();
        model.setText(QStringLiteral("nig"));
        QCOMPARE(rowsOf(model), QStringLiteral("[All] Theme I was charged twice"));
    }

    void showsSectionsAndWhatWasUsedLately() {
        PaletteModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        ListedSource actions(QLatin1Char('>'), QStringLiteral("Actions"), {entry("Run"), entry("Commit")});
        ListedSource versions(QLatin1Char('@'), QStringLiteral("Versions"), {entry("v2"), entry("v1")});
        model.addSource(actions);
        model.addSource(versions);
        model.refresh();
        model.setText({});
        QCOMPARE(rowsOf(model), QStringLiteral("[Actions] Run Commit [Versions] v2 v1"));
        model.setRecent({QStringLiteral("v1"), QStringLiteral("gone")});
        model.setText({});
        QCOMPARE(rowsOf(model), QStringLiteral("[Used lately] v1 [Actions] Run Commit [Versions] v2 v1"));
        model.setText(QStringLiteral("com"));
        QCOMPARE(rowsOf(model), QStringLiteral("[Actions] Commit"));
        model.setText(QStringLiteral("@"));
        QCOMPARE(rowsOf(model), QStringLiteral("[Versions] v2 v1"));
        model.setText(QStringLiteral("@1"));
        QCOMPARE(rowsOf(model), QStringLiteral("[Versions] v1"));
        model.setText(QStringLiteral(">v"));
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(!(model.flags(model.index(0, 0)) & Qt::ItemIsSelectable));
        QCOMPARE(actions.asked.back(), QStringLiteral("v"));
    }

    void lateAnswersJoin() {
        PaletteModel model;
        ListedSource traces(QLatin1Char('#'), QStringLiteral("Traces"), {entry("3f2a refund")});
        traces.late = true;
        model.addSource(traces);
        model.setText(QStringLiteral("ref"));
        QCOMPARE(model.rowCount(), 0);
        traces.come();
        QCOMPARE(rowsOf(model), QStringLiteral("[Traces] 3f2a refund"));
    }

    void keysChooseAndRun() {
        QStringList done;
        PaletteEntry barred = entry("Barred", &done);
        barred.why = QStringLiteral("the draft has errors");
        ListedSource actions(QLatin1Char('>'), QStringLiteral("Actions"),
                             {entry("Alpha", &done), barred, entry("Gamma", &done)});
        QWidget window;
        window.resize(900, 700);
        auto* other = new QPushButton(QStringLiteral("other"), &window);
        CommandPalette palette(m_theme, m_state, &window);
        palette.addSource(actions);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        other->setFocus();
        palette.open();
        auto* text = palette.findChild<QLineEdit*>(QStringLiteral("paletteText"));
        auto* list = palette.findChild<QListView*>(QStringLiteral("paletteList"));
        QVERIFY(text->hasFocus());
        QCOMPARE(list->currentIndex().data().toString(), QStringLiteral("Alpha"));
        QTest::keyClick(text, Qt::Key_Up);  // not onto the head
        QCOMPARE(list->currentIndex().data().toString(), QStringLiteral("Alpha"));
        QTest::keyClick(text, Qt::Key_Down);
        QTest::keyClick(text, Qt::Key_Return);
        QVERIFY(palette.isVisible() && done.isEmpty());  // it stays, and says why
        QTest::keyClick(text, Qt::Key_Escape);
        QVERIFY(!palette.isVisible());
        QVERIFY(other->hasFocus());

        palette.open();
        QTest::keyClicks(text, QStringLiteral("ga"));
        QTest::keyClick(text, Qt::Key_Return);
        QCOMPARE(done, QStringList(QStringLiteral("Gamma")));
        QVERIFY(!palette.isVisible());
        QCOMPARE(m_state.value(QStringLiteral("palette/recent")).toStringList().value(0), QStringLiteral("Gamma"));
        palette.open();
        QVERIFY(rowsOf(palette.model()).startsWith(QStringLiteral("[Used lately] Gamma")));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(palette.model().index(3, 0)).center());
        QCOMPARE(done.back(), QStringLiteral("Alpha"));
        palette.open(QStringLiteral("zzz"));
        QVERIFY(!list->isVisible());
        QTest::keyClick(text, Qt::Key_Return);
        palette.close();
    }

private:
    QTemporaryDir m_folder;
    QSettings m_state{m_folder.filePath(QStringLiteral("state.ini")), QSettings::IniFormat};
    Theme m_theme{ThemeMode::Light};
};

GUI_TEST_MAIN(PaletteTest)
#include "tst_palette.moc"
