// SPDX-License-Identifier: GPL-3.0-or-later

#include "draft_undo.h"

#include "base/result.h"

#include <algorithm>

namespace touchstone::ui {
namespace {

constexpr std::chrono::milliseconds kPause{1000};

// One text before and after, without what they share. Where template and source take turns, both are whole.
struct Patch {
    std::string part;
    bool beforeIsTemplate = false;
    bool afterIsTemplate = false;
    qsizetype position = 0;
    QString removed;
    QString inserted;
};

// Moves a change of `count` letters at `position` of `text` so that it ends at `caret`, when that is the same change.
qsizetype movedToCaret(const QString& text, qsizetype position, qsizetype count, qsizetype begin) {
    if (begin < 0 || begin >= position)
        return position;
    const QStringView all(text);
    return all.sliced(begin, position - begin) == all.sliced(begin + count, position - begin) ? begin : position;
}

Patch patchOf(const PartEdit& edit, qsizetype caret) {
    Patch patch{edit.part, edit.before.isTemplate, edit.after.isTemplate, 0, edit.before.text, edit.after.text};
    if (edit.before.isTemplate != edit.after.isTemplate)
        return patch;
    const QString& a = edit.before.text;
    const QString& b = edit.after.text;
    const qsizetype prefix = std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin();
    qsizetype suffix = 0;
    const qsizetype most = std::min(a.size(), b.size()) - prefix;
    while (suffix < most && a[a.size() - 1 - suffix] == b[b.size() - 1 - suffix])
        ++suffix;
    patch.position = prefix;
    patch.removed = a.mid(prefix, a.size() - suffix - prefix);
    patch.inserted = b.mid(prefix, b.size() - suffix - prefix);
    if (caret >= 0 && patch.removed.isEmpty()) {
        patch.position = movedToCaret(b, prefix, patch.inserted.size(), caret - patch.inserted.size());
        patch.inserted = b.mid(patch.position, patch.inserted.size());
    } else if (caret >= 0 && patch.inserted.isEmpty()) {
        patch.position = movedToCaret(a, prefix, patch.removed.size(), caret);
        patch.removed = a.mid(patch.position, patch.removed.size());
    }
    return patch;
}

bool isLineEnded(const QString& typed, const QString& next) {
    return typed.contains(u'\n') &&
           !std::all_of(next.begin(), next.end(), [](QChar c) { return c == u' ' || c == u'\t'; });
}

// Makes `patch` do what `next` does after it; false when they are not one stretch of typing.
bool extend(Patch& patch, const Patch& next) {
    if (patch.part != next.part || patch.afterIsTemplate != next.beforeIsTemplate ||
        next.beforeIsTemplate != next.afterIsTemplate)
        return false;
    const qsizetype end = patch.position + patch.inserted.size();
    if (next.removed.isEmpty()) {
        if (next.position != end || isLineEnded(patch.inserted, next.inserted))
            return false;
        patch.inserted += next.inserted;
        return true;
    }
    if (!next.inserted.isEmpty() || patch.beforeIsTemplate != patch.afterIsTemplate)
        return false;
    if (next.position + next.removed.size() == end && next.removed.size() <= patch.inserted.size()) {
        patch.inserted.chop(next.removed.size());  // what was just typed is taken back
        return true;
    }
    if (!patch.inserted.isEmpty())
        return false;
    if (next.position + next.removed.size() == patch.position) {
        patch.removed.prepend(next.removed);
        patch.position = next.position;
        return true;
    }
    if (next.position != patch.position)
        return false;
    patch.removed += next.removed;
    return true;
}

}  // namespace

class DraftUndo::Step : public QUndoCommand {
public:
    Step(DraftUndo& owner, std::vector<Patch> patches, const QString& what, bool typing)
        : QUndoCommand(what), m_owner(owner), m_patches(std::move(patches)), m_typing(typing) {
        m_owner.m_bytes += bytes();
    }
    ~Step() override { m_owner.m_bytes -= bytes(); }

