// SPDX-License-Identifier: GPL-3.0-or-later

#include "uibase/markdown_view.h"

#include "uibase/document_look.h"
#include "uibase/theme.h"

#include <QScrollBar>
#include <QTextBlock>
#include <QTextDocument>

#include <algorithm>

namespace touchstone::ui {
namespace {

constexpr int kMargin = 12;

// What Qt lays out within a frame or two; measured by bench_answers.
constexpr qsizetype kLongest = 20000;          // characters
constexpr qsizetype kLongestParagraph = 4000;  // each is laid out at once
constexpr qsizetype kLongestLine = 500;        // of plain text
constexpr qsizetype kMostCells = 300;
constexpr qsizetype kDeepest = 32;  // quotations and lists in each other
constexpr qsizetype kWidest = 200;  // blanks that a line may begin with

// What a line begins with: marks of quotations and lists, and blanks.
struct Indent {
    qsizetype marks = 0;
    qsizetype blanks = 0;
};

Indent indentOf(QStringView line) {
    Indent indent;
    for (const QChar each : line) {
        if (QStringView(u">-*+.)").contains(each))
            ++indent.marks;
        else if (each.isSpace())
            indent.blanks += each == QLatin1Char('\t') ? 4 : 1;
        else if (!each.isDigit())
            break;
    }
    return indent;
}

bool isRule(QStringView line) {
    const QStringView marks = line.trimmed();
    const QChar mark = marks.isEmpty() ? QChar() : marks.front();
    return QStringView(u"-*.").contains(mark) &&
           std::all_of(marks.begin(), marks.end(), [mark](QChar each) { return each == mark || each.isSpace(); });
}

bool isTooDeep(QStringView line) {
    const Indent indent = indentOf(line);
    return indent.blanks > kWidest || (indent.marks > kDeepest && !isRule(line));
}

// The columns of a table whose head this line is drawn under ("|---|:-:|", perhaps in a quotation); 0: it is none.
qsizetype columnsUnder(QStringView line) {
    const bool drawn = std::all_of(line.begin(), line.end(), [](QChar each) {
        return QStringView(u"|:->*+.)").contains(each) || each.isSpace() || each.isDigit();
    });
    const bool isTable = drawn && line.contains(QLatin1Char('-')) &&
                         (line.contains(QLatin1Char('|')) || line.contains(QLatin1Char(':')));
    return isTable ? line.count(QLatin1Char('|')) + 1 : 0;
}

// Whether Qt reads it in no time: tables and nesting cost it more than their length tells. A row has the cells of its
// head, whatever is in it, and a table goes on to the next empty line.
bool isTame(const QString& markdown) {
    QString lines = markdown;
    lines.replace(QLatin1Char('\r'), QLatin1Char('\n'));
    qsizetype columns = 0;
    qsizetype cells = 0;
    for (const QStringView line : QStringView(lines).split(QLatin1Char('\n'))) {
        columns = line.trimmed().isEmpty() ? 0 : std::max(columns, columnsUnder(line));
        cells += columns;
        if (cells > kMostCells || isTooDeep(line))
            return false;
    }
    return true;
}

bool hasLongParagraph(const QTextDocument& document) {
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next())
        if (block.length() > kLongestParagraph)
            return true;
    return false;
}

void addNote(QTextDocument& document, const QString& note) {
    QTextCursor end(&document);
    end.movePosition(QTextCursor::End);
    end.insertBlock(QTextBlockFormat(), QTextCharFormat());
    end.insertText(note);
}

}  // namespace

MarkdownView::MarkdownView(const Theme& theme, const QString& name, QWidget* parent)
    : QTextBrowser(parent), m_theme(theme) {
    setAccessibleName(name);
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    setOpenExternalLinks(false);
    connect(&theme, &Theme::themeChanged, this, &MarkdownView::applyTheme);
    applyTheme();
}

void MarkdownView::setMarkdownText(const QString& markdown) {
    const int place = markdown.startsWith(m_markdown) && !m_markdown.isEmpty() ? verticalScrollBar()->value() : 0;
    m_markdown = markdown;
    showDocument(*this, makeDocument(), place);
}

std::unique_ptr<QTextDocument> MarkdownView::makeDocument() const {
    const QString shown = m_markdown.left(kLongest);
    std::unique_ptr<QTextDocument> document = isTame(shown) ? readMarkdown(shown, m_theme) : nullptr;
    if (!document || hasLongParagraph(*document)) {
        document = readPlainText(shown, m_theme, kLongestLine);
        addNote(*document, tr("… shown as plain text: a paragraph or a table is too large, or it is nested too deep"));
    }
    if (m_markdown.size() > kLongest)
        addNote(*document, tr("… %n more character(s), shown as text only", nullptr,
                              static_cast<int>(m_markdown.size() - kLongest)));
    document->setDocumentMargin(kMargin);
    return document;
}

// The document takes colours from the palette when it is made, so it is made again.
void MarkdownView::applyTheme() {
    setMarkdownText(m_markdown);
}

}  // namespace touchstone::ui
