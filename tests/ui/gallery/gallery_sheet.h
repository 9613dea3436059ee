// SPDX-License-Identifier: GPL-3.0-or-later
//
// The paper of the gallery: a page of two columns, groups with a title, rows of widgets.
//
// GUI thread only.

#pragma once

#include "uibase/theme.h"

#include <QBoxLayout>
#include <QWidget>

#include <array>
#include <initializer_list>
#include <memory>

namespace touchstone::ui {

class GallerySheet {
public:
    explicit GallerySheet(const Theme& theme);

    // A title in a column (0 or 1); what is added later goes below it.
    void addGroup(int column, const char* title);
    void addRow(int column, std::initializer_list<QWidget*> widgets);
    void add(int column, QWidget* widget, int stretch = 0);
    [[nodiscard]] std::unique_ptr<QWidget> take();

private:
    const Theme& m_theme;
    std::unique_ptr<QWidget> m_page;
    std::array<QVBoxLayout*, 2> m_columns;
};

// A widget as if the pointer were over it.
template <class Widget>
Widget* hovered(Widget* widget) {
    widget->setAttribute(Qt::WA_UnderMouse);
    return widget;
}

template <class Widget>
Widget* disabled(Widget* widget) {
    widget->setEnabled(false);
    return widget;
}

}  // namespace touchstone::ui
