// SPDX-License-Identifier: GPL-3.0-or-later
//
// The help: contents and search at the left, a page at the right, back and forward. Works without a network; what leads
// outside is shown and opened only when that is said.
//
// GUI thread only.

#pragma once

#include "uihelp/help_library.h"
#include "uistate/place.h"

#include <QUrl>

class QListWidget;

namespace touchstone::ui {

class InlineBanner;
class PageBrowser;
class SearchLine;
class Theme;

class HelpView : public Place {
    Q_OBJECT

public:
    // `theme` outlives the view. Shows the first page.
    explicit HelpView(const Theme& theme, QWidget* parent = nullptr);

    [[nodiscard]] const HelpLibrary& library() const { return m_library; }
    // The page that is shown.
    [[nodiscard]] QString page() const { return m_history[m_at]; }

    [[nodiscard]] QList<QAction*> commands() const override;
    bool goTo(const Destination& destination) override;

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void makeActions();
    [[nodiscard]] QWidget* makeSide();
    [[nodiscard]] QWidget* makeBody();
    // Shows a page and remembers it for going back.
    void open(const QString& page);
    void showAt(qsizetype at);
    void follow(const QUrl& link);
    void decideOutside(int answer);
    void list(const QString& words);

    const Theme& m_theme;
    const HelpLibrary m_library;
    QStringList m_history;
    qsizetype m_at = 0;
    QUrl m_outside;  // what waits for a decision
    QAction* m_back = nullptr;
    QAction* m_forward = nullptr;
    QAction* m_find = nullptr;
    SearchLine* m_search = nullptr;
    QListWidget* m_list = nullptr;
    InlineBanner* m_banner = nullptr;
    PageBrowser* m_browser = nullptr;
};

}  // namespace touchstone::ui
