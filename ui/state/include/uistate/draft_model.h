// SPDX-License-Identifier: GPL-3.0-or-later
//
// The document being edited: its parts as text, what the checks say about it, and its way to disk. Every edit is saved
// within two seconds; text that is not JSON is kept as typed and comes back at the next start.
//
// Another window or program may change the same draft. It is noticed within seconds: without edits of one's own the
// draft is loaded again; with edits it is a conflict, which a person decides by keepMine() or takeTheirs(). Until then
// edits are kept here and in the state folder, where a crash does not reach them; the draft is not written.
//
// GUI thread only. A key costs what its text costs: the document is read, checked and written by workers.

#pragma once

#include "session/session.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace touchstone::ui {

class DraftBuffer;
class DraftRefuge;
class DraftUndo;
struct PartState;

// How an edit came about: its name for undo ("Add rule"), or empty for typing, and then where the cursor stands after
// it (UTF-16 units; -1: unknown).
struct EditOrigin {
    QString what = {};
    qsizetype caret = -1;
};

class DraftModel : public QObject {
    Q_OBJECT

public:
    explicit DraftModel(session::Session& session, QObject* parent = nullptr);
    ~DraftModel() override;

    // Loads the branch's draft, or its newest version to start one from. What was open before is saved first; when that
    // fails, it stays open.
    void open(const QString& workflow, const QString& branch);

    [[nodiscard]] bool isOpen() const { return !m_draft.workflow.empty(); }
    [[nodiscard]] QString workflow() const;
    [[nodiscard]] QString branch() const;
    // "v3", or empty before the first commit.
    [[nodiscard]] QString baseName() const;
    [[nodiscard]] bool isReadOnly() const;

    [[nodiscard]] bool hasPart(std::string_view part) const;
    // The part's JSON, indented; as typed when it is not JSON; empty when the document does not have the part.
    [[nodiscard]] QString source(std::string_view part) const;
    // Blank text removes the part.
    void setSource(std::string_view part, const QString& json, const EditOrigin& origin = {});
    // Where the part's text stops being JSON; the document has its last good value until then.
    [[nodiscard]] std::optional<TextPosition> brokenPlace(std::string_view part) const;

    // The instructions' and the last message's template, the two texts people edit most.
    [[nodiscard]] QString instructions() const;
    void setInstructions(const QString& text, const EditOrigin& origin = {});
    [[nodiscard]] QString promptText() const;
    void setPromptText(const QString& text, const EditOrigin& origin = {});

    // Every edit of any part is a step; typing is one step until it pauses, moves or leaves its line. Steps last as
    // long as the document is open.
    [[nodiscard]] bool canUndo() const;
    [[nodiscard]] bool canRedo() const;
    // What the next step would do: "Type in prompt".
    [[nodiscard]] QString undoText() const;
    [[nodiscard]] QString redoText() const;
    void undo();
    void redo();
    // What is typed from now on is another step.
    void endTyping();
    // Puts another document in place of this one, as one step named `what`. False, and nothing happens, when nothing is
    // open or nothing can be written.
    bool replace(std::shared_ptr<const Json> document, const QString& what);

    // JSON pointer of what promptText() edits.
    [[nodiscard]] std::string promptPointer() const;
    // Exact at any time. Just after a key this reads the document here, which may take longer than a key should.
    [[nodiscard]] const Json& document() const;
    [[nodiscard]] std::string text() const;
    // The document as it was last read: what was typed since is missing. Never reads.
    [[nodiscard]] std::shared_ptr<const Json> lastRead() const;

    [[nodiscard]] const std::vector<Finding>& findings() const { return m_findings; }
    [[nodiscard]] const std::vector<workflow::PartChange>& changes() const { return m_changes; }
    [[nodiscard]] bool isRunnable() const { return m_runnable; }
    // The version that the draft began from; null before the first commit.
    [[nodiscard]] std::shared_ptr<const Json> baseDocument() const { return m_base ? m_base->document : nullptr; }
    // What stands here now, for workers: shares the document.
    [[nodiscard]] session::DraftText snapshot() const;
    // When the last save was acknowledged; empty while an edit is not on disk.
    [[nodiscard]] std::optional<WallTime> savedAt() const;
    // True while something typed is not on disk, or a commit is under way.
    [[nodiscard]] bool isUnsaved() const { return m_unsaved || m_saving || m_committing || m_commit.has_value(); }

    // Reports by committed() or failed().
    void commit(const QString& author, const QString& message);
    // Saves at once what is not saved yet; asks by decisionNeeded() when a conflict is in the way.
    void saveNow();

