// SPDX-License-Identifier: Apache-2.0

#include "trace_filters.h"

#include "base/finding.h"
#include "session/moment.h"
#include "trace_words.h"

#include <algorithm>

namespace touchstone::session {
namespace {

constexpr std::size_t kListedValues = 1'000;  // a list as long as this may lack some

Error asError(const TraceQueryFinding& finding) {
    return {ErrorCode::InvalidArgument, finding.text};
}

template <class State>
store::AnyOf<State> statesOf(const TraceTerm& term, std::optional<State> (*parse)(std::string_view)) {
    store::AnyOf<State> any({}, term.isExcluded);
    for (const std::string& value : term.values)
        if (const std::optional<State> state = parse(value))
            any.values.push_back(*state);
    return any;
}

// Bounds of whole steps: more than 3 is at least 4.
template <class T>
void setBounds(TraceOperator comparison, T value, T step, std::optional<T>& least, std::optional<T>& most) {
    if (comparison == TraceOperator::More)
        least = value + step;
    if (comparison == TraceOperator::AtLeast || comparison == TraceOperator::Is)
        least = value;
    if (comparison == TraceOperator::Less)
        most = value - step;
    if (comparison == TraceOperator::AtMost || comparison == TraceOperator::Is)
        most = value;
}

// Terms whose values need no workspace. Their values were checked when the query was read.
class Translator {
public:
    explicit Translator(WallTime now) : m_now(now) {}

    void add(const TraceTerm& term) {
        const std::string& value = term.values.front();
        switch (term.key) {
            case TraceKey::Origin:
                filter.origin = statesOf(term, trace::parseOrigin);
                break;
            case TraceKey::Status:
                filter.status = statesOf(term, trace::parseStatus);
                break;
            case TraceKey::Feedback:
                filter.feedback = statesOf(term, trace::parseThumb);
                break;
            case TraceKey::FellBack:
                filter.fellBack = parseFlag(value).value_or(false) != term.isExcluded;
                break;
            case TraceKey::After:
                filter.from = parseMoment(value, m_now);
                break;
            case TraceKey::Before:
                filter.to = parseMoment(value, m_now);
                break;
            case TraceKey::Last:
                filter.from = m_now - parseAge(value).value_or(std::chrono::minutes(0));
                break;
            case TraceKey::Id:
                for (const std::string& id : term.values)
                    filter.ids.push_back(parseIdStart(id).value_or(id));
                break;
            case TraceKey::Text:
                filter.texts.push_back(value);
                break;
            default:
                addNumber(term, value);
        }
    }

    store::TraceFilter filter;

private:
    void addNumber(const TraceTerm& term, const std::string& value) {
        using std::chrono::nanoseconds;
        const std::int64_t count = parseCount(value).value_or(0);
        if (term.key == TraceKey::Latency)
            setBounds(term.comparison, parseLatency(value).value_or(nanoseconds(0)), nanoseconds(1), filter.minLatency,
                      filter.maxLatency);
        else if (term.key == TraceKey::Tokens)
            setBounds<std::int64_t>(term.comparison, count, 1, filter.minTokens, filter.maxTokens);
        else if (term.key == TraceKey::Retries)
            setBounds<std::int64_t>(term.comparison, count, 1, filter.minRetries, filter.maxRetries);
        else if (term.key == TraceKey::Cost)
            addCost(term, parseCost(value).value_or(Money()));
    }

    void addCost(const TraceTerm& term, Money cost) {
        std::optional<std::int64_t> least;
        std::optional<std::int64_t> most;
        setBounds<std::int64_t>(term.comparison, cost.picodollars(), 1, least, most);
        if (least)
            filter.minCost = Money::fromPicodollars(*least);
        if (most)
            filter.maxCost = Money::fromPicodollars(*most);
    }

