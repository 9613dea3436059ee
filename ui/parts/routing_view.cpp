// SPDX-License-Identifier: GPL-3.0-or-later

#include "routing_view.h"

#include "expression_findings.h"
#include "routing_diagram.h"
#include "routing_edits.h"
#include "routing_inspector.h"
#include "uibase/inline_banner.h"
#include "uibase/splitter.h"
#include "uibase/theme.h"
#include "uistate/draft_model.h"
#include "uistate/part_names.h"
#include "uistate/text.h"

#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace touchstone::ui {
namespace {

constexpr int kSideBySide = 980;  // design pixels from which the form stands beside the diagram
constexpr const char* kLists[] = {"rules", "tiers", "fallback", "cascade"};

const char* listOf(RoutingKind kind) {
    return kLists[static_cast<std::size_t>(kind)];
}

QScrollArea* makeScroll(QWidget* content) {
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setBackgroundRole(QPalette::Base);
    scroll->setWidget(content);
    scroll->setFocusPolicy(Qt::NoFocus);
    return scroll;
}

}  // namespace

RoutingView::RoutingView(PartContext context, QWidget* parent) : PartView(parent), m_context(context) {
    buildUi();
    wire();
}

void RoutingView::buildUi() {
    m_banner = new InlineBanner(m_context.theme);
    m_diagram = new RoutingDiagram(m_context.theme);
    m_inspector = new RoutingInspector(m_context.theme);
    m_scroll = makeScroll(m_diagram);
    QScrollArea* form = makeScroll(m_inspector);
    form->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    form->setMinimumWidth(m_context.theme.px(280));
    m_splitter = new Splitter(Qt::Vertical);
    m_splitter->addWidget(m_scroll);
    m_splitter->addWidget(form);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    layout->addWidget(m_splitter, 1);
}

void RoutingView::wire() {
    connect(m_diagram, &RoutingDiagram::currentChanged, this, &RoutingView::showNode);
    connect(m_diagram, &RoutingDiagram::editRequested, m_inspector, &RoutingInspector::focusFirst);
    connect(m_diagram, &RoutingDiagram::addRequested, this, &RoutingView::add);
    connect(m_diagram, &RoutingDiagram::removeRequested, this, &RoutingView::remove);
    connect(m_diagram, &RoutingDiagram::moveRequested, this, &RoutingView::move);
    connect(m_diagram, &RoutingDiagram::targetRequested, this, &RoutingView::leadTo);
    connect(m_inspector, &RoutingInspector::edited, this, &RoutingView::take);
    connect(m_inspector, &RoutingInspector::tierRenamed, this, &RoutingView::offerMentions);
    connect(m_banner, &InlineBanner::actionTriggered, this, &RoutingView::renameMentionsElsewhere);
}

void RoutingView::resizeEvent(QResizeEvent* event) {
    PartView::resizeEvent(event);
    const bool wide = width() >= m_context.theme.px(kSideBySide);
    const Qt::Orientation wanted = wide ? Qt::Horizontal : Qt::Vertical;
    if (m_splitter->orientation() == wanted && event->oldSize().isValid())
        return;
    m_splitter->setOrientation(wanted);
    const int needed = m_inspector->minimumSizeHint().width() + m_context.theme.px(24);  // a scroll bar beside it
    const int form = wide ? std::max(m_context.theme.px(390), needed) : height() * 2 / 5;
    m_splitter->setSizes({(wide ? width() : height()) - form, form});
}

void RoutingView::setPart(const Json& part) {
    if (part == m_part && m_diagram->current())
        return;
    if (!m_part.is_null() && !m_part.is_object())
        m_banner->hide();
    m_part = part;
    refresh();
}

void RoutingView::refresh() {
    if (!m_part.is_null() && !m_part.is_object())
        m_banner->showMessage(Severity::Warning, tr("The routing is no object, so it can only be edited as text."));
    std::vector<Finding> live;
    for (std::size_t i = 0; i < sizeOf(m_part, "rules"); ++i)
        if (const Json* when = memberAt(m_part["rules"][i], "when")) {
            std::vector<Finding> more =
                expressionFindings(childPointer(childPointer("/routing/rules", i), "when"), *when);
            live.insert(live.end(), more.begin(), more.end());
        }
    m_diagram->setPicture(routingPicture(m_part, withLiveFindings(m_findings, std::move(live))));
    m_diagram->setReadOnly(!isEditable());
    showNode();
}

void RoutingView::showNode() {
    m_inspector->show(m_part, m_diagram->current());
    m_inspector->setReadOnly(!isEditable());
    if (const auto place = m_diagram->current())
        if (auto* node = m_diagram->findChild<QWidget*>(
                QStringLiteral("routing.%1.%2").arg(static_cast<int>(place->kind)).arg(place->index)))
            m_scroll->ensureWidgetVisible(node);
}

void RoutingView::setReadOnly(bool readOnly) {
    m_readOnly = readOnly;
    m_diagram->setReadOnly(!isEditable());
    m_inspector->setReadOnly(!isEditable());
}

void RoutingView::setFindings(const std::vector<Finding>& findings) {
    m_findings = findings;
    m_inspector->setFindings(findings);
    refresh();
}

bool RoutingView::goTo(const std::string& pointer) {
    const auto place = routingPlaceOf(m_part, pointer);
    if (!place)
        return false;
    m_diagram->setCurrent(*place);
    if (!m_inspector->goTo(pointer))
        m_diagram->focusCurrent();
    return true;
}

void RoutingView::change(Json routing, const QString& what) {
    m_part = std::move(routing);
    refresh();
    Q_EMIT edited(m_part, what);
}

