// SPDX-License-Identifier: GPL-3.0-or-later

#include "lower_pane.h"

#include "preview_words.h"
#include "problems_list.h"
#include "tab_head.h"
#include "tokens_panel.h"
#include "uibase/elided_label.h"
#include "uibase/format.h"
#include "uibase/panel_head.h"
#include "uibase/pill.h"
#include "uibase/tab_line.h"
#include "uibase/theme.h"
#include "uibase/token_bar.h"
#include "uirunview/messages_view.h"
#include "uirunview/sources_view.h"
#include "uistate/text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QResizeEvent>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace touchstone::ui {
namespace {

constexpr int kMargin = 12;

// The parts that the prompt has, in the order and colours of the legend of its messages.
std::vector<TokenSegment> segmentsOf(const session::Preview& preview) {
    std::vector<TokenSegment> segments;
    for (std::size_t i = 0; i < engine::kPromptPartCount; ++i) {
        const auto part = static_cast<session::PromptPart>(i);
        if (preview.tokens.of(part) == 0)
            continue;
        QString name = promptPartName(part);
        if (part == session::PromptPart::Examples && !preview.examples.empty())
            name = LowerPane::tr("examples × %1").arg(formatCount(std::ssize(preview.examples)));
        if (part == session::PromptPart::Context)
            name = LowerPane::tr("context · %1 of %2")
                       .arg(formatCount(std::ssize(preview.sources)),
                            formatCount(std::ssize(preview.sources) + std::ssize(preview.dropped)));
        segments.push_back({std::move(name), preview.tokens.of(part), i});
    }
    return segments;
}

}  // namespace

