// SPDX-License-Identifier: Apache-2.0

#include "provider/replay.h"

#include "base/canonical_json.h"
#include "base/hash.h"

#include <algorithm>
#include <array>

namespace touchstone::provider {
namespace {

constexpr FailureKind kFailureKinds[] = {
    FailureKind::Unauthorized,  FailureKind::ModelNotFound, FailureKind::BadRequest,  FailureKind::ContextTooLong,
    FailureKind::ContentFilter, FailureKind::RateLimited,   FailureKind::QuotaSpent,  FailureKind::Server,
    FailureKind::Network,       FailureKind::Timeout,       FailureKind::Interrupted, FailureKind::Malformed,
    FailureKind::NotRecorded,   FailureKind::Cancelled};

constexpr Finish kFinishes[] = {Finish::Stop, Finish::Length, Finish::ContentFilter};

Json usageJson(const std::optional<Usage>& usage) {
    if (!usage)
        return nullptr;
    return {{"input", usage->input},
            {"output", usage->output},
            {"cached_input", usage->cachedInput},
            {"reasoning", usage->reasoning},
            {"estimated", usage->estimated}};
}

// Absent, null, or counts that can have been counted.
bool isUsage(const Json* json) {
    if (!json || json->is_null())
        return true;
    return json->is_object() && std::ranges::all_of(std::array{"input", "output", "cached_input", "reasoning"},
                                                    [json](const char* key) { return integerAt(*json, key) >= 0; });
}

std::optional<Usage> parseUsage(const Json* json) {
    if (!json || !json->is_object())
        return std::nullopt;
    return Usage{integerAt(*json, "input"), integerAt(*json, "output"), integerAt(*json, "cached_input"),
                 integerAt(*json, "reasoning"), boolAt(*json, "estimated")};
}

Json replyJson(const Reply& reply) {
    if (const auto* completion = std::get_if<Completion>(&reply))
        return {{"text", completion->text},
                {"finish", toString(completion->finish)},
                {"usage", usageJson(completion->usage)},
                {"model", completion->model},
                {"response_id", completion->responseId}};
    const auto& failure = std::get<Failure>(reply);
    return {{"failure", toString(failure.kind)},
            {"message", failure.message},
            {"provider_text", failure.providerText},
            {"http_status", failure.httpStatus},
            {"request_id", failure.requestId},
            {"retry_after_ms", failure.retryAfter ? Json(failure.retryAfter->count()) : Json(nullptr)},
            {"partial_text", failure.partialText},
            {"usage", usageJson(failure.usage)}};
}

std::optional<Reply> parseFailure(const Json& json) {
    const std::string word = stringAt(json, "failure");
    for (const FailureKind kind : kFailureKinds) {
        if (word != toString(kind))
            continue;
        Failure failure;
        failure.kind = kind;
        failure.message = stringAt(json, "message");
        failure.providerText = stringAt(json, "provider_text");
        failure.httpStatus = static_cast<int>(integerAt(json, "http_status"));
        failure.requestId = stringAt(json, "request_id");
        if (const Json* wait = memberAt(json, "retry_after_ms"); wait && !wait->is_null()) {
            failure.retryAfter = std::chrono::milliseconds(integerAt(json, "retry_after_ms", -1));
            if (failure.retryAfter->count() < 0)
                return std::nullopt;
        }
        failure.partialText = stringAt(json, "partial_text");
        failure.usage = parseUsage(memberAt(json, "usage"));
        return failure;
    }
    return std::nullopt;
}

std::optional<Reply> parseReply(const Json& json) {
    if (!isUsage(memberAt(json, "usage")))
        return std::nullopt;
    if (memberAt(json, "failure"))
        return parseFailure(json);
    const std::string word = stringAt(json, "finish");
    const Json* text = memberAt(json, "text");
    for (const Finish finish : kFinishes)
        if (word == toString(finish) && text && text->is_string())
            return Completion{stringAt(json, "text"), finish, parseUsage(memberAt(json, "usage")),
                              stringAt(json, "model"), stringAt(json, "response_id")};
    return std::nullopt;
}

// What the caller had seen when the call ended.
std::string_view textOf(const Reply& reply) {
    const auto* completion = std::get_if<Completion>(&reply);
    return completion ? completion->text : std::get<Failure>(reply).partialText;
}

bool wasCancelled(const Reply& reply) {
    const auto* failure = std::get_if<Failure>(&reply);
    return failure && failure->kind == FailureKind::Cancelled;
}

}  // namespace

std::string recordingKey(std::string_view provider, const Call& call) {
    Json messages = Json::array();
    for (const workflow::Message& message : call.prompt.prompt().messages)
        messages.push_back({{"role", toString(message.role)}, {"content", message.content}});
    const Json identity = {{"provider", provider},
                           {"model", call.model},
                           {"params", call.params},
                           {"messages", std::move(messages)},
                           {"schema", call.prompt.prompt().outputSchema}};
    const auto canonical = canonicalJson(identity);
    return sha256(canonical.ok() ? canonical.value() : toText(identity)).hex();
}

std::string recordingLine(const std::string& key, const Reply& reply) {
    return toText({{"key", key}, {"reply", replyJson(reply)}}) + "\n";
}

Result<std::shared_ptr<Recording>> Recording::parse(std::string_view jsonLines) {
    auto recording = std::make_shared<Recording>();
    for (std::size_t number = 1; !jsonLines.empty(); ++number) {
        const auto end = jsonLines.find('\n');
        const bool whole = end != std::string_view::npos;
        const std::string_view line = jsonLines.substr(0, end);
        jsonLines.remove_prefix(whole ? end + 1 : jsonLines.size());
        if (line.find_first_not_of(" \t\r") == std::string_view::npos)
            continue;
        if (auto added = recording->add(line, number); !added.ok()) {
            if (whole)
                return std::move(added).error();
            recording->m_cut = true;
        }
    }
    return recording;
}

Result<void> Recording::add(std::string_view line, std::size_t number) {
    const auto exchange = parseJson(line);
    const std::string where = "recording, line " + std::to_string(number) + ": ";
    if (!exchange.ok())
        return Error{ErrorCode::InvalidArgument, where + exchange.error().message};
    if (const std::string format = stringAt(exchange.value(), "format"); number == 1 && !format.empty()) {
        if (toText(exchange.value()) + "\n" != kRecordingHead)
            return Error{ErrorCode::Unsupported, where + "'" + format + "' is not touchstone.recording/1"};
        return {};
    }
    const std::string key = stringAt(exchange.value(), "key");
    const Json* json = memberAt(exchange.value(), "reply");
    std::optional<Reply> reply = json ? parseReply(*json) : std::nullopt;
    if (key.empty() || !reply)
        return Error{ErrorCode::InvalidArgument, where + R"(an exchange needs "key" and "reply")"};
    m_exchanges[key].replies.push_back(*std::move(reply));
    return {};
}

std::optional<Reply> Recording::next(const std::string& key) {
    const std::lock_guard lock(m_mutex);
    const auto found = m_exchanges.find(key);
    if (found == m_exchanges.end())
        return std::nullopt;
    Replies& exchange = found->second;
    const Reply& reply = exchange.replies[std::min(exchange.given, exchange.replies.size() - 1)];
    ++exchange.given;
    return reply;
}

void RecordingProvider::send(const Call& call, std::stop_token stop, OnDelta onDelta, OnDone onDone) {
    m_live->send(call, std::move(stop), std::move(onDelta),
                 [onLine = m_onLine, key = recordingKey(name(), call), onDone = std::move(onDone)](Reply reply) {
                     if (!wasCancelled(reply))
                         onLine(recordingLine(key, reply));
                     onDone(std::move(reply));
                 });
}

void ReplayProvider::send(const Call& call, std::stop_token stop, OnDelta onDelta, OnDone onDone) {
    if (stop.stop_requested()) {
        onDone(Failure{FailureKind::Cancelled, "the call was cancelled"});
        return;
    }
    std::optional<Reply> reply = m_recording->next(recordingKey(m_name, call));
    if (!reply) {
        onDone(Failure{FailureKind::NotRecorded, "the recording holds no answer to this prompt of '" + m_name +
                                                     "' and model '" + call.model +
                                                     "'; run the same once with --record FILE in place of --replay"});
        return;
    }
    const std::string_view text = textOf(*reply);
    if (onDelta && !text.empty())
        onDelta(text);
    onDone(*std::move(reply));
}

}  // namespace touchstone::provider
