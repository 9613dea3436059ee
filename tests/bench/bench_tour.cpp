// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_tour [--smoke]: a walk through the whole window over 100,000 traces: all places, the palette, typing, all
// parts, a run, filtering, scrolling and opening traces, a comparison. Goal: no event ever takes the GUI thread 50 ms.

#include "base/system_clock.h"
#include "bench/bench_table.h"
#include "bench/event_watch.h"
#include "support/trace_generator.h"
#include "ui/window_fixture.h"
#include "ui/workspace_fixture.h"
#include "uishell/workspace_page.h"

#include <QAbstractButton>
#include <QListView>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTableView>
#include <QTest>

#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string_view>

using namespace touchstone;
using namespace touchstone::test;
using bench::Better;

namespace {

constexpr double kEventGoal = 50;  // ms
constexpr int kPatience = 60'000;  // ms
constexpr int kKeyPause = 15;      // ms

void require(bool holds, const char* what) {
    if (holds)
        return;
    std::fprintf(stderr, "%s\n", what);
    std::exit(1);
}

void fill(WorkspaceFixture& fixture, std::uint64_t count) {
    {
        auto session = fixture.open(store::OpenMode::Create);
        require(session.ok() && fixture.fill(*session.value()).ok(), "no workspace");
    }
    SystemClock clock;
    auto workspace = store::Workspace::open(fixture.path(), store::OpenMode::ReadWrite, clock);
    require(workspace.ok(), "the workspace does not open");
    constexpr std::uint64_t kBatch = 2000;
    for (std::uint64_t i = 0; i < count; ++i) {
        require(workspace.value()->traces().append(makeTrace(i)).ok(), "a trace is refused");
        if (i % kBatch == kBatch - 1)
            require(workspace.value()->traces().flush().wait().ok(), "traces are not stored");
    }
    require(workspace.value()->traces().flush().wait().ok(), "traces are not stored");
}

class Tour {
public:
    Tour(bench::EventWatch& watch, WindowFixture& desk) : m_watch(watch), m_desk(desk) {}

    void walk(int keys) {
        step("the window opens", [this] { require(m_desk.show(), "the window does not open"); });
        step("each place is shown for the first time", [this] { showPlaces(); });
        step("each place is shown again", [this] { showPlaces(); });
        step("the palette searches", [this] { searchPalette(); });
        step("all parts are shown", [this] { showParts(); });
        step("a prompt is typed, checked and saved", [this, keys] { type(keys); });
        step("a run", [this] { run(); });
        step("traces are filtered", [this] { filterTraces(); });
        step("traces are scrolled", [this, keys] { scrollTraces(keys); });
        step("traces are opened", [this, keys] { openTraces(keys); });
        step("two versions are compared", [this] { compare(); });
    }
    void print() const { m_table.print(); }

private:
    void step(const std::string& name, const std::function<void()>& work) {
        m_watch.begin();
        work();
        QTest::qWait(100);  // what it set off
        m_table.add("longest event while " + name, m_watch.longest(), kEventGoal, "ms", Better::Lower);
        if (m_watch.longest() > kEventGoal)
            std::fprintf(stderr, "%s: %.0f ms in %s\n", name.c_str(), m_watch.longest(), m_watch.culprit().c_str());
    }

