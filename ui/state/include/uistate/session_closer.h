// SPDX-License-Identifier: GPL-3.0-or-later
//
// Lets windows share a session. Closing one waits for what runs in it and for the disk, so where its last holder lets
// it go on the GUI thread, a thread of its own closes it; elsewhere it is closed at once. Whoever opens a file where
// one was open before waits until that is closed.
//
// Thread-safe; outlives no thread that it began.

#pragma once

#include "session/session.h"

#include <QString>

#include <memory>
#include <stop_token>

namespace touchstone::ui {

class SessionCloser {
public:
    SessionCloser();
    // Waits until all that was let go is closed. Sessions that are held still are closed by who lets them go.
    ~SessionCloser();
    SessionCloser(const SessionCloser&) = delete;
    SessionCloser& operator=(const SessionCloser&) = delete;

    // `place` is the path that the session is known by. REQUIRES: session
    [[nodiscard]] std::shared_ptr<session::Session> share(std::unique_ptr<session::Session> session,
                                                          const QString& place) const;
    // Blocks while a session of `place` that was let go is being closed, and until a stop.
    void waitUntilClosed(const QString& place, const std::stop_token& stop) const;

private:
    class Threads;
    const std::shared_ptr<Threads> m_threads;
};

}  // namespace touchstone::ui
