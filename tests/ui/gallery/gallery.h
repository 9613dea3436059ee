// SPDX-License-Identifier: GPL-3.0-or-later
//
// A page with every widget of ui/base in its important states.

#pragma once

#include <QWidget>

namespace touchstone::ui {

class Theme;

class Gallery : public QWidget {
    Q_OBJECT

public:
    explicit Gallery(const Theme& theme);

private:
    QWidget* makeControls();
    QWidget* makeLabels();
    QWidget* makeBars();
    QWidget* makeEditors();
    QWidget* makeTable();
    QWidget* makeIcons();

    const Theme& m_theme;
};

}  // namespace touchstone::ui
