// SPDX-License-Identifier: Apache-2.0
//
// A server that speaks the OpenAI Chat Completions API on loopback: streamed and whole answers, the model list, wrong
// keys and unknown models for real, and every misbehaviour by request. What it answers is the test's own function of
// the messages.
//
// Thread-safe; the answer function runs on the server's thread.

#pragma once

#include "base/json.h"
#include "support/loopback_server.h"

#include <atomic>
#include <functional>
#include <string>
#include <vector>

namespace touchstone::testing {

enum class StubFault {
    None,
    RateLimited,      // 429 with retry-after-ms: 1500
    QuotaSpent,       // 429 insufficient_quota
    ServerError,      // 500 with an error object
    ContextTooLong,   // 400 context_length_exceeded
    HtmlPage,         // 200 with a page for people
    BadGateway,       // 502 with a page for people
    EmptyBody,        // 200 and nothing
    NotChat,          // 200 with some other JSON
    Redirect,         // 302
    Stall,            // never a byte
    StallInside,      // half the answer, then nothing
    Cut,              // half the answer, then the connection breaks
    NoDone,           // half the answer, then a polite end without "[DONE]" and without a finish reason
    HalfJson,         // an event with half a chunk in it
    ErrorInside,      // half the answer, then an error event
    ErrorAtOnce,      // an error event before any text
    WithoutUsage,     // a whole answer that tells no usage
    DoneOmitted,      // a whole answer with a finish reason but no "[DONE]"
    SilentAfterDone,  // a whole answer, then a connection that stays open
    EchoesKey,        // 401 whose text holds the key
};

class OpenAiStub {
public:
    using Answer = std::function<std::string(const Json& messages)>;

    static constexpr const char* kKey = "sk-stub-0123456789";
    static constexpr const char* kModel = "stub-1";

    explicit OpenAiStub(Answer answer);

    void setFault(StubFault fault) { m_fault = fault; }

    // What to give as the base URL: "http://127.0.0.1:PORT/v1".
    [[nodiscard]] std::string baseUrl() const { return m_server.url("/v1"); }
    [[nodiscard]] const LoopbackServer& server() const { return m_server; }
    // The JSON bodies of the chat requests so far.
    [[nodiscard]] std::vector<Json> chatRequests() const;

    // The events of a streamed answer, without "data: ": for tests that play them their own way.
    [[nodiscard]] static std::vector<std::string> streamOf(const std::string& text, bool withUsage = true);

private:
    void handle(const ServerRequest& request, const Responder& respond) const;
    void handleChat(const ServerRequest& request, const Responder& respond) const;
    void stream(const std::string& text, bool withUsage, const Responder& respond) const;
    [[nodiscard]] bool refuse(const ServerRequest& request, const Responder& respond) const;

    Answer m_answer;
    std::atomic<StubFault> m_fault = StubFault::None;
    // Last member: its thread uses everything above
    LoopbackServer m_server;
};

}  // namespace touchstone::testing
