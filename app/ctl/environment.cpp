// SPDX-License-Identifier: Apache-2.0

#include "environment.h"

#include "output.h"
#include "wiring/places.h"

namespace touchstone::ctl {

namespace fs = std::filesystem;

Result<fs::path> Environment::workspacePath() const {
    if (!m_options.workspace.empty())
        return fs::path(m_options.workspace);
    fs::path only;
    std::size_t found = 0;
    std::error_code problem;
    for (const auto& entry : fs::directory_iterator(".", problem))
        if (entry.path().extension() == ".touchstone") {
            only = entry.path().filename();
            ++found;
        }
    if (found == 1)
        return only;
    if (found == 0 && fs::exists(wiring::sampleWorkspace(), problem))
        return wiring::sampleWorkspace();
    return Error{ErrorCode::NotFound,
                 found > 1 ? "several workspaces are here; name one with --workspace FILE"
                           : "no workspace is named; use --workspace FILE, or make one: touchstonectl workspace new "
                             "FILE --sample"};
}

Result<session::SessionParts> Environment::parts() {
    if (!m_wiring) {
        TOUCHSTONE_TRY(m_wiring, wiring::Wiring::make(m_options.wiring));
        if (!m_wiring->warning().empty())
            m_err << "touchstonectl: " << printable(m_wiring->warning()) << "\n";
    }
    return m_wiring->parts();
}

Result<session::Session*> Environment::session(store::OpenMode mode) {
    if (!m_session) {
        TOUCHSTONE_TRY(const fs::path path, workspacePath());
        TOUCHSTONE_TRY(const session::SessionParts sessionParts, parts());
        TOUCHSTONE_TRY(m_session, session::Session::open(path.string(), mode, sessionParts));
    }
    return m_session.get();
}

Result<void> Environment::close() {
    Result<void> flushed;
    if (m_session && !m_session->readOnly())
        flushed = session::await<void>([this](auto done) { m_session->traces().flush(std::move(done)); });
    m_session.reset();
    if (m_wiring) {
        TOUCHSTONE_TRY_VOID(m_wiring->finishRecording());
    }
    return flushed;
}

}  // namespace touchstone::ctl
