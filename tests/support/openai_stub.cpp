// SPDX-License-Identifier: Apache-2.0

#include "support/openai_stub.h"

#include <algorithm>

namespace touchstone::testing {
namespace {

constexpr const char* kPage = "<!DOCTYPE html><html><head><title>Sign in</title></head><body>Welcome</body></html>";

std::string errorText(const char* message, const char* type, const Json& code) {
    return toText(Json{{"error", {{"message", message}, {"type", type}, {"param", nullptr}, {"code", code}}}});
}

std::int64_t wordsIn(const std::string& text) {
    return std::ranges::count(text, ' ') + 1;
}

Json usageOf(const std::string& text) {
    return {{"prompt_tokens", 12},
            {"completion_tokens", wordsIn(text)},
            {"total_tokens", 12 + wordsIn(text)},
            {"prompt_tokens_details", {{"cached_tokens", 4}}},
            {"completion_tokens_details", {{"reasoning_tokens", 0}}}};
}

Json chunkOf(const Json& choices, const Json& usage) {
    return {{"id", "chatcmpl-stub"}, {"object", "chat.completion.chunk"},
            {"created", 1760000000}, {"model", "stub-1-2026"},
            {"choices", choices},    {"usage", usage}};
}

Json deltaOf(const Json& delta, const Json& finish = nullptr) {
    return Json::array({{{"index", 0}, {"delta", delta}, {"finish_reason", finish}}});
}

std::string wholeAnswer(const std::string& text) {
    const Json message = {{"role", "assistant"}, {"content", text}, {"refusal", nullptr}};
    return toText(Json{{"id", "chatcmpl-stub"},
                       {"object", "chat.completion"},
                       {"created", 1760000000},
                       {"model", "stub-1-2026"},
                       {"choices", Json::array({{{"index", 0}, {"message", message}, {"finish_reason", "stop"}}})},
                       {"usage", usageOf(text)}});
}

}  // namespace

OpenAiStub::OpenAiStub(Answer answer)
    : m_answer(std::move(answer)),
      m_server([this](const ServerRequest& request, const Responder& respond) { handle(request, respond); }) {}

std::vector<Json> OpenAiStub::chatRequests() const {
    std::vector<Json> bodies;
    for (const ServerRequest& request : m_server.requests())
        if (request.path == "/v1/chat/completions")
            bodies.push_back(parseJson(request.body).valueOr(nullptr));
    return bodies;
}

// One event a word, as models stream one a token.
std::vector<std::string> OpenAiStub::streamOf(const std::string& text, bool withUsage) {
    std::vector<std::string> events = {toText(chunkOf(deltaOf({{"role", "assistant"}, {"content", ""}}), nullptr))};
    for (std::size_t start = 0; start < text.size();) {
        const std::size_t end = std::min(text.find(' ', start), text.size() - 1) + 1;
        events.push_back(toText(chunkOf(deltaOf({{"content", text.substr(start, end - start)}}), nullptr)));
        start = end;
    }
    events.push_back(toText(chunkOf(deltaOf(Json::object(), "stop"), nullptr)));
    if (withUsage)
        events.push_back(toText(chunkOf(Json::array(), usageOf(text))));
    events.emplace_back("[DONE]");
    return events;
}

void OpenAiStub::handle(const ServerRequest& request, const Responder& respond) const {
    if (refuse(request, respond))
        return;
    if (request.path == "/v1/models")
        return respond.reply(
            200, toText(Json{{"object", "list"},
                             {"data", Json::array({{{"id", kModel}, {"object", "model"}, {"owned_by", "stub"}}})}}));
    if (request.path == "/v1/chat/completions" && request.method == "POST")
        return handleChat(request, respond);
    respond.reply(404, errorText("Invalid URL", "invalid_request_error", nullptr));
}

// Everything that is not the beginning of an answer. True when the request is done with.
bool OpenAiStub::refuse(const ServerRequest& request, const Responder& respond) const {
    const auto reply = [&](int status, const std::string& body, const char* type = "application/json",
                           const HeaderList& headers = {{"x-request-id", "req-stub"}}) {
        respond.reply(status, body, type, headers);
        return true;
    };
    if (request.header("Authorization") != std::string("Bearer ") + kKey)
        return reply(401, errorText("Incorrect API key provided.", "invalid_request_error", "invalid_api_key"));
    switch (m_fault) {
        case StubFault::RateLimited:
            return reply(429, errorText("Rate limit reached for requests", "requests", "rate_limit_exceeded"),
                         "application/json",
                         {{"x-request-id", "req-stub"}, {"retry-after-ms", "1500"}, {"retry-after", "2"}});
        case StubFault::QuotaSpent:
            return reply(429, errorText("You exceeded your current quota", "insufficient_quota", "insufficient_quota"));
        case StubFault::ServerError:
            return reply(500, errorText("The server had an error", "server_error", nullptr));
        case StubFault::ContextTooLong:
            return reply(400, errorText("This model's maximum context length is 8192 tokens.", "invalid_request_error",
                                        "context_length_exceeded"));
        case StubFault::EchoesKey:
            return reply(401, errorText("Incorrect API key provided: sk-stub-0123456789. Find yours at \x1b[31mhome",
                                        "invalid_request_error", "invalid_api_key"));
        case StubFault::HtmlPage:
            return reply(200, kPage, "text/html");
        case StubFault::BadGateway:
            return reply(502, kPage, "text/html");
        case StubFault::EmptyBody:
            return reply(200, "");
        case StubFault::NotChat:
            return reply(200, R"({"status":"ok"})");
        case StubFault::Redirect:
            return reply(302, "", "text/html", {{"x-request-id", "req-stub"}, {"Location", "/elsewhere"}});
        case StubFault::Stall:
            return true;
        default:
            return false;
    }
}

void OpenAiStub::handleChat(const ServerRequest& request, const Responder& respond) const {
    const auto body = parseJson(request.body);
    if (!body.ok())
        return respond.reply(400, errorText("could not parse the body", "invalid_request_error", "invalid_json"));
    if (stringAt(body.value(), "model") != kModel)
        return respond.reply(404, errorText("The model does not exist or you do not have access to it.",
                                            "invalid_request_error", "model_not_found"));
    const Json* messages = memberAt(body.value(), "messages");
    const std::string text = m_answer(messages ? *messages : Json::array());
    if (!boolAt(body.value(), "stream"))
        return respond.reply(200, wholeAnswer(text));
    const Json* options = memberAt(body.value(), "stream_options");
    const bool wantsUsage = options && boolAt(*options, "include_usage");
    stream(text, wantsUsage && m_fault != StubFault::WithoutUsage, respond);
}

void OpenAiStub::stream(const std::string& text, bool withUsage, const Responder& respond) const {
    const StubFault fault = m_fault;
    const std::vector<std::string> events = streamOf(text, withUsage);
    respond.startEvents({{"x-request-id", "req-stub"}});
    if (fault == StubFault::ErrorAtOnce) {
        respond.event(errorText("The server is overloaded", "server_error", nullptr));
        return respond.finish();
    }
    const bool breaks = fault == StubFault::StallInside || fault == StubFault::Cut || fault == StubFault::NoDone ||
                        fault == StubFault::HalfJson || fault == StubFault::ErrorInside;
    const std::size_t count = breaks ? events.size() / 2 : events.size() - (fault == StubFault::DoneOmitted ? 1 : 0);
    for (std::size_t i = 0; i < count; ++i)
        respond.event(events[i]);
    if (fault == StubFault::StallInside || fault == StubFault::SilentAfterDone)
        return;
    if (fault == StubFault::Cut)
        return respond.close();
    if (fault == StubFault::HalfJson)
        respond.event(events[count].substr(0, events[count].size() / 2));
    if (fault == StubFault::ErrorInside)
        respond.event(errorText("The server had an error", "server_error", nullptr));
    respond.finish();
}

}  // namespace touchstone::testing
