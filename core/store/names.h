// SPDX-License-Identifier: Apache-2.0
//
// Which names may be given to what, ids as bytes, and looking a thing up by the start of its id. What does not fit
// throws Failure.

#pragma once

#include "sqlite.h"

#include "base/clock.h"
#include "base/ids.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace touchstone::store {

// "[a-z0-9][a-z0-9._-]*", at most 64 characters, as in the workflow schema.
void requireWorkflowName(std::string_view name);
// "[A-Za-z0-9][A-Za-z0-9._/-]*", at most 100 characters, no "//" or "..", no '/' at the end.
void requirePointerName(std::string_view name);
// The same for one that does not exist yet: nor does it read as another way to name a version ("draft", "v3", 4 to 64
// hexadecimal digits as an id begins). Workspaces may have older ones that do.
void requireNewPointerName(std::string_view name);
// "[A-Za-z0-9][A-Za-z0-9._-]*", at most 128 characters, as in the workflow schema.
void requireCorpusName(std::string_view name);
// UTF-8 of 1 to 200 bytes without control characters or blanks at the ends.
void requireTitle(std::string_view what, std::string_view name);
// At most `most` bytes of UTF-8. `what` names it in the message: "the commit message".
void requireText(std::string_view what, std::string_view text, std::size_t most);

[[nodiscard]] bool isUtf8(std::string_view text);

// The bytes of lower-case hexadecimal text of exactly 2 * `bytes` digits; `what` names it in the message.
[[nodiscard]] std::string idBytes(std::string_view what, std::string_view hex, std::size_t bytes);

[[nodiscard]] std::int64_t nanoseconds(WallTime time);
[[nodiscard]] WallTime wallTime(std::int64_t nanoseconds);

struct IdTable {
    std::string_view what;   // "version"
    std::string_view table;  // has columns seq and id
    std::size_t bytes;       // of an id
};

// The seq of the only row whose id is or starts with the hexadecimal text `prefix` (at least four digits).
// NotFound when there is none, also for a text that cannot be such a prefix.
[[nodiscard]] std::int64_t findByPrefix(Connection& connection, const IdTable& where, std::string_view prefix);
// The same, but 0 when there is none. A prefix of several ids is refused by both.
[[nodiscard]] std::int64_t matchPrefix(Connection& connection, const IdTable& where, std::string_view prefix);

// The least and the greatest id of `bytes` bytes that begins with the hexadecimal text `prefix`. InvalidArgument for
// one that cannot be such a prefix, or has fewer than four digits; `what` names it in the message.
[[nodiscard]] std::pair<std::string, std::string> idsBeginning(std::string_view what, std::string_view prefix,
                                                               std::size_t bytes);

// The different values of the column `name` of `table`, sorted.
[[nodiscard]] std::vector<std::string> namesIn(Connection& connection, std::string_view table);
// NotFound: `absence` ("this workspace has no dataset"), the name, and which of the `existing` was probably meant, or
// the first of them.
[[noreturn]] void refuseUnknown(std::string_view absence, std::string_view name,
                                const std::vector<std::string>& existing);

}  // namespace touchstone::store
