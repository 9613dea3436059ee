// SPDX-License-Identifier: GPL-3.0-or-later
//
// Opens a workspace on a thread of its own and delivers the session to the GUI thread.
//
// GUI thread only.

#pragma once

#include "session/session.h"

#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <stop_token>
#include <thread>

namespace touchstone::ui {

class WorkspaceOpener : public QObject {
    Q_OBJECT

public:
    // Says what is being done, from the opening thread.
    using OnStep = std::function<void(const std::string&)>;
    // Opens, or makes and opens, the workspace at `path`; empty: the one the program starts with. Blocks; soon fails
    // with Cancelled when it is stopped.
    using Open = std::function<Result<std::unique_ptr<session::Session>>(const std::string& path, std::stop_token stop,
                                                                         const OnStep& onStep)>;

    // May block, but not beyond a stop.
    using First = std::function<void(const std::stop_token& stop)>;

    explicit WorkspaceOpener(Open open, QObject* parent = nullptr);
    ~WorkspaceOpener() override;  // stops and waits for an opening that is under way

    enum class File { Existing, New };

    // Reports by opened() or failed(). An opening that is under way is given up; `first` is done before anything else,
    // on the opening thread. A new file is made before it is opened; there must be none at `path`.
    void open(const QString& path, File file = File::Existing, First first = {});
    // An opening that is under way reports nothing any more, and is stopped.
    void giveUp();
    [[nodiscard]] QString path() const { return m_path; }
    // The session that opened() announced; null when it was taken before.
    [[nodiscard]] std::unique_ptr<session::Session> take() { return std::move(m_session); }

Q_SIGNALS:
    void stepped(const QString& what);
    void opened();
    void failed(const QString& message, touchstone::ErrorCode code);

private:
    void conclude(std::uint64_t number, Result<std::unique_ptr<session::Session>> result);

    const Open m_open;
    QString m_path;
    std::unique_ptr<session::Session> m_session;
    std::uint64_t m_number = 0;  // the newest opening counts
    std::jthread m_thread;
};

}  // namespace touchstone::ui
