// SPDX-License-Identifier: GPL-3.0-or-later
//
// Many tabs in little room: margins are narrower than the style's, the bold text of the selected tab fits, and a count
// stands behind a name while there is room. GUI thread only.

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
    // Smaller type, and counts are in the tooltips only.
    void setNarrow(bool narrow);

protected:
    void paintEvent(QPaintEvent* event) override;
    [[nodiscard]] QSize tabSizeHint(int index) const override;
    [[nodiscard]] QSize minimumTabSizeHint(int index) const override { return tabSizeHint(index); }

private:
    [[nodiscard]] QFont fontOf(bool selected) const;
    void showNames();

    const Theme& m_theme;
    QStringList m_names;
    std::vector<std::size_t> m_counts;
    bool m_narrow = false;
};

}  // namespace touchstone::ui
