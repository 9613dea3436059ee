// SPDX-License-Identifier: GPL-3.0-or-later
//
// Paints a row of the command palette: icon, name with the letters that were found, what it belongs to, its keys.
//
// GUI thread only.

#pragma once

#include <QStyledItemDelegate>

namespace touchstone::ui {

class Theme;

class PaletteDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    // The theme outlives the delegate.
    explicit PaletteDelegate(const Theme& theme, QObject* parent = nullptr);

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintHead(QPainter& painter, const QRect& area, const QString& title) const;
    void paintName(QPainter& painter, const QRect& area, const QModelIndex& index) const;
    // Returns what is left of `area` before it.
    [[nodiscard]] QRect paintRight(QPainter& painter, const QRect& area, const QModelIndex& index) const;

    const Theme& m_theme;
};

}  // namespace touchstone::ui