    // Looks whether the draft was changed elsewhere. Done by itself every few seconds and when the application becomes
    // active.
    void lookElsewhere();
    [[nodiscard]] bool isConflicted() const { return m_theirs != nullptr; }
    // When the other side changed the draft. REQUIRES: isConflicted().
    [[nodiscard]] WallTime conflictTime() const;
    // Saves what is here over what is there.
    void keepMine();
    // Shows what is there instead of what is here.
    void takeTheirs();
    // Says that nobody decides now: what waited for it is given up.
    void decideLater();
    // What differs between what is here and what is there, there first. REQUIRES: isConflicted().
    void compareWithTheirs(std::function<void(std::vector<session::PartDifference>)> show);
    // The text that a conflict's end or loading again took away; bringBack() makes it an edit.
    [[nodiscard]] bool canBringBack() const { return m_before.has_value(); }
    void bringBack();

Q_SIGNALS:
    void opened();
    // What was to be opened is not: what is here cannot be saved, or nobody decides about it. It stays open.
    void stayed();
    // Someone gave the part another text.
    void partChanged(const QString& part);
    void checked();
    // See undoText() and redoText().
    void undoChanged();
    // Undo or redo changed the part's template or its source; the change ends at `caret` (UTF-16 units).
    void stepShown(const QString& part, bool inTemplate, qsizetype caret);
    // A save was asked for, begun, acknowledged or refused; see savedAt() and isUnsaved().
    void saveStateChanged();
    void committed(const QString& version);
    void failed(const QString& message);
    // Begun, ended, put off, or the other side changed again; see isConflicted().
    void conflictChanged();
    // Somebody waits for a decision about the conflict: to quit, to open another draft, to commit.
    void decisionNeeded();
    // The draft was changed elsewhere and loaded again; nothing that was here is lost (canBringBack()).
    void reloaded();

private:
    using Opened = std::shared_ptr<const session::OpenedDraft>;
    using Place = std::pair<QString, QString>;  // workflow and branch
    struct Base {
        VersionId id;
        std::int64_t number = 0;
        std::shared_ptr<const Json> document;
    };
    struct CommitWords {
        std::string author;
        std::string message;
        session::DraftText text;  // what it takes: what was there at the click
        std::uint64_t edits = 0;  // the same in edits
    };
    // Why a draft is loaded: to edit it, because it changed elsewhere, or as the other side of a conflict.
    enum class Purpose { Show, Reload, Meet };
    struct Load {
        Place place;
        Purpose purpose = Purpose::Show;
        std::uint64_t edits = 0;  // what was typed when it began
    };

    void load(const Place& place, Purpose purpose);
    void finishLoad(const Load& load, const Opened& opened);
    void loadWanted();
    void adopt(const Opened& opened, const QString& what);
    void adoptBase(const Opened& opened);
    void stand();
    void rememberBefore(const session::DraftText& other);
    void edited(std::string_view part);
    void save();
    void check();
    void showCheck(session::CheckReport report);
    void finishSave(const Result<store::Draft>& saved);
    void meet(const Opened& theirs);
    void meetHead();
    void finishMeetHead(Result<workflow::Version> head);
    void beginConflict(const Opened& theirs);
    void takeRefuge();
    void leaveRefuge();
    void findRefuge(const Opened& opened);
    void comeBack(const Opened& opened, const session::DraftText& kept);
    void writeOver();
    void outliveIt();
    void endConflict();
    void stay();
    void showOther(const session::DraftText& text, const QString& what);
    void edit(std::string_view part, const PartState& state, const EditOrigin& origin);
    void put(const std::string& part, const PartState& state);
    void proceedCommit();
    void finishCommit(Result<workflow::Version>& version, std::uint64_t editsThen);
    void adoptRevision(std::int64_t revision);

    session::Session& m_session;
    store::Subscription m_changesElsewhere;
    store::Draft m_draft;                         // without text and editor state, which are in the buffer
    std::shared_ptr<session::Footing> m_footing;  // where the saves and commits asked for will leave m_draft
    const std::unique_ptr<DraftBuffer> m_buffer;
    const std::unique_ptr<DraftUndo> m_undo;
    const std::unique_ptr<DraftRefuge> m_refuge;
    std::optional<Base> m_base;
    std::vector<Finding> m_findings;
    std::vector<workflow::PartChange> m_changes;
    bool m_runnable = false;

    QTimer m_saveTimer;
    QTimer m_checkTimer;
    QTimer m_lookTimer;
    QTimer m_refugeTimer;
    bool m_onDisk = false;  // there is a draft, not only a version
    bool m_unsaved = false;
    bool m_saving = false;
    bool m_loading = false;
    bool m_meeting = false;  // a conflict's other side is being loaded
    bool m_looking = false;
    bool m_asked = false;                 // somebody waits for the save
    std::optional<CommitWords> m_commit;  // begins when what it takes is saved
    bool m_committing = false;            // saves wait until the commit is over
    bool m_inRefuge = false;              // what is here is in the state folder too
    bool m_otherDocument = false;         // what is shown next is not what was open
    Opened m_theirs;                      // the other side of a conflict; null: none
    std::optional<session::DraftText> m_before;
    std::optional<Place> m_wanted;  // to open once all is saved
    std::uint64_t m_edits = 0;
    std::uint64_t m_savingEdits = 0;  // how many of them the save under way has
    std::uint64_t m_savedEdits = 0;   // how many are on disk
    std::uint64_t m_checkNumber = 0;  // the newest check wins
    std::uint64_t m_openNumber = 0;   // the newest open wins
};

}  // namespace touchstone::ui
