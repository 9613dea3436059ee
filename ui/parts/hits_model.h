// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a search found, as rows: best first, each with its score and whether it is sent, or why not.
//
// GUI thread only.

#pragma once

#include <QAbstractListModel>

#include "session/inspection.h"

#include <vector>

namespace touchstone::ui {

class HitsModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum HitRole {
        TitleRole = Qt::UserRole,
        DocumentRole,
        ScoreRole,   // 0..1
        ChosenRole,  // whether it is sent
        FateRole,    // in words
        SnippetRole,
    };

    using QAbstractListModel::QAbstractListModel;

    void setHits(std::vector<session::FoundChunk> hits);
    [[nodiscard]] const session::FoundChunk& hit(int row) const { return m_hits[static_cast<std::size_t>(row)]; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<session::FoundChunk> m_hits;
};

}  // namespace touchstone::ui
