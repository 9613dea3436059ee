// SPDX-License-Identifier: Apache-2.0

#include "eval/result_feed.h"

#include <utility>

namespace touchstone::eval {

void ResultFeed::begin(Subject subject, std::vector<CaseResult> before) {
    const std::lock_guard lock(m_mutex);
    m_subject = std::move(subject);
    if (!m_closed)
        m_results = std::move(before);
}

void ResultFeed::put(CaseResult result) {
    const std::lock_guard lock(m_mutex);
    if (!m_closed)
        m_results.push_back(std::move(result));
}

void ResultFeed::close() {
    const std::lock_guard lock(m_mutex);
    m_closed = true;
    m_results.clear();
}

std::optional<ResultFeed::Subject> ResultFeed::subject() const {
    const std::lock_guard lock(m_mutex);
    return m_subject;
}

bool ResultFeed::hasNews() const {
    const std::lock_guard lock(m_mutex);
    return !m_results.empty();
}

std::vector<CaseResult> ResultFeed::take() {
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_results, {});
}

}  // namespace touchstone::eval
