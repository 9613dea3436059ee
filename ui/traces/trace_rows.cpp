// SPDX-License-Identifier: GPL-3.0-or-later

#include "trace_rows.h"

#include <algorithm>
#include <charconv>

namespace touchstone::ui {
namespace {

constexpr std::size_t kHalf = 16;  // hex digits

std::uint64_t numberOf(std::string_view hex) {
    std::uint64_t number = 0;
    std::from_chars(hex.data(), hex.data() + hex.size(), number, 16);
    return number;
}

std::string hexOf(std::uint64_t number) {
    std::string hex(kHalf, '0');
    for (std::size_t i = kHalf; i-- > 0; number >>= 4)
        hex[i] = "0123456789abcdef"[number & 15];
    return hex;
}

}  // namespace

TraceRows::PackedId TraceRows::packed(const TraceId& id) {
    const std::string_view text = id.text;
    return {numberOf(text.substr(0, kHalf)), text.size() > kHalf ? numberOf(text.substr(kHalf)) : 0};
}

TraceRows::Row TraceRows::packed(const trace::Summary& summary) {
    Row row;
    row.id = packed(summary.id);
    row.start = summary.start;
    row.duration = summary.duration;
    row.inputTokens = summary.inputTokens;
    row.outputTokens = summary.outputTokens;
    row.cost = summary.cost.value_or(Money()).picodollars();
    row.costKnown = summary.cost.has_value();
    row.group = &m_groups
                     .try_emplace({summary.workflow, summary.version.text, summary.document, summary.context.feature,
                                   summary.context.journey, summary.context.environment, summary.tier, summary.provider,
                                   summary.model})
                     .first->first;
    row.attempts = summary.attempts;
    row.retries = summary.retries;
    row.origin = summary.origin;
    row.status = summary.status;
    row.feedback = summary.feedback;
    row.tokensEstimated = summary.tokensEstimated;
    row.fellBack = summary.fellBack;
    return row;
}

void TraceRows::clear() {
    m_rows.clear();
    m_groups.clear();
}

void TraceRows::append(const trace::Summary& summary) {
    m_rows.push_back(packed(summary));
}

void TraceRows::insert(std::size_t row, const trace::Summary& summary) {
    m_rows.insert(m_rows.begin() + static_cast<std::ptrdiff_t>(row), packed(summary));
}

void TraceRows::replace(std::size_t row, const trace::Summary& summary) {
    m_rows[row] = packed(summary);
}

bool TraceRows::hasSeveralWorkflows() const {
    return !m_groups.empty() && m_groups.begin()->first.front() != m_groups.rbegin()->first.front();  // they are sorted
}

std::size_t TraceRows::placeOf(WallTime start) const {
    const auto place = std::ranges::lower_bound(m_rows, start, std::ranges::greater(), &Row::start);
    return static_cast<std::size_t>(place - m_rows.begin());
}

std::optional<std::size_t> TraceRows::find(const trace::Summary& summary) const {
    const PackedId id = packed(summary.id);
    for (std::size_t row = placeOf(summary.start); row < m_rows.size() && m_rows[row].start == summary.start; ++row)
        if (m_rows[row].id == id)
            return row;
    return std::nullopt;
}

std::optional<std::size_t> TraceRows::find(std::string_view idOrPrefix) const {
    const auto found = std::ranges::find_if(
        m_rows, [idOrPrefix](const Row& row) { return (hexOf(row.id[0]) + hexOf(row.id[1])).starts_with(idOrPrefix); });
    return found == m_rows.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - m_rows.begin()));
}

TraceId TraceRows::idAt(std::size_t row) const {
    const PackedId& id = m_rows[row].id;
    return TraceId(hexOf(id[0]) + hexOf(id[1]));
}

trace::Summary TraceRows::at(std::size_t row) const {
    const Row& packed = m_rows[row];
    const auto& [workflow, version, document, feature, journey, environment, tier, provider, model] = *packed.group;
    trace::Summary summary;
    summary.id = idAt(row);
    summary.start = packed.start;
    summary.duration = packed.duration;
    summary.workflow = workflow;
    summary.version = VersionId(version);
    summary.document = document;
    summary.origin = packed.origin;
    summary.context = {feature, journey, environment};
    summary.status = packed.status;
    summary.tier = tier;
    summary.provider = provider;
    summary.model = model;
    summary.inputTokens = packed.inputTokens;
    summary.outputTokens = packed.outputTokens;
    summary.tokensEstimated = packed.tokensEstimated;
    if (packed.costKnown)
        summary.cost = Money::fromPicodollars(packed.cost);
    summary.attempts = packed.attempts;
    summary.retries = packed.retries;
    summary.fellBack = packed.fellBack;
    summary.feedback = packed.feedback;
    return summary;
}

}  // namespace touchstone::ui
