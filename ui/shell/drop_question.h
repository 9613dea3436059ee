// SPDX-License-Identifier: GPL-3.0-or-later
//
// Asks, in a strip under the top bar, what becomes of files that were dropped on the window, and imports them as jobs.
// One question at a time.
//
// GUI thread only.

#pragma once

#include "dropped_files.h"
#include "session/session.h"
#include "uistate/job_list.h"

#include <QWidget>

#include <deque>
#include <memory>

namespace touchstone::ui {

class InlineBanner;
class Theme;

class DropQuestion : public QWidget {
    Q_OBJECT

public:
    // All outlive it.
    DropQuestion(session::Session& session, const Theme& theme, JobList& jobs, QWidget* parent = nullptr);

    void offer(const QStringList& paths);

Q_SIGNALS:
    // The draft of a workflow was imported.
    void workflowImported(const QString& name, const QString& branch);

private:
    void adopt(const std::vector<DroppedFile>& files);
    void askNext();
    void decide(int action);
    void import(const DroppedFile& file, bool force);
    void importDataset(const DroppedFile& file);
    void importCorpus(const DroppedFile& file);
    void importWorkflow(const DroppedFile& file, bool force);
    void concludeWorkflow(const DroppedFile& file, JobId job, const Result<session::ImportedWorkflow>& imported);

    session::Session& m_session;
    JobList& m_jobs;
    InlineBanner* m_banner;
    std::deque<DroppedFile> m_waiting;  // the first one is asked about
    bool m_force = false;               // the question is whether uncommitted changes may be replaced
};

}  // namespace touchstone::ui
