// SPDX-License-Identifier: GPL-3.0-or-later

#include "connection_test.h"

#include "uibase/deliver.h"
#include "uistate/text.h"

namespace touchstone::ui {

ConnectionTest::ConnectionTest(provider::ModelCatalogue& models, QObject* parent) : QObject(parent), m_models(models) {}

ConnectionTest::~ConnectionTest() {
    m_stop.request_stop();
}

void ConnectionTest::start(const ModelServer& server) {
    m_stop.request_stop();
    m_stop = {};
    m_running = true;
    workflow::Tier tier;
    tier.provider = toUtf8(server.name);
    tier.baseUrl = toUtf8(server.baseUrl);
    tier.apiKeyEnv = toUtf8(server.keyName);
    m_models.listModels(
        tier, m_stop.get_token(),
        [context = QPointer<ConnectionTest>(this), number = ++m_number](const Result<provider::ModelList>& models) {
            deliverTo(context, [context, number, models] {
                if (number == context->m_number)
                    context->conclude(models);
            });
        });
    Q_EMIT started();
}

// At once for the person who waits; the network hangs up in its own time.
void ConnectionTest::cancel() {
    if (!m_running)
        return;
    m_stop.request_stop();
    ++m_number;
    m_running = false;
    Q_EMIT cancelled();
}

void ConnectionTest::conclude(const Result<provider::ModelList>& models) {
    m_running = false;
    if (!models.ok())
        return Q_EMIT failed(toQString(models.error().message), toQString(models.error().detail));
    QStringList ids;
    for (const std::string& id : models->ids)
        ids.append(toQString(id));
    Q_EMIT answered(ids, models->latency);
}

}  // namespace touchstone::ui
