// SPDX-License-Identifier: GPL-3.0-or-later
//
// How the cells of the list of traces are painted: marks, shapes with words, thumbs, bars, and a line below each row.
// GUI thread only.

#pragma once

#include "uibase/bar_delegate.h"

#include <QStyledItemDelegate>

namespace touchstone::ui {

class Theme;
class TraceTableModel;

class TraceDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit TraceDelegate(const Theme& theme, QObject* parent = nullptr)
        : QStyledItemDelegate(parent), m_theme(theme) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintVersion(QPainter& painter, QRect rect, const QModelIndex& index) const;
    void paintStatus(QPainter& painter, const QRect& rect, const QModelIndex& index) const;
    void paintThumb(QPainter& painter, const QRect& rect, const QModelIndex& index) const;
    void paintText(QPainter& painter, const QRect& rect, const QModelIndex& index) const;

    const Theme& m_theme;
};

class LatencyDelegate : public BarDelegate {
    Q_OBJECT

public:
    LatencyDelegate(const Theme& theme, QObject* parent);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const Theme& m_theme;
};

}  // namespace touchstone::ui
