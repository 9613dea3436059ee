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

enum class RecordingUse { None, Record, Replay };

class ProviderDirectory final : public provider::Directory {
public:
    // All outlive the directory. `recording` is set unless `use` is None.
    ProviderDirectory(net::Transport& transport, const Clock& clock, RecordingUse use,
                      std::shared_ptr<provider::Recording> recording);

    [[nodiscard]] Result<std::shared_ptr<provider::Provider>> forTier(const workflow::Tier& tier) override;

private:
    [[nodiscard]] Result<std::shared_ptr<provider::Provider>> live(const workflow::Tier& tier);
    [[nodiscard]] Result<std::shared_ptr<provider::Provider>> openAiCompatible(const workflow::Tier& tier);

    // Constant after construction
    net::Transport& m_transport;
    const Clock& m_clock;
    const RecordingUse m_use;
    const std::shared_ptr<provider::Recording> m_recording;
    const std::shared_ptr<provider::Provider> m_builtin;

    std::mutex m_mutex;
    // Guarded by m_mutex; by provider, base URL and key variable
    std::map<std::string, std::shared_ptr<provider::Provider>> m_openAi;
};

}  // namespace touchstone::wiring
