// SPDX-License-Identifier: GPL-3.0-or-later
//
// All settings there are, in the order they are shown.

#pragma once

#include "uistate/settings.h"

namespace touchstone::ui {

[[nodiscard]] QList<SettingInfo> makeSettingTable();

}  // namespace touchstone::ui
