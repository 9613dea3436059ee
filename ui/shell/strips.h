// SPDX-License-Identifier: GPL-3.0-or-later
//
// The frame of the window: strips in the window's grey with one line, and the buttons of the rail. GUI thread only.

#pragma once

#include "uibase/icons.h"

#include <QToolButton>
#include <QWidget>

class QAction;

namespace touchstone::ui {

class Theme;

class Strip : public QWidget {
    Q_OBJECT

public:
    enum class Edge { Top, Right, Bottom };  // where the line is

    Strip(const Theme& theme, Edge edge, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    const Edge m_edge;
};

// A place in the rail: a 20-px icon; the active one has an accent edge and a tinted square.
class RailButton : public QToolButton {
    Q_OBJECT

public:
    RailButton(const Theme& theme, Icon icon, QAction& action, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    const Icon m_name;
};

}  // namespace touchstone::ui
