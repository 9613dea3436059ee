// SPDX-License-Identifier: GPL-3.0-or-later
//
// Markdown as a document in our look: type scale, code on a ground of its own, quiet quotations, tables of thin lines,
// air between paragraphs. Tags are text, and nothing is loaded from anywhere.
//
// GUI thread only.

#pragma once

#include <QString>

#include <memory>

class QTextDocument;
class QTextEdit;

namespace touchstone::ui {

class Theme;

// Takes time in proportion to the text, because nobody shows the document yet: one that a view shows is laid out again
// at each word that is added, which takes seconds for a page.
[[nodiscard]] std::unique_ptr<QTextDocument> readMarkdown(const QString& markdown, const Theme& theme);

// As it is, for a text that cannot be shown as Markdown. A line longer than `longestLine` characters is broken.
[[nodiscard]] std::unique_ptr<QTextDocument> readPlainText(const QString& text, const Theme& theme,
                                                           qsizetype longestLine);

// The view owns it from now on and forgets the one before; it is scrolled `place` pixels down.
void showDocument(QTextEdit& view, std::unique_ptr<QTextDocument> document, int place = 0);

}  // namespace touchstone::ui
