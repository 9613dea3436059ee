// SPDX-License-Identifier: GPL-3.0-or-later
//
// How the rows of the list of parts are painted. GUI thread only.

#pragma once

#include <QStyledItemDelegate>

namespace touchstone::ui {

class Theme;

// Icon, name, one fact at the right, "M" when changed, a mark when something is wrong.
class PartDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit PartDelegate(const Theme& theme, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    int paintMarks(QPainter& painter, const QRect& rect, const QModelIndex& index) const;

    const Theme& m_theme;
};

}  // namespace touchstone::ui
