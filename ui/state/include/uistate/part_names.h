// SPDX-License-Identifier: GPL-3.0-or-later
//
// How the parts of a workflow are shown: name, icon, what each is for.

#pragma once

#include "uibase/icons.h"

#include <QString>

#include <string_view>

namespace touchstone::ui {

[[nodiscard]] QString partTitle(std::string_view part);
[[nodiscard]] QString partHelp(std::string_view part);
[[nodiscard]] Icon partIcon(std::string_view part);

}  // namespace touchstone::ui
