// SPDX-License-Identifier: GPL-3.0-or-later

#include "part_editor.h"

#include "diff_page.h"
#include "part_fact.h"
#include "parts_model.h"
#include "text_page.h"
#include "uibase/elided_label.h"
#include "uibase/empty_state.h"
#include "uibase/inline_banner.h"
#include "uibase/panel_head.h"
#include "uibase/segmented_control.h"
#include "uibase/theme.h"
#include "uiparts/part_promise.h"
#include "uistate/part_names.h"
#include "uistate/text.h"
#include "view_page.h"

#include <QHBoxLayout>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace touchstone::ui {
namespace {

const QString kTemplate = QStringLiteral("template");
const QString kSource = QStringLiteral("source");
const QString kDiff = QStringLiteral("diff");
const QString kPage = QStringLiteral("page");

}  // namespace

PartEditor::PartEditor(const PartContext& context, std::string part, std::vector<PartViewEntry> views, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_draft(context.draft),
      m_part(std::move(part)),
      m_stack(new QStackedWidget) {
    setObjectName(QStringLiteral("part.%1").arg(toQString(m_part)));
    buildUi();
    addPages(std::move(views));
    connect(m_views, &SegmentedControl::currentChanged, this, &PartEditor::refresh);
    connect(m_broken, &InlineBanner::actionTriggered, this, [this] {
        goTo({Severity::Error, "json", "/" + m_part, m_draft.brokenPlace(m_part).value_or(TextPosition()), {}});
    });
    connect(&m_draft, &DraftModel::partChanged, this, &PartEditor::adoptChange);
}

void PartEditor::buildUi() {
    m_views = new SegmentedControl(m_context.theme, tr("Views of %1").arg(partTitle(m_part)));
    m_views->setObjectName(QStringLiteral("%1Views").arg(toQString(m_part)));
    m_broken = new InlineBanner(m_context.theme);
    m_broken->setObjectName(QStringLiteral("broken.%1").arg(toQString(m_part)));
    m_absent = makeAbsent();
    m_stack->addWidget(m_absent);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addWidget(m_broken);
    layout->addWidget(m_stack, 1);
}

// The template comes first where there is one: it is what people came for.
void PartEditor::addPages(std::vector<PartViewEntry> views) {
    const Theme& theme = m_context.theme;
    const auto addText = [&](const QString& name, const QString& title, TextPage::Kind kind) {
        addPage(name, title, [this, &theme, kind] { return new TextPage(theme, m_draft, m_part, kind); });
    };
    if (m_part == "instructions" || m_part == "prompt")
        addText(kTemplate, tr("Template"), TextPage::Kind::Template);
    for (std::size_t i = 0; i < views.size(); ++i) {
        const QString title = views[i].title;
        addPage(QStringLiteral("view%1").arg(i), title,
                [this, entry = std::move(views[i])] { return new ViewPage(entry, m_draft, m_part); });
    }
    if (m_part != "instructions")
        addText(kSource, tr("Source"), TextPage::Kind::Source);
    addPage(kDiff, tr("Diff"), [this, &theme] { return new DiffPage(theme, m_draft, m_context.session, m_part); });
}

void PartEditor::addPage(const QString& name, const QString& title, std::function<PartPage*()> make) {
    m_pages.push_back({name, std::move(make)});
    m_views->addSegment(title);
}

QWidget* PartEditor::makeHead() {
    auto* head = new QWidget;
    head->setAutoFillBackground(true);
    head->setBackgroundRole(QPalette::Base);
    auto* line = new QHBoxLayout(head);
    line->setContentsMargins(12, 6, 8, 6);
    line->setSpacing(8);
    fillHead(*line);
    const auto fit = [this, head] { head->setMinimumHeight(m_context.theme.px(40)); };
    fit();
    connect(&m_context.theme, &Theme::themeChanged, head, fit);
    return head;
}

void PartEditor::fillHead(QHBoxLayout& line) {
    line.addWidget(m_views);
    auto* help = new ElidedLabel(partHelp(m_part));
    help->setForegroundRole(QPalette::PlaceholderText);
    help->setMinimumWidth(1);  // the first to go where there is little room
    line.addWidget(help, 1);
    QToolButton* search =
        makeToolButton(m_context.theme, Icon::Search, tr("Find in this part"), this, QKeySequence::Find);
    connect(search, &QToolButton::clicked, this, [this] {
        if (CodeEditor* editor = currentEditor())
            editor->openFind();
    });
    line.addWidget(search);
}

QWidget* PartEditor::makeAbsent() {
    const QString name = partTitle(m_part);
    const bool refused = isPartRefused(m_part);
    auto* empty =
        new EmptyState(m_context.theme, partIcon(m_part),
                       refused ? tr("%1. %2").arg(partHelp(m_part), partPromise(m_part))
                               : tr("%1. This workflow has no “%2”.").arg(partHelp(m_part), name));
    empty->setAutoFillBackground(true);
    empty->setBackgroundRole(QPalette::Base);
    if (!refused && !m_draft.isReadOnly())
        empty->setAction(tr("Add %1").arg(name), {});
    connect(empty, &EmptyState::actionTriggered, this, &PartEditor::addPart);
    return empty;
}

int PartEditor::pageOf(const QString& name) const {
    const auto found =
        std::find_if(m_pages.begin(), m_pages.end(), [&name](const Page& page) { return page.name == name; });
    return found == m_pages.end() ? -1 : static_cast<int>(found - m_pages.begin());
}

void PartEditor::showPage(int index) {
    if (index != m_views->currentIndex())
        m_views->setCurrentIndex(index);
    refresh();
}

PartPage& PartEditor::openPage(Page& page) {
    if (!page.widget) {
        page.widget = page.make();
        m_stack->addWidget(page.widget);
        page.widget->restoreState(m_states.take(page.name).toMap());
        connect(page.widget, &PartPage::editBegun, this, [this] { m_pushing = true; });
        connect(page.widget, &PartPage::editEnded, this, [this] { m_pushing = false; });
    }
    return *page.widget;
}

CodeEditor* PartEditor::currentEditor() const {
    const PartPage* page = m_pages[static_cast<std::size_t>(m_views->currentIndex())].widget;
    return page && m_stack->currentWidget() == page ? page->editor() : nullptr;
}

void PartEditor::adoptChange(const QString& part) {
    if (toUtf8(part) != m_part)
        return;
    const auto current = static_cast<std::size_t>(m_views->currentIndex());
    for (std::size_t i = 0; i < m_pages.size(); ++i)
        m_pages[i].stale = m_pages[i].stale || !m_pushing || i != current;
    if (isVisible())
        refresh();
}

void PartEditor::reload(bool sameDocument) {
    for (Page& page : m_pages) {
        page.stale = true;
        page.fresh = page.fresh || !sameDocument;
    }
    updateDiff();
    if (isVisible())
        refresh();
}

void PartEditor::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

void PartEditor::refresh() {
    if (!m_draft.isOpen())
        return;
    Page& page = m_pages[static_cast<std::size_t>(m_views->currentIndex())];
    const bool absent = !m_draft.hasPart(m_part) && !m_pushing;
    m_views->setEnabled(!absent);
    if (absent) {
        m_broken->hide();
        m_stack->setCurrentWidget(m_absent);
        setFocusProxy(m_absent);
        return;
    }
    PartPage& widget = openPage(page);
    if (std::exchange(page.stale, false))
        widget.showPart(std::exchange(page.fresh, false));
    m_stack->setCurrentWidget(&widget);
    setFocusProxy(&widget);
    showLock(page);
}

// While the source is no JSON, every other page shows an older value, and says so.
void PartEditor::showLock(const Page& page) {
    const bool readsSource = page.name == kSource || page.name == kDiff;
    const auto place = readsSource || m_pushing ? std::nullopt : m_draft.brokenPlace(m_part);
    page.widget->setLocked(place.has_value());
    if (place)
        m_broken->showMessage(Severity::Error,
                              tr("Source is not JSON at %1:%2 — fix it there. This is the last text that was.")
                                  .arg(place->line)
                                  .arg(place->column),
                              {}, tr("Show source"));
    else
        m_broken->hide();
}

void PartEditor::showFindings() {
    updateDiff();
    const Page& page = m_pages[static_cast<std::size_t>(m_views->currentIndex())];
    if (isVisible() && page.widget)
        page.widget->showFindings();
}

void PartEditor::updateDiff() {
    m_views->setSegmentEnabled(pageOf(kDiff), m_draft.baseDocument() != nullptr,
                               tr("Nothing has been committed yet to compare with"));
}

bool PartEditor::leadTo(int index, const Finding& finding) {
    if (index < 0)
        return false;
    Page& page = m_pages[static_cast<std::size_t>(index)];
    PartPage& widget = openPage(page);
    if (std::exchange(page.stale, false))
        widget.showPart(std::exchange(page.fresh, false));
    if (!widget.goTo(finding))
        return false;
    showPage(index);
    widget.setFocus();
    return true;
}

void PartEditor::goTo(const Finding& finding) {
    std::vector<int> ways;
    if (m_draft.brokenPlace(m_part))
        ways.push_back(pageOf(kSource));
    ways.push_back(pageOf(kTemplate));
    const int current = m_views->currentIndex();
    if (isView(m_pages[static_cast<std::size_t>(current)]))
        ways.push_back(current);
    for (int i = 0; i < static_cast<int>(m_pages.size()); ++i)
        if (isView(m_pages[static_cast<std::size_t>(i)]))
            ways.push_back(i);
    ways.push_back(pageOf(kSource));
    if (std::none_of(ways.begin(), ways.end(), [&](int way) { return leadTo(way, finding); }))
        setFocus();
}

void PartEditor::showStep(bool inTemplate, qsizetype caret) {
    const Page& current = m_pages[static_cast<std::size_t>(m_views->currentIndex())];
    if (inTemplate || !isView(current) || m_draft.brokenPlace(m_part))
        showPage(std::max(pageOf(inTemplate ? kTemplate : kSource), 0));
    if (CodeEditor* editor = currentEditor()) {
        editor->goToOffset(caret);
        editor->setFocus();
    }
}

bool PartEditor::isView(const Page& page) {
    return page.name.startsWith(QStringLiteral("view"));
}

QVariantMap PartEditor::saveState() const {
    QVariantMap state = m_states;
    for (const Page& page : m_pages)
        if (page.widget)
            state[page.name] = page.widget->saveState();
    state[kPage] = m_pages[static_cast<std::size_t>(m_views->currentIndex())].name;
    return state;
}

void PartEditor::restoreState(const QVariantMap& state) {
    m_states = state;
    for (Page& page : m_pages)
        if (page.widget)
            page.widget->restoreState(m_states.take(page.name).toMap());
    if (const int page = pageOf(m_states.take(kPage).toString()); page >= 0)
        m_views->setCurrentIndex(page);
}

void PartEditor::addPart() {
    m_draft.setSource(m_part, toQString(toPrettyText(partStarter(m_part))), {tr("Add %1").arg(partTitle(m_part))});
    setFocus();
}

}  // namespace touchstone::ui
