// SPDX-License-Identifier: GPL-3.0-or-later

#include "uibase/primary.h"

#include <QPushButton>

namespace touchstone::ui {

namespace {

constexpr const char* kProperty = "touchstonePrimary";

}  // namespace

void setPrimary(QPushButton& button) {
    button.setProperty(kProperty, true);
    button.update();
}

bool isPrimary(const QWidget* widget) {
    return widget && widget->property(kProperty).toBool();
}

}  // namespace touchstone::ui
