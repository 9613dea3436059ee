// SPDX-License-Identifier: GPL-3.0-or-later

#include "bulk_actions.h"

#include "dataset_menu.h"
#include "uibase/deliver.h"
#include "uibase/format.h"
#include "uibase/theme.h"
#include "uirunview/run_case.h"
#include "uistate/text.h"

#include <QAction>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QWidget>

namespace touchstone::ui {
namespace {

constexpr std::int64_t kTellEvery = 50;  // traces

}  // namespace

// What one job has of its cases so far. Read and written by one thread at a time: the workers', then ours.
struct BulkActions::Gathered {
    TraceScope scope;
    std::size_t next = 0;  // of the scope's filters
    std::shared_ptr<std::stop_source> stop = std::make_shared<std::stop_source>();
    std::vector<eval::Case> cases;
    int withheld = 0;  // inputs that policy kept nowhere
};

BulkActions::BulkActions(session::Session& session, JobList& jobs, const Theme& theme, QWidget* parent)
    : QObject(parent),
      m_session(session),
      m_jobs(jobs),
      m_menu(new QMenu(parent)),
      m_exportJsonl(new QAction(theme.icon(Icon::Export), tr("Export traces as JSON Lines…"), this)),
      m_exportCsv(new QAction(theme.icon(Icon::Export), tr("Export traces as CSV…"), this)),
      m_addAll(new DatasetMenu(session, tr("Add all of the filter to a dataset"), parent)),
      m_addSelected(new DatasetMenu(session, tr("Add the selected ones to a dataset"), parent)) {
    setObjectName(QStringLiteral("bulkActions"));
    m_menu->setObjectName(QStringLiteral("bulkMenu"));
    m_exportJsonl->setObjectName(QStringLiteral("exportJsonl"));
    m_exportCsv->setObjectName(QStringLiteral("exportCsv"));
    m_addAll->setObjectName(QStringLiteral("addAllMenu"));
    m_addSelected->setObjectName(QStringLiteral("addSelectedMenu"));
    m_exportJsonl->setToolTip(tr("Every trace of the filter, whole"));
    m_exportCsv->setToolTip(tr("Every trace of the filter as a row, for a spreadsheet"));
    m_menu->addActions({m_exportJsonl, m_exportCsv});
    m_menu->addSeparator();
    m_menu->addMenu(m_addAll);
    m_menu->addMenu(m_addSelected);
    connect(m_exportJsonl, &QAction::triggered, this, [this] { askForFile(QStringLiteral("jsonl")); });
    connect(m_exportCsv, &QAction::triggered, this, [this] { askForFile(QStringLiteral("csv")); });
    connect(m_menu, &QMenu::aboutToShow, this, &BulkActions::fillMenu);
    connect(m_addAll, &DatasetMenu::chosen, this, [this](const QString& name) { ask(name, m_shown()); });
    connect(m_addSelected, &DatasetMenu::chosen, this, [this](const QString& name) { ask(name, m_selected()); });
}

// What is under way stops with its place: its jobs go with the window.
BulkActions::~BulkActions() {
    for (const auto& each : m_stops)
        if (const auto stop = each.lock())
            stop->request_stop();
}

void BulkActions::setScopes(std::function<TraceScope()> shown, std::function<TraceScope()> selected) {
    m_shown = std::move(shown);
    m_selected = std::move(selected);
}

void BulkActions::fillMenu() {
    const bool any = m_shown().count.value_or(1) > 0;
    for (QAction* action : {m_exportJsonl, m_exportCsv, m_addAll->menuAction()})
        action->setEnabled(any);
    m_addSelected->menuAction()->setEnabled(m_selected().count.value_or(0) > 0);
}

void BulkActions::askForFile(const QString& ending) {
    auto* dialog = new QFileDialog(m_menu->parentWidget(), tr("Export traces"), QStringLiteral("traces.") + ending,
                                   ending == QStringLiteral("csv") ? tr("CSV (*.csv)") : tr("JSON Lines (*.jsonl)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(ending);
    connect(dialog, &QFileDialog::fileSelected, this, &BulkActions::exportTo);
    dialog->open();
}

std::function<void()> BulkActions::stopperOf(const std::shared_ptr<std::stop_source>& stop) {
    std::erase_if(m_stops, [](const auto& each) { return each.expired(); });
    m_stops.push_back(stop);
    return [stop] { stop->request_stop(); };
}

session::Traces::OnCount BulkActions::progressOf(JobId job, std::int64_t total) {
    return [self = QPointer<BulkActions>(this), job, total](std::int64_t done) {
        deliverTo(self, [self, job, total, done] { self->m_jobs.update(job, {.done = done, .total = total}); });
    };
}

void BulkActions::fail(JobId job, const Error& error) {
    if (error.code == ErrorCode::Cancelled)
        m_jobs.finish(job);
    else
        m_jobs.fail(job, toQString(error.message));
}

void BulkActions::exportTo(const QString& file) {
    const TraceScope scope = m_shown();
    const auto stop = std::make_shared<std::stop_source>();
    const JobId job =
        m_jobs.add({tr("Export of traces to %1").arg(QFileInfo(file).fileName())}, {.cancel = stopperOf(stop)});
    m_session.traces().exportTo(
        {scope.filters.front(), toUtf8(file)}, stop->get_token(), progressOf(job, scope.count.value_or(0)),
        [self = QPointer<BulkActions>(this), job, stop](Result<std::int64_t> written) {
            deliverTo(self, [self, job, written = std::move(written)] {
                if (written.ok())
                    self->m_jobs.finish(job, tr("%n trace(s) written", nullptr, static_cast<int>(written.value())));
                else
                    self->fail(job, written.error());
            });
        });
}

void BulkActions::ask(const QString& dataset, TraceScope scope) {
    if (scope.count.value_or(0) > kMostAdded) {
        Q_EMIT refused(tr("%1 traces are too many for a dataset at once").arg(formatCount(*scope.count)),
                       tr("The most is %1. Narrow the filter.").arg(formatCount(kMostAdded)));
        return;
    }
    if (scope.filters.empty())
        return;
    const QString question =
        scope.count
            ? tr("Make cases of %n trace(s) and add them to %1?", nullptr, static_cast<int>(*scope.count)).arg(dataset)
            : tr("Make cases of the traces with these words, at most %1, and add them to %2?")
                  .arg(formatCount(kMostAdded), dataset);
    m_wanted = [this, dataset, scope = std::move(scope)] {
        auto gathered = std::make_shared<Gathered>();
        gathered->scope = scope;
        const JobId job = m_jobs.add({tr("Cases for %1").arg(dataset)}, {.cancel = stopperOf(gathered->stop)});
        gather(job, dataset, gathered);
    };
    Q_EMIT asked(question, tr("Add"));
}

void BulkActions::decide(bool wanted) {
    if (const auto act = std::exchange(m_wanted, {}); act && wanted)
        act();
}

void BulkActions::gather(JobId job, const QString& dataset, const std::shared_ptr<Gathered>& gathered) {
    if (gathered->next == gathered->scope.filters.size())
        return add(job, dataset, *gathered);
    const auto take = [gathered, tell = progressOf(job, gathered->scope.count.value_or(0))](const trace::Trace& trace) {
        if (trace.detail.input.is_object())
            gathered->cases.push_back(caseOf(trace));
        else
            ++gathered->withheld;
        if (gathered->cases.size() % kTellEvery == 0)
            tell(static_cast<std::int64_t>(gathered->cases.size()));
    };
    m_session.traces().visit(
        gathered->scope.filters[gathered->next++], kMostAdded, gathered->stop->get_token(), take,
        [self = QPointer<BulkActions>(this), job, dataset, gathered](Result<std::int64_t> visited) {
            deliverTo(self, [self, job, dataset, gathered, visited = std::move(visited)] {
                if (visited.ok())
                    self->gather(job, dataset, gathered);
                else
                    self->fail(job, visited.error());
            });
        });
}

void BulkActions::add(JobId job, const QString& dataset, Gathered& gathered) {
    const QString withheld =
        gathered.withheld > 0 ? tr("policy withholds %n input(s)", nullptr, gathered.withheld) : QString();
    if (gathered.cases.empty())
        return m_jobs.fail(job, withheld.isEmpty() ? tr("there was no trace any more") : withheld);
    m_session.exchange().addCases(
        toUtf8(dataset), std::move(gathered.cases),
        [self = QPointer<BulkActions>(this), job, withheld](Result<session::AddedCases> added) {
            deliverTo(self, [self, job, withheld, added = std::move(added)] {
                if (!added.ok())
                    return self->fail(job, added.error());
                const QString found = tr("%n case(s) added", nullptr, static_cast<int>(added->added));
                self->m_jobs.finish(job, withheld.isEmpty() ? found : tr("%1; %2").arg(found, withheld));
            });
        });
}

}  // namespace touchstone::ui
