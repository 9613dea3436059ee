// SPDX-License-Identifier: GPL-3.0-or-later
//
// Findings as rows, and how a row is painted. GUI thread only.

#pragma once

#include "base/finding.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

#include <vector>

namespace touchstone::ui {

class Theme;

class ProblemsModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { SeverityRole = Qt::UserRole + 1, PlaceRole, SuggestionRole, FixRole };

    using QAbstractListModel::QAbstractListModel;

    void setFindings(std::vector<Finding> findings, bool repairable);
    [[nodiscard]] const Finding& findingAt(int row) const { return m_findings[static_cast<std::size_t>(row)]; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<Finding> m_findings;
    QStringList m_fixes;  // the likeliest repair of each, or empty
};

class ProblemDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit ProblemDelegate(const Theme& theme, QObject* parent = nullptr)
        : QStyledItemDelegate(parent), m_theme(theme) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    // Where the repair's link is in a row; empty without one. The current row shows the key too.
    [[nodiscard]] QRect fixRect(const QRect& row, const QModelIndex& index, bool current) const;

private:
    void paintFix(QPainter& painter, const QRect& rect, const QModelIndex& index, bool current) const;
    [[nodiscard]] int keyWidth() const;

    const Theme& m_theme;
};

}  // namespace touchstone::ui
