// SPDX-License-Identifier: GPL-3.0-or-later

#include "report_export.h"

#include "session/files.h"
#include "uibase/deliver.h"
#include "uibase/theme.h"
#include "uicompare/compared_cases.h"
#include "uistate/text.h"

#include <QBuffer>
#include <QDateTime>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QPixmap>
#include <QThreadPool>

#include <chrono>

namespace touchstone::ui {

ReportExport::ReportExport(session::Session& session, const Theme& theme, JobList& jobs, QWidget& picture,
                           QWidget* parent)
    : QToolButton(parent), m_session(session), m_jobs(jobs), m_picture(picture) {
    setObjectName(QStringLiteral("exportReport"));
    setText(tr("Export"));
    setAccessibleName(tr("Copy or export the comparison"));
    setToolTip(accessibleName());
    setIcon(theme.icon(Icon::Export));
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(this);
    setMenu(menu);
    addCopyActions(*menu, [this](TableFormat format) { Q_EMIT copyRequested(format); });
    menu->addSeparator();
    const auto format = [this](session::ReportFormat kind) {
        return [this, kind](const QString& file) { save(kind, file); };
    };
    addFile(tr("Report as a web page…"), "exportHtml", QStringLiteral("html"), tr("Web page (*.html)"),
            format(session::ReportFormat::Html));
    addFile(tr("All cases as CSV…"), "exportCsv", QStringLiteral("csv"), tr("Table (*.csv)"),
            format(session::ReportFormat::Csv));
    addFile(tr("Figures as JSON…"), "exportJson", QStringLiteral("json"), tr("JSON (*.json)"),
            format(session::ReportFormat::Json));
    addFile(tr("Picture of the table…"), "exportPng", QStringLiteral("png"), tr("Picture (*.png)"),
            [this](const QString& file) { savePicture(file); });
    setReport(nullptr);
}

void ReportExport::setReport(std::shared_ptr<const eval::Report> report) {
    m_report = std::move(report);
    setEnabled(m_report != nullptr);
    setToolTip(m_report ? accessibleName() : tr("There is something to export when a comparison has ended"));
    for (QAction* action : m_actions)
        action->setEnabled(m_report != nullptr);
}

void ReportExport::addFile(const QString& text, const char* name, const QString& ending, const QString& filter,
                           std::function<void(const QString&)> write) {
    QAction* action = menu()->addAction(text);
    action->setObjectName(QString::fromLatin1(name));
    m_actions.append(action);
    connect(action, &QAction::triggered, this,
            [this, text, ending, filter, write = std::move(write)] { ask(text, ending, filter, write); });
}

void ReportExport::ask(const QString& title, const QString& ending, const QString& filter,
                       const std::function<void(const QString&)>& write) {
    auto* dialog = new QFileDialog(window(), title, {}, filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(ending);
    dialog->selectFile(fileNameOf(*m_report, ending));
    connect(dialog, &QFileDialog::fileSelected, this, write);
    dialog->open();
}

void ReportExport::save(session::ReportFormat format, const QString& file) {
    std::stop_source stop;
    const JobId job = m_jobs.add({tr("Export %1").arg(QFileInfo(file).fileName())},
                                 {.cancel = [stop]() mutable { stop.request_stop(); }});
    const auto total = static_cast<std::int64_t>(m_report->dataset->cases.size());
    const auto onWritten = [self = QPointer<ReportExport>(this), job, total](std::size_t cases) {
        constexpr std::int64_t kSteps = 100;
        const auto done = static_cast<std::int64_t>(cases);
        if (done * kSteps / total != (done - 1) * kSteps / total)
            deliverTo(self, [self, job, done, total] { self->m_jobs.update(job, {done, total, {}, {}, {}}); });
    };
    m_session.experiments().save(
        m_report, format, toUtf8(file), stop.get_token(), onWritten,
        [self = QPointer<ReportExport>(this), job, file](Result<void> saved) {
            deliverTo(self, [self, job, file, saved = std::move(saved)] { self->finish(job, file, saved); });
        });
}

void ReportExport::savePicture(const QString& file) {
    const JobId job = m_jobs.add({tr("Export %1").arg(QFileInfo(file).fileName())});
    QThreadPool::globalInstance()->start(
        [self = QPointer<ReportExport>(this), job, file, image = m_picture.grab().toImage()] {
            QByteArray bytes;
            QBuffer buffer(&bytes);
            image.save(&buffer, "PNG");
            Result<void> saved = session::writeFile(
                toUtf8(file), std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
            deliverTo(self, [self, job, file, saved = std::move(saved)] { self->finish(job, file, saved); });
        });
}

void ReportExport::finish(JobId job, const QString& file, const Result<void>& saved) {
    if (saved.ok() || saved.error().code == ErrorCode::Cancelled) {
        m_jobs.finish(job);
        if (saved.ok())
            Q_EMIT written(file);
        return;
    }
    const QString why = toQString(saved.error().message);
    m_jobs.fail(job, why);
    Q_EMIT failed(why);
}

QString fileNameOf(const eval::Report& report, const QString& ending) {
    QStringList versions;
    for (const eval::Contestant& contestant : report.experiment.spec.contestants)
        versions.append(toQString(referenceOf(contestant.label)));
    const auto created = std::chrono::floor<std::chrono::milliseconds>(report.experiment.created).time_since_epoch();
    const QString day = QDateTime::fromMSecsSinceEpoch(created.count()).date().toString(Qt::ISODate);
    QString name = QStringLiteral("%1-%2-%3")
                       .arg(toQString(report.experiment.spec.workflow), versions.join(QStringLiteral("-vs-")), day);
    for (QChar& each : name)
        if (!each.isLetterOrNumber() && each != u'-' && each != u'_' && each != u'.')
            each = u'-';
    return name + QLatin1Char('.') + ending;
}

}  // namespace touchstone::ui
