// SPDX-License-Identifier: GPL-3.0-or-later

#include "report_export.h"

#include "session/files.h"
#include "uibase/deliver.h"
#include "uibase/theme.h"
#include "uistate/text.h"

#include <QBuffer>
#include <QFileDialog>
#include <QMenu>
#include <QPixmap>
#include <QThreadPool>

namespace touchstone::ui {

ReportExport::ReportExport(session::Session& session, const Theme& theme, QWidget& picture, QWidget* parent)
    : QToolButton(parent), m_session(session), m_picture(picture) {
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
    dialog->selectFile(toQString(m_report->experiment.spec.workflow) + QStringLiteral("-comparison.") + ending);
    connect(dialog, &QFileDialog::fileSelected, this, write);
    dialog->open();
}

void ReportExport::save(session::ReportFormat format, const QString& file) {
    m_session.experiments().save(
        m_report, format, toUtf8(file), [self = QPointer<ReportExport>(this), file](const Result<void>& saved) {
            const QString why = saved.ok() ? QString() : toQString(saved.error().message);
            deliverTo(self,
                      [self, file, why] { why.isEmpty() ? Q_EMIT self->written(file) : Q_EMIT self->failed(why); });
        });
}

void ReportExport::savePicture(const QString& file) {
    QThreadPool::globalInstance()->start([self = QPointer<ReportExport>(this), file,
                                          image = m_picture.grab().toImage()] {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        image.save(&buffer, "PNG");
        const Result<void> saved = session::writeFile(
            toUtf8(file), std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
        const QString why = saved.ok() ? QString() : toQString(saved.error().message);
        deliverTo(self, [self, file, why] { why.isEmpty() ? Q_EMIT self->written(file) : Q_EMIT self->failed(why); });
    });
}

}  // namespace touchstone::ui