    void showPlace(Qt::Key number, const char* name) {
        QTest::keyClick(&m_desk.window(), number, Qt::ControlModifier);
        require(m_desk.window().page()->currentPlace()->objectName() == QLatin1String(name), "a place is not shown");
        QTest::qWait(100);
    }
    void showPlaces() {
        showPlace(Qt::Key_2, "compare");
        showPlace(Qt::Key_3, "traces");
        require(QTest::qWaitFor([this] { return traces().model()->rowCount() > 0; }, kPatience), "no traces come");
        showPlace(Qt::Key_4, "settings");
        showPlace(Qt::Key_1, "author");
    }
    void searchPalette() {
        QTest::keyClick(&m_desk.window(), Qt::Key_K, Qt::ControlModifier);
        auto* text = child<QWidget>("paletteText");
        typeInto(*text, QStringLiteral("#a3 rout"));
        QTest::keyClick(text, Qt::Key_Escape);
    }
    void showParts() {
        auto* parts = child<QListView>("parts");
        for (int row = 0; row < parts->model()->rowCount(); ++row) {
            QTest::mouseClick(parts->viewport(), Qt::LeftButton, {},
                              parts->visualRect(parts->model()->index(row, 0)).center());
            parts->scrollTo(parts->model()->index(row + 1, 0));
            QTest::qWait(50);
        }
        m_desk.window().page()->goTo(ui::PartDestination{"prompt"});
    }
    void type(int keys) {
        auto* editor = child<QWidget>("template.prompt");
        require(QTest::qWaitFor([editor] { return editor->isVisible(); }, kPatience), "the prompt is not shown");
        auto* text = editor->findChild<QWidget*>(QStringLiteral("codeEditorText"));
        text->setFocus();
        typeInto(*text, QStringLiteral("please answer ").repeated(1 + keys / 14));
        const ui::DraftModel& draft = m_desk.window().page()->draft();
        require(QTest::qWaitFor([&draft] { return !draft.isUnsaved(); }, kPatience), "not saved");
    }
    void run() {
        child<QPlainTextEdit>("input.text")->setPlainText(QStringLiteral("please refund the double charge"));
        QTest::keyClick(&m_desk.window(), Qt::Key_Return, Qt::ControlModifier);
        require(QTest::qWaitFor(
                    [this] {
                        const auto* status = child<QWidget>("runStatus");
                        return status && status->isVisible();
                    },
                    kPatience),
                "the run does not end");
    }
    void filterTraces() {
        showPlace(Qt::Key_3, "traces");
        for (const char* filter : {"status:failed", "tier:large latency>500ms", "journey:checkout", ""}) {
            m_desk.window().page()->goTo(ui::TraceListDestination{QString::fromLatin1(filter)});
            QTest::qWait(300);
        }
        require(QTest::qWaitFor([this] { return traces().model()->rowCount() > 0; }, kPatience), "no traces come");
    }
    void scrollTraces(int steps) {
        for (int i = 0; i < steps; ++i) {
            QScrollBar* bar = traces().verticalScrollBar();
            bar->setValue(bar->value() + 7);
            QTest::qWait(kKeyPause);
        }
    }
    void openTraces(int count) {
        traces().setFocus();
        for (int i = 0; i < count; ++i) {
            QTest::keyClick(&traces(), Qt::Key_Down);
            QTest::qWait(kKeyPause);
        }
    }
    void compare() {
        require(m_desk.window().page()->goTo(ui::ComparisonDestination{{QStringLiteral("v1"), QStringLiteral("v2")}}),
                "versions cannot be compared");
        auto* start = child<QAbstractButton>("primary");
        require(QTest::qWaitFor([start] { return start->isEnabled(); }, kPatience), "the comparison cannot be run");
        QTest::mouseClick(start, Qt::LeftButton);
        auto* cases = child<QTableView>("cases");
        require(QTest::qWaitFor([cases] { return cases->isVisible() && cases->model()->rowCount() > 0; }, kPatience),
                "the comparison does not end");
    }

    void typeInto(QWidget& widget, const QString& text) {
        for (const QChar key : text) {
            QTest::keyClick(&widget, key.toLatin1());
            QTest::qWait(kKeyPause);
        }
    }
    template <class Widget>
    Widget* child(const char* name) {
        return m_desk.window().findChild<Widget*>(QString::fromLatin1(name));
    }
    QTableView& traces() { return *child<QTableView>("traceTable"); }

    bench::EventWatch& m_watch;
    WindowFixture& m_desk;
    bench::Table m_table;
};

}  // namespace

int main(int argc, char** argv) {
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    bench::EventWatch app(argc, argv);
    const bool smoke = argc > 1 && std::string_view(argv[1]) == "--smoke";
    WorkspaceFixture workspace;
    fill(workspace, smoke ? 2000 : 100'000);
    WindowFixture desk(workspace.wiring(), workspace.path());
    Tour tour(app, desk);
    tour.walk(smoke ? 5 : 60);
    tour.print();
    return 0;
}
