// SPDX-License-Identifier: Apache-2.0
//
// Which provider serves a tier: the built-in model, OpenAI-compatible servers, or a recording instead of either.
//
// Thread-safe, as provider::Directory demands.

#pragma once

#include "base/clock.h"
#include "net/transport.h"
#include "provider/directory.h"
#include "provider/replay.h"

#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace touchstone::wiring {

class ProviderDirectory final : public provider::Directory {
public:
    // Transport and clock outlive the directory. `replay`, when set, answers in place of every provider; `onLine`, when
    // set, is told each exchange.
    ProviderDirectory(net::Transport& transport, const Clock& clock, std::shared_ptr<provider::Recording> replay,
                      provider::RecordingProvider::OnLine onLine);

    [[nodiscard]] Result<std::shared_ptr<provider::Provider>> forTier(const workflow::Tier& tier) override;

private:
    [[nodiscard]] Result<std::shared_ptr<provider::Provider>> live(const workflow::Tier& tier);
    [[nodiscard]] Result<std::shared_ptr<provider::Provider>> openAiCompatible(const workflow::Tier& tier);

    // Constant after construction
    net::Transport& m_transport;
    const Clock& m_clock;
    const std::shared_ptr<provider::Recording> m_replay;
    const provider::RecordingProvider::OnLine m_onLine;
    const std::shared_ptr<provider::Provider> m_builtin;

    std::mutex m_mutex;
    // Guarded by m_mutex; by provider, base URL and key variable
    std::map<std::string, std::shared_ptr<provider::Provider>> m_openAi;
};

}  // namespace touchstone::wiring
