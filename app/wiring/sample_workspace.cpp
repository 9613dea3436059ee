// SPDX-License-Identifier: Apache-2.0

#include "wiring/sample_workspace.h"

#include "wiring/places.h"

#include <system_error>

namespace touchstone::wiring {

namespace fs = std::filesystem;

Result<session::SampleSummary> makeSampleWorkspace(const fs::path& file, session::SessionParts parts,
                                                   const std::stop_token& stop) {
    std::error_code problem;
    if (fs::exists(file, problem))
        return Error{ErrorCode::AlreadyExists, file.string() + " exists already; give another name, or remove it"};
    fs::create_directories(file.parent_path(), problem);
    fs::path unfinished = file;
    unfinished += ".new";
    for (const char* ending : {"", "-wal", "-shm"})
        fs::remove(fs::path(unfinished.string() + ending), problem);
    session::SampleSummary summary;
    {
        TOUCHSTONE_TRY(const auto session, session::Session::open(unfinished.string(), store::OpenMode::Create, parts));
        TOUCHSTONE_TRY(summary, session::await<session::SampleSummary>([&](auto done) {
                           session->sample().fill(resourceFolder() / "sample", stop, std::move(done));
                       }));
    }
    fs::rename(unfinished, file, problem);
    if (problem)
        return Error{ErrorCode::Unavailable, "cannot make " + file.string() + ": " + problem.message()};
    return summary;
}

}  // namespace touchstone::wiring
