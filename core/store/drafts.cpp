// SPDX-License-Identifier: Apache-2.0

#include "store/drafts.h"

#include "database.h"
#include "draft_rows.h"
#include "names.h"
#include "pointer_rows.h"
#include "workflow_rows.h"

#include "base/hash.h"

namespace touchstone::store {
namespace {

constexpr std::size_t kLargestText = 16U << 20U;

void requireSizes(const Draft& draft) {
    if (draft.text.size() > kLargestText)
        throw Failure{{ErrorCode::InvalidArgument, "the draft has " + std::to_string(draft.text.size()) +
                                                       " bytes; the most is " + std::to_string(kLargestText) +
                                                       ". Move examples into a dataset or documents into a corpus"}};
}

void writeDraft(Connection& connection, std::int64_t workflow, const Draft& draft) {
    const std::string base = draft.base.empty() ? "" : idBytes("the base version", draft.base.text, 32);
    connection.run(
        "INSERT INTO draft(workflow, branch, text, base, editor, revision, saved) VALUES(?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT(workflow, branch) DO UPDATE SET text = excluded.text, base = excluded.base, "
        "editor = excluded.editor, revision = excluded.revision, saved = excluded.saved",
        workflow, draft.branch, Blob{draft.text}, Blob{base}, toText(draft.editorState), draft.revision,
        nanoseconds(draft.saved));
}

// Columns: workflow, branch, base, revision, saved.
Draft headOf(const Statement& row) {
    Draft draft;
    draft.workflow = row.text(0);
    draft.branch = row.text(1);
    draft.base = VersionId(toHex(row.blob(2)));
    draft.revision = row.integer(3);
    draft.saved = wallTime(row.integer(4));
    return draft;
}

std::optional<Draft> loadDraft(Connection& connection, std::string_view workflow, std::string_view branch) {
    Statement row = connection.query(
        "SELECT w.name, d.branch, d.base, d.revision, d.saved, d.text, d.editor "
        "FROM workflow w JOIN draft d ON d.workflow = w.id WHERE w.name = ? AND d.branch = ? AND d.editor <> ''",
        workflow, branch);
    if (!row.step())
        return std::nullopt;
    Draft draft = headOf(row);
    draft.text = row.blob(5);
    draft.editorState = valueOrThrow(parseJson(row.text(6)));
    return draft;
}

}  // namespace

Pending<Draft> DraftStore::save(Draft draft) {
    return m_database.write<Draft>(
        Durability::Full, Change::Drafts,
        [draft = std::move(draft), saved = m_database.clock().wallNow()](WriteSession& session) {
            requireSizes(draft);
            requirePointerName(draft.branch);
            const std::int64_t workflow = requireWorkflow(session.connection, draft.workflow, saved);
            requireRevision(session.connection, workflow, {draft.workflow, draft.branch, draft.revision});
            if (draft.revision == 0 &&
                targetOf(session.connection, workflow, PointerKind::Branch, draft.branch).empty())
                requireFreePointer(session.connection, workflow, PointerKind::Branch, draft.branch);
            Draft next = draft;
            ++next.revision;
            next.saved = saved;
            writeDraft(session.connection, workflow, next);
            return next;
        });
}

Pending<void> DraftStore::discard(std::string workflow, std::string branch, std::int64_t revision) {
    return m_database.write<void>(Durability::Full, Change::Drafts,
                                  [workflow = std::move(workflow), branch = std::move(branch), revision,
                                   now = m_database.clock().wallNow()](WriteSession& session) {
                                      const std::int64_t row = findWorkflow(session.connection, workflow);
                                      const DraftMark seen{workflow, branch, revision};
                                      requireRevision(session.connection, row, seen);
                                      if (revision != 0)
                                          endDraft(session.connection, row, seen, now);
                                  });
}

Result<std::optional<Draft>> DraftStore::load(std::string_view workflow, std::string_view branch) const {
    return m_database.read([&](Connection& connection) { return loadDraft(connection, workflow, branch); });
}

Result<std::int64_t> DraftStore::revision(std::string_view workflow, std::string_view branch) const {
    return m_database.read(
        [&](Connection& connection) { return draftRevision(connection, findWorkflow(connection, workflow), branch); });
}

Result<std::vector<Draft>> DraftStore::list() const {
    return m_database.read([](Connection& connection) {
        std::vector<Draft> drafts;
        Statement rows = connection.query(
            "SELECT w.name, d.branch, d.base, d.revision, d.saved "
            "FROM workflow w JOIN draft d ON d.workflow = w.id WHERE d.editor <> '' "
            "ORDER BY d.saved DESC");
        while (rows.step())
            drafts.push_back(headOf(rows));
        return drafts;
    });
}

}  // namespace touchstone::store
