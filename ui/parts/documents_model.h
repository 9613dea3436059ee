// SPDX-License-Identifier: GPL-3.0-or-later
//
// The documents of a corpus as rows; those whose id or title has the words that are looked for.
//
// GUI thread only.

#pragma once

#include <QAbstractListModel>

#include "session/inspection.h"

#include <vector>

namespace touchstone::ui {

class DocumentsModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum DocumentRole { IdRole = Qt::UserRole, SizeRole };

    using QAbstractListModel::QAbstractListModel;

    void setDocuments(std::vector<session::DocumentInfo> documents);
    // Every word must be there, regardless of case.
    void setFilter(const QString& words);
    [[nodiscard]] int total() const { return static_cast<int>(m_documents.size()); }
    // The row of a document, −1 when it is not shown.
    [[nodiscard]] int rowOf(const QString& id) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    struct Row {
        QString id;
        QString title;
        std::int64_t bytes;
        QString folded;  // id and title, to look words up in
    };

    void choose();

    std::vector<Row> m_documents;
    std::vector<std::size_t> m_shown;
    QStringList m_words;
};

}  // namespace touchstone::ui
