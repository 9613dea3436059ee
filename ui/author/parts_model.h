// SPDX-License-Identifier: GPL-3.0-or-later
//
// The twelve parts of the open document: which are there, changed, or wrong. GUI thread only.

#pragma once

#include "uistate/draft_model.h"

#include <QAbstractListModel>

#include <array>

namespace touchstone::ui {

class PartsModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { FactRole = Qt::UserRole + 1, PresentRole, RefusedRole, ChangedRole, SeverityRole };

    explicit PartsModel(DraftModel& draft, QObject* parent = nullptr);

    [[nodiscard]] static std::string_view partAt(int row);
    [[nodiscard]] static int rowOf(std::string_view part);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    struct Row {
        QString fact;
        bool present = false;
        bool refused = false;  // cannot be added
        bool changed = false;
        int severity = -1;  // of the worst finding; -1: none
    };

    void refresh();
    [[nodiscard]] QString describe(std::size_t row) const;

    DraftModel& m_draft;
    std::array<Row, workflow::kPartNames.size()> m_rows;
};

// The first token of a JSON pointer: the part a finding is about.
[[nodiscard]] std::string_view partOfPointer(std::string_view pointer);

}  // namespace touchstone::ui
