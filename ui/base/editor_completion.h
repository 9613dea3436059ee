// SPDX-License-Identifier: GPL-3.0-or-later
//
// Completion in one editor: asks the completer as somebody types, shows the list, and takes the keys that belong to it.
//
// GUI thread only.

#pragma once

#include "uibase/completion.h"

#include <QObject>
#include <QPointer>

class QsciScintilla;

namespace touchstone::ui {

class CompletionPopup;
class Theme;

class EditorCompletion : public QObject {
    Q_OBJECT

public:
    EditorCompletion(const Theme& theme, QsciScintilla& text);
    ~EditorCompletion() override;

    void setCompleter(Completer completer) { m_completer = std::move(completer); }
    void offer(bool asked);
    void close();
    [[nodiscard]] bool isOpen() const;
    // True when the key was the list's.
    bool takeKey(int key, Qt::KeyboardModifiers modifiers);

private:
    void choose();

    const Theme& m_theme;
    QsciScintilla& m_text;
    Completer m_completer;
    QPointer<CompletionPopup> m_popup;
};

}  // namespace touchstone::ui
