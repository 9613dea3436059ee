// SPDX-License-Identifier: Apache-2.0

#include "wiring/wiring.h"

#include "net/curl_transport.h"
#include "session/files.h"

namespace touchstone::wiring {

struct Wiring::Parts {
    Parts(std::filesystem::path recordTo, RecordingUse use, std::shared_ptr<provider::Recording> kept)
        : record(std::move(recordTo)), recording(std::move(kept)), providers(transport, clock, use, recording) {}

    const std::filesystem::path record;
    const std::shared_ptr<provider::Recording> recording;
    SystemClock clock;
    const std::unique_ptr<Random> random = makeSystemRandom();
    net::CurlTransport transport;
    ProviderDirectory providers;
};

Result<std::unique_ptr<Wiring>> Wiring::make(const WiringOptions& options) {
    RecordingUse use = RecordingUse::None;
    std::shared_ptr<provider::Recording> recording;
    if (!options.replay.empty()) {
        TOUCHSTONE_TRY(const std::string text, session::readFile(options.replay));
        TOUCHSTONE_TRY(recording, provider::Recording::parse(text));
        use = RecordingUse::Replay;
    } else if (!options.record.empty()) {
        recording = std::make_shared<provider::Recording>();
        use = RecordingUse::Record;
    }
    return std::unique_ptr<Wiring>(new Wiring(std::make_unique<Parts>(options.record, use, std::move(recording))));
}

Wiring::Wiring(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}
Wiring::~Wiring() = default;

session::SessionParts Wiring::parts() {
    return {m_parts->clock, *m_parts->random, m_parts->providers};
}

Result<void> Wiring::saveRecording() const {
    if (m_parts->record.empty())
        return {};
    return session::writeFile(m_parts->record, m_parts->recording->toJsonLines());
}

}  // namespace touchstone::wiring
