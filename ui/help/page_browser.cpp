// SPDX-License-Identifier: GPL-3.0-or-later

#include "page_browser.h"

#include "uibase/document_look.h"
#include "uibase/theme.h"

#include <QScrollBar>
#include <QTextDocument>

namespace touchstone::ui {
namespace {

constexpr int kMargin = 24;

}  // namespace

PageBrowser::PageBrowser(const Theme& theme, const QString& name, QWidget* parent)
    : QTextBrowser(parent), m_theme(theme) {
    setAccessibleName(name);
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    connect(this, &QTextBrowser::anchorClicked, this, &PageBrowser::linkClicked);
    connect(&theme, &Theme::themeChanged, this, [this] { render(verticalScrollBar()->value()); });
}

void PageBrowser::showMarkdown(const QString& text) {
    m_text = text;
    render(0);
}

void PageBrowser::render(int place) {
    std::unique_ptr<QTextDocument> page = readMarkdown(m_text, m_theme);
    page->setDocumentMargin(m_theme.px(kMargin));
    showDocument(*this, std::move(page), place);
}

}  // namespace touchstone::ui
