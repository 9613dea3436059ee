// SPDX-License-Identifier: Apache-2.0
//
// What a command accepts, declared in a few words. CLI11 stands behind it, in one file, because it takes seconds to
// compile wherever it is seen.
//
// Not thread-safe. Options write into the variables they were declared with.

#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace touchstone::ctl {

struct OptionRules {
    bool required = false;
    std::string type = {};                  // what the help calls an option's value: "FILE"
    std::vector<std::string> choices = {};  // the only values allowed
    std::size_t least = 0;                  // of a number; of a list: how many values
    std::size_t most = 0;                   // a number always has a range; 0 for a list: no limit
    std::string needs = {};                 // another option that must be given too
};

// A view of one command of the program.
class Parser {
public:
    explicit Parser(CLI::App& app) : m_app(&app) {}

    // A command below this one.
    Parser command(const std::string& name, const std::string& help);

    // `names` are "-t,--text" for an option, or one plain word for an argument by its place. A default that says
    // something is shown in the help.
    void option(const std::string& names, std::string& value, const std::string& help, const OptionRules& rules = {});
    // Empty when it is not given.
    void option(const std::string& names, std::optional<std::string>& value, const std::string& help,
                const OptionRules& rules = {});
    void option(const std::string& names, std::size_t& value, const std::string& help, const OptionRules& rules = {});
    void option(const std::string& names, double& value, const std::string& help, const OptionRules& rules = {});
    void option(const std::string& names, std::vector<std::string>& values, const std::string& help,
                const OptionRules& rules = {});
    void flag(const std::string& name, bool& value, const std::string& help);
    // Shown at the end of the help: command lines to begin with, then what else there is to know.
    void examples(const std::vector<std::string>& lines, const std::string& more = {});
    // Asked when everything was read: what is wrong with the command line as a whole, or "".
    void verify(std::function<std::string()> problem);

    // Whether the command line chose this command.
    [[nodiscard]] bool chosen() const;

private:
    void apply(CLI::Option& option, const OptionRules& rules);

    CLI::App* m_app;
};

}  // namespace touchstone::ctl
