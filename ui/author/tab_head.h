// SPDX-License-Identifier: GPL-3.0-or-later
//
// What tabs stand on: the colour of heads, a line below. GUI thread only.

#pragma once

#include <QWidget>

namespace touchstone::ui {

class Theme;

class TabHead : public QWidget {
    Q_OBJECT

public:
    explicit TabHead(const Theme& theme, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
};

}  // namespace touchstone::ui
