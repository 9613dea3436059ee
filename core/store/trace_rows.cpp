// SPDX-License-Identifier: Apache-2.0

#include "trace_rows.h"

#include "database.h"
#include "names.h"

#include "base/hash.h"
#include "trace/trace_json.h"

#include <algorithm>
#include <bit>

namespace touchstone::store {
namespace {

constexpr std::size_t kLongestTerm = 1'000;
constexpr std::int64_t kLatestStart = 1LL << 62;
constexpr int kMostAttempts = 64;

void requireSound(const trace::Summary& summary) {
    for (const std::string* text :
         {&summary.workflow, &summary.version.text, &summary.document, &summary.context.feature,
          &summary.context.journey, &summary.context.environment, &summary.tier, &summary.provider, &summary.model})
        if (text->size() > kLongestTerm)
            throw Failure{{ErrorCode::InvalidArgument,
                           "a name in the trace (workflow, feature, journey, tier, model, …) has " +
                               std::to_string(text->size()) + " bytes; the most is " + std::to_string(kLongestTerm)}};
    if (const std::int64_t start = nanoseconds(summary.start); start > kLatestStart || start < -kLatestStart)
        throw Failure{{ErrorCode::InvalidArgument, "the start of the trace is not a time of this age"}};
}

// How far from its start the trace goes at its n-th attempt to find a free seq: in a range that widens quickly, so that
// even a million traces of one instant find places.
std::int64_t bumpOf(const std::string& id, int attempt) {
    if (attempt == 0)
        return 0;
    const std::uint64_t range = (1ULL << static_cast<unsigned>(std::min(4 * attempt, 30))) - 1;
    const std::uint64_t word = stableHash64(id + static_cast<char>(attempt));
    return static_cast<std::int64_t>((word ^ (word >> 32U)) & range);
}

std::optional<std::int64_t> picodollars(const std::optional<Money>& cost) {
    return cost ? std::optional(cost->picodollars()) : std::nullopt;
}

constexpr std::string_view kInsert =
    "INSERT INTO trace(seq, bump, id, trace_group, duration, latency_class, input_tokens, output_tokens, "
    "tokens_estimated, cost, attempts, retries, fell_back) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
    "ON CONFLICT DO NOTHING";

// True when the row was written: nothing else has its seq or its id.
bool insertSummary(Connection& connection, std::int64_t group, const PackedTrace& packed, std::int64_t bump) {
    const trace::Summary& trace = packed.summary;
    connection.run(kInsert, nanoseconds(trace.start) + bump, bump, Blob{packed.id}, group,
                   static_cast<std::int64_t>(trace.duration.count()), latencyClass(trace.duration), trace.inputTokens,
                   trace.outputTokens, trace.tokensEstimated, picodollars(trace.cost), trace.attempts, trace.retries,
                   trace.fellBack);
    return connection.changedRows() == 1;
}

// The seq the trace was written at; nothing when its id is stored already.
std::optional<std::int64_t> placeSummary(Connection& connection, std::int64_t group, const PackedTrace& packed) {
    for (int attempt = 0; attempt < kMostAttempts; ++attempt) {
        const std::int64_t bump = bumpOf(packed.id, attempt);
        if (insertSummary(connection, group, packed, bump))
            return nanoseconds(packed.summary.start) + bump;
        if (attempt == 0 && connection.number("SELECT count(*) FROM trace WHERE id = ?", Blob{packed.id}) != 0)
            return std::nullopt;
    }
    throw Failure{{ErrorCode::InvalidArgument, "too many traces start at the same nanosecond"}};
}

std::vector<trace::Feedback> loadFeedback(Connection& connection, std::int64_t seq) {
    std::vector<trace::Feedback> feedback;
    Statement rows = connection.query(
        "SELECT thumb, comment, at, score, correction FROM feedback WHERE trace = ? ORDER BY position", seq);
    while (rows.step())
        feedback.push_back({static_cast<trace::Thumb>(rows.integer(0)), std::string(rows.text(1)),
                            wallTime(rows.integer(2)), rows.isNull(3) ? std::nullopt : std::optional(rows.real(3)),
                            std::string(rows.text(4))});
    return feedback;
}

trace::Detail loadDetail(Connection& connection, std::int64_t seq) {
    TraceTexts texts = readTexts(connection, seq);
    trace::Detail detail = valueOrThrow(trace::parseDetail(valueOrThrow(parseJson(texts.detail))));
    detail.input = valueOrThrow(parseJson(texts.input));
    detail.messages = valueOrThrow(parseJson(texts.messages));
    detail.output = std::move(texts.output);
    detail.feedback = loadFeedback(connection, seq);
    return detail;
}

}  // namespace

std::size_t PackedTrace::bytes() const {
    constexpr std::size_t kRow = 1'000;
    return kRow + texts.bytes();
}

PackedTrace packTrace(const trace::Trace& trace) {
    requireSound(trace.summary);
    PackedTrace packed;
    packed.summary = trace.summary;
    packed.id = idBytes("the trace", trace.summary.id.text, kTraceIdBytes);
    packed.group = groupKey(trace.summary);
    packed.texts = packTexts(trace.detail);
    packed.feedback = trace.detail.feedback;
    return packed;
}

void writeTrace(Connection& connection, TraceGroups& groups, const PackedTrace& trace) {
    TraceGroups::Group& group = groups.find(connection, trace.group, trace.summary);
    const std::optional<std::int64_t> seq = placeSummary(connection, group.id, trace);
    if (!seq)
        return;
    ++group.added;
    writeTexts(connection, *seq, trace.texts);
    for (const trace::Feedback& entry : trace.feedback)
        writeFeedback(connection, *seq, entry);
}

void writeFeedback(Connection& connection, std::int64_t seq, const trace::Feedback& feedback) {
    connection.run(
        "INSERT INTO feedback(trace, position, thumb, comment, at, score, correction) "
        "VALUES(?1, (SELECT count(*) FROM feedback WHERE trace = ?1), ?2, ?3, ?4, ?5, ?6)",
        seq, static_cast<int>(feedback.thumb), feedback.comment, nanoseconds(feedback.at), feedback.score,
        feedback.correction);
    if (feedback.thumb != trace::Thumb::None)
        moveToThumb(connection, seq, feedback.thumb);
}

std::int64_t latencyClass(std::chrono::nanoseconds duration) {
    if (duration.count() < 4)
        return 0;
    const auto value = static_cast<std::uint64_t>(duration.count());
    const auto doublings = static_cast<unsigned>(std::bit_width(value)) - 1U;
    return static_cast<std::int64_t>(doublings * 4U + ((value >> (doublings - 2U)) & 3U));
}

trace::Summary SummaryReader::read(std::int64_t seq) {
    Statement row = m_connection.query(
        "SELECT trace_group, id, bump, duration, input_tokens, output_tokens, tokens_estimated, cost, attempts, "
        "retries, "
        "fell_back FROM trace WHERE seq = ?",
        seq);
    if (!row.step())
        throw Failure{{ErrorCode::Corrupt, "a trace is missing from the workspace. Work with a backup"}};
    trace::Summary summary = m_groups.read(row.integer(0));
    summary.id = TraceId(toHex(row.blob(1)));
    summary.start = wallTime(seq - row.integer(2));
    summary.duration = std::chrono::nanoseconds(row.integer(3));
    summary.inputTokens = row.integer(4);
    summary.outputTokens = row.integer(5);
    summary.tokensEstimated = row.integer(6) != 0;
    if (!row.isNull(7))
        summary.cost = Money::fromPicodollars(row.integer(7));
    summary.attempts = static_cast<std::int32_t>(row.integer(8));
    summary.retries = static_cast<std::int32_t>(row.integer(9));
    summary.fellBack = row.integer(10) != 0;
    return summary;
}

trace::Trace loadTrace(Connection& connection, std::int64_t seq) {
    return {SummaryReader(connection).read(seq), loadDetail(connection, seq)};
}

std::string asciiLower(std::string_view text) {
    std::string lower(text);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

bool payloadContains(Connection& connection, std::int64_t seq, const std::vector<std::string>& lowerCase) {
    const TraceTexts texts = readTexts(connection, seq);
    const std::string input = asciiLower(texts.input);
    const std::string output = asciiLower(texts.output);
    return std::ranges::all_of(lowerCase, [&](const std::string& text) {
        return input.find(text) != std::string::npos || output.find(text) != std::string::npos;
    });
}

}  // namespace touchstone::store
