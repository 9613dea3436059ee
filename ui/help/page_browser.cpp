// SPDX-License-Identifier: GPL-3.0-or-later

#include "page_browser.h"

#include "uibase/theme.h"

#include <QScrollBar>
#include <QTextBlock>
#include <QTextList>
#include <QTextTable>

namespace touchstone::ui {
namespace {

constexpr int kMargin = 24;
constexpr int kCellPadding = 5;
constexpr qreal kLineHeight = 130;  // percent

bool isCodeBlock(const QTextBlock& block) {
    return block.isValid() && block.blockFormat().hasProperty(QTextFormat::BlockCodeFence);
}

TextStyle headingStyle(int level) {
    return level == 1 ? TextStyle::Figure : level == 2 ? TextStyle::Title : TextStyle::BodyStrong;
}

}  // namespace

PageBrowser::PageBrowser(const Theme& theme, const QString& name, QWidget* parent)
    : QTextBrowser(parent), m_theme(theme) {
    setAccessibleName(name);
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    setUndoRedoEnabled(false);
    connect(this, &QTextBrowser::anchorClicked, this, &PageBrowser::linkClicked);
    connect(&theme, &Theme::themeChanged, this, &PageBrowser::render);
}

// Empty, but not nothing: for nothing QTextDocument would look into files itself.
QVariant PageBrowser::loadResource(int, const QUrl&) {
    return QByteArray("");
}

void PageBrowser::showMarkdown(const QString& text) {
    m_text = text;
    render();
    verticalScrollBar()->setValue(0);
    moveCursor(QTextCursor::Start);
}

void PageBrowser::render() {
    const int place = verticalScrollBar()->value();
    document()->setDefaultFont(m_theme.font(TextStyle::Body));
    document()->setMarkdown(
        m_text, QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub) | QTextDocument::MarkdownNoHTML);
    document()->setDocumentMargin(m_theme.px(kMargin));
    dressBlocks();
    verticalScrollBar()->setValue(place);
}

// Our type scale, code in the code font on a ground of its own, air between paragraphs.
void PageBrowser::dressBlocks() {
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        QTextCursor cursor(block);
        QTextBlockFormat format = block.blockFormat();
        const int level = format.headingLevel();
        const bool isCode = isCodeBlock(block);
        if (!isCode)
            format.setLineHeight(kLineHeight, QTextBlockFormat::ProportionalHeight);
        if (level > 0)
            format.setTopMargin(m_theme.px(level == 1 ? 0 : 18));
        if (isCode)
            format.setBackground(m_theme.color(Role::Sunken));
        const bool isLast = !isCode || !isCodeBlock(block.next());
        format.setBottomMargin(cursor.currentTable() || !isLast ? 0 : m_theme.px(block.textList() ? 3 : 8));
        cursor.setBlockFormat(format);
        dressText(block, level, isCode);
    }
    dressTables();
}

void PageBrowser::dressText(const QTextBlock& block, int level, bool isCode) {
    for (auto part = block.begin(); !part.atEnd(); ++part) {
        const QTextFragment run = part.fragment();
        QTextCursor words(document());
        words.setPosition(run.position());
        words.setPosition(run.position() + run.length(), QTextCursor::KeepAnchor);
        QTextCharFormat style;
        if (level > 0)
            style.setFont(m_theme.font(headingStyle(level)));
        else if (isCode || run.charFormat().fontFixedPitch())
            style.setFont(m_theme.font(TextStyle::Mono));
        words.mergeCharFormat(style);
    }
}

void PageBrowser::dressTables() {
    for (QTextFrame* frame : document()->rootFrame()->childFrames())
        if (auto* table = qobject_cast<QTextTable*>(frame)) {
            QTextTableFormat format = table->format();
            format.setBorderBrush(m_theme.color(Role::Border));
            format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
            format.setBorder(1);
            format.setBorderCollapse(true);
            format.setCellPadding(m_theme.px(kCellPadding));
            table->setFormat(format);
        }
}

}  // namespace touchstone::ui
