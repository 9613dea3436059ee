// SPDX-License-Identifier: GPL-3.0-or-later
//
// Tries whether a server answers, one try at a time. GUI thread only.

#pragma once

#include "provider/model_list.h"
#include "uistate/settings_servers.h"

#include <QObject>
#include <QStringList>

#include <stop_token>

namespace touchstone::ui {

class ConnectionTest : public QObject {
    Q_OBJECT

public:
    // `models` outlives the test.
    explicit ConnectionTest(provider::ModelCatalogue& models, QObject* parent = nullptr);
    ~ConnectionTest() override;  // cancels

    void start(const ModelServer& server);
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_running; }

Q_SIGNALS:
    void started();
    void answered(const QStringList& models, std::chrono::milliseconds latency);
    // `words` are the server's own.
    void failed(const QString& message, const QString& words);
    void cancelled();

private:
    void conclude(const Result<provider::ModelList>& models);

    provider::ModelCatalogue& m_models;
    std::stop_source m_stop;
    bool m_running = false;
    std::uint64_t m_number = 0;  // the newest try counts
};

}  // namespace touchstone::ui
