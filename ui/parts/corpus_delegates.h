// SPDX-License-Identifier: GPL-3.0-or-later
//
// How documents and hits are painted: a document with its size at the right; a hit in two lines with a bar for its
// score and a tick or a cross for its fate.
//
// GUI thread only.

#pragma once

#include <QStyledItemDelegate>

namespace touchstone::ui {

class Theme;

class DocumentDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit DocumentDelegate(const Theme& theme, QObject* parent = nullptr);
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const Theme& m_theme;
};

class HitDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit HitDelegate(const Theme& theme, QObject* parent = nullptr);
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintScore(QPainter& painter, QRect& line, double score) const;

    const Theme& m_theme;
};

}  // namespace touchstone::ui
