// SPDX-License-Identifier: GPL-3.0-or-later

#include "uishell/workspace_opener.h"

#include "base/system_clock.h"
#include "uibase/deliver.h"
#include "uistate/text.h"

namespace touchstone::ui {

namespace {

using Opened = Result<std::unique_ptr<session::Session>>;

// An empty workspace, which is then opened like any other.
Result<void> makeFile(const std::string& path) {
    SystemClock clock;
    const auto made = store::Workspace::open(path, store::OpenMode::Create, clock);
    return made.ok() ? Result<void>() : Result<void>(made.error());
}

}  // namespace

WorkspaceOpener::WorkspaceOpener(Open open, QObject* parent) : QObject(parent), m_open(std::move(open)) {}

WorkspaceOpener::~WorkspaceOpener() = default;

void WorkspaceOpener::open(const QString& path, File file, First first) {
    giveUp();
    m_path = path;
    // The new thread waits for what was before, the GUI thread does not.
    m_thread = std::jthread([self = QPointer<WorkspaceOpener>(this), number = m_number, open = m_open,
                             path = toUtf8(path), file, first = std::move(first),
                             thread = std::move(m_thread)](const std::stop_token& stop) mutable {
        if (thread.joinable())
            thread.join();
        if (first)
            first(stop);
        if (stop.stop_requested())
            return;  // it was given up
        const auto onStep = [self](const std::string& step) {
            deliverTo(self, [self, step] { Q_EMIT self->stepped(toQString(step)); });
        };
        const auto made = file == File::New ? makeFile(path) : Result<void>();
        auto result = std::make_shared<Opened>(made.ok() ? open(path, stop, onStep) : Opened(made.error()));
        deliverTo(self, [self, number, result] { self->conclude(number, std::move(*result)); });
    });
}

void WorkspaceOpener::giveUp() {
    ++m_number;
    m_thread.request_stop();
    m_session.reset();
}

void WorkspaceOpener::conclude(std::uint64_t number, Result<std::unique_ptr<session::Session>> result) {
    if (number != m_number)
        return;
    if (!result.ok()) {
        Q_EMIT failed(toQString(result.error().message), result.error().code);
        return;
    }
    m_session = std::move(result).value();
    Q_EMIT opened();
}

}  // namespace touchstone::ui
