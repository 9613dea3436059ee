// SPDX-License-Identifier: Apache-2.0
//
// Makes the sample workspace from the shipped sources.

#pragma once

#include "base/result.h"
#include "session/session.h"

#include <filesystem>
#include <stop_token>

namespace touchstone::wiring {

// Made in a folder of its own beside its place and given its name when complete, so that a start that was cut short
// leaves nothing half made (the next one clears its folder away) and two at once do not disturb each other:
// AlreadyExists when there is a file, also when another program was first. Takes a second: not for the GUI thread.
[[nodiscard]] Result<session::SampleSummary> makeSampleWorkspace(const std::filesystem::path& file,
                                                                 session::SessionParts parts,
                                                                 const std::stop_token& stop);

}  // namespace touchstone::wiring
