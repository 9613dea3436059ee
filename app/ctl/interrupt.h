// SPDX-License-Identifier: Apache-2.0
//
// Ctrl+C as a stop request: the first asks politely and keeps what is finished, the second ends the program.

#pragma once

#include <stop_token>
#include <thread>

namespace touchstone::ctl {

class Interrupt {
public:
    // Blocks SIGINT and SIGTERM for this and every later thread and waits for them on one of its own. One at a time.
    Interrupt();
    ~Interrupt();
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;

    [[nodiscard]] std::stop_token token() const { return m_stop.get_token(); }

private:
    std::stop_source m_stop;
    std::jthread m_waiter;
};

}  // namespace touchstone::ctl
