// SPDX-License-Identifier: Apache-2.0

#include "trace_texts.h"

#include "trace/trace_text.h"

namespace touchstone::store {
namespace {

constexpr std::size_t kLongPayload = 8'192;  // shorter ones gain less from being stored once than from company
constexpr std::size_t kLargestPayload = 64U << 20U;
constexpr std::size_t kUsualText = 4'096;
constexpr std::int64_t kInFront = 0;  // no row of content has this number

void requireSize(std::string_view what, std::size_t bytes) {
    if (bytes > kLargestPayload)
        throw Failure{{ErrorCode::InvalidArgument, std::string(what) + " of the trace has " + std::to_string(bytes) +
                                                       " bytes; the most is " + std::to_string(kLargestPayload)}};
}

// Appends `value` as JSON, which has no line break; gives where it begins.
template <class Value>
std::size_t appendLine(std::string& text, const Value& value) {
    const std::size_t begin = text.size();
    if (const Result<void> written = trace::appendText(text, value); !written.ok())
        throw Failure{written.error()};
    requireSize("a payload", text.size() - begin);
    return begin;
}

// The payload as a line of `text`, or as content when it is long.
std::optional<PackedContent> addPayload(std::string& text, const Json& payload) {
    const std::size_t begin = appendLine(text, payload);
    if (text.size() - begin < kLongPayload) {
        text += '\n';
        return std::nullopt;
    }
    PackedContent content = packContent(std::string_view(text).substr(begin));
    text.resize(begin);
    return content;
}

void bindPayload(Connection& connection, Statement& statement, const std::optional<PackedContent>& content) {
    statement.bind(content ? putContent(connection, *content) : kInFront);
}

std::size_t bytesOf(const std::optional<PackedContent>& content) {
    return content ? content->packed.bytes.size() : 0;
}

std::string_view takeLine(std::string_view& text) {
    const std::size_t length = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, length);
    text.remove_prefix(std::min(length + 1, text.size()));
    return line;
}

bool isInFront(const Statement& row, int column) {
    return row.isInteger(column) && row.integer(column) == kInFront;
}

std::string payloadOf(Connection& connection, const Statement& row, int column) {
    return row.isInteger(column) ? getContent(connection, row.integer(column)) : std::string(row.text(column));
}

}  // namespace

std::size_t PackedTexts::bytes() const {
    return bytesOf(input) + bytesOf(messages) + bytesOf(output) + rest.bytes.size();
}

PackedTexts packTexts(const trace::Detail& detail) {
    PackedTexts packed;
    std::string text;
    text.reserve(kUsualText);
    packed.input = addPayload(text, detail.input);
    packed.messages = addPayload(text, detail.messages);
    appendLine(text, detail);
    requireSize("the output", detail.output.size());
    if (detail.output.size() < kLongPayload)
        text.append("\n").append(detail.output);
    else
        packed.output = packContent(detail.output);
    packed.rest = pack(text);
    return packed;
}

void writeTexts(Connection& connection, std::int64_t seq, const PackedTexts& texts) {
    Statement insert =
        connection.query("INSERT INTO trace_detail(seq, input, messages, output, detail) VALUES(?, ?, ?, ?, ?)", seq);
    bindPayload(connection, insert, texts.input);
    bindPayload(connection, insert, texts.messages);
    bindPayload(connection, insert, texts.output);
    if (texts.rest.codec == Codec::Zstd)
        insert.bind(Blob{texts.rest.bytes});
    else
        insert.bind(texts.rest.bytes);
    while (insert.step()) {
    }
}

TraceTexts readTexts(Connection& connection, std::int64_t seq) {
    Statement row = connection.query("SELECT input, messages, output, detail FROM trace_detail WHERE seq = ?", seq);
    if (!row.step())
        throw Failure{{ErrorCode::Corrupt, "a trace has lost its payload. Work with a backup"}};
    const std::string text = unpack(row.blob(3), row.isText(3) ? Codec::Plain : Codec::Zstd);
    std::string_view rest = text;
    TraceTexts texts;
    texts.input = isInFront(row, 0) ? std::string(takeLine(rest)) : payloadOf(connection, row, 0);
    texts.messages = isInFront(row, 1) ? std::string(takeLine(rest)) : payloadOf(connection, row, 1);
    texts.detail = takeLine(rest);
    texts.output = isInFront(row, 2) ? std::string(rest) : payloadOf(connection, row, 2);
    return texts;
}

}  // namespace touchstone::store
