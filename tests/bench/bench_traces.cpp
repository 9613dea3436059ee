// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_traces [--smoke]: the place of traces over 100,000 of them. Goals: a filter in 100 ms, a scrolled frame in 16
// ms (99th percentile), no event of the GUI thread over 50 ms.

#include "base/system_clock.h"
#include "bench/bench_table.h"
#include "bench/event_watch.h"
#include "support/trace_generator.h"
#include "ui/workspace_fixture.h"
#include "uibase/theme.h"
#include "uistate/job_list.h"
#include "uitraces/traces_view.h"

#include <QAbstractItemModel>
#include <QApplication>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string_view>

using namespace touchstone;
using namespace touchstone::test;
using bench::Better;

namespace {

constexpr double kOpenGoal = 200;    // ms
constexpr double kFilterGoal = 100;  // ms
constexpr double kFrameGoal = 16;    // ms
constexpr double kEventGoal = 50;    // ms
constexpr int kPatience = 60'000;    // ms

void require(bool holds, const char* what) {
    if (holds)
        return;
    std::fprintf(stderr, "%s\n", what);
    std::exit(1);
}

void fill(WorkspaceFixture& fixture, std::uint64_t count) {
    require(fixture.open(store::OpenMode::Create).ok(), "no workspace");
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

class Bench {
public:
    Bench(session::Session& session, const ui::Theme& theme) : m_view(session, theme, m_jobs) {
        m_view.resize(1392, 830);
        m_table = m_view.findChild<QTableView*>(QStringLiteral("traceTable"));
    }

    // Until the first rows are painted.
    double open() {
        return 1e3 * bench::secondsOf([this] {
                   m_view.show();
                   require(QTest::qWaitFor([this] { return rows() > 0; }, kPatience), "no rows come");
                   m_table->viewport()->repaint();
               });
    }

    // From asking to the first page of that filter.
    double filter(const QString& query) {
        QSignalSpy shown(m_table->model(), &QAbstractItemModel::modelReset);
        return 1e3 * bench::secondsOf([&] {
                   require(m_view.goTo(ui::TraceListDestination{query}), "the filter is not taken");
                   require(QTest::qWaitFor([&shown] { return !shown.isEmpty(); }, kPatience),
                           "the filter shows nothing");
                   m_table->viewport()->repaint();
               });
    }

    // The time of each frame while scrolling by three rows.
    std::vector<double> scroll(int frames) {
        std::vector<double> times;
        for (int i = 0; i < frames; ++i) {
            times.push_back(1e3 * bench::secondsOf([this] {
                                QScrollBar* bar = m_table->verticalScrollBar();
                                bar->setValue(bar->value() + 3);
                                m_table->viewport()->repaint();
                            }));
            QTest::qWait(1);
        }
        std::sort(times.begin(), times.end());
        return times;
    }

    // Until all rows were read.
    void readAll(int count) {
        require(QTest::qWaitFor(
                    [this, count] {
                        m_table->scrollToBottom();
                        return rows() == count;
                    },
                    kPatience),
                "the last page does not come");
    }

    // Arrow keys through the list: each opens a trace.
    void step(int keys) {
        m_table->setFocus();
        m_table->selectRow(0);
        for (int i = 0; i < keys; ++i) {
            QTest::keyClick(m_table, Qt::Key_Down);
            QTest::qWait(10);
        }
    }

private:
    [[nodiscard]] int rows() const { return m_table->model()->rowCount(); }

    SystemClock m_clock;
    ui::JobList m_jobs{m_clock};
    ui::TracesView m_view;
    QTableView* m_table;
};

}  // namespace

int main(int argc, char** argv) {
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    bench::EventWatch app(argc, argv);
    const bool smoke = argc > 1 && std::string_view(argv[1]) == "--smoke";
    const int count = smoke ? 2000 : 100'000;
    ui::Theme theme(ui::ThemeMode::Light);
    ui::installTheme(app, theme);
    WorkspaceFixture fixture;
    fill(fixture, static_cast<std::uint64_t>(count));
    auto session = fixture.open();
    require(session.ok(), "no session");

    bench::Table table;
    Bench bench(*session.value(), theme);
    app.begin();
    table.add("opening the place of traces, until rows are painted", bench.open(), kOpenGoal, "ms", Better::Lower);
    table.add("  longest event of the GUI thread meanwhile", app.longest(), kEventGoal, "ms", Better::Lower);
    app.begin();
    for (const char* query : {"status:failed", "tier:large latency>500ms", "journey:checkout -origin:experiment", ""})
        table.add("filter " + std::string(*query == '\0' ? "(all)" : query), bench.filter(QString::fromLatin1(query)),
                  kFilterGoal, "ms", Better::Lower);
    const std::vector<double> frames = bench.scroll(smoke ? 20 : 300);
    table.add("a scrolled frame, median", frames[frames.size() / 2], kFrameGoal, "ms", Better::Lower);
    table.add("a scrolled frame, 99th percentile", frames[frames.size() * 99 / 100], kFrameGoal, "ms", Better::Lower);
    bench.step(smoke ? 5 : 50);
    table.add("longest event while filtering, scrolling and opening traces", app.longest(), kEventGoal, "ms",
              Better::Lower);
    app.begin();
    bench.readAll(count);
    table.add("longest event while all rows are read", app.longest(), kEventGoal, "ms", Better::Lower);
    table.print();
    return 0;
}
