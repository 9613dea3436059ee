// SPDX-License-Identifier: GPL-3.0-or-later

#include "history_rows.h"

#include <algorithm>

namespace touchstone::ui {
namespace {

const QString kDraft = QStringLiteral("draft");

}  // namespace

HistoryRows::HistoryRows(HistoryModel& history, DraftModel& draft, QObject* parent)
    : QAbstractListModel(parent), m_history(history), m_draft(draft) {
    connect(&history, &HistoryModel::refreshed, this, &HistoryRows::adoptHistory);
    connect(&draft, &DraftModel::opened, this, &HistoryRows::adoptHistory);
    connect(&draft, &DraftModel::checked, this, &HistoryRows::updateDraft);
    adoptHistory();
}

void HistoryRows::setSearch(const QString& text) {
    const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words == m_words)
        return;
    m_words = words;
    adoptHistory();
}

void HistoryRows::adoptHistory() {
    beginResetModel();
    m_versions.clear();
    m_graph.clear();
    for (int version = 0; version < m_history.rowCount(); ++version)
        if (fits(version))
            m_versions.push_back(version);
    if (m_words.isEmpty()) {
        std::vector<std::vector<int>> parents{{baseRow() < 0 ? -1 : baseRow() + 1}};
        for (int version = 0; version < m_history.rowCount(); ++version) {
            const int parent = m_history.parentOf(version);
            parents.push_back({parent < 0 ? -1 : parent + 1});
        }
        m_graph = versionGraph(parents);
    }
    endResetModel();
}

void HistoryRows::updateDraft() {
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0), index(0));
}

bool HistoryRows::fits(int version) const {
    const QModelIndex index = m_history.index(version);
    const QString text = (QStringList{m_history.referenceAt(version), index.data(HistoryModel::IdRole).toString(),
                                      index.data(HistoryModel::MessageRole).toString(),
                                      index.data(HistoryModel::AuthorRole).toString()} +
                          index.data(HistoryModel::NamesRole).toStringList())
                             .join(QLatin1Char('\n'));
    return std::ranges::all_of(m_words,
                               [&text](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

int HistoryRows::baseRow() const {
    for (int version = 0; version < m_history.rowCount(); ++version)
        if (m_history.referenceAt(version) == m_draft.baseName())
            return version;
    return -1;
}

QString HistoryRows::referenceAt(int row) const {
    if (row == 0)
        return kDraft;
    return row > 0 && row < rowCount() ? m_history.referenceAt(m_versions[static_cast<std::size_t>(row) - 1])
                                       : QString();
}

int HistoryRows::rowOf(const QString& reference) const {
    for (int row = 0; row < rowCount(); ++row)
        if (referenceAt(row) == reference)
            return row;
    return -1;
}

const GraphRow* HistoryRows::graphAt(int row) const {
    const auto place = static_cast<std::size_t>(row);
    return place < m_graph.size() ? &m_graph[place] : nullptr;
}

int HistoryRows::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : 1 + static_cast<int>(m_versions.size());
}

QVariant HistoryRows::draftData(int role) const {
    const auto changes = static_cast<int>(m_draft.changes().size());
    switch (role) {
        case Qt::DisplayRole:
        case Qt::AccessibleTextRole:
            return QStringLiteral("%1 · %2").arg(tr("draft"), draftData(DraftNoteRole).toString());
        case HistoryModel::ReferenceRole:
            return kDraft;
        case IsDraftRole:
            return true;
        case DraftNoteRole:
            return m_draft.baseName().isEmpty() ? tr("never committed")
                   : changes == 0               ? tr("no changes")
                                                : tr("%n part(s) changed", nullptr, changes);
        default:
            return {};
    }
}

QVariant HistoryRows::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    if (index.row() == 0)
        return draftData(role);
    if (role == IsDraftRole)
        return false;
    const int version = m_versions[static_cast<std::size_t>(index.row()) - 1];
    if (role == HistoryModel::ParentRowRole) {
        const auto parent = std::ranges::find(m_versions, m_history.parentOf(version));
        return parent == m_versions.end() ? -1 : 1 + static_cast<int>(parent - m_versions.begin());
    }
    return m_history.index(version).data(role == Qt::AccessibleTextRole ? int(Qt::DisplayRole) : role);
}

}  // namespace touchstone::ui
