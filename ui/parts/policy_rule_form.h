// SPDX-License-Identifier: GPL-3.0-or-later
//
// One policy rule as a form: where it looks, what for, and what it does then.
//
// GUI thread only.

#pragma once

#include "base/finding.h"
#include "base/json.h"

#include <QStringList>
#include <QWidget>

#include <map>
#include <string>
#include <vector>

class QComboBox;
class QLabel;

namespace touchstone::ui {

class PartForm;
class Theme;

class PolicyRuleForm : public QWidget {
    Q_OBJECT

public:
    PolicyRuleForm(const Theme& theme, std::function<QStringList()> tiers, QWidget* parent = nullptr);

    // `pointer` is the rule's place: "/policy/2". What was in mind for another rule is forgotten.
    void setRule(const Json& rule, const std::string& pointer);
    void setReadOnly(bool readOnly);
    // Of the whole part.
    void setFindings(const std::vector<Finding>& findings);
    // The field of a pointer inside the rule gets the focus.
    bool goTo(const std::string& pointer);
    void focusFirst();

Q_SIGNALS:
    void edited(const touchstone::Json& rule, const QString& what);

private:
    void buildUi(std::function<QStringList()> tiers);
    void takeRule(const Json& rule, const QString& what);
    void takeDetect(const Json& detect, const QString& what);
    void changeKind(int index);
    void report(const QString& what);
    void refresh();
    [[nodiscard]] std::string kind() const;

    const Theme& m_theme;
    PartForm* m_place = nullptr;   // id, stage
    QComboBox* m_kinds = nullptr;  // of detector
    PartForm* m_detect = nullptr;
    PartForm* m_answer = nullptr;  // action, to, message

    Json m_rule;
    std::string m_pointer;
    std::vector<Finding> m_findings;
    std::map<std::string, Json> m_left;  // detectors of this rule by kind, as they were when another kind was chosen
    bool m_readOnly = false;
};

}  // namespace touchstone::ui
