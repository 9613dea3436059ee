// SPDX-License-Identifier: GPL-3.0-or-later

#include "uihelp/help_desk.h"

#include "support/printing.h"
#include "text/template.h"
#include "ui/gui_test.h"
#include "uibase/code_editor.h"
#include "uibase/inline_banner.h"
#include "uibase/theme.h"
#include "uihelp/help_library.h"
#include "uihelp/help_view.h"
#include "uihelp/shortcuts.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMainWindow>
#include <QPushButton>
#include <QRegularExpression>
#include <QTextBrowser>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace touchstone;
using namespace touchstone::ui;

namespace {

class SmallPlace : public Place {
public:
    explicit SmallPlace(const QString& name) {
        setObjectName(name);
        setAccessibleName(QStringLiteral("Traces"));
        m_next = new QAction(QStringLiteral("&Next trace…"), this);
        m_next->setShortcut(QKeySequence(Qt::Key_N));
        auto* layout = new QVBoxLayout(this);
        layout->addWidget(m_line = new QLineEdit);
        layout->addWidget(m_list = new QListWidget);
        m_list->addItem(QStringLiteral("a row"));
    }
    QList<QAction*> commands() const override { return {m_next}; }

    QLineEdit* m_line;
    QListWidget* m_list;
    QAction* m_next;
};

}  // namespace

class HelpTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTheme(*qApp, m_theme); }
    void init() {
        m_window = std::make_unique<QMainWindow>();
        m_place = new SmallPlace(QStringLiteral("traces"));
        m_window->setCentralWidget(m_place);
        m_desk = new HelpDesk(m_theme, *m_window);
        auto* save = new QAction(QStringLiteral("Save && close"), m_window.get());
        save->setShortcut(QKeySequence::Save);
        m_window->addAction(save);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void cleanup() { m_window.reset(); }

    void everyPageIsListedAndTitled() {
        const HelpLibrary library;
        QStringList names;
        for (const HelpPage& page : library.pages()) {
            QVERIFY2(!page.title.isEmpty() && page.title != page.name, qPrintable(page.name));
            QVERIFY2(page.text.size() > 300, qPrintable(page.name));
            QVERIFY2(!page.text.contains(QLatin1Char('<')) || page.text.contains(QLatin1Char('`')),
                     qPrintable(page.name));
            // Qt 6.4 puts the first cell of such a table wrong.
            QVERIFY2(!page.text.contains(QStringLiteral("```\n\n|")), qPrintable(page.name));
            names.append(page.name + QStringLiteral(".md"));
        }
        names.sort();
        QCOMPARE(names, QDir(QStringLiteral(":/touchstone/help")).entryList(QDir::Files, QDir::Name));
    }

    void everyLinkLeadsSomewhere() {
        const HelpLibrary library;
        const QRegularExpression link(QStringLiteral("\\]\\(([^)]*)\\)"));
        for (const HelpPage& page : library.pages())
            for (auto each = link.globalMatch(page.text); each.hasNext();) {
                const QString target = each.next().captured(1);
                const bool isPage = target.endsWith(QStringLiteral(".md")) && library.find(target.chopped(3));
                QVERIFY2(isPage || target.startsWith(QStringLiteral("https://")),
                         qPrintable(page.name + QStringLiteral(": ") + target));
            }
    }

    void theReferenceIsTheLanguage() {
        const QString text = HelpLibrary().find(QStringLiteral("templates"))->text;
        for (const auto names : {text::templateFilters(), text::templateTests(), text::templateFunctions()}) {
            QVERIFY(!names.empty());
            for (const text::LanguageName& each : names)
                QVERIFY2(text.contains(QString::fromUtf8(each.help.data(), static_cast<int>(each.help.size()))
                                           .replace(QLatin1Char('|'), QStringLiteral("\\|"))),
                         each.name.data());
        }
    }

    void finds() {
        const HelpLibrary library;
        QVERIFY(library.search({}).isEmpty());
        QVERIFY(library.search(QStringLiteral("xyzzy")).isEmpty());
        const auto hits = library.search(QStringLiteral("TRACES"));
        QVERIFY(!hits.isEmpty());
        QCOMPARE(hits.front().page, QStringLiteral("traces"));
        QVERIFY(hits.front().excerpt.contains(QStringLiteral("traces"), Qt::CaseInsensitive));
        QCOMPARE(library.search(QStringLiteral("sealed passphrase")).isEmpty(), false);
    }

    void f1OpensThePageOfThePlace() {
        m_place->m_line->setFocus();
        QTest::keyClick(m_place->m_line, Qt::Key_F1);
        QVERIFY(m_desk->view());
        QCOMPARE(m_desk->view()->page(), QStringLiteral("traces"));
        m_place->m_line->setProperty("helpPage", QStringLiteral("policy"));
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_place->m_line->setFocus();
        QTest::keyClick(m_place->m_line, Qt::Key_F1);
        QCOMPARE(m_desk->view()->page(), QStringLiteral("policy"));
    }

    void helpPageOfAWidget() {
        QCOMPARE(helpPageOf(nullptr), QString());
        QCOMPARE(helpPageOf(m_place->m_line), QStringLiteral("traces"));
        m_place->setObjectName(QStringLiteral("../help/traces"));
        m_place->setProperty("helpPage", QStringLiteral("no such page"));
        QCOMPARE(helpPageOf(m_place->m_line), QString());
    }

    void escClosesTheHelp() {
        HelpView& view = openHelp();
        auto* search = view.findChild<QLineEdit*>(QStringLiteral("helpSearchLine"));
        search->setText(QStringLiteral("traces"));
        search->setFocus();
        QTest::keyClick(search, Qt::Key_Escape);
        QVERIFY(search->text().isEmpty());
        QVERIFY(view.isVisible());
        QTest::keyClick(search, Qt::Key_Escape);
        QVERIFY(!view.isVisible());
        QVERIFY(openHelp().isVisible());
        QTest::keyClick(view.findChild<QTextBrowser*>(), Qt::Key_Escape);
        QVERIFY(!view.isVisible());
    }

    void goesBackAndForward() {
        HelpView& view = openHelp();
        QTest::mouseClick(
            view.findChild<QListWidget*>()->viewport(), Qt::LeftButton, {},
            view.findChild<QListWidget*>()->visualItemRect(view.findChild<QListWidget*>()->item(2)).center());
        const QString second = view.page();
        QVERIFY(second != QStringLiteral("getting-started"));
        follow(view, QStringLiteral("keys.md"));
        QCOMPARE(view.page(), QStringLiteral("keys"));
        QTest::keyClick(&view, Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(view.page(), second);
        QTest::keyClick(&view, Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(view.page(), QStringLiteral("getting-started"));
        QTest::keyClick(&view, Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(view.page(), QStringLiteral("getting-started"));
        QTest::keyClick(&view, Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(view.page(), second);
    }

    void searchListsPages() {
        HelpView& view = openHelp();
        auto* search = view.findChild<QLineEdit*>(QStringLiteral("helpSearchLine"));
        auto* list = view.findChild<QListWidget*>(QStringLiteral("helpPages"));
        const int all = list->count();
        search->setFocus();
        QTest::keyClicks(search, QStringLiteral("passphrase"));
        QVERIFY(list->count() > 0 && list->count() < all);
        QTest::keyClick(search, Qt::Key_Down);
        QVERIFY(list->hasFocus());
        QTest::keyClick(list, Qt::Key_Down);
        QTest::keyClick(list, Qt::Key_Up);
        QCOMPARE(view.page(), list->item(0)->data(Qt::UserRole).toString());
        search->setText(QStringLiteral("xyzzy"));
        QCOMPARE(list->count(), 1);
        QVERIFY(!(list->item(0)->flags() & Qt::ItemIsEnabled));
    }

    void whatLeadsOutsideIsAskedAbout() {
        HelpView& view = openHelp();
        auto* banner = view.findChild<InlineBanner*>(QStringLiteral("helpBanner"));
        follow(view, QStringLiteral("https://jinja.palletsprojects.com/"));
        QVERIFY(banner->isVisible());
        QVERIFY(banner->text().contains(QStringLiteral("jinja.palletsprojects.com")));
        QTest::mouseClick(banner->findChild<QPushButton*>(QStringLiteral("bannerAction")), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("https://jinja.palletsprojects.com/"));
        QVERIFY(!banner->isVisible());
        for (const char* link :
             {"file:///etc/passwd", "javascript:alert(1)", "nothing.md", "../keys.md", "http://x.example"}) {
            follow(view, QString::fromLatin1(link));
            QVERIFY2(!banner->isVisible(), link);
            QCOMPARE(view.page(), QStringLiteral("getting-started"));
        }
    }

    void questionMarkOpensTheSheet_data() {
        QTest::addColumn<bool>("inList");
        QTest::newRow("in a list") << true;
        QTest::newRow("in the window") << false;
    }
    void questionMarkOpensTheSheet() {
        QFETCH(bool, inList);
        QWidget* focus = inList ? static_cast<QWidget*>(m_place->m_list) : m_window.get();
        focus->setFocus();
        QTest::keyClick(focus, Qt::Key_Question);
        QVERIFY(sheet());
    }

    void questionMarkIsTypedInTextFields() {
        m_place->m_line->setFocus();
        QTest::keyClick(m_place->m_line, '?');
        QCOMPARE(m_place->m_line->text(), QStringLiteral("?"));
        QVERIFY(!sheet());
        QTest::keyClick(m_place->m_line, Qt::Key_Slash, Qt::ControlModifier);
        QVERIFY(sheet());
        sheet()->close();

        auto* editor = new CodeEditor(m_theme, QStringLiteral("Prompt"));
        m_place->layout()->addWidget(editor);
        editor->show();
        QWidget* inner = editor->focusProxy() ? editor->focusProxy() : editor;
        inner->setFocus();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTRY_VERIFY(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), '?');
        QCOMPARE(editor->text(), QStringLiteral("?"));
    }

    void sheetIsMadeOfTheActions() {
        const auto groups = shortcutsOf(*m_window);
        QCOMPARE(groups.size(), 2);
        QCOMPARE(groups.front().title, QStringLiteral("Everywhere"));
        QCOMPARE(groups.back().title, QStringLiteral("Traces"));
        QCOMPARE(groups.back().shortcuts.size(), 1);
        QCOMPARE(groups.back().shortcuts.front().what, QStringLiteral("Next trace"));
        QCOMPARE(groups.back().shortcuts.front().keys, QStringLiteral("N"));
        const QString text = shortcutsAsMarkdown(groups);
        QVERIFY(text.contains(QStringLiteral("| `Ctrl+S` | Save & close |")));
        QVERIFY(text.contains(QStringLiteral("| `F1` | Help |")));
    }

    void sheetIsSearchedAndCopied() {
        m_desk->shortcutsAction()->trigger();
        QVERIFY(sheet());
        auto* search = sheet()->findChild<QLineEdit*>(QStringLiteral("shortcutSearch"));
        auto* tree = sheet()->findChild<QTreeWidget*>(QStringLiteral("shortcuts"));
        QTest::keyClicks(search, QStringLiteral("ctrl+s"));
        QVERIFY(!tree->topLevelItem(0)->isHidden());
        QVERIFY(tree->topLevelItem(1)->isHidden());
        search->setText(QStringLiteral("xyzzy"));
        QVERIFY(!tree->isVisible());
        search->clear();
        QVERIFY(tree->isVisible());
        QTest::mouseClick(sheet()->findChild<QPushButton*>(QStringLiteral("copyShortcuts")), Qt::LeftButton);
        QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("## Everywhere")));
        m_desk->shortcutsAction()->trigger();
        QCOMPARE(m_window->findChildren<QDialog*>(QStringLiteral("shortcutSheet")).size(), 1);
        QTest::keyClick(sheet(), Qt::Key_Escape);
        QTRY_VERIFY(!sheet());
    }

    void aboutSaysWhatItIs() {
        m_desk->aboutAction()->trigger();
        auto* about = m_window->findChild<QDialog*>(QStringLiteral("about"));
        QVERIFY(about);
        QVERIFY(
            about->findChild<QLabel*>(QStringLiteral("aboutBuild"))->text().contains(QString::fromLatin1(qVersion())));
        QVERIFY(
            about->findChild<QLabel*>(QStringLiteral("aboutPrivacy"))->text().contains(QStringLiteral("No telemetry")));
        auto* list = about->findChild<QListWidget*>(QStringLiteral("licences"));
        auto* text = about->findChild<QTextBrowser*>(QStringLiteral("licenceText"));
        for (int row = 0; row < list->count(); ++row) {
            list->setCurrentRow(row);
            QVERIFY2(text->toPlainText().size() > 500, qPrintable(list->item(row)->text()));
        }
        list->setCurrentRow(0);
        for (const char* library : {"Qt", "QScintilla", "QtKeychain", "libcurl", "OpenSSL", "libsodium", "SQLite",
                                    "zstd", "RE2", "PCRE2", "Boost", "yaml-cpp", "JSON for Modern C++", "CLI11"})
            QVERIFY2(text->toPlainText().contains(QString::fromLatin1(library)), library);
    }

    void pagesLoadNothing() {
        HelpView& view = openHelp();
        auto* browser = view.findChild<QTextBrowser*>(QStringLiteral("helpPage"));
        const QVariant secret =
            browser->document()->resource(QTextDocument::HtmlResource, QUrl(QStringLiteral("file:///etc/passwd")));
        QVERIFY(secret.toByteArray().isEmpty());
        QVERIFY(!browser->openLinks());
    }

    void takesPictures() {
        const QString folder = qEnvironmentVariable("TOUCHSTONE_PICTURES");
        if (folder.isEmpty())
            QSKIP("set TOUCHSTONE_PICTURES to a folder to get pictures");
        for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark}) {
            m_theme.setMode(mode);
            const QString name = mode == ThemeMode::Light ? QStringLiteral("light") : QStringLiteral("dark");
            HelpView& view = openHelp();
            for (const char* page : {"getting-started", "templates", "traces"}) {
                view.goTo(HelpDestination{QString::fromLatin1(page)});
                QTest::qWait(30);
                view.grab().save(QStringLiteral("%1/help-%2-%3.png").arg(folder, name, QString::fromLatin1(page)));
            }
            follow(view, QStringLiteral("https://jinja.palletsprojects.com/"));
            QTest::qWait(30);
            view.grab().save(QStringLiteral("%1/help-%2-outside.png").arg(folder, name));
            m_desk->shortcutsAction()->trigger();
            m_desk->aboutAction()->trigger();
            QTest::qWait(50);
            sheet()->grab().save(QStringLiteral("%1/shortcuts-%2.png").arg(folder, name));
            m_window->findChild<QDialog*>(QStringLiteral("about"))
                ->grab()
                .save(QStringLiteral("%1/about-%2.png").arg(folder, name));
        }
        m_theme.setMode(ThemeMode::System);
    }

private:
    HelpView& openHelp() {
        m_desk->goTo(HelpDestination{});
        if (!QTest::qWaitFor([this] { return m_desk->view()->isActiveWindow(); }))
            qWarning("the help is not active");
        return *m_desk->view();
    }
    static void follow(const HelpView& view, const QString& link) {
        auto* browser = view.findChild<QTextBrowser*>(QStringLiteral("helpPage"));
        Q_EMIT browser->anchorClicked(QUrl(link));
    }
    QDialog* sheet() const { return m_window->findChild<QDialog*>(QStringLiteral("shortcutSheet")); }

    Theme m_theme;
    std::unique_ptr<QMainWindow> m_window;
    SmallPlace* m_place = nullptr;
    HelpDesk* m_desk = nullptr;
};

GUI_TEST_MAIN(HelpTest)
#include "tst_help.moc"
