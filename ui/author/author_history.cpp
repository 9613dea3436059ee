// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the author place does with versions: reads them in the middle, restores them, leads to their comparison.

#include "author_columns.h"
#include "navigator.h"
#include "part_editor.h"
#include "parts_model.h"
#include "uiauthor/author_view.h"
#include "uibase/deliver.h"
#include "uibase/inline_banner.h"
#include "uihistory/history_panel.h"
#include "uihistory/version_view.h"
#include "uistate/text.h"
#include "uitryout/try_panel.h"

#include <QStackedWidget>

namespace touchstone::ui {

void AuthorView::wireHistory() {
    const HistoryPanel& history = m_navigator->history();
    connect(&history, &HistoryPanel::readRequested, this,
            [this](const QString& reference) { readVersion(m_history.workflow(), reference); });
    connect(&history, &HistoryPanel::differenceRequested, this, [this](const QString& before, const QString& after) {
        versionView().compare(m_history.workflow(), before, after);
        m_centre->setCurrentWidget(m_version);
    });
    connect(&history, &HistoryPanel::compareRequested, this,
            [this](const QStringList& references) { Q_EMIT goToRequested(ComparisonDestination{references}); });
    connect(&history, &HistoryPanel::restoreRequested, this, &AuthorView::restoreVersion);
    connect(&history, &HistoryPanel::branchMade, this, [this](const QString& branch) {
        Q_EMIT goToRequested(DraftDestination{m_draft.workflow(), branch});
    });
    connect(m_try, &TryPanel::goToRequested, this, &AuthorView::goToRequested);
    connect(&m_draft, &DraftModel::opened, this, [this] {
        closeVersion();
        if (const auto waiting = std::exchange(m_waiting, std::nullopt))
            goTo(*waiting);
    });
}

VersionView& AuthorView::versionView() {
    if (!m_version) {
        m_version = new VersionView(m_session, m_theme, m_draft, m_history);
        m_centre->addWidget(m_version);
        connect(m_version, &VersionView::closed, this, [this] {
            closeVersion();
            m_editors->setFocus();
        });
        connect(m_version, &VersionView::restoreRequested, this, &AuthorView::restoreVersion);
        connect(m_version, &VersionView::runSideBySideRequested, this,
                [this](const QStringList& references) { Q_EMIT goToRequested(ComparisonDestination{references}); });
    }
    return *m_version;
}

void AuthorView::readVersion(const QString& workflow, const QString& reference) {
    versionView().read(workflow, reference);
    m_centre->setCurrentWidget(m_version);
    m_version->setFocus();
}

void AuthorView::closeVersion() {
    m_centre->setCurrentIndex(0);
}

void AuthorView::showTry() {
    if (m_columns->showTry())
        closeVersion();
}

// Into the draft that is open now: when another one is by the time the version comes, nothing happens. Nor while the
// history is that of a workflow whose draft is still to be opened.
void AuthorView::restoreVersion(const QString& reference) {
    if (m_history.workflow() != m_draft.workflow())
        return;
    m_session.authoring().version(
        toUtf8(m_draft.workflow()), toUtf8(reference),
        [self = QPointer(this), reference, document = m_document](const Result<workflow::Version>& version) {
            deliverTo(self, [self, reference, document, version] {
                if (document == self->m_document)
                    self->adoptVersion(reference, version);
            });
        });
}

void AuthorView::adoptVersion(const QString& reference, const Result<workflow::Version>& version) {
    if (!version.ok())
        return m_banner->showMessage(Severity::Error, toQString(version.error().message));
    if (m_draft.replace(std::make_shared<const Json>(version->document), tr("Restore %1").arg(reference)))
        m_banner->showMessage(Severity::Info,
                              tr("The draft says what %1 says. Undo brings back what it said.").arg(reference));
}

bool AuthorView::goTo(const Destination& destination) {
    if (const auto* version = std::get_if<VersionDestination>(&destination)) {
        if (!waitFor(version->workflow, destination))
            readVersion(m_draft.workflow(), version->reference);
        return true;
    }
    if (const auto* tried = std::get_if<TryDestination>(&destination)) {
        if (!waitFor(tried->workflow, destination)) {
            showTry();
            m_try->setInput(tried->input);
            if (tried->run)
                m_try->run();
        }
        return true;
    }
    const auto* part = std::get_if<PartDestination>(&destination);
    if (!part || PartsModel::rowOf(part->part) < 0)
        return false;
    m_navigator->setCurrentPart(part->part);
    closeVersion();
    if (!part->pointer.empty())
        editorOf(part->part).goTo({Severity::Info, {}, part->pointer, {}, {}});
    return true;
}

// The shell is opening that workflow: the destination is shown when it is there.
bool AuthorView::waitFor(const QString& workflow, const Destination& destination) {
    const bool other = !workflow.isEmpty() && workflow != m_draft.workflow();
    m_waiting = other ? std::optional(destination) : std::nullopt;
    return other;
}

}  // namespace touchstone::ui
