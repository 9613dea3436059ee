// SPDX-License-Identifier: GPL-3.0-or-later

#include "uishell/workspace_opener.h"

#include "uibase/deliver.h"
#include "uistate/text.h"

namespace touchstone::ui {

WorkspaceOpener::WorkspaceOpener(Open open, QObject* parent) : QObject(parent), m_open(std::move(open)) {}

WorkspaceOpener::~WorkspaceOpener() = default;

void WorkspaceOpener::open(const QString& path, std::unique_ptr<session::Session> before) {
    m_path = path;
    const std::uint64_t number = ++m_number;
    m_thread.request_stop();
    // The new thread waits for what was before, the GUI thread does not.
    m_thread =
        std::jthread([self = QPointer<WorkspaceOpener>(this), number, open = m_open, path = toUtf8(path),
                      session = std::move(before), thread = std::move(m_thread)](const std::stop_token& stop) mutable {
            if (thread.joinable())
                thread.join();
            session.reset();
            const auto onStep = [self](const std::string& step) {
                deliverTo(self, [self, step] { Q_EMIT self->stepped(toQString(step)); });
            };
            auto result = std::make_shared<Result<std::unique_ptr<session::Session>>>(open(path, stop, onStep));
            deliverTo(self, [self, number, result] { self->conclude(number, std::move(*result)); });
        });
}

void WorkspaceOpener::conclude(std::uint64_t number, Result<std::unique_ptr<session::Session>> result) {
    if (number != m_number)
        return;
    if (!result.ok()) {
        Q_EMIT failed(toQString(result.error().message));
        return;
    }
    m_session = std::move(result).value();
    Q_EMIT opened();
}

}  // namespace touchstone::ui
