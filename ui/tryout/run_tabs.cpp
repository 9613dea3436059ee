// SPDX-License-Identifier: GPL-3.0-or-later

#include "run_tabs.h"

#include "run_figures.h"
#include "uibase/tab_line.h"
#include "uibase/theme.h"
#include "uibase/waterfall_view.h"
#include "uirunview/messages_view.h"
#include "uirunview/record_panels.h"
#include "uirunview/run_spans.h"
#include "uirunview/sources_view.h"

#include <QStackedWidget>
#include <QVBoxLayout>

namespace touchstone::ui {
namespace {

enum Tab { Time, Messages, Sources, Validation, Policy, Cost };

QString withCount(const QString& name, std::size_t count) {
    return count == 0 ? name : QStringLiteral("%1 %2").arg(name).arg(count);
}

}  // namespace

RunTabs::RunTabs(const Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_figures(new RunFigures(theme)),
      m_tabs(new TabLine(theme, tr("What is known of the run"))),
      m_pages(new QStackedWidget),
      m_waterfall(new WaterfallView(theme, tr("Spans of the run"))),
      m_messages(new MessagesView(theme, tr("What was sent"))),
      m_sources(new SourcesView(theme)),
      m_validation(new ValidationView(theme)),
      m_policy(new PolicyView(theme)),
      m_cost(new CostView(theme)) {
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_waterfall->setObjectName(QStringLiteral("waterfall"));
    m_waterfall->setFrameShape(QFrame::NoFrame);
    m_tabs->setObjectName(QStringLiteral("runTabs"));
    for (const QString& name : {tr("Time"), tr("Messages"), tr("Sources"), tr("Validation"), tr("Policy"), tr("Cost")})
        m_tabs->addTab(name);
    for (QWidget* page :
         {static_cast<QWidget*>(m_waterfall), static_cast<QWidget*>(m_messages), static_cast<QWidget*>(m_sources),
          static_cast<QWidget*>(m_validation), static_cast<QWidget*>(m_policy), static_cast<QWidget*>(m_cost)})
        m_pages->addWidget(page);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_figures);
    layout->addWidget(m_tabs);
    layout->addWidget(m_pages, 1);
    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
}

void RunTabs::showTrace(const trace::Trace& trace) {
    m_figures->showTrace(trace);
    m_waterfall->setSpans(waterfallOf(trace.detail.spans));
    m_waterfall->setAxisVisible(true);
    m_messages->setMessages(shownMessages(trace.detail.messages));
    m_sources->setRows(sourceRows(trace.detail.sources));
    m_validation->setTrace(trace);
    m_policy->setTrace(trace);
    m_cost->setTrace(trace);
    countTabs(trace);
}

void RunTabs::countTabs(const trace::Trace& trace) {
    m_tabs->setTabText(Messages, withCount(tr("Messages"), trace.detail.messages.size()));
    m_tabs->setTabText(Sources, withCount(tr("Sources"), trace.detail.sources.size()));
    m_tabs->setTabText(Validation, withCount(tr("Validation"), trace.detail.validation.size()));
    m_tabs->setTabText(Policy, withCount(tr("Policy"), trace.detail.policy.size()));
}

void RunTabs::clear() {
    m_figures->clear();
    m_waterfall->setSpans({});
    m_waterfall->setAxisVisible(false);
}

int RunTabs::currentTab() const {
    return m_tabs->currentIndex();
}

void RunTabs::setCurrentTab(int tab) {
    if (tab >= 0 && tab < m_tabs->count())
        m_tabs->setCurrentIndex(tab);
}

}  // namespace touchstone::ui
