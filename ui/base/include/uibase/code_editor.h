// SPDX-License-Identifier: GPL-3.0-or-later
//
// The editor for prompts, templates and JSON: highlighting, problems with squiggles, marks and fixes, bars of changes,
// completion, find and replace. It takes only keys for motion, selection, clipboard, undo and finding; every other
// shortcut stays the application's. Tab writes; after Esc it leads on.
//
// GUI thread only. Lines and columns count from 1, columns in Unicode code points.

#pragma once

#include "base/finding.h"
#include "uibase/completion.h"

#include <QWidget>

#include <functional>
#include <vector>

class QsciScintilla;

namespace touchstone::ui {

class CodeFindBar;
class EditorCompletion;
class Theme;

// One way to repair a problem, named for people: "Add input “brand”".
struct ProblemFix {
    QString title;
    std::function<void()> apply;
};

struct Problem {
    int line = 1;
    int column = 1;
    int length = 1;  // code points; at least one is marked
    Severity severity = Severity::Error;
    QString text = {};
    std::vector<ProblemFix> fixes = {};  // the likeliest first
};

// How lines differ from an older text.
struct LineChange {
    enum Kind { Added, Altered, Removed };  // Removed: lines are missing before `line`
    int line = 1;
    int count = 1;
    Kind kind = Added;
    bool operator==(const LineChange&) const = default;
};

class CodeEditor : public QWidget {
    Q_OBJECT

public:
    enum class Language { Plain, Json, Template };

    // `name` is what a screen reader calls the editor.
    CodeEditor(const Theme& theme, const QString& name, QWidget* parent = nullptr);
    ~CodeEditor() override;

    // Another document: the undo history is empty and the cursor at the start.
    void load(const QString& text);
    // The same document with other text: replaces only what differs, as one step to undo. Cursor and scrolling stay.
    void setText(const QString& text);
    void insert(const QString& text);

    void setLanguage(Language language);
    void setReadOnly(bool readOnly);
    void setWordWrap(bool wrap);
    void setLineNumbersVisible(bool visible);
    // Steps from the theme's size: −10…20.
    void setZoom(int steps);
    void setProblems(std::vector<Problem> problems);
    // Shows the bar of changes at the left; an empty list shows an empty bar.
    void setLineChanges(std::vector<LineChange> changes);
    // Asked while something is typed and on complete().
    void setCompleter(Completer completer);
    void complete();
    // The steps back are kept elsewhere: there is no history here, and Ctrl+Z is the application's.
    void setUndoElsewhere();
    void goTo(TextPosition position);
    // In UTF-16 units of text().
    void goToOffset(qsizetype offset);
    void setFirstVisibleLine(int line);
    // Selects the next (or previous) place of `text`, going round at the ends; false when there is none.
    bool find(const QString& text, bool forward = true);
    void openFind();
    void openReplace();
    void openGoToLine();
    // The last search again, or opens the bar.
    void findAgain(bool forward);
    // Applies the fix of the problem at the cursor, or on its line; asks by a menu when there are several. False when
    // there is none.
    bool applyFix();
    void undo();
    void redo();

    [[nodiscard]] QString text() const;
    [[nodiscard]] TextPosition cursor() const;
    [[nodiscard]] qsizetype cursorOffset() const;
    // Where the last edit ended; within textEdited() the cursor may still be before it.
    [[nodiscard]] qsizetype editOffset() const;
    [[nodiscard]] int firstVisibleLine() const;
    [[nodiscard]] bool isReadOnly() const;
    [[nodiscard]] bool canUndo() const;
    [[nodiscard]] bool canRedo() const;
    [[nodiscard]] int zoom() const;
    [[nodiscard]] const std::vector<Problem>& problems() const { return m_problems; }
    [[nodiscard]] const std::vector<LineChange>& lineChanges() const { return m_changes; }
    // The first problem at a place, or null.
    [[nodiscard]] const Problem* problemAt(TextPosition position) const;

Q_SIGNALS:
    // The person at the keyboard changed the text (also by undo); not emitted by load() and setText(). `what` names a
    // change that is more than typing, and is empty otherwise.
    void textEdited(const QString& what);
    void cursorMoved();
    // The cursor moved without typing: what is typed next stands somewhere else.
    void typingEnded();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildUi(const QString& name);
    void buildText(const QString& name);
    void wire();
    void applyTheme();
    void takeModification(int position, int kind, int length);
    [[nodiscard]] const Problem* problemNearCursor() const;
    bool showProblemTip(const QPoint& place, const QPoint& screen);
    bool takesKey(int key, Qt::KeyboardModifiers modifiers) const;
    bool handleKey(int key, Qt::KeyboardModifiers modifiers);
    bool handleTab(int key, Qt::KeyboardModifiers modifiers);

    // Constant after construction
    const Theme& m_theme;
    QsciScintilla* m_text;
    EditorCompletion* m_completion = nullptr;
    CodeFindBar* m_findBar = nullptr;

    Language m_language = Language::Plain;
    std::vector<Problem> m_problems;
    std::vector<LineChange> m_changes;
    long m_editEnd = 0;  // byte
    bool m_lineNumbers = true;
    bool m_showsChanges = false;
    bool m_loading = false;
    bool m_typed = false;     // the cursor's next move comes from typing
    bool m_tabLeads = false;  // Esc was pressed
    QString m_editName = {};  // of an edit that is more than typing
};

}  // namespace touchstone::ui
