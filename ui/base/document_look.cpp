// SPDX-License-Identifier: GPL-3.0-or-later

#include "uibase/document_look.h"

#include "uibase/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QImage>
#include <QPointer>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextEdit>
#include <QTextList>
#include <QTextTable>
#include <QUrl>

namespace touchstone::ui {
namespace {

constexpr int kCellPadding = 5;
constexpr qreal kLineHeight = 130;  // percent

// One that loads nothing.
class InertDocument : public QTextDocument {
public:
    explicit InertDocument(const Theme& theme) {
        setUndoRedoEnabled(false);
        setDefaultFont(theme.font(TextStyle::Body));
    }

protected:
    // Nothing, but as something: for an answer that is empty Qt would look for the file itself.
    QVariant loadResource(int type, const QUrl&) override {
        if (type != ImageResource)
            return QByteArray("");
        QImage nothing(1, 1, QImage::Format_ARGB32_Premultiplied);
        nothing.fill(Qt::transparent);
        return nothing;
    }
};

bool isCodeBlock(const QTextBlock& block) {
    return block.isValid() && block.blockFormat().hasProperty(QTextFormat::BlockCodeFence);
}

TextStyle headingStyle(int level) {
    return level == 1 ? TextStyle::Figure : level == 2 ? TextStyle::Title : TextStyle::BodyStrong;
}

void dressText(const QTextBlock& block, const Theme& theme) {
    const int level = block.blockFormat().headingLevel();
    const bool isQuote = block.blockFormat().hasProperty(QTextFormat::BlockQuoteLevel);
    for (auto part = block.begin(); !part.atEnd(); ++part) {
        const QTextFragment run = part.fragment();
        QTextCharFormat style;
        if (level > 0)
            style.setFont(theme.font(headingStyle(level)));
        else if (isCodeBlock(block) || run.charFormat().fontFixedPitch())
            style.setFont(theme.font(TextStyle::Mono));
        if (isQuote)
            style.setForeground(theme.color(Role::TextMuted));
        if (style.isEmpty())
            continue;
        QTextCursor words(block);
        words.setPosition(run.position());
        words.setPosition(run.position() + run.length(), QTextCursor::KeepAnchor);
        words.mergeCharFormat(style);
    }
}

void dressBlock(const QTextBlock& block, const Theme& theme) {
    QTextCursor cursor(block);
    QTextBlockFormat format = block.blockFormat();
    const int level = format.headingLevel();
    const bool isCode = isCodeBlock(block);
    if (!isCode)
        format.setLineHeight(kLineHeight, QTextBlockFormat::ProportionalHeight);
    if (level > 0)
        format.setTopMargin(theme.px(level == 1 ? 0 : 18));
    if (isCode)
        format.setBackground(theme.color(Role::Sunken));
    const bool isLast = !isCode || !isCodeBlock(block.next());
    format.setBottomMargin(cursor.currentTable() || !isLast ? 0 : theme.px(block.textList() ? 3 : 8));
    cursor.setBlockFormat(format);
    dressText(block, theme);
}

// Qt 6.4 begins the first cell of a table that follows a quotation or code with an empty line, which takes the head's
// weight from it.
void repairFirstCell(QTextTable& table) {
    const QTextTableCell cell = table.cellAt(0, 0);
    QTextCursor cursor = cell.firstCursorPosition();
    if (cursor.block().length() > 1 || cursor.block() == cell.lastCursorPosition().block())
        return;
    cursor.deleteChar();
    cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
    QTextCharFormat head;
    head.setFontWeight(QFont::Bold);
    cursor.mergeCharFormat(head);
}

void dressTable(QTextTable& table, const Theme& theme) {
    repairFirstCell(table);
    QTextTableFormat format = table.format();
    format.setBorderBrush(theme.color(Role::Border));
    format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
    format.setBorder(1);
    format.setBorderCollapse(true);
    format.setCellPadding(theme.px(kCellPadding));
    table.setFormat(format);
}

void dress(QTextDocument& document, const Theme& theme) {
    for (QTextFrame* frame : document.rootFrame()->childFrames())
        if (auto* table = qobject_cast<QTextTable*>(frame))
            dressTable(*table, theme);
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next())
        dressBlock(block, theme);
}

// `text` with no line longer than `longest`.
QString withShortLines(const QString& text, qsizetype longest) {
    QString broken;
    broken.reserve(text.size() + text.size() / longest);
    qsizetype length = 0;
    for (const QChar letter : text) {
        length = letter == QLatin1Char('\n') ? -1 : length;
        if (length >= longest && !letter.isLowSurrogate()) {
            broken += QLatin1Char('\n');
            length = 0;
        }
        broken += letter;
        ++length;
    }
    return broken;
}

}  // namespace

std::unique_ptr<QTextDocument> readMarkdown(const QString& markdown, const Theme& theme) {
    auto document = std::make_unique<InertDocument>(theme);
    QTextCursor all(document.get());
    all.beginEditBlock();  // without it Qt adjusts what it knows at each piece
    document->setMarkdown(markdown, QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub) |
                                        QTextDocument::MarkdownNoHTML);
    all.endEditBlock();
    all.beginEditBlock();  // another one: the tables are known only now
    dress(*document, theme);
    all.endEditBlock();
    return document;
}

std::unique_ptr<QTextDocument> readPlainText(const QString& text, const Theme& theme, qsizetype longestLine) {
    auto document = std::make_unique<InertDocument>(theme);
    document->setPlainText(withShortLines(text, longestLine));
    return document;
}

void showDocument(QTextEdit& view, std::unique_ptr<QTextDocument> document, int place) {
    const QPointer<QTextDocument> before = view.document();
    document->setParent(&view);
    document->setDefaultTextOption(before->defaultTextOption());  // else the view changes it and all is laid out again
    document->setTextWidth(before->textWidth());
    view.setDocument(document.release());
    delete before;                                                 // unless the view did so
    if (const QTextDocument& shown = *view.document(); place > 0)  // Qt knows the height of what it has laid out
        shown.documentLayout()->blockBoundingRect(shown.lastBlock());
    view.verticalScrollBar()->setValue(place);
}

}  // namespace touchstone::ui
