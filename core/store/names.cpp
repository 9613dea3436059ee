// SPDX-License-Identifier: Apache-2.0

#include "names.h"

#include "base/finding.h"
#include "base/hash.h"

#include <algorithm>

namespace touchstone::store {
namespace {

constexpr std::size_t kShortestPrefix = 4;
constexpr std::size_t kLongestId = 64;

bool isLower(char c) {
    return c >= 'a' && c <= 'z';
}
bool isUpper(char c) {
    return c >= 'A' && c <= 'Z';
}
bool isDigit(char c) {
    return c >= '0' && c <= '9';
}
bool isHex(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'f');
}

// Error messages are shown and logged: what cannot be printed becomes '?', and little of it is repeated.
std::string printable(std::string_view text) {
    std::string shown(text.substr(0, 60));
    std::replace_if(
        shown.begin(), shown.end(), [](char c) { return c < 0x20 || c == 0x7F; }, '?');
    return shown;
}

[[noreturn]] void refuse(std::string message) {
    throw Failure{{ErrorCode::InvalidArgument, std::move(message)}};
}

void requireName(std::string_view what, std::string_view name, std::size_t most, bool upper, std::string_view marks) {
    const auto plain = [upper](char c) { return isLower(c) || isDigit(c) || (upper && isUpper(c)); };
    const auto allowed = [&](char c) { return plain(c) || marks.find(c) != std::string_view::npos; };
    if (!name.empty() && name.size() <= most && plain(name.front()) && std::all_of(name.begin(), name.end(), allowed))
        return;
    refuse(std::string(what) + " name \"" + printable(name) + "\" is not allowed: it begins with a " +
           (upper ? "letter" : "small letter") + " or digit and has at most " + std::to_string(most) + " " +
           (upper ? "letters" : "small letters") + ", digits and any of \"" + std::string(marks) + "\"");
}

// Bytes of the UTF-8 sequence at the start of `text`, or 0 when it is malformed (RFC 3629).
std::size_t sequenceLength(std::string_view text) {
    const auto lead = static_cast<unsigned char>(text[0]);
    if (lead < 0x80U)
        return 1;
    const std::size_t length = lead >= 0xF0U ? 4 : lead >= 0xE0U ? 3 : 2;
    if (lead < 0xC2U || lead > 0xF4U || text.size() < length)
        return 0;
    const auto second = static_cast<unsigned char>(text[1]);
    const unsigned low = lead == 0xE0U ? 0xA0U : lead == 0xF0U ? 0x90U : 0x80U;
    const unsigned high = lead == 0xEDU ? 0x9FU : lead == 0xF4U ? 0x8FU : 0xBFU;
    if (second < low || second > high)
        return 0;
    for (std::size_t i = 2; i < length; ++i)
        if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U)
            return 0;
    return length;
}

bool isPrefix(std::string_view text, const IdTable& where) {
    return text.size() >= kShortestPrefix && text.size() <= where.bytes * 2 &&
           std::all_of(text.begin(), text.end(), isHex);
}

std::string bytesOf(std::string_view hex) {
    const auto digit = [](char c) { return static_cast<unsigned>(isDigit(c) ? c - '0' : c - 'a' + 10); };
    std::string bytes;
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2)
        bytes += static_cast<char>(digit(hex[i]) << 4U | digit(hex[i + 1]));
    return bytes;
}

}  // namespace

void requireWorkflowName(std::string_view name) {
    requireName("the workflow", name, 64, false, "._-");
}

void requirePointerName(std::string_view name) {
    requireName("the branch or tag", name, 100, true, "._/-");
    if (name.find("//") != std::string_view::npos || name.find("..") != std::string_view::npos || name.back() == '/')
        refuse("the branch or tag name \"" + printable(name) +
               "\" is not allowed: no \"//\", no \"..\", no '/' at the end");
}

void requireNewPointerName(std::string_view name) {
    requirePointerName(name);
    const auto refuseAs = [name](const char* meaning) {
        refuse("a branch or tag cannot be called \"" + printable(name) + "\", which reads as " + meaning +
               "; choose a name such as \"release-" + printable(name) + "\"");
    };
    if (name == "draft")
        refuseAs("the uncommitted draft");
    if (name.size() > 1 && name.front() == 'v' && std::all_of(name.begin() + 1, name.end(), isDigit))
        refuseAs("the number of a version");
    if (name.size() >= kShortestPrefix && name.size() <= kLongestId && std::all_of(name.begin(), name.end(), isHex))
        refuseAs("the beginning of a version's id");
}

void requireCorpusName(std::string_view name) {
    requireName("the corpus", name, 128, true, "._-");
}

