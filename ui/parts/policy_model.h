// SPDX-License-Identifier: GPL-3.0-or-later
//
// The rules of a policy part as rows, with what each says about the text that is being tested.
//
// GUI thread only.

#pragma once

#include "base/finding.h"
#include "session/inspection.h"

#include <QAbstractListModel>

#include <map>
#include <vector>

namespace touchstone::ui {

// How a stage, an action, and what a rule looks for are written: "Output", "redacts", "email, card".
[[nodiscard]] QString stageText(const std::string& stage);
[[nodiscard]] QString actionText(const std::string& action);
[[nodiscard]] QString detectText(const Json& rule);

class PolicyModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum PolicyRole {
        IdRole = Qt::UserRole,
        StageRole,   // as shown
        DetectRole,  // in words
        ActionRole,  // as in the document: "redact"
        HitsRole,    // of the tested text: how many places; absent when the rule was not tested
        AppliesRole,
        BrokenRole,    // why it cannot be tested, or empty
        SeverityRole,  // of the worst finding, as an int; absent: none
    };

    using QAbstractListModel::QAbstractListModel;

    // Rows are added, taken away and changed where they differ, so that selections stay.
    void setRules(const Json& rules);
    void setSightings(const std::vector<session::RuleSighting>& sightings);
    void setFindings(const std::vector<Finding>& findings);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    [[nodiscard]] QVariant sightingData(const session::RuleSighting* sighting, int role) const;
    [[nodiscard]] QString spokenText(const QModelIndex& index) const;

    Json m_rules = Json::array();
    std::map<std::size_t, session::RuleSighting> m_sightings;
    std::map<std::size_t, Severity> m_severities;
};

}  // namespace touchstone::ui
