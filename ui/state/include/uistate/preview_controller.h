// SPDX-License-Identifier: GPL-3.0-or-later
//
// Keeps a preview of the draft on an input while both are typed: shortly after a change, on a worker, one at a time, so
// that whoever types without a pause sees it too and the newest is always the last one shown.
//
// GUI thread only.

#pragma once

#include "session/preview.h"
#include "uistate/draft_model.h"

#include <QObject>
#include <QTimer>

#include <cstdint>
#include <memory>
#include <stop_token>
#include <string>

namespace touchstone::ui {

class PreviewController : public QObject {
    Q_OBJECT

public:
    using Shown = std::shared_ptr<const session::Preview>;

    // Both outlive the controller.
    PreviewController(session::Session& session, DraftModel& draft, QObject* parent = nullptr);
    ~PreviewController() override;

    // What the prompt is rendered with; an empty tier leaves the choice to the routing.
    void setInput(Json input, std::string tier);

    // Of the newest text and input that are through; null before the first.
    [[nodiscard]] Shown latest() const { return m_latest; }
    // The last one that has messages: while the newest text cannot be rendered, what it was before. Null before the
    // first.
    [[nodiscard]] Shown rendered() const { return m_rendered; }
    // rendered() is not of the newest text.
    [[nodiscard]] bool isStale() const { return m_rendered != m_latest; }

Q_SIGNALS:
    void changed();

private:
    void request();
    void start();
    void finish(std::uint64_t number, Result<session::Preview> preview);
    void startAnew();

    session::Session& m_session;
    DraftModel& m_draft;
    QTimer m_pause;
    Json m_input = Json::object();
    std::string m_tier;
    Shown m_latest;
    Shown m_rendered;
    std::stop_source m_stop;
    bool m_running = false;
    bool m_waiting = false;      // something changed since the one that runs began
    std::uint64_t m_number = 0;  // what is under way of another document is not shown
};

}  // namespace touchstone::ui
