// SPDX-License-Identifier: GPL-3.0-or-later
//
// Paints the cells of a comparison. The words that differ are found when a cell is first seen and kept for a while.
// GUI thread only.

#pragma once

#include "cell_paint.h"
#include "uicompare/compare_model.h"

#include <QCache>
#include <QStyledItemDelegate>

namespace touchstone::ui {

inline constexpr int kCaseRow = 92;  // design pixels

class CellDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    // `keyboard` is the view that has it: the rows of a view that never has are chosen all the same.
    CellDelegate(const Theme& theme, const CompareFilter& filter, const CompareModel& model, const QWidget& keyboard,
                 QObject* parent = nullptr);

    // Tier, time and cost go to the tooltip.
    void setNarrow(bool narrow) { m_narrow = narrow; }
    // What is kept belongs to other cases, fonts or colours.
    void forget() { m_texts.clear(); }
    // The case has other answers.
    void forget(std::size_t testCase);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    struct Kept {
        int width;
        MarkedText text;
    };

    void paintChoice(QPainter& painter, const QStyleOptionViewItem& option) const;
    void paintCase(QPainter& painter, const QRect& rect, std::size_t testCase) const;
    void paintExpected(QPainter& painter, const QRect& rect, std::size_t testCase) const;
    void paintAnswer(QPainter& painter, const QRect& rect, std::size_t testCase, std::size_t contestant) const;
    void paintFacts(QPainter& painter, const QRect& line, std::size_t testCase, std::size_t contestant) const;
    [[nodiscard]] const MarkedText& textOf(std::size_t testCase, std::size_t contestant, int width) const;

    const Theme& m_theme;
    const CompareFilter& m_filter;
    const CompareModel& m_model;
    const QWidget& m_keyboard;
    bool m_narrow = false;
    mutable QCache<quint64, Kept> m_texts;  // by case and column
};

}  // namespace touchstone::ui
