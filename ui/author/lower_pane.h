// SPDX-License-Identifier: GPL-3.0-or-later
//
// What stands under the editor: problems, the prompt as it would be sent, its tokens and cost, its sources, each behind
// a tab, and always in sight how full the context window is.
//
// GUI thread only.

#pragma once

#include "base/finding.h"
#include "uistate/preview_controller.h"

#include <QVariantMap>
#include <QWidget>

#include <vector>

class QLabel;
class QStackedWidget;
class QTabBar;
class QToolButton;

namespace touchstone::ui {

class ElidedLabel;
class MessagesView;
class Pill;
class ProblemsList;
class SourcesView;
class Theme;
class TokenBar;
class TokensPanel;

class LowerPane : public QWidget {
    Q_OBJECT

public:
    enum Tab { Problems, Rendered, Tokens, Sources };

    // `previews` outlives the pane; `problems` is the first page and belongs to it.
    LowerPane(const Theme& theme, const PreviewController& previews, ProblemsList* problems, QWidget* parent = nullptr);

    // What stands beside the name of the first tab.
    void countProblems(const std::vector<Finding>& findings);
    void setCurrentTab(Tab tab);
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

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitCollapsed();
    void buildTabs();
    void buildPages(ProblemsList* problems);
    [[nodiscard]] QWidget* makeFoot();
    void showPreview();
    void showPage(int tab);
    void showBudget();
    void showProblem();
    void updateCounts();

    const Theme& m_theme;
    const PreviewController& m_previews;
    QTabBar* m_tabs;
    Pill* m_problemCount;
    QToolButton* m_collapse;
    QStackedWidget* m_pages;
    MessagesView* m_messages;
    TokensPanel* m_tokens;
    SourcesView* m_sources;
    QWidget* m_problemLine;
    ElidedLabel* m_problem;
    TokenBar* m_bar;
    ElidedLabel* m_tier;
    QLabel* m_cost;
    PreviewController::Shown m_shownMessages;  // what the page of messages has
    PreviewController::Shown m_shownSources;
};

}  // namespace touchstone::ui
