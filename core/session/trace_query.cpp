// SPDX-License-Identifier: Apache-2.0

#include "session/trace_query.h"

#include "base/finding.h"
#include "session/moment.h"
#include "store/trace_filter.h"
#include "trace_words.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace touchstone::session {
namespace {

TraceOperator operatorOf(std::string_view sign) {
    if (sign == ">")
        return TraceOperator::More;
    if (sign == ">=")
        return TraceOperator::AtLeast;
    if (sign == "<")
        return TraceOperator::Less;
    return sign == "<=" ? TraceOperator::AtMost : TraceOperator::Is;
}

// What `key` takes that is neither a name of the workspace nor a text, for people; empty: anything.
std::string_view kindOf(TraceKey key) {
    switch (key) {
        case TraceKey::Latency:
            return "a time such as 500ms, 2s or 1min";
        case TraceKey::Cost:
            return "an amount in USD such as 0.001";
        case TraceKey::Tokens:
        case TraceKey::Retries:
            return "a whole number";
        case TraceKey::After:
        case TraceKey::Before:
            return "a time such as 2026-11-22, 2026-11-22T16:30 (UTC), or 2h ago";
        case TraceKey::Last:
            return "an age such as 30m, 12h or 7d";
        case TraceKey::Id:
            return "the beginning of an id: at least four hexadecimal digits";
        default:
            return {};
    }
}

bool isOfKind(TraceKey key, const std::string& value) {
    switch (key) {
        case TraceKey::Latency:
            return parseLatency(value).has_value();
        case TraceKey::Cost:
            return parseCost(value).has_value();
        case TraceKey::Tokens:
        case TraceKey::Retries:
            return parseCount(value).has_value();
        case TraceKey::After:
        case TraceKey::Before:
            return parseMoment(value, WallTime()).has_value();
        case TraceKey::Last:
            return parseAge(value).has_value();
        case TraceKey::Id:
            return parseIdStart(value).has_value();
        default:
            return true;
    }
}

bool takesOneValue(TraceKey key) {
    return key == TraceKey::After || key == TraceKey::Before || key == TraceKey::Last || key == TraceKey::FellBack ||
           key == TraceKey::Text;
}

bool canBeExcluded(TraceKey key) {
    return kindOf(key).empty() && key != TraceKey::Text;
}

std::string listed(const std::vector<std::string_view>& words) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i)
        text.append(i == 0 ? "" : i + 1 == words.size() ? " or " : ", ").append(words[i]);
    return text;
}

class Reader {
public:
    explicit Reader(std::string_view text) : m_text(text) {}

    TraceQuery read() {
        if (m_text.size() > kLongestTraceQuery) {
            note({0, m_text.size()}, "the filter has " + std::to_string(m_text.size()) + " bytes; the most is " +
                                         std::to_string(kLongestTraceQuery));
            return std::move(m_query);
        }
        for (const TraceToken& token : cutTraceQuery(m_text))
            if (token.sign.empty())
                addText(token);
            else
                addTerm(token);
        return std::move(m_query);
    }

private:
    void note(TextRange range, std::string text, std::string replacement = {}) {
        m_query.findings.push_back({range, std::move(text), std::move(replacement)});
    }

    std::string source(TextRange range) const {
        return std::string(m_text.substr(range.begin, range.end - range.begin));
    }

    void addText(const TraceToken& token) {
        const TraceValue& value = token.values.front();
        if (isClosed(value) && !value.text.empty())
            m_query.terms.push_back({TraceKey::Text, TraceOperator::Is, false, {value.text}, token.range});
    }

    bool isClosed(const TraceValue& value) {
        if (value.isOpen)
            note(value.range, "this quote does not end; put a \" behind the text", source(value.range) + "\"");
        return !value.isOpen;
    }

    void addTerm(const TraceToken& token) {
        const std::string name = source(token.key);
        const TraceKeyInfo* info = findTraceKey(name);
        if (!info) {
            noteUnknownKey(token, name);
            return;
        }
        TraceTerm term{info->key, operatorOf(token.sign), token.isExcluded, {}, token.range};
        const std::size_t findings = m_query.findings.size();
        checkOperator(token, *info, term.comparison);
        checkValues(token, *info);
        if (m_query.findings.size() == findings)
            checkRepeats(token, *info, term.comparison);
        for (const TraceValue& value : token.values)
            term.values.push_back(value.text);
        if (m_query.findings.size() == findings)
            m_query.terms.push_back(std::move(term));
    }

