// SPDX-License-Identifier: GPL-3.0-or-later

#include "page_browser.h"

#include "uibase/document_look.h"
#include "uibase/theme.h"

#include <QScrollBar>

namespace touchstone::ui {
namespace {

constexpr int kMargin = 24;

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
    applyDocumentLook(*document(), m_theme);
    verticalScrollBar()->setValue(place);
}

}  // namespace touchstone::ui
