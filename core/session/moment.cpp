// SPDX-License-Identifier: Apache-2.0

#include "session/moment.h"

#include "trace/trace_json.h"

#include <charconv>
#include <string>

namespace touchstone::session {
namespace {

std::optional<std::chrono::minutes> unitNamed(char letter) {
    using namespace std::chrono_literals;
    switch (letter) {
        case 'm':
            return 1min;
        case 'h':
            return 1h;
        case 'd':
            return 24h;
        default:
            return std::nullopt;
    }
}

}  // namespace

std::optional<std::chrono::minutes> parseAge(std::string_view text) {
    constexpr std::chrono::minutes kOldest = std::chrono::hours(24 * 36'500);
    std::int64_t count = 0;
    const char* const end = text.data() + text.size();
    const auto [at, problem] = std::from_chars(text.data(), end, count);
    if (problem != std::errc() || at + 1 != end || count < 0 || count > kOldest.count())
        return std::nullopt;
    const auto unit = unitNamed(*at);
    return unit && count * *unit <= kOldest ? std::optional(count * *unit) : std::nullopt;
}

std::optional<WallTime> parseDate(std::string_view given) {
    constexpr std::string_view kWhole = "0000-00-00T00:00:00.000Z";
    constexpr std::size_t kDate = 10;
    constexpr std::size_t kMinutes = 16;
    constexpr std::size_t kSeconds = 19;
    if (given.size() > kWhole.size())
        return std::nullopt;
    std::string text(given);
    if (text.size() > kDate && text.ends_with('Z') && text.size() < kWhole.size())
        text.pop_back();
    if (text.size() > kDate && text[kDate] == ' ')
        text[kDate] = 'T';
    if (text.size() == kDate || text.size() == kMinutes || text.size() == kSeconds)
        text += kWhole.substr(text.size());
    return trace::parseIso8601(text);
}

std::optional<WallTime> parseMoment(std::string_view text, WallTime now) {
    if (const auto age = parseAge(text))
        return now - *age;
    return parseDate(text);
}

}  // namespace touchstone::session
