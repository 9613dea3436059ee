// SPDX-License-Identifier: Apache-2.0
//
// The regular expressions of schemas, kept compiled from call to call.
//
// Thread-safe.

#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace re2 {
class RE2;
}

namespace touchstone::provider {

class PatternCache {
public:
    // Never null; RE2::ok() is false for what RE2 cannot read. Forgets everything when it holds too many.
    [[nodiscard]] std::shared_ptr<const re2::RE2> compiled(const std::string& pattern);

private:
    std::mutex m_mutex;
    // Guarded by m_mutex
    std::map<std::string, std::shared_ptr<const re2::RE2>, std::less<>> m_compiled;
};

}  // namespace touchstone::provider
