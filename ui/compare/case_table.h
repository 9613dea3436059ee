// SPDX-License-Identifier: GPL-3.0-or-later
//
// The table of cases: writes the model's raw figures for people, sorts, and copies rows as tab-separated values.
// GUI thread only.

#pragma once

#include "uicompare/compare_model.h"

#include <QStyledItemDelegate>
#include <QTableView>

namespace touchstone::ui {

class Theme;

class CaseDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit CaseDelegate(const Theme& theme, QObject* parent = nullptr)
        : QStyledItemDelegate(parent), m_theme(theme) {}

    [[nodiscard]] static QString textOf(const QModelIndex& index);

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

private:
    const Theme& m_theme;
};

class CaseTable : public QTableView {
    Q_OBJECT

public:
    explicit CaseTable(const Theme& theme, QWidget* parent = nullptr);

    // `model` has the columns of CompareModel. A click on a head sorts; until then the rows stand as the model has
    // them.
    void setModel(QAbstractItemModel* model) override;
    // The selected rows with their heads.
    void copySelection() const;

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void layoutColumns();

    const Theme& m_theme;
};

}  // namespace touchstone::ui
