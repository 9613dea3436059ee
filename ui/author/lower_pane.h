// SPDX-License-Identifier: GPL-3.0-or-later
//
// What stands under the editor: problems, the prompt as it would be sent, its tokens and cost, its sources, each behind
// a tab, and below them how full the context window is. Where the window is narrow, Try is one of the tabs.
//
// GUI thread only.

#pragma once

#include "base/finding.h"
#include "uistate/preview_controller.h"

#include <QVariantMap>
#include <QWidget>

#include <vector>

class QLabel;
class QScrollArea;
class QStackedWidget;
class QToolButton;

namespace touchstone::ui {

class ElidedLabel;
class MessagesView;
class Pill;
class ProblemsList;
class SourcesView;
class TabLine;
class Theme;
class TokenBar;
class TokensPanel;

class LowerPane : public QWidget {
    Q_OBJECT

public:
    enum Tab { Problems, Rendered, Tokens, Sources, Try };

    // `previews` outlives the pane; `problems` is the first page and belongs to it.
    LowerPane(const Theme& theme, const PreviewController& previews, ProblemsList* problems, QWidget* parent = nullptr);

    // What stands beside the name of the first tab.
    void countProblems(const std::vector<Finding>& findings);
    void setCurrentTab(Tab tab);
    [[nodiscard]] Tab currentTab() const;
    // Makes `panel` the page of the tab Try, until takeTry() gives it back without a parent.
    void addTry(QWidget* panel);
    [[nodiscard]] QWidget* takeTry();
    void setFootVisible(bool visible);
    // Only the tabs and the budget stay.
    void setCollapsed(bool collapsed);
    [[nodiscard]] bool isCollapsed() const;
    // "≈ 1,204 tok · ≈ $0.0011 / run" for the status bar.
    [[nodiscard]] QString status() const;

    // The tab and whether it is collapsed.
    [[nodiscard]] QVariantMap saveLayout() const;
    void restoreLayout(const QVariantMap& layout);

Q_SIGNALS:
    // A person wants to be led to where a run of the prompt's text comes from: a finding without text.
    void placeRequested(const touchstone::Finding& place);
    void statusChanged();
    void tabChanged();
    void collapsedChanged();

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitCollapsed();
    void buildTabs();
    void buildPages(ProblemsList* problems);
    [[nodiscard]] QWidget* makeFoot();
    void showPreview();
    void showPage(int tab);
    void showFoot();
    void showBudget();
    void showProblem();
    void updateCounts();

    const Theme& m_theme;
    const PreviewController& m_previews;
    TabLine* m_tabs;
    Pill* m_problemCount;
    QToolButton* m_collapse;
    QStackedWidget* m_pages;
    MessagesView* m_messages;
    TokensPanel* m_tokens;
    SourcesView* m_sources;
    QScrollArea* m_try = nullptr;  // made when Try first comes
    QWidget* m_foot = nullptr;
    bool m_footWanted = true;
    bool m_wantsTry = false;  // the tab is not there, but was the current one
    QWidget* m_problemLine;
    ElidedLabel* m_problem;
    TokenBar* m_bar;
    ElidedLabel* m_tier;
    QLabel* m_cost;
    PreviewController::Shown m_shownMessages;  // what the page of messages has
    PreviewController::Shown m_shownSources;
};

}  // namespace touchstone::ui
