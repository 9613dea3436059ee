// SPDX-License-Identifier: Apache-2.0

#include "session/session.h"

#include "context.h"

namespace touchstone::session {

struct Session::Parts {
    Parts(std::unique_ptr<store::Workspace> workspace, const SessionParts& parts)
        : context(std::move(workspace),
                  {parts.clock, parts.random, parts.providers, cost::PriceTable::shipped(), parts.workers}),
          authoring(context),
          running(context),
          experiments(context),
          traces(context),
          exchange(context),
          sample(context),
          inspection(context) {}

    Context context;
    Authoring authoring;
    Running running;
    Experiments experiments;
    Traces traces;
    Exchange exchange;
    Sample sample;
    Inspection inspection;
};

Result<std::unique_ptr<Session>> Session::open(const std::string& path, store::OpenMode mode, SessionParts parts) {
    TOUCHSTONE_TRY(auto workspace, store::Workspace::open(path, mode, parts.clock));
    return std::unique_ptr<Session>(new Session(std::make_unique<Parts>(std::move(workspace), parts)));
}

Session::Session(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}
Session::~Session() = default;

Authoring& Session::authoring() {
    return m_parts->authoring;
}
Running& Session::running() {
    return m_parts->running;
}
Experiments& Session::experiments() {
    return m_parts->experiments;
}
Traces& Session::traces() {
    return m_parts->traces;
}
Exchange& Session::exchange() {
    return m_parts->exchange;
}

Sample& Session::sample() {
    return m_parts->sample;
}

Inspection& Session::inspection() {
    return m_parts->inspection;
}

bool Session::readOnly() const {
    return m_parts->context.workspace().readOnly();
}

void Session::info(Done<store::WorkspaceInfo> done) {
    Context& context = m_parts->context;
    context.async<store::WorkspaceInfo>([&context] { return context.workspace().info(); }, std::move(done));
}

store::Subscription Session::onChanged(store::OnChange callback) {
    return m_parts->context.onChanged(std::move(callback));
}

}  // namespace touchstone::session
