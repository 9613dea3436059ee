// SPDX-License-Identifier: GPL-3.0-or-later
//
// The steps that lead back through a draft, over all of its parts. A step keeps the middle of a text that changed, not
// the text; what all steps keep is bounded, and the oldest are forgotten first.
//
// GUI thread only.

#pragma once

#include <QElapsedTimer>
#include <QString>
#include <QUndoStack>

#include <functional>
#include <string>
#include <vector>

namespace touchstone::ui {

// What decides a part's text: the template in it, or its JSON source.
struct PartState {
    bool isTemplate = false;
    QString text;
    bool operator==(const PartState&) const = default;
};

struct PartEdit {
    std::string part;
    PartState before;
    PartState after;
};

class DraftUndo {
public:
    // How the draft is read and changed. `caret` is where the change ends, in UTF-16 units.
    struct Draft {
        std::function<QString(const std::string& part, bool isTemplate)> text;
        std::function<void(const std::string& part, const PartState& state, qsizetype caret)> show;
    };

    static constexpr qsizetype kMostBytes = 64 << 20;
    static constexpr int kMostSteps = 5000;

    explicit DraftUndo(Draft draft);
    ~DraftUndo();

    // Something that was done. `caret` is where the cursor stands after typing (−1: unknown); it tells which of several
    // equal letters was typed. Typing goes on with the step before it until a pause, a line end or endTyping().
    void add(std::vector<PartEdit> edits, const QString& what, bool typing, qsizetype caret = -1);
    void endTyping() { m_sealed = true; }
    void clear() { m_stack.clear(); }

    [[nodiscard]] bool canUndo() const;
    [[nodiscard]] bool canRedo() const { return m_stack.canRedo(); }
    void undo();
    void redo();
    // Announces every change.
    [[nodiscard]] const QUndoStack& stack() const { return m_stack; }

private:
    class Step;
    void forgetOldest();
    void dropAll();

    const Draft m_draft;
    QUndoStack m_stack;
    QElapsedTimer m_sinceTyping;
    qsizetype m_bytes = 0;
    bool m_sealed = true;
    bool m_misfit = false;
};

}  // namespace touchstone::ui
