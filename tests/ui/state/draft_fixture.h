// SPDX-License-Identifier: GPL-3.0-or-later
//
// For tests of drafts: a workspace with one workflow of two versions, new for each of them, and another program that
// changes the same draft.
//
// GUI thread only.

#pragma once

#include "uistate/draft_model.h"

#include "support/printing.h"
#include "ui/workspace_fixture.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>
#include <string>

namespace touchstone::test {

inline const QString kName = QString::fromLatin1(WorkspaceFixture::kWorkflow);
inline const QString kMain = QStringLiteral("main");

class DraftFixture {
protected:
    void begin() {
        m_fixture = std::make_unique<WorkspaceFixture>();
        auto opened = m_fixture->open(store::OpenMode::Create);
        VERIFY_OK(opened);
        m_session = std::move(opened).value();
        VERIFY_OK(m_fixture->fill(*m_session));
    }
    void end() {
        m_session.reset();
        m_fixture.reset();
    }

    static void open(ui::DraftModel& draft) {
        QSignalSpy opened(&draft, &ui::DraftModel::opened);
        draft.open(kName, kMain);
        QTRY_VERIFY(!opened.isEmpty());
    }

    // Another program saves `prompt` in the draft, or commits it.
    void changeElsewhere(bool commits, const QString& prompt = QStringLiteral("theirs")) {
        const auto elsewhere = m_fixture->open();
        VERIFY_OK(elsewhere);
        ui::DraftModel other(*elsewhere.value());
        open(other);
        other.setPromptText(prompt);
        if (commits)
            other.commit(QStringLiteral("other"), QStringLiteral("theirs"));
        other.saveNow();
        QTRY_VERIFY(!other.isUnsaved());
    }
    // "mine" here, "theirs" on disk.
    void conflict(ui::DraftModel& draft) {
        changeElsewhere(false);
        draft.setPromptText(QStringLiteral("mine"));
        draft.saveNow();
        QTRY_VERIFY(draft.isConflicted());
    }

    Result<session::OpenedDraft> opened() {
        return session::await<session::OpenedDraft>(
            [&](auto done) { m_session->authoring().openDraft(WorkspaceFixture::kWorkflow, "main", done); });
    }
    // The prompt of the draft on disk.
    QString stored() {
        const auto now = opened();
        return now.ok() ? QString::fromStdString(
                              resolvePointer(*now->text.document, "/prompt/messages/0/content")->get<std::string>())
                        : QString();
    }
    workflow::Version version(const std::string& reference) {
        return session::await<workflow::Version>(
                   [&](auto done) { m_session->authoring().version(WorkspaceFixture::kWorkflow, reference, done); })
            .valueOr({});
    }

    std::unique_ptr<WorkspaceFixture> m_fixture;
    std::unique_ptr<session::Session> m_session;
};

}  // namespace touchstone::test
