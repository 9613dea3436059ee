// SPDX-License-Identifier: GPL-3.0-or-later

#include "documents_model.h"

#include "uibase/format.h"
#include "uistate/text.h"

#include <algorithm>

namespace touchstone::ui {

void DocumentsModel::setDocuments(std::vector<session::DocumentInfo> documents) {
    beginResetModel();
    m_documents.clear();
    m_documents.reserve(documents.size());
    for (const session::DocumentInfo& document : documents) {
        Row row{toQString(document.id), toQString(document.title), document.bytes, {}};
        row.folded = (row.id + QLatin1Char(' ') + row.title).toCaseFolded();
        m_documents.push_back(std::move(row));
    }
    choose();
    endResetModel();
}

void DocumentsModel::setFilter(const QString& words) {
    beginResetModel();
    m_words = words.toCaseFolded().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    choose();
    endResetModel();
}

void DocumentsModel::choose() {
    m_shown.clear();
    for (std::size_t i = 0; i < m_documents.size(); ++i)
        if (std::ranges::all_of(m_words, [&](const QString& word) { return m_documents[i].folded.contains(word); }))
            m_shown.push_back(i);
}

int DocumentsModel::rowOf(const QString& id) const {
    for (std::size_t row = 0; row < m_shown.size(); ++row)
        if (m_documents[m_shown[row]].id == id)
            return static_cast<int>(row);
    return -1;
}

int DocumentsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant DocumentsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_documents[m_shown[static_cast<std::size_t>(index.row())]];
    const QString size = formatBytes(row.bytes);
    switch (role) {
        case Qt::DisplayRole:
            return row.title.isEmpty() ? row.id : row.title;
        case IdRole:
            return row.id;
        case SizeRole:
            return size;
        case Qt::ToolTipRole:
        case Qt::AccessibleTextRole:
            return tr("%1, %2, %3").arg(row.title, row.id, size);
        default:
            return {};
    }
}

}  // namespace touchstone::ui
