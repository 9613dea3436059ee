// SPDX-License-Identifier: Apache-2.0
//
// Where the keys of providers come from. A key is known by the name of the environment variable that may hold it
// ("OPENAI_API_KEY"), wherever it really is; workflows only ever name it.
//
// Thread-safe: find() may be called from any thread and returns at once.

#pragma once

#include "base/result.h"

#include <string>
#include <vector>

namespace touchstone::provider {

class KeySource {
public:
    virtual ~KeySource() = default;

    // NotFound: there is no such key here. Any other failure: it cannot be known now (locked, no answer yet), and the
    // message says what to do. Messages begin small and without the key: "the environment variable X is not set".
    [[nodiscard]] virtual Result<std::string> find(const std::string& name) = 0;
};

// The environment of the program. A variable that is empty counts as not set: shells and services often define one so.
class EnvironmentKeys final : public KeySource {
public:
    [[nodiscard]] Result<std::string> find(const std::string& name) override;
};

// Asks several sources in order; the first that has the key counts. Where none has it, the message is of all of them.
class KeyChain final : public KeySource {
public:
    // The sources outlive the chain.
    explicit KeyChain(std::vector<KeySource*> sources) : m_sources(std::move(sources)) {}

    [[nodiscard]] Result<std::string> find(const std::string& name) override;

private:
    const std::vector<KeySource*> m_sources;
};

}  // namespace touchstone::provider
