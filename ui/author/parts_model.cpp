// SPDX-License-Identifier: GPL-3.0-or-later

#include "parts_model.h"

#include "part_fact.h"
#include "uistate/part_names.h"
#include "uistate/text.h"

namespace touchstone::ui {

std::string_view partOfPointer(std::string_view pointer) {
    if (pointer.empty())
        return {};
    pointer.remove_prefix(1);
    return pointer.substr(0, pointer.find('/'));
}

PartsModel::PartsModel(DraftModel& draft, QObject* parent) : QAbstractListModel(parent), m_draft(draft) {
    connect(&draft, &DraftModel::opened, this, &PartsModel::refresh);
    connect(&draft, &DraftModel::checked, this, &PartsModel::refresh);
    refresh();
}

std::string_view PartsModel::partAt(int row) {
    return workflow::kPartNames[static_cast<std::size_t>(row)];
}

int PartsModel::rowOf(std::string_view part) {
    const auto found = std::find(workflow::kPartNames.begin(), workflow::kPartNames.end(), part);
    return found == workflow::kPartNames.end() ? -1 : static_cast<int>(found - workflow::kPartNames.begin());
}

void PartsModel::refresh() {
    m_rows = {};
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const Json* value = memberAt(m_draft.document(), workflow::kPartNames[i]);
        m_rows[i].present = m_draft.hasPart(workflow::kPartNames[i]);
        m_rows[i].refused = !m_rows[i].present && isPartRefused(workflow::kPartNames[i]);
        if (value != nullptr)
            m_rows[i].fact = partFact(workflow::kPartNames[i], *value);
    }
    for (const workflow::PartChange& change : m_draft.changes())
        if (const int row = rowOf(change.part); row >= 0)
            m_rows[static_cast<std::size_t>(row)].changed = true;
    for (const Finding& finding : m_draft.findings())
        if (const int row = rowOf(partOfPointer(finding.pointer)); row >= 0) {
            int& severity = m_rows[static_cast<std::size_t>(row)].severity;
            severity = std::max(severity, static_cast<int>(finding.severity));
        }
    Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

int PartsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QString PartsModel::describe(std::size_t row) const {
    const Row& state = m_rows[row];
    QStringList words{partTitle(workflow::kPartNames[row])};
    words += state.present ? state.fact : state.refused ? tr("cannot be run yet") : tr("not in this workflow");
    if (state.changed)
        words += tr("changed");
    if (state.severity == static_cast<int>(Severity::Error))
        words += tr("has errors");
    words.removeAll(QString());
    return words.join(QStringLiteral(", "));
}

QVariant PartsModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const auto row = static_cast<std::size_t>(index.row());
    switch (role) {
        case Qt::DisplayRole:
            return partTitle(workflow::kPartNames[row]);
        case Qt::ToolTipRole:
            return m_rows[row].refused ? tr("%1 (cannot be run yet)").arg(partHelp(workflow::kPartNames[row]))
                                       : partHelp(workflow::kPartNames[row]);
        case Qt::AccessibleTextRole:
            return describe(row);
        case FactRole:
            return m_rows[row].fact;
        case PresentRole:
            return m_rows[row].present;
        case RefusedRole:
            return m_rows[row].refused;
        case ChangedRole:
            return m_rows[row].changed;
        case SeverityRole:
            return m_rows[row].severity;
        default:
            return {};
    }
}

}  // namespace touchstone::ui
