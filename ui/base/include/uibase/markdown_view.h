// SPDX-License-Identifier: GPL-3.0-or-later
//
// Markdown from a stranger, shown safely: tags are text, nothing is loaded from anywhere, and a link leads nowhere by
// itself. Its owner may offer to follow links.
//
// GUI thread only.

#pragma once

#include <QTextBrowser>

#include <memory>

namespace touchstone::ui {

class Theme;

class MarkdownView : public QTextBrowser {
    Q_OBJECT

public:
    // `name` is what a screen reader calls the text.
    MarkdownView(const Theme& theme, const QString& name, QWidget* parent = nullptr);

    // Replaces the text; scrolling stays where it was while the text only grows. Text beyond 20,000 characters is left
    // out, and paragraphs, tables or nesting beyond measure make it plain text, and said so: laying it out would block.
    void setMarkdownText(const QString& markdown);

private:
    void applyTheme();
    [[nodiscard]] std::unique_ptr<QTextDocument> makeDocument() const;

    const Theme& m_theme;
    QString m_markdown;
};

}  // namespace touchstone::ui