void requireTitle(std::string_view what, std::string_view name) {
    const auto control = [](char c) { return (c >= 0 && c < 0x20) || c == 0x7F; };
    const bool fits = !name.empty() && name.size() <= 200 && name.front() != ' ' && name.back() != ' ' &&
                      std::none_of(name.begin(), name.end(), control) && isUtf8(name);
    if (!fits)
        refuse(std::string(what) + " name \"" + printable(name) +
               "\" is not allowed: it has 1 to 200 bytes of UTF-8, no control characters and no blank at its ends");
}

void requireText(std::string_view what, std::string_view text, std::size_t most) {
    if (text.size() > most)
        refuse(std::string(what) + " has " + std::to_string(text.size()) + " bytes; the most is " +
               std::to_string(most));
    if (!isUtf8(text))
        refuse(std::string(what) + " is not UTF-8; convert it first");
}

bool isUtf8(std::string_view text) {
    while (!text.empty()) {
        const std::size_t length = sequenceLength(text);
        if (length == 0)
            return false;
        text.remove_prefix(length);
    }
    return true;
}

std::string idBytes(std::string_view what, std::string_view hex, std::size_t bytes) {
    if (hex.size() != bytes * 2 || !std::all_of(hex.begin(), hex.end(), isHex))
        refuse(std::string(what) + " \"" + printable(hex) + "\" is not an id: it must be " + std::to_string(bytes * 2) +
               " hexadecimal digits in lower case");
    return bytesOf(hex);
}

std::int64_t nanoseconds(WallTime time) {
    return time.time_since_epoch().count();
}

WallTime wallTime(std::int64_t count) {
    return WallTime(std::chrono::nanoseconds(count));
}

std::int64_t findByPrefix(Connection& connection, const IdTable& where, std::string_view prefix) {
    const std::int64_t seq = matchPrefix(connection, where, prefix);
    if (seq != 0)
        return seq;
    const std::string what(where.what);
    std::string message = "this workspace has no " + what + " \"" + printable(prefix) + "\"";
    if (!isPrefix(prefix, where))
        message += "; to name one by its id, give at least " + std::to_string(kShortestPrefix) +
                   " of its hexadecimal digits, in lower case";
    throw Failure{{ErrorCode::NotFound, std::move(message)}};
}

// An id of 32 bytes that starts with "a3f9c" lies between a3f9c0…0 and a3f9cf…f.
std::pair<std::string, std::string> idsBeginning(std::string_view what, std::string_view prefix, std::size_t bytes) {
    if (!isPrefix(prefix, {what, {}, bytes}))
        refuse("\"" + printable(prefix) + "\" is not the beginning of a " + std::string(what) +
               "'s id; give at least " + std::to_string(kShortestPrefix) + " of its hexadecimal digits, in lower case");
    std::string least(prefix);
    std::string most(prefix);
    least.resize(bytes * 2, '0');
    most.resize(bytes * 2, 'f');
    return {bytesOf(least), bytesOf(most)};
}

std::int64_t matchPrefix(Connection& connection, const IdTable& where, std::string_view prefix) {
    if (!isPrefix(prefix, where))
        return 0;
    const auto [least, most] = idsBeginning(where.what, prefix, where.bytes);
    Statement rows = connection.query(
        "SELECT seq, id FROM " + std::string(where.table) + " WHERE id BETWEEN ? AND ? ORDER BY id LIMIT 2",
        Blob{least}, Blob{most});
    if (!rows.step())
        return 0;
    const std::int64_t seq = rows.integer(0);
    const std::string first = toHex(rows.blob(1));
    if (rows.step())
        refuse(std::string(where.what) + " " + printable(prefix) +
               " is ambiguous: " + first.substr(0, prefix.size() + 4) + " and " +
               toHex(rows.blob(1)).substr(0, prefix.size() + 4) + " begin with it; give more digits");
    return seq;
}

std::vector<std::string> namesIn(Connection& connection, std::string_view table) {
    std::vector<std::string> names;
    Statement rows = connection.query("SELECT DISTINCT name FROM " + std::string(table) + " ORDER BY name");
    while (rows.step())
        names.emplace_back(rows.text(0));
    return names;
}

void refuseUnknown(std::string_view absence, std::string_view name, const std::vector<std::string>& existing) {
    constexpr std::size_t kListed = 8;
    std::string message = std::string(absence) + " \"" + printable(name) + "\"; ";
    const std::string nearest = nearestName(name, std::vector<std::string_view>(existing.begin(), existing.end()));
    if (!nearest.empty()) {
        message += "did you mean \"" + nearest + "\"?";
    } else if (existing.empty()) {
        message += "there is none yet";
    } else {
        message += "there is: ";
        for (std::size_t i = 0; i < std::min(existing.size(), kListed); ++i)
            message += (i > 0 ? ", " : "") + existing[i];
        if (existing.size() > kListed)
            message += " and " + std::to_string(existing.size() - kListed) + " more";
    }
    throw Failure{{ErrorCode::NotFound, std::move(message)}};
}

}  // namespace touchstone::store
