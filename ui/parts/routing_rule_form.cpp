// SPDX-License-Identifier: GPL-3.0-or-later

#include "routing_rule_form.h"

#include "part_form.h"
#include "routing_fields.h"
#include "uibase/theme.h"
#include "uistate/text.h"
#include "value_text.h"

#include <QComboBox>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace touchstone::ui {

RoutingRuleForm::RoutingRuleForm(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
    m_rule = new PartForm(theme, QStringLiteral("routing.rule"), routingRuleFields());
    m_use = new QComboBox;
    m_use->setObjectName(QStringLiteral("routing.use"));
    m_use->setAccessibleName(tr("Leads to"));
    m_useNote = new QLabel;
    m_useNote->setObjectName(QStringLiteral("routing.useNote"));
    m_useNote->setWordWrap(true);
    m_useNote->setTextFormat(Qt::PlainText);
    auto* title = new QLabel(tr("Leads to"));
    title->setBuddy(m_use);
    setTextStyle(*title, theme, TextStyle::BodyStrong);
    m_sharesPlace = new QVBoxLayout;
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    layout->addWidget(title);
    layout->addWidget(m_use);
    layout->addWidget(m_useNote);
    layout->addLayout(m_sharesPlace);
    layout->addWidget(m_rule);
    connect(m_use, &QComboBox::activated, this, &RoutingRuleForm::chooseTarget);
    connect(m_rule, &PartForm::edited, this, &RoutingRuleForm::takeRule);
}

void RoutingRuleForm::setRule(const Json& rule, const std::vector<std::string>& tiers) {
    m_value = rule;
    m_tiers = tiers;
    m_rule->setValue(rule);
    fillTargets();
    fillShares();
    setReadOnly(m_readOnly);
}

// The tiers, then the split; what the rule has and is none of them comes last.
void RoutingRuleForm::fillTargets() {
    m_use->clear();
    for (const std::string& tier : m_tiers)
        m_use->addItem(toQString(tier));
    m_use->addItem(tr("Split the runs…"));
    const Json* use = memberAt(m_value, "use");
    if (!use) {
        m_use->setCurrentIndex(-1);
    } else if (use->is_object()) {
        m_use->setCurrentIndex(m_use->count() - 1);
    } else {
        const auto found = std::ranges::find(m_tiers, stringAt(m_value, "use"));
        if (found == m_tiers.end())
            m_use->addItem(tr("%1 (no such tier)").arg(valueText(*use)));
        m_use->setCurrentIndex(found == m_tiers.end() ? m_use->count() - 1 : static_cast<int>(found - m_tiers.begin()));
    }
    const bool splits = use && use->is_object();
    m_useNote->setText(splits ? tr("Touchstone does not carry this out yet: a run would be refused.") : QString());
    m_useNote->setVisible(splits);
}

void RoutingRuleForm::fillShares() {
    const Json* use = memberAt(m_value, "use");
    const bool splits = use && use->is_object();
    std::vector<std::string> wanted = m_tiers;
    if (splits)
        for (const auto& share : use->items())
            if (std::ranges::find(wanted, share.key()) == wanted.end())
                wanted.push_back(share.key());
    if (m_shares && (!splits || wanted != m_shareTiers)) {
        m_shares->hide();
        m_shares->deleteLater();
        m_shares = nullptr;
    }
    if (splits && !m_shares) {
        std::vector<FieldSpec> fields;
        for (const std::string& tier : wanted)
            fields.push_back(routingShareField(tier));
        m_shares = new PartForm(m_theme, QStringLiteral("routing.share"), std::move(fields));
        m_shareTiers = wanted;
        m_sharesPlace->addWidget(m_shares);
        connect(m_shares, &PartForm::edited, this, &RoutingRuleForm::takeShares);
    }
    if (m_shares)
        m_shares->setValue(*use);
}

void RoutingRuleForm::setReadOnly(bool readOnly) {
    m_readOnly = readOnly;
    m_rule->setReadOnly(readOnly);
    m_use->setEnabled(!readOnly && m_value.is_object());
    if (m_shares)
        m_shares->setReadOnly(readOnly);
}

void RoutingRuleForm::setFindings(const std::vector<Finding>& findings, const std::string& pointer) {
    m_rule->setFindings(findings, pointer);
    if (m_shares)
        m_shares->setFindings(findings, pointer + "/use");
}

bool RoutingRuleForm::goTo(const std::string& key) {
    if (key == "use") {
        m_use->setFocus(Qt::OtherFocusReason);
        return true;
    }
    return m_rule->focusField(key);
}

void RoutingRuleForm::takeRule(const Json& rule, const QString& what) {
    m_value = rule;
    Q_EMIT edited(m_value, what);
}

void RoutingRuleForm::takeShares(const Json& shares, const QString& what) {
    m_value["use"] = shares;
    Q_EMIT edited(m_value, what);
}

// A split begins with most of the runs where all of them went.
void RoutingRuleForm::chooseTarget(int index) {
    const Json before = m_value.contains("use") ? m_value["use"] : Json();
    const auto tiers = static_cast<int>(m_tiers.size());
    if (index > tiers)
        return;
    if (index < tiers)
        m_value["use"] = m_tiers[static_cast<std::size_t>(index)];
    else if (!before.is_object()) {
        m_value["use"] = Json::object();
        for (const std::string& tier : m_tiers)
            m_value["use"][tier] = before == tier ? 90 : 10;
    }
    if (m_value.contains("use") && m_value["use"] != before)
        Q_EMIT edited(m_value, tr("Change where the rule leads"));
}

}  // namespace touchstone::ui
