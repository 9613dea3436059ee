// SPDX-License-Identifier: GPL-3.0-or-later

#include "uistate/session_closer.h"

#include <QCoreApplication>
#include <QThread>

#include <algorithm>
#include <condition_variable>
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
    void close(std::unique_ptr<session::Session> session, const QString& place) {
        const auto closing = std::make_shared<Closing>(std::move(session), place);
        std::unique_lock lock(m_mutex);
        m_closing.push_back(closing);
        if (m_over || !isOnGuiThread()) {
            lock.unlock();
            return finish(*closing);
        }
        std::erase_if(m_threads, [this](const Thread& thread) { return !isClosing(*thread.closing); });
        m_threads.push_back({closing, std::jthread([this, closing] { finish(*closing); })});
    }

    void wait(const QString& place, const std::stop_token& stop) {
        std::unique_lock lock(m_mutex);
        m_closed.wait(lock, stop, [&] {
            return std::ranges::none_of(m_closing, [&](const auto& closing) { return closing->place == place; });
        });
    }

    void end() {
        std::vector<Thread> threads;
        {
            const std::lock_guard lock(m_mutex);
            m_over = true;
            threads.swap(m_threads);
        }
    }  // joins them

private:
    struct Closing {
        Closing(std::unique_ptr<session::Session> session_, QString place_)
            : session(std::move(session_)), place(std::move(place_)) {}
        std::unique_ptr<session::Session> session;
        const QString place;
    };
    struct Thread {
        std::shared_ptr<Closing> closing;
        std::jthread thread;
    };

    void finish(Closing& closing) {
        closing.session.reset();
        const std::lock_guard lock(m_mutex);
        std::erase_if(m_closing, [&closing](const auto& each) { return each.get() == &closing; });
        m_closed.notify_all();
    }

    // REQUIRES: m_mutex
    [[nodiscard]] bool isClosing(const Closing& closing) const {
        return std::ranges::any_of(m_closing, [&closing](const auto& each) { return each.get() == &closing; });
    }

    std::mutex m_mutex;
    std::condition_variable_any m_closed;
    // Guarded by m_mutex
    std::vector<std::shared_ptr<Closing>> m_closing;
    std::vector<Thread> m_threads;  // those that are done go when the next begins
    bool m_over = false;
};

SessionCloser::SessionCloser() : m_threads(std::make_shared<Threads>()) {}

SessionCloser::~SessionCloser() {
    m_threads->end();
}

std::shared_ptr<session::Session> SessionCloser::share(std::unique_ptr<session::Session> session,
                                                       const QString& place) const {
    return {session.release(), [threads = m_threads, place](session::Session* last) {
                threads->close(std::unique_ptr<session::Session>(last), place);
            }};
}

void SessionCloser::waitUntilClosed(const QString& place, const std::stop_token& stop) const {
    m_threads->wait(place, stop);
}

}  // namespace touchstone::ui
