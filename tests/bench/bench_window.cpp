// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_window [--smoke]: typing in the prompt of 10,000 examples, in the whole window. Goals: a key in 8 ms, so that a
// frame of 60 Hz is never missed, and no event of the GUI thread over 50 ms while saving and checking go on.

#include "bench/bench_table.h"
#include "ui/window_fixture.h"
#include "ui/workspace_fixture.h"
#include "uiauthor/author_view.h"
#include "uishell/workspace_page.h"

#include <QAbstractButton>
#include <QApplication>
#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string_view>

using namespace touchstone;
using namespace touchstone::test;
using bench::Better;

namespace {

constexpr double kKeyGoal = 8;     // ms
constexpr double kEventGoal = 50;  // ms
constexpr int kPatience = 60'000;  // ms

// Remembers the longest time one event took the GUI thread, in ms.
class Watch : public QApplication {
public:
    using QApplication::QApplication;
    bool notify(QObject* receiver, QEvent* event) override {
        QElapsedTimer timer;
        timer.start();
        ++m_depth;
        const bool handled = QApplication::notify(receiver, event);
        if (--m_depth == 0)
            longest = std::max(longest, static_cast<double>(timer.nsecsElapsed()) / 1e6);
        return handled;
    }
    double longest = 0;

private:
    int m_depth = 0;
};

void require(bool holds, const char* what) {
    if (holds)
        return;
    std::fprintf(stderr, "%s\n", what);
    std::exit(1);
}

Labelled manyExamples(int count) {
    Labelled examples;
    for (int i = 0; i < count; ++i)
        examples.emplace_back("customer message number " + std::to_string(i) + " about a late delivery and a refund",
                              i % 2 == 0 ? "refund" : "delivery");
    return examples;
}

// Types into `editor` and waits until the draft is saved and checked.
void measureTyping(ui::MainWindow& window, Watch& watch, const QString& editor, bench::Table& table) {
    constexpr int kKeys = 60;
    auto* text = window.findChild<QWidget*>(editor)->findChild<QWidget*>(QStringLiteral("codeEditorText"));
    require(QTest::qWaitFor([text] { return text->isVisible(); }, kPatience), "the editor is not shown");
    text->setFocus();
    watch.longest = 0;
    std::vector<double> keys;
    for (int i = 0; i < kKeys; ++i) {
        keys.push_back(1e3 * bench::secondsOf([text] { QTest::keyClick(text, Qt::Key_Space); }));
        QTest::qWait(15);
    }
    require(QTest::qWaitFor([&window] { return !window.page()->draft().isUnsaved(); }, kPatience), "not saved");
    std::sort(keys.begin(), keys.end());
    const std::string name = editor.section(QLatin1Char('.'), 0, 0).toStdString();
    table.add("a key in the " + name + ", 95th percentile", keys[kKeys * 95 / 100], kKeyGoal, "ms", Better::Lower);
    table.add("  longest event of the GUI thread meanwhile", watch.longest, kEventGoal, "ms", Better::Lower);
}

}  // namespace

int main(int argc, char** argv) {
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    Watch app(argc, argv);
    const bool smoke = argc > 1 && std::string_view(argv[1]) == "--smoke";
    WorkspaceFixture fixture;
    {
        auto session = fixture.open(store::OpenMode::Create);
        require(session.ok() &&
                    WorkspaceFixture::commit(*session.value(),
                                             WorkspaceFixture::document(manyExamples(smoke ? 100 : 10'000)), "large")
                        .ok(),
                "no workspace");
    }
    WindowFixture desk(fixture.wiring(), fixture.path());
    require(desk.show(), "the window does not open");
    ui::MainWindow& window = desk.window();

    bench::Table table;
    measureTyping(window, app, QStringLiteral("template.prompt"), table);
    auto* views = window.findChild<QWidget*>(QStringLiteral("promptViews"));
    for (QAbstractButton* view : views->findChildren<QAbstractButton*>())
        if (view->text() == QStringLiteral("Source"))
            QTest::mouseClick(view, Qt::LeftButton);
    measureTyping(window, app, QStringLiteral("source.prompt"), table);
    table.print();
    return 0;
}
