// SPDX-License-Identifier: Apache-2.0

#include "wiring/provider_directory.h"

#include "provider/builtin.h"
#include "provider/openai.h"

#include <cstdlib>

namespace touchstone::wiring {
namespace {

constexpr std::string_view kOpenAiUrl = "https://api.openai.com/v1";

}  // namespace

ProviderDirectory::ProviderDirectory(net::Transport& transport, const Clock& clock,
                                     std::shared_ptr<provider::Recording> replay,
                                     provider::RecordingProvider::OnLine onLine)
    : m_transport(transport),
      m_clock(clock),
      m_replay(std::move(replay)),
      m_onLine(std::move(onLine)),
      m_builtin(std::make_shared<provider::BuiltinProvider>()) {}

Result<std::shared_ptr<provider::Provider>> ProviderDirectory::forTier(const workflow::Tier& tier) {
    using Made = std::shared_ptr<provider::Provider>;
    if (m_replay)
        return Made(std::make_shared<provider::ReplayProvider>(tier.provider, m_replay));
    TOUCHSTONE_TRY(Made provider, live(tier));
    if (m_onLine)
        return Made(std::make_shared<provider::RecordingProvider>(std::move(provider), m_onLine));
    return provider;
}

Result<std::shared_ptr<provider::Provider>> ProviderDirectory::live(const workflow::Tier& tier) {
    if (tier.provider == "builtin")
        return m_builtin;
    if (tier.provider == "openai" || !tier.baseUrl.empty())
        return openAiCompatible(tier);
    return Error{ErrorCode::NotFound,
                 "there is no provider '" + tier.provider +
                     "'; use builtin, openai, or any name with a base_url that speaks OpenAI chat completions"};
}

Result<std::shared_ptr<provider::Provider>> ProviderDirectory::openAiCompatible(const workflow::Tier& tier) {
    const std::string variable =
        tier.apiKeyEnv.empty() && tier.provider == "openai" && tier.baseUrl.empty() ? "OPENAI_API_KEY" : tier.apiKeyEnv;
    const char* key = variable.empty() ? nullptr : std::getenv(variable.c_str());  // NOLINT(concurrency-mt-unsafe)
    if (!variable.empty() && !key)
        return Error{ErrorCode::PermissionDenied, "the environment variable " + variable +
                                                      " is not set; it must hold the key of provider '" +
                                                      tier.provider + "'"};
    const std::string url = tier.baseUrl.empty() ? std::string(kOpenAiUrl) : tier.baseUrl;
    const std::lock_guard lock(m_mutex);
    auto& provider = m_openAi[tier.provider + "\n" + url + "\n" + variable];
    if (!provider) {
        provider::OpenAiOptions options;
        options.name = tier.provider;
        options.baseUrl = url;
        options.apiKey = key ? key : "";
        provider = std::make_shared<provider::OpenAiProvider>(std::move(options), m_transport, m_clock);
    }
    return provider;
}

}  // namespace touchstone::wiring
