// SPDX-License-Identifier: Apache-2.0
//
// What a policy says about one text, see Inspection::screen().

#pragma once

#include "session/inspection.h"

namespace touchstone::session {

[[nodiscard]] Result<ScreenResult> screenNow(const ScreenRequest& request);

}  // namespace touchstone::session
