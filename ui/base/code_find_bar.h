// SPDX-License-Identifier: GPL-3.0-or-later
//
// The strip under an editor to find, to replace, or to go to a line. Esc closes it and goes back to the text.
//
// GUI thread only.

#pragma once

#include "editor_search.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace touchstone::ui {

class Theme;

class CodeFindBar : public QWidget {
    Q_OBJECT

public:
    enum class Mode { Find, Replace, Line };

    CodeFindBar(const Theme& theme, QsciScintilla& text, QWidget* parent = nullptr);

    // `words` is looked for when it is not empty.
    void open(Mode mode, const QString& words);
    void close();
    // Again, without opening the bar; false when nothing was looked for or there is none.
    bool findNext(bool forward);

Q_SIGNALS:
    void closed();
    // All places are to be replaced; the owner of the text does it by replaceAll().
    void replaceAllRequested(const touchstone::ui::Search& search, const QString& with);
    // Column 0: only a line was typed.
    void lineRequested(int line, int column);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void buildUi();
    [[nodiscard]] QPushButton* makeButton(const char* name, const QString& text);
    [[nodiscard]] Search search() const;
    void step(bool forward);
    void replaceOne();
    void goToLine();
    void count();

    const Theme& m_theme;
    QsciScintilla& m_text;
    Mode m_mode = Mode::Find;
    QLineEdit* m_words;
    QLineEdit* m_with;
    QCheckBox* m_matchCase;
    QCheckBox* m_wholeWords;
    QLabel* m_count;
    QToolButton* m_next = nullptr;
    QToolButton* m_previous = nullptr;
    QPushButton* m_replace = nullptr;
    QPushButton* m_replaceAll = nullptr;
};

}  // namespace touchstone::ui
