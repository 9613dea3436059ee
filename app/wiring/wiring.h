// SPDX-License-Identifier: Apache-2.0
//
// The concrete world a program runs in: real time, real randomness, real network.

#pragma once

#include "base/system_clock.h"
#include "session/session.h"
#include "wiring/provider_directory.h"

#include <filesystem>
#include <memory>
#include <string>

namespace touchstone::wiring {

struct WiringOptions {
    std::filesystem::path record = {};  // write every exchange here as it happens
    std::filesystem::path replay = {};  // answer from here instead of from providers
    // Besides those of the environment (net::kPlainHttpVariable), as "host, host"
    std::string plainHttpHosts = {};
};

class Wiring {
public:
    // `keys` outlives the wiring; null: those of the environment. Fails for a recording that cannot be read, or written
    // where it was asked for.
    [[nodiscard]] static Result<std::unique_ptr<Wiring>> make(const WiringOptions& options = {},
                                                              provider::KeySource* keys = nullptr);
    ~Wiring();
    Wiring(const Wiring&) = delete;
    Wiring& operator=(const Wiring&) = delete;

    [[nodiscard]] session::SessionParts parts();
    // Who asks servers for their models; as long as the wiring.
    [[nodiscard]] provider::ModelCatalogue& models();
    // What people should know about the options; empty when nothing.
    [[nodiscard]] const std::string& warning() const;
    // Fails when a part of the recording could not be written. Call it when every run is over.
    [[nodiscard]] Result<void> finishRecording();

private:
    struct Parts;
    explicit Wiring(std::unique_ptr<Parts> parts);

    std::unique_ptr<Parts> m_parts;
};

}  // namespace touchstone::wiring
