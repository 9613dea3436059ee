// SPDX-License-Identifier: GPL-3.0-or-later
//
// How a row of the history is painted: the graph, the version's mark, name, hash, branches and tags, age; the message
// below. GUI thread only.

#pragma once

#include <QStyledItemDelegate>

namespace touchstone::ui {

class HistoryRows;
class Theme;
struct GraphRow;

class VersionDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    // Both outlive the delegate.
    VersionDelegate(const Theme& theme, const HistoryRows& rows, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    [[nodiscard]] QPointF laneCentre(const QRect& rect, int lane) const;
    void paintGraph(QPainter& painter, const QRect& rect, const GraphRow& graph) const;
    void paintMark(QPainter& painter, QPointF centre, const QModelIndex& index) const;
    void paintFirstLine(QPainter& painter, QRect line, const QModelIndex& index) const;
    void paintNames(QPainter& painter, QRect line, const QStringList& names) const;

    const Theme& m_theme;
    const HistoryRows& m_rows;
};

}  // namespace touchstone::ui
