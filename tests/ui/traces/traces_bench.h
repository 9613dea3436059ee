// SPDX-License-Identifier: GPL-3.0-or-later
//
// The place of traces in a window of its own, over a workspace of its own.

#pragma once

#include "uitraces/traces_view.h"

#include "query_field.h"
#include "time_brush.h"
#include "trace_table.h"
#include "trace_table_model.h"
#include "uibase/theme.h"
#include "uistate/job_list.h"

#include "base/system_clock.h"
#include "support/trace_generator.h"
#include "ui/workspace_fixture.h"

#include <QTest>

#include <stdexcept>

namespace touchstone::test {

class TracesBench {
public:
    explicit TracesBench(const ui::Theme& theme) : m_theme(theme) {
        auto opened = m_fixture.open(store::OpenMode::Create);
        if (!opened.ok())
            throw std::runtime_error(opened.error().message);
        session = std::move(opened).value();
    }
    ~TracesBench() {
        view.reset();
        session.reset();
    }
    TracesBench(const TracesBench&) = delete;
    TracesBench& operator=(const TracesBench&) = delete;

    // By another connection, which is not announced.
    void append(const std::vector<trace::Trace>& traces) {
        auto workspace = store::Workspace::open(m_fixture.path(), store::OpenMode::ReadWrite, clock);
        for (const trace::Trace& trace : traces)
            if (!workspace.value()->traces().append(trace).ok())
                throw std::runtime_error("not appended");
        if (!workspace.value()->traces().flush().wait().ok())
            throw std::runtime_error("not flushed");
    }
    void put(int count, int first = 0) {
        std::vector<trace::Trace> traces;
        for (int i = first; i < first + count; ++i)
            traces.push_back(makeTrace(static_cast<std::uint64_t>(i)));
        append(traces);
    }
    // Says that traces have changed.
    void announce() const {
        const auto stored = session::await<void>([&](auto done) {
            session->traces().addFeedback(makeTrace(0).summary.id, {trace::Thumb::Up, {}, {}}, std::move(done));
        });
        if (!stored.ok())
            throw std::runtime_error(stored.error().message);
    }
    [[nodiscard]] bool show(QSize size = {1392, 830}) {
        view = std::make_unique<ui::TracesView>(*session, m_theme, jobs);
        view->resize(size);
        view->show();
        view->activateWindow();
        return QTest::qWaitForWindowActive(view.get());
    }

    template <class T>
    [[nodiscard]] T* child(const char* name) const {
        return view->findChild<T*>(QString::fromLatin1(name));
    }
    [[nodiscard]] ui::TraceTable* table() const { return child<ui::TraceTable>("traceTable"); }
    [[nodiscard]] ui::TraceTableModel* model() const { return qobject_cast<ui::TraceTableModel*>(table()->model()); }
    [[nodiscard]] ui::QueryField* field() const { return view->findChild<ui::QueryField*>(); }
    [[nodiscard]] int rows() const { return model()->rowCount(); }
    [[nodiscard]] const WorkspaceFixture& fixture() const { return m_fixture; }

    SystemClock clock;
    ui::JobList jobs{clock};
    std::unique_ptr<session::Session> session;
    std::unique_ptr<ui::TracesView> view;

private:
    const ui::Theme& m_theme;
    WorkspaceFixture m_fixture;
};

}  // namespace touchstone::test
