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
    enum Role { SeverityRole = Qt::UserRole + 1, PlaceRole, SuggestionRole };

    using QAbstractListModel::QAbstractListModel;

    void setFindings(std::vector<Finding> findings);
    [[nodiscard]] const Finding& findingAt(int row) const { return m_findings[static_cast<std::size_t>(row)]; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<Finding> m_findings;
};

class ProblemDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit ProblemDelegate(const Theme& theme, QObject* parent = nullptr)
        : QStyledItemDelegate(parent), m_theme(theme) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const Theme& m_theme;
};

}  // namespace touchstone::ui
