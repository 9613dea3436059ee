// SPDX-License-Identifier: Apache-2.0

#include "builtin_values.h"

#include "builtin_dates.h"
#include "builtin_reading.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace touchstone::provider {

namespace {

constexpr std::size_t kMostValues = 200;
constexpr std::size_t kLongestName = 80;  // bytes

struct CurrencyName {
    std::string_view written;
    std::string_view code;
};

constexpr auto kCurrencies = std::to_array<CurrencyName>(
    {{"€", "EUR"},   {"$", "USD"},   {"£", "GBP"},   {"¥", "JPY"},   {"₹", "INR"},   {"EUR", "EUR"}, {"USD", "USD"},
     {"GBP", "GBP"}, {"CHF", "CHF"}, {"SEK", "SEK"}, {"NOK", "NOK"}, {"DKK", "DKK"}, {"JPY", "JPY"}, {"CAD", "CAD"},
     {"AUD", "AUD"}, {"PLN", "PLN"}, {"CZK", "CZK"}, {"INR", "INR"}, {"CNY", "CNY"}, {"BRL", "BRL"}, {"NZD", "NZD"}});

const RE2& expressionFor(ValueKind kind) {
    static const RE2 email(R"(([A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+))");
    static const RE2 url(R"((https?://[^\s<>"')\]]*[^\s<>"')\].,;:!?]))");
    static const RE2 iban(R"(\b([A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?)\b)");
    static const RE2 code(
        R"(\b([A-Za-z0-9]*(?:[A-Za-z][-/._]?[0-9]|[0-9][-/._]?[A-Za-z]|[0-9]-[0-9])[A-Za-z0-9]*(?:[-/._][A-Za-z0-9]+)*)\b)");
    static const RE2 number(R"(([0-9]{1,3}(?:[.,' ][0-9]{3})+(?:[.,][0-9]{1,2})?|[0-9]+(?:[.,][0-9]+)?))");
    static const RE2 name(R"((\p{Lu}[\p{L}\p{N}&'’-]*(?: (?:\p{Lu}[\p{L}\p{N}&'’-]*|&|and|of|de|und))*))");
    switch (kind) {
        case ValueKind::Email:
            return email;
        case ValueKind::Url:
            return url;
        case ValueKind::Iban:
            return iban;
        case ValueKind::Code:
            return code;
        case ValueKind::Number:
            return number;
        default:
            return name;
    }
}

std::vector<FoundValue> matches(const RE2& expression, std::string_view text) {
    std::vector<FoundValue> found;
    re2::StringPiece rest(text.data(), text.size());
    re2::StringPiece match;
    // Asked for the whole match only, RE2 needs no more than its automaton.
    while (found.size() < kMostValues && expression.Match(rest, 0, rest.size(), RE2::UNANCHORED, &match, 1)) {
        if (match.empty())
            break;
        const auto begin = static_cast<std::size_t>(match.data() - text.data());
        found.push_back({begin, begin + match.size(), std::string(match.data(), match.size())});
        rest.remove_prefix(begin + match.size() - static_cast<std::size_t>(rest.data() - text.data()));
    }
    return found;
}

bool isWordByte(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// False inside of a longer word, number or code.
bool standsAlone(std::string_view text, std::size_t begin, std::size_t end) {
    const bool before = begin == 0 || (!isWordByte(text[begin - 1]) &&
                                       std::string_view("-/_.@").find(text[begin - 1]) == std::string_view::npos);
    const bool after = end == text.size() || (!isWordByte(text[end]) && text[end] != '@' &&
                                              !(end + 1 < text.size() && isWordByte(text[end + 1]) &&
                                                std::string_view("-/_.:").find(text[end]) != std::string_view::npos));
    return before && after;
}

// "1,234.50", "1.234,50", "1'234.50", "1 234,50": what stands before the last one or two digits is the decimal mark.
std::optional<double> parseAmount(std::string_view written) {
    const std::size_t mark = written.find_last_of(".,");
    const bool grouped = mark != std::string_view::npos && written.size() - mark == 4 &&
                         (written[mark] == ',' || written.find(written[mark]) != mark);
    const bool decimal = mark != std::string_view::npos && !grouped;
    std::string plain;
    for (std::size_t i = 0; i < written.size(); ++i) {
        if (written[i] >= '0' && written[i] <= '9')
            plain += written[i];
        else if (decimal && i == mark)
            plain += '.';
    }
    double value = 0;
    const auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), value);
    if (error != std::errc() || end != plain.data() + plain.size())
        return std::nullopt;
    return value;
}

std::vector<FoundValue> findNumbers(std::string_view text) {
    std::vector<FoundValue> numbers;
    for (FoundValue& found : matches(expressionFor(ValueKind::Number), text)) {
        const auto value = parseAmount(text.substr(found.begin, found.end - found.begin));
        if (!value || !standsAlone(text, found.begin, found.end))
            continue;
        const bool negative = found.begin > 0 && text[found.begin - 1] == '-';
        numbers.push_back({found.begin, found.end, negative ? -*value : *value});
    }
    return numbers;
}

