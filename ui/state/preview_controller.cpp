// SPDX-License-Identifier: GPL-3.0-or-later

#include "uistate/preview_controller.h"

#include "uibase/deliver.h"

namespace touchstone::ui {
namespace {

constexpr std::chrono::milliseconds kPause{120};

}  // namespace

PreviewController::PreviewController(session::Session& session, DraftModel& draft, QObject* parent)
    : QObject(parent), m_session(session), m_draft(draft) {
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPause);
    connect(&m_pause, &QTimer::timeout, this, &PreviewController::start);
    connect(&draft, &DraftModel::partChanged, this, &PreviewController::request);
    connect(&draft, &DraftModel::opened, this, &PreviewController::startAnew);
}

PreviewController::~PreviewController() {
    m_stop.request_stop();
}

void PreviewController::setInput(Json input, std::string tier) {
    if (input == m_input && tier == m_tier)
        return;
    m_input = std::move(input);
    m_tier = std::move(tier);
    request();
}

// Not restarted while it runs: whoever types without a pause sees the prompt all the same.
void PreviewController::request() {
    if (!m_pause.isActive())
        m_pause.start();
}

// Another document: what is shown is not of it, and what is under way is of no use.
void PreviewController::startAnew() {
    m_stop.request_stop();
    m_stop = std::stop_source();
    ++m_number;
    m_running = false;
    m_latest.reset();
    m_rendered.reset();
    Q_EMIT changed();
    request();
}

void PreviewController::start() {
    if (!m_draft.isOpen())
        return;
    m_waiting = m_running;
    if (m_running)
        return;
    m_running = true;
    m_session.running().preview(
        m_draft.snapshot(), m_input, m_tier, m_stop.get_token(),
        [self = QPointer<PreviewController>(this), number = m_number](Result<session::Preview> preview) {
            deliverTo(self, [self, number, preview = std::move(preview)]() mutable {
                self->finish(number, std::move(preview));
            });
        });
}

void PreviewController::finish(std::uint64_t number, Result<session::Preview> preview) {
    if (number != m_number)
        return;
    m_running = false;
    if (preview.ok()) {
        m_latest = std::make_shared<const session::Preview>(std::move(preview).value());
        if (!m_latest->messages.empty())
            m_rendered = m_latest;
        Q_EMIT changed();
    }
    if (m_waiting)
        start();
}

}  // namespace touchstone::ui
