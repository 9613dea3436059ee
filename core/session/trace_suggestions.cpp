// SPDX-License-Identifier: Apache-2.0

#include "trace_filters.h"
#include "trace_words.h"

#include <algorithm>
#include <map>

namespace touchstone::session {
namespace {

constexpr std::size_t kMostSuggestions = 50;

using Counts = std::vector<std::pair<std::string, std::optional<std::int64_t>>>;

std::string lowered(std::string_view text) {
    std::string lower(text);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

std::vector<Suggestion> keysBeginning(std::string_view prefix, TextRange range) {
    std::vector<Suggestion> suggestions;
    for (const TraceKeyInfo& info : traceKeys())
        if (info.name.starts_with(lowered(prefix)))
            suggestions.push_back({std::string(info.name) + (info.isCompared ? ">" : ":"), {}, range.begin, range.end});
    return suggestions;
}

// Versions are shown as they are written: "v3", for every workflow that has one.
Result<Counts> versionNames(Context& context, const store::TraceFilter& others,
                            const std::vector<store::ValueCount>& values) {
    TOUCHSTONE_TRY(const std::vector<std::string> workflows, workflowsOf(context, others));
    std::map<std::string, std::int64_t> numbers;
    for (const std::string& workflow : workflows) {
        TOUCHSTONE_TRY(const auto versions, context.workspace().versions().list(workflow));
        for (const store::VersionInfo& version : versions)
            numbers.emplace(version.id.text, version.number);
    }
    std::map<std::string, std::int64_t> counts;
    for (const store::ValueCount& value : values) {
        const auto known = numbers.find(value.text);
        if (value.text.empty())
            counts["draft"] += value.traces;
        else if (known != numbers.end())
            counts["v" + std::to_string(known->second)] += value.traces;
    }
    Counts names(counts.begin(), counts.end());
    std::ranges::stable_sort(names, std::greater(), [](const auto& name) { return name.second; });
    return names;
}

// With the other terms when groups answer them, else how often at all, which is then not told.
Result<Counts> valuesOf(Context& context, store::TraceColumn column, const store::TraceFilter& others) {
    const store::TraceStore& traces = context.workspace().traces();
    Result<std::vector<store::ValueCount>> values = traces.values(column, others);
    const bool isCounted = values.ok() || values.error().code != ErrorCode::Unsupported;
    if (!isCounted)
        values = traces.values(column);
    if (!values.ok())
        return values.error();
    Counts counts;
    if (column == store::TraceColumn::Version) {
        TOUCHSTONE_TRY(counts, versionNames(context, others, values.value()));
    } else {
        for (const store::ValueCount& value : values.value())
            counts.emplace_back(value.text, value.traces);
    }
    if (!isCounted)
        for (auto& count : counts)
            count.second.reset();
    return counts;
}

// What the query says without this token; nothing while that cannot be read.
store::TraceFilter filterWithout(Context& context, std::string_view query, TextRange token) {
    const std::string rest = std::string(query.substr(0, token.begin)) + " " + std::string(query.substr(token.end));
    auto filter = filterOfQuery(context, rest);
    return filter.ok() ? std::move(filter).value() : store::TraceFilter{};
}

Result<Counts> candidatesFor(Context& context, const TraceKeyInfo& info, const store::TraceFilter& others) {
    Counts counts;
    if (const auto column = columnOf(info.key)) {
        TOUCHSTONE_TRY(counts, valuesOf(context, *column, others));
        for (const std::string_view word : wordsOf(info.key))
            if (std::ranges::find(counts, word, &Counts::value_type::first) == counts.end())
                counts.emplace_back(word, std::nullopt);
        return counts;
    }
    for (const std::string_view word : wordsOf(info.key))
        counts.emplace_back(word, std::nullopt);
    const auto example = info.example.substr(info.name.size() + 1);
    if (counts.empty() && info.key != TraceKey::Text && info.key != TraceKey::Id)
        counts.emplace_back(example, std::nullopt);
    return counts;
}

// The value the cursor is in or behind; a place without one yet when there is none.
TraceValue valueAt(const TraceToken& token, std::size_t cursor) {
    for (const TraceValue& value : token.values)
        if (value.range.begin <= cursor && cursor <= value.range.end)
            return value;
    return {{}, {cursor, cursor}};
}

Result<std::vector<Suggestion>> suggestValues(Context& context, std::string_view query, const TraceToken& token,
                                              const TraceKeyInfo& info, std::size_t cursor) {
    const TraceValue current = valueAt(token, cursor);
    TOUCHSTONE_TRY(const Counts counts, candidatesFor(context, info, filterWithout(context, query, token.range)));
    const std::string typed = lowered(query.substr(current.range.begin, cursor - current.range.begin));
    const std::string wanted = typed.starts_with('"') ? typed.substr(1) : typed;
    const auto isElsewhere = [&](const std::string& text) {
        return std::ranges::any_of(
            token.values, [&](const TraceValue& value) { return value.text == text && value.range != current.range; });
    };
    const bool isExample = !columnOf(info.key) && wordsOf(info.key).empty();
    std::vector<Suggestion> suggestions;
    for (const auto& [text, count] : counts)
        if (suggestions.size() < kMostSuggestions && !text.empty() && !isElsewhere(text) &&
            lowered(text).find(wanted) != std::string::npos)
            suggestions.push_back({quotedTraceValue(text), count, current.range.begin, current.range.end, isExample});
    return suggestions;
}

}  // namespace

Result<std::vector<Suggestion>> suggestFor(Context& context, std::string_view query, std::size_t cursor) {
    if (query.size() > kLongestTraceQuery)
        return std::vector<Suggestion>();
    cursor = std::min(cursor, query.size());
    for (const TraceToken& token : cutTraceQuery(query)) {
        if (cursor < token.range.begin || cursor > token.range.end)
            continue;
        if (token.sign.empty()) {
            const std::size_t begin = token.range.begin + (query[token.range.begin] == '-' ? 1 : 0);
            if (cursor < begin)
                return std::vector<Suggestion>();
            return keysBeginning(query.substr(begin, cursor - begin), {begin, token.range.end});
        }
        const std::size_t behindSign = token.key.end + token.sign.size();
        const std::string_view name = query.substr(token.key.begin, token.key.end - token.key.begin);
        if (cursor < behindSign)
            return keysBeginning(name.substr(0, cursor > token.key.begin ? cursor - token.key.begin : 0),
                                 {token.key.begin, behindSign});
        const TraceKeyInfo* info = findTraceKey(name);
        return info ? suggestValues(context, query, token, *info, cursor) : std::vector<Suggestion>();
    }
    return keysBeginning({}, {cursor, cursor});
}

}  // namespace touchstone::session
