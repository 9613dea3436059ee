// SPDX-License-Identifier: GPL-3.0-or-later

#include "policy_model.h"

#include "uistate/text.h"

#include <QCoreApplication>

namespace touchstone::ui {
namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(PolicyModel)
};

QString valuesText(const Json& list) {
    constexpr std::size_t kShown = 4;
    QStringList words;
    for (std::size_t i = 0; i < std::min(list.size(), kShown); ++i)
        words.append(toQString(list[i].is_string() ? list[i].get<std::string>() : toText(list[i])));
    if (list.size() > kShown)
        words.append(Words::tr("%n more", nullptr, static_cast<int>(list.size() - kShown)));
    return words.join(QStringLiteral(", "));
}

}  // namespace

QString stageText(const std::string& stage) {
    if (stage == "input")
        return Words::tr("Input");
    if (stage == "context")
        return Words::tr("Context");
    if (stage == "tool")
        return Words::tr("Tool results");
    if (stage == "output")
        return Words::tr("Output");
    return stage.empty() ? Words::tr("No stage") : toQString(stage);
}

QString actionText(const std::string& action) {
    if (action == "block")
        return Words::tr("Block");
    if (action == "redact")
        return Words::tr("Redact");
    if (action == "flag")
        return Words::tr("Flag");
    if (action == "route")
        return Words::tr("Route");
    return action.empty() ? Words::tr("No action") : toQString(action);
}

QString detectText(const Json& rule) {
    const Json* detect = memberAt(rule, "detect");
    if (!detect || !detect->is_object())
        return Words::tr("Nothing to look for");
    if (const Json* kinds = memberAt(*detect, "pii"); kinds && kinds->is_array())
        return Words::tr("Personal data: %1").arg(valuesText(*kinds));
    if (const Json* terms = memberAt(*detect, "terms"); terms && terms->is_array())
        return Words::tr("Terms: %1").arg(valuesText(*terms));
    if (const Json* regex = memberAt(*detect, "regex"); regex && regex->is_string())
        return Words::tr("Pattern: %1").arg(toQString(regex->get<std::string>()));
    if (const Json* when = memberAt(*detect, "when"); when && when->is_string())
        return Words::tr("When %1").arg(toQString(when->get<std::string>()));
    return toQString(toText(*detect));
}

void PolicyModel::setRules(const Json& rules) {
    const Json now = rules.is_array() ? rules : Json::array();
    const auto before = static_cast<int>(m_rules.size());
    const auto after = static_cast<int>(now.size());
    if (after > before)
        beginInsertRows({}, before, after - 1);
    else if (after < before)
        beginRemoveRows({}, after, before - 1);
    m_rules = now;
    m_sightings.clear();
    if (after > before)
        endInsertRows();
    else if (after < before)
        endRemoveRows();
    if (after > 0)
        Q_EMIT dataChanged(index(0), index(after - 1));
}

void PolicyModel::setSightings(const std::vector<session::RuleSighting>& sightings) {
    m_sightings.clear();
    for (const session::RuleSighting& sighting : sightings)
        m_sightings[sighting.rule] = sighting;
    if (!m_rules.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void PolicyModel::setFindings(const std::vector<Finding>& findings) {
    m_severities.clear();
    for (const Finding& finding : findings)
        for (std::size_t i = 0; i < m_rules.size(); ++i) {
            const std::string place = childPointer("/policy", i);
            if (finding.pointer == place || finding.pointer.starts_with(place + "/"))
                m_severities[i] = std::max(m_severities[i], finding.severity);
        }
    if (!m_rules.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

int PolicyModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rules.size());
}

QVariant PolicyModel::sightingData(const session::RuleSighting* sighting, int role) const {
    if (!sighting)
        return {};
    if (role == BrokenRole)
        return toQString(sighting->broken);
    if (role == AppliesRole)
        return sighting->applies;
    return sighting->broken.empty() ? QVariant(static_cast<int>(sighting->hits.size())) : QVariant();
}

QVariant PolicyModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto row = static_cast<std::size_t>(index.row());
    const Json& rule = m_rules[row];
    switch (role) {
        case Qt::DisplayRole:
        case IdRole:
            return rule.is_object() ? toQString(stringAt(rule, "id")) : toQString(toText(rule));
        case StageRole:
            return stageText(stringAt(rule, "stage"));
        case DetectRole:
            return detectText(rule);
        case ActionRole:
            return toQString(stringAt(rule, "action"));
        case HitsRole:
        case AppliesRole:
        case BrokenRole: {
            const auto found = m_sightings.find(row);
            return sightingData(found == m_sightings.end() ? nullptr : &found->second, role);
        }
        case SeverityRole: {
            const auto found = m_severities.find(row);
            return found == m_severities.end() ? QVariant() : QVariant(static_cast<int>(found->second));
        }
        case Qt::AccessibleTextRole:
        case Qt::ToolTipRole:
            return spokenText(index);
        default:
            return {};
    }
}

QString PolicyModel::spokenText(const QModelIndex& index) const {
    const QString what =
        tr("%1. %2. %3. %4")
            .arg(index.data(IdRole).toString(), index.data(StageRole).toString(), index.data(DetectRole).toString(),
                 actionText(toUtf8(index.data(ActionRole).toString())));
    if (const QString broken = index.data(BrokenRole).toString(); !broken.isEmpty())
        return tr("%1. Cannot be tested: %2").arg(what, broken);
    if (index.data(AppliesRole).toBool())
        return tr("%1. Applies to the test text, %n place(s).", nullptr, index.data(HitsRole).toInt()).arg(what);
    return what;
}

}  // namespace touchstone::ui
