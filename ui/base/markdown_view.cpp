// SPDX-License-Identifier: GPL-3.0-or-later

#include "uibase/markdown_view.h"

#include "uibase/theme.h"

#include <QScrollBar>
#include <QTextBlock>
#include <QTextDocument>

namespace touchstone::ui {
namespace {

constexpr qsizetype kLongest = 100000;  // characters; some 30 ms to lay out

}  // namespace

MarkdownView::MarkdownView(const Theme& theme, const QString& name, QWidget* parent)
    : QTextBrowser(parent), m_theme(theme) {
    setAccessibleName(name);
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setUndoRedoEnabled(false);
    document()->setDocumentMargin(12);
    connect(&theme, &Theme::themeChanged, this, &MarkdownView::applyTheme);
    applyTheme();
}

void MarkdownView::setMarkdownText(const QString& markdown) {
    const int place = markdown.startsWith(m_markdown) && !m_markdown.isEmpty() ? verticalScrollBar()->value() : 0;
    m_markdown = markdown;
    const bool cut = markdown.size() > kLongest;
    document()->setMarkdown(
        cut ? markdown.left(kLongest) : markdown,
        QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub) | QTextDocument::MarkdownNoHTML);
    if (cut) {
        QTextCursor end(document());
        end.movePosition(QTextCursor::End);
        end.insertBlock();
        end.insertText(
            tr("… %n more character(s), shown as text only", nullptr, static_cast<int>(markdown.size() - kLongest)));
    }
    verticalScrollBar()->setValue(place);
}

// Nothing, but as something: for an answer that is empty Qt would look for the file itself.
QVariant MarkdownView::loadResource(int type, const QUrl&) {
    if (type != QTextDocument::ImageResource)
        return QByteArray();
    QImage nothing(1, 1, QImage::Format_ARGB32_Premultiplied);
    nothing.fill(Qt::transparent);
    return nothing;
}

// The document takes colours from the palette when it is made, so it is made again.
void MarkdownView::applyTheme() {
    document()->setDefaultFont(m_theme.font(TextStyle::Body));
    setMarkdownText(m_markdown);
}

}  // namespace touchstone::ui
