// SPDX-License-Identifier: Apache-2.0

#include "trace_words.h"

#include "text/utf8.h"
#include "trace/trace.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace touchstone::session {
namespace {

constexpr std::array<TraceKeyInfo, 21> kKeys = {{
    {TraceKey::Feature, "feature", "feature:support.triage"},
    {TraceKey::Version, "version", "version:v3,v4"},
    {TraceKey::Status, "status", "status:invalid,failed"},
    {TraceKey::Origin, "origin", "origin:production"},
    {TraceKey::Tier, "tier", "tier:large"},
    {TraceKey::Latency, "latency", "latency>2s", true},
    {TraceKey::Last, "last", "last:2h"},
    {TraceKey::Feedback, "feedback", "feedback:down"},
    {TraceKey::FellBack, "fell-back", "fell-back:yes"},
    {TraceKey::Cost, "cost", "cost>0.001", true},
    {TraceKey::Tokens, "tokens", "tokens>4000", true},
    {TraceKey::Retries, "retries", "retries>0", true},
    {TraceKey::Model, "model", "model:gpt-small"},
    {TraceKey::Provider, "provider", "provider:openai"},
    {TraceKey::Journey, "journey", "journey:checkout"},
    {TraceKey::Environment, "environment", "environment:staging"},
    {TraceKey::Workflow, "workflow", "workflow:support-triage"},
    {TraceKey::After, "after", "after:2026-11-22"},
    {TraceKey::Before, "before", "before:2026-11-22T16:30"},
    {TraceKey::Id, "id", "id:9f02"},
    {TraceKey::Text, "text", "text:\"no answer\""},
}};

bool isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

bool isKeyLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
}

class Cutter {
public:
    explicit Cutter(std::string_view query) : m_query(query) {}

    std::vector<TraceToken> cut() {
        std::vector<TraceToken> tokens;
        for (skipBlanks(); m_at < m_query.size(); skipBlanks())
            tokens.push_back(token());
        return tokens;
    }

private:
    void skipBlanks() {
        while (m_at < m_query.size() && isBlank(m_query[m_at]))
            ++m_at;
    }

    TraceToken token() {
        TraceToken token;
        token.range.begin = m_at;
        if (!readKey(token)) {
            m_at = token.range.begin;
            token.values.push_back(value(false));
        } else {
            readValues(token);
        }
        token.range.end = m_at;
        return token;
    }

    // False when what follows is no key with an operator.
    bool readKey(TraceToken& token) {
        token.isExcluded = m_query[m_at] == '-';
        m_at += token.isExcluded ? 1 : 0;
        token.key.begin = m_at;
        while (m_at < m_query.size() && isKeyLetter(m_query[m_at]))
            ++m_at;
        token.key.end = m_at;
        for (const std::string_view sign : {":", ">=", "<=", ">", "<"})
            if (token.sign.empty() && m_query.substr(m_at).starts_with(sign))
                token.sign = sign;
        m_at += token.sign.size();
        if (token.key.end > token.key.begin && !token.sign.empty())
            return true;
        token = {{token.range.begin, 0}, {}, false, {}, {}};
        return false;
    }

    void readValues(TraceToken& token) {
        while (m_at < m_query.size() && !isBlank(m_query[m_at])) {
            token.values.push_back(value(true));
            if (m_at >= m_query.size() || m_query[m_at] != ',')
                return;
            ++m_at;
            if (m_at == m_query.size() || isBlank(m_query[m_at]))
                token.values.push_back({{}, {m_at, m_at}});
        }
    }

    TraceValue value(bool endsAtComma) {
        if (m_query[m_at] == '"')
            return quoted();
        TraceValue value{{}, {m_at, m_at}};
        while (m_at < m_query.size() && !isBlank(m_query[m_at]) && !(endsAtComma && m_query[m_at] == ','))
            ++m_at;
        value.range.end = m_at;
        value.text = m_query.substr(value.range.begin, m_at - value.range.begin);
        return value;
    }

    TraceValue quoted() {
        TraceValue value{{}, {m_at, m_at}, true};
        for (++m_at; m_at < m_query.size() && value.isOpen; ++m_at) {
            const bool isEscape = m_query[m_at] == '\\' && m_at + 1 < m_query.size() &&
                                  (m_query[m_at + 1] == '"' || m_query[m_at + 1] == '\\');
            if (isEscape)
                value.text += m_query[++m_at];
            else if (m_query[m_at] == '"')
                value.isOpen = false;
            else
                value.text += m_query[m_at];
        }
        value.range.end = m_at;
        return value;
    }

