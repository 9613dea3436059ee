// SPDX-License-Identifier: Apache-2.0

#include "builtin_dates.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>

namespace touchstone::provider {

namespace {

constexpr std::size_t kMostDates = 100;
constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec"};

enum class Order { YearMonthDay, DayMonthYear, Numbers, DayName, NameDay };

struct Style {
    Order order;
    const RE2& expression;  // the whole date, then its three parts
};

#define TOUCHSTONE_MONTH "(?i:(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)"

const std::array<Style, 5>& styles() {
    static const RE2 iso(R"(\b(([0-9]{4})-([0-9]{1,2})-([0-9]{1,2}))\b)");
    static const RE2 dotted(R"(\b(([0-9]{1,2})\. ?([0-9]{1,2})\. ?([0-9]{4}))\b)");
    static const RE2 slashed(R"(\b(([0-9]{1,2})/([0-9]{1,2})/([0-9]{4}))\b)");
    static const RE2 dayName(R"(\b(([0-9]{1,2})(?:st|nd|rd|th|\.)? (?:of )?)" TOUCHSTONE_MONTH
                             R"(\.?,? ([0-9]{4}))\b)");
    static const RE2 nameDay(R"(\b()" TOUCHSTONE_MONTH R"(\.? ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4}))\b)");
    static const std::array<Style, 5> all = {{{Order::YearMonthDay, iso},
                                              {Order::DayMonthYear, dotted},
                                              {Order::Numbers, slashed},
                                              {Order::DayName, dayName},
                                              {Order::NameDay, nameDay}}};
    return all;
}

#undef TOUCHSTONE_MONTH

int numberIn(const re2::StringPiece& digits) {
    int number = 0;
    for (const char c : digits)
        number = number * 10 + (c - '0');
    return number;
}

int monthIn(const re2::StringPiece& name) {
    std::string lower(name.data(), name.size());
    std::ranges::transform(lower, lower.begin(), [](char c) { return static_cast<char>(c | 0x20); });
    return static_cast<int>(std::ranges::find(kMonths, lower) - kMonths.begin()) + 1;
}

struct Parts {
    int year;
    int month;
    int day;
};

Parts partsOf(Order order, const std::array<re2::StringPiece, 3>& piece, bool monthFirst) {
    switch (order) {
        case Order::YearMonthDay:
            return {numberIn(piece[0]), numberIn(piece[1]), numberIn(piece[2])};
        case Order::DayMonthYear:
            return {numberIn(piece[2]), numberIn(piece[1]), numberIn(piece[0])};
        case Order::DayName:
            return {numberIn(piece[2]), monthIn(piece[1]), numberIn(piece[0])};
        case Order::NameDay:
            return {numberIn(piece[2]), monthIn(piece[0]), numberIn(piece[1])};
        case Order::Numbers:
            break;
    }
    const int first = numberIn(piece[0]);
    const int second = numberIn(piece[1]);
    const bool american = second > 12 || (monthFirst && first <= 12);
    return american ? Parts{numberIn(piece[2]), first, second} : Parts{numberIn(piece[2]), second, first};
}

// Empty when there is no such day.
std::string isoText(const Parts& parts) {
    using namespace std::chrono;
    const year_month_day date(year(parts.year), month(static_cast<unsigned>(parts.month)),
                              day(static_cast<unsigned>(parts.day)));
    if (!date.ok())
        return {};
    std::array<char, 16> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%04d-%02d-%02d", parts.year, parts.month, parts.day);
    return buffer.data();
}

}  // namespace

std::vector<FoundValue> findDates(std::string_view text) {
    const bool monthFirst = text.find('$') != std::string_view::npos || text.find("USD") != std::string_view::npos;
    std::vector<FoundValue> dates;
    for (const Style& style : styles()) {
        re2::StringPiece rest(text.data(), text.size());
        re2::StringPiece whole;
        std::array<re2::StringPiece, 3> piece;
        while (dates.size() < kMostDates &&
               RE2::FindAndConsume(&rest, style.expression, &whole, &piece[0], &piece[1], &piece[2])) {
            const auto begin = static_cast<std::size_t>(whole.data() - text.data());
            if (std::string iso = isoText(partsOf(style.order, piece, monthFirst)); !iso.empty())
                dates.push_back({begin, begin + whole.size(), std::move(iso)});
        }
    }
    std::ranges::stable_sort(dates, {}, &FoundValue::begin);
    return dates;
}

}  // namespace touchstone::provider
