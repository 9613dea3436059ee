// SPDX-License-Identifier: GPL-3.0-or-later
//
// The document being edited: its parts as text, what the checks say about it, and its way to disk. Every edit is saved
// within two seconds; text that is not JSON is kept as typed and comes back at the next start.
//
// GUI thread only.

#pragma once

#include "session/session.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace touchstone::ui {

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
    // Empty text removes the part.
    void setSource(std::string_view part, const QString& json);

    // The instructions' and the last message's template, the two texts people edit most.
    [[nodiscard]] QString instructions() const;
    void setInstructions(const QString& text);
    [[nodiscard]] QString promptText() const;
    void setPromptText(const QString& text);

    // JSON pointer of what promptText() edits.
    [[nodiscard]] std::string promptPointer() const;
    [[nodiscard]] const Json& document() const { return m_document; }
    [[nodiscard]] std::string text() const;

    [[nodiscard]] const std::vector<Finding>& findings() const { return m_findings; }
    [[nodiscard]] const std::vector<workflow::PartChange>& changes() const { return m_changes; }
    [[nodiscard]] bool isRunnable() const { return m_runnable; }
    // When the last save was acknowledged; empty while an edit is not on disk.
    [[nodiscard]] std::optional<WallTime> savedAt() const;
    // True while something typed is not on disk yet.
    [[nodiscard]] bool isUnsaved() const { return m_unsaved || m_saving; }

    // Reports by committed() or failed().
    void commit(const QString& author, const QString& message);
    void discard();
    // Saves at once what is not saved yet.
    void saveNow();

Q_SIGNALS:
    void opened();
    // Someone gave the part another text.
    void partChanged(const QString& part);
    void checked();
    void saveStateChanged();
    void committed(const QString& version);
    void failed(const QString& message);

private:
    // What a worker makes ready for adopt().
    struct Loaded {
        session::OpenedDraft draft;
        Json document = Json::object();
    };

    void loadWanted();
    void adopt(Loaded loaded);
    void edited(std::string_view part);
    void check();
    void showCheck(session::CheckReport report);
    void finishSave(const Result<store::Draft>& saved);
    void finishCommit(const Result<workflow::Version>& version, std::uint64_t editsThen);
    [[nodiscard]] Json editorState() const;
    void restoreRawSources(const Json& editorState);

    session::Session& m_session;
    store::Draft m_draft;
    std::optional<workflow::Version> m_base;
    Json m_document = Json::object();
    std::map<std::string, QString, std::less<>> m_rawSources;  // parts whose text is not JSON at the moment
    std::vector<Finding> m_findings;
    std::vector<workflow::PartChange> m_changes;
    bool m_runnable = false;

    QTimer m_saveTimer;
    QTimer m_checkTimer;
    bool m_unsaved = false;
    bool m_saving = false;
    bool m_committing = false;                            // saves wait until the commit is over
    std::optional<std::pair<QString, QString>> m_wanted;  // workflow and branch to open once all is saved
    std::uint64_t m_edits = 0;
    std::uint64_t m_checkNumber = 0;  // the newest check wins
    std::uint64_t m_openNumber = 0;   // the newest open wins
};

}  // namespace touchstone::ui
