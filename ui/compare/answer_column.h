// SPDX-License-Identifier: GPL-3.0-or-later
//
// One of the texts that a case shows side by side: a head with a title, a verdict and a button that copies; what is to
// be said about the text; and the text with its differences marked. GUI thread only.

#pragma once

#include "text/diff.h"

#include <QString>
#include <QStringList>
#include <QTextCursor>

#include <memory>
#include <vector>

class QGridLayout;
class QPlainTextEdit;

namespace touchstone::ui {

class ElidedLabel;
class PanelHead;
class Pill;
class Theme;

class AnswerColumn {
public:
    // Lays its parts into one column of the grid, so that columns beside each other stay aligned; the grid's widget
    // owns them. `name` is what a screen reader calls the text, and its object name is `objectName`.
    AnswerColumn(const Theme& theme, const QString& name, const char* objectName, QGridLayout& grid, int column);

    void setTitle(const QString& title);
    // Beside the title: "✓ passed 1.00".
    void showVerdict(bool passed, const QString& text);
    void hideVerdict();
    // Under the head; `details` as tooltip.
    void setFacts(const QStringList& lines, const QString& details);
    // The equal pieces, and those of `side`, marked; of a very long answer the beginning, copying takes all of it.
    void setText(const std::vector<text::DiffPiece>& pieces, text::Change side);
    void setPlainText(const QString& text);
    void setVisible(bool visible);
    [[nodiscard]] QPlainTextEdit& text() const { return *m_text; }

private:
    void tellRest(QTextCursor& cursor) const;

    const Theme& m_theme;
    PanelHead* m_head;
    Pill* m_verdict;
    ElidedLabel* m_facts;
    QPlainTextEdit* m_text;
    std::shared_ptr<QString> m_whole = std::make_shared<QString>();  // what is copied
};

}  // namespace touchstone::ui
