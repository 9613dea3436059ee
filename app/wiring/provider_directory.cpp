// SPDX-License-Identifier: Apache-2.0

#include "wiring/provider_directory.h"

#include "provider/builtin.h"
#include "provider/openai.h"

#include <utility>

namespace touchstone::wiring {
namespace {

constexpr std::string_view kOpenAiUrl = "https://api.openai.com/v1";

std::string keyNameOf(const workflow::Tier& tier) {
    const bool isOpenAi = tier.provider == "openai" && tier.baseUrl.empty();
    return tier.apiKeyEnv.empty() && isOpenAi ? "OPENAI_API_KEY" : tier.apiKeyEnv;
}

}  // namespace

ProviderDirectory::ProviderDirectory(net::Transport& transport, const Clock& clock, provider::KeySource& keys,
                                     std::shared_ptr<provider::Recording> replay,
                                     provider::RecordingProvider::OnLine onLine)
    : m_transport(transport),
      m_clock(clock),
      m_keys(keys),
      m_replay(std::move(replay)),
      m_onLine(std::move(onLine)),
      m_builtin(std::make_shared<provider::BuiltinProvider>()) {}

Result<std::shared_ptr<provider::Provider>> ProviderDirectory::forTier(const workflow::Tier& tier) {
    using Shared = std::shared_ptr<provider::Provider>;
    if (m_replay)
        return Shared(std::make_shared<provider::ReplayProvider>(tier.provider, m_replay));
    TOUCHSTONE_TRY(Shared provider, live(tier));
    if (m_onLine)
        return Shared(std::make_shared<provider::RecordingProvider>(std::move(provider), m_onLine));
    return provider;
}

Result<std::shared_ptr<provider::Provider>> ProviderDirectory::live(const workflow::Tier& tier) {
    if (tier.provider == "builtin")
        return m_builtin;
    return openAiCompatible(tier);
}

Result<provider::OpenAiOptions> ProviderDirectory::optionsFor(const workflow::Tier& tier) {
    if (tier.provider != "openai" && tier.baseUrl.empty())
        return Error{ErrorCode::NotFound,
                     "there is no provider '" + tier.provider +
                         "'; use builtin, openai, or any name with a base_url that speaks OpenAI chat completions"};
    provider::OpenAiOptions options;
    options.name = tier.provider;
    options.baseUrl = tier.baseUrl.empty() ? std::string(kOpenAiUrl) : tier.baseUrl;
    const std::string name = keyNameOf(tier);
    if (name.empty())
        return options;
    auto key = m_keys.find(name);
    if (!key.ok())
        return Error{ErrorCode::PermissionDenied,
                     key.error().message + "; it must hold the key of provider '" + tier.provider + "'"};
    options.apiKey = std::move(key).value();
    return options;
}

Result<std::shared_ptr<provider::Provider>> ProviderDirectory::openAiCompatible(const workflow::Tier& tier) {
    TOUCHSTONE_TRY(provider::OpenAiOptions options, optionsFor(tier));
    const std::lock_guard lock(m_mutex);
    Made& made = m_openAi[options.name + "\n" + options.baseUrl + "\n" + keyNameOf(tier)];
    if (!made.provider || made.key != options.apiKey) {
        made.key = options.apiKey;
        made.provider = std::make_shared<provider::OpenAiProvider>(std::move(options), m_transport, m_clock);
    }
    return made.provider;
}

void ProviderDirectory::listModels(const workflow::Tier& tier, std::stop_token stop, provider::OnModels onModels) {
    if (tier.provider == "builtin")
        return onModels(
            Error{ErrorCode::InvalidArgument, "the built-in model is part of Touchstone; it always answers"});
    auto options = optionsFor(tier);
    if (!options.ok())
        return onModels(options.error());
    provider::listModels(std::move(options).value(), m_transport, m_clock, std::move(stop), std::move(onModels));
}

}  // namespace touchstone::wiring
