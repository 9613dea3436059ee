// SPDX-License-Identifier: Apache-2.0
//
// The concrete world a program runs in: real time, real randomness, real network.

#pragma once

#include "base/system_clock.h"
#include "session/session.h"
#include "wiring/provider_directory.h"

#include <filesystem>
#include <memory>

namespace touchstone::wiring {

struct WiringOptions {
    std::filesystem::path record = {};  // write every exchange here when done
    std::filesystem::path replay = {};  // answer from here instead of from providers
};

class Wiring {
public:
    // Fails for a recording that cannot be read.
    [[nodiscard]] static Result<std::unique_ptr<Wiring>> make(const WiringOptions& options = {});
    ~Wiring();
    Wiring(const Wiring&) = delete;
    Wiring& operator=(const Wiring&) = delete;

    [[nodiscard]] session::SessionParts parts();
    // Writes the recording, when there is one to write. Call it when every run is over.
    [[nodiscard]] Result<void> saveRecording() const;

private:
    struct Parts;
    explicit Wiring(std::unique_ptr<Parts> parts);

    std::unique_ptr<Parts> m_parts;
};

}  // namespace touchstone::wiring
