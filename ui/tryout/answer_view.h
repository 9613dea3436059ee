// SPDX-License-Identifier: GPL-3.0-or-later
//
// An answer as it arrives and when it is complete: as text, as Markdown, or as a tree where it is JSON; and, while a
// run is pinned, how it differs from that one's.
//
// GUI thread only.

#pragma once

#include "engine/engine.h"

#include <QWidget>

#include <memory>

class QLabel;
class QStackedWidget;

namespace touchstone::ui {

class CodeEditor;
class DiffView;
class JsonTreeView;
class MarkdownView;
class SegmentedControl;
class Theme;

class AnswerView : public QWidget {
    Q_OBJECT

public:
    enum Mode { Text, Markdown, Tree, Difference, kModes };

    // `name` is what a screen reader calls the answer.
    AnswerView(const Theme& theme, const QString& name, QWidget* parent = nullptr);

    // What came so far.
    void showStream(const QString& text);
    // Null: nothing.
    void showOutcome(std::shared_ptr<const engine::Outcome> outcome);
    // The answer to show the difference from; null: there is no such mode.
    void setOther(std::shared_ptr<const engine::Outcome> other);

    [[nodiscard]] int mode() const;
    void setMode(int mode);
    // All of it, also what is too long to show.
    [[nodiscard]] QString text() const { return m_text; }

Q_SIGNALS:
    void modeChanged();

private:
    [[nodiscard]] QWidget* makeModes();
    void refresh();
    void offerModes();
    void showText(bool isJson);
    void showDifference();

    SegmentedControl* m_modes = nullptr;
    QStackedWidget* m_pages;
    CodeEditor* m_plain;
    MarkdownView* m_markdown;
    JsonTreeView* m_tree;
    DiffView* m_difference;
    QLabel* m_rest;  // says what the text is too long for
    bool m_isColored = false;
    QString m_text;
    std::shared_ptr<const engine::Outcome> m_outcome;
    std::shared_ptr<const engine::Outcome> m_other;
};

}  // namespace touchstone::ui
