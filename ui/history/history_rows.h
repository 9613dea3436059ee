// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the history lists: the draft on top, below it the versions that fit the search, with their place in the graph.
//
// GUI thread only.

#pragma once

#include "uihistory/version_graph.h"
#include "uistate/draft_model.h"
#include "uistate/history_model.h"

#include <QAbstractListModel>

#include <vector>

namespace touchstone::ui {

class HistoryRows : public QAbstractListModel {
    Q_OBJECT

public:
    // Besides the roles of HistoryModel.
    enum Role { IsDraftRole = HistoryModel::ParentRowRole + 1, DraftNoteRole };

    // Both outlive the model.
    HistoryRows(HistoryModel& history, DraftModel& draft, QObject* parent = nullptr);

    // Versions whose number, id, message, author, branches or tags have all words of it; empty: all.
    void setSearch(const QString& text);
    // "draft", "v3".
    [[nodiscard]] QString referenceAt(int row) const;
    // −1 when it is not listed.
    [[nodiscard]] int rowOf(const QString& reference) const;
    // Null while a search leaves versions out, and for the draft without a version.
    [[nodiscard]] const GraphRow* graphAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    void adoptHistory();
    void updateDraft();
    [[nodiscard]] bool fits(int version) const;
    [[nodiscard]] QVariant draftData(int role) const;
    // The history's row of the version that the draft began from; −1 when there is none.
    [[nodiscard]] int baseRow() const;

    HistoryModel& m_history;
    DraftModel& m_draft;
    QStringList m_words;
    std::vector<int> m_versions;    // rows of the history that are listed
    std::vector<GraphRow> m_graph;  // by row of this model; empty while a search leaves versions out
};

}  // namespace touchstone::ui