    void noteUnknownKey(const TraceToken& token, const std::string& name) {
        std::vector<std::string_view> names;
        for (const TraceKeyInfo& info : traceKeys())
            names.push_back(info.name);
        const std::string nearest = nearestName(name, names);
        if (nearest.empty())
            note(token.range, "there is no key " + shownInQuotes(name) + "; to look for this text, put it in quotes",
                 quotedTraceValue(source(token.range)));
        else
            note(token.key, "there is no key " + shownInQuotes(name) + "; did you mean '" + nearest + "'?", nearest);
    }

    void checkOperator(const TraceToken& token, const TraceKeyInfo& info, TraceOperator comparison) {
        const TextRange sign{token.key.end, token.key.end + token.sign.size()};
        const std::string name(info.name);
        if (token.isExcluded && !canBeExcluded(info.key))
            note({token.range.begin, token.key.end}, "'-' does not go with " + name + "; turn the condition around",
                 name);
        if (comparison != TraceOperator::Is && !info.isCompared)
            note(sign, name + " is not compared; write " + name + ":", ":");
        if (comparison == TraceOperator::Is && info.key == TraceKey::Latency)
            note(sign, "a latency is compared; write latency>2s or latency<500ms", ">");
    }

    void checkValues(const TraceToken& token, const TraceKeyInfo& info) {
        const bool isSingle = takesOneValue(info.key) || info.isCompared;
        if (token.values.empty())
            note(token.range, std::string(info.name) + " lacks a value; for example " + std::string(info.example));
        else if (isSingle && token.values.size() > 1)
            note({token.values[1].range.begin, token.range.end}, std::string(info.name) + " takes one value");
        else if (token.values.size() > store::kMostFilterValues)
            note(token.range, std::string(info.name) + " has " + std::to_string(token.values.size()) +
                                  " values; the most is " + std::to_string(store::kMostFilterValues));
        else
            for (const TraceValue& value : token.values)
                checkValue(value, info);
    }

    void checkValue(const TraceValue& value, const TraceKeyInfo& info) {
        const std::vector<std::string_view> words = wordsOf(info.key);
        if (!isClosed(value))
            return;
        if (value.text.empty())
            note(value.range, std::string(info.name) + " lacks a value here");
        else if (!words.empty() && std::ranges::find(words, value.text) == words.end())
            noteUnknownWord(value, info, words);
        else if (!isOfKind(info.key, value.text))
            note(value.range, std::string(info.name) + " is " + std::string(kindOf(info.key)) + ", not " +
                                  shownInQuotes(value.text));
    }

    void noteUnknownWord(const TraceValue& value, const TraceKeyInfo& info,
                         const std::vector<std::string_view>& words) {
        const std::string nearest = nearestName(value.text, words);
        std::string text = std::string(info.name) + " is " + listed(words) + ", not " + shownInQuotes(value.text);
        if (!nearest.empty())
            text += "; did you mean '" + nearest + "'?";
        note(value.range, std::move(text), nearest);
    }

    // Two terms of one key would both have to fit, which nobody means; a comparison may have two ends.
    void checkRepeats(const TraceToken& token, const TraceKeyInfo& info, TraceOperator comparison) {
        if (info.key == TraceKey::Text)
            return;
        const bool isLower = comparison == TraceOperator::More || comparison == TraceOperator::AtLeast;
        const bool isUpper = comparison == TraceOperator::Less || comparison == TraceOperator::AtMost;
        const TraceKey key = info.key == TraceKey::Last ? TraceKey::After : info.key;
        for (const int end : {0, 1}) {
            if ((end == 0 && isUpper) || (end == 1 && isLower))
                continue;
            if (!m_seen.try_emplace({key, end}, token.range).second) {
                noteRepeat(token, info);
                return;
            }
        }
    }

    void noteRepeat(const TraceToken& token, const TraceKeyInfo& info) {
        const std::string name(info.name);
        if (info.key == TraceKey::Last || info.key == TraceKey::After)
            note(token.range, "the filter says already from when on; leave one of them out");
        else if (info.isCompared || takesOneValue(info.key))
            note(token.range, name + " is limited already; leave one of them out");
        else
            note(token.range, name + " is given already; write all its values with commas: " + name + ":a,b");
    }

    const std::string_view m_text;
    TraceQuery m_query;
    std::map<std::pair<TraceKey, int>, TextRange> m_seen;
};

}  // namespace

TraceQuery parseTraceQuery(std::string_view query) {
    return Reader(query).read();
}

std::string quotedTraceValue(std::string_view value) {
    constexpr std::string_view kSpecial = " \t\n\r\f\v,\"\\";
    if (!value.empty() && value.find_first_of(kSpecial) == std::string_view::npos &&
        cutTraceQuery(value).front().sign.empty())
        return std::string(value);
    std::string quoted = "\"";
    for (const char c : value) {
        if (c == '"' || c == '\\')
            quoted += '\\';
        quoted += c;
    }
    return quoted + '"';
}

}  // namespace touchstone::session
