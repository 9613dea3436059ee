// SPDX-License-Identifier: Apache-2.0

#include "progress.h"

#include "output.h"

#include <unistd.h>

namespace touchstone::ctl {
namespace {

constexpr std::chrono::milliseconds kShortestPause{100};
constexpr const char* kClearLine = "\r\x1b[K";

}  // namespace

ProgressLine::ProgressLine(std::ostream& err, bool quiet) : m_err(err), m_shown(!quiet && isatty(STDERR_FILENO) == 1) {}

ProgressLine::~ProgressLine() {
    if (m_last.count() >= 0)
        m_err << kClearLine << std::flush;
}

void ProgressLine::show(const eval::Progress& progress) {
    if (!m_shown || (m_last.count() >= 0 && progress.elapsed - m_last < kShortestPause))
        return;
    m_last = progress.elapsed;
    m_err << kClearLine << progress.done << " of " << progress.total << " runs, " << formatMoney(progress.cost)
          << (progress.costKnown ? "" : " and more");
    if (progress.failed > 0)
        m_err << ", " << progress.failed << " failed";
    if (progress.remaining)
        m_err << ", " << formatDuration(*progress.remaining) << " left";
    m_err << std::flush;
}

}  // namespace touchstone::ctl
