// SPDX-License-Identifier: GPL-3.0-or-later

#include "open_workspace.h"

#include "session/sample.h"
#include "wiring/places.h"

#include <filesystem>
#include <system_error>

namespace touchstone::workbench {
namespace {

namespace fs = std::filesystem;
using OnStep = ui::WorkspaceOpener::OnStep;

// Made beside its place and renamed when complete, so that a start that was cut short leaves nothing half made.
Result<void> makeSample(const fs::path& file, session::SessionParts parts, const std::stop_token& stop) {
    std::error_code problem;
    fs::create_directories(file.parent_path(), problem);
    fs::path unfinished = file;
    unfinished += ".new";
    for (const char* ending : {"", "-wal", "-shm"})
        fs::remove(fs::path(unfinished.string() + ending), problem);
    {
        TOUCHSTONE_TRY(const auto session, session::Session::open(unfinished.string(), store::OpenMode::Create, parts));
        const auto filled = session::await<session::SampleSummary>(
            [&](auto done) { session->sample().fill(wiring::resourceFolder() / "sample", stop, std::move(done)); });
        if (!filled.ok())
            return filled.error();
    }
    fs::rename(unfinished, file, problem);
    if (problem)
        return Error{ErrorCode::Unavailable, "cannot make " + file.string() + ": " + problem.message()};
    return {};
}

Result<std::unique_ptr<session::Session>> openWorkspace(const std::string& path, session::SessionParts parts,
                                                        const std::stop_token& stop, const OnStep& onStep) {
    if (!path.empty())
        return session::Session::open(path, store::OpenMode::ReadWrite, parts);
    const fs::path sample = wiring::sampleWorkspace();
    std::error_code problem;
    if (!fs::exists(sample, problem)) {
        onStep("Making the sample workspace…");
        const auto made = makeSample(sample, parts, stop);
        if (!made.ok())
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
