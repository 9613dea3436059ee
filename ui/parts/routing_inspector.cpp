// SPDX-License-Identifier: GPL-3.0-or-later

#include "routing_inspector.h"

#include "expression_findings.h"
#include "part_form.h"
#include "routing_edits.h"
#include "routing_fields.h"
#include "routing_rule_form.h"
#include "uibase/theme.h"
#include "uistate/text.h"
#include "value_text.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace touchstone::ui {
namespace {

Json memberOf(const Json& object, const char* key) {
    const Json* member = memberAt(object, key);
    return member ? *member : Json();
}

// What stays of an object that was made for a field and has lost it again.
void setOrErase(Json& object, const char* key, const Json& value, bool wasThere) {
    if (value.is_object() && value.empty() && !wasThere)
        object.erase(key);
    else
        object[key] = value;
}

}  // namespace

RoutingInspector::RoutingInspector(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
    buildUi();
    connect(m_rule, &RoutingRuleForm::edited, this, &RoutingInspector::takeNode);
    connect(m_tier, &PartForm::edited, this, &RoutingInspector::takeNode);
    connect(m_step, &PartForm::edited, this, &RoutingInspector::takeNode);
    connect(m_price, &PartForm::edited, this, &RoutingInspector::takePrice);
    connect(m_fallback, &QComboBox::activated, this, &RoutingInspector::chooseFallback);
    connect(m_name, &QLineEdit::textEdited, this, &RoutingInspector::checkName);
    connect(m_name, &QLineEdit::editingFinished, this, &RoutingInspector::rename);
    connect(m_limits, &PartForm::edited, this, [this](const Json& routing, const QString& what) {
        m_routing = routing;
        report(what);
    });
    connect(m_retry, &PartForm::edited, this,
            [this](const Json& retry, const QString& what) { takeMember("retry", retry, what); });
    connect(m_breaker, &PartForm::edited, this,
            [this](const Json& breaker, const QString& what) { takeMember("breaker", breaker, what); });
}

QLabel* RoutingInspector::makeSection(const QString& title) {
    auto* label = new QLabel(title);
    label->setWordWrap(true);
    setTextStyle(*label, m_theme, TextStyle::BodyStrong);
    return label;
}

void RoutingInspector::addPage(QWidget* content, const QString& title) {
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(10);
    auto* head = new QLabel(title);
    setTextStyle(*head, m_theme, TextStyle::Title);
    layout->addWidget(head);
    layout->addWidget(content);
    layout->addStretch(1);
    m_pages->addWidget(page);
}

// The pages stand in the order of the kinds, the empty one last.
void RoutingInspector::buildUi() {
    m_pages = new QStackedWidget;
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);
    m_rule = new RoutingRuleForm(m_theme);
    m_step = new PartForm(m_theme, QStringLiteral("routing.step"), routingStepFields([this] { return tierChoices(); }));
    addPage(m_rule, tr("Rule"));
    addPage(makeTierPage(), tr("Tier"));
    addPage(makeFallbackPage(), tr("Fallback"));
    addPage(m_step, tr("Cascade step"));
    addPage(makeAttemptsPage(), tr("Attempts"));
    m_pages->addWidget(new QWidget);
}

QWidget* RoutingInspector::makeTierPage() {
    auto* page = new QWidget;
    m_name = new QLineEdit;
    m_name->setObjectName(QStringLiteral("routing.tierName"));
    m_name->setAccessibleName(tr("Name of the tier"));
    m_nameNote = new QLabel;
    m_nameNote->setObjectName(QStringLiteral("routing.tierNameNote"));
    m_nameNote->setWordWrap(true);
    m_nameNote->hide();
    m_tier = new PartForm(m_theme, QStringLiteral("routing.tier"), routingTierFields());
    m_price = new PartForm(m_theme, QStringLiteral("routing.price"), routingPriceFields());
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    auto* title = makeSection(tr("Name"));
    title->setBuddy(m_name);
    layout->addWidget(title);
    layout->addWidget(m_name);
    layout->addWidget(m_nameNote);
    layout->addWidget(m_tier);
    layout->addWidget(makeSection(tr("Price, where the price table does not know it")));
    layout->addWidget(m_price);
    return page;
}

