// SPDX-License-Identifier: GPL-3.0-or-later
//
// typing WORKSPACE: a person at the keyboard of the real window, until somebody kills the program. Counts in the prompt
// ("p1 p2 p3 …") and in the instructions ("i1 i2 …"), changes from one to the other, and commits now and then. Tells
// each finished word, and each commit, with the time: "p17 123456789" (ns of the monotonic clock).

#include "ui/window_fixture.h"
#include "uiauthor/author_view.h"
#include "uishell/workspace_page.h"

#include <QApplication>
#include <QTest>

#include <chrono>
#include <cstdio>
#include <string>

using namespace touchstone;

namespace {

constexpr int kWordsInAPart = 7;
constexpr int kPartsToACommit = 6;
constexpr int kKeyPause = 4;  // ms

void tell(const std::string& word) {
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    std::printf("%s %lld\n", word.c_str(),
                static_cast<long long>(std::chrono::duration_cast<std::chrono::nanoseconds>(now).count()));
    std::fflush(stdout);
}

class Typist {
public:
    explicit Typist(ui::MainWindow& window) : m_window(window), m_draft(window.page()->draft()) {}

    bool work() {
        QObject::connect(&m_draft, &ui::DraftModel::committed, &m_draft,
                         [](const QString& version) { tell("commit-" + version.toStdString()); });
        for (int parts = 0;; ++parts) {
            if (!(parts % 2 == 0 ? count("prompt", 'p') : count("instructions", 'i')))
                return false;
            if (parts % kPartsToACommit == kPartsToACommit - 1)
                m_draft.commit(QStringLiteral("typist"), QStringLiteral("round %1").arg(parts));
        }
    }

private:
    // Makes whole, or takes away, the word at the end that an earlier typist was killed in. The last number then.
    int finishWord(QWidget& editor, char letter) {
        const QString text = letter == 'p' ? m_draft.promptText() : m_draft.instructions();
        const QStringList words = text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
        const auto number = static_cast<int>(words.size());
        if (words.isEmpty() || text.back().isSpace())
            return number;
        if (words.back() == QLatin1Char(letter) + QString::number(number)) {
            QTest::keyClick(&editor, Qt::Key_Space);
            return number;
        }
        for (qsizetype i = 0; i < words.back().size(); ++i)
            QTest::keyClick(&editor, Qt::Key_Backspace);
        return number - 1;
    }

    bool count(const char* part, char letter) {
        author().setCurrentPart(QString::fromLatin1(part));
        QWidget* editor = m_window.findChild<QWidget*>(QStringLiteral("template.") + QString::fromLatin1(part));
        QWidget* text = editor ? editor->findChild<QWidget*>(QStringLiteral("codeEditorText")) : nullptr;
        if (!text || !QTest::qWaitFor([text] { return text->isVisible(); }))
            return false;
        text->setFocus();
        QTest::keyClick(text, Qt::Key_End, Qt::ControlModifier);
        int number = finishWord(*text, letter);
        for (int i = 0; i < kWordsInAPart; ++i) {
            const std::string word = letter + std::to_string(++number);
            for (const char key : word + " ") {
                QTest::keyClick(text, key);
                QTest::qWait(kKeyPause);
            }
            tell(word);
        }
        return true;
    }

    ui::AuthorView& author() { return *m_window.findChild<ui::AuthorView*>(); }

    ui::MainWindow& m_window;
    ui::DraftModel& m_draft;
};

}  // namespace

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    if (argc != 2)
        return 2;
    auto wiring = wiring::Wiring::make();
    if (!wiring.ok())
        return 1;
    test::WindowFixture fixture(*wiring.value(), argv[1]);
    if (!fixture.show())
        return 1;
    tell("ready");
    return Typist(fixture.window()).work() ? 0 : 1;
}
