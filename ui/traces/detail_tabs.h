// SPDX-License-Identifier: GPL-3.0-or-later
//
// Many tabs in little room, all of them in sight: where they do not fit, first the type gets smaller, then counts go to
// the tooltips, then margins shrink, and in the end names end in "…". GUI thread only.

#pragma once

#include "uibase/theme.h"

#include <QStringList>
#include <QTabBar>

#include <cstddef>
#include <vector>

namespace touchstone::ui {

class DetailTabs : public QTabBar {
    Q_OBJECT

public:
    explicit DetailTabs(const Theme& theme, QWidget* parent = nullptr);

    void addTabs(const QStringList& names);
    // 0 is not written.
    void setCount(int tab, std::size_t count);
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    [[nodiscard]] QSize tabSizeHint(int index) const override;
    [[nodiscard]] QSize minimumTabSizeHint(int index) const override { return tabSizeHint(index); }

private:
    // How much is given up for all tabs to fit.
    enum class Fit { Full, Small, NoCounts, Tight, Elided };

    [[nodiscard]] QFont fontOf(bool selected) const;
    [[nodiscard]] QString textOf(int tab) const;
    [[nodiscard]] int widthOf(int tab) const;
    [[nodiscard]] int wholeWidth() const;
    void fitNames();

    const Theme& m_theme;
    QStringList m_names;
    std::vector<std::size_t> m_counts;
    Fit m_fit = Fit::Full;
};

}  // namespace touchstone::ui