LowerPane::LowerPane(const Theme& theme, const PreviewController& previews, ProblemsList* problems, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_previews(previews),
      m_tabs(new TabLine(theme, tr("Under the editor"))),
      m_problemCount(new Pill(theme, {}, PillTone::Warning, m_tabs)),
      m_collapse(makeToolButton(theme, Icon::ChevronDown, tr("Collapse the pane"), nullptr)),
      m_pages(new QStackedWidget),
      m_messages(new MessagesView(theme, tr("The prompt as it would be sent"))),
      m_tokens(new TokensPanel(theme)),
      m_sources(new SourcesView(theme)) {
    setObjectName(QStringLiteral("lowerPane"));
    buildTabs();
    buildPages(problems);
    auto* head = new TabHead(theme);
    auto* line = new QHBoxLayout(head);
    line->setContentsMargins(0, 0, 8, 0);
    line->addWidget(m_tabs, 1);
    line->addWidget(m_collapse);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(head);
    layout->addWidget(m_pages, 1);
    m_foot = makeFoot();
    layout->addWidget(m_foot);
    connect(m_messages, &MessagesView::placeRequested, this, [this](const QString& pointer, TextPosition position) {
        Q_EMIT placeRequested({Severity::Info, {}, toUtf8(pointer), position, {}});
    });
    connect(&previews, &PreviewController::changed, this, &LowerPane::showPreview);
    showPreview();
}

void LowerPane::buildTabs() {
    m_tabs->setObjectName(QStringLiteral("lowerTabs"));
    for (const QString& title : {tr("Problems"), tr("Rendered"), tr("Tokens"), tr("Sources")})
        m_tabs->addTab(title);
    m_problemCount->hide();
    m_collapse->setObjectName(QStringLiteral("collapseLower"));
    connect(m_tabs, &QTabBar::currentChanged, this, &LowerPane::showPage);
    connect(m_tabs, &QTabBar::currentChanged, this, &LowerPane::tabChanged);
    connect(m_tabs, &QTabBar::tabBarClicked, this, [this] { setCollapsed(false); });
    connect(m_collapse, &QToolButton::clicked, this, [this] { setCollapsed(!isCollapsed()); });
}

void LowerPane::buildPages(ProblemsList* problems) {
    m_pages->addWidget(problems);
    m_pages->addWidget(m_messages);
    m_pages->addWidget(m_tokens);
    m_pages->addWidget(m_sources);
    const auto fit = [this] { m_pages->setMinimumHeight(m_theme.px(56)); };
    fit();
    connect(&m_theme, &Theme::themeChanged, this, fit);
    m_messages->setEmptyText(tr("The prompt appears here as it would be sent, with the input of the Try form."));
    m_sources->setEmptyText(tr("This workflow searches no corpus, or nothing was found for this input."));
}

QWidget* LowerPane::makeFoot() {
    m_problemLine = new QWidget;
    m_problem = new ElidedLabel;
    m_problem->setObjectName(QStringLiteral("previewProblem"));
    auto* sign = new QLabel;
    const auto paintSign = [this, sign] {
        sign->setPixmap(m_theme.icon(Icon::Warning, Role::Warning).pixmap(m_theme.px(16)));
    };
    paintSign();
    connect(&m_theme, &Theme::themeChanged, sign, paintSign);
    auto* problemLine = new QHBoxLayout(m_problemLine);
    problemLine->setContentsMargins(0, 0, 0, 0);
    problemLine->setSpacing(8);
    problemLine->addWidget(sign);
    problemLine->addWidget(m_problem, 1);
    m_bar = new TokenBar(m_theme);
    m_tier = new ElidedLabel;
    m_tier->setObjectName(QStringLiteral("previewTier"));
    m_tier->setForegroundRole(QPalette::PlaceholderText);
    m_cost = new QLabel;
    m_cost->setObjectName(QStringLiteral("previewCost"));
    setTextStyle(*m_cost, m_theme, TextStyle::BodyStrong);
    auto* costLine = new QHBoxLayout;
    costLine->addWidget(m_tier, 1);
    costLine->addWidget(m_cost);
    auto* foot = new QWidget;
    foot->setAutoFillBackground(true);
    foot->setBackgroundRole(QPalette::Base);
    auto* layout = new QVBoxLayout(foot);
    layout->setContentsMargins(kMargin, 8, kMargin, 8);
    layout->setSpacing(4);
    layout->addWidget(m_problemLine);
    layout->addWidget(m_bar);
    layout->addLayout(costLine);
    return foot;
}

// ---- Try, where it has no column

// It scrolls: a window may be lower than all that a run tells.
void LowerPane::addTry(QWidget* panel) {
    if (!m_try) {
        m_try = new QScrollArea;
        m_try->setWidgetResizable(true);
        m_try->setFrameShape(QFrame::NoFrame);
        m_try->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        m_try->setFocusPolicy(Qt::NoFocus);
    }
    m_try->setWidget(panel);
    m_pages->addWidget(m_try);
    m_tabs->addTab(tr("Try"));
    if (std::exchange(m_wantsTry, false))
        setCurrentTab(Try);
}

QWidget* LowerPane::takeTry() {
    m_wantsTry = currentTab() == Try;
    setCurrentTab(m_wantsTry ? Problems : currentTab());
    m_tabs->removeTab(Try);
    m_pages->removeWidget(m_try);
    return m_try->takeWidget();
}

// ---- State

void LowerPane::countProblems(const std::vector<Finding>& findings) {
    const auto count = static_cast<int>(findings.size());
    m_problemCount->setText(QString::number(count));
    m_problemCount->setTone(hasErrors(findings) ? PillTone::Worse : PillTone::Warning);
    m_tabs->setTabButton(Problems, QTabBar::RightSide, count > 0 ? m_problemCount : nullptr);
    m_problemCount->setVisible(count > 0);  // a button that is set again was hidden by that
    m_tabs->setTabToolTip(Problems, count > 0 ? tr("%n problem(s)", nullptr, count) : QString());
}

void LowerPane::setCurrentTab(Tab tab) {
    m_tabs->setCurrentIndex(tab);
}

LowerPane::Tab LowerPane::currentTab() const {
    return static_cast<Tab>(m_tabs->currentIndex());
}

void LowerPane::setFootVisible(bool visible) {
    m_footWanted = visible;
    showFoot();
}

// A run needs the room; how full the window of its model is stands in its messages.
void LowerPane::showFoot() {
    m_foot->setVisible(m_footWanted && (isCollapsed() || currentTab() != Try));
}

void LowerPane::setCollapsed(bool collapsed) {
    if (collapsed == isCollapsed())
        return;
    m_pages->setVisible(!collapsed);
    m_collapse->setIcon(m_theme.icon(collapsed ? Icon::ChevronUp : Icon::ChevronDown));
    const QString name = collapsed ? tr("Show the pane") : tr("Collapse the pane");
    m_collapse->setToolTip(name);
    m_collapse->setAccessibleName(name);
    setSizePolicy(QSizePolicy::Preferred, collapsed ? QSizePolicy::Fixed : QSizePolicy::Preferred);
    showFoot();
    fitCollapsed();
    if (!collapsed)
        showPreview();
    Q_EMIT collapsedChanged();
}

// The legend wraps, so the height depends on the width.
void LowerPane::fitCollapsed() {
    const bool wraps = layout()->hasHeightForWidth() && width() > 0;
    const int height = wraps ? layout()->totalHeightForWidth(width()) : sizeHint().height();
    setMaximumHeight(isCollapsed() ? height : QWIDGETSIZE_MAX);
}

void LowerPane::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if (isCollapsed() && event->size().width() != event->oldSize().width())
        fitCollapsed();
}

