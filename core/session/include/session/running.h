// SPDX-License-Identifier: Apache-2.0
//
// Running a version or a draft once. Thread-safe, see session.h.

#pragma once

#include "engine/engine.h"
#include "session/done.h"

#include <memory>
#include <stop_token>
#include <string>
#include <string_view>

namespace touchstone::session {

class Context;

// What to run: a committed version by id, or a document's text as it stands in the editor.
struct Subject {
    VersionId version;
    std::string text;  // read when `version` is empty
};

struct RunInput {
    Subject subject;
    Json input = Json::object();
    trace::Origin origin = trace::Origin::Try;
    std::string journey = {};
    std::string environment = {};
    std::string tier = {};
};

class Running {
public:
    explicit Running(Context& context) : m_context(context) {}

    // Runs and stores the trace. Errors are those before a run exists: a document that is not valid, a corpus that is
    // missing. What happens to the run itself is in the Outcome. Request `stop` to cancel.
    void run(RunInput input, std::stop_token stop, engine::Engine::OnDelta onDelta, Done<engine::Outcome> done);

private:
    Context& m_context;
};

}  // namespace touchstone::session