    const WallTime m_now;
};

store::AnyOf<std::string>& memberOf(store::TraceFilter& filter, store::TraceColumn column) {
    switch (column) {
        case store::TraceColumn::Feature:
            return filter.feature;
        case store::TraceColumn::Journey:
            return filter.journey;
        case store::TraceColumn::Environment:
            return filter.environment;
        case store::TraceColumn::Tier:
            return filter.tier;
        case store::TraceColumn::Provider:
            return filter.provider;
        case store::TraceColumn::Model:
            return filter.model;
        case store::TraceColumn::Document:
            return filter.document;
        default:
            return filter.workflow;
    }
}

Error unknownName(TraceKey key, const std::string& name, const std::vector<std::string>& known) {
    const std::string nearest = nearestName(name, std::vector<std::string_view>(known.begin(), known.end()));
    const std::string absence =
        key == TraceKey::Workflow ? "there is no workflow " : "no trace has the " + std::string(infoOf(key).name) + " ";
    return {ErrorCode::NotFound,
            absence + shownInQuotes(name) + (nearest.empty() ? "" : "; did you mean '" + nearest + "'?")};
}

// Also workflows that have not run yet.
Result<std::vector<std::string>> namesFor(Context& context, TraceKey key, store::TraceColumn column) {
    TOUCHSTONE_TRY(const auto values, context.workspace().traces().values(column));
    std::vector<std::string> names;
    for (const store::ValueCount& value : values)
        names.push_back(value.text);
    if (key == TraceKey::Workflow) {
        TOUCHSTONE_TRY(const auto workflows, context.workspace().versions().workflows());
        for (const store::WorkflowInfo& workflow : workflows)
            names.push_back(workflow.name);
    }
    return names;
}

Result<void> addNames(Context& context, const TraceTerm& term, store::TraceColumn column, store::TraceFilter& filter) {
    TOUCHSTONE_TRY(const std::vector<std::string> names, namesFor(context, term.key, column));
    for (const std::string& value : term.values)
        if (names.size() < kListedValues && std::ranges::find(names, value) == names.end())
            return unknownName(term.key, value, names);
    memberOf(filter, column) = {term.values, term.isExcluded};
    return {};
}

// "v3" is the third version of every workflow that has one.
Result<void> addVersion(Context& context, const std::string& name, const std::vector<std::string>& workflows,
                        std::vector<VersionId>& versions) {
    if (name == "draft") {
        versions.emplace_back();
        return {};
    }
    const std::size_t before = versions.size();
    for (const std::string& workflow : workflows) {
        const Result<VersionId> found = context.workspace().versions().find(workflow, name);
        if (found.ok())
            versions.push_back(found.value());
        else if (found.error().code != ErrorCode::NotFound || workflows.size() == 1)
            return found.error();
    }
    if (versions.size() == before)
        return Error{ErrorCode::NotFound, "no workflow has a version " + shownInQuotes(name)};
    return {};
}

Result<void> addVersions(Context& context, const TraceTerm& term, store::TraceFilter& filter) {
    TOUCHSTONE_TRY(const std::vector<std::string> workflows, workflowsOf(context, filter));
    std::vector<VersionId> versions;
    for (const std::string& value : term.values)
        TOUCHSTONE_TRY_VOID(addVersion(context, value, workflows, versions));
    std::ranges::sort(versions);
    versions.erase(std::ranges::unique(versions).begin(), versions.end());
    filter.version = {std::move(versions), term.isExcluded};
    return {};
}

}  // namespace

std::optional<store::TraceColumn> columnOf(TraceKey key) {
    using store::TraceColumn;
    switch (key) {
        case TraceKey::Workflow:
            return TraceColumn::Workflow;
        case TraceKey::Version:
            return TraceColumn::Version;
        case TraceKey::Feature:
            return TraceColumn::Feature;
        case TraceKey::Journey:
            return TraceColumn::Journey;
        case TraceKey::Environment:
            return TraceColumn::Environment;
        case TraceKey::Origin:
            return TraceColumn::Origin;
        case TraceKey::Status:
            return TraceColumn::Status;
        case TraceKey::Tier:
            return TraceColumn::Tier;
        case TraceKey::Provider:
            return TraceColumn::Provider;
        case TraceKey::Model:
            return TraceColumn::Model;
        case TraceKey::Feedback:
            return TraceColumn::Feedback;
        default:
            return std::nullopt;
    }
}

Result<std::vector<std::string>> workflowsOf(Context& context, const store::TraceFilter& filter) {
    const store::AnyOf<std::string>& wanted = filter.workflow;
    TOUCHSTONE_TRY(const auto workflows, context.workspace().versions().workflows());
    std::vector<std::string> names;
    for (const store::WorkflowInfo& workflow : workflows)
        if (wanted.isEmpty() || (std::ranges::count(wanted.values, workflow.name) != 0) != wanted.isExcluded)
            names.push_back(workflow.name);
    return names;
}

Result<store::TraceFilter> filterOfQuery(Context& context, std::string_view query) {
    const TraceQuery read = parseTraceQuery(query);
    if (!read.findings.empty())
        return asError(read.findings.front());
    Translator translator(context.clock().wallNow());
    const TraceTerm* versions = nullptr;
    for (const TraceTerm& term : read.terms) {
        const auto column = columnOf(term.key);
        if (term.key == TraceKey::Version)
            versions = &term;
        else if (!column || !wordsOf(term.key).empty())
            translator.add(term);
        else
            TOUCHSTONE_TRY_VOID(addNames(context, term, *column, translator.filter));
    }
    if (versions) {  // when the workflow is known
        TOUCHSTONE_TRY_VOID(addVersions(context, *versions, translator.filter));
    }
    return std::move(translator.filter);
}

}  // namespace touchstone::session
