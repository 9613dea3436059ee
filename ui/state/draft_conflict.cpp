// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of DraftModel that deals with other windows and programs.

#include "draft_buffer.h"
#include "draft_refuge.h"
#include "uibase/deliver.h"
#include "uistate/draft_model.h"
#include "uistate/text.h"

namespace touchstone::ui {

void DraftModel::lookElsewhere() {
    if (!isOpen() || std::exchange(m_looking, true))
        return;
    m_session.authoring().draftRevision(
        m_draft.workflow, m_draft.branch,
        [self = QPointer<DraftModel>(this), place = Place(workflow(), branch())](Result<std::int64_t> revision) {
            deliverTo(self, [self, place, revision = std::move(revision)] {
                self->m_looking = false;
                if (revision.ok() && place == Place(self->workflow(), self->branch()))
                    self->adoptRevision(revision.value());
            });
        });
}

void DraftModel::adoptRevision(std::int64_t revision) {
    // Each of these ends with a look of its own: a save or commit that fails, a draft that is loaded.
    if (m_saving || m_loading || m_committing || m_commit)
        return;
    // It only grows: what is older was read before a save of ours that has ended since.
    if (revision <= (m_theirs ? m_theirs->draft.revision : m_draft.revision))
        return;
    load({workflow(), branch()}, m_theirs || m_unsaved ? Purpose::Meet : Purpose::Reload);
}

void DraftModel::meet(const Opened& theirs) {
    if (theirs->draft.revision == m_draft.revision && !m_theirs)
        return meetHead();  // the draft is ours; what conflicted was the branch
    beginConflict(theirs);
}

// The branch's newest version is the other side when it is not the one that the draft was begun from.
void DraftModel::meetHead() {
    m_loading = m_meeting = true;
    m_session.authoring().version(
        m_draft.workflow, m_draft.branch,
        [self = QPointer<DraftModel>(this), number = ++m_openNumber](Result<workflow::Version> result) {
            auto head = std::make_shared<Result<workflow::Version>>(std::move(result));
            deliverTo(self, [self, number, head] {
                if (number == self->m_openNumber)
                    self->finishMeetHead(std::move(*head));
            });
        });
}

void DraftModel::finishMeetHead(Result<workflow::Version> head) {
    m_loading = m_meeting = false;
    if (!head.ok() || head->id == m_draft.base) {
        m_saveTimer.start();  // there is nothing to decide, and what conflicted was said
        return;
    }
    auto theirs = std::make_shared<session::OpenedDraft>();
    theirs->draft = m_draft;
    theirs->draft.base = head->id;
    theirs->text.document = std::make_shared<const Json>(head->document);
    theirs->base = std::move(head).value();
    beginConflict(theirs);
}

void DraftModel::beginConflict(const Opened& theirs) {
    m_theirs = theirs;
    m_saveTimer.stop();
    if (std::exchange(m_commit, std::nullopt))
        Q_EMIT failed(tr("The draft was changed elsewhere; decide first which text counts"));
    Q_EMIT conflictChanged();
    Q_EMIT saveStateChanged();
    if (m_asked || m_wanted)
        Q_EMIT decisionNeeded();
    takeRefuge();
}

// What is here may not be written to the draft now.
void DraftModel::takeRefuge() {
    if (!m_theirs)
        return;
    m_inRefuge = true;
    m_refuge->keep(workflow(), branch(), m_buffer->snapshot(), this, [this](const QString& why) {
        Q_EMIT failed(tr("Your edits are only in memory until you decide which text counts: %1").arg(why));
    });
}

void DraftModel::leaveRefuge() {
    m_refugeTimer.stop();
    if (std::exchange(m_inRefuge, false))
        m_refuge->drop(workflow(), branch());
}

void DraftModel::findRefuge(const Opened& opened) {
    if (!isReadOnly())
        m_refuge->find(workflow(), branch(), this,
                       [this, opened, edits = m_edits, place = Place(workflow(), branch())](const auto& kept) {
                           if (place != Place(workflow(), branch()) || m_theirs)
                               return;
                           if (edits == m_edits)
                               comeBack(opened, kept);
                           else
                               open(place.first, place.second);  // saves what was typed meanwhile, then looks again
                       });
}

// The program ended in a conflict that nobody had decided; it stands again.
void DraftModel::comeBack(const Opened& opened, const session::DraftText& kept) {
    m_inRefuge = true;
    if (kept.typed.empty() && opened->text.typed.empty() && *kept.document == *opened->text.document)
        return leaveRefuge();
    ++m_edits;
    m_unsaved = true;
    showOther(kept, tr("Bring back what was not saved"));
    beginConflict(opened);
}

// The draft was discarded elsewhere before there was any version: what is here is all there is.
void DraftModel::outliveIt() {
    m_session.authoring().draftRevision(m_draft.workflow, m_draft.branch,
                                        [self = QPointer<DraftModel>(this)](Result<std::int64_t> revision) {
                                            deliverTo(self, [self, revision = std::move(revision)] {
                                                if (!revision.ok()) {
                                                    Q_EMIT self->failed(toQString(revision.error().message));
                                                    return;
                                                }
                                                self->m_draft.revision = revision.value();
                                                self->stand();
                                                self->m_onDisk = false;
                                                self->save();
                                                Q_EMIT self->saveStateChanged();
                                            });
                                        });
}

WallTime DraftModel::conflictTime() const {
    return m_theirs->saved || !m_theirs->base ? m_theirs->draft.saved : m_theirs->base->created;
}

void DraftModel::keepMine() {
    if (!m_theirs)
        return;
    const Opened theirs = std::exchange(m_theirs, nullptr);
    m_before = theirs->text;
    adoptBase(theirs);
    writeOver();
    check();
    endConflict();
}

void DraftModel::takeTheirs() {
    if (!m_theirs)
        return;
    const Opened theirs = std::exchange(m_theirs, nullptr);
    rememberBefore(theirs->text);
    const bool isOverOurs = theirs->draft.revision == m_draft.revision;
    adopt(theirs, tr("Take theirs"));
    if (isOverOurs)
        writeOver();
    endConflict();
}

// Saves what is here now over what is on disk.
void DraftModel::writeOver() {
    ++m_edits;
    m_unsaved = true;
    save();
}

void DraftModel::endConflict() {
    m_asked = m_asked && m_unsaved;
    if (!isUnsaved())
        leaveRefuge();
    Q_EMIT conflictChanged();
    Q_EMIT saveStateChanged();
    if (m_wanted && !isUnsaved())
        loadWanted();
}

void DraftModel::decideLater() {
    m_asked = false;
    stay();
    Q_EMIT conflictChanged();  // it stands, and shows itself again
    Q_EMIT failed(tr("Not saved yet: the draft was changed elsewhere, and which text counts is not decided"));
}

// Who shows what was to be opened shows what is open again.
void DraftModel::stay() {
    if (std::exchange(m_wanted, std::nullopt))
        Q_EMIT stayed();
}

void DraftModel::compareWithTheirs(std::function<void(std::vector<session::PartDifference>)> show) {
    using Differences = std::vector<session::PartDifference>;
    m_session.authoring().compareTexts(
        m_theirs->text, m_buffer->snapshot(),
        [self = QPointer<DraftModel>(this), show = std::move(show)](Result<Differences> differences) {
            deliverTo(self, [show, differences = std::move(differences)]() mutable {
                if (differences.ok())
                    show(std::move(differences).value());
            });
        });
}

void DraftModel::rememberBefore(const session::DraftText& other) {
    m_before = m_buffer->snapshot();
    if (m_before->typed.empty() && other.typed.empty() && *m_before->document == *other.document)
        m_before.reset();  // there is nothing to bring back
}

void DraftModel::bringBack() {
    if (!m_before || m_theirs || isReadOnly())
        return;
    const session::DraftText before = *std::exchange(m_before, m_buffer->snapshot());
    ++m_edits;
    m_unsaved = true;
    m_saveTimer.start();
    showOther(before, tr("Bring back"));
}

}  // namespace touchstone::ui
