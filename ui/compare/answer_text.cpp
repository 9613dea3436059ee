// SPDX-License-Identifier: GPL-3.0-or-later

#include "answer_text.h"

#include <algorithm>
#include <optional>

namespace touchstone::ui {
namespace {

constexpr std::size_t kLargestJson = 64U << 10U;  // more is compared and shown as text
constexpr std::size_t kShownBytes = 900;          // three lines of a wide cell
constexpr text::DiffLimits kLimits{200'000};      // a cell is painted within a frame

bool looksLikeJson(std::string_view text) {
    const auto begin = text.find_first_not_of(" \n\r\t");
    return begin != std::string_view::npos && text.size() <= kLargestJson && (text[begin] == '{' || text[begin] == '[');
}

std::optional<Json> readJson(const std::string& text) {
    if (!looksLikeJson(text))
        return std::nullopt;
    auto value = parseJson(text);
    return value.ok() ? std::optional(std::move(value).value()) : std::nullopt;
}

std::string oneLine(std::string_view text) {
    std::string line;
    line.reserve(text.size());
    for (const char c : text)
        if (const bool blank = c == ' ' || c == '\n' || c == '\r' || c == '\t'; !blank)
            line += c;
        else if (!line.empty() && line.back() != ' ')
            line += ' ';
    return line;
}

void addMember(std::string& line, const std::string& key, const Json& value) {
    line += (line.empty() ? "" : " · ") + key + ": " + (value.is_string() ? value.get<std::string>() : toText(value));
}

// Members in the order of `like`, so that equal ones stand at the same place.
std::string compact(const Json& value, const Json* like) {
    if (!value.is_object())
        return value.is_string() ? value.get<std::string>() : toText(value);
    std::string line;
    if (like && like->is_object())
        for (const auto& member : like->items())
            if (const Json* mine = memberAt(value, member.key()))
                addMember(line, member.key(), *mine);
    for (const auto& member : value.items())
        if (!like || !memberAt(*like, member.key()))
            addMember(line, member.key(), member.value());
    return line;
}

// A place to cut at, at or before `at`: the beginning of a word.
std::size_t wordBegin(std::string_view text, std::size_t at) {
    while (at > 0 && text[at - 1] != ' ')
        --at;
    return at;
}

std::string_view cut(std::string_view text, std::size_t begin) {
    std::string_view shown = text.substr(begin, kShownBytes);
    if (begin + shown.size() == text.size())
        return shown;
    while (!shown.empty() && (static_cast<unsigned char>(text[begin + shown.size()]) & 0xC0U) == 0x80)
        shown.remove_suffix(1);
    return shown;
}

// Where both texts are shown from: a few words before the first difference, when that is far from the beginning.
std::size_t shownFrom(std::string_view before, std::string_view after) {
    constexpr std::size_t kFar = 160;
    constexpr std::size_t kLead = 48;
    const auto differs = std::ranges::mismatch(before, after).in2;
    const auto at = static_cast<std::size_t>(differs - after.begin());
    return at <= kFar ? 0 : wordBegin(after, at - kLead);
}

std::string textOf(const eval::CaseResult& result) {
    return result.output.empty() ? result.error : result.output;
}

}  // namespace

bool isSameAnswer(const eval::CaseResult& baseline, const eval::CaseResult& result) {
    if (baseline.output == result.output)
        return true;
    if (!looksLikeJson(baseline.output) || !looksLikeJson(result.output))
        return false;
    const std::optional<Json> before = readJson(baseline.output);
    const std::optional<Json> after = before ? readJson(result.output) : std::nullopt;
    return after && jsonEqual(*before, *after);
}

std::string compactJson(const Json& value) {
    return oneLine(compact(value, nullptr));
}

std::vector<text::DiffPiece> answerPieces(const eval::CaseResult* baseline, const eval::CaseResult& result) {
    const std::optional<Json> value = readJson(result.output);
    const std::optional<Json> old = baseline ? readJson(baseline->output) : std::nullopt;
    const std::string after = oneLine(value ? compact(*value, old ? &*old : nullptr) : textOf(result));
    if (!baseline || baseline->output.empty() || isSameAnswer(*baseline, result))
        return {{text::Change::Equal, std::string(cut(after, 0))}};
    const std::string before = oneLine(old ? compact(*old, nullptr) : textOf(*baseline));
    const std::size_t begin = shownFrom(before, after);
    std::vector<text::DiffPiece> pieces = text::diffWords(cut(before, begin), cut(after, begin), kLimits).pieces;
    if (begin > 0)
        pieces.insert(pieces.begin(), {text::Change::Equal, "… "});
    return pieces;
}

}  // namespace touchstone::ui
