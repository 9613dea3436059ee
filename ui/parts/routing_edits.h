// SPDX-License-Identifier: GPL-3.0-or-later
//
// Changes of a routing part as people make them. Everything that is not meant stays as it is, in its place; where the
// part has another shape than the change needs, it stays as it is too.
//
// Pure functions; safe from any thread.

#pragma once

#include "base/json.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace touchstone::ui {

// The names of its tiers, in the document's order.
[[nodiscard]] std::vector<std::string> tierNames(const Json& routing);
// The name, or the name with the first free number behind it.
[[nodiscard]] std::string freeTierName(const Json& routing, const std::string& wanted);
// Whether it can be the name of a tier, as the document's schema says.
[[nodiscard]] bool isTierName(std::string_view name);

// Renames the tier and everything in the part that mentions it. Nothing when there is no `from`, or already a `to`.
void renameTier(Json& routing, const std::string& from, const std::string& to);
// Everything in another part ("policy", "budget") that mentions the tier; true when there was something.
bool renameMentions(std::string_view part, Json& value, const std::string& from, const std::string& to);

// A member of `rules`, `fallback` or `cascade`, put at the end where `at` is behind it.
void insertInto(Json& routing, const std::string& list, std::size_t at, Json item);
void removeFrom(Json& routing, const std::string& list, std::size_t at);
void moveIn(Json& routing, const std::string& list, std::size_t from, std::size_t to);
void moveTier(Json& routing, std::size_t from, std::size_t to);

// How many members a list of the part has; 0 when it has no such list.
[[nodiscard]] std::size_t sizeOf(const Json& routing, const std::string& list);

}  // namespace touchstone::ui
