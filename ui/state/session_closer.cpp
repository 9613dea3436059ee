// SPDX-License-Identifier: GPL-3.0-or-later

#include "uistate/session_closer.h"

#include <QCoreApplication>
#include <QThread>

#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace touchstone::ui {
namespace {

bool isOnGuiThread() {
    const QCoreApplication* application = QCoreApplication::instance();
    return application && application->thread() == QThread::currentThread();
}

}  // namespace

class SessionCloser::Threads {
public:
    void close(std::unique_ptr<session::Session> session) {
        if (!isOnGuiThread())
            return;  // it ends here
        const std::lock_guard lock(m_mutex);
        if (!m_over)
            m_running.emplace_back([session = std::move(session)]() mutable { session.reset(); });
    }

    void end() {
        std::vector<std::jthread> running;
        {
            const std::lock_guard lock(m_mutex);
            m_over = true;
            running.swap(m_running);
        }
    }  // joins them

private:
    std::mutex m_mutex;
    // Guarded by m_mutex
    std::vector<std::jthread> m_running;
    bool m_over = false;
};

SessionCloser::SessionCloser() : m_threads(std::make_shared<Threads>()) {}

SessionCloser::~SessionCloser() {
    m_threads->end();
}

std::shared_ptr<session::Session> SessionCloser::share(std::unique_ptr<session::Session> session) const {
    return {session.release(),
            [threads = m_threads](session::Session* last) { threads->close(std::unique_ptr<session::Session>(last)); }};
}

}  // namespace touchstone::ui
