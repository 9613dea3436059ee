// SPDX-License-Identifier: Apache-2.0

#include "wiring/places.h"

#include <cstdlib>
#include <system_error>

namespace touchstone::wiring {
namespace {

namespace fs = std::filesystem;

fs::path fromEnvironment(const char* name) {
    const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): read before any thread starts
    return value ? fs::path(value) : fs::path();
}

}  // namespace

fs::path resourceFolder() {
    if (const fs::path given = fromEnvironment("TOUCHSTONE_RESOURCES"); !given.empty())
        return given;
    std::error_code problem;
    const fs::path program = fs::read_symlink("/proc/self/exe", problem);
    if (const fs::path installed = program.parent_path().parent_path() / "share/touchstone";
        !problem && fs::is_directory(installed, problem))
        return installed;
    return TOUCHSTONE_SOURCE_RESOURCES;
}

fs::path dataFolder() {
    const fs::path given = fromEnvironment("XDG_DATA_HOME");
    const fs::path base = given.is_absolute() ? given : fromEnvironment("HOME") / ".local/share";
    return base / "touchstone";
}

fs::path sampleWorkspace() {
    return dataFolder() / "samples.touchstone";
}

}  // namespace touchstone::wiring
