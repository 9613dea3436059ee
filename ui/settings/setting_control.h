// SPDX-License-Identifier: GPL-3.0-or-later
//
// The control of one setting: shows its value, now and when it changes elsewhere, and sets it.

#pragma once

#include "uistate/settings.h"

class QWidget;

namespace touchstone::ui {

class Theme;

// Its object name is the setting's key, its accessible name the setting's title. `settings` outlives it.
[[nodiscard]] QWidget* makeSettingControl(const Theme& theme, Settings& settings, const SettingInfo& info);

}  // namespace touchstone::ui
