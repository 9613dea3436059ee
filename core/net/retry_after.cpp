// SPDX-License-Identifier: Apache-2.0

#include "net/retry_after.h"

#include "ascii.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <span>

namespace touchstone::net {
namespace {

using std::chrono::milliseconds;

// Reads a date from left to right; after the first thing that does not fit, every read fails.
class DateReader {
public:
    explicit DateReader(std::string_view text) : m_rest(text) {}

    [[nodiscard]] bool fits() const { return m_fits; }
    [[nodiscard]] bool atEnd() const { return m_fits && m_rest.empty(); }

    void expect(std::string_view literal) {
        m_fits = m_fits && m_rest.starts_with(literal);
        if (m_fits)
            m_rest.remove_prefix(literal.size());
    }

    // Exactly `digits` digits; a leading space stands for a zero where `padded`.
    int number(std::size_t digits, bool padded = false) {
        const std::size_t skip = padded && m_rest.starts_with(' ') ? 1 : 0;
        m_fits = m_fits && m_rest.size() >= digits && std::ranges::all_of(m_rest.substr(skip, digits - skip), isDigit);
        if (!m_fits)
            return 0;
        int value = 0;
        for (const char c : m_rest.substr(skip, digits - skip))
            value = value * 10 + (c - '0');
        m_rest.remove_prefix(digits);
        return value;
    }

    // The place of the word among `names`.
    unsigned word(std::span<const std::string_view> names) {
        const auto found = std::ranges::find_if(names, [this](auto name) { return m_rest.starts_with(name); });
        m_fits = m_fits && found != names.end();
        if (!m_fits)
            return 0;
        m_rest.remove_prefix(found->size());
        return static_cast<unsigned>(found - names.begin());
    }

private:
    std::string_view m_rest;
    bool m_fits = true;
};

constexpr std::array<std::string_view, 7> kDays = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
constexpr std::array<std::string_view, 7> kLongDays = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                       "Friday", "Saturday", "Sunday"};
constexpr std::array<std::string_view, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

struct Calendar {
    int year = 0;
    unsigned month = 0;
    int day = 0;
    std::chrono::seconds time{};
};

std::chrono::seconds readTime(DateReader& reader) {
    const int hours = reader.number(2);
    reader.expect(":");
    const int minutes = reader.number(2);
    reader.expect(":");
    const int seconds = reader.number(2);
    if (hours > 23 || minutes > 59 || seconds > 60)
        reader.expect("a time of day");
    return std::chrono::hours(hours) + std::chrono::minutes(minutes) + std::chrono::seconds(seconds);
}

// "Sun, 06 Nov 1994 08:49:37 GMT"
std::optional<Calendar> readFixedDate(DateReader reader) {
    Calendar date;
    (void)reader.word(kDays);
    reader.expect(", ");
    date.day = reader.number(2);
    reader.expect(" ");
    date.month = reader.word(kMonths) + 1;
    reader.expect(" ");
    date.year = reader.number(4);
    reader.expect(" ");
    date.time = readTime(reader);
    reader.expect(" GMT");
    return reader.atEnd() ? std::optional(date) : std::nullopt;
}

// A two-digit year that looks more than 50 years ahead means the past century (RFC 9110).
int fullYear(int twoDigits, WallTime now) {
    const std::chrono::year_month_day today(std::chrono::floor<std::chrono::days>(now));
    const int thisYear = static_cast<int>(today.year());
    const int year = thisYear - thisYear % 100 + twoDigits;
    return year > thisYear + 50 ? year - 100 : year;
}

// "Sunday, 06-Nov-94 08:49:37 GMT"
std::optional<Calendar> readOldDate(DateReader reader, WallTime now) {
    Calendar date;
    (void)reader.word(kLongDays);
    reader.expect(", ");
    date.day = reader.number(2);
    reader.expect("-");
    date.month = reader.word(kMonths) + 1;
    reader.expect("-");
    date.year = fullYear(reader.number(2), now);
    reader.expect(" ");
    date.time = readTime(reader);
    reader.expect(" GMT");
    return reader.atEnd() ? std::optional(date) : std::nullopt;
}

// "Sun Nov  6 08:49:37 1994"
std::optional<Calendar> readCDate(DateReader reader) {
    Calendar date;
    (void)reader.word(kDays);
    reader.expect(" ");
    date.month = reader.word(kMonths) + 1;
    reader.expect(" ");
    date.day = reader.number(2, true);
    reader.expect(" ");
    date.time = readTime(reader);
    reader.expect(" ");
    date.year = reader.number(4);
    return reader.atEnd() ? std::optional(date) : std::nullopt;
}

std::optional<WallTime> toWallTime(const Calendar& date) {
    const std::chrono::year_month_day day(std::chrono::year(date.year), std::chrono::month(date.month),
                                          std::chrono::day(static_cast<unsigned>(date.day)));
    // 64-bit nanoseconds reach from 1678 to 2261.
    if (!day.ok() || date.year < 1678 || date.year > 2261)
        return std::nullopt;
    return WallTime(std::chrono::sys_days(day)) + date.time;
}

// `text` in units of `milliseconds`, such as "1.5" seconds.
std::optional<milliseconds> readNumber(std::string_view text, double unitMilliseconds) {
    if (text.empty() || !(isDigit(text.front()) || text.front() == '.'))
        return std::nullopt;
    double value = 0;
    const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
    if (end != text.data() + text.size())
        return std::nullopt;
    if (status == std::errc::result_out_of_range)
        return kLongestRetryAfter;
    if (status != std::errc())
        return std::nullopt;
    const double wait = std::ceil(value * unitMilliseconds);
    if (wait >= static_cast<double>(kLongestRetryAfter.count()))
        return kLongestRetryAfter;
    return milliseconds(static_cast<std::int64_t>(wait));
}

std::optional<milliseconds> readDate(std::string_view text, WallTime now) {
    const auto date = httpDate(text, now);
    if (!date)
        return std::nullopt;
    if (*date <= now)
        return milliseconds(0);
    return std::min(std::chrono::ceil<milliseconds>(*date - now), kLongestRetryAfter);
}

template <class Read>
std::optional<milliseconds> longest(const Headers& headers, std::string_view name, Read read) {
    std::optional<milliseconds> wait;
    for (const Header& header : headers)
        if (equalsIgnoringCase(header.name, name))
            wait = std::max(wait, read(trimmed(header.value)));
    return wait;
}

}  // namespace

std::optional<milliseconds> retryAfter(const Headers& headers, WallTime now) {
    const auto fine = longest(headers, "retry-after-ms", [](std::string_view text) { return readNumber(text, 1); });
    if (fine)
        return fine;
    return longest(headers, "retry-after", [now](std::string_view text) {
        const auto seconds = readNumber(text, 1000);
        return seconds ? seconds : readDate(text, now);
    });
}

std::optional<WallTime> httpDate(std::string_view text, WallTime now) {
    const DateReader reader(text);
    auto date = readFixedDate(reader);
    if (!date)
        date = readOldDate(reader, now);
    if (!date)
        date = readCDate(reader);
    return date ? toWallTime(*date) : std::nullopt;
}

}  // namespace touchstone::net