    const std::string_view m_query;
    std::size_t m_at = 0;
};

template <class State>
std::vector<std::string_view> wordsFor(std::initializer_list<State> states) {
    std::vector<std::string_view> words;
    for (const State state : states)
        words.push_back(toString(state));
    return words;
}

// A number of plain digits with a point, and what comes behind it.
std::optional<std::pair<double, std::string_view>> numberIn(std::string_view text) {
    double value = 0;
    const char* const end = text.data() + text.size();
    const auto [at, problem] = std::from_chars(text.data(), end, value, std::chars_format::fixed);
    if (problem != std::errc() || !std::isfinite(value) || value < 0 || text.starts_with('-'))
        return std::nullopt;
    return std::pair(value, text.substr(static_cast<std::size_t>(at - text.data())));
}

}  // namespace

std::span<const TraceKeyInfo> traceKeys() {
    return kKeys;
}

std::vector<TraceToken> cutTraceQuery(std::string_view query) {
    return Cutter(query).cut();
}

const TraceKeyInfo* findTraceKey(std::string_view name) {
    const auto found = std::ranges::find(kKeys, name, &TraceKeyInfo::name);
    return found == kKeys.end() ? nullptr : &*found;
}

const TraceKeyInfo& infoOf(TraceKey key) {
    return *std::ranges::find(kKeys, key, &TraceKeyInfo::key);
}

std::optional<std::chrono::nanoseconds> parseLatency(std::string_view text) {
    constexpr double kMost = 100 * 86'400e9;
    constexpr std::array<std::pair<std::string_view, double>, 4> kUnits = {
        {{"us", 1e3}, {"ms", 1e6}, {"s", 1e9}, {"min", 60e9}}};
    const auto number = numberIn(text);
    if (!number)
        return std::nullopt;
    for (const auto& [unit, nanoseconds] : kUnits)
        if (number->second == unit && number->first * nanoseconds <= kMost)
            return std::chrono::nanoseconds(std::llround(number->first * nanoseconds));
    return std::nullopt;
}

std::optional<Money> parseCost(std::string_view text) {
    if (text.starts_with('$'))
        text.remove_prefix(1);
    const auto money = Money::parse(text);
    return money.ok() && money.value() >= Money() ? std::optional(money.value()) : std::nullopt;
}

std::optional<std::int64_t> parseCount(std::string_view text) {
    constexpr std::int64_t kMost = 1'000'000'000'000;
    std::int64_t count = 0;
    const char* const end = text.data() + text.size();
    const auto [at, problem] = std::from_chars(text.data(), end, count);
    return problem == std::errc() && at == end && count >= 0 && count <= kMost ? std::optional(count) : std::nullopt;
}

std::optional<bool> parseFlag(std::string_view text) {
    return text == "yes" ? std::optional(true) : text == "no" ? std::optional(false) : std::nullopt;
}

std::optional<std::string> parseIdStart(std::string_view text) {
    std::string lower(text);
    for (char& c : lower)
        if (c >= 'A' && c <= 'F')
            c = static_cast<char>(c - 'A' + 'a');
    const bool isId =
        lower.size() >= 4 && lower.size() <= 32 && lower.find_first_not_of("0123456789abcdef") == std::string::npos;
    return isId ? std::optional(std::move(lower)) : std::nullopt;
}

std::vector<std::string_view> wordsOf(TraceKey key) {
    using trace::Origin;
    using trace::Status;
    using trace::Thumb;
    switch (key) {
        case TraceKey::Origin:
            return wordsFor({Origin::Production, Origin::Experiment, Origin::Try, Origin::Replay});
        case TraceKey::Status:
            return wordsFor({Status::Ok, Status::Invalid, Status::Blocked, Status::Failed, Status::Cancelled});
        case TraceKey::Feedback:
            return wordsFor({Thumb::None, Thumb::Up, Thumb::Down});
        case TraceKey::FellBack:
            return {"yes", "no"};
        default:
            return {};
    }
}

std::string shownInQuotes(std::string_view text) {
    constexpr std::size_t kMost = 40;
    if (text.size() > kMost * 4)
        text = text.substr(0, kMost * 4);
    std::string shown = text::repairUtf8(text);
    if (text::countCodePoints(shown) > kMost)
        shown = shown.substr(0, text::offsetOfCodePoint(shown, kMost)) + "…";
    return "'" + shown + "'";
}

}  // namespace touchstone::session
