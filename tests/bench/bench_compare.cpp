// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_compare [--smoke]: a finished comparison of 10,000 cases × 6 versions in its place, and one that grows to that
// size. Goals: in sight within 500 ms, a frame of scrolling within 16 ms at the 99th percentile, no event of the GUI
// thread over 50 ms.

#include "base/system_clock.h"
#include "bench/bench_table.h"
#include "bench/event_watch.h"
#include "case_table.h"
#include "ui/compare/synthetic_report.h"
#include "ui/workspace_fixture.h"
#include "uibase/theme.h"
#include "uicompare/compare_view.h"
#include "uistate/draft_model.h"
#include "uistate/experiment_controller.h"
#include "uistate/history_model.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLineEdit>
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

constexpr double kOpenGoal = 500;  // ms
constexpr double kFrameGoal = 16;
constexpr double kEventGoal = 50;
constexpr double kMemoryGoal = 250;  // MB
constexpr int kPatience = 60'000;

void require(bool holds, const char* what) {
    if (holds)
        return;
    std::fprintf(stderr, "%s\n", what);
    std::exit(1);
}

// The place with nothing in it yet.
struct Place {
    WorkspaceFixture fixture;
    std::unique_ptr<session::Session> session = fixture.open(store::OpenMode::Create).value();
    SystemClock clock;
    ui::JobList jobs{clock};
    ui::HistoryModel history{*session};
    ui::DraftModel draft{*session};
    ui::ExperimentController experiments{*session, jobs};
    ui::CompareView view;

    explicit Place(const ui::Theme& theme) : view(*session, theme, history, draft, experiments) {
        view.resize(1440, 860);
        view.show();
        require(QTest::qWaitForWindowActive(&view), "the place does not open");
    }
    [[nodiscard]] QTableView& table() const { return *view.findChild<QTableView*>(QStringLiteral("cases")); }
};

// Each step is followed by its paint, as on a screen.
std::vector<double> frames(Place& place, int steps, int pixels) {
    std::vector<double> times;
    QScrollBar* bar = place.table().verticalScrollBar();
    for (int i = 0; i < steps; ++i)
        times.push_back(1e3 * bench::secondsOf([&] {
                            bar->setValue(bar->value() + pixels);
                            QTest::qWait(0);
                        }));
    std::ranges::sort(times);
    return times;
}

double percentile(const std::vector<double>& sorted, double share) {
    return sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1))];
}

void measureScrolling(Place& place, bench::Table& table) {
    constexpr int kSteps = 300;
    constexpr int kWheel = 46;
    const auto wheel = frames(place, kSteps, kWheel);
    table.add("a frame of scrolling, 99th percentile", percentile(wheel, 0.99), kFrameGoal, "ms", Better::Lower);
    place.table().verticalScrollBar()->setValue(0);
    const auto pages = frames(place, kSteps / 3, place.table().viewport()->height());
    table.add("a page of cases never seen before, 99th percentile", percentile(pages, 0.99), kFrameGoal, "ms",
              Better::Lower);
}

// As results come while a comparison runs: workers put batches together, the table takes them.
void measureGrowth(const ui::Theme& theme, const eval::Report& whole, bench::EventWatch& watch, bench::Table& table) {
    constexpr std::size_t kBatches = 20;
    ui::CompareModel model;
    ui::CompareFilter filter(model);
    ui::CaseTable cases(theme, model, filter);
    cases.resize(1440, 700);
    eval::Experiment experiment = whole.experiment;
    experiment.status = eval::ExperimentStatus::Running;
    std::shared_ptr<const ui::ComparedCases> shown = std::make_shared<ui::ComparedCases>(
        std::make_shared<const eval::Report>(eval::makeReport(experiment, whole.dataset, {})));
    cases.setCases(shown);
    cases.arrange({ui::CaseShow::Different});
    cases.show();
    require(QTest::qWaitForWindowExposed(&cases), "the table does not open");
    QTest::qWait(100);
    watch.begin();
    double together = 0;
    double taken = 0;
    for (std::size_t batch = 0; batch < kBatches; ++batch) {
        std::vector<eval::CaseResult> more;
        for (const eval::CaseResult& result : whole.results)
            if (result.caseIndex % kBatches == batch)
                more.push_back(result);
        together = std::max(together, bench::secondsOf([&] { shown = shown->grown(std::move(more)); }));
        taken = std::max(taken, bench::secondsOf([&] {
                             cases.setCases(shown);
                             QTest::qWait(0);
                         }));
    }
    require(model.cases()->runs() == whole.results.size(), "results are missing");
    table.add("a twentieth of the results is put together by a worker, the longest", 1e3 * together, "ms");
    table.add("  and taken by a filtered table, the longest", 1e3 * taken, kEventGoal, "ms", Better::Lower);
    table.add("  longest event of the GUI thread meanwhile", watch.longest(), kEventGoal, "ms", Better::Lower);
    table.add("the figures of all results are made by a worker",
              1e3 * bench::secondsOf([&] { shown = shown->withFigures(); }), "ms");
}

void measureFilters(Place& place, bench::EventWatch& watch, bench::Table& table) {
    watch.begin();
    auto* show = place.view.findChild<QWidget*>(QStringLiteral("showCases"));
    const int all = place.table().model()->rowCount();
    auto* better = show->findChild<QAbstractButton*>(QStringLiteral("segment5"));
    table.add("to show the cases that got better", 1e3 * bench::secondsOf([&] {
                                                       better->click();
                                                       QTest::qWait(0);
                                                   }),
              kFrameGoal * 2, "ms", Better::Lower);
    require(place.table().model()->rowCount() < all, "nothing is filtered");
    auto* search = place.view.findChild<QLineEdit*>(QStringLiteral("searchCases"));
    const QString rare = QStringLiteral("ticket-7");
    const double found = bench::secondsOf([&] {
        search->setText(rare);
        require(QTest::qWaitFor([&] { return place.table().model()->rowCount() < all / 3; }, kPatience), "not found");
    });
    table.add("to search all answers", 1e3 * found, "ms");
    table.add("  longest event of the GUI thread meanwhile", watch.longest(), kEventGoal, "ms", Better::Lower);
}

}  // namespace

int main(int argc, char** argv) {
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    bench::EventWatch app(argc, argv);
    const bool smoke = argc > 1 && std::string_view(argv[1]) == "--smoke";
    ui::Theme theme(ui::ThemeMode::Light);
    ui::installTheme(app, theme);
    Place place(theme);
    const double before = bench::peakMemory();
    bench::Table table;
    auto report = largeReport(smoke ? 300 : 10'000, 6);
    table.add("  memory of the report alone", bench::peakMemory() - before, "MB");

    QTest::qWait(200);
    app.begin();
    QSignalSpy shown(&place.view, &ui::CompareView::shown);
    const double opening = bench::secondsOf([&] {
        place.view.showReport(report);
        require(shown.wait(kPatience), "the comparison is not shown");
        place.table().viewport()->repaint();
    });
    table.add("from a finished report to its cells in sight", 1e3 * opening, kOpenGoal, "ms", Better::Lower);
    table.add("  longest event of the GUI thread meanwhile", app.longest(), kEventGoal, "ms", Better::Lower);
    app.begin();
    measureScrolling(place, table);
    table.add("  longest event of the GUI thread meanwhile", app.longest(), kEventGoal, "ms", Better::Lower);
    measureFilters(place, app, table);
    table.add("peak memory of all of it", bench::peakMemory(), kMemoryGoal, "MB", Better::Lower);
    measureGrowth(theme, *report, app, table);
    table.print();
    return 0;
}
