// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of DraftModel that loads and saves: one thing is under way at a time, and what was asked meanwhile follows.

#include "draft_buffer.h"
#include "uibase/deliver.h"
#include "uistate/draft_model.h"
#include "uistate/text.h"

namespace touchstone::ui {

void DraftModel::open(const QString& workflow, const QString& branch) {
    m_wanted = {workflow, branch};
    saveNow();
    if (!isUnsaved())
        loadWanted();
}

void DraftModel::loadWanted() {
    load(*std::exchange(m_wanted, std::nullopt), Purpose::Show);
}

void DraftModel::load(const Place& place, Purpose purpose) {
    m_loading = true;
    m_meeting = purpose == Purpose::Meet;
    const std::uint64_t number = ++m_openNumber;
    const Load wanted{place, purpose, m_edits};
    m_session.authoring().openDraft(
        toUtf8(place.first), toUtf8(place.second),
        [self = QPointer<DraftModel>(this), number, wanted](Result<session::OpenedDraft> result) {
            auto loaded = std::make_shared<Result<session::OpenedDraft>>(std::move(result));
            deliverTo(self, [self, number, wanted, loaded] {
                if (number != self->m_openNumber)
                    return;
                self->m_loading = self->m_meeting = false;
                if (loaded->ok())
                    self->finishLoad(wanted, Opened(loaded, &loaded->value()));
                else if (loaded->error().code == ErrorCode::NotFound && wanted.purpose != Purpose::Show)
                    self->outliveIt();
                else
                    Q_EMIT self->failed(toQString(loaded->error().message));
            });
        });
}

void DraftModel::finishLoad(const Load& load, const Opened& opened) {
    const bool untouched = m_edits == load.edits && !isUnsaved();
    if (load.purpose == Purpose::Meet) {
        meet(opened);
    } else if (load.purpose == Purpose::Show && !untouched) {
        open(load.place.first, load.place.second);  // saves what came between
    } else if (load.purpose == Purpose::Show) {
        if (load.place != Place(workflow(), branch()))
            m_before.reset();
        m_otherDocument = load.place != Place(workflow(), branch());
        adopt(opened, tr("Load the committed text"));
        findRefuge(opened);
    } else if (untouched) {  // else the save meets what changed
        rememberBefore(opened->text);
        adopt(opened, tr("Load what was changed elsewhere"));
        Q_EMIT reloaded();
    }
}

void DraftModel::adopt(const Opened& opened, const QString& what) {
    adoptBase(opened);
    m_onDisk = opened->saved;
    m_unsaved = false;
    m_savedEdits = m_edits;
    m_saveTimer.stop();
    showOther(opened->text, what);
    m_lookTimer.start();
}

void DraftModel::adoptBase(const Opened& opened) {
    m_draft.workflow = opened->draft.workflow;
    m_draft.branch = opened->draft.branch;
    m_draft.base = opened->draft.base;
    m_draft.revision = opened->draft.revision;
    m_draft.saved = opened->draft.saved;
    m_base.reset();
    if (opened->base)
        m_base = {opened->base->id, opened->base->number, std::shared_ptr<const Json>(opened, &opened->base->document)};
    stand();
}

// What was learnt from the store counts for what is asked from now on.
void DraftModel::stand() {
    m_footing = std::make_shared<session::Footing>(session::Footing{m_draft.revision, m_draft.base});
}

void DraftModel::saveNow() {
    m_asked = isUnsaved();
    if (m_theirs && m_unsaved)
        Q_EMIT decisionNeeded();
    else
        save();
}

void DraftModel::save() {
    m_saveTimer.stop();
    if (!m_unsaved || m_saving || m_committing || m_theirs || m_meeting)
        return;
    m_saving = true;
    m_savingEdits = m_commit ? m_commit->edits : m_edits;
    m_unsaved = m_savingEdits != m_edits;
    m_session.authoring().saveDraft(
        m_draft, m_commit ? m_commit->text : m_buffer->snapshot(),
        [self = QPointer<DraftModel>(this)](Result<store::Draft> saved) {
            if (saved.ok())
                saved->text.clear();  // it is here
            deliverTo(self, [self, saved = std::move(saved)] { self->finishSave(saved); });
        },
        m_footing);
}

void DraftModel::finishSave(const Result<store::Draft>& saved) {
    m_saving = false;
    if (saved.ok()) {
        m_draft.revision = saved->revision;
        m_draft.saved = saved->saved;
        m_onDisk = true;
        m_savedEdits = m_savingEdits;
        m_asked = m_asked && m_unsaved;
        if (!m_unsaved && !m_theirs)
            leaveRefuge();
        proceedCommit();
        if (m_asked || m_commit || m_wanted)
            save();
        else if (m_unsaved && !m_saveTimer.isActive())
            m_saveTimer.start();
        if (!isUnsaved() && m_wanted)
            loadWanted();
    } else {
        m_unsaved = true;  // kept in memory; the next edit or saveNow() tries again
        if (saved.error().code == ErrorCode::Conflict) {
            load({workflow(), branch()}, Purpose::Meet);
        } else {
            stay();
            m_commit.reset();
            m_asked = false;
            Q_EMIT failed(tr("The draft could not be saved: %1").arg(toQString(saved.error().message)));
        }
    }
    Q_EMIT saveStateChanged();
}

void DraftModel::commit(const QString& author, const QString& message) {
    if (m_theirs || m_meeting) {
        Q_EMIT failed(tr("The draft was changed elsewhere; decide first which text counts"));
        return saveNow();
    }
    if (const std::string broken = m_buffer->brokenPart(); !broken.empty()) {
        Q_EMIT failed(tr("Part %1 is not valid JSON; correct it before the commit").arg(toQString(broken)));
        return;
    }
    m_commit = {toUtf8(author), toUtf8(message), m_buffer->snapshot(), m_edits};
    save();
    proceedCommit();
}

// What is committed is the draft as it was saved: with all that was typed before the click, and nothing later.
void DraftModel::proceedCommit() {
    if (!m_commit || m_saving || m_savedEdits < m_commit->edits)
        return;
    const CommitWords words = *std::exchange(m_commit, std::nullopt);
    m_committing = true;
    session::CommitRequest request;
    request.workflow = m_draft.workflow;
    request.branch = m_draft.branch;
    request.author = words.author;
    request.message = words.message;
    request.base = m_base ? m_base->id : VersionId();
    request.draftRevision = m_draft.revision;
    request.footing = m_footing;
    m_session.authoring().commit(std::move(request), [self = QPointer<DraftModel>(this),
                                                      edits = m_savedEdits](Result<workflow::Version> version) {
        auto made = std::make_shared<Result<workflow::Version>>(std::move(version));
        deliverTo(self, [self, edits, made] { self->finishCommit(*made, edits); });
    });
}

void DraftModel::finishCommit(Result<workflow::Version>& version, std::uint64_t editsThen) {
    m_committing = false;
    if (!version.ok()) {
        Q_EMIT failed(toQString(version.error().message));
        if (version.error().code == ErrorCode::Conflict) {
            m_unsaved = true;  // what is here may be on disk no more
            load({workflow(), branch()}, Purpose::Meet);
        } else if (m_unsaved) {
            m_saveTimer.start();
        } else if (m_wanted) {
            loadWanted();
        }
        Q_EMIT saveStateChanged();
        return;
    }
    m_base = {version->id, version->number, std::make_shared<const Json>(std::move(version->document))};
    m_draft.base = version->id;
    m_draft.revision += 1;  // the end of the draft counts
    m_onDisk = false;
    m_before.reset();
    m_unsaved = m_edits != editsThen;
    if (m_unsaved && !m_wanted) {
        m_saveTimer.start();
        check();
    } else {
        const Place next = m_wanted.value_or(Place(workflow(), branch()));
        open(next.first, next.second);
    }
    Q_EMIT committed(QStringLiteral("v%1").arg(version->number));
    Q_EMIT saveStateChanged();
}

}  // namespace touchstone::ui
