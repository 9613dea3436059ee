// SPDX-License-Identifier: Apache-2.0
//
// What every command finds around it: the streams, the common options, and the workspace they name.

#pragma once

#include "session/session.h"
#include "wiring/wiring.h"

#include <filesystem>
#include <memory>
#include <ostream>
#include <stop_token>
#include <string>

namespace touchstone::ctl {

// The exit codes, as `--help` documents them.
enum class ExitCode {
    Ok = 0,
    Failed = 1,       // something went wrong; the message says what
    Usage = 2,        // the command line is not understood
    Invalid = 3,      // the checked document has errors
    RunNotOk = 4,     // the run ended invalid, blocked or failed
    Worse = 5,        // the comparison shows that the newer version is worse
    Cancelled = 130,  // interrupted; what was finished is kept
};

struct CommonOptions {
    std::string workspace;  // --workspace, or $TOUCHSTONE_WORKSPACE
    bool json = false;
    bool quiet = false;
    wiring::WiringOptions wiring;
};

class Environment {
public:
    Environment(std::ostream& out, std::ostream& err, CommonOptions options, std::stop_token stop)
        : m_out(out), m_err(err), m_options(std::move(options)), m_stop(std::move(stop)) {}

    [[nodiscard]] std::ostream& out() { return m_out; }
    [[nodiscard]] std::ostream& err() { return m_err; }
    [[nodiscard]] bool json() const { return m_options.json; }
    [[nodiscard]] bool quiet() const { return m_options.quiet; }
    // Requested by Ctrl+C.
    [[nodiscard]] std::stop_token stop() const { return m_stop; }

    // The workspace the command line names; fails with what to type when it names none.
    [[nodiscard]] Result<std::filesystem::path> workspacePath() const;
    // Opens it, once.
    [[nodiscard]] Result<session::Session*> session(store::OpenMode mode = store::OpenMode::ReadWrite);
    [[nodiscard]] Result<session::SessionParts> parts();
    // Writes what must outlive the program; called once, at the end.
    [[nodiscard]] Result<void> close();

private:
    std::ostream& m_out;
    std::ostream& m_err;
    const CommonOptions m_options;
    const std::stop_token m_stop;
    std::unique_ptr<wiring::Wiring> m_wiring;
    std::unique_ptr<session::Session> m_session;
};

}  // namespace touchstone::ctl
