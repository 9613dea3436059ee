// SPDX-License-Identifier: GPL-3.0-or-later
//
// Shows Markdown: no HTML, no pictures, nothing from files or the network. Links are only told.

#pragma once

#include <QTextBrowser>

namespace touchstone::ui {

class Theme;

class PageBrowser : public QTextBrowser {
    Q_OBJECT

public:
    // `theme` outlives the browser.
    PageBrowser(const Theme& theme, const QString& name, QWidget* parent = nullptr);

    void showMarkdown(const QString& text);

Q_SIGNALS:
    void linkClicked(const QUrl& link);

private:
    // `place`: how far it is scrolled, in pixels.
    void render(int place);

    const Theme& m_theme;
    QString m_text;
};

}  // namespace touchstone::ui
