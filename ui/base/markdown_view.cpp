// SPDX-License-Identifier: GPL-3.0-or-later

#include "uibase/markdown_view.h"

#include "uibase/document_look.h"
#include "uibase/theme.h"

#include <QScrollBar>
#include <QTextBlock>
#include <QTextDocument>

namespace touchstone::ui {
namespace {

constexpr qsizetype kLongest = 100000;  // characters; some 30 ms to lay out
constexpr qsizetype kLongestDressed = 1500;
constexpr qsizetype kMostColumns = 100;
constexpr qsizetype kMostCells = 4000;
constexpr qsizetype kDeepest = 32;  // quotations and lists in each other
constexpr qsizetype kWidest = 200;  // blanks that a line may begin with

// Quotations, lists and blanks that a line begins with.
struct Indent {
    qsizetype marks = 0;
    qsizetype blanks = 0;
};

Indent indentOf(QStringView line) {
    Indent indent;
    for (const QChar each : line) {
        if (each == QLatin1Char('>') || each == QLatin1Char('-') || each == QLatin1Char('*') ||
            each == QLatin1Char('+'))
            ++indent.marks;
        else if (each.isSpace())
            ++indent.blanks;
        else
            break;
    }
    return indent;
}

// Whether Qt lays it out in no time: tables and nesting cost it more than their length tells.
bool isTame(const QString& markdown) {
    qsizetype cells = 0;
    for (const QStringView line : QStringView(markdown).split(QLatin1Char('\n'))) {
        const qsizetype columns = line.count(QLatin1Char('|'));
        const Indent indent = indentOf(line);
        cells += columns;
        const bool isRule = indent.marks + indent.blanks == line.size();  // "--------"
        if (columns > kMostColumns || cells > kMostCells || indent.blanks > kWidest ||
            (indent.marks > kDeepest && !(isRule && !line.contains(QLatin1Char('>')))))
            return false;
    }
    return true;
}

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
    const QString shown = cut ? markdown.left(kLongest) : markdown;
    const bool tame = isTame(shown);
    if (tame) {
        document()->setMarkdown(shown, QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub) |
                                           QTextDocument::MarkdownNoHTML);
        if (shown.size() <= kLongestDressed)  // each piece costs more the more there are
            applyDocumentLook(*document(), m_theme);
    } else {
        document()->setPlainText(shown);
        addNote(tr("… shown as plain text: its tables are too wide or it is nested too deep"));
    }
    if (cut)
        addNote(
            tr("… %n more character(s), shown as text only", nullptr, static_cast<int>(markdown.size() - kLongest)));
    setTextCursor(QTextCursor(document()));  // it must not draw the view to the end
    verticalScrollBar()->setValue(place);
}

void MarkdownView::addNote(const QString& note) {
    QTextCursor end(document());
    end.movePosition(QTextCursor::End);
    end.insertBlock();
    end.insertText(note);
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
