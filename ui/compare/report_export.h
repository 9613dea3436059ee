// SPDX-License-Identifier: GPL-3.0-or-later
//
// The button that copies cases and writes the comparison to a file: a page that stands alone, a table for spreadsheets,
// figures for programs, a picture of the table. GUI thread only; files are written by workers, as jobs.

#pragma once

#include "session/session.h"
#include "uibase/table_copy.h"
#include "uistate/job_list.h"

#include <QToolButton>

#include <functional>
#include <memory>

namespace touchstone::ui {

class Theme;

class ReportExport : public QToolButton {
    Q_OBJECT

public:
    // Session and jobs outlive the button; `picture` is what a picture shows.
    ReportExport(session::Session& session, const Theme& theme, JobList& jobs, QWidget& picture,
                 QWidget* parent = nullptr);

    // Null: there is nothing to write.
    void setReport(std::shared_ptr<const eval::Report> report);
    [[nodiscard]] QList<QAction*> fileActions() const { return m_actions; }

Q_SIGNALS:
    void copyRequested(touchstone::ui::TableFormat format);
    void written(const QString& file);
    void failed(const QString& message);

private:
    void addFile(const QString& text, const char* name, const QString& ending, const QString& filter,
                 std::function<void(const QString&)> write);
    void ask(const QString& title, const QString& ending, const QString& filter,
             const std::function<void(const QString&)>& write);
    void save(session::ReportFormat format, const QString& file);
    void savePicture(const QString& file);
    void finish(JobId job, const QString& file, const Result<void>& saved);

    session::Session& m_session;
    JobList& m_jobs;
    QWidget& m_picture;
    QList<QAction*> m_actions;
    std::shared_ptr<const eval::Report> m_report;
};

// What a file of it is called: "support-triage-v3-vs-v4-2026-11-23.csv".
[[nodiscard]] QString fileNameOf(const eval::Report& report, const QString& ending);

}  // namespace touchstone::ui
