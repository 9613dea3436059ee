// SPDX-License-Identifier: GPL-3.0-or-later
//
// A table column of numbers with a small bar before each, all on one scale.
//
// GUI thread only.

#pragma once

#include <QStyledItemDelegate>

namespace touchstone::ui {

class Theme;

class BarDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    // `valueRole` gives the number; the text is the DisplayRole's.
    BarDelegate(const Theme& theme, int valueRole, QObject* parent = nullptr);

    // The value whose bar is full.
    void setMaximum(double maximum) { m_maximum = maximum; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const Theme& m_theme;
    int m_valueRole;
    double m_maximum = 1;
};

}  // namespace touchstone::ui
