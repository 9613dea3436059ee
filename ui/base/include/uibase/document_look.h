// SPDX-License-Identifier: GPL-3.0-or-later
//
// Gives a document that was read from Markdown our look: type scale, code on a ground of its own, quiet quotations,
// tables of thin lines, air between paragraphs.
//
// GUI thread only.

#pragma once

class QTextDocument;

namespace touchstone::ui {

class Theme;

void applyDocumentLook(QTextDocument& document, const Theme& theme);

}  // namespace touchstone::ui
