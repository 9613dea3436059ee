// SPDX-License-Identifier: GPL-3.0-or-later

#include "uistate/run_controller.h"

#include "uibase/deliver.h"
#include "uistate/text.h"

namespace touchstone::ui {

RunController::RunController(session::Session& session, QObject* parent)
    : QObject(parent), m_session(session), m_throttle([this] { showStream(); }) {}

RunController::~RunController() {
    m_stop.request_stop();
}

void RunController::run(session::RunInput input) {
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_stream = std::make_shared<Stream>();
    m_output.clear();
    m_running = true;
    const std::uint64_t number = ++m_number;
    const QPointer<RunController> self(this);
    auto onDelta = [self, number, stream = m_stream](std::string_view text, bool restart) {
        {
            const std::lock_guard lock(stream->mutex);
            if (restart)
                stream->text.clear();
            stream->text += text;
        }
        deliverTo(self, [self, number] {
            if (number == self->m_number)
                self->m_throttle.request();
        });
    };
    m_session.running().run(std::move(input), m_stop.get_token(), std::move(onDelta),
                            [self, number](Result<engine::Outcome> outcome) {
                                deliverTo(self, [self, number, outcome = std::move(outcome)]() mutable {
                                    if (number == self->m_number)
                                        self->conclude(std::move(outcome));
                                });
                            });
    Q_EMIT started();
}

void RunController::cancel() {
    m_stop.request_stop();
}

void RunController::forget() {
    cancel();
    ++m_number;
    if (std::exchange(m_running, false))
        Q_EMIT forgotten();
}

void RunController::showStream() {
    if (!m_running)
        return;
    {
        const std::lock_guard lock(m_stream->mutex);
        m_output = toQString(m_stream->text);
    }
    Q_EMIT outputChanged();
}

void RunController::conclude(Result<engine::Outcome> outcome) {
    m_running = false;
    if (!outcome.ok()) {
        Q_EMIT refused(toQString(outcome.error().message));
        return;
    }
    m_outcome = std::make_shared<const engine::Outcome>(std::move(outcome).value());
    m_output = toQString(m_outcome->output);
    Q_EMIT outputChanged();
    Q_EMIT finished();
}

}  // namespace touchstone::ui
