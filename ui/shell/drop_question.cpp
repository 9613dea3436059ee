// SPDX-License-Identifier: GPL-3.0-or-later

#include "drop_question.h"

#include "uibase/deliver.h"
#include "uibase/format.h"
#include "uibase/inline_banner.h"
#include "uistate/text.h"

#include <QFileInfo>
#include <QThreadPool>
#include <QVBoxLayout>

namespace touchstone::ui {

DropQuestion::DropQuestion(session::Session& session, const Theme& theme, JobList& jobs, QWidget* parent)
    : QWidget(parent), m_session(session), m_jobs(jobs), m_banner(new InlineBanner(theme)) {
    m_banner->setObjectName(QStringLiteral("dropQuestion"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_banner);
    connect(m_banner, &InlineBanner::decided, this, &DropQuestion::decide);
}

void DropQuestion::offer(const QStringList& paths) {
    QThreadPool::globalInstance()->start([self = QPointer<DropQuestion>(this), paths] {
        deliverTo(self, [self, files = lookAtFiles(paths)] { self->adopt(files); });
    });
}

void DropQuestion::adopt(const std::vector<DroppedFile>& files) {
    QStringList unknown;
    const bool idle = m_waiting.empty();
    for (const DroppedFile& file : files) {
        if (file.kind == FileKind::Unknown || file.kind == FileKind::Workspace)
            unknown.append(QFileInfo(file.path).fileName());
        else
            m_waiting.push_back(file);
    }
    if (!m_waiting.empty() && idle)
        askNext();
    else if (m_waiting.empty() && !unknown.isEmpty())
        m_banner->showMessage(
            Severity::Warning, tr("Nothing can be made of %1 here.").arg(unknown.join(QStringLiteral(", "))),
            tr("These can be dropped: a workspace (.touchstone), cases (.csv, .jsonl), a workflow (.json, .yaml or its "
               "folder), a folder of .md and .txt files for retrieval."));
}

void DropQuestion::askNext() {
    m_force = false;
    if (m_waiting.empty())
        return m_banner->hide();
    const DroppedFile& file = m_waiting.front();
    const QString fileName = QFileInfo(file.path).fileName();
    const QString question = file.kind == FileKind::Dataset ? tr("Import %1 as the dataset “%2”?")
                             : file.kind == FileKind::Corpus
                                 ? tr("Import the texts of the folder %1 as the corpus “%2”?")
                                 : tr("Import %1 as the draft of a workflow?");
    const QString text = file.kind == FileKind::Workflow ? question.arg(fileName) : question.arg(fileName, file.name());
    if (m_session.readOnly()) {
        m_waiting.clear();
        return m_banner->showMessage(Severity::Warning, tr("%1 was not imported.").arg(fileName),
                                     tr("This workspace is read-only: nothing can be saved in it."));
    }
    m_banner->showDecision(Severity::Info, text, {tr("Import"), tr("Leave it")});
}

void DropQuestion::decide(int action) {
    if (m_waiting.empty())
        return;
    const DroppedFile file = m_waiting.front();
    m_waiting.pop_front();
    const bool force = m_force;
    askNext();
    if (action == 0)
        import(file, force);
}

void DropQuestion::import(const DroppedFile& file, bool force) {
    if (file.kind == FileKind::Dataset)
        importDataset(file);
    else if (file.kind == FileKind::Corpus)
        importCorpus(file);
    else
        importWorkflow(file, force);
}

void DropQuestion::importDataset(const DroppedFile& file) {
    const JobId job = m_jobs.add({tr("Import of %1").arg(QFileInfo(file.path).fileName())});
    session::DatasetFile request;
    request.file = file.path.toStdString();
    m_session.exchange().importDataset(
        request, [self = QPointer<DropQuestion>(this), job](const Result<session::ImportedDataset>& imported) {
            const QString problem = imported.ok() ? QString() : toQString(imported.error().message);
            const QString found =
                imported.ok() ? tr("%1 case(s) in “%2”", nullptr, static_cast<int>(imported->dataset.cases))
                                    .arg(formatCount(imported->dataset.cases), toQString(imported->dataset.name))
                              : QString();
            deliverTo(self, [self, job, problem, found] {
                problem.isEmpty() ? self->m_jobs.finish(job, found) : self->m_jobs.fail(job, problem);
            });
        });
}

void DropQuestion::importCorpus(const DroppedFile& file) {
    const JobId job = m_jobs.add({tr("Import of %1").arg(QFileInfo(file.path).fileName())});
    m_session.exchange().importCorpus(
        toUtf8(file.name()), file.path.toStdString(),
        [self = QPointer<DropQuestion>(this), job, name = file.name()](const Result<store::CorpusInfo>& imported) {
            const QString problem = imported.ok() ? QString() : toQString(imported.error().message);
            deliverTo(self, [self, job, problem, name] {
                problem.isEmpty() ? self->m_jobs.finish(job, tr("corpus “%1”").arg(name))
                                  : self->m_jobs.fail(job, problem);
            });
        });
}

void DropQuestion::importWorkflow(const DroppedFile& file, bool force) {
    const JobId job = m_jobs.add({tr("Import of %1").arg(QFileInfo(file.path).fileName())});
    session::WorkflowFiles request;
    request.source = file.path.toStdString();
    request.force = force;
    m_session.exchange().importWorkflow(
        request, [self = QPointer<DropQuestion>(this), file, job](const Result<session::ImportedWorkflow>& imported) {
            deliverTo(self, [self, file, job, imported] { self->concludeWorkflow(file, job, imported); });
        });
}

// A draft with changes of its own is replaced only when a person says so.
void DropQuestion::concludeWorkflow(const DroppedFile& file, JobId job,
                                    const Result<session::ImportedWorkflow>& imported) {
    if (imported.ok()) {
        const QString name = toQString(imported->draft.workflow);
        m_jobs.finish(job, tr("draft of “%1”").arg(name));
        Q_EMIT workflowImported(name, toQString(imported->draft.branch));
        return;
    }
    const QString problem = toQString(imported.error().message);
    m_jobs.fail(job, problem);
    if (imported.error().code != ErrorCode::Conflict)
        return;
    m_waiting.push_front(file);
    m_force = true;
    m_banner->showDecision(Severity::Warning, problem, {tr("Replace the draft"), tr("Keep the draft")});
}

}  // namespace touchstone::ui
