// SPDX-License-Identifier: GPL-3.0-or-later
//
// Changing members of a JSON object without disturbing the others, and so that taking a change back by hand gives the
// same text again: a member keeps its place when its value changes, one that was taken away comes back to where it
// stood, and a new one stands where `order` has it.
//
// GUI thread only.

#pragma once

#include "base/json.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace touchstone::ui {

// The same JSON as text: unlike ==, 1 and 1.0 differ.
[[nodiscard]] bool identical(const Json& a, const Json& b);

// The member's place among the object's members.
[[nodiscard]] std::optional<std::size_t> placeOfMember(const Json& object, const std::string& key);
// A place behind the end is the end. REQUIRES: `object` is an object without `key`.
void insertMember(Json& object, std::size_t place, const std::string& key, Json value);
// REQUIRES: `object` is an object that has `from` and has no `to`.
void renameMember(Json& object, const std::string& from, const std::string& to);
// REQUIRES: both places exist in `object`.
void moveMember(Json& object, std::size_t from, std::size_t to);

class MemberEdits {
public:
    explicit MemberEdits(std::vector<std::string> order = {}) : m_order(std::move(order)) {}

    // Without a value the member is taken away. A null `object` becomes an object. `scope` tells objects apart whose
    // members are edited through one MemberEdits.
    void set(Json& object, const std::string& key, std::optional<Json> value, const std::string& scope = {});

private:
    [[nodiscard]] std::size_t placeFor(const Json& object, const std::string& key, const std::string& scope) const;

    std::vector<std::string> m_order;
    std::map<std::pair<std::string, std::string>, std::size_t> m_places;  // where those taken away stood
};

}  // namespace touchstone::ui
