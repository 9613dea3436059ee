// SPDX-License-Identifier: GPL-3.0-or-later
//
// One routing rule as a form: its condition, the tier it leads to or how it splits the runs, and what a split sticks
// to.
//
// GUI thread only.

#pragma once

#include "base/finding.h"
#include "base/json.h"

#include <QWidget>

#include <string>
#include <vector>

class QComboBox;
class QLabel;
class QVBoxLayout;

namespace touchstone::ui {

class PartForm;
class Theme;

class RoutingRuleForm : public QWidget {
    Q_OBJECT

public:
    explicit RoutingRuleForm(const Theme& theme, QWidget* parent = nullptr);

    void setRule(const Json& rule, const std::vector<std::string>& tiers);
    void setReadOnly(bool readOnly);
    // `pointer` is the rule's place.
    void setFindings(const std::vector<Finding>& findings, const std::string& pointer);
    bool goTo(const std::string& key);

Q_SIGNALS:
    void edited(const touchstone::Json& rule, const QString& what);

private:
    void fillTargets();
    void fillShares();
    void chooseTarget(int index);
    void takeRule(const Json& rule, const QString& what);
    void takeShares(const Json& shares, const QString& what);

    const Theme& m_theme;
    PartForm* m_rule = nullptr;
    QComboBox* m_use = nullptr;
    QLabel* m_useNote = nullptr;
    PartForm* m_shares = nullptr;  // null: the rule does not split
    QVBoxLayout* m_sharesPlace = nullptr;

    Json m_value;
    std::vector<std::string> m_tiers;
    std::vector<std::string> m_shareTiers;  // those m_shares has fields for
    bool m_readOnly = false;
};

}  // namespace touchstone::ui
