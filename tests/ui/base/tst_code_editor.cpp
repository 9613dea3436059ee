// SPDX-License-Identifier: GPL-3.0-or-later

#include "uibase/code_editor.h"
#include "uibase/theme.h"

#include "support/printing.h"
#include "ui/gui_test.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QVBoxLayout>

using namespace touchstone;
using namespace touchstone::ui;

namespace {

const QString kTemplate = QStringLiteral(
    "# Über uns\n"
    "{% if history %}\n"
    "{{ history | last(6) }} and `code`\n"
    "{% endif %}\n"
    "{# two\nlines #} after\n");

int countPixels(const QImage& image, const QColor& color) {
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y) == color ? 1 : 0;
    return count;
}

// The document behind an editor: keys go there.
QWidget* textOf(CodeEditor& editor) {
    return editor.findChild<QWidget*>(QStringLiteral("codeEditorText"));
}

QString megabyte() {
    QString text;
    while (text.size() < 1'000'000)
        text += kTemplate;
    return text;
}

}  // namespace

class CodeEditorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTheme(*qApp, m_theme); }

    void init() {
        m_editor = std::make_unique<CodeEditor>(m_theme, QStringLiteral("Prompt source"));
        m_editor->resize(600, 400);
        m_editor->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_editor.get()));
        textOf(*m_editor)->setFocus();
    }
    void cleanup() { m_editor.reset(); }

    void typingIsReported() {
        QSignalSpy edited(m_editor.get(), &CodeEditor::textEdited);
        m_editor->load(QStringLiteral("ab"));
        QCOMPARE(edited.count(), 0);
        QVERIFY(!m_editor->canUndo());
        QTest::keyClicks(textOf(*m_editor), QStringLiteral("xy"));
        QCOMPARE(m_editor->text(), QStringLiteral("xyab"));
        QCOMPARE(edited.count(), 2);
        QTest::keyClick(textOf(*m_editor), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(m_editor->text(), QStringLiteral("ab"));
        QVERIFY(m_editor->canRedo());
    }

    void setTextIsOneUndoableStep() {
        m_editor->load(QStringLiteral("aä one\nzwei\ndrei\n"));
        m_editor->goTo({3, 3});
        QSignalSpy edited(m_editor.get(), &CodeEditor::textEdited);
        m_editor->setText(QStringLiteral("aö one more\nzwei\ndrei\n"));
        QCOMPARE(edited.count(), 0);
        QCOMPARE(m_editor->text(), QStringLiteral("aö one more\nzwei\ndrei\n"));
        QCOMPARE(m_editor->cursor(), (TextPosition{3, 3}));
        m_editor->undo();
        QCOMPARE(m_editor->text(), QStringLiteral("aä one\nzwei\ndrei\n"));
        QVERIFY(!m_editor->canUndo());
    }

    void setTextReaches_data() {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::newRow("same") << "abc"
                              << "abc";
        QTest::newRow("emptied") << "abc"
                                 << "";
        QTest::newRow("filled") << ""
                                << "abc";
        QTest::newRow("repeated letters") << "aaa"
                                          << "aaaa";
        QTest::newRow("shorter") << "aaaa"
                                 << "aa";
        QTest::newRow("same lead byte") << QString::fromUtf8("ä") << QString::fromUtf8("ö");
        QTest::newRow("same last byte") << QString::fromUtf8("xé") << QString::fromUtf8("xĩ");
        QTest::newRow("emoji") << QString::fromUtf8("a😀b") << QString::fromUtf8("a😁b");
    }
    void setTextReaches() {
        QFETCH(QString, before);
        QFETCH(QString, after);
        m_editor->load(before);
        m_editor->setText(after);
        QCOMPARE(m_editor->text(), after);
    }

    void readOnlyStillTakesText() {
        m_editor->setReadOnly(true);
        m_editor->load(QStringLiteral("one"));
        m_editor->setText(QStringLiteral("two"));
        QTest::keyClicks(textOf(*m_editor), QStringLiteral("x"));
        QCOMPARE(m_editor->text(), QStringLiteral("two"));
        QVERIFY(m_editor->isReadOnly());
    }

    void positionsCountCodePoints() {
        m_editor->load(QString::fromUtf8("äöü😀x\nzwei"));
        m_editor->goTo({1, 5});
        QCOMPARE(m_editor->cursor(), (TextPosition{1, 5}));
        QTest::keyClicks(textOf(*m_editor), QStringLiteral("!"));
        QCOMPARE(m_editor->text(), QString::fromUtf8("äöü😀!x\nzwei"));
        m_editor->goTo({99, 99});
        QCOMPARE(m_editor->cursor(), (TextPosition{2, 5}));
    }

    void problemsAreMarked() {
        m_editor->load(QStringLiteral("Brand voice: {{ brand }}\n"));
        const QColor squiggle = m_theme.color(Role::WarningMark);
        QCOMPARE(countPixels(m_editor->grab().toImage(), squiggle), 0);
        m_editor->setProblems({{1, 17, 5, Severity::Warning, QStringLiteral("not an input")}});
        QVERIFY(countPixels(m_editor->grab().toImage(), squiggle) > 10);
        QCOMPARE(m_editor->problemAt({1, 21})->text, QStringLiteral("not an input"));
        QVERIFY(!m_editor->problemAt({1, 22}));
        m_editor->setProblems({});
        QCOMPARE(countPixels(m_editor->grab().toImage(), squiggle), 0);
    }

    void problemsOutsideTheTextAreHarmless() {
        m_editor->load(QStringLiteral("a"));
        m_editor->setProblems({{-5, -5, -5, Severity::Error, {}}, {900, 900, 1 << 30, Severity::Info, {}}});
        QCOMPARE(m_editor->problems().size(), std::size_t(2));
        m_editor->grab();
    }

    void languagesColour_data() {
        QTest::addColumn<int>("language");
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("role");
        const auto row = [](const char* name, CodeEditor::Language language, const QString& text, Role role) {
            QTest::newRow(name) << int(language) << text << int(role);
        };
        using enum CodeEditor::Language;
        row("keyword", Template, kTemplate, Role::SyntaxKeyword);
        row("variable", Template, kTemplate, Role::SyntaxVariable);
        row("filter", Template, QStringLiteral("{{ h | lllllll }}"), Role::SyntaxFilter);
        row("comment", Template, kTemplate, Role::SyntaxComment);
        row("delimiter", Template, kTemplate, Role::SyntaxDelim);
        row("inline code", Template, kTemplate, Role::SyntaxString);
        row("fenced code", Template, QStringLiteral("```\nwwwww\n```"), Role::SyntaxString);
        row("link", Template, QStringLiteral("see [wwwww](http://x)"), Role::SyntaxFilter);
        row("list", Template, QStringLiteral("12. wwwww"), Role::SyntaxDelim);
        row("code in a fence", Template, QStringLiteral("```\n{{ wwwww }}\n```"), Role::SyntaxVariable);
        row("key", Json, QStringLiteral("{\"a\" : 1}"), Role::SyntaxKey);
        row("number", Json, QStringLiteral("{\"a\" : -1.5e3}"), Role::SyntaxNumber);
        row("string", Json, QStringLiteral("[\"a\\\"b\"]"), Role::SyntaxString);
        row("literal", Json, QStringLiteral("[true, null]"), Role::SyntaxKeyword);
    }
    void languagesColour() {
        QFETCH(int, language);
        QFETCH(QString, text);
        QFETCH(int, role);
        const QColor color = m_theme.color(static_cast<Role>(role));
        m_editor->load(text);
        QCOMPARE(countPixels(m_editor->grab().toImage(), color), 0);
        m_editor->setLanguage(static_cast<CodeEditor::Language>(language));
        QVERIFY(countPixels(m_editor->grab().toImage(), color) > 0);
    }

    void commentsGoOnOverLines() {
        m_editor->setLanguage(CodeEditor::Language::Template);
        m_editor->load(QStringLiteral("{# a\nwwwwwwwwww"));
        const int open = countPixels(m_editor->grab().toImage(), m_theme.color(Role::SyntaxComment));
        m_editor->setText(QStringLiteral("{# a #}\nwwwwwwwwww"));
        QVERIFY(countPixels(m_editor->grab().toImage(), m_theme.color(Role::SyntaxComment)) < open);
    }

    void themeSwitchesLive() {
        m_editor->setLanguage(CodeEditor::Language::Template);
        m_editor->load(kTemplate);
        m_theme.setMode(ThemeMode::Dark);
        const QImage dark = m_editor->grab().toImage();
        QCOMPARE(dark.pixelColor(dark.width() - 40, dark.height() - 20), m_theme.color(Role::Surface));
        QVERIFY(countPixels(dark, m_theme.color(Role::SyntaxKeyword)) > 0);
        m_theme.setMode(ThemeMode::Light);
    }

    void applicationShortcutsPass_data() {
        QTest::addColumn<QString>("keys");
        for (const char* keys : {"Ctrl+D", "Ctrl+L", "Ctrl+T", "Ctrl+U", "Ctrl+Return", "Ctrl+K", "Ctrl+1", "Ctrl+/",
                                 "Ctrl+Shift+L", "Alt+Return", "Ctrl++"})
            QTest::newRow(keys) << QString::fromLatin1(keys);
    }
    void applicationShortcutsPass() {
        QFETCH(QString, keys);
        m_editor->load(QStringLiteral("one\ntwo"));
        QAction action;
        const QKeySequence sequence(keys);
        action.setShortcut(sequence);
        m_editor->addAction(&action);
        QSignalSpy triggered(&action, &QAction::triggered);
        m_editor->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_editor.get()));
        QTest::keyClick(textOf(*m_editor), sequence[0].key(), sequence[0].keyboardModifiers());
        QCOMPARE(triggered.count(), 1);
        QCOMPARE(m_editor->text(), QStringLiteral("one\ntwo"));
    }

    void completionReplacesItsPrefix() {
        const auto item = [](const char* name) {
            return Completion{QString::fromLatin1(name), QString::fromLatin1(name) + QStringLiteral("()"),
                              QStringLiteral("filter"), QStringLiteral("help")};
        };
        m_editor->setCompleter([item](const QString& before, bool asked) {
            const QString prefix = before.section(QLatin1Char(' '), -1);
            Completions found{prefix, {}, {}};
            for (const char* name : {"trim", "truncate"})
                if ((asked || !prefix.isEmpty()) && QString::fromLatin1(name).startsWith(prefix))
                    found.items.push_back(item(name));
            return found;
        });
        m_editor->load(QString::fromUtf8("ü "));
        m_editor->goTo({1, 3});
        QTest::keyClicks(textOf(*m_editor), QStringLiteral("tr"));
        auto* popup = m_editor->findChild<QWidget*>(QStringLiteral("completion"));
        QVERIFY(popup && popup->isVisible());
        QCOMPARE(popup->findChild<QLabel*>(QStringLiteral("completionHelp"))->text(), QStringLiteral("help"));
        auto* list = popup->findChild<QListView*>(QStringLiteral("completionList"));
        QAbstractItemModelTester tester(list->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(list->model()->rowCount(), 2);
        QTest::keyClick(textOf(*m_editor), Qt::Key_Down);
        QTest::keyClick(textOf(*m_editor), Qt::Key_Return);
        QCOMPARE(m_editor->text(), QString::fromUtf8("ü truncate"));
        QVERIFY(!popup->isVisible());
        QTest::keyClick(textOf(*m_editor), Qt::Key_Space);
        QVERIFY(!popup->isVisible());
        QTest::keyClick(textOf(*m_editor), Qt::Key_Space, Qt::ControlModifier);
        QVERIFY(popup->isVisible());
        QTest::keyClick(textOf(*m_editor), Qt::Key_Escape);
        QVERIFY(!popup->isVisible());
        QCOMPARE(m_editor->text(), QString::fromUtf8("ü truncate "));
        QTest::keyClick(textOf(*m_editor), Qt::Key_Space, Qt::ControlModifier);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(0, 0)).center());
        QCOMPARE(m_editor->text(), QString::fromUtf8("ü truncate trim"));
    }

    void tabWritesAndLeadsOnAfterEscape() {
        QWidget window;
        auto* layout = new QVBoxLayout(&window);
        auto* editor = new CodeEditor(m_theme, QStringLiteral("First"));
        auto* after = new QPlainTextEdit;
        layout->addWidget(editor);
        layout->addWidget(after);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        textOf(*editor)->setFocus();
        QTest::keyClick(textOf(*editor), Qt::Key_Tab);
        QCOMPARE(editor->text(), QStringLiteral("    "));
        QTest::keyClick(textOf(*editor), Qt::Key_Escape);
        QTest::keyClick(textOf(*editor), Qt::Key_Tab);
        QVERIFY(after->hasFocus());
        QCOMPARE(editor->text(), QStringLiteral("    "));
        QVERIFY(textOf(*editor)->accessibleDescription().contains(QStringLiteral("Esc")));
    }

    void undoCanBeElsewhere() {
        m_editor->setUndoElsewhere();
        m_editor->load(QStringLiteral("a"));
        QAction action;
        action.setShortcut(QKeySequence::Undo);
        m_editor->addAction(&action);
        QSignalSpy triggered(&action, &QAction::triggered);
        m_editor->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_editor.get()));
        QTest::keyClicks(textOf(*m_editor), QStringLiteral("b"));
        QVERIFY(!m_editor->canUndo());
        QTest::keyClick(textOf(*m_editor), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(triggered.count(), 1);
        QCOMPARE(m_editor->text(), QStringLiteral("ba"));
    }

    void typingEndsWhenTheCursorMoves() {
        m_editor->load(QStringLiteral("abc"));
        QSignalSpy ended(m_editor.get(), &CodeEditor::typingEnded);
        QTest::keyClicks(textOf(*m_editor), QStringLiteral("xy"));
        m_editor->grab();
        QCOMPARE(ended.count(), 0);
        QCOMPARE(m_editor->cursorOffset(), 2);
        QTest::keyClick(textOf(*m_editor), Qt::Key_Right);
        QTRY_COMPARE(ended.count(), 1);
    }

    void offsetsCountUtf16() {
        m_editor->load(QString::fromUtf8("ä😀x"));
        for (const int offset : {0, 1, 3, 4}) {
            m_editor->goToOffset(offset);
            QCOMPARE(m_editor->cursorOffset(), offset);
        }
    }

    void aFixIsApplied() {
        m_editor->load(QStringLiteral("a {{ brand }}"));
        int applied = 0;
        const ProblemFix one{QStringLiteral("Add input"), [&applied] { applied += 1; }};
        const ProblemFix two{QStringLiteral("Use ticket"), [&applied] { applied += 10; }};
        QVERIFY(!m_editor->applyFix());
        m_editor->setProblems({{1, 6, 5, Severity::Error, QStringLiteral("unknown"), {one}}});
        QVERIFY(m_editor->applyFix());  // the cursor is on its line
        QCOMPARE(applied, 1);
        m_editor->setProblems({{1, 6, 5, Severity::Error, QStringLiteral("unknown"), {one, two}}});
        QVERIFY(m_editor->applyFix());
        auto* menu = m_editor->findChild<QMenu*>(QStringLiteral("fixes"));
        QVERIFY(menu && menu->isVisible());
        QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, Qt::Key_Return);
        QCOMPARE(applied, 11);
    }

    void changedLinesHaveABar() {
        m_editor->load(QStringLiteral("one\ntwo\nthree\nfour\n"));
        m_editor->setLineChanges({});
        QCOMPARE(countPixels(m_editor->grab().toImage(), m_theme.color(Role::Better)), 0);
        m_editor->setLineChanges({{1, 2, LineChange::Added}, {3, 1, LineChange::Altered}, {4, 1, LineChange::Removed}});
        const QImage image = m_editor->grab().toImage();
        QVERIFY(countPixels(image, m_theme.color(Role::Better)) > countPixels(image, m_theme.color(Role::Info)));
        QVERIFY(countPixels(image, m_theme.color(Role::Info)) > 40);
        QVERIFY(countPixels(image, m_theme.color(Role::Worse)) > 4);
    }

    void findAndReplaceByKeyboard() {
        m_editor->load(QStringLiteral("cat Cat concat"));
        QWidget* text = textOf(*m_editor);
        QTest::keyClick(text, Qt::Key_H, Qt::ControlModifier);
        auto* words = m_editor->findChild<QLineEdit*>(QStringLiteral("findWords"));
        auto* count = m_editor->findChild<QLabel*>(QStringLiteral("findCount"));
        QVERIFY(words->isVisible());
        words->setText(QStringLiteral("cat"));
        QCOMPARE(count->text(), QStringLiteral("3 found"));
        QTest::keyClick(words, Qt::Key_Return);
        QCOMPARE(count->text(), QStringLiteral("1 of 3"));
        QTest::keyClick(words, Qt::Key_F3, Qt::ShiftModifier);
        QCOMPARE(count->text(), QStringLiteral("3 of 3"));
        const auto boxes = m_editor->findChildren<QCheckBox*>();
        boxes[0]->setChecked(true);
        boxes[1]->setChecked(true);
        QCOMPARE(count->text(), QStringLiteral("1 found"));
        boxes[1]->setChecked(false);
        m_editor->findChild<QLineEdit*>(QStringLiteral("findWith"))->setText(QString::fromUtf8("hünd"));
        QSignalSpy edited(m_editor.get(), &CodeEditor::textEdited);
        QTest::mouseClick(m_editor->findChild<QPushButton*>(QStringLiteral("findReplaceAll")), Qt::LeftButton);
        QCOMPARE(m_editor->text(), QString::fromUtf8("hünd Cat conhünd"));
        QVERIFY(edited.count() > 0);
        QVERIFY(edited.front()[0].toString().contains(QStringLiteral("cat")));
        QTest::keyClick(words, Qt::Key_Escape);
        QVERIFY(!words->isVisible());
        QVERIFY(text->hasFocus());
    }

    void goesToALine() {
        m_editor->load(QStringLiteral("one\ntwo\nthree"));
        QTest::keyClick(textOf(*m_editor), Qt::Key_G, Qt::ControlModifier);
        auto* words = m_editor->findChild<QLineEdit*>(QStringLiteral("findWords"));
        QTest::keyClicks(words, QStringLiteral("3:2"));
        QTest::keyClick(words, Qt::Key_Return);
        QCOMPARE(m_editor->cursor(), (TextPosition{3, 2}));
    }

    void findGoesRound() {
        m_editor->load(QStringLiteral("one two ONE"));
        QVERIFY(m_editor->find(QStringLiteral("one")));
        QCOMPARE(m_editor->cursor(), (TextPosition{1, 4}));
        QVERIFY(m_editor->find(QStringLiteral("one")));
        QCOMPARE(m_editor->cursor(), (TextPosition{1, 12}));
        QVERIFY(m_editor->find(QStringLiteral("one")));
        QCOMPARE(m_editor->cursor(), (TextPosition{1, 4}));
        QVERIFY(m_editor->find(QStringLiteral("two"), false));
        QVERIFY(!m_editor->find(QStringLiteral("three")));
    }

    void largeTextIsComplete() {
        const QString text = megabyte();
        QElapsedTimer timer;
        timer.start();
        m_editor->setLanguage(CodeEditor::Language::Template);
        m_editor->load(text);
        m_editor->grab();
        const qint64 opened = timer.restart();
        m_editor->goTo({1'000'000, 1});
        m_editor->grab();
        const qint64 jumped = timer.restart();
        QTest::keyClicks(textOf(*m_editor), QStringLiteral("x"));
        m_editor->grab();
        qInfo("1 MB: opened in %lld ms, end in %lld ms, key in %lld ms", opened, jumped, timer.elapsed());
        QCOMPARE(m_editor->text(), text + QLatin1Char('x'));
    }

    void isAccessible() {
        QCOMPARE(textOf(*m_editor)->accessibleName(), QStringLiteral("Prompt source"));
        QCOMPARE(m_editor->focusProxy(), textOf(*m_editor));
    }

private:
    Theme m_theme{ThemeMode::Light};
    std::unique_ptr<CodeEditor> m_editor;
};

GUI_TEST_MAIN(CodeEditorTest)
#include "tst_code_editor.moc"
