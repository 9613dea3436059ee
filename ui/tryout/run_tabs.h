// SPDX-License-Identifier: GPL-3.0-or-later
//
// What stands below an answer: its figures, and in tabs where the time went, what was sent, which sources it had, what
// was checked and what it cost.
//
// GUI thread only.

#pragma once

#include "trace/trace.h"

#include <QWidget>

class QStackedWidget;

namespace touchstone::ui {

class CostView;
class MessagesView;
class PolicyView;
class RunFigures;
class SourcesView;
class TabLine;
class Theme;
class ValidationView;
class WaterfallView;

class RunTabs : public QWidget {
    Q_OBJECT

public:
    explicit RunTabs(const Theme& theme, QWidget* parent = nullptr);

    void showTrace(const trace::Trace& trace);
    // A run is under way: nothing is known of it yet.
    void clear();
    [[nodiscard]] int currentTab() const;
    void setCurrentTab(int tab);

private:
    void countTabs(const trace::Trace& trace);

    RunFigures* m_figures;
    TabLine* m_tabs;
    QStackedWidget* m_pages;
    WaterfallView* m_waterfall;
    MessagesView* m_messages;
    SourcesView* m_sources;
    ValidationView* m_validation;
    PolicyView* m_policy;
    CostView* m_cost;
};

}  // namespace touchstone::ui
