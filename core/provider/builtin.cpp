// SPDX-License-Identifier: Apache-2.0

#include "provider/builtin.h"

#include "base/hash.h"
#include "builtin_answer.h"
#include "builtin_patterns.h"
#include "builtin_reading.h"
#include "text/tokens.h"
#include "workflow/builtin_models.h"

#include <optional>

namespace touchstone::provider {

namespace {

constexpr std::size_t kWordsInDelta = 4;

Failure failure(FailureKind kind, std::string message) {
    Failure failure;
    failure.kind = kind;
    failure.message = std::move(message);
    return failure;
}

// The limit, empty when there is none; fails when the parameter is not a limit.
Result<std::optional<std::int64_t>> maxTokens(const Json& params) {
    const Json* limit = memberAt(params, "max_tokens");
    if (limit == nullptr || limit->is_null())
        return std::optional<std::int64_t>();
    if (!limit->is_number_integer() || limit->get<std::int64_t>() < 1)
        return Error{ErrorCode::InvalidArgument, "max_tokens must be an integer of at least 1."};
    return std::optional(limit->get<std::int64_t>());
}

std::int64_t promptTokens(const workflow::Prompt& prompt) {
    std::int64_t tokens = 0;
    for (const workflow::Message& message : prompt.messages)
        tokens += text::estimateTokens(message.content);
    return tokens;
}

// Nothing when prompt and longest answer fit into the model's window.
std::optional<Failure> overWindow(std::string_view model, std::int64_t prompt, std::optional<std::int64_t> answer) {
    const std::int64_t window = workflow::builtinModel(model)->contextWindow;
    if (prompt <= window && answer.value_or(0) <= window - prompt)
        return std::nullopt;
    std::string message =
        std::string(model) + " takes " + std::to_string(window) + " tokens; the prompt has " + std::to_string(prompt);
    if (answer)
        message += " and max_tokens keeps " + std::to_string(*answer) + " for the answer";
    return failure(FailureKind::ContextTooLong,
                   message + ". Shorten the prompt, or route it to a model with more context.");
}

// Names the exchange: the same prompt and model give the same id.
std::string responseId(const workflow::Prompt& prompt, std::string_view model) {
    std::uint64_t hash = stableHash64(model);
    for (const workflow::Message& message : prompt.messages)
        hash = hash * 31 + stableHash64(message.content);
    std::string bytes(sizeof hash, '\0');
    for (char& byte : bytes) {
        byte = static_cast<char>(hash & 0xFFU);
        hash >>= 8U;
    }
    return "builtin-" + toHex(bytes);
}

// The next few words with the blanks around them; the rest of the text when it has no more.
std::string_view nextDelta(std::string_view rest) {
    std::size_t end = 0;
    for (std::size_t word = 0; word < kWordsInDelta && end < rest.size(); ++word) {
        end = rest.find_first_not_of(" \n", end);
        end = end == std::string_view::npos ? rest.size() : std::min(rest.find_first_of(" \n", end), rest.size());
    }
    return rest.substr(0, end);
}

// False when `stop` came before the end; `sent` is what went out until then.
bool stream(std::string_view answer, const std::stop_token& stop, const Provider::OnDelta& onDelta, std::string& sent) {
    while (sent.size() < answer.size()) {
        if (stop.stop_requested())
            return false;
        const std::string_view delta = nextDelta(answer.substr(sent.size()));
        if (onDelta)
            onDelta(delta);
        sent += delta;
    }
    return !stop.stop_requested();
}

Reply cancelled(std::string partialText = {}) {
    Failure reply = failure(FailureKind::Cancelled, "The call was cancelled.");
    reply.partialText = std::move(partialText);
    return reply;
}

Reply complete(const Call& call, PatternCache& patterns, const std::stop_token& stop,
               const Provider::OnDelta& onDelta) {
    const BuiltinTier* tier = builtinTier(call.model);
    if (tier == nullptr)
        return failure(FailureKind::ModelNotFound,
                       "There is no built-in model \"" + call.model + "\"; choose builtin/small or builtin/large.");
    const auto limit = maxTokens(call.params);
    if (!limit.ok())
        return failure(FailureKind::BadRequest, limit.error().message);
    const workflow::Prompt& prompt = call.prompt.prompt();
    const std::optional<BuiltinReading> reading = readPrompt(prompt, *tier);
    if (!reading)
        return failure(FailureKind::BadRequest,
                       "The prompt has no user message; add one to the workflow's prompt messages.");
    const std::int64_t size = promptTokens(prompt);
    if (auto tooLong = overWindow(tier->model, size, limit.value()))
        return *std::move(tooLong);
    if (stop.stop_requested())
        return cancelled();
    const std::string answer = answerTo(*reading, prompt, patterns);
    const std::string_view allowed =
        limit.value() ? firstTokens(answer, static_cast<std::size_t>(*limit.value())) : std::string_view(answer);
    std::string sent;
    if (!stream(allowed, stop, onDelta, sent))
        return cancelled(std::move(sent));
    const Usage usage{.input = size, .output = text::estimateTokens(sent)};
    const Finish finish = sent.size() < answer.size() ? Finish::Length : Finish::Stop;
    return Completion{std::move(sent), finish, usage, std::string(tier->model), responseId(prompt, tier->model)};
}

}  // namespace

BuiltinProvider::BuiltinProvider() : m_patterns(std::make_shared<PatternCache>()) {}

void BuiltinProvider::send(const Call& call, std::stop_token stop, OnDelta onDelta, OnDone onDone) {
    onDone(complete(call, *m_patterns, stop, onDelta));
}

}  // namespace touchstone::provider
