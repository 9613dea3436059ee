// SPDX-License-Identifier: GPL-3.0-or-later

#include "open_workspace.h"

#include "wiring/places.h"
#include "wiring/sample_workspace.h"

#include <filesystem>
#include <system_error>

namespace touchstone::workbench {
namespace {

namespace fs = std::filesystem;
using OnStep = ui::WorkspaceOpener::OnStep;

Result<std::unique_ptr<session::Session>> openWorkspace(const std::string& path, session::SessionParts parts,
                                                        const std::stop_token& stop, const OnStep& onStep) {
    if (!path.empty())
        return session::Session::open(path, store::OpenMode::ReadWrite, parts);
    const fs::path sample = wiring::sampleWorkspace();
    std::error_code problem;
    if (!fs::exists(sample, problem)) {
        onStep("Making the sample workspace…");
        // Another window may have been first; then its sample serves both.
        const auto made = wiring::makeSampleWorkspace(sample, parts, stop);
        if (!made.ok() && made.error().code != ErrorCode::AlreadyExists)
            return made.error();
    }
    return session::Session::open(sample.string(), store::OpenMode::ReadWrite, parts);
}

}  // namespace

ui::WorkspaceOpener::Open makeOpener(wiring::Wiring& wiring) {
    return [parts = wiring.parts()](const std::string& path, const std::stop_token& stop, const OnStep& onStep) {
        return openWorkspace(path, parts, stop, onStep);
    };
}

}  // namespace touchstone::workbench
