// SPDX-License-Identifier: GPL-3.0-or-later
//
// What can be done with many traces at once: write those of the filter to a file, make cases of a dataset of them or of
// the selected ones. Each is a job, which can be stopped. GUI thread only.

#pragma once

#include "session/session.h"
#include "uistate/job_list.h"

#include <QObject>

#include <atomic>
#include <functional>
#include <memory>
#include <stop_token>
#include <vector>

class QAction;
class QMenu;
class QWidget;

namespace touchstone::ui {

class DatasetMenu;
class Theme;

// The traces that something is done with.
struct TraceScope {
    std::vector<store::TraceFilter> filters;  // one after another
    std::optional<std::int64_t> count;        // empty: words are searched, which cannot be counted
};

class BulkActions : public QObject {
    Q_OBJECT

public:
    static constexpr std::int64_t kMostAdded = 5'000;  // cases at a time

    // All of it outlives the actions; `parent` owns the menu.
    BulkActions(session::Session& session, JobList& jobs, const Theme& theme, QWidget* parent);
    ~BulkActions() override;

    // Where the traces come from when something is asked for.
    void setScopes(std::function<TraceScope()> shown, std::function<TraceScope()> selected);
    [[nodiscard]] QMenu* menu() const { return m_menu; }
    [[nodiscard]] QList<QAction*> all() const { return {m_exportJsonl, m_exportCsv}; }
    // Asks for a file and writes the shown traces to it.
    void askForFile(const QString& ending);
    // The file's ending says how: .jsonl or .csv.
    Q_INVOKABLE void exportTo(const QString& file);
    // What was asked last is wanted, or not.
    void decide(bool wanted);

Q_SIGNALS:
    // A question with the number of traces, to be answered by decide().
    void asked(const QString& question, const QString& yes);
    void refused(const QString& text, const QString& detail);

private:
    struct Gathered;

    void fillMenu();
    void ask(const QString& dataset, TraceScope scope);
    void gather(JobId job, const QString& dataset, const std::shared_ptr<Gathered>& gathered);
    void add(JobId job, const QString& dataset, Gathered& gathered);
    [[nodiscard]] session::Traces::OnCount progressOf(JobId job, std::int64_t total);
    [[nodiscard]] std::function<void()> stopperOf(const std::shared_ptr<std::stop_source>& stop);
    void fail(JobId job, const Error& error);

    session::Session& m_session;
    JobList& m_jobs;
    std::function<TraceScope()> m_shown;
    std::function<TraceScope()> m_selected;
    std::vector<std::weak_ptr<std::stop_source>> m_stops;
    std::function<void()> m_wanted;  // the question's
    QMenu* m_menu;
    QAction* m_exportJsonl;
    QAction* m_exportCsv;
    DatasetMenu* m_addAll;
    DatasetMenu* m_addSelected;
};

}  // namespace touchstone::ui
