// SPDX-License-Identifier: Apache-2.0

#include "wiring/wiring.h"

#include "net/curl_transport.h"
#include "session/files.h"

#include <cstdlib>
#include <sstream>

namespace touchstone::wiring {
namespace {

constexpr std::size_t kLargestRecording = std::size_t{1} << 30U;

// What stands between the runs and the providers.
struct Tape {
    std::unique_ptr<session::GrowingFile> record;
    std::shared_ptr<provider::Recording> replay;
    std::string warning;
};

Result<Tape> makeTape(const WiringOptions& options) {
    Tape tape;
    if (!options.replay.empty()) {
        TOUCHSTONE_TRY(const std::string text, session::readFile(options.replay, kLargestRecording));
        TOUCHSTONE_TRY(tape.replay, provider::Recording::parse(text));
        if (tape.replay->isCut())
            tape.warning = "the last line of " + options.replay.string() +
                           " is cut off and left out; the recording program was ended in the midst of it";
    } else if (!options.record.empty()) {
        TOUCHSTONE_TRY(tape.record, session::GrowingFile::make(options.record, std::string(provider::kRecordingHead)));
    }
    return tape;
}

// Adds what stands in "host, host".
void addHosts(std::vector<std::string>& hosts, const std::string& text) {
    std::istringstream list(text);
    for (std::string host; std::getline(list, host, ',');)
        if (const auto first = host.find_first_not_of(' '); first != std::string::npos)
            hosts.push_back(host.substr(first, host.find_last_not_of(' ') - first + 1));
}

// With the hosts that the user vouches for.
net::CurlOptions networkOptions(const std::string& plainHttpHosts) {
    net::CurlOptions options;
    const char* value = std::getenv(net::kPlainHttpVariable);  // NOLINT(concurrency-mt-unsafe): before any thread
    addHosts(options.plainHttpHosts, value ? value : "");
    addHosts(options.plainHttpHosts, plainHttpHosts);
    return options;
}

}  // namespace

struct Wiring::Parts {
    Parts(Tape given, const std::string& plainHttpHosts, provider::KeySource* keys)
        : tape(std::move(given)),
          transport(networkOptions(plainHttpHosts)),
          providers(transport, clock, keys ? *keys : environment, tape.replay, lineWriter(tape.record.get())) {}

    static provider::RecordingProvider::OnLine lineWriter(session::GrowingFile* file) {
        if (!file)
            return {};
        return [file](std::string_view line) { file->append(line); };
    }

    const Tape tape;
    SystemClock clock;
    const std::unique_ptr<Random> random = makeSystemRandom();
    provider::EnvironmentKeys environment;
    net::CurlTransport transport;
    ProviderDirectory providers;
};

Result<std::unique_ptr<Wiring>> Wiring::make(const WiringOptions& options, provider::KeySource* keys) {
    TOUCHSTONE_TRY(Tape tape, makeTape(options));
    return std::unique_ptr<Wiring>(new Wiring(std::make_unique<Parts>(std::move(tape), options.plainHttpHosts, keys)));
}

Wiring::Wiring(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}
Wiring::~Wiring() = default;

session::SessionParts Wiring::parts() {
    return {m_parts->clock, *m_parts->random, m_parts->providers};
}

provider::ModelCatalogue& Wiring::models() {
    return m_parts->providers;
}

const std::string& Wiring::warning() const {
    return m_parts->tape.warning;
}

Result<void> Wiring::finishRecording() {
    return m_parts->tape.record ? m_parts->tape.record->sync() : Result<void>();
}

}  // namespace touchstone::wiring
