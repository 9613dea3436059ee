// SPDX-License-Identifier: Apache-2.0

#include "builtin_patterns.h"

#include <re2/re2.h>

namespace touchstone::provider {

namespace {

constexpr std::size_t kMostPatterns = 32;
constexpr std::int64_t kExpressionMemory = 1 << 20;

}  // namespace

std::shared_ptr<const re2::RE2> PatternCache::compiled(const std::string& pattern) {
    const std::lock_guard lock(m_mutex);
    if (const auto known = m_compiled.find(pattern); known != m_compiled.end())
        return known->second;
    if (m_compiled.size() >= kMostPatterns)
        m_compiled.clear();
    re2::RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(kExpressionMemory);
    return m_compiled[pattern] = std::make_shared<const re2::RE2>(pattern, options);
}

}  // namespace touchstone::provider
