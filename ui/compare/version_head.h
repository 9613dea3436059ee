// SPDX-License-Identifier: GPL-3.0-or-later
//
// The heads of a comparison's columns: of each version its mark, mean score, change and verdict, how many cases it won
// and lost, latency and cost. A click asks for the menu that sorts. GUI thread only.

#pragma once

#include "head_words.h"
#include "uicompare/compare_model.h"

#include <QHeaderView>

namespace touchstone::ui {

class Theme;

class VersionHead : public QHeaderView {
    Q_OBJECT

public:
    VersionHead(const Theme& theme, const CompareFilter& filter, const CompareModel& model, QWidget* parent);

    // Hashes are left out in a small window; of many versions there latencies too, and words become signs.
    void setRoom(bool small, bool narrow);

    // What the draft's mark is made from: the number its version would get.
    void setDraftNumber(std::int64_t number);

Q_SIGNALS:
    void menuRequested(int column, const QPoint& globalPlace);

protected:
    void paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const override;
    [[nodiscard]] QSize sizeHint() const override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    void paintCase(QPainter& painter, const QRect& rect) const;
    void paintVersion(QPainter& painter, const QRect& rect, std::size_t contestant) const;
    void paintName(QPainter& painter, const QRect& line, std::size_t contestant) const;
    void paintScore(QPainter& painter, const QRect& line, std::size_t contestant) const;
    void paintWins(QPainter& painter, const QRect& line, std::size_t contestant) const;
    void paintSort(QPainter& painter, const QRect& line, int column) const;
    [[nodiscard]] StateWord changeOf(std::size_t contestant) const;
    // At the right end, when it fits.
    void paintFact(QPainter& painter, const QRect& line, const QString& fact) const;

    const Theme& m_theme;
    const CompareFilter& m_filter;
    const CompareModel& m_model;
    [[nodiscard]] std::int64_t markNumber(std::size_t contestant) const;

    bool m_small = false;
    bool m_narrow = false;
    std::int64_t m_draftNumber = 0;
    QPoint m_pressed;
};

}  // namespace touchstone::ui