    void undo() override {
        for (auto patch = m_patches.rbegin(); patch != m_patches.rend(); ++patch)
            apply(*patch, {patch->beforeIsTemplate, patch->removed}, {patch->afterIsTemplate, patch->inserted});
    }

    void redo() override {
        if (!std::exchange(m_done, true))
            return;  // it is why the step was added
        for (const Patch& patch : m_patches)
            apply(patch, {patch.afterIsTemplate, patch.inserted}, {patch.beforeIsTemplate, patch.removed});
    }

    [[nodiscard]] int id() const override { return m_typing ? 1 : -1; }

    bool mergeWith(const QUndoCommand* other) override {
        const auto* next = static_cast<const Step*>(other);
        if (m_owner.m_sealed || m_owner.m_sinceTyping.hasExpired(kPause.count()) || m_patches.size() != 1 ||
            next->m_patches.size() != 1)
            return false;
        m_owner.m_bytes -= bytes();
        const bool merged = extend(m_patches.front(), next->m_patches.front());
        m_owner.m_bytes += bytes();
        setObsolete(merged && m_patches.front().removed.isEmpty() && m_patches.front().inserted.isEmpty());
        return merged;
    }

    [[nodiscard]] bool isForgotten() const { return m_patches.empty(); }
    void forget() const {
        m_owner.m_bytes -= bytes();
        m_patches.clear();
    }

private:
    [[nodiscard]] qsizetype bytes() const {
        qsizetype sum = 0;
        for (const Patch& patch : m_patches)
            sum += 2 * (patch.removed.size() + patch.inserted.size()) + qsizetype(sizeof(Patch));
        return sum;
    }

    void apply(const Patch& patch, const PartState& to, const PartState& from) const {
        if (to.isTemplate != from.isTemplate)
            return m_owner.m_draft.show(patch.part, to, to.text.size());
        QString text = m_owner.m_draft.text(patch.part, from.isTemplate);
        if (QStringView(text).mid(patch.position, from.text.size()) != from.text) {
            m_owner.m_misfit = true;
            return;
        }
        text.replace(patch.position, from.text.size(), to.text);
        m_owner.m_draft.show(patch.part, {to.isTemplate, text}, patch.position + to.text.size());
    }

    DraftUndo& m_owner;
    mutable std::vector<Patch> m_patches;  // empty: forgotten, which nobody sees but the memory
    const bool m_typing;
    bool m_done = false;
};

DraftUndo::DraftUndo(Draft draft) : m_draft(std::move(draft)) {
    m_stack.setUndoLimit(kMostSteps);
}

DraftUndo::~DraftUndo() {
    m_stack.clear();  // its steps count what they keep here
}

void DraftUndo::add(std::vector<PartEdit> edits, const QString& what, bool typing, qsizetype caret) {
    std::erase_if(edits, [](const PartEdit& edit) { return edit.before == edit.after; });
    if (edits.empty())
        return;
    std::vector<Patch> patches;
    for (const PartEdit& edit : edits)
        patches.push_back(patchOf(edit, caret));
    m_stack.push(new Step(*this, std::move(patches), what, typing));
    m_sealed = !typing;
    m_sinceTyping.start();
    forgetOldest();
}

// The newest step is kept however large it is.
void DraftUndo::forgetOldest() {
    for (int i = 0; m_bytes > kMostBytes && i + 1 < m_stack.index(); ++i)
        if (const auto* step = static_cast<const Step*>(m_stack.command(i)); !step->isForgotten())
            step->forget();
}

bool DraftUndo::canUndo() const {
    return m_stack.canUndo() && !static_cast<const Step*>(m_stack.command(m_stack.index() - 1))->isForgotten();
}

void DraftUndo::undo() {
    if (!canUndo())
        return;
    m_sealed = true;
    m_stack.undo();
    dropAll();
}

void DraftUndo::redo() {
    m_sealed = true;
    m_stack.redo();
    dropAll();
}

// A text that is not what the steps left can only be a fault of ours; guessing would spoil what people wrote.
void DraftUndo::dropAll() {
    if (std::exchange(m_misfit, false))
        m_stack.clear();
}

}  // namespace touchstone::ui
