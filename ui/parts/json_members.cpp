// SPDX-License-Identifier: GPL-3.0-or-later

#include "json_members.h"

#include <algorithm>

namespace touchstone::ui {
namespace {

using Members = std::vector<std::pair<std::string, Json>>;

Members takeMembers(Json& object) {
    Members members;
    members.reserve(object.size());
    for (auto member = object.begin(); member != object.end(); ++member)
        members.emplace_back(member.key(), std::move(member.value()));
    return members;
}

void putMembers(Json& object, Members members) {
    object = Json::object();
    for (auto& member : members)
        object.emplace(std::move(member.first), std::move(member.second));
}

}  // namespace

// As deep as JSON may be (JsonLimits).
bool identical(const Json& a, const Json& b) {
    if (a.type() != b.type() || a.size() != b.size())
        return false;
    if (!a.is_structured())
        return a == b;
    if (a.is_array())
        return std::equal(a.begin(), a.end(), b.begin(), identical);
    for (auto x = a.begin(), y = b.begin(); x != a.end(); ++x, ++y)
        if (x.key() != y.key() || !identical(x.value(), y.value()))
            return false;
    return true;
}

std::optional<std::size_t> placeOfMember(const Json& object, const std::string& key) {
    const auto found = object.find(key);
    if (found == object.end())
        return std::nullopt;
    return static_cast<std::size_t>(std::distance(object.begin(), found));
}

void insertMember(Json& object, std::size_t place, const std::string& key, Json value) {
    Members members = takeMembers(object);
    const auto at = static_cast<std::ptrdiff_t>(std::min(place, members.size()));
    members.emplace(members.begin() + at, key, std::move(value));
    putMembers(object, std::move(members));
}

void renameMember(Json& object, const std::string& from, const std::string& to) {
    Members members = takeMembers(object);
    for (auto& member : members)
        if (member.first == from)
            member.first = to;
    putMembers(object, std::move(members));
}

void moveMember(Json& object, std::size_t from, std::size_t to) {
    Members members = takeMembers(object);
    auto member = std::move(members[from]);
    members.erase(members.begin() + static_cast<std::ptrdiff_t>(from));
    members.insert(members.begin() + static_cast<std::ptrdiff_t>(to), std::move(member));
    putMembers(object, std::move(members));
}

void MemberEdits::set(Json& object, const std::string& key, std::optional<Json> value, const std::string& scope) {
    if (object.is_null())
        object = Json::object();
    const auto place = placeOfMember(object, key);
    if (!value && place) {
        m_places[{scope, key}] = *place;
        object.erase(key);
    } else if (value && place) {
        object[key] = std::move(*value);
    } else if (value) {
        insertMember(object, placeFor(object, key, scope), key, std::move(*value));
    }
}

std::size_t MemberEdits::placeFor(const Json& object, const std::string& key, const std::string& scope) const {
    if (const auto known = m_places.find({scope, key}); known != m_places.end())
        return known->second;
    auto later = std::find(m_order.begin(), m_order.end(), key);
    for (; later != m_order.end(); ++later)
        if (const auto place = placeOfMember(object, *later))
            return *place;
    return object.size();
}

}  // namespace touchstone::ui
