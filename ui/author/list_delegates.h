// SPDX-License-Identifier: GPL-3.0-or-later
//
// How the rows of the two lists at the left of the author place are painted. GUI thread only.

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

// The version's mark on the line of history, name, hash, branches and tags, age; the message below.
class NavigatorVersionDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit NavigatorVersionDelegate(const Theme& theme, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintGraph(QPainter& painter, const QRect& rect, const QModelIndex& index) const;
    void paintFirstLine(QPainter& painter, QRect line, const QModelIndex& index) const;

    const Theme& m_theme;
};

}  // namespace touchstone::ui
