// SPDX-License-Identifier: Apache-2.0
//
// Running a version or a draft once, or looking at what a run would send. Thread-safe, see session.h.

#pragma once

#include "engine/engine.h"
#include "session/done.h"

#include <memory>
#include <stop_token>
#include <string>
#include <string_view>

namespace touchstone::engine {
struct Preview;
}

namespace touchstone::session {

class Context;
class Previews;
struct DraftText;

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
    explicit Running(Context& context);

    // Runs and stores the trace. Errors are those before a run exists: a document that is not valid, a corpus that is
    // missing. What happens to the run itself is in the Outcome. Request `stop` to cancel.
    void run(RunInput input, std::stop_token stop, engine::Engine::OnDelta onDelta, Done<engine::Outcome> done);

    // What a run of the text on `input` would send, what it would cost and where it would stop; see session/preview.h.
    // Nothing is called or stored. Errors of the text and of the input are in the preview; the error of `done` is
    // Cancelled. Cheap after a small change: what a text shares with the one before it is not made again.
    void preview(DraftText text, Json input, std::string tier, std::stop_token stop, Done<engine::Preview> done);

private:
    Context& m_context;
    const std::shared_ptr<Previews> m_previews;
};

}  // namespace touchstone::session
