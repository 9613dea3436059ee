// SPDX-License-Identifier: Apache-2.0

#include "parser.h"

#include "base/result.h"

#include <CLI/CLI.hpp>

#include <cmath>
#include <cstdlib>

namespace touchstone::ctl {

Parser Parser::command(const std::string& name, const std::string& help) {
    return Parser(*m_app->add_subcommand(name, help));
}

void Parser::apply(CLI::Option& option, const OptionRules& rules) {
    option.required(rules.required);
    if (!rules.type.empty() || option.get_positional())
        option.type_name(rules.type);
    if (!rules.choices.empty())
        option.check(CLI::IsMember(rules.choices));
    if (!rules.needs.empty())
        option.needs(m_app->get_option(rules.needs));
}

void Parser::option(const std::string& names, std::string& value, const std::string& help, const OptionRules& rules) {
    CLI::Option* const option = m_app->add_option(names, value, help);
    if (!value.empty())
        option->capture_default_str();
    apply(*option, rules);
}

void Parser::option(const std::string& names, std::optional<std::string>& value, const std::string& help,
                    const OptionRules& rules) {
    apply(*m_app->add_option_function<std::string>(
              names, [&value](const std::string& given) { value = given; }, help),
          rules);
}

void Parser::option(const std::string& names, std::size_t& value, const std::string& help, const OptionRules& rules) {
    TOUCHSTONE_CHECK(rules.most > 0, "a number without a range lets -3 through as if it were not given");
    CLI::Option* const option = m_app->add_option(names, value, help);
    if (value != 0)
        option->capture_default_str();
    apply(*option, rules);
    option->type_name(std::to_string(rules.least) + ".." + std::to_string(rules.most))
        ->check(CLI::Range(rules.least, rules.most).description(""));
}

void Parser::option(const std::string& names, double& value, const std::string& help, const OptionRules& rules) {
    TOUCHSTONE_CHECK(rules.most > 0, "a number has a range");
    CLI::Option* const option = m_app->add_option(names, value, help);
    apply(*option, rules);
    option->check(CLI::Range(static_cast<double>(rules.least), static_cast<double>(rules.most)).description(""));
    option->check([](const std::string& text) {
        const bool isNan = std::isnan(std::strtod(text.c_str(), nullptr));  // which no range excludes
        return isNan ? "'" + text + "' is no number" : std::string();
    });
}

void Parser::option(const std::string& names, std::vector<std::string>& values, const std::string& help,
                    const OptionRules& rules) {
    CLI::Option* const option = m_app->add_option(names, values, help);
    apply(*option, rules);
    if (rules.most > 0)
        option->expected(static_cast<int>(rules.least), static_cast<int>(rules.most));
}

void Parser::flag(const std::string& name, bool& value, const std::string& help) {
    m_app->add_flag(name, value, help);
}

void Parser::examples(const std::vector<std::string>& lines, const std::string& more) {
    std::string footer = lines.size() == 1 ? "Example:" : "Examples:";
    for (const std::string& line : lines)
        footer += "\n  " + line;
    if (!more.empty())
        footer += "\n\n" + more;
    m_app->footer(footer + "\n\n" + m_app->get_footer());
}

void Parser::verify(std::function<std::string()> problem) {
    m_app->parse_complete_callback([problem = std::move(problem)] {
        if (const std::string text = problem(); !text.empty())
            throw CLI::ValidationError(text);
    });
}

bool Parser::chosen() const {
    return m_app->parsed();
}

}  // namespace touchstone::ctl
