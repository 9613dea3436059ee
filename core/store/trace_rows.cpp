// SPDX-License-Identifier: Apache-2.0

#include "trace_rows.h"

#include "database.h"
#include "names.h"

#include "base/hash.h"
#include "trace/trace_json.h"
#include "trace/trace_text.h"

#include <bit>

namespace touchstone::store {
namespace {

constexpr std::size_t kShortPayload = 200;  // shorter ones are not worth a row of their own
constexpr std::size_t kLargestPayload = 64U << 20U;
constexpr std::size_t kLongestTerm = 1'000;
constexpr std::int64_t kLatestStart = 1LL << 62;
constexpr int kMostAttempts = 64;

template <class Value>
std::string textOf(const Value& value) {
    std::string text;
    if (const Result<void> written = trace::appendText(text, value); !written.ok())
        throw Failure{written.error()};
    return text;
}

PackedPayload packPayload(std::string text) {
    if (text.size() > kLargestPayload)
        throw Failure{{ErrorCode::InvalidArgument, "a payload of the trace has " + std::to_string(text.size()) +
                                                       " bytes; the most is " + std::to_string(kLargestPayload)}};
    if (text.size() < kShortPayload)
        return {std::move(text), std::nullopt};
    return {{}, packContent(text)};
}

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

std::size_t bytesOf(const PackedPayload& payload) {
    return payload.text.size() + (payload.content ? payload.content->packed.bytes.size() : 0);
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
    "INSERT INTO trace(seq, bump, id, duration, workflow, version, document, feature, journey, environment, tier, "
    "provider, model, origin, status, feedback, input_tokens, output_tokens, tokens_estimated, cost, attempts, "
    "retries, fell_back, latency_class) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
    "ON CONFLICT DO NOTHING";

// True when the row was written: nothing else has its seq or its id.
bool insertSummary(Connection& connection, TermCache& terms, const PackedTrace& packed, std::int64_t bump) {
    const trace::Summary& trace = packed.summary;
    const auto term = [&](TraceColumn column, const std::string& text) {
        return terms.number(connection, column, text);
    };
    connection.run(kInsert, nanoseconds(trace.start) + bump, bump, Blob{packed.id},
                   static_cast<std::int64_t>(trace.duration.count()), term(TraceColumn::Workflow, trace.workflow),
                   term(TraceColumn::Version, trace.version.text), term(TraceColumn::Document, trace.document),
                   term(TraceColumn::Feature, trace.context.feature), term(TraceColumn::Journey, trace.context.journey),
                   term(TraceColumn::Environment, trace.context.environment), term(TraceColumn::Tier, trace.tier),
                   term(TraceColumn::Provider, trace.provider), term(TraceColumn::Model, trace.model),
                   static_cast<int>(trace.origin), static_cast<int>(trace.status), static_cast<int>(trace.feedback),
                   trace.inputTokens, trace.outputTokens, trace.tokensEstimated, picodollars(trace.cost),
                   trace.attempts, trace.retries, trace.fellBack, latencyClass(trace.duration));
    return connection.changedRows() == 1;
}

// The seq the trace was written at; nothing when its id is stored already.
std::optional<std::int64_t> placeSummary(Connection& connection, TermCache& terms, const PackedTrace& packed) {
    for (int attempt = 0; attempt < kMostAttempts; ++attempt) {
        const std::int64_t bump = bumpOf(packed.id, attempt);
        if (insertSummary(connection, terms, packed, bump))
            return nanoseconds(packed.summary.start) + bump;
        if (attempt == 0 && connection.number("SELECT count(*) FROM trace WHERE id = ?", Blob{packed.id}) != 0)
            return std::nullopt;
    }
    throw Failure{{ErrorCode::InvalidArgument, "too many traces start at the same nanosecond"}};
}

void bindPayload(Connection& connection, Statement& statement, const PackedPayload& payload) {
    if (payload.content)
        statement.bind(putContent(connection, *payload.content));
    else
        statement.bind(payload.text);
}

void writeDetail(Connection& connection, std::int64_t seq, const PackedTrace& packed) {
    Statement insert =
        connection.query("INSERT INTO trace_detail(seq, input, messages, output, detail) VALUES(?, ?, ?, ?, ?)", seq);
    bindPayload(connection, insert, packed.input);
    bindPayload(connection, insert, packed.messages);
    bindPayload(connection, insert, packed.output);
    if (packed.detail.codec == Codec::Zstd)
        insert.bind(Blob{packed.detail.bytes});
    else
        insert.bind(packed.detail.bytes);
    while (insert.step()) {
    }
}

std::string payloadOf(Connection& connection, const Statement& row, int column) {
    return row.isInteger(column) ? getContent(connection, row.integer(column)) : std::string(row.text(column));
}

std::vector<trace::Feedback> loadFeedback(Connection& connection, std::int64_t seq) {
    std::vector<trace::Feedback> feedback;
    Statement rows = connection.query("SELECT thumb, comment, at FROM feedback WHERE trace = ? ORDER BY position", seq);
    while (rows.step())
        feedback.push_back(
            {static_cast<trace::Thumb>(rows.integer(0)), std::string(rows.text(1)), wallTime(rows.integer(2))});
    return feedback;
}

trace::Detail loadDetail(Connection& connection, std::int64_t seq) {
    Statement row = connection.query("SELECT input, messages, output, detail FROM trace_detail WHERE seq = ?", seq);
    if (!row.step())
        throw Failure{{ErrorCode::Corrupt, "a trace has lost its payload. Work with a backup"}};
    const std::string text = unpack(row.blob(3), row.isText(3) ? Codec::Plain : Codec::Zstd);
    trace::Detail detail = valueOrThrow(trace::parseDetail(valueOrThrow(parseJson(text))));
    detail.input = valueOrThrow(parseJson(payloadOf(connection, row, 0)));
    detail.messages = valueOrThrow(parseJson(payloadOf(connection, row, 1)));
    detail.output = payloadOf(connection, row, 2);
    detail.feedback = loadFeedback(connection, seq);
    return detail;
}

}  // namespace

std::size_t PackedTrace::bytes() const {
    constexpr std::size_t kRow = 1'000;
    return kRow + bytesOf(input) + bytesOf(messages) + bytesOf(output) + detail.bytes.size();
}

PackedTrace packTrace(const trace::Trace& trace) {
    requireSound(trace.summary);
    PackedTrace packed;
    packed.summary = trace.summary;
    packed.id = idBytes("the trace", trace.summary.id.text, 16);
    packed.input = packPayload(textOf(trace.detail.input));
    packed.messages = packPayload(textOf(trace.detail.messages));
    packed.output = packPayload(trace.detail.output);
    const std::string detail = textOf(trace.detail);
    if (detail.size() > kLargestPayload)
        throw Failure{{ErrorCode::InvalidArgument, "the spans of the trace have " + std::to_string(detail.size()) +
                                                       " bytes; the most is " + std::to_string(kLargestPayload)}};
    packed.detail = pack(detail);
    packed.feedback = trace.detail.feedback;
    return packed;
}

void writeTrace(Connection& connection, TermCache& terms, const PackedTrace& trace) {
    const std::optional<std::int64_t> seq = placeSummary(connection, terms, trace);
    if (!seq)
        return;
    writeDetail(connection, *seq, trace);
    for (const trace::Feedback& entry : trace.feedback)
        writeFeedback(connection, *seq, entry);
}

void writeFeedback(Connection& connection, std::int64_t seq, const trace::Feedback& feedback) {
    connection.run(
        "INSERT INTO feedback(trace, position, thumb, comment, at) "
        "VALUES(?1, (SELECT count(*) FROM feedback WHERE trace = ?1), ?2, ?3, ?4)",
        seq, static_cast<int>(feedback.thumb), feedback.comment, nanoseconds(feedback.at));
    if (feedback.thumb != trace::Thumb::None)
        connection.run("UPDATE trace SET feedback = ? WHERE seq = ?", static_cast<int>(feedback.thumb), seq);
}

std::int64_t latencyClass(std::chrono::nanoseconds duration) {
    if (duration.count() < 4)
        return 0;
    const auto value = static_cast<std::uint64_t>(duration.count());
    const auto doublings = static_cast<unsigned>(std::bit_width(value)) - 1U;
    return static_cast<std::int64_t>(doublings * 4U + ((value >> (doublings - 2U)) & 3U));
}

const std::string& SummaryReader::term(std::int64_t number) {
    const auto [found, isNew] = m_terms.try_emplace(number);
    if (isNew)
        if (Statement row = m_connection.query("SELECT text FROM term WHERE id = ?", number); row.step())
            found->second = row.text(0);
    return found->second;
}

trace::Summary SummaryReader::read(const Statement& row) {
    trace::Summary summary;
    summary.id = TraceId(toHex(row.blob(2)));
    summary.start = wallTime(row.integer(0) - row.integer(1));
    summary.duration = std::chrono::nanoseconds(row.integer(3));
    summary.workflow = term(row.integer(4));
    summary.version = VersionId(term(row.integer(5)));
    summary.document = term(row.integer(6));
    summary.context = {term(row.integer(7)), term(row.integer(8)), term(row.integer(9))};
    summary.tier = term(row.integer(10));
    summary.provider = term(row.integer(11));
    summary.model = term(row.integer(12));
    summary.origin = static_cast<trace::Origin>(row.integer(13));
    summary.status = static_cast<trace::Status>(row.integer(14));
    summary.feedback = static_cast<trace::Thumb>(row.integer(15));
    summary.inputTokens = row.integer(16);
    summary.outputTokens = row.integer(17);
    summary.tokensEstimated = row.integer(18) != 0;
    if (!row.isNull(19))
        summary.cost = Money::fromPicodollars(row.integer(19));
    summary.attempts = static_cast<std::int32_t>(row.integer(20));
    summary.retries = static_cast<std::int32_t>(row.integer(21));
    summary.fellBack = row.integer(22) != 0;
    return summary;
}

trace::Trace loadTrace(Connection& connection, std::int64_t seq) {
    Statement row =
        connection.query(std::string("SELECT ").append(kSummaryColumns).append(" FROM trace WHERE seq = ?"), seq);
    if (!row.step())
        throw Failure{{ErrorCode::Corrupt, "a trace is missing from the workspace. Work with a backup"}};
    return {SummaryReader(connection).read(row), loadDetail(connection, seq)};
}

std::string asciiLower(std::string_view text) {
    std::string lower(text);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

bool payloadContains(Connection& connection, std::int64_t seq, std::string_view lowerCase) {
    Statement row = connection.query("SELECT input, output FROM trace_detail WHERE seq = ?", seq);
    if (!row.step())
        return false;
    for (const int column : {0, 1})
        if (asciiLower(payloadOf(connection, row, column)).find(lowerCase) != std::string::npos)
            return true;
    return false;
}

}  // namespace touchstone::store
