// SPDX-License-Identifier: Apache-2.0

#include "builtin_reading.h"

#include "text/tokens.h"

#include <algorithm>
#include <array>

namespace touchstone::provider {

namespace {

constexpr std::string_view kFamily = "builtin/";
constexpr std::array<BuiltinTier, 2> kTiers = {{
    {.model = "builtin/small", .contextTokens = 2'000, .turns = 8, .sentences = 1, .wordsOnly = true},
    {.model = "builtin/large", .contextTokens = 16'000, .turns = 64, .sentences = 3, .wordsOnly = false},
}};

bool isBlank(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

std::size_t commonPrefix(std::string_view a, std::string_view b) {
    return static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
}

std::size_t commonSuffix(std::string_view a, std::string_view b) {
    const std::size_t most = std::min(a.size(), b.size());
    std::size_t length = 0;
    while (length < most && a[a.size() - 1 - length] == b[b.size() - 1 - length])
        ++length;
    return length;
}

// The text that every turn begins and ends with: what is left of the template they were rendered with.
struct Frame {
    std::string_view before;
    std::string_view after;
};

Frame sharedFrame(const std::vector<BuiltinTurn>& turns, std::string_view message) {
    Frame frame{turns.front().user, turns.front().user};
    const auto narrow = [&frame](std::string_view text) {
        frame.before = frame.before.substr(0, commonPrefix(frame.before, text));
        frame.after.remove_prefix(frame.after.size() - commonSuffix(frame.after, text));
    };
    for (const BuiltinTurn& turn : turns)
        narrow(turn.user);
    if (turns.size() == 1)
        narrow(message);
    while (!frame.before.empty() && !isBlank(frame.before.back()))
        frame.before.remove_suffix(1);
    while (!frame.after.empty() && !isBlank(frame.after.front()))
        frame.after.remove_prefix(1);
    return frame;
}

std::string_view withoutFrame(std::string_view text, const Frame& frame) {
    if (text.starts_with(frame.before))
        text.remove_prefix(frame.before.size());
    if (text.ends_with(frame.after))
        text.remove_suffix(frame.after.size());
    return trimmed(text);
}

void readTurns(BuiltinReading& reading, const std::vector<workflow::Message>& messages, std::size_t last) {
    for (std::size_t i = 0; i + 1 < last; ++i)
        if (messages[i].role == workflow::Role::User && messages[i + 1].role == workflow::Role::Assistant)
            reading.turns.push_back({messages[i].content, {}, trimmed(messages[i + 1].content)});
    if (reading.turns.size() > reading.tier->turns)
        reading.turns.erase(reading.turns.begin(),
                            reading.turns.end() - static_cast<std::ptrdiff_t>(reading.tier->turns));
}

}  // namespace

const BuiltinTier* builtinTier(std::string_view model) {
    for (const BuiltinTier& tier : kTiers)
        if (model == tier.model || model == tier.model.substr(kFamily.size()))
            return &tier;
    return nullptr;
}

std::optional<BuiltinReading> readPrompt(const workflow::Prompt& prompt, const BuiltinTier& tier) {
    const auto& messages = prompt.messages;
    std::size_t last = messages.size();
    while (last > 0 && messages[last - 1].role != workflow::Role::User)
        --last;
    if (last == 0)
        return std::nullopt;
    BuiltinReading reading;
    reading.tier = &tier;
    for (const workflow::Message& message : messages)
        if (message.role == workflow::Role::System)
            reading.instructions.emplace_back(message.content);
    readTurns(reading, messages, last);
    reading.wholeMessage = messages[last - 1].content;
    reading.message = firstTokens(reading.wholeMessage, tier.contextTokens);
    const Frame frame = reading.turns.empty() ? Frame{} : sharedFrame(reading.turns, reading.message);
    for (BuiltinTurn& turn : reading.turns)
        turn.question = withoutFrame(turn.user, frame);
    reading.question = withoutFrame(reading.message, frame);
    return reading;
}

std::string_view firstTokens(std::string_view text, std::size_t tokens) {
    const auto limit = static_cast<std::int64_t>(std::min<std::size_t>(tokens, INT64_MAX));
    if (text::estimateTokens(text) <= limit)
        return text;
    std::size_t fits = 0;
    std::size_t tooMuch = text.size();
    while (tooMuch - fits > 1) {
        const std::size_t middle = fits + (tooMuch - fits) / 2;
        (text::estimateTokens(text.substr(0, middle)) <= limit ? fits : tooMuch) = middle;
    }
    while (fits > 0 && (static_cast<unsigned char>(text[fits]) & 0xC0U) == 0x80U)
        --fits;
    const std::size_t blank = text.substr(0, fits).find_last_of(" \n\t\r");
    return trimmed(text.substr(0, blank == std::string_view::npos || isBlank(text[fits]) ? fits : blank));
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    return text;
}

}  // namespace touchstone::provider