std::vector<FoundValue> findWords(std::string_view text, std::string_view word, const Json& value) {
    std::vector<FoundValue> found;
    for (std::size_t at = text.find(word); at != std::string_view::npos && !word.empty() && found.size() < kMostValues;
         at = text.find(word, at + word.size())) {
        const std::size_t end = at + word.size();
        const bool cutBefore = isWordByte(word.front()) && at > 0 && isWordByte(text[at - 1]);
        const bool cutAfter = isWordByte(word.back()) && end < text.size() && isWordByte(text[end]);
        if (!cutBefore && !cutAfter)
            found.push_back({at, end, value});
    }
    return found;
}

void sortByPlace(std::vector<FoundValue>& values) {
    std::ranges::stable_sort(values, {}, &FoundValue::begin);
}

std::vector<FoundValue> findCurrencies(std::string_view text) {
    std::vector<FoundValue> found;
    for (const CurrencyName& currency : kCurrencies)
        std::ranges::move(findWords(text, currency.written, std::string(currency.code)), std::back_inserter(found));
    sortByPlace(found);
    return found;
}

// Symbols count for the code among the choices: "€" is "EUR".
std::vector<FoundValue> findChoices(std::string_view text, const std::vector<std::string>& choices) {
    std::vector<FoundValue> found;
    for (const std::string& choice : choices) {
        std::ranges::move(findWords(text, choice, choice), std::back_inserter(found));
        for (const CurrencyName& currency : kCurrencies)
            if (currency.code == choice && currency.written != choice)
                std::ranges::move(findWords(text, currency.written, choice), std::back_inserter(found));
    }
    sortByPlace(found);
    return found;
}

void addName(std::string_view text, std::string_view name, std::vector<FoundValue>& names) {
    while (!name.empty() && std::string_view(" .,;:").find(name.back()) != std::string_view::npos)
        name.remove_suffix(1);
    const auto begin = static_cast<std::size_t>(name.data() - text.data());
    const bool known = std::ranges::any_of(
        names, [&](const FoundValue& other) { return other.begin == begin && other.end == begin + name.size(); });
    if (!name.empty() && name.size() <= kLongestName && !known && names.size() < kMostValues)
        names.push_back({begin, begin + name.size(), std::string(name)});
}

// What stands behind "Label:" or "Label ....".
std::string_view behindLabel(std::string_view line) {
    const std::size_t dots = line.find(" ...");
    if (dots != std::string_view::npos)
        return trimmed(line.substr(std::min(line.find_first_not_of('.', dots + 1), line.size())));
    const std::size_t colon = line.find(": ");
    return colon == std::string_view::npos ? std::string_view() : trimmed(line.substr(colon + 2));
}

std::vector<FoundValue> findNames(std::string_view text) {
    std::vector<FoundValue> names;
    for (std::size_t begin = 0; begin < text.size() && names.size() < kMostValues;) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = trimmed(text.substr(begin, end - begin));
        addName(text, line, names);
        addName(text, behindLabel(line), names);
        for (const FoundValue& run : matches(expressionFor(ValueKind::Name), line))
            addName(text, line.substr(run.begin, run.end - run.begin), names);
        begin = end + 1;
    }
    return names;
}

}  // namespace

ValueFinder::ValueFinder(ValueKind kind) : m_kind(kind), m_name(std::to_string(static_cast<int>(kind))) {}

ValueFinder ValueFinder::forPattern(std::string_view pattern, PatternCache& patterns) {
    if (pattern.starts_with('^'))
        pattern.remove_prefix(1);
    if (pattern.ends_with('$') && !pattern.ends_with("\\$"))
        pattern.remove_suffix(1);
    ValueFinder finder(ValueKind::Pattern);
    finder.m_expression = patterns.compiled("(" + std::string(pattern) + ")");
    finder.m_name += " " + finder.m_expression->pattern();
    return finder;
}

ValueFinder ValueFinder::forChoices(std::vector<std::string> choices) {
    ValueFinder finder(ValueKind::Choice);
    for (const std::string& choice : choices)
        finder.m_name += " " + std::to_string(choice.size()) + ":" + choice;
    finder.m_choices = std::move(choices);
    return finder;
}

std::vector<FoundValue> ValueFinder::find(std::string_view text) const {
    switch (m_kind) {
        case ValueKind::Date:
            return findDates(text);
        case ValueKind::Number:
            return findNumbers(text);
        case ValueKind::Currency:
            return findCurrencies(text);
        case ValueKind::Choice:
            return findChoices(text, m_choices);
        case ValueKind::Name:
            return findNames(text);
        case ValueKind::Pattern: {
            if (!m_expression->ok())
                return {};
            std::vector<FoundValue> found = matches(*m_expression, text);
            std::erase_if(found,
                          [text](const FoundValue& value) { return !standsAlone(text, value.begin, value.end); });
            return found;
        }
        default:
            return matches(expressionFor(m_kind), text);
    }
}

}  // namespace touchstone::provider
