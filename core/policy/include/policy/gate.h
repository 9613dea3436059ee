// SPDX-License-Identifier: Apache-2.0
//
// A version's policy, compiled: screens the input, the context and the output, and is the only maker of a
// ClearedPrompt. A rule whose engine fails denies; it never reads as "no match".
//
// Immutable after make(); safe from any thread.

#pragma once

#include "base/finding.h"
#include "base/json.h"
#include "base/result.h"
#include "policy/cleared_prompt.h"
#include "policy/verdict.h"

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace touchstone::policy {

// Texts after screening, and what was found. When `blocked`, nothing of them may be used.
struct Screening {
    bool blocked = false;
    std::vector<Verdict> verdicts;

    // The tier that a rule with action "route" asks for, or "".
    [[nodiscard]] std::string routeTo() const;
    // The message of the rule that blocked, or "".
    [[nodiscard]] std::string blockMessage() const;
};

// Proof that an input went through its version's input rules. Only Gate makes one.
class ScreenedInput {
public:
    [[nodiscard]] const Json& input() const { return m_input; }  // redacted where a rule says so
    [[nodiscard]] const Screening& screening() const { return m_screening; }

private:
    friend class Gate;
    Json m_input;
    Screening m_screening;
};

struct ScreenedText {
    std::string text;  // redacted where a rule says so
    Screening screening;
};

// What Gate::make() would refuse: a finding each, at "/policy/2/detect/regex". Conditions are not looked at.
[[nodiscard]] std::vector<Finding> checkDetectors(std::span<const workflow::PolicyRule> rules);

class Gate {
public:
    // Fails for a rule that cannot be compiled and names its id. `inputs` is the version's input schema: the names it
    // declares are the version's own words, so they are not screened where an input uses them as keys.
    [[nodiscard]] static Result<Gate> make(std::span<const workflow::PolicyRule> rules,
                                           const Json& inputs = Json::object());

    // Runs the input rules over every string, number and key inside `input`. A key is redacted to a name that its
    // object does not have yet: "[card]", "[card] 2". A condition that does not read `text` is asked once for the whole
    // input.
    [[nodiscard]] ScreenedInput screenInput(const Json& input) const;
    // Runs the context rules over one source's text. `where` names it in verdicts: "source 2".
    [[nodiscard]] ScreenedText screenContext(std::string text, const std::string& where,
                                             const ScreenedInput& input) const;
    // Runs the output rules over the answer.
    [[nodiscard]] ScreenedText screenOutput(std::string text, const ScreenedInput& input) const;

    // Fails with PolicyRefused when the input was blocked.
    [[nodiscard]] Result<ClearedPrompt> clear(workflow::Prompt prompt, const ScreenedInput& input) const;

private:
    struct Rules;
    explicit Gate(std::shared_ptr<const Rules> rules) : m_rules(std::move(rules)) {}

    [[nodiscard]] ScreenedText screen(workflow::PolicyStage stage, std::string text, const std::string& where,
                                      const ScreenedInput& input) const;

    std::shared_ptr<const Rules> m_rules;
};

}  // namespace touchstone::policy
