// SPDX-License-Identifier: GPL-3.0-or-later
//
// The last runs of the Try panel, to go back to. Plain values. GUI thread only.

#pragma once

#include "engine/engine.h"

#include <memory>
#include <string>
#include <vector>

namespace touchstone::ui {

struct TriedRun {
    std::shared_ptr<const engine::Outcome> outcome;
    std::shared_ptr<const std::string> document;  // the text that ran; null for a run of an earlier window
    int number = 0;                               // counts the runs of the workflow in this window
};

class RunLog {
public:
    static constexpr std::size_t kMost = 20;

    void add(std::shared_ptr<const engine::Outcome> outcome, std::shared_ptr<const std::string> document) {
        m_runs.push_back({std::move(outcome), std::move(document), ++m_count});
        if (m_runs.size() > kMost)
            m_runs.erase(m_runs.begin());
        m_shown = m_runs.size() - 1;
    }
    void clear() { *this = {}; }
    // One run back or forth; false at either end.
    bool step(int by) {
        const auto wanted = static_cast<std::ptrdiff_t>(m_shown) + by;
        if (wanted < 0 || wanted >= static_cast<std::ptrdiff_t>(m_runs.size()))
            return false;
        m_shown = static_cast<std::size_t>(wanted);
        return true;
    }
    // The oldest first.
    [[nodiscard]] const std::vector<TriedRun>& runs() const { return m_runs; }
    // Null before the first run.
    [[nodiscard]] const TriedRun* shown() const { return m_runs.empty() ? nullptr : &m_runs[m_shown]; }
    [[nodiscard]] int count() const { return m_count; }
    [[nodiscard]] bool isFirst() const { return m_shown == 0; }
    [[nodiscard]] bool isLast() const { return m_runs.empty() || m_shown + 1 == m_runs.size(); }

private:
    std::vector<TriedRun> m_runs;
    std::size_t m_shown = 0;
    int m_count = 0;
};

}  // namespace touchstone::ui
