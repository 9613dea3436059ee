// SPDX-License-Identifier: GPL-3.0-or-later
//
// Sources as rows, and how a row is painted: number, title, place, score, tokens. GUI thread only.

#pragma once

#include "uirunview/sources_view.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace touchstone::ui {

class SourcesModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { IndexRole = Qt::UserRole + 1, PlaceRole, NumbersRole, NoteRole };

    using QAbstractListModel::QAbstractListModel;

    void setRows(std::vector<SourceRow> rows);
    [[nodiscard]] const SourceRow& at(int row) const { return m_rows[static_cast<std::size_t>(row)]; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<SourceRow> m_rows;
};

class SourceDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    SourceDelegate(const Theme& theme, QObject* parent) : QStyledItemDelegate(parent), m_theme(theme) {}

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintNumber(QPainter& painter, const QRect& place, std::int64_t number) const;

    const Theme& m_theme;
};

// "billing.md, lines 12–20"
[[nodiscard]] QString placeText(const SourceRow& source);

}  // namespace touchstone::ui
