// SPDX-License-Identifier: Apache-2.0

#include "openai_error.h"

#include "net/retry_after.h"
#include "text/utf8.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <utility>

namespace touchstone::provider {
namespace {

// The server's error object, which compatible servers spell in several ways.
struct Complaint {
    std::string code;
    std::string type;
    std::string text;
    int status = 0;  // where the code is a number, as some servers have it

    [[nodiscard]] bool is(std::string_view word) const { return code == word || type == word; }
    [[nodiscard]] bool speaksOf(std::string_view words) const { return text.find(words) != std::string::npos; }
};

Complaint complaintIn(const Json& error) {
    Complaint complaint;
    if (error.is_string()) {
        complaint.text = error.get<std::string>();
        return complaint;
    }
    complaint.code = stringAt(error, "code");
    complaint.type = stringAt(error, "type");
    complaint.text = stringAt(error, "message");
    const std::int64_t number = integerAt(error, "code");
    if (number >= 400 && number <= 599)
        complaint.status = static_cast<int>(number);
    return complaint;
}

std::optional<Complaint> complaintInBody(std::string_view body) {
    const auto parsed = parseJson(body);
    if (!parsed.ok())
        return std::nullopt;
    const Json* error = memberAt(parsed.value(), "error");
    if (!error || !(error->is_object() || error->is_string()))
        return std::nullopt;
    return complaintIn(*error);
}

bool isAnyOf(const Complaint& complaint, std::span<const std::string_view> words) {
    return std::ranges::any_of(words, [&complaint](std::string_view word) { return complaint.is(word); });
}

constexpr std::array<std::string_view, 5> kQuotaWords = {"insufficient_quota", "billing_hard_limit_reached",
                                                         "billing_not_active", "insufficient_user_quota",
                                                         "access_terminated"};
constexpr std::array<std::string_view, 3> kContextWords = {"context_length_exceeded", "exceed_context_size_error",
                                                           "string_above_max_length"};
constexpr std::array<std::string_view, 3> kFilterWords = {"content_filter", "content_policy_violation",
                                                          "ResponsibleAIPolicyViolation"};

// By what the server says of it; nothing where its words are not known.
std::optional<FailureKind> kindByWords(const Complaint& complaint) {
    if (isAnyOf(complaint, kQuotaWords))
        return FailureKind::QuotaSpent;
    if (isAnyOf(complaint, kContextWords) || complaint.speaksOf("maximum context length"))
        return FailureKind::ContextTooLong;
    if (isAnyOf(complaint, kFilterWords))
        return FailureKind::ContentFilter;
    if (complaint.is("invalid_api_key"))
        return FailureKind::Unauthorized;
    if (complaint.is("model_not_found"))
        return FailureKind::ModelNotFound;
    if (complaint.is("rate_limit_exceeded"))
        return FailureKind::RateLimited;
    return std::nullopt;
}

FailureKind kindByStatus(int status, const std::optional<Complaint>& complaint) {
    switch (status) {
        case 401:
        case 403:
            return FailureKind::Unauthorized;
        case 402:
            return FailureKind::QuotaSpent;
        case 404:
            // Without words about a model, the address itself is wrong.
            return complaint && (complaint->speaksOf("model") || complaint->speaksOf("Model"))
                       ? FailureKind::ModelNotFound
                       : FailureKind::Malformed;
        case 408:
            return FailureKind::Timeout;
        case 409:
            return FailureKind::Server;
        case 429:
            return FailureKind::RateLimited;
        default:
            break;
    }
    if (status >= 500)
        return FailureKind::Server;
    return status >= 400 ? FailureKind::BadRequest : FailureKind::Malformed;
}

std::string adviceFor(FailureKind kind, int status, const OpenAiOptions& options) {
    switch (kind) {
        case FailureKind::Unauthorized:
            return options.apiKey.empty()
                       ? "wants an API key and none is set; set it"
                       : "does not accept the API key, or not for this; check the key and its rights";
        case FailureKind::ModelNotFound:
            return "has no such model, or not for this key; check the model's name";
        case FailureKind::ContextTooLong:
            return "says the prompt is too long for the model; shorten it or route it to a model with more context";
        case FailureKind::ContentFilter:
            return "refuses the content";
        case FailureKind::RateLimited:
            return "is asked too often; wait, or lower the concurrency";
        case FailureKind::QuotaSpent:
            return "has no credit left for this key; waiting will not help, see the provider's billing page";
        case FailureKind::BadRequest:
            return "rejects the request; see its words and check the parameters";
        case FailureKind::Server:
            return "has a problem of its own; try again later";
        case FailureKind::Timeout:
            return "gave up waiting; try again";
        default:
            break;
    }
    if (status >= 300 && status < 400)
        return "answers with a redirect, which is not followed; correct the base URL";
    return "does not answer as a Chat Completions API does; check the base URL";
}

Failure describe(FailureKind kind, int status, std::string_view words, const OpenAiOptions& options) {
    Failure failure;
    failure.kind = kind;
    failure.httpStatus = status;
    failure.message = options.name + " " + adviceFor(kind, status, options);
    if (status != 200)
        failure.message += " (HTTP " + std::to_string(status) + ")";
    failure.providerText = safeProviderText(words, options.apiKey);
    return failure;
}

FailureKind kindOf(const net::TransportFailure& failure) {
    switch (failure.kind) {
        case net::FailureKind::InvalidRequest:
            return FailureKind::BadRequest;
        case net::FailureKind::Resolve:
        case net::FailureKind::Connect:
        case net::FailureKind::Tls:
            return FailureKind::Network;
        case net::FailureKind::Timeout:
            return FailureKind::Timeout;
        case net::FailureKind::Interrupted:
            return failure.bytesReceived == 0 ? FailureKind::Network : FailureKind::Interrupted;
        case net::FailureKind::TooLarge:
        case net::FailureKind::BadResponse:
            return FailureKind::Malformed;
        case net::FailureKind::Cancelled:
            return FailureKind::Cancelled;
    }
    return FailureKind::Network;
}

// A word that begins as the key does: the key itself, or a provider's masked echo of it.
bool resemblesKey(std::string_view word, std::string_view apiKey) {
    constexpr std::size_t kTelling = 6;
    return apiKey.size() >= kTelling && word.find(apiKey.substr(0, kTelling)) != std::string_view::npos;
}

bool isPrintable(char c) {
    return (static_cast<unsigned char>(c) >= 0x20 && c != '\x7f');
}

// Not inside a UTF-8 sequence.
std::string_view cutAt(std::string_view text, std::size_t limit) {
    if (text.size() <= limit)
        return text;
    while (limit > 0 && (static_cast<unsigned char>(text[limit]) & 0xC0U) == 0x80U)
        --limit;
    return text.substr(0, limit);
}

}  // namespace

std::string safeProviderText(std::string_view text, std::string_view apiKey) {
    constexpr std::size_t kLimit = 512;
    std::string safe;
    while (!text.empty() && safe.size() < kLimit) {
        const std::size_t end = std::min(text.find_first_of(" \t\r\n\"'<>"), text.size() - 1) + 1;
        const std::string_view word = text.substr(0, end);
        text.remove_prefix(end);
        if (resemblesKey(word, apiKey)) {
            safe += "[key] ";
            continue;
        }
        std::ranges::transform(word, std::back_inserter(safe), [](char c) { return isPrintable(c) ? c : ' '; });
    }
    // Last, for a stray byte becomes the three of U+FFFD.
    return std::string(cutAt(text::repairUtf8(safe), kLimit));
}

Failure openAiFailure(const net::Head& head, std::string_view body, const OpenAiOptions& options, WallTime now) {
    const auto complaint = complaintInBody(body);
    const auto byWords = complaint ? kindByWords(*complaint) : std::nullopt;
    // A server in trouble may say anything; its status counts.
    const FailureKind kind = byWords && head.status < 500 ? *byWords : kindByStatus(head.status, complaint);
    Failure failure =
        describe(kind, head.status, complaint && !complaint->text.empty() ? complaint->text : body, options);
    if (kind == FailureKind::RateLimited || kind == FailureKind::Server)
        failure.retryAfter = net::retryAfter(head.headers, now);
    return failure;
}

Failure openAiFailure(const Json& error, const OpenAiOptions& options) {
    const Complaint complaint = complaintIn(error);
    const int status = complaint.status != 0 ? complaint.status : 500;
    const FailureKind kind = kindByWords(complaint).value_or(kindByStatus(status, complaint));
    return describe(kind, 200, complaint.text, options);
}

namespace {

// What a person can do about it; empty where the message says it already or nothing helps.
std::string_view remedyFor(net::FailureKind kind) {
    switch (kind) {
        case net::FailureKind::Resolve:
        case net::FailureKind::Connect:
            return "check the base URL and the network, and that the server runs";
        case net::FailureKind::Timeout:
            return "raise routing.timeout_ms, try again, or name a fallback tier";
        case net::FailureKind::Interrupted:
        case net::FailureKind::BadResponse:
            return "try again, or name a fallback tier";
        case net::FailureKind::TooLarge:
            return "ask for a shorter answer";
        case net::FailureKind::InvalidRequest:
        case net::FailureKind::Tls:
        case net::FailureKind::Cancelled:
            return {};
    }
    return {};
}

}  // namespace

Failure toFailure(const net::TransportFailure& failure) {
    Failure result;
    result.kind = kindOf(failure);
    result.message = failure.message;
    if (const std::string_view remedy = remedyFor(failure.kind); !remedy.empty())
        result.message += "; " + std::string(remedy);
    return result;
}

}  // namespace touchstone::provider
