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

Result<void> addLine(Recording& recording, std::string_view line, std::size_t number) {
    const auto exchange = parseJson(line);
    const std::string where = "recording, line " + std::to_string(number) + ": ";
    if (!exchange.ok())
        return Error{ErrorCode::InvalidArgument, where + exchange.error().message};
    const std::string key = stringAt(exchange.value(), "key");
    const Json* json = memberAt(exchange.value(), "reply");
    const std::optional<Reply> reply = json ? parseReply(*json) : std::nullopt;
    if (key.empty() || !reply)
        return Error{ErrorCode::InvalidArgument, where + R"(an exchange needs "key" and "reply")"};
    recording.add(key, *reply);
    return {};
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

Result<std::shared_ptr<Recording>> Recording::parse(std::string_view jsonLines) {
    auto recording = std::make_shared<Recording>();
    std::size_t number = 0;
    while (!jsonLines.empty()) {
        const auto end = jsonLines.find('\n');
        const std::string_view line = jsonLines.substr(0, end);
        jsonLines.remove_prefix(end == std::string_view::npos ? jsonLines.size() : end + 1);
        ++number;
        if (line.find_first_not_of(" \t\r") != std::string_view::npos) {
            TOUCHSTONE_TRY_VOID(addLine(*recording, line, number));
        }
    }
    return recording;
}

std::string Recording::keyOf(std::string_view provider, const Call& call) {
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

void Recording::add(const std::string& key, const Reply& reply) {
    const std::lock_guard lock(m_mutex);
    m_exchanges[key].replies.push_back(reply);
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

std::string Recording::toJsonLines() const {
    const std::lock_guard lock(m_mutex);
    std::string text;
    for (const auto& [key, exchange] : m_exchanges)
        for (const Reply& reply : exchange.replies)
            text += toText({{"key", key}, {"reply", replyJson(reply)}}) + "\n";
    return text;
}

void RecordingProvider::send(const Call& call, std::stop_token stop, OnDelta onDelta, OnDone onDone) {
    m_live->send(
        call, std::move(stop), std::move(onDelta),
        [recording = m_recording, key = Recording::keyOf(name(), call), onDone = std::move(onDone)](Reply reply) {
            if (!wasCancelled(reply))
                recording->add(key, reply);
            onDone(std::move(reply));
        });
}

void ReplayProvider::send(const Call& call, std::stop_token stop, OnDelta onDelta, OnDone onDone) {
    if (stop.stop_requested()) {
        onDone(Failure{FailureKind::Cancelled, "the call was cancelled"});
        return;
    }
    std::optional<Reply> reply = m_recording->next(Recording::keyOf(m_name, call));
    if (!reply) {
        onDone(Failure{FailureKind::NotRecorded, "the recording holds no answer to this prompt of model '" +
                                                     call.model + "'; record it with the live provider first"});
        return;
    }
    const std::string_view text = textOf(*reply);
    if (onDelta && !text.empty())
        onDelta(text);
    onDone(*std::move(reply));
}

}  // namespace touchstone::provider
