// SPDX-License-Identifier: Apache-2.0
//
// Makes the sample workspace from the shipped sources.

#pragma once

#include "base/result.h"
#include "session/session.h"

#include <filesystem>
#include <stop_token>

namespace touchstone::wiring {

// Made beside its place and renamed when complete, so that a start that was cut short leaves nothing half made.
// AlreadyExists when there is a file. Takes a second: not for the GUI thread.
[[nodiscard]] Result<session::SampleSummary> makeSampleWorkspace(const std::filesystem::path& file,
                                                                 session::SessionParts parts,
                                                                 const std::stop_token& stop);

}  // namespace touchstone::wiring