// What stands in it came or went: it is as high as the rest.
bool LowerPane::event(QEvent* event) {
    if (event->type() == QEvent::LayoutRequest && isCollapsed())
        fitCollapsed();
    return QWidget::event(event);
}

bool LowerPane::isCollapsed() const {
    return m_pages->isHidden();
}

QVariantMap LowerPane::saveLayout() const {
    return {{QStringLiteral("lowerTab"), m_wantsTry ? Try : currentTab()},
            {QStringLiteral("lowerCollapsed"), isCollapsed()}};
}

void LowerPane::restoreLayout(const QVariantMap& layout) {
    const int tab = layout.value(QStringLiteral("lowerTab"), 0).toInt();
    m_wantsTry = tab == Try && m_tabs->count() == Try;
    if (tab >= 0 && tab < m_tabs->count())
        m_tabs->setCurrentIndex(tab);
    setCollapsed(layout.value(QStringLiteral("lowerCollapsed"), false).toBool());
}

QString LowerPane::status() const {
    return previewStatus(m_previews.rendered().get());
}

// ---- The preview

void LowerPane::showPreview() {
    showPage(m_tabs->currentIndex());
    showBudget();
    showProblem();
    updateCounts();
    Q_EMIT statusChanged();
}

// Only the page in sight is filled: a prompt may be large, and keys come fast.
void LowerPane::showPage(int tab) {
    m_pages->setCurrentIndex(tab);
    showFoot();
    const bool stale = m_previews.isStale();
    const PreviewController::Shown rendered = m_previews.rendered();
    if (tab == Rendered) {
        m_messages->setStale(stale);
        if (std::exchange(m_shownMessages, rendered) != rendered)
            m_messages->setMessages(shownMessages(rendered ? *rendered : session::Preview()));
    } else if (tab == Tokens) {
        m_tokens->setPreview(rendered.get());
        m_tokens->setStale(stale);
    } else if (tab == Sources) {
        const PreviewController::Shown latest = m_previews.latest();
        const bool reached = latest && (!latest->sources.empty() || !latest->dropped.empty() || !stale);
        const PreviewController::Shown shown = reached ? latest : rendered;
        m_sources->setStale(!reached && stale);
        if (std::exchange(m_shownSources, shown) != shown)
            m_sources->setRows(shown ? sourceRows(*shown) : std::vector<SourceRow>());
    }
}

void LowerPane::showBudget() {
    const PreviewController::Shown shown = m_previews.rendered();
    const session::Preview nothing;
    const session::Preview& preview = shown ? *shown : nothing;
    const auto window = preview.tier ? preview.tier->window : std::nullopt;
    const auto reserve = preview.tier ? preview.tier->longestReply.value_or(0) : 0;
    m_bar->setUsage(segmentsOf(preview), window, reserve);
    m_bar->setNote(preview.tokens.estimated ? tr("estimated") : QString());
    m_bar->setStale(m_previews.isStale());
    m_tier->setText(preview.tier ? tierLine(*preview.tier) : QString());
    m_cost->setText(preview.tier ? costPerRun(preview.cost) : QString());
    m_cost->setToolTip(preview.tier ? costFormula(preview.cost, preview.tokens.total).toHtmlEscaped() : QString());
    for (QLabel* label : {static_cast<QLabel*>(m_tier), m_cost})
        label->setEnabled(!m_previews.isStale());
    if (isCollapsed())
        setMaximumHeight(sizeHint().height());
}

void LowerPane::showProblem() {
    const PreviewController::Shown latest = m_previews.latest();
    const bool wrong = latest && latest->problem;
    m_problemLine->setVisible(wrong);
    m_problem->setText(wrong ? problemSentence(*latest->problem) : QString());
}

void LowerPane::updateCounts() {
    const PreviewController::Shown shown = m_previews.rendered();
    const auto count = [this](Tab tab, const QString& title, std::ptrdiff_t number) {
        m_tabs->setTabText(tab, number > 0 ? tr("%1  %2").arg(title, formatCount(number)) : title);
    };
    count(Rendered, tr("Rendered"), shown ? std::ssize(shown->messages) : 0);
    count(Sources, tr("Sources"), shown ? std::ssize(shown->sources) : 0);
}

}  // namespace touchstone::ui
