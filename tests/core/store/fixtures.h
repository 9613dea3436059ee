// SPDX-License-Identifier: Apache-2.0
//
// Small values to put into a workspace, and a workspace to put them into.

#pragma once

#include "base/system_clock.h"
#include "store/workspace.h"
#include "support/printing.h"

#include <QTemporaryDir>

#include <memory>
#include <stdexcept>
#include <string>

// VERIFY_OK for what must run only once.
#define REQUIRE_OK(...)                                                                 \
    do {                                                                                \
        const auto& required = (__VA_ARGS__);                                           \
        QVERIFY2(required.ok(), required.ok() ? "" : required.error().message.c_str()); \
    } while (false)

namespace fixtures {

using namespace touchstone;

inline Json document(const std::string& name, const std::string& instructions = "You are the triage desk.") {
    return Json{{"format", "touchstone.workflow/1"},
                {"name", name},
                {"feature", "support.triage"},
                {"inputs", {{"type", "object"}, {"properties", {{"zebra", {}}, {"ant", {}}}}}},
                {"instructions", {{"text", instructions}}},
                {"description", "Sorts tickets — schnell"},
                {"prompt", {{"messages", Json::array({{{"role", "user"}, {"content", "{{ ticket }}"}}})}}},
                {"routing", {{"tiers", {{"small", {{"provider", "builtin"}, {"model", "builtin/small"}}}}}}}};
}

inline workflow::Version version(const Json& document, std::vector<VersionId> parents = {},
                                 std::string message = "first") {
    const WallTime created{std::chrono::seconds(1'700'000'000)};
    auto made = workflow::makeVersion(document, {std::move(parents), "Ada", std::move(message), created});
    if (!made.ok())
        throw std::runtime_error(made.error().message);
    return made.value();
}

// A folder that goes away with it, and workspaces in it.
struct Desk {
    QTemporaryDir folder;
    SystemClock clock;

    [[nodiscard]] std::string path(const std::string& name = "desk.touchstone") const {
        return folder.filePath(QString::fromStdString(name)).toStdString();
    }
    [[nodiscard]] std::unique_ptr<store::Workspace> open(store::OpenMode mode) {
        auto opened = store::Workspace::open(path(), mode, clock);
        if (!opened.ok())
            throw std::runtime_error(opened.error().message + " " + opened.error().detail);
        return std::move(opened).value();
    }
    [[nodiscard]] std::unique_ptr<store::Workspace> create() { return open(store::OpenMode::Create); }
    [[nodiscard]] std::unique_ptr<store::Workspace> reopen() { return open(store::OpenMode::ReadWrite); }
};

}  // namespace fixtures
