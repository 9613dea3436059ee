// SPDX-License-Identifier: GPL-3.0-or-later

#include "policy_view.h"

#include "expression_findings.h"
#include "policy_delegate.h"
#include "policy_rule_form.h"
#include "policy_test.h"
#include "uibase/empty_state.h"
#include "uibase/panel_head.h"
#include "uibase/splitter.h"
#include "uibase/theme.h"
#include "uistate/draft_model.h"
#include "uistate/text.h"

#include <QKeyEvent>
#include <QListView>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <charconv>
#include <set>

namespace touchstone::ui {
namespace {

enum Action { Add, Duplicate, Remove, Up, Down };

// The index after "/policy/" and what follows it.
std::optional<int> ruleOf(const std::string& pointer) {
    constexpr std::string_view kPrefix = "/policy/";
    if (!pointer.starts_with(kPrefix))
        return std::nullopt;
    int index = 0;
    const char* begin = pointer.data() + kPrefix.size();
    const auto read = std::from_chars(begin, pointer.data() + pointer.size(), index);
    return read.ec == std::errc() ? std::optional(index) : std::nullopt;
}

}  // namespace

PolicyPartView::PolicyPartView(PartContext context, QWidget* parent) : PartView(parent), m_context(context) {
    buildUi();
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &PolicyPartView::showRule);
    connect(m_form, &PolicyRuleForm::edited, this, &PolicyPartView::takeRule);
    connect(m_empty, &EmptyState::actionTriggered, this, &PolicyPartView::addRule);
    connect(m_test, &PolicyTest::screened, &m_model, &PolicyModel::setSightings);
    connect(&context.draft, &DraftModel::partChanged, this, [this](const QString& part) {
        if (part == QStringLiteral("inputs"))
            refresh();
    });
}

void PolicyPartView::buildUi() {
    auto* upper = new Splitter(Qt::Horizontal);
    upper->addWidget(makeRules());
    upper->addWidget(makeForm());
    upper->setChildrenCollapsible(false);
    upper->setStretchFactor(1, 1);
    upper->setSizes({300, 400});
    m_test = new PolicyTest(m_context.theme, m_context.session);
    auto* all = new Splitter(Qt::Vertical);
    all->addWidget(upper);
    all->addWidget(m_test);
    all->setChildrenCollapsible(false);
    all->setStretchFactor(0, 1);
    all->setSizes({360, 200});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(all);
}

QToolButton* PolicyPartView::makeAction(Icon icon, const QString& name, const QKeySequence& keys,
                                        void (PolicyPartView::*act)()) {
    QToolButton* button = makeToolButton(m_context.theme, icon, name, m_head, keys);
    connect(button, &QToolButton::clicked, this, act);
    m_head->addWidget(button);
    m_actions.push_back(button);
    return button;
}

