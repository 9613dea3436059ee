// SPDX-License-Identifier: Apache-2.0
//
// Fills a new workspace with the sample: workflows with their history, datasets, a corpus, and a day of traffic that is
// really run, with feedback. Thread-safe, see session.h.

#pragma once

#include "session/done.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <stop_token>
#include <thread>

namespace touchstone::session {

class Context;

struct SampleSummary {
    std::size_t workflows = 0;
    std::size_t versions = 0;
    std::size_t cases = 0;
    std::size_t traces = 0;
};

class Sample {
public:
    explicit Sample(Context& context) : m_context(context) {}

    // Reads the sources of `folder` (its README.md tells the layout). Fails and names the file that is not as it should
    // be; what was stored before stays.
    void fill(std::filesystem::path folder, std::stop_token stop, Done<SampleSummary> done);

private:
    Context& m_context;
    std::jthread m_filling;  // waits for runs, which a worker must not do
};

}  // namespace touchstone::session
