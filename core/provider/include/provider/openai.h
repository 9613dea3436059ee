// SPDX-License-Identifier: Apache-2.0
//
// Models behind the OpenAI Chat Completions API: OpenAI itself and the many servers that speak the same (vLLM,
// llama.cpp, Ollama, LM Studio, OpenRouter, Groq, Mistral, DeepSeek, …).
//
// Thread-safe. Callbacks come on the transport's thread, or from inside send() for a call that cannot be made at all.

#pragma once

#include "base/clock.h"
#include "net/transport.h"
#include "provider/provider.h"

#include <memory>
#include <string>

namespace touchstone::provider {

struct OpenAiOptions {
    std::string name = "openai";
    std::string baseUrl = "https://api.openai.com/v1";
    // Travels in the Authorization header and nowhere else; empty for servers that want none.
    std::string apiKey = {};
    // Sent with every call: an organisation, a project, a router's application name.
    net::Headers headers = {};
};

class OpenAiProvider final : public Provider {
public:
    // REQUIRES: `transport` and `clock` outlive the provider and every call made through it.
    OpenAiProvider(OpenAiOptions options, net::Transport& transport, const Clock& clock);

    [[nodiscard]] std::string_view name() const override { return m_options->name; }

    // Parameters go to the server as they are, next to what the prompt says; `"stream": false` among them is honoured.
    // The answer is whole only when the server said why it finished and the connection brought all of it: anything
    // less is Interrupted, with the text so far. An answer that calls tools is Malformed, for nobody here runs them.
    void send(const Call& call, std::stop_token stop, OnDelta onDelta, OnDone onDone) override;

private:
    std::shared_ptr<const OpenAiOptions> m_options;
    net::Transport& m_transport;
    const Clock& m_clock;
};

}  // namespace touchstone::provider