void RoutingView::take(const Json& routing, const QString& what) {
    change(routing, what);
}

void RoutingView::addTier() {
    Json routing = m_part.is_object() ? m_part : Json::object();
    if (const Json* tiers = memberAt(routing, "tiers"); tiers && !tiers->is_object())
        return;
    const std::string name = freeTierName(routing, tierNames(routing).empty() ? "small" : "tier");
    routing["tiers"][name] = {{"provider", "builtin"}, {"model", "builtin/small"}};
    const std::size_t index = tierNames(routing).size() - 1;
    change(std::move(routing), tr("Add tier"));
    m_diagram->setCurrent({RoutingKind::Tier, index});
    m_inspector->focusFirst();
}

// Before the rule that always applies, since nothing after it is looked at.
void RoutingView::add(RoutingKind kind) {
    if (!isEditable())
        return;
    if (kind == RoutingKind::Tier) {
        addTier();
        return;
    }
    const std::vector<std::string> tiers = tierNames(m_part);
    const std::string first = tiers.empty() ? "small" : tiers.front();
    Json routing = m_part.is_object() ? m_part : Json::object();
    std::size_t at = sizeOf(routing, listOf(kind));
    if (kind == RoutingKind::Rule && at > 0) {
        const Json& last = routing["rules"][at - 1];
        if (last.is_object() && !last.contains("when"))
            --at;
    }
    const Json rule = {{"when", "tokens.prompt > 2000"}, {"use", first}};
    const std::string next = [&] {
        for (const std::string& tier : tiers)
            if (const Json* list = memberAt(routing, "fallback");
                !list || std::find(list->begin(), list->end(), tier) == list->end())
                return tier;
        return first;
    }();
    insertInto(routing, listOf(kind), at,
               kind == RoutingKind::Rule       ? rule
               : kind == RoutingKind::Fallback ? Json(next)
                                               : Json{{"tier", first}});
    if (routing == m_part)
        return;
    change(std::move(routing), kind == RoutingKind::Rule       ? tr("Add rule")
                               : kind == RoutingKind::Fallback ? tr("Add fallback")
                                                               : tr("Add cascade step"));
    m_diagram->setCurrent({kind, at});
    m_inspector->focusFirst();
}

void RoutingView::remove(RoutingPlace place) {
    if (!isEditable() || place.kind == RoutingKind::Attempts)
        return;
    Json routing = m_part;
    if (place.kind == RoutingKind::Tier)
        routing["tiers"].erase(tierNames(routing).at(place.index));
    else
        removeFrom(routing, listOf(place.kind), place.index);
    const QString words[] = {tr("Remove rule"), tr("Remove tier"), tr("Remove fallback"), tr("Remove cascade step")};
    change(std::move(routing), words[static_cast<std::size_t>(place.kind)]);
    m_diagram->focusCurrent();
}

void RoutingView::move(RoutingPlace place, int by) {
    if (!isEditable() || place.kind == RoutingKind::Attempts)
        return;
    Json routing = m_part;
    const std::size_t count =
        place.kind == RoutingKind::Tier ? tierNames(routing).size() : sizeOf(routing, listOf(place.kind));
    const auto to = static_cast<std::ptrdiff_t>(place.index) + by;
    if (to < 0 || to >= static_cast<std::ptrdiff_t>(count))
        return;
    const auto target = static_cast<std::size_t>(to);
    if (place.kind == RoutingKind::Tier)
        moveTier(routing, place.index, target);
    else
        moveIn(routing, listOf(place.kind), place.index, target);
    const QString words[] = {tr("Move rule"), tr("Move tier"), tr("Move fallback"), tr("Move cascade step")};
    change(std::move(routing), words[static_cast<std::size_t>(place.kind)]);
    m_diagram->setCurrent({place.kind, target});
    m_diagram->focusCurrent();
}

void RoutingView::leadTo(std::size_t rule, std::size_t tier) {
    const std::vector<std::string> tiers = tierNames(m_part);
    if (!isEditable() || rule >= sizeOf(m_part, "rules") || tier >= tiers.size())
        return;
    Json routing = m_part;
    Json& changed = routing["rules"][rule];
    if (!changed.is_object() || (changed.contains("use") && changed["use"] == tiers[tier]))
        return;
    changed["use"] = tiers[tier];
    change(std::move(routing), tr("Change where the rule leads"));
}

// Other parts mention tiers too; changing them is another edit, so it is asked for.
void RoutingView::offerMentions(const QString& from, const QString& to) {
    QStringList parts;
    for (const char* part : {"policy", "budget"})
        if (const Json* value = memberAt(m_context.draft.document(), part)) {
            Json changed = *value;
            if (renameMentions(part, changed, toUtf8(from), toUtf8(to)))
                parts.append(partTitle(part));
        }
    if (parts.isEmpty())
        return;
    m_renamed = {toUtf8(from), toUtf8(to)};
    m_banner->showMessage(Severity::Warning,
                          tr("“%1” is still mentioned in: %2.").arg(from, parts.join(QStringLiteral(", "))), {},
                          tr("Write “%1” there too").arg(to));
}

void RoutingView::renameMentionsElsewhere() {
    for (const char* part : {"policy", "budget"})
        if (const Json* value = memberAt(m_context.draft.document(), part)) {
            Json changed = *value;
            if (renameMentions(part, changed, m_renamed.first, m_renamed.second))
                m_context.draft.setSource(part, toQString(toPrettyText(changed)), {tr("Rename tier")});
        }
    m_banner->hide();
}

}  // namespace touchstone::ui
