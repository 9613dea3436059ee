// SPDX-License-Identifier: Apache-2.0

#include "provider/key_source.h"

#include <cstdlib>

namespace touchstone::provider {

Result<std::string> EnvironmentKeys::find(const std::string& name) {
    const char* key = std::getenv(name.c_str());  // NOLINT(concurrency-mt-unsafe): nothing here sets variables
    if (!key || *key == '\0')
        return Error{ErrorCode::NotFound, "the environment variable " + name + " is not set"};
    return std::string(key);
}

Result<std::string> KeyChain::find(const std::string& name) {
    Error missing{ErrorCode::NotFound, {}};
    for (KeySource* source : m_sources) {
        auto key = source->find(name);
        if (key.ok())
            return key;
        if (missing.code == ErrorCode::NotFound)
            missing.code = key.error().code;
        missing.message += (missing.message.empty() ? "" : ", ") + key.error().message;
    }
    return missing;
}

}  // namespace touchstone::provider
