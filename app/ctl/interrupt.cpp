// SPDX-License-Identifier: Apache-2.0

#include "interrupt.h"

#include <pthread.h>
#include <signal.h>
#include <unistd.h>

namespace touchstone::ctl {
namespace {

constexpr int kInterruptedExit = 130;

sigset_t interruptSignals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    return signals;
}

}  // namespace

Interrupt::Interrupt() {
    const sigset_t signals = interruptSignals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    signal(SIGPIPE, SIG_IGN);
    m_waiter = std::jthread([signals, source = m_stop](const std::stop_token& closing) mutable {
        int received = 0;
        while (sigwait(&signals, &received) == 0 && !closing.stop_requested())
            if (!source.request_stop())
                _exit(kInterruptedExit);
    });
}

Interrupt::~Interrupt() {
    m_waiter.request_stop();
    pthread_kill(m_waiter.native_handle(), SIGTERM);
}

}  // namespace touchstone::ctl
