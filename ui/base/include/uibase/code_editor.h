// SPDX-License-Identifier: GPL-3.0-or-later
//
// The editor for prompts, templates and JSON: highlighting, problems with squiggles and marks, completion. It takes
// only keys for motion, selection, clipboard and undo; every other shortcut stays the application's.
//
// GUI thread only. Lines and columns count from 1, columns in Unicode code points.

#pragma once

#include "base/finding.h"

#include <QStringList>
#include <QWidget>

#include <vector>

class QsciScintilla;

namespace touchstone::ui {

class Theme;

struct Problem {
    int line = 1;
    int column = 1;
    int length = 1;  // code points; at least one is marked
    Severity severity = Severity::Error;
    QString text;
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
    // Offered while a word is typed (in templates only inside braces) and on complete().
    void setCompletions(QStringList words);
    void complete();
    void goTo(TextPosition position);
    // Selects the next (or previous) place of `text`, going round at the ends; false when there is none.
    bool find(const QString& text, bool forward = true);
    void undo();
    void redo();

    [[nodiscard]] QString text() const;
    [[nodiscard]] TextPosition cursor() const;
    [[nodiscard]] bool isReadOnly() const;
    [[nodiscard]] bool canUndo() const;
    [[nodiscard]] bool canRedo() const;
    [[nodiscard]] int zoom() const;
    [[nodiscard]] const std::vector<Problem>& problems() const { return m_problems; }
    // The first problem at a place, or null.
    [[nodiscard]] const Problem* problemAt(TextPosition position) const;

Q_SIGNALS:
    // The person at the keyboard changed the text (also by undo); not emitted by load() and setText().
    void textEdited();
    void cursorMoved();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildUi(const QString& name);
    void applyTheme();
    void applyStyles();
    void applyMarks();
    void applyMargins();
    void offerCompletions(bool asked);
    void showProblems();
    void markProblem(const Problem& problem);
    bool showProblemTip(const QPoint& place, const QPoint& screen);
    bool handleKey(int key, Qt::KeyboardModifiers modifiers);
    [[nodiscard]] bool isInCode(long position) const;

    // Constant after construction
    const Theme& m_theme;
    QsciScintilla* m_text;

    Language m_language = Language::Plain;
    std::vector<Problem> m_problems;
    QStringList m_completions;
    bool m_lineNumbers = true;
    bool m_loading = false;
};

}  // namespace touchstone::ui
