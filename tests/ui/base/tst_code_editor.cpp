// SPDX-License-Identifier: GPL-3.0-or-later

#include "uibase/code_editor.h"
#include "uibase/theme.h"

#include "support/printing.h"

#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QPlainTextEdit>
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

    void completionIsOfferedInCodeOnly() {
        m_editor->setLanguage(CodeEditor::Language::Template);
        m_editor->setCompletions({QStringLiteral("trim"), QStringLiteral("truncate"), QStringLiteral("upper")});
        m_editor->load(QString());
        QTest::keyClicks(textOf(*m_editor), QStringLiteral("tr"));
        QTest::keyClick(textOf(*m_editor), Qt::Key_Return);
        QCOMPARE(m_editor->text(), QStringLiteral("tr\n"));
        QTest::keyClicks(textOf(*m_editor), QStringLiteral("{{ x | tr"));
        QTest::keyClick(textOf(*m_editor), Qt::Key_Down);
        QTest::keyClick(textOf(*m_editor), Qt::Key_Return);
        QCOMPARE(m_editor->text(), QStringLiteral("tr\n{{ x | truncate"));
        QTest::keyClick(textOf(*m_editor), Qt::Key_Space);
        QTest::keyClick(textOf(*m_editor), Qt::Key_Space, Qt::ControlModifier);
        QTest::keyClick(textOf(*m_editor), Qt::Key_Escape);
        QCOMPARE(m_editor->text(), QStringLiteral("tr\n{{ x | truncate "));
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

QTEST_MAIN(CodeEditorTest)
#include "tst_code_editor.moc"
