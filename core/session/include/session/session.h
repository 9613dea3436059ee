// SPDX-License-Identifier: Apache-2.0
//
// What the workbench and the command line act through: an open workspace with the engine that runs its versions.
// Every verb returns at once and reports to its callback from a worker thread; values go in and come out.
//
// Thread-safe: verbs may be called from any thread, also from callbacks. Destroying the session cancels what runs,
// waits for it and carries out every draft, commit and discard that was asked for; callbacks that were still due are
// called with Cancelled or not at all. No callback may destroy the session: it would wait for its own thread.

#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "base/result.h"
#include "provider/directory.h"
#include "session/authoring.h"
#include "session/exchange.h"
#include "session/experiments.h"
#include "session/inspection.h"
#include "session/running.h"
#include "session/sample.h"
#include "session/traces.h"
#include "store/workspace.h"

#include <memory>
#include <string>

namespace touchstone::session {

// What a session stands on; all of it outlives the session.
struct SessionParts {
    Clock& clock;
    Random& random;
    provider::Directory& providers;
    unsigned workers = 0;  // 0: one for each processor
};

class Session {
public:
    // Opens the workspace; see store::Workspace::open for the errors.
    [[nodiscard]] static Result<std::unique_ptr<Session>> open(const std::string& path, store::OpenMode mode,
                                                               SessionParts parts);
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    [[nodiscard]] Authoring& authoring();
    [[nodiscard]] Running& running();
    [[nodiscard]] Experiments& experiments();
    [[nodiscard]] Traces& traces();
    [[nodiscard]] Exchange& exchange();
    [[nodiscard]] Sample& sample();
    [[nodiscard]] Inspection& inspection();

    [[nodiscard]] bool readOnly() const;
    void info(Done<store::WorkspaceInfo> done);
    // Tells what kind of thing changed in the workspace, from the store's thread; never once the session's end began.
    [[nodiscard]] store::Subscription onChanged(store::OnChange callback);

private:
    struct Parts;
    explicit Session(std::unique_ptr<Parts> parts);

    std::unique_ptr<Parts> m_parts;
};

}  // namespace touchstone::session
