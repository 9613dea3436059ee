// SPDX-License-Identifier: Apache-2.0
//
// touchstonectl as a test calls it: in this process, with its arguments, its streams captured, on one workspace.

#pragma once

#include "base/json.h"
#include "program.h"

#include <sstream>
#include <stop_token>
#include <string>
#include <vector>

namespace touchstone::testing {

// What one command said.
struct Said {
    int code = 0;
    std::string out;
    std::string err;

    // Standard output as JSON; null when it is not one JSON value.
    [[nodiscard]] Json json() const { return parseJson(out).valueOr(nullptr); }
    // For the message of a check that fails.
    [[nodiscard]] std::string all() const { return "exit " + std::to_string(code) + "\n" + out + err; }
};

class CommandLine {
public:
    explicit CommandLine(std::string workspace = {}) : m_workspace(std::move(workspace)) {}

    [[nodiscard]] const std::string& workspace() const { return m_workspace; }

    // Runs `touchstonectl ARGUMENTS --workspace FILE`.
    Said operator()(std::vector<std::string> arguments, std::stop_token stop = {}) const {
        arguments.insert(arguments.begin(), "touchstonectl");
        if (!m_workspace.empty())
            arguments.insert(arguments.end(), {"--workspace", m_workspace});
        std::vector<const char*> pointers;
        for (const std::string& argument : arguments)
            pointers.push_back(argument.c_str());
        std::ostringstream out;
        std::ostringstream err;
        Said said;
        said.code = ctl::runProgram(static_cast<int>(pointers.size()), pointers.data(), out, err, std::move(stop));
        said.out = std::move(out).str();
        said.err = std::move(err).str();
        return said;
    }

private:
    std::string m_workspace;
};

}  // namespace touchstone::testing
