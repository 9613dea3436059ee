// SPDX-License-Identifier: Apache-2.0
//
// Takes an input apart for its screening: every string, number and key in it is a text of its own, and what a rule
// redacts is put back in its place.

#pragma once

#include "base/json.h"
#include "policy/gate.h"

#include <functional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace touchstone::policy {

// Every name under a `properties` of a JSON Schema, at any depth.
[[nodiscard]] std::set<std::string> declaredNames(const Json& schema);

class InputScreening {
public:
    // Runs the rules over a text, redacts it, and says what was found; the verdicts have no place yet.
    using ScreenText = std::function<Screening(std::string& text)>;

    // `ownNames` are keys that the version declares itself: they say nothing about the caller and are not screened.
    InputScreening(ScreenText screenText, const std::set<std::string>& ownNames, Screening& screening)
        : m_screenText(std::move(screenText)), m_ownNames(ownNames), m_screening(screening) {}

    void screen(Json& input) { screenValue(input, ""); }

private:
    // A key after screening.
    struct Key {
        std::string name;   // redacted, and no other key of its object
        std::string shown;  // in pointers: "[key 3]" when a rule found something in it that stays
    };

    void screenValue(Json& value, const std::string& pointer);
    void screenLeaf(Json& value, const std::string& pointer);
    void screenObject(Json& object, const std::string& pointer);
    [[nodiscard]] std::vector<Key> screenKeys(const Json& object, const std::string& pointer);
    void absorb(Screening&& found, const std::string& where);

    const ScreenText m_screenText;
    const std::set<std::string>& m_ownNames;
    Screening& m_screening;
};

}  // namespace touchstone::policy