QWidget* RoutingInspector::makeFallbackPage() {
    auto* page = new QWidget;
    m_fallback = new QComboBox;
    m_fallback->setObjectName(QStringLiteral("routing.fallbackTier"));
    m_fallback->setAccessibleName(tr("Tier to fall back to"));
    auto* help = new QLabel(tr("Tried in this order when the chosen tier fails."));
    help->setWordWrap(true);
    help->setForegroundRole(QPalette::PlaceholderText);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_fallback);
    layout->addWidget(help);
    return page;
}

QWidget* RoutingInspector::makeAttemptsPage() {
    auto* page = new QWidget;
    m_limits = new PartForm(m_theme, QStringLiteral("routing"), routingLimitFields());
    m_retry = new PartForm(m_theme, QStringLiteral("routing.retry"), routingRetryFields());
    m_breaker = new PartForm(m_theme, QStringLiteral("routing.breaker"), routingBreakerFields());
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    layout->addWidget(m_retry);
    layout->addWidget(makeSection(tr("Time")));
    layout->addWidget(m_limits);
    m_breakerTitle = makeSection(tr("Circuit breaker"));
    layout->addWidget(m_breakerTitle);
    layout->addWidget(m_breaker);
    return page;
}

const Json* RoutingInspector::node() const {
    if (!m_place || m_place->kind == RoutingKind::Attempts)
        return nullptr;
    return resolvePointer(m_routing, routingPointer(m_routing, *m_place).substr(std::string_view("/routing").size()));
}

std::string RoutingInspector::tierName() const {
    const std::vector<std::string> names = tierNames(m_routing);
    return m_place && m_place->index < names.size() ? names[m_place->index] : std::string();
}

QStringList RoutingInspector::tierChoices() const {
    QStringList names;
    for (const std::string& name : tierNames(m_routing))
        names.append(toQString(name));
    return names;
}

void RoutingInspector::show(const Json& routing, std::optional<RoutingPlace> place) {
    m_routing = routing;
    m_place = place;
    const bool there = m_place && (m_place->kind == RoutingKind::Attempts || node());
    m_pages->setCurrentIndex(there ? static_cast<int>(m_place->kind) : m_pages->count() - 1);
    if (there)
        fillPage();
    setReadOnly(m_readOnly);
    setFindings(m_findings);
}

void RoutingInspector::fillPage() {
    switch (m_place->kind) {
        case RoutingKind::Rule:
            m_rule->setRule(*node(), tierNames(m_routing));
            break;
        case RoutingKind::Tier:
            fillTier(*node());
            break;
        case RoutingKind::Fallback:
            fillFallback();
            break;
        case RoutingKind::Step:
            m_step->setValue(*node());
            break;
        case RoutingKind::Attempts:
            fillAttempts();
            break;
    }
}

void RoutingInspector::fillTier(const Json& tier) {
    if (!m_name->hasFocus() || nameProblem().isEmpty())
        m_name->setText(toQString(tierName()));
    m_tier->setValue(tier);
    m_price->setValue(memberOf(tier, "price"));
    checkName();
}

void RoutingInspector::fillFallback() {
    m_fallback->clear();
    m_fallback->addItems(tierChoices());
    const QString now = valueText(*node());
    if (m_fallback->findText(now) < 0)
        m_fallback->addItem(now);
    m_fallback->setCurrentIndex(m_fallback->findText(now));
}

void RoutingInspector::fillAttempts() {
    m_limits->setValue(m_routing);
    m_retry->setValue(memberOf(m_routing, "retry"));
    m_breaker->setValue(memberOf(m_routing, "breaker"));
    m_breakerTitle->setVisible(!m_breaker->isBare());
}

void RoutingInspector::setReadOnly(bool readOnly) {
    m_readOnly = readOnly;
    const bool tierIsObject = node() && node()->is_object();
    m_rule->setReadOnly(readOnly);
    m_name->setReadOnly(readOnly);
    m_tier->setReadOnly(readOnly);
    m_price->setReadOnly(readOnly || !tierIsObject);
    m_fallback->setEnabled(!readOnly);
    m_step->setReadOnly(readOnly);
    for (PartForm* form : {m_limits, m_retry, m_breaker})
        form->setReadOnly(readOnly || !m_routing.is_object());
}

std::vector<Finding> RoutingInspector::liveFindings() const {
    std::vector<Finding> live;
    const Json* shown = node();
    if (!shown)
        return live;
    const std::string pointer = routingPointer(m_routing, *m_place);
    for (const char* key : {"when", "sticky", "accept"})
        if (const Json* expression = memberAt(*shown, key)) {
            std::vector<Finding> more = expressionFindings(childPointer(pointer, key), *expression);
            live.insert(live.end(), more.begin(), more.end());
        }
    return live;
}

