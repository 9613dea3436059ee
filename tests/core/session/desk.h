// SPDX-License-Identifier: Apache-2.0
//
// Sessions on a real workspace in a folder that goes away with it, wired as the programs wire them.

#pragma once

#include "support/printing.h"

#include "session/files.h"
#include "session/session.h"
#include "wiring/wiring.h"
#include "workflow/parse.h"

#include <QTemporaryDir>

#include <filesystem>
#include <stdexcept>

namespace desk {

using namespace touchstone;
namespace fs = std::filesystem;
using session::await;

struct Desk {
    QTemporaryDir folder;
    std::unique_ptr<wiring::Wiring> wiring = wiring::Wiring::make().value();

    [[nodiscard]] fs::path path(const std::string& name = "desk.touchstone") const {
        return fs::path(folder.path().toStdString()) / name;
    }

    [[nodiscard]] std::unique_ptr<session::Session> open(store::OpenMode mode) const {
        auto opened = session::Session::open(path().string(), mode, wiring->parts());
        if (!opened.ok())
            throw std::runtime_error(opened.error().message);
        return std::move(opened).value();
    }
    [[nodiscard]] std::unique_ptr<session::Session> create() const { return open(store::OpenMode::Create); }

    // Writes a file into the folder.
    fs::path write(const std::string& name, const std::string& text) const {
        if (const auto written = session::writeFile(path(name), text); !written.ok())
            throw std::runtime_error(written.error().message);
        return path(name);
    }
};

inline Json document(const std::string& instructions = "Answer briefly.\n") {
    Json json = workflow::starterDocument("desk");
    json["instructions"]["text"] = instructions;
    return json;
}

inline Result<workflow::Version> commit(session::Session& session, const Json& json, const VersionId& base,
                                        const std::string& message = "because") {
    const session::CommitRequest request{"desk", "main", toText(json), "Ada", message, base};
    return await<workflow::Version>([&](auto done) { session.authoring().commit(request, std::move(done)); });
}

// Saves the draft of a branch with this text typed into one of its parts, as an editor does.
inline Result<store::Draft> type(session::Session& session, const std::string& part, const std::string& text) {
    TOUCHSTONE_TRY(session::OpenedDraft opened, await<session::OpenedDraft>([&](auto done) {
                       session.authoring().openDraft("desk", "main", done);
                   }));
    opened.text.typed = {{part, text}};
    return await<store::Draft>(
        [&](auto done) { session.authoring().saveDraft(opened.draft, opened.text, std::move(done)); });
}

inline bool holds(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace desk

// Fails the test unless `result` is an error with this code whose message holds `part`.
#define COMPARE_ERROR(result, expectedCode, part)                                                          \
    do {                                                                                                   \
        const auto& comparedResult = (result);                                                             \
        QVERIFY2(!comparedResult.ok(), "an error was expected");                                           \
        QCOMPARE(std::string(toString(comparedResult.error().code)), std::string(toString(expectedCode))); \
        QVERIFY2(comparedResult.error().message.find(part) != std::string::npos,                           \
                 comparedResult.error().message.c_str());                                                  \
    } while (false)
