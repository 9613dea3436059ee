// SPDX-License-Identifier: GPL-3.0-or-later

#include "past_experiments.h"

#include "head_words.h"
#include "uibase/deliver.h"
#include "uibase/format.h"
#include "uistate/text.h"

#include <QDateTime>
#include <QStandardItemModel>

namespace touchstone::ui {
namespace {

constexpr std::size_t kShown = 6;

QString timeOf(const eval::Experiment& experiment) {
    const auto created = std::chrono::floor<std::chrono::milliseconds>(experiment.created).time_since_epoch();
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(created.count()), QLocale::ShortFormat);
}

QString textOf(const store::ExperimentInfo& info) {
    QStringList versions;
    for (const eval::Contestant& contestant : info.experiment.spec.contestants)
        versions.append(contestantName(contestant.label));
    const QString what = PastExperiments::tr("%1 on %2")
                             .arg(versions.join(QStringLiteral(" · ")), toQString(info.experiment.spec.datasetName));
    const int count = static_cast<int>(info.results);
    const QString runs = info.experiment.status == eval::ExperimentStatus::Done
                             ? PastExperiments::tr("%n run(s)", nullptr, count)
                             : PastExperiments::tr("%n run(s), not finished", nullptr, count);
    return QStringLiteral("%1   %2   %3").arg(what, runs, timeOf(info.experiment));
}

}  // namespace

PastExperiments::PastExperiments(session::Session& session, QWidget* parent)
    : QListView(parent), m_session(session), m_rows(new QStandardItemModel(this)) {
    setObjectName(QStringLiteral("pastExperiments"));
    setAccessibleName(tr("Earlier comparisons"));
    setModel(m_rows);
    setEditTriggers(NoEditTriggers);
    setFrameShape(QFrame::NoFrame);
    setSpacing(2);
    connect(this, &QListView::activated, this,
            [this](const QModelIndex& index) { Q_EMIT chosen(index.data(Qt::UserRole).toString()); });
    connect(this, &QListView::clicked, this,
            [this](const QModelIndex& index) { Q_EMIT chosen(index.data(Qt::UserRole).toString()); });
    hide();
}

void PastExperiments::showWorkflow(const QString& workflow) {
    m_workflow = workflow;
    m_session.experiments().list(toUtf8(workflow), [self = QPointer<PastExperiments>(this),
                                                    workflow](Result<std::vector<store::ExperimentInfo>> found) {
        if (!found.ok())
            return;
        if (found->size() > kShown)
            found->erase(found->begin() + kShown, found->end());
        deliverTo(self, [self, workflow, experiments = std::move(found).value()] {
            if (workflow == self->m_workflow)
                self->fill(experiments);
        });
    });
}

void PastExperiments::fill(const std::vector<store::ExperimentInfo>& experiments) {
    m_rows->clear();
    for (const store::ExperimentInfo& info : experiments) {
        auto* item = new QStandardItem(textOf(info));
        item->setData(toQString(info.experiment.id.text), Qt::UserRole);
        m_rows->appendRow(item);
    }
    setVisible(!experiments.empty());
    setFixedHeight(experiments.empty() ? 0 : (sizeHintForRow(0) + 2 * spacing()) * m_rows->rowCount() + 4);
}

}  // namespace touchstone::ui
