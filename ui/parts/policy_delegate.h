// SPDX-License-Identifier: GPL-3.0-or-later
//
// A policy rule in two lines: its id and what it does; where it looks and for what, and how often the tested text
// has it.
//
// GUI thread only.

#pragma once

#include "uibase/icons.h"

#include <QStyledItemDelegate>

namespace touchstone::ui {

class Theme;

// The icon of an action, which stands beside its word everywhere.
[[nodiscard]] Icon actionIcon(const QString& action);

class PolicyDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit PolicyDelegate(const Theme& theme, QObject* parent = nullptr);

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintHead(QPainter& painter, QRect line, const QModelIndex& index) const;
    void paintFoot(QPainter& painter, QRect line, const QModelIndex& index) const;
    [[nodiscard]] QString hitsText(const QModelIndex& index) const;

    const Theme& m_theme;
};

}  // namespace touchstone::ui
