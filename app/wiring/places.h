// SPDX-License-Identifier: Apache-2.0
//
// Where a program finds its shipped files and keeps its own (XDG Base Directory Specification).

#pragma once

#include <filesystem>

namespace touchstone::wiring {

// The shipped resources: $TOUCHSTONE_RESOURCES, else ../share/touchstone beside the program, else the source tree.
[[nodiscard]] std::filesystem::path resourceFolder();

// $XDG_DATA_HOME/touchstone, by default ~/.local/share/touchstone. Not created here.
[[nodiscard]] std::filesystem::path dataFolder();

// The sample workspace that is made at first start.
[[nodiscard]] std::filesystem::path sampleWorkspace();

}  // namespace touchstone::wiring
