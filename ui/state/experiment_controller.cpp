// SPDX-License-Identifier: GPL-3.0-or-later

#include "uistate/experiment_controller.h"

#include "uibase/deliver.h"
#include "uistate/text.h"

namespace touchstone::ui {

ExperimentController::ExperimentController(session::Session& session, QObject* parent)
    : QObject(parent), m_session(session), m_latest(std::make_shared<Latest>()), m_throttle([this] {
          {
              const std::lock_guard lock(m_latest->mutex);
              m_progress = m_latest->progress;
          }
          Q_EMIT progressed();
      }) {}

ExperimentController::~ExperimentController() {
    m_stop.request_stop();
}

void ExperimentController::start(session::ExperimentRequest request) {
    if (m_running)
        return;
    m_stop = std::stop_source();
    m_running = true;
    m_progress = {};
    const QPointer<ExperimentController> self(this);
    auto onProgress = [self, latest = m_latest](const eval::Progress& progress) {
        {
            const std::lock_guard lock(latest->mutex);
            latest->progress = progress;
        }
        deliverTo(self, [self] { self->m_throttle.request(); });
    };
    m_session.experiments().start(
        std::move(request), m_stop.get_token(), std::move(onProgress), [self](Result<eval::Report> report) {
            deliverTo(self, [self, report = std::move(report)]() mutable { self->conclude(std::move(report)); });
        });
    Q_EMIT started();
}

void ExperimentController::cancel() {
    m_stop.request_stop();
}

void ExperimentController::conclude(Result<eval::Report> report) {
    m_running = false;
    m_throttle.flush();
    if (!report.ok()) {
        Q_EMIT refused(toQString(report.error().message));
        return;
    }
    m_report = std::make_shared<const eval::Report>(std::move(report).value());
    Q_EMIT finished();
}

}  // namespace touchstone::ui
