// SPDX-License-Identifier: Apache-2.0
//
// Points in time as people type them.

#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <string>

namespace touchstone::ctl {

// "2026-11-23", "2026-11-23T16:30", "2026-11-23T16:30:05Z" (all UTC), or "30m", "12h", "7d" before `now`.
// InvalidArgument names the option and shows these forms.
[[nodiscard]] Result<WallTime> parseMoment(const std::string& option, const std::string& text, WallTime now);

}  // namespace touchstone::ctl