void RoutingInspector::setFindings(const std::vector<Finding>& findings) {
    m_findings = findings;
    if (!m_place)
        return;
    const std::vector<Finding> all = withLiveFindings(findings, liveFindings());
    const std::string pointer = routingPointer(m_routing, *m_place);
    m_rule->setFindings(all, pointer);
    m_tier->setFindings(all, pointer);
    m_price->setFindings(all, pointer + "/price");
    m_step->setFindings(all, pointer);
    m_limits->setFindings(all, "/routing");
    m_retry->setFindings(all, "/routing/retry");
    m_breaker->setFindings(all, "/routing/breaker");
}

void RoutingInspector::report(const QString& what) {
    const Json routing = m_routing;
    show(routing, m_place);
    Q_EMIT edited(routing, what);
}

void RoutingInspector::takeNode(const Json& changed, const QString& what) {
    const std::string pointer = routingPointer(m_routing, *m_place).substr(std::string_view("/routing").size());
    m_routing[Json::json_pointer(pointer)] = changed;
    report(what);
}

void RoutingInspector::takeMember(const char* key, const Json& value, const QString& what) {
    const Json* before = memberAt(m_routing, key);
    setOrErase(m_routing, key, value, before && before->is_object() && before->empty());
    report(what);
}

void RoutingInspector::takePrice(const Json& price, const QString& what) {
    Json tier = *node();
    const Json* before = memberAt(tier, "price");
    setOrErase(tier, "price", price, before && before->is_object() && before->empty());
    takeNode(tier, what);
}

void RoutingInspector::chooseFallback(int index) {
    const Json chosen = toUtf8(m_fallback->itemText(index));
    if (node() && *node() != chosen)
        takeNode(chosen, tr("Change fallback"));
}

QString RoutingInspector::nameProblem() const {
    const std::string typed = toUtf8(m_name->text());
    if (typed == tierName())
        return {};
    if (!isTierName(typed))
        return tr("Begin with a small letter; then small letters, digits, dashes and underscores, at most 32 in all.");
    const std::vector<std::string> names = tierNames(m_routing);
    return std::ranges::find(names, typed) == names.end() ? QString() : tr("There is a tier of this name already.");
}

void RoutingInspector::checkName() {
    m_nameNote->setText(nameProblem());
    m_nameNote->setVisible(!m_nameNote->text().isEmpty());
    m_name->setAccessibleDescription(m_nameNote->text());
}

void RoutingInspector::rename() {
    const std::string from = tierName();
    const std::string to = toUtf8(m_name->text());
    if (m_readOnly || !m_place || m_place->kind != RoutingKind::Tier || from == to)
        return;
    if (!nameProblem().isEmpty()) {
        m_name->setText(toQString(from));
        checkName();
        return;
    }
    renameTier(m_routing, from, to);
    report(tr("Rename tier"));
    Q_EMIT tierRenamed(toQString(from), toQString(to));
}

void RoutingInspector::focusFirst() {
    if (!m_place)
        return;
    switch (m_place->kind) {
        case RoutingKind::Rule:
            m_rule->goTo("when");
            break;
        case RoutingKind::Tier:
            m_name->setFocus(Qt::OtherFocusReason);
            m_name->selectAll();
            break;
        case RoutingKind::Fallback:
            m_fallback->setFocus(Qt::OtherFocusReason);
            break;
        case RoutingKind::Step:
            m_step->focusField("tier");
            break;
        case RoutingKind::Attempts:
            m_retry->focusField("attempts");
            break;
    }
}

bool RoutingInspector::goTo(const std::string& pointer) {
    if (!m_place)
        return false;
    if (m_place->kind == RoutingKind::Attempts) {
        const std::string key = pointer.substr(std::min(pointer.size(), pointer.rfind('/') + 1));
        return m_limits->focusField(key) || m_retry->focusField(key) || m_breaker->focusField(key);
    }
    const std::string at = routingPointer(m_routing, *m_place) + "/";
    if (!pointer.starts_with(at))
        return false;
    std::string key = pointer.substr(at.size());
    if (key.starts_with("price/"))
        return m_price->focusField(key.substr(6));
    key = key.substr(0, key.find('/'));
    if (m_place->kind == RoutingKind::Rule)
        return m_rule->goTo(key);
    return m_place->kind == RoutingKind::Tier ? m_tier->focusField(key) : m_step->focusField(key);
}

}  // namespace touchstone::ui
