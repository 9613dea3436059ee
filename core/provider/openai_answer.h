// SPDX-License-Identifier: Apache-2.0
//
// A Chat Completions answer, put together from the chunks of a stream or read from one whole answer.
//
// A value without I/O; one thread at a time.

#pragma once

#include "provider/provider.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace touchstone::provider {

// What one more piece of the answer means.
struct AnswerGoesOn {};
struct AnswerEnded {};  // "[DONE]"
struct AnswerMalformed {
    std::string what;  // no text of the answer
};
struct AnswerError {
    Json error;  // the "error" member the server sent in place of an answer
};
using AnswerStep = std::variant<AnswerGoesOn, AnswerEnded, AnswerMalformed, AnswerError>;

class OpenAiAnswer {
public:
    // The data of one server-sent event; new text goes to `onText`.
    [[nodiscard]] AnswerStep takeEvent(std::string_view data, const Provider::OnDelta& onText);
    // A whole answer that was not streamed.
    [[nodiscard]] AnswerStep takeWhole(std::string_view body, const Provider::OnDelta& onText);

    [[nodiscard]] const std::string& text() const { return m_text; }
    [[nodiscard]] const std::optional<Usage>& usage() const { return m_usage; }
    // The server said why it stopped, so nothing of the text is missing.
    [[nodiscard]] bool isWhole() const { return m_finish.has_value(); }
    [[nodiscard]] bool callsTools() const { return m_callsTools; }
    // REQUIRES: isWhole()
    [[nodiscard]] Completion takeCompletion(std::string_view askedModel);

private:
    [[nodiscard]] AnswerStep take(std::string_view text, const char* choiceMember, const Provider::OnDelta& onText);
    void takeChoice(const Json& choice, const char* member, const Provider::OnDelta& onText);
    void takeText(const Json& piece, const char* member, const Provider::OnDelta& onText);
    void takeFinish(std::string_view reason);

    std::string m_text;
    std::string m_model;
    std::string m_id;
    std::optional<Finish> m_finish;
    std::optional<Usage> m_usage;
    bool m_refused = false;
    bool m_callsTools = false;
};

// Nothing for counts that cannot be true: missing, negative, not whole numbers, more cached than sent.
[[nodiscard]] std::optional<Usage> openAiUsage(const Json& usage);

}  // namespace touchstone::provider