QWidget* PolicyPartView::makeRules() {
    const Theme& theme = m_context.theme;
    m_rules = new QWidget;
    m_head = new PanelHead(theme, tr("Rules"));
    makeAction(Icon::Add, tr("Add rule"), {}, &PolicyPartView::addRule)->setObjectName(QStringLiteral("policy.add"));
    makeAction(Icon::Copy, tr("Duplicate rule"), {Qt::CTRL | Qt::Key_D}, &PolicyPartView::duplicateRule);
    makeAction(Icon::Remove, tr("Remove rule"), {Qt::Key_Delete}, &PolicyPartView::removeRule);
    makeAction(Icon::ArrowUp, tr("Move rule up"), {Qt::ALT | Qt::Key_Up}, &PolicyPartView::moveUp);
    makeAction(Icon::ArrowDown, tr("Move rule down"), {Qt::ALT | Qt::Key_Down}, &PolicyPartView::moveDown);
    m_list = new QListView;
    m_list->setObjectName(QStringLiteral("policy.rules"));
    m_list->setAccessibleName(tr("Policy rules"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new PolicyDelegate(theme, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->installEventFilter(this);
    auto* layout = new QVBoxLayout(m_rules);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addWidget(m_list, 1);
    m_rules->setMinimumWidth(theme.px(220));
    return m_rules;
}

QWidget* PolicyPartView::makeForm() {
    const Theme& theme = m_context.theme;
    m_form = new PolicyRuleForm(theme, [this] { return tierNames(); });
    m_scroll = new QScrollArea;
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(m_form);
    m_scroll->setBackgroundRole(QPalette::Base);
    m_empty = new EmptyState(theme, Icon::Policy, {});
    m_empty->setAutoFillBackground(true);
    m_empty->setBackgroundRole(QPalette::Base);
    m_pages = new QStackedWidget;
    m_pages->addWidget(m_scroll);
    m_pages->addWidget(m_empty);
    m_pages->setMinimumWidth(theme.px(260));
    return m_pages;
}

int PolicyPartView::row() const {
    return m_list->currentIndex().row();
}

QStringList PolicyPartView::tierNames() const {
    QStringList names;
    if (const Json* tiers = resolvePointer(m_context.draft.document(), "/routing/tiers"); tiers && tiers->is_object())
        for (const auto& tier : tiers->items())
            names.append(toQString(tier.key()));
    return names;
}

void PolicyPartView::setPart(const Json& part) {
    if (part != m_part) {
        m_part = part;
        refresh();
    } else if (m_list->model()->rowCount() == 0) {
        refresh();
    }
}

void PolicyPartView::refresh() {
    const int before = row();
    m_model.setRules(m_part);
    markRules();
    if (!m_list->currentIndex().isValid() && m_model.rowCount() > 0)
        m_list->setCurrentIndex(m_model.index(std::clamp(before, 0, m_model.rowCount() - 1)));
    const Json* inputs = memberAt(m_context.draft.document(), "inputs");
    m_test->setPolicy(m_part, inputs ? *inputs : Json());
    showRule();
}

void PolicyPartView::markRules() {
    std::vector<Finding> live;
    for (std::size_t i = 0; m_part.is_array() && i < m_part.size(); ++i) {
        std::vector<Finding> more = detectorFindings(childPointer("/policy", i), m_part[i]);
        live.insert(live.end(), more.begin(), more.end());
    }
    m_model.setFindings(withLiveFindings(m_findings, std::move(live)));
}

void PolicyPartView::showRule() {
    const bool chosen = m_part.is_array() && row() >= 0 && row() < m_model.rowCount();
    if (chosen) {
        const auto index = static_cast<std::size_t>(row());
        m_form->setRule(m_part[index], childPointer("/policy", index));
        m_form->setFindings(m_findings);
        m_form->setReadOnly(!isEditable() || !m_part[index].is_object());
        m_test->setStage(stringAt(m_part[index], "stage"));
    } else {
        const bool odd = !m_part.is_null() && !m_part.is_array();
        m_empty->setSentence(odd ? tr("The policy is no list, so it can only be edited as text.")
                                 : tr("Rules look for personal data, terms and patterns in what comes in and goes out, "
                                      "and block, mask or flag it."));
        m_empty->setAction(isEditable() ? tr("Add rule") : QString(), {});
    }
    m_rules->setVisible(m_model.rowCount() > 0);
    m_pages->setCurrentWidget(chosen ? static_cast<QWidget*>(m_scroll) : m_empty);
    const bool editable = isEditable();
    m_actions[Add]->setEnabled(editable);
    m_actions[Duplicate]->setEnabled(editable && chosen);
    m_actions[Remove]->setEnabled(editable && chosen);
    m_actions[Up]->setEnabled(editable && chosen && row() > 0);
    m_actions[Down]->setEnabled(editable && chosen && row() + 1 < m_model.rowCount());
}

void PolicyPartView::setReadOnly(bool readOnly) {
    m_readOnly = readOnly;
    showRule();
}

void PolicyPartView::setFindings(const std::vector<Finding>& findings) {
    m_findings = findings;
    markRules();
    m_form->setFindings(findings);
}

bool PolicyPartView::goTo(const std::string& pointer) {
    const auto rule = ruleOf(pointer);
    if (!rule || *rule >= m_model.rowCount())
        return false;
    m_list->setCurrentIndex(m_model.index(*rule));
    if (!m_form->goTo(pointer))
        m_list->setFocus();
    return true;
}

void PolicyPartView::change(Json part, const QString& what, int select) {
    m_part = std::move(part);
    refresh();
    if (select >= 0 && select < m_model.rowCount())
        m_list->setCurrentIndex(m_model.index(select));
    Q_EMIT edited(m_part, what);
}

std::string PolicyPartView::freeId(const std::string& wanted) const {
    std::set<std::string> taken;
    for (const Json& rule : m_part)
        taken.insert(stringAt(rule, "id"));
    std::string id = wanted;
    for (int i = 2; taken.contains(id); ++i)
        id = wanted + "-" + std::to_string(i);
    return id;
}

void PolicyPartView::addRule() {
    if (!isEditable())
        return;
    Json part = m_part.is_array() ? m_part : Json::array();
    const int at = row() < 0 ? static_cast<int>(part.size()) : row() + 1;
    const Json rule = {
        {"id", freeId("rule")}, {"stage", "input"}, {"detect", {{"pii", {"email"}}}}, {"action", "redact"}};
    part.insert(part.begin() + at, rule);
    change(std::move(part), tr("Add rule"), at);
    m_form->focusFirst();
}

void PolicyPartView::duplicateRule() {
    if (!isEditable() || row() < 0)
        return;
    Json part = m_part;
    Json copy = part[static_cast<std::size_t>(row())];
    if (copy.is_object())
        copy["id"] = freeId(stringAt(copy, "id", "rule"));
    const int at = row() + 1;
    part.insert(part.begin() + at, std::move(copy));
    change(std::move(part), tr("Duplicate rule"), at);
}

void PolicyPartView::removeRule() {
    if (!isEditable() || row() < 0)
        return;
    const int at = row();
    Json part = m_part;
    part.erase(static_cast<std::size_t>(at));
    change(std::move(part), tr("Remove rule"), std::min(at, static_cast<int>(m_part.size()) - 2));
    m_list->setFocus();
}

void PolicyPartView::moveRule(int by) {
    const int to = row() + by;
    if (!isEditable() || row() < 0 || to < 0 || to >= m_model.rowCount())
        return;
    Json part = m_part;
    std::swap(part[static_cast<std::size_t>(row())], part[static_cast<std::size_t>(to)]);
    change(std::move(part), tr("Move rule"), to);
}

void PolicyPartView::takeRule(const Json& rule, const QString& what) {
    if (row() < 0)
        return;
    Json part = m_part;
    part[static_cast<std::size_t>(row())] = rule;
    change(std::move(part), what, row());
}

bool PolicyPartView::handleKey(QKeyEvent& event) {
    const auto keys = event.modifiers() & ~Qt::KeypadModifier;
    const int key = event.key();
    if (keys == Qt::NoModifier && key == Qt::Key_Delete)
        removeRule();
    else if (keys == Qt::ControlModifier && key == Qt::Key_D)
        duplicateRule();
    else if (keys == Qt::AltModifier && key == Qt::Key_Up)
        moveUp();
    else if (keys == Qt::AltModifier && key == Qt::Key_Down)
        moveDown();
    else if (keys == Qt::NoModifier && (key == Qt::Key_Return || key == Qt::Key_Enter) && row() >= 0)
        m_form->focusFirst();
    else
        return false;
    return true;
}

bool PolicyPartView::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_list && event->type() == QEvent::KeyPress && handleKey(*static_cast<QKeyEvent*>(event)))
        return true;
    return PartView::eventFilter(watched, event);
}

}  // namespace touchstone::ui
