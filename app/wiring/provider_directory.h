// SPDX-License-Identifier: Apache-2.0
//
// Which provider serves a tier: the built-in model, OpenAI-compatible servers, or a recording instead of either.
//
// Thread-safe, as provider::Directory demands.

#pragma once

#include "base/clock.h"
#include "net/transport.h"
#include "provider/directory.h"
#include "provider/key_source.h"
#include "provider/model_list.h"
#include "provider/openai.h"
#include "provider/replay.h"

#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace touchstone::wiring {

class ProviderDirectory final : public provider::Directory, public provider::ModelCatalogue {
public:
    // Transport, clock and keys outlive the directory. `replay`, when set, answers in place of every provider;
    // `onLine`, when set, is told each exchange.
    ProviderDirectory(net::Transport& transport, const Clock& clock, provider::KeySource& keys,
                      std::shared_ptr<provider::Recording> replay, provider::RecordingProvider::OnLine onLine);

    [[nodiscard]] Result<std::shared_ptr<provider::Provider>> forTier(const workflow::Tier& tier) override;
    // Asks the server itself, also while a recording answers in place of providers. The built-in model has no list:
    // InvalidArgument.
    void listModels(const workflow::Tier& tier, std::stop_token stop, provider::OnModels onModels) override;

private:
    struct Made {
        std::string key;
        std::shared_ptr<provider::Provider> provider;
    };

    [[nodiscard]] Result<std::shared_ptr<provider::Provider>> live(const workflow::Tier& tier);
    [[nodiscard]] Result<std::shared_ptr<provider::Provider>> openAiCompatible(const workflow::Tier& tier);
    // How to reach the tier's server, key and all.
    [[nodiscard]] Result<provider::OpenAiOptions> optionsFor(const workflow::Tier& tier);

    // Constant after construction
    net::Transport& m_transport;
    const Clock& m_clock;
    provider::KeySource& m_keys;
    const std::shared_ptr<provider::Recording> m_replay;
    const provider::RecordingProvider::OnLine m_onLine;
    const std::shared_ptr<provider::Provider> m_builtin;

    std::mutex m_mutex;
    // Guarded by m_mutex; by provider and base URL and name of the key. A key that was replaced makes another one.
    std::map<std::string, Made> m_openAi;
};

}  // namespace touchstone::wiring
