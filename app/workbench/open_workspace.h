// SPDX-License-Identifier: GPL-3.0-or-later
//
// How the workbench comes by its workspace: the file that was asked for, or the sample, which is made at first start.

#pragma once

#include "uishell/workspace_opener.h"
#include "wiring/wiring.h"

namespace touchstone::workbench {

// `wiring` outlives the opener and its sessions.
[[nodiscard]] ui::WorkspaceOpener::Open makeOpener(wiring::Wiring& wiring);

}  // namespace touchstone::workbench
